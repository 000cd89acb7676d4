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

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.package import Package, R, S
from lint.readers.sheets.book import Book, Drawn, Sheet
from lint.readers.sheets.cell import Shown, Spot
from lint.readers.sheets.drawings import drawn
from lint.readers.sheets.linear import document_of
from lint.readers.sheets.masks import BUILT_IN, printed
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDRESS = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")
SHEET = {
    "broken": Say("工作表{name}已损坏，没有读出", "the sheet {name} is damaged"),
    "too-large": Say("工作表{name}过大，没有读取", "the sheet {name} is too large"),
}
MISSING = {
    "strings": Say("缺少文字表，{count}个单元格的文字没有读出", "the strings are missing: {count} cells have no words"),
    "styles": Say("缺少样式表，{count}个数字的格式没有读出", "the styles are missing: {count} numbers have no format"),
}
_ROWS, _COLUMNS = 1 << 20, 1 << 14


def read(source: Source) -> Document:
    """Read a workbook. Raises Unreadable for one that is damaged, encrypted, empty or beyond the limits."""
    package = Package(source.data)
    return document_of(source, "xlsx", _book(package))


def _book(package: Package) -> Book:
    main = package.main("xl/workbook.xml")
    root = package.tree(main)
    parts = package.related(main)
    found = _Parts(package, dict(parts.values()))
    strings, styles = found.tree("sharedStrings"), found.tree("styles")
    reader = _Reader(
        tuple(_strings(strings)) if strings is not None else (),
        tuple(_codes(styles)) if styles is not None else (),
        since_1904=any(element.get("date1904") in ("1", "true") for element in root.iter(S + "workbookPr")),
    )
    sheets: list[Sheet] = []
    hidden: list[str] = []
    damage: Unreadable | None = None
    for element in root.iter(S + "sheet"):
        kind, part = parts.get(element.get(R + "id", ""), ("", ""))
        name = element.get("name", "")
        if kind != "worksheet":
            continue  # a chart
        if element.get("state", "visible") != "visible":
            hidden.append(name)
            continue
        try:
            sheets.append(reader.sheet(name, package.tree(part), drawn(package, part)))
        except Unreadable as error:
            if error.kind not in ("broken", "too-large"):
                raise
            damage = error
            found.notices.append(Notice("partial", SHEET[error.kind].of(name=name), count=1))
    if not sheets:
        raise damage or Unreadable("broken", Say("没有工作表", "no worksheet"))
    return Book(tuple(sheets), tuple(hidden), (*found.notices, *reader.notices()))


class _Parts:
    """The parts that a workbook refers to; one that is damaged leaves a notice, one that is missing where it is missed."""

    def __init__(self, package: Package, names: dict[str, str]) -> None:
        self.notices: list[Notice] = []
        self._package = package
        self._names = names

    def tree(self, kind: str) -> _Element | None:
        """The root of the part of a kind: ``"styles"``; None where it is missing or damaged."""
        name = self._names.get(kind, "")
        try:
            return self._package.tree(name) if name in self._package else None
        except Unreadable as error:
            if error.kind != "broken":
                raise
            self.notices.append(Notice("partial", error.detail, count=1))
            return None


class _Reader:
    """Reads sheets by the strings and formats of their workbook."""

    def __init__(self, strings: tuple[str, ...], codes: tuple[str, ...], *, since_1904: bool) -> None:
        self._strings = strings
        self._codes = codes
        self._since_1904 = since_1904
        self._lost = {"strings": 0, "styles": 0}

    def notices(self) -> list[Notice]:
        """What could not be shown because the part that holds it is missing: words, and the formats of numbers."""
        return [Notice("partial", MISSING[part].of(count=count), count=1) for part, count in self._lost.items() if count]

    def sheet(self, name: str, root: _Element, over: Drawn) -> Sheet:
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
        return Sheet.of(name, cells, hidden_rows, columns, pending, over)

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
            if value.isdigit() and int(value) < len(self._strings):
                return self._strings[int(value)]
            self._lost["strings"] += 1
            return ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n":
            return _unescaped(value)  # a text result, an error, a date in words
        style = cell.get("s", "0")
        code = self._codes[int(style)] if style.isdigit() and int(style) < len(self._codes) else ""
        self._lost["styles"] += style != "0" and not self._codes
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
