"""What the label of a table line says of its place: total, 其中, numbering mark, subject code."""

from __future__ import annotations

from functools import lru_cache

from lint.facts.grid import is_total_label
from lint.facts.tables.sheets import Line
from lint.outline import mark_of
from lint.pattern import pattern

_AMONG = pattern(r"^(?:其中|#)[：:]?")


def rank(line: Line) -> int:
    """0 for an ordinary line and for a numbered one (（一）支出合计 is an item), 1 for 小计, 2 for 合计, 3 for 总计."""
    label = line.label.replace(" ", "")
    if not is_total_label(label):
        return 0
    return 1 if label.startswith("小") else 3 if "总计" in label or label.startswith("总") else 2


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without its numbering mark and blanks."""
    mark = mark_of(label)
    return (label[mark.end :] if mark else label).replace(" ", "")


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """A label without its numbering mark and without 其中."""
    return _AMONG.sub("", bare(label))


def is_among(line: Line) -> bool:
    """Whether a line is marked as one of the parts of the line above it."""
    return line.label.startswith("其中") or line.label.startswith("#")


def subject_code(code: tuple[str, ...]) -> tuple[str, ...]:
    """A subject code by its levels: three digits, then two each (2010301 is 201, 03, 01); empty where it is no such code."""
    if len(code) != 1:
        return code
    digits = code[0]
    if len(digits) not in (3, 5, 7):
        return ()
    return (digits[:3], *(digits[at : at + 2] for at in range(3, len(digits), 2)))
