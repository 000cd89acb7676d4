"""Excel and WPS workbooks (.xlsx, .xlsm, .et): the XML is walked, so that what a cell shows, its formula and its merging come in one pass.

Cells are read as they are shown, by their number format. A formula without a stored result shows the formula:
nothing is calculated in its place. Hidden rows and columns are read, because totals include them; hidden
sheets are not. Macros and links are never followed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.document import Document
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.package import Package, R, S
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import Shown, Spot
from lint.readers.sheets.linear import document_of
from lint.readers.sheets.masks import BUILT_IN, printed
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDRESS = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")
_ROWS, _COLUMNS = 1 << 20, 1 << 14


def read(source: Source) -> Document:
    """Read a workbook. Raises Unreadable for one that is damaged, encrypted, empty or beyond the limits."""
    package = Package(source.data)
    return document_of(source, "xlsx", _book(package))


def _book(package: Package) -> Book:
    main = next((name for kind, name in package.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    root = package.tree(main)
    parts = package.related(main)
    by_kind = dict(parts.values())
    reader = _Reader(
        tuple(_strings(package.tree(by_kind["sharedStrings"]))) if by_kind.get("sharedStrings", "") in package else (),
        tuple(_codes(package.tree(by_kind["styles"]))) if by_kind.get("styles", "") in package else (),
        since_1904=any(element.get("date1904") in ("1", "true") for element in root.iter(S + "workbookPr")),
    )
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for element in root.iter(S + "sheet"):
        kind, part = parts.get(element.get(R + "id", ""), ("", ""))
        name = element.get("name", "")
        if kind != "worksheet":
            continue  # a chart
        if element.get("state", "visible") != "visible":
            hidden.append(name)
        else:
            sheets.append(reader.sheet(name, package.tree(part)))
    if not sheets:
        raise Unreadable("broken", Say("没有工作表", "no worksheet"))
    return Book(tuple(sheets), tuple(hidden))


class _Reader:
    """Reads sheets by the strings and formats of their workbook."""

    def __init__(self, strings: tuple[str, ...], codes: tuple[str, ...], *, since_1904: bool) -> None:
        self._strings = strings
        self._codes = codes
        self._since_1904 = since_1904

    def sheet(self, name: str, root: _Element) -> Sheet:
        ranges = list(_merged(root))
        twice = Counter(place for place, _ in ranges)
        merged = {place: extent for place, extent in ranges if twice[place] == 1}
        columns = set(_hidden_columns(root))
        cells: list[Shown] = []
        hidden_rows: set[int] = set()
        pending: list[Spot] = []
        for row, column, element, unseen in _elements(root):
            text = self._shown(element)
            if text is None:
                pending.append((row, column))
                text = "=" + (element.findtext(S + "f") or "…")
            if not text.strip():
                continue
            if unseen:
                hidden_rows.add(row)
            cells.append(Shown(row, column, text, *merged.get((row, column), (1, 1))))
        return Sheet.of(name, cells, hidden_rows, columns, pending)

    def _shown(self, cell: _Element) -> str | None:
        """What a cell shows; None for a formula without a stored result."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(S + "is")
            return "" if inline is None else _plain(inline)
        value = cell.findtext(S + "v")
        if value is None or (not value and kind != "str"):
            return None if cell.find(S + "f") is not None else ""
        if kind == "s":
            return self._strings[int(value)] if value.isdigit() and int(value) < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n":
            return _unescaped(value)  # a text result, an error, a date in words
        style = cell.get("s", "0")
        code = self._codes[int(style)] if style.isdigit() and int(style) < len(self._codes) else ""
        return printed(value, code, since_1904=self._since_1904)


def _elements(root: _Element) -> Iterator[tuple[int, int, _Element, bool]]:
    """Row and column from 0, cell, and whether its row is hidden. Cells without an address follow the one before."""
    row = -1
    for line in root.iter(S + "row"):
        number = line.get("r", "")
        row = int(number) - 1 if number.isdigit() else row + 1
        unseen = line.get("hidden") in ("1", "true")
        column = -1
        for cell in line.iterchildren(S + "c"):
            place = _place(cell.get("r", ""))
            row, column = place or (row, column + 1)
            if row < _ROWS and column < _COLUMNS:
                yield row, column, cell, unseen


def _place(name: str) -> tuple[int, int] | None:
    match = _ADDRESS.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _merged(root: _Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The place of the first cell of every merged range, with the rows and columns that it covers."""
    for element in root.iter(S + "mergeCell"):
        first, _, last = element.get("ref", "").partition(":")
        begin, end = _place(first), _place(last)
        if begin and end and begin[0] <= end[0] and begin[1] <= end[1]:
            yield begin, (end[0] - begin[0] + 1, end[1] - begin[1] + 1)


def _hidden_columns(root: _Element) -> Iterator[int]:
    for element in root.iter(S + "col"):
        if element.get("hidden") in ("1", "true"):
            first, last = element.get("min", ""), element.get("max", "")
            if first.isdigit() and last.isdigit():
                yield from range(int(first) - 1, min(int(last), _COLUMNS))


def _strings(root: _Element) -> Iterator[str]:
    return (_plain(element) for element in root.iterchildren(S + "si"))


def _plain(element: _Element) -> str:
    """The text of a string, formatted pieces joined, pronunciation left out."""
    pieces = element.findall(S + "t") + element.findall(f"{S}r/{S}t")
    return _unescaped("".join(piece.text or "" for piece in pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _codes(root: _Element) -> Iterator[str]:
    """The number format of every cell style, by its index."""
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iter(S + "numFmt")}
    styles = root.find(S + "cellXfs")
    for style in styles.iterchildren(S + "xf") if styles is not None else ():
        number = style.get("numFmtId", "0")
        yield own.get(number) or (BUILT_IN.get(int(number), "") if number.isdigit() else "")
