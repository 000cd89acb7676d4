"""From a workbook to a document: every stretch of filled rows a table, titles and notes around it paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.place import Place, Span
from lint.readers import Source
from lint.readers.drawn import nothing
from lint.readers.linear import AREA, TOO_WIDE, Filled, Linear
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import address
from lint.readers.sheets.notices import notices_of
from lint.readers.sheets.stretches import Row, stretches
from lint.say import Say

_UNNAMED = pattern(r"(?:Sheet|工作表|表)? ?\d*")
"""Names that programs give to sheets and that say nothing."""
TOO_LARGE = Say("工作表{name}过大，没有读取", "the sheet {name} is too large and was not read")

HIDDEN = Say(
    "看得到的工作表都是空的，隐藏的工作表（{names}）没有读取。请在 Excel 或 WPS 中取消隐藏后重新检查",
    "the visible sheets are empty, and hidden ones ({names}) are not read. Unhide them and run again",
)


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


class Part(NamedTuple):
    """A stretch of a sheet: lines above a table, the table with its rows and columns in use, and lines below."""

    above: list[Row]
    table: list[Row]
    below: list[Row]
    rows: list[int]
    columns: list[int]

    @property
    def area(self) -> int:
        return len(self.rows) * len(self.columns)


def document_of(source: Source, form: str, book: Book, encoding: str = "", notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a workbook; a sheet beyond the limits is left out. Raises Unreadable for one that shows nothing."""
    linear, origin = Linear(), CellOrigin()
    lost: list[Notice] = []
    for sheet in book.sheets:
        parts = [_part(rows) for rows in stretches(sheet.cells)]
        if any(part.area > AREA for part in parts):
            lost.append(Notice("partial", TOO_LARGE.of(name=sheet.name), count=1))
        elif parts or sheet.drawn.boxes:
            _write(sheet, parts, linear, origin)
    if not linear.text.strip():
        if lost:
            raise Unreadable("too-large", TOO_WIDE)
        pictures = sum(sheet.drawn.pictures for sheet in book.sheets)
        raise Unreadable("empty", HIDDEN.of(names="、".join(book.hidden))) if book.hidden and not pictures else nothing(pictures)
    told = (*notices, *lost, *notices_of(book))
    return Document(source.name, form, linear.text, tuple(linear.blocks), tuple(linear.tables), origin, told, source.sha256, encoding)


def _part(rows: list[Row]) -> Part:
    """Single cells above and below a table are its titles and notes; a stretch of such rows alone is text."""
    first = next((index for index, row in enumerate(rows) if len(row) > 1), len(rows))
    last = next((index for index in range(len(rows), first, -1) if len(rows[index - 1]) > 1), first)
    table = rows[first:last]
    columns = sorted({cell.column for row in table for cell in row})
    return Part(rows[:first], table, rows[last:], [row[0].row for row in table], columns)


def _write(sheet: Sheet, parts: list[Part], linear: Linear, origin: CellOrigin) -> None:
    origin.add(linear.end, sheet.name, "")
    if not _UNNAMED.fullmatch(sheet.name):
        linear.line(sheet.name, kind="aside")
    for part in parts:
        _lines(sheet.name, part.above, linear, origin)
        if part.table:
            _table(sheet.name, part, linear, origin)
        _lines(sheet.name, part.below, linear, origin)
    _lines(sheet.name, [[box] for box in sheet.drawn.boxes], linear, origin)


def _lines(name: str, rows: list[Row], linear: Linear, origin: CellOrigin) -> None:
    for row in rows:
        origin.add(linear.end, name, address(row[0].row, row[0].column))
        for line in row[0].text.splitlines():
            linear.line(line)


def _table(name: str, part: Part, linear: Linear, origin: CellOrigin) -> None:
    """A grid of the rows and columns in use: those that hold nothing are left out, and merged cells end with the table."""
    rows, columns = part.rows, part.columns
    filled = {
        (bisect_left(rows, cell.row), bisect_left(columns, cell.column)): Filled(
            cell.text, _within(rows, cell.row, cell.rows), _within(columns, cell.column, cell.columns)
        )
        for row in part.table
        for cell in row
    }
    linear.table(filled, len(columns), len(rows), lambda row, column: origin.add(linear.end, name, address(rows[row], columns[column])))


def _within(used: list[int], first: int, count: int) -> int:
    """How many of the rows or columns in use a cell covers."""
    return 1 if count == 1 else bisect_left(used, first + count) - bisect_left(used, first)
