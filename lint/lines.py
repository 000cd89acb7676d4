"""In which line of a TOML text a key or table stands; the parser of the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

Path = tuple[str | int, ...]

_PATH = re.compile(r"[\w.\-\[\]]+")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def path_of(message: str) -> Path:
    """The path with which a message begins: ``template[0].sum[1].parts 至少要有两项``; empty where it begins with none."""
    head = _PATH.match(message)
    return tuple(int(index) if index else name for index, name in _STEP.findall(head[0])) if head else ()


def finder(text: str, above: Path = ()) -> Callable[[str | Path], int]:
    """What gives the line, from 1, in which a path of a valid TOML text stands, or the nearest table that holds it.

    It may be a message that begins with a path. `above` are the tables that all paths lie in.
    """
    lines: dict[Path, int] = {}

    def find(place: str | Path) -> int:
        path = (*above, *(path_of(place) if isinstance(place, str) else place))
        lines.update({} if lines else lines_of(text))
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path, 1)

    return find


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, in which each table, key and entry of a valid TOML text begins.

    A statement is the fewest lines that the parser accepts, so that strings and lists over several lines need no grammar here.
    """
    lines: dict[Path, int] = {}
    last: dict[Path, int] = {}
    head: Path = ()
    statement, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        statement += line + "\n"
        try:
            data = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if statement.lstrip().startswith("["):
            head = _entered(data, last)
            lines.setdefault(head, start)
        else:
            _note(lines, head, data, start)
        statement, start = "", number + 1
    return lines


def _entered(data: dict[str, Any], last: dict[Path, int]) -> Path:
    """The path of the table that a line `[a.b]` or `[[a.b]]` begins; `last` holds the latest index of each list of tables."""
    path: Path = ()
    value: Any = data
    while value:
        if isinstance(value, list):
            last[path] = last.get(path, -1) + 1
            return (*path, last[path])
        ((name, value),) = value.items()
        path = (*path, name)
        if path in last and not isinstance(value, list):
            path = (*path, last[path])
    return path


def _note(lines: dict[Path, int], path: Path, value: object, line: int) -> None:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        lines.setdefault((*path, step), line)
        _note(lines, (*path, step), inner, line)
