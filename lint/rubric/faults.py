"""Faults of a rubric as data: every one with its path, its line and what to write instead, told together."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.errors import UsageError
from lint.pattern import pattern

_STEP = pattern(r"(?:^|(?<=\.))([a-z_]+)(?:\[(\d+)\])?")
_AT = pattern(r"\(at line (\d+)|\(at end of document\)")
_WIDE = pattern(r"[“”＝［］，｛｝]")
_QUOTED = pattern(r"\"[^\"]*\"")
MOST = 20
"""How many faults are told at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a path such as ``indicators[3].full``; `about` is the name of the indicator, empty for none."""

    path: str
    text: str
    about: str = ""


def told(faults: Sequence[Fault], file: str, text: str) -> UsageError:
    """The faults of a file with this text as one error, a line for each, in the order of the file."""
    ordered = sorted(faults, key=lambda fault: line_of(text, fault.path))
    lines = [_line(fault, file, text) for fault in ordered[:MOST]]
    more = [f"……另有{len(faults) - MOST}处"] if len(faults) > MOST else []
    return UsageError("\n".join([*lines, *more]))


def _line(fault: Fault, file: str, text: str) -> str:
    about = f"（“{fault.about}”）" if fault.about else ""
    return f"“{file}”第{line_of(text, fault.path)}行：{fault.path}{about}：{fault.text}"


def line_of(text: str, path: str) -> int:
    """The line of the entry that a path means (``rubric[0].indicators[3].full``), else of the table that lacks it."""
    lines = [line.strip() for line in text.splitlines()]
    at, head, end = 0, "", len(lines)
    for name, index in _STEP.findall(path):
        head = f"{head}.{name}" if head else name
        if index and (heads := [number for number in range(at, end) if lines[number].startswith(f"[[{head}]]")]):
            place = int(index)
            if place >= len(heads):
                break
            at, end = heads[place], heads[place + 1] if place + 1 < len(heads) else end
        else:
            stop = next((number for number in range(at + 1, end) if lines[number].startswith("[")), end)
            at = next((number for number in range(at, stop) if lines[number].partition("=")[0].strip() == name), at)
    return at + 1


def unreadable(error: tomllib.TOMLDecodeError, file: str, text: str) -> UsageError:
    """What is wrong with a file that is no TOML, with its line and the slips that people make there."""
    match = _AT.search(str(error))
    lines = text.splitlines() or [""]
    number = int(match[1]) if match and match[1] else len(lines)
    return UsageError(f"“{file}”第{number}行写法不对：{lines[min(number, len(lines)) - 1].strip()}\n{'；'.join(_hints(lines, number))}")


def _hints(lines: Sequence[str], number: int) -> Iterator[str]:
    line = lines[min(number, len(lines)) - 1]
    if _WIDE.search(_QUOTED.sub("", line)):
        yield "这一行有中文标点：等号、引号、逗号、方括号要用英文半角的"
    yield '每行应为“名称 = 值”，文字放在英文双引号里，如 name = "预算编制"，数字不加引号，如 full = 10'
