"""argparse in Chinese: help with Chinese headings, faults as `UsageError`s."""

from __future__ import annotations

import argparse
import os
from typing import Any, NoReturn

from lint.errors import UsageError


class Formatter(argparse.HelpFormatter):
    """Help with Chinese headings."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns())

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def _columns() -> int:
    """How wide help is written; asked here because argparse would load `shutil` for it at every start."""
    try:
        return os.get_terminal_size().columns - 2
    except OSError:  # not a terminal
        return 100


class Parser(argparse.ArgumentParser):
    """A parser whose faults are `UsageError`s."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=Formatter)
        self._positionals.title = "参数"
        self._optionals.title = "选项"

    def error(self, message: str) -> NoReturn:
        from lint.commands.faults import translate

        raise UsageError(translate(message, self.prog))
