"""What a workbook must tell besides what it shows: formulas without results, hidden parts, numbers out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.document import Notice
from lint.readers.drawn import not_read
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import address, letters
from lint.say import Say

ERRORS = frozenset(("#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!"))
"""What a cell shows whose formula has no value."""
_FIRST = 5
"""Places that are named; of more, how many there are."""


def notices_of(book: Book) -> Iterator[Notice]:
    """The notices of a workbook."""
    yield from book.notices
    yield from not_read(sum(sheet.drawn.pictures for sheet in book.sheets), sum(sheet.drawn.lost for sheet in book.sheets))
    if spots := [
        _named(sheet, address(cell.row, cell.column)) for sheet in book.sheets for cell in sheet.cells if cell.text.strip() in ERRORS
    ]:
        yield Notice("formula-errors", listed(spots), count=len(spots))
    if spots := [_named(sheet, address(*spot)) for sheet in book.sheets for spot in sheet.pending]:
        yield Notice("uncalculated", listed(spots), count=len(spots))
    if hidden := [_named(sheet, told) for sheet in book.sheets for told in _hidden(sheet)]:
        yield Notice("hidden-rows", listed(hidden), count=sum(len(sheet.rows) + len(sheet.columns) for sheet in book.sheets))
    if spots := [_named(sheet, address(*spot)) for sheet in book.sheets for spot in sheet.beneath]:
        yield Notice("beneath", listed(spots), count=len(spots))
    if book.hidden:
        yield Notice("hidden-sheets", "、".join(book.hidden), count=len(book.hidden))


def listed(places: Sequence[str]) -> Say:
    """The first few places; more are hinted at."""
    told = places[:_FIRST]
    more = len(places) > _FIRST
    return Say("{zh}", "{en}", {"zh": "、".join(told) + "等" * more, "en": ", ".join(told) + " …" * more})


def _named(sheet: Sheet, place: str) -> str:
    return f"{sheet.name}!{place}" if sheet.name else place


def _hidden(sheet: Sheet) -> Iterator[str]:
    """The hidden rows and columns as a spreadsheet names them, neighbours as a range: 5:7, C:C."""
    for first, last in _ranges(sheet.rows):
        yield f"{first + 1}:{last + 1}"
    for first, last in _ranges(sheet.columns):
        yield f"{letters(first)}:{letters(last)}"


def _ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
