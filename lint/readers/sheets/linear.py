"""From a workbook to a document: every stretch of filled rows a table, titles and notes around it paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.place import Place, Span
from lint.readers import Source
from lint.readers.linear import Filled, Linear
from lint.readers.sheets.book import Book, Sheet, Shown, address

_UNNAMED = pattern(r"(?:Sheet|工作表|表)? ?\d*")
"""Names that programs give to sheets and that say nothing."""
_BEYOND = 1 << 30
"""A row after the last one."""

Row = list[Shown]


class CellOrigin:
    """Sheet and address of every cell."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._cells: list[tuple[str, str]] = []

    def add(self, start: int, sheet: str, at: str) -> None:
        self._starts.append(start)
        self._cells.append((sheet, at))

    def place(self, span: Span) -> Place:
        sheet, at = self._cells[max(bisect_right(self._starts, span.start) - 1, 0)]
        return Place(span, sheet=sheet, address=at or None)


def document_of(source: Source, form: str, book: Book, encoding: str = "", notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a workbook. Raises Unreadable for one that shows nothing or is beyond the limits."""
    linear, origin = Linear(), CellOrigin()
    if not any(sheet.cells for sheet in book.sheets):
        raise Unreadable("empty")
    for sheet in book.sheets:
        if sheet.cells:
            _write(sheet, linear, origin)
    blocks, tables = tuple(linear.blocks), tuple(linear.tables)
    return Document(source.name, form, linear.text, blocks, tables, origin, (*notices, *_notices(book)), source.sha256, encoding)


def _notices(book: Book) -> Iterator[Notice]:
    names = [sheet.name for sheet in book.sheets if sheet.pending]
    if names:
        yield Notice("uncalculated", "、".join(names), count=sum(len(sheet.pending) for sheet in book.sheets))
    names = [sheet.name for sheet in book.sheets if sheet.rows or sheet.columns]
    if names:
        yield Notice("hidden-rows", "、".join(names), count=sum(len(sheet.rows) + len(sheet.columns) for sheet in book.sheets))
    if book.hidden:
        yield Notice("hidden-sheets", "、".join(book.hidden), count=len(book.hidden))


def _write(sheet: Sheet, linear: Linear, origin: CellOrigin) -> None:
    """Single cells above and below a table are its titles and notes; a stretch of such rows alone is text."""
    origin.add(linear.end, sheet.name, "")
    if not _UNNAMED.fullmatch(sheet.name):
        linear.line(sheet.name, kind="aside")
    for rows in _stretches(sheet):
        first = next((index for index, row in enumerate(rows) if len(row) > 1), len(rows))
        last = next((index for index in range(len(rows), first, -1) if len(rows[index - 1]) > 1), first)
        _lines(sheet.name, rows[:first], linear, origin)
        if first < last:
            _table(sheet.name, rows[first:last], linear, origin)
        _lines(sheet.name, rows[last:], linear, origin)


def _lines(name: str, rows: list[Row], linear: Linear, origin: CellOrigin) -> None:
    for row in rows:
        origin.add(linear.end, name, address(row[0].row, row[0].column))
        for line in row[0].text.splitlines():
            linear.line(line)


def _table(name: str, rows: list[Row], linear: Linear, origin: CellOrigin) -> None:
    cells = [cell for row in rows for cell in row]
    left, top = min(cell.column for cell in cells), min(cell.row for cell in cells)
    width = max(cell.column + cell.columns for cell in cells) - left
    height = max(cell.row for cell in cells) - top + 1
    filled = {(cell.row - top, cell.column - left): Filled(cell.text, cell.rows, cell.columns) for cell in cells}
    linear.table(filled, width, height, lambda row, column: origin.add(linear.end, name, address(row + top, column + left)))


def _stretches(sheet: Sheet) -> Iterator[list[Row]]:
    """Runs of filled rows; a merged cell keeps those that it covers together."""
    by_row: dict[int, Row] = {}
    for cell in sheet.cells:
        by_row.setdefault(cell.row, []).append(cell)
    run: list[Row] = []
    reach = -1
    for number, following in pairwise([*sorted(by_row), _BEYOND]):
        row = sorted(by_row[number], key=lambda cell: cell.column)
        run.append(row)
        reach = max(reach, *(cell.row + cell.rows for cell in row))
        if following > max(reach, number + 1):
            yield run
            run = []
