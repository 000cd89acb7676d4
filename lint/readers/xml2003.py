"""Excel 2003 workbooks in XML, which programs export as .xls: the cells as their formats show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source
from lint.readers.package import parsed
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import Shown, Spot
from lint.readers.sheets.linear import document_of
from lint.readers.sheets.masks import printed
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
X = "{urn:schemas-microsoft-com:office:excel}"
_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_NAMED = {
    "General Number": "General", "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
    "Currency": "¥#,##0.00", "General Date": "yyyy/m/d h:mm", "Short Date": "yyyy/m/d", "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "d-mmm-yy", "Short Time": "h:mm", "Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM",
}  # fmt: skip
"""The formats that files name in words."""
_LIMIT = 1 << 20


def read(source: Source) -> Document:
    """Read a workbook. Raises Unreadable for one that is damaged, empty or beyond the limits."""
    root = parsed(source.data, "Workbook")
    formats = dict(_formats(root))
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for element in root.iterchildren(SS + "Worksheet"):
        name = element.get(SS + "Name", "")
        if (element.findtext(f"{X}WorksheetOptions/{X}Visible") or "SheetVisible") != "SheetVisible":
            hidden.append(name)
        else:
            sheets.append(_sheet(name, element, formats))
    if not sheets:
        raise Unreadable("broken", Say("没有工作表", "no worksheet"))
    return document_of(source, "xls", Book(tuple(sheets), tuple(hidden)))


def _formats(root: _Element) -> Iterator[tuple[str, str]]:
    """The number format of every style by its name; a style without one has that of its parent."""
    styles = {style.get(SS + "ID", ""): style for style in root.iter(SS + "Style")}
    for name, style in styles.items():
        own = style.find(SS + "NumberFormat")
        if own is None and style.get(SS + "Parent") in styles:
            own = styles[style.get(SS + "Parent", "")].find(SS + "NumberFormat")
        code = own.get(SS + "Format", "") if own is not None else ""
        yield name, _NAMED.get(code, code)


def _sheet(name: str, element: _Element, formats: dict[str, str]) -> Sheet:
    cells: list[Shown] = []
    pending: list[Spot] = []
    hidden_rows: set[int] = set()
    row = 0
    for line in element.iterfind(f"{SS}Table/{SS}Row"):
        row = _at(line, row)
        if line.get(SS + "Hidden") == "1":
            hidden_rows.add(row)
        column = 0
        for cell in line.iterchildren(SS + "Cell"):
            column = _at(cell, column)
            across, down = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
            text = _shown(cell, formats.get(cell.get(SS + "StyleID") or line.get(SS + "StyleID") or "Default", ""))
            if text is None:
                pending.append((row, column))
                text = cell.get(SS + "Formula", "")
            if text.strip():
                cells.append(Shown(row, column, text, down + 1, across + 1))
            column += across + 1
        row += 1 + _count(line, "Span")
    return Sheet.of(name, cells, hidden_rows, set(_hidden_columns(element)), pending)


def _shown(cell: _Element, code: str) -> str | None:
    """What a cell shows; None for a formula without a stored result."""
    data = cell.find(SS + "Data")
    if data is None:
        return None if cell.get(SS + "Formula") else ""
    text = str(data.xpath("string()"))
    kind = data.get(SS + "Type", "String")
    if kind == "Number":
        return printed(text, code)
    if kind == "Boolean":
        return "TRUE" if text == "1" else "FALSE"
    return _date(text, code) if kind == "DateTime" else text


def _date(text: str, code: str) -> str:
    try:
        days = datetime.fromisoformat(text).replace(tzinfo=UTC) - _EPOCH
    except ValueError:
        return text
    return printed(str(Decimal(days.days) + Decimal(days.seconds) / 86400), code or "yyyy/m/d")


def _hidden_columns(element: _Element) -> Iterator[int]:
    at = 0
    for column in element.iterfind(f"{SS}Table/{SS}Column"):
        at = _at(column, at)
        span = _count(column, "Span") + 1
        if column.get(SS + "Hidden") == "1":
            yield from range(at, at + span)
        at += span


def _at(element: _Element, following: int) -> int:
    """The index of a row, column or cell, from 0: its own, or the one that follows."""
    return max(_count(element, "Index") - 1, following)


def _count(element: _Element, name: str) -> int:
    value = element.get(SS + name, "0")
    return min(int(value), _LIMIT) if value.isdigit() and len(value) < 9 else 0
