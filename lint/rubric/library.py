"""Where rubrics come from: those that ship with the program, a file of the user, tables of settings."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from lint.errors import UsageError, nearest
from lint.lines import finder
from lint.rubric import EVERYWHERE, Kind, Rubric
from lint.rubric.faults import told, unreadable
from lint.rubric.load import rubric_of, years_of
from lint.shipped import files_of, text_of

SUFFIX = ".toml"


@cache
def shipped() -> dict[str, Rubric]:
    """The rubrics that ship with the program, by id."""
    return {name: rubric for name in _heads() if (rubric := _shipped(name))}


def likely(year: int, text: str, kind: Kind | None = None) -> Iterator[Rubric]:
    """Those of them that may be the one of a report of this year with this text, of this kind where it is known; the others are not even read."""
    for name, head in _heads().items():
        first, last = years_of(head.get("years")) or (None, None)
        places = head.get("places", [EVERYWHERE])
        near = EVERYWHERE in places or any(place in text for place in places)
        fitting = near and (first or year) <= year <= (last or year) and kind in (None, head.get("kind", kind))
        if fitting and (rubric := _shipped(name)):
            yield rubric


@cache
def _heads() -> dict[str, dict[str, Any]]:
    """What stands before the first indicator of each, by id: reading all of them would take half as long as checking a report."""
    files = files_of(f"rubrics/*/*{SUFFIX}")
    return {path.removeprefix("rubrics/").removesuffix(SUFFIX): tomllib.loads(text_of(path).partition("[[")[0]) for path in files}


def named(name: str, own: Iterable[Rubric] = ()) -> Rubric:
    """The rubric of that id, of the user's `own` or of the program's, or in that file. Raises UsageError."""
    if name.endswith(SUFFIX) or os.path.isfile(name):
        return from_file(name)
    known = {**shipped(), **{rubric.id: rubric for rubric in own}}
    if name not in known and os.path.isfile(name + SUFFIX):
        raise UsageError(f"没有评分细则“{name}”，是否想用文件 {name}{SUFFIX}？文件名要连“{SUFFIX}”一起写")
    if name not in known:
        raise UsageError(f"没有评分细则“{name}”{nearest(name, list(known))}（gouji rubric list 列出全部；也可以写文件名）")
    return known[name]


def from_file(path: str) -> Rubric:
    """The rubric that a file describes; its id is the name of the file where it says none. Raises UsageError with every fault."""
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read()
    except FileNotFoundError:
        raise UsageError(f"没有评分细则文件“{path}”") from None
    except OSError as error:
        raise UsageError(f"读不了评分细则“{path}”：{error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"评分细则“{path}”不是 UTF-8 编码：请在记事本里另存为 UTF-8") from None
    return _read(text, os.path.splitext(os.path.basename(path))[0], path)


def from_tables(tables: Iterable[object], file: str, line: Callable[[str], int]) -> tuple[Rubric, ...]:
    """The rubrics that the tables [[rubric]] of a settings file describe; `line` gives the line of a path. Raises UsageError with every fault."""
    made = [rubric_of(table, _shipped, where=f"rubric[{index}]") for index, table in enumerate(tables)]
    if faults := [fault for _, found in made for fault in found]:
        raise told(faults, file, line)
    return tuple(rubric for rubric, _ in made)


@cache
def _shipped(name: str) -> Rubric | None:
    """The rubric of that id; None where there is none."""
    path = f"rubrics/{name}{SUFFIX}"
    return _read(text_of(path), name, path) if name in _heads() else None


def _read(text: str, name: str, shown: str) -> Rubric:
    """The rubric that a text describes; `shown` is what to call its file."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise unreadable(error, shown, text) from None
    rubric, faults = rubric_of(data, _shipped, name=name)
    if faults:
        raise told(faults, shown, finder(text))
    return rubric
