"""argv in, exit code out: parses, imports the one command that was asked for, and runs it."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

from lint.errors import UsageError, nearest
from lint.options import declare

BAD_USE = 2
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run `gouji` and return its exit code: 0 in order, 1 something to look at, 2 did not run properly, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    gc.set_threshold(100_000)  # a run makes many small objects, and the classes and patterns among them stay
    atexit.register(gc.freeze)  # nor is it worth a tenth of a small run to look for cycles among them when it ends
    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        run = import_module(f"lint.commands.{options.command}").run
        return int(run(options))
    except UsageError as error:
        print(f"gouji: {error}", file=sys.stderr)
        return BAD_USE
    except KeyboardInterrupt:
        print("gouji: 已中断", file=sys.stderr)
        return INTERRUPTED
    except Exception:  # the one place where a defect of the program becomes a message and an exit code
        import traceback

        traceback.print_exc()
        print("gouji: 内部错误，检查没有完成；请把以上内容报告给开发者", file=sys.stderr)
        return BAD_USE


def parse(argv: list[str]) -> argparse.Namespace:
    """The options of a command line. Raises UsageError; prints and exits for --help and --version."""
    parser = Parser(
        prog="gouji",
        description="勾稽：找出报告中互相矛盾的数字。",
        epilog="把文件或文件夹拖放到程序上（或者只写文件名）：结果写入旁边的文件夹 校核结果-日期，并打开网页。"
        "退出码：0 没有需要处理的问题；1 有问题或有文件未能读出；2 用法错误、未能运行或程序内部错误；130 被中断。",
        allow_abbrev=False,
        add_help=False,
    )
    commands = declare(parser)
    if argv and argv[0] not in commands and all(map(os.path.exists, argv)):  # nothing but files: they were dropped on the program
        options = parser.parse_args(["check", "--", *argv])
        options.command = "drop"
        return options
    options, unknown = parser.parse_known_args(argv)
    if strange := [word for word in unknown if word.startswith("-")]:
        named = f"{options.command} {getattr(options, 'action', '')}".strip()
        words = [word for action in commands[named]._actions for word in action.option_strings]
        raise UsageError(f"没有选项 {strange[0]}{nearest(strange[0].partition('=')[0], words)}")
    if unknown and not isinstance(getattr(options, "paths", None), list):
        raise UsageError(f"多出了“{unknown[0]}”，用 gouji {options.command} --help 查看用法")
    if unknown:
        options.paths += unknown  # argparse takes paths from one place of the line only
    return options


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
