"""From a workbook to a document: every stretch of filled rows a table, titles and notes around it paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lint.document import Block, Cell, Document, Notice, Table
from lint.errors import Unreadable
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Place, Span
from lint.readers import Source
from lint.readers.sheets.book import Book, Sheet, Shown, address
from lint.say import Say

AREA = 2_000_000
"""Cells that a table may have, empty ones included."""
TOO_WIDE = Say("工作表“{name}”过大", "the sheet {name} is too large")
_UNNAMED = pattern(r"(?:Sheet|工作表|表)? ?\d*")
"""Names that programs give to sheets and that say nothing."""
_HEADING = 60
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
        index = bisect_right(self._starts, span.start) - 1
        sheet, at = self._cells[max(index, 0)]
        return Place(span, sheet=sheet, address=at or None)


class _Writer:
    """The linear text as it grows."""

    def __init__(self) -> None:
        self.origin = CellOrigin()
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self._parts: list[str] = []
        self._end = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def sheet(self, sheet: Sheet) -> None:
        self.origin.add(self._end, sheet.name, "")
        if not _UNNAMED.fullmatch(sheet.name):
            self.blocks.append(Block(self._put(sheet.name), "aside"))
            self._put("\n")
        for rows in _stretches(sheet):
            self._stretch(sheet.name, rows)

    def _stretch(self, name: str, rows: list[Row]) -> None:
        """Single cells above and below a table are its titles and notes; a stretch of such rows alone is text."""
        first = next((index for index, row in enumerate(rows) if len(row) > 1), len(rows))
        last = next((index for index in range(len(rows), first, -1) if len(rows[index - 1]) > 1), first)
        for row in rows[:first]:
            self._paragraph(name, row[0])
        if first < last:
            self._table(name, rows[first:last])
        for row in rows[last:]:
            self._paragraph(name, row[0])

    def _paragraph(self, name: str, cell: Shown) -> None:
        self.origin.add(self._end, name, address(cell.row, cell.column))
        for line in cell.text.splitlines():
            span = self._put(line)
            if line.strip():
                self.blocks.append(_block(line, span))
            self._put("\n")

    def _table(self, name: str, rows: list[Row]) -> None:
        left = min(cell.column for row in rows for cell in row)
        width = max(cell.column + cell.columns for row in rows for cell in row) - left
        top = min(cell.row for row in rows for cell in row)
        height = max(cell.row for row in rows for cell in row) - top + 1
        if width * height > AREA:
            raise Unreadable("too-large", TOO_WIDE.of(name=name))
        shown = {(cell.row - top, cell.column - left): cell for row in rows for cell in row}
        covered = {place for cell in shown.values() for place in _under(cell, top, left, height)}
        cells: list[Cell] = []
        start = self._end
        for row in range(height):
            for column in range(width):
                if column:
                    self._put("\t")
                if (row, column) in covered:
                    continue
                cell = shown.get((row, column), Shown(row + top, column + left, ""))
                self.origin.add(self._end, name, address(cell.row, cell.column))
                span = self._put(cell.text.replace("\t", " "))
                cells.append(Cell(span, row, column, min(cell.rows, height - row), cell.columns))
            self._put("\n")
        self.tables.append(Table(Span(start, self._end - 1), tuple(cells), width, height))

    def _put(self, text: str) -> Span:
        self._parts.append(text)
        start, self._end = self._end, self._end + len(text)
        return Span(start, self._end)


def document_of(source: Source, form: str, book: Book) -> Document:
    """The document of a workbook. Raises Unreadable for one that shows nothing or is beyond the limits."""
    writer = _Writer()
    for sheet in book.sheets:
        if sheet.cells:
            writer.sheet(sheet)
    if not writer.tables and not any(block.kind != "aside" for block in writer.blocks):
        raise Unreadable("empty")
    notices = tuple(_notices(book))
    return Document(source.name, form, writer.text, tuple(writer.blocks), tuple(writer.tables), writer.origin, notices, source.sha256)


def _notices(book: Book) -> Iterator[Notice]:
    names = [sheet.name for sheet in book.sheets if sheet.pending]
    if names:
        yield Notice("uncalculated", "、".join(names), count=sum(sheet.pending for sheet in book.sheets))
    names = [sheet.name for sheet in book.sheets if sheet.hidden]
    if names:
        yield Notice("hidden-rows", "、".join(names), count=sum(sheet.hidden for sheet in book.sheets))
    if book.hidden:
        yield Notice("hidden-sheets", "、".join(book.hidden), count=len(book.hidden))


def _stretches(sheet: Sheet) -> Iterator[list[Row]]:
    """Runs of filled rows; a merged cell keeps those that it covers together."""
    by_row: dict[int, Row] = {}
    for cell in sheet.cells:
        by_row.setdefault(cell.row, []).append(cell)
    numbers = sorted(by_row)
    run: list[Row] = []
    reach = -1
    for number, following in pairwise([*numbers, _BEYOND]):
        row = sorted(by_row[number], key=lambda cell: cell.column)
        run.append(row)
        reach = max(reach, *(cell.row + cell.rows for cell in row))
        if following > max(reach, number + 1):
            yield run
            run = []


def _under(cell: Shown, top: int, left: int, height: int) -> Iterable[tuple[int, int]]:
    """The places that a merged cell covers besides its own."""
    for row in range(cell.row - top, min(cell.row - top + cell.rows, height)):
        for column in range(cell.column - left, cell.column - left + cell.columns):
            if (row, column) != (cell.row - top, cell.column - left):
                yield row, column


def _block(text: str, span: Span) -> Block:
    mark = mark_of(text[:12])
    if mark is None:
        return Block(span)
    return Block(span, "heading" if len(text) <= _HEADING and "。" not in text[:-1] else "paragraph", mark.text, mark.depth)
