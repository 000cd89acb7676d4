"""Excel 97 workbooks (.xls, .et): read by xlrd with their formats, each cell as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import Shown
from lint.readers.sheets.linear import document_of
from lint.readers.sheets.masks import printed
from lint.say import Say

if TYPE_CHECKING:
    import xlrd

PENDING = "=…"
"""Stands for a formula without a result: the reader of the format does not give its text."""
_FORMULA = 0x0006
_WORDS, _NUMBER, _DATE, _TRUTH, _ERROR = range(1, 6)


def read(source: Source) -> Document:
    """Read a workbook. Raises Unreadable for one that is damaged, encrypted, empty or beyond the limits."""
    import io

    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=source.data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypt" in str(error).lower():
            raise Unreadable("password") from None
        raise Unreadable("broken", _cause(error)) from error
    except Exception as error:  # damage shows in many ways
        raise Unreadable("broken", _cause(error)) from error
    pending = _never_calculated(source.data)
    visible = [sheet for sheet in book.sheets() if not sheet.visibility]
    hidden = tuple(sheet.name for sheet in book.sheets() if sheet.visibility)
    return document_of(source, "xls", Book(tuple(_sheet(book, sheet, pending) for sheet in visible), hidden))


def _cause(error: Exception) -> Say:
    return Say("{error}", "{error}", {"error": f"{type(error).__name__}: {error}"})


def _never_calculated(data: bytes) -> bool:
    """Whether no formula of a workbook has a result ([MS-XLS] §2.5.133: a blank string): a program wrote them and nobody opened it."""
    import io

    from xlrd.compdoc import CompDoc

    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return False
    compound = CompDoc(data, logfile=io.StringIO())
    memory, at, size = next((found for name in ("Workbook", "Book") if (found := compound.locate_named_stream(name))[0]), (b"", 0, 0))
    end = at + size
    seen = False
    while memory and at + 4 <= end:
        kind, length = int.from_bytes(memory[at : at + 2], "little"), int.from_bytes(memory[at + 2 : at + 4], "little")
        if kind == _FORMULA:
            if memory[at + 16 : at + 18] != b"\xff\xff" or memory[at + 10] not in (0, 3):
                return False
            seen = True
        at += 4 + length
    return seen


def _sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet, pending: bool) -> Sheet:
    """A sheet; with `pending` the blank texts in it are formulas without a result."""
    merged = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    cells = [
        Shown(row, column, text, *merged.get((row, column), (1, 1)))
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (text := _shown(book, sheet.cell(row, column), pending)).strip()
    ]
    waiting = [(cell.row, cell.column) for cell in cells if cell.text == PENDING] if pending else []
    rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    return Sheet.of(sheet.name, cells, rows, columns, waiting)


def _shown(book: xlrd.Book, cell: Any, pending: bool) -> str:
    if cell.ctype == _WORDS:
        return PENDING if pending and not cell.value else str(cell.value)
    if cell.ctype in (_NUMBER, _DATE):
        code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return printed(repr(cell.value), code, since_1904=bool(book.datemode))
    if cell.ctype == _TRUTH:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _ERROR:
        import xlrd

        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return ""
