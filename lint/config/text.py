"""The text of a settings file: what it says, and in which line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from lint.config.find import PROJECT
from lint.config.setting import Origin
from lint.config.where import Path, line_of, lines_of, path_of
from lint.errors import UsageError

_AT = re.compile(r"at line (\d+), column (\d+)")


def _place(message: str) -> str:
    """The place that the parser names: 第3行第5列; empty where it names none."""
    at = _AT.search(message)
    return f"第{at[1]}行第{at[2]}列" if at else ""


@dataclass(frozen=True)
class Text:
    """The text of a settings file, and where in it everything stands."""

    path: str

    @cached_property
    def _text(self) -> str:
        try:
            with open(self.path, encoding="utf-8-sig") as stream:
                return stream.read()
        except UnicodeDecodeError:
            raise UsageError(f"设置文件“{self.path}”不是 UTF-8 编码，请另存为 UTF-8") from None
        except OSError as error:
            raise UsageError(f"读不了设置文件“{self.path}”：{error.strerror}") from None

    @cached_property
    def _prefix(self) -> Path:
        return ("tool", "gouji") if os.path.basename(self.path) == PROJECT else ()

    @cached_property
    def _lines(self) -> Mapping[Path, int]:
        return lines_of(self._text)

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """What the file says, in a project file below `[tool.gouji]`."""
        try:
            data: Any = tomllib.loads(self._text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"设置文件“{self.path}”{_place(str(error))}的写法不对（应为 TOML，中文名称和文字要加引号）：{error}") from None
        for step in self._prefix:
            data = data.get(step) if isinstance(data, dict) else None
        if not isinstance(data, dict):
            raise UsageError(f"设置文件“{self.path}”中没有表 [tool.gouji]")
        return data

    def origin(self, path: Path) -> Origin:
        return Origin("file", self.path, line_of(self._lines, (*self._prefix, *path)))

    def fault(self, message: str, path: Path) -> UsageError:
        """A fault of the value of a path, or of what lies deeper, where the message begins with its path."""
        where = dotted(path)
        deeper = path_of(message) if message.startswith(where) else path
        line = line_of(self._lines, (*self._prefix, *deeper))
        told = message if message.startswith(where) else f"{where}：{message}"
        return UsageError(f"设置文件“{self.path}”{f'第{line}行' if line else ''}：{told}")


def dotted(path: Path) -> str:
    """A path as people write it: ``per-file[0].files``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
