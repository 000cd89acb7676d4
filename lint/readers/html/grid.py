"""Tables of a page: their cells put as a browser puts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers.html.seen import BLOCKS, is_hidden
from lint.readers.linear import AREA, TOO_WIDE, Filled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SPACE = pattern(r"\s+")
_SPAN_LIMIT = 1000
_LABEL = 40
"""Characters that a table of one cell may hold inside a cell of a data table."""


class Cells(NamedTuple):
    """The cells of a table by row and column; `hidden` counts the rows and columns that hold something and are not shown."""

    filled: dict[tuple[int, int], Filled]
    hidden: int


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: more than one cell, and no table in it but such as frame a single number or label."""
    if sum(1 for _ in _own(table, "td", "th")) < 2:
        return False
    return all(
        sum(1 for _ in inner.iterdescendants("td", "th")) < 2 and len(_text(inner)) <= _LABEL for inner in table.iterdescendants("table")
    )


def cells(table: HtmlElement) -> Cells:
    """Every cell, those of hidden rows and columns too, because totals include them. Raises Unreadable beyond the limit."""
    found: dict[tuple[int, int], Filled] = {}
    taken: set[tuple[int, int]] = set()
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    row = 0
    for line in _own(table, "tr"):
        unseen = is_hidden(line) or any(is_hidden(around) for around in line.iterancestors("tbody", "thead", "tfoot"))
        if unseen and not _text(line):
            continue
        if unseen:
            hidden_rows.add(row)
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            filled = Filled(_text(cell), _span(cell, "rowspan"), _span(cell, "colspan"))
            if filled.text and not unseen and is_hidden(cell):
                hidden_columns.add(column)
            found[row, column] = filled
            taken.update((row + down, column + across) for down in range(filled.rows) for across in range(filled.columns))
            if len(taken) > AREA:
                raise Unreadable("too-large", TOO_WIDE)
            column += filled.columns
        row += 1
    return Cells(found, len(hidden_rows) + len(hidden_columns))


def body(filled: dict[tuple[int, int], Filled]) -> range:
    """The rows between those of a single cell at either end, which are titles and notes as on a sheet; all, where no others are."""
    height = max(row for row, _ in filled) + 1
    shown = Counter(row for (row, _), cell in filled.items() for _ in range(bool(cell.text)))
    held = {row + down for (row, _), cell in filled.items() if cell.rows > 1 for down in range(min(cell.rows, height - row))}
    solid = [row for row in range(height) if shown[row] > 1 or row in held]
    return range(solid[0], solid[-1] + 1) if solid else range(height)


def _own(table: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """The elements of a table that are not those of a table in it."""
    return (element for element in table.iterdescendants(*tags) if next(element.iterancestors("table")) is table)


def _text(element: HtmlElement) -> str:
    """The text of a cell, its blocks on lines of their own."""
    pieces: list[str] = []
    _gather(element, pieces)
    lines = (SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    pieces.append(SPACE.sub(" ", element.text or ""))
    for child in element:
        if child.tag == "td" or child.tag == "th" or not is_hidden(child):
            if child.tag == "br" or child.tag in BLOCKS:
                pieces.append("\n")
            _gather(child, pieces)
            if child.tag in BLOCKS:
                pieces.append("\n")
        pieces.append(SPACE.sub(" ", child.tail or ""))


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _SPAN_LIMIT) if value.isdigit() and len(value) < 6 else 1
