"""OpenDocument sheets (.ods, .fods): the file itself holds what every cell shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source
from lint.readers.package import Package, parsed
from lint.readers.sheets.book import Book, Drawn, Sheet
from lint.readers.sheets.cell import Shown, Spot
from lint.readers.sheets.linear import document_of
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OFFICE, TABLE, TEXT, STYLE = (f"{{{_SPACE.format(name)}}}" for name in ("office", "table", "text", "style"))
DRAW = f"{{{_SPACE.format('drawing')}}}"
_ENCRYPTED = b"encryption-data"
_ROWS, _COLUMNS = 1 << 20, 1 << 14


def read(source: Source) -> Document:
    """Read a workbook. Raises Unreadable for one that is damaged, encrypted, empty or beyond the limits."""
    root = parsed(source.data, "office:document") if source.data.lstrip().startswith(b"<") else _content(Package(source.data))
    unseen = {
        style.get(STYLE + "name")
        for style in root.iter(STYLE + "style")
        for properties in style.iterchildren(STYLE + "table-properties")
        if properties.get(TABLE + "display") == "false"
    }
    tables = list(root.iter(TABLE + "table"))
    if not tables:
        raise Unreadable("broken", Say("没有工作表", "no sheet"))
    hidden = tuple(table.get(TABLE + "name", "") for table in tables if table.get(TABLE + "style-name") in unseen)
    shown = [table for table in tables if table.get(TABLE + "style-name") not in unseen]
    return document_of(source, "ods", Book(tuple(map(_sheet, shown)), hidden))


def _content(package: Package) -> _Element:
    if "META-INF/manifest.xml" in package and _ENCRYPTED in package.read("META-INF/manifest.xml"):
        raise Unreadable("password")
    return package.tree("content.xml")


def _sheet(table: _Element) -> Sheet:
    unseen_columns = set(_hidden_columns(table))
    cells: list[Shown] = []
    hidden: set[int] = set()
    pending: list[Spot] = []
    row = 0
    for line in table.iter(TABLE + "table-row"):
        times = _count(line, "number-rows-repeated")
        found, waiting = _row(line)
        pending.extend((row, column) for column in waiting)
        for number in range(row, min(row + times, _ROWS)) if found else ():
            cells.extend(Shown(number, column, text, rows, columns) for column, text, rows, columns in found)
            if line.get(TABLE + "visibility", "visible") != "visible":
                hidden.add(number)
        row += times
    return Sheet.of(table.get(TABLE + "name", ""), cells, hidden, unseen_columns, pending, _drawn(table))


def _drawn(table: _Element) -> Drawn:
    """How many pictures and text boxes lie over the cells of a sheet."""
    return Drawn((), sum(1 for _ in table.iter(DRAW + "image")), sum(1 for _ in table.iter(DRAW + "text-box")))


def _row(line: _Element) -> tuple[list[tuple[int, str, int, int]], list[int]]:
    """Column, text and extent of the cells that show something, and the columns of formulas without a result."""
    found: list[tuple[int, str, int, int]] = []
    pending: list[int] = []
    column = 0
    for cell in line.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
        times = _count(cell, "number-columns-repeated")
        text = "\n".join(map(_text, cell.iterchildren(TEXT + "p"))).strip(" ")
        formula = cell.get(TABLE + "formula", "")
        if formula and not text and cell.get(OFFICE + "value-type") is None:
            pending.append(column)
            text = formula.partition(":")[2] or formula
        if text.strip():
            extent = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            found.extend((at, text, *extent) for at in range(column, min(column + times, _COLUMNS)))
        column += times
    return found, pending


def _text(paragraph: _Element) -> str:
    pieces = [paragraph.text or ""]
    for element in paragraph.iterchildren():
        if element.tag == TEXT + "s":
            pieces.append(" " * int(element.get(TEXT + "c", "1")))
        elif element.tag == TEXT + "line-break":
            pieces.append("\n")
        elif element.tag == TEXT + "tab":
            pieces.append(" ")
        elif not element.tag.startswith(OFFICE):  # not a comment
            pieces.append(_text(element))
        pieces.append(element.tail or "")
    return "".join(pieces)


def _hidden_columns(table: _Element) -> Iterator[int]:
    at = 0
    for column in table.iter(TABLE + "table-column"):
        times = _count(column, "number-columns-repeated")
        if column.get(TABLE + "visibility", "visible") != "visible":
            yield from range(at, min(at + times, _COLUMNS))
        at += times


def _count(element: _Element, name: str) -> int:
    value = element.get(TABLE + name, "1")
    return int(value) if value.isdigit() and len(value) < 8 else 1
