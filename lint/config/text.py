"""The text of a settings file: what it says, and in which line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from lint.config.find import PROJECT
from lint.config.kinds import At
from lint.config.setting import Origin
from lint.errors import UsageError
from lint.lines import Path, finder
from lint.paths import cause

_TWICE = re.compile(r"Cannot (?:overwrite a value|declare .* twice|mutate immutable namespace)|Duplicate inline table key")
_AT = re.compile(r"at line (\d+), column (\d+)")


def _place(message: str) -> str:
    """The place that the parser names: 第3行第5列; empty where it names none."""
    at = _AT.search(message)
    return f"第{at[1]}行第{at[2]}列" if at else ""


@dataclass(frozen=True)
class Text:
    """The text of a settings file, read where it is not `given`, and where in it everything stands."""

    path: str
    given: str | None = None

    @cached_property
    def _text(self) -> str:
        if self.given is not None:
            return self.given
        try:
            with open(self.path, encoding="utf-8-sig") as stream:
                return stream.read()
        except UnicodeDecodeError:
            raise UsageError(f"设置文件“{self.path}”不是 UTF-8 编码，请另存为 UTF-8") from None
        except OSError as error:
            raise UsageError(f"读不了设置文件“{self.path}”：{cause(error).text()}") from None

    @cached_property
    def _prefix(self) -> Path:
        return ("tool", "gouji") if os.path.basename(self.path) == PROJECT else ()

    @cached_property
    def line(self) -> Callable[[str | Path], int]:
        """What gives the line of a path."""
        return finder(self._text, self._prefix)

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """What the file says, in a project file below `[tool.gouji]`."""
        try:
            data: Any = tomllib.loads(self._text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            place = f"设置文件“{self.path}”{_place(str(error))}"
            if _TWICE.search(str(error)):
                raise UsageError(f"{place}：这一项写了两次，请合成一处") from None
            raise UsageError(f"{place}的写法不对（应为 TOML，中文名称和文字要加引号）：{error}") from None
        for step in self._prefix:
            data = data.get(step) if isinstance(data, dict) else None
        if not isinstance(data, dict):
            raise UsageError(f"设置文件“{self.path}”中没有表 [tool.gouji]")
        return data

    def origin(self, path: Path) -> Origin:
        return Origin("file", self.path, self.line(path))

    def at(self, path: Path) -> At:
        return At(dotted(path), self.path, self.line)

    def fault(self, message: str, path: Path) -> UsageError:
        """A fault of the value of a path, or of what lies deeper, where the message begins with its path."""
        if message.startswith(f"“{self.path}”"):  # its place has been told already
            return UsageError(message)
        where = dotted(path)
        deeper = message.startswith(where)
        return UsageError(
            f"设置文件“{self.path}”第{self.line(message if deeper else path)}行：{message if deeper else f'{where}：{message}'}"
        )


def dotted(path: Path) -> str:
    """A path as people write it: ``per-file[0].files``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
