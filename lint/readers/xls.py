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
    visible = [sheet for sheet in book.sheets() if not sheet.visibility]
    hidden = tuple(sheet.name for sheet in book.sheets() if sheet.visibility)
    return document_of(source, "xls", Book(tuple(_sheet(book, sheet) for sheet in visible), hidden))


def _cause(error: Exception) -> Say:
    return Say("{error}", "{error}", {"error": f"{type(error).__name__}: {error}"})


def _sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Sheet:
    merged = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    cells = [
        Shown(row, column, text, *merged.get((row, column), (1, 1)))
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (text := _shown(book, sheet.cell(row, column))).strip()
    ]
    rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    return Sheet.of(sheet.name, cells, rows, columns)


def _shown(book: xlrd.Book, cell: Any) -> str:
    if cell.ctype == _WORDS:
        return str(cell.value)
    if cell.ctype in (_NUMBER, _DATE):
        code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return printed(repr(cell.value), code, since_1904=bool(book.datemode))
    if cell.ctype == _TRUTH:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _ERROR:
        import xlrd

        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return ""
