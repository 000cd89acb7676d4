"""Faults of a rubric as data: every one with its path, its line and what to write instead, told together."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lint.errors import UsageError
from lint.pattern import pattern

_AT = pattern(r"\(at line (\d+)|\(at end of document\)")
_WIDE = pattern(r"[“”＝［］，｛｝]")
_QUOTED = pattern(r"\"[^\"]*\"")
MOST = 20
"""How many faults are told at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a path such as ``indicators[3].full``; `about` is the name of the indicator, empty for none.

    `hint` is advice for many faults of a kind, told once after all of them.
    """

    path: str
    text: str
    about: str = ""
    hint: str = ""


def told(faults: Sequence[Fault], file: str, line: Callable[[str], int]) -> UsageError:
    """The faults of a file as one error, a line for each, in the order of the file; `line` gives the line of a path."""
    ordered = sorted(faults, key=lambda fault: line(fault.path))
    lines = [_line(fault, file, line(fault.path)) for fault in ordered[:MOST]]
    more = [f"……另有{len(faults) - MOST}处"] if len(faults) > MOST else []
    hints = dict.fromkeys(fault.hint for fault in ordered if fault.hint)
    return UsageError("\n".join([*lines, *more, *hints]))


def _line(fault: Fault, file: str, number: int) -> str:
    about = f"（“{fault.about}”）" if fault.about else ""
    return f"“{file}”第{number}行：{fault.path}{about}：{fault.text}"


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
