"""`gouji.toml`: what a bureau adds to the program, found beside the work or above it, read and checked before anything runs."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lint.errors import UsageError, nearest
from lint.own.load import KEYS, own_of
from lint.own.records import Own
from lint.pattern import pattern
from lint.ratio import RatioTerm, ratios_of
from lint.rubric import Rubric, library
from lint.template import Template, template_of

NAME = "gouji.toml"
_STEP = pattern(r"(?:^|(?<=\.))([a-z_-]+)(?:\[(\d+)\])?")


def found(start: str = ".") -> str | None:
    """The nearest `gouji.toml` in a folder or those above it; None where there is none."""
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def forms(path: str) -> tuple[Template, ...]:
    """The forms that a settings file describes in its tables `[[template]]`. Raises UsageError with file, line and path of a fault."""
    data, text = _read(path)
    return tuple(_form(entry, index, path, text) for index, entry in enumerate(_tables(data, path)))


def ratios(path: str) -> tuple[RatioTerm, ...]:
    """The ratios that a settings file describes in its tables `[[named-ratio]]`. Raises UsageError with file, line and path of a fault."""
    data, text = _read(path)
    try:
        return ratios_of(data, "named-ratio")
    except UsageError as error:
        raise UsageError(f"设置文件“{path}”第{line_of(text, str(error))}行：{error}") from None


def own(path: str) -> Own:
    """The user's own rules in a settings file. Raises UsageError with file, line and path of a fault."""
    data, text = _read(path)
    try:
        return own_of(data, os.path.basename(path), lambda where: line_of(text, where))
    except UsageError as error:
        raise UsageError(f"设置文件“{path}”第{line_of(text, str(error))}行：{error}") from None


def rubrics(path: str) -> tuple[str, tuple[Rubric, ...]]:
    """The scoring table that a settings file names (`rubric = "…"`, an id or a file beside it; empty for none), or those that it describes (`[[rubric]]`).

    Raises UsageError with file, line and path of a fault.
    """
    data, text = _read(path)
    value = data.get("rubric", "")
    if isinstance(value, str):
        return os.path.join(os.path.dirname(path), value) if value.endswith(library.SUFFIX) else value, ()
    if not isinstance(value, list):
        raise UsageError(
            f'设置文件“{path}”{_line(text, "[rubric", "rubric")}：评分细则应写成 [[rubric]]（两层方括号）或者 rubric = "编号或文件"'
        )
    return "", library.from_tables(value, path, text)


def _read(path: str) -> tuple[dict[str, Any], str]:
    """What stands in a settings file, its keys known, and its text."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        data = tomllib.loads(text, parse_float=Decimal)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不了设置文件“{path}”：{error}") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"设置文件“{path}”的写法不对：{error}") from None
    known = ("template", "named-ratio", "rubric", *KEYS)
    for key in data:
        if key not in known:
            listed = "、".join(f"[[{name}]]" for name in known)
            raise UsageError(
                f"设置文件“{path}”{_line(text, f'[{key}', f'[[{key}', key)}：{key} 不认识，可以写的有 {listed}{nearest(key, known)}"
            )
    return data, text


def _tables(data: Mapping[str, Any], path: str) -> list[Any]:
    tables = data.get("template", [])
    if not isinstance(tables, list):
        raise UsageError(f"设置文件“{path}”：表样应写成 [[template]]")
    return tables


def _form(entry: object, index: int, path: str, text: str) -> Template:
    try:
        return template_of(entry, f"template[{index}]")
    except UsageError as error:
        raise UsageError(f"设置文件“{path}”第{line_of(text, str(error))}行：{error}") from None


def _line(text: str, *words: str) -> str:
    """第n行 of the first line that begins with one of these words; empty where none does."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(words):
            return f"第{number}行"
    return ""


def line_of(text: str, path: str) -> int:
    """The line of the entry that a path means (``template[0].sum[1].parts``), or of the table that lacks it."""
    lines = [line.strip() for line in text.splitlines()]
    at, head = 0, ""
    for name, index in _STEP.findall(path):
        head = f"{head}.{name}" if head else name
        heads = [number for number, line in enumerate(lines) if number >= at and line.startswith(f"[[{head}]]")] if index else []
        if int(index or 0) < len(heads):
            at = heads[int(index or 0)]
        else:
            found = (number for number, line in enumerate(lines[at:], at) if re.match(rf"{re.escape(name)}\s*=", line))
            at = next(found, at)
    return at + 1
