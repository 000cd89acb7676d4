"""`gouji.toml`: what a bureau adds to the program, found beside the work or above it, read and checked before anything runs."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from typing import Any

from lint.errors import UsageError
from lint.pattern import pattern
from lint.rubric import Rubric, library
from lint.template import Template, template_of

NAME = "gouji.toml"
_STEP = pattern(r"(?:^|(?<=\.))([a-z_]+)(?:\[(\d+)\])?")


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
    text, data = _read(path)
    return tuple(_form(entry, index, path, text) for index, entry in enumerate(_tables(data, path)))


def rubrics(path: str) -> tuple[str, tuple[Rubric, ...]]:
    """The scoring table that a settings file names (`rubric = "…"`, an id or a file beside it; empty for none), or those that it describes (`[[rubric]]`).

    Raises UsageError with file, line and path of a fault.
    """
    text, data = _read(path)
    value = data.get("rubric", "")
    if isinstance(value, str):
        return os.path.join(os.path.dirname(path), value) if value.endswith(library.SUFFIX) else value, ()
    if not isinstance(value, list):
        raise UsageError(
            f'设置文件“{path}”{_line(text, "[rubric", "rubric")}：评分细则应写成 [[rubric]]（两层方括号）或者 rubric = "编号或文件"'
        )
    return "", library.from_tables(value, path, text)


def _read(path: str) -> tuple[str, dict[str, Any]]:
    """The text of a settings file and its tables, which are all known."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不了设置文件“{path}”：{error}") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"设置文件“{path}”的写法不对：{error}") from None
    for key in data:
        if key not in ("template", "rubric"):
            raise UsageError(f"设置文件“{path}”{_line(text, f'[{key}', key)}：{key} 不认识，可以写的有 [[template]]、[[rubric]]、rubric")
    return text, data


def _tables(data: Mapping[str, Any], path: str) -> list[Any]:
    tables = data.get("template", [])
    if not isinstance(tables, list):
        raise UsageError(f"设置文件“{path}”：表样应写成 [[template]]")
    return tables


def _form(entry: object, index: int, path: str, text: str) -> Template:
    try:
        return template_of(entry, f"template[{index}]")
    except UsageError as error:
        raise UsageError(f"设置文件“{path}”{_where(text, str(error))}：{error}") from None


def _line(text: str, *words: str) -> str:
    """第n行 of the first line that begins with one of these words; empty where none does."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(words):
            return f"第{number}行"
    return ""


def _where(text: str, path: str) -> str:
    """第n行 of the entry that a path means (``template[0].sum[1].parts``), or of the table that lacks it."""
    lines = [line.strip() for line in text.splitlines()]
    steps = _STEP.findall(path)
    at, head = 0, ""
    for name, index in steps:
        head = f"{head}.{name}" if head else name
        if index:
            heads = [number for number, line in enumerate(lines) if number >= at and line.startswith(f"[[{head}]]")]
            if int(index) >= len(heads):
                break
            at = heads[int(index)]
        else:
            found = (number for number, line in enumerate(lines[at:], at) if line.startswith(name) and "=" in line)
            at = next(found, at)
    return f"第{at + 1}行"
