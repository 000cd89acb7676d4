"""Where rubrics come from: those that ship with the program, a file of the user, tables of settings."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from lint.errors import UsageError
from lint.pattern import pattern
from lint.rubric import Rubric
from lint.rubric.faults import told, unreadable
from lint.rubric.load import rubric_of

SUFFIX = ".toml"
_ID = pattern(r"[a-z-]+/[0-9]{4}")


@cache
def shipped() -> dict[str, Rubric]:
    """The rubrics that ship with the program, by id."""
    folder = _folder()
    names = [path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.glob(f"*/*{SUFFIX}"))]
    return {name: rubric for name in names if (rubric := _shipped(name))}


def from_file(path: str) -> Rubric:
    """The rubric that a file describes; its id is the name of the file where it says none. Raises UsageError with every fault."""
    return _read(Path(path), os.path.splitext(os.path.basename(path))[0], path)


def from_tables(tables: Iterable[object], file: str, text: str) -> tuple[Rubric, ...]:
    """The rubrics that the tables [[rubric]] of a settings file with this text describe. Raises UsageError with every fault."""
    made = [rubric_of(table, _shipped, where=f"rubric[{index}]") for index, table in enumerate(tables)]
    if faults := [fault for _, found in made for fault in found]:
        raise told(faults, file, text)
    return tuple(rubric for rubric, _ in made)


def _folder() -> Path:
    return Path(import_module("lint.rules").__path__[0], "rubrics")


@cache
def _shipped(name: str) -> Rubric | None:
    """The rubric of that id; None where there is none."""
    if not _ID.fullmatch(name):
        return None
    path = _folder() / f"{name}{SUFFIX}"
    return _read(path, name, f"rubrics/{name}{SUFFIX}") if path.is_file() else None


def _read(path: Path, name: str, shown: str) -> Rubric:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"没有评分细则文件“{shown}”") from None
    except OSError as error:
        raise UsageError(f"读不了评分细则“{shown}”：{error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"评分细则“{shown}”不是 UTF-8 编码：请在记事本里另存为 UTF-8") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise unreadable(error, shown, text) from None
    rubric, faults = rubric_of(data, _shipped, name=name)
    if faults:
        raise told(faults, shown, text)
    return rubric
