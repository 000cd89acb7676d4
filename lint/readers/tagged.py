"""Tables that a text holds as HTML (Markdown may): their cells, whose places are those of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.document import Cell, Table
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.place import Span
from lint.readers.linear import AREA, TOO_WIDE

_BEGIN = pattern(r"<table\b[^<>]*>", re.IGNORECASE)
_END = pattern(r"</table\s*>", re.IGNORECASE)
_OPEN = pattern(r"<(?P<tag>tr|t[dh])\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_SPANS = pattern(r"\b(row|col)span\s*=\s*[\"']?(\d{1,3})\b", re.IGNORECASE)
_PIECE = pattern(r"(?P<nothing>\s+|</?[A-Za-z][^<>]*>|&nbsp;)|[^\s<&]+|[<&]")


def tables(text: str, start: int, end: int) -> Iterator[Table]:
    """The tables between two offsets; those without a cell are left out. Raises Unreadable beyond the limit."""
    while (first := _BEGIN.search(text, start, end)) and (last := _END.search(text, first.end(), end)):
        start = last.end()
        if cells := tuple(_cells(text, first.end(), last.start())):
            width = max(cell.column + cell.columns for cell in cells)
            yield Table(Span(first.start(), start), cells, width, cells[-1].row + 1)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    """The cells, each in the first column that no cell above it takes."""
    taken: set[tuple[int, int]] = set()
    row, column = -1, 0
    marks = list(_OPEN.finditer(text, start, end))
    for index, match in enumerate(marks):
        if match["tag"].lower() == "tr":
            row, column = row + 1, 0
            continue
        row = max(row, 0)
        while (row, column) in taken:
            column += 1
        spans = {name.lower(): max(int(count), 1) for name, count in _SPANS.findall(match["attributes"])}
        rows, columns = spans.get("row", 1), spans.get("col", 1)
        taken.update((row + down, column + across) for down in range(rows) for across in range(columns))
        if len(taken) > AREA:
            raise Unreadable("too-large", TOO_WIDE)
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        yield Cell(_content(text, match.end(), stop), row, column, rows, columns)
        column += columns


def _content(text: str, start: int, end: int) -> Span:
    """What a cell holds, without the tags and blanks around it."""
    held = [match.span() for match in _PIECE.finditer(text, start, end) if match["nothing"] is None]
    return Span(held[0][0], held[-1][1]) if held else Span(start, start)
