"""Values separated by commas in a plain text: which of its lines are such rows, and their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from lint.pattern import pattern
from lint.place import Span

_FIELD = pattern(r'(?:\s*"(?P<quoted>(?:[^"]|"")*)"\s*|(?P<plain>[^",]*))(?P<comma>,|$)')
_NUMBER = pattern(r"[-+]?[¥￥]?\d[\d,]*(?:\.\d+)?[%‰]?")
_NO_FIELD = pattern(r"[。；，|\t]|\d\s+\S|\S\s+\d|.{41}")
"""What no value holds: marks of sentences or of other tables, numbers set apart by blanks, more than a label."""
_FEWEST = 3
"""Values that a row has at least."""


def separated(text: str, lines: Sequence[Span]) -> Mapping[int, list[Span]]:
    """The cells of the lines (by their index) that are rows: two neighbours or more with as many values, numbers in all but the first."""
    found: dict[int, list[Span]] = {}
    cells = [_values(text, line) for line in lines]
    for count, group in groupby(range(len(lines)), key=lambda index: len(cells[index])):
        rows = list(group)
        if count and len(rows) > 1 and all(any(_is_number(text, cell) for cell in cells[index]) for index in rows[1:]):
            found |= {index: cells[index] for index in rows}
    return found


def _values(text: str, line: Span) -> list[Span]:
    """The values of a line; none where it is no such row."""
    found = list(_fields(text, line)) if text.find(",", line.start, line.end) >= 0 else []
    if (
        len(found) < _FEWEST
        or not text[found[0].start : found[0].end]
        or any(_NO_FIELD.search(text, cell.start, cell.end) for cell in found)
    ):
        return []
    for cell, following in pairwise(found):
        cut = following.start == cell.end + 1 and text[following.start : following.end][:1].isdigit()
        if cut and text[cell.start : cell.end][-1:].isdigit() and not _is_number(text, cell):
            return []  # the comma of a number: 人员1,300.00
    return found


def _fields(text: str, line: Span) -> Iterator[Span]:
    at = line.start
    while at <= line.end:
        match = _FIELD.match(text, at, line.end)
        if match is None:
            return
        kind = "plain" if match["quoted"] is None else "quoted"
        value = match[kind]
        begin = match.end(kind) - len(value.lstrip())
        yield Span(begin, begin + len(value.strip()))
        if not match["comma"]:
            return
        at = match.end()


def _is_number(text: str, cell: Span) -> bool:
    return _NUMBER.fullmatch(text, cell.start, cell.end) is not None
