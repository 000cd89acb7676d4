"""Makes a workbook of a report: one sheet, a line of text a merged row, numbers as numbers under the format that prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment

Layout = dict[str, Any]
Owner = Callable[[list[list[str]], Layout, int, int], tuple[int, int] | None]
_NUMBER = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
_WIDTH = 8


def workbook(text: str, layout: Layout, owner: Owner) -> Workbook:
    """The workbook; `owner` tells which cell of a table an empty one belongs to."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Sheet1"
    tables = iter(layout.get("table", []))
    at = 1
    lines = [line.strip(" \r") for line in text.splitlines()]
    for is_table, run in groupby((line for line in lines if line), key=lambda line: "|" in line):
        if is_table:
            at = _table(sheet, at, [[cell.strip() for cell in row.split("|")] for row in run], next(tables, {}), owner)
            continue
        for line in run:
            sheet.cell(at, 1, line).alignment = Alignment(wrap_text=True)
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=_WIDTH)
            at += 1
    return book


def _table(sheet: Any, top: int, rows: list[list[str]], spec: Layout, owner: Owner) -> int:
    """Write a table and leave a row free after it; returns the row that follows."""
    width = max(map(len, rows))
    ends = {(index, column): (index, column) for index, row in enumerate(rows) for column, text in enumerate(row) if text}
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                _put(sheet.cell(top + index, column + 1), text)
            elif found := owner(rows, spec, index, column):
                ends[found] = max(ends[found][0], index), max(ends[found][1], column)
        if len(row) < width:
            last = len(row) - 1
            ends[index, last] = index, width - 1
    for (row, column), (bottom, right) in ends.items():
        if (row, column) != (bottom, right):
            sheet.merge_cells(start_row=top + row, start_column=column + 1, end_row=top + bottom, end_column=right + 1)
    return top + len(rows) + 1


def _put(cell: Cell, text: str) -> None:
    """A number with the format that prints it as the text does; anything else as text."""
    match = _NUMBER.fullmatch(text)
    if match is None or (match[2].startswith("0") and len(match[2]) > 1):
        cell.value = text
        cell.number_format = "@"
        return
    places, percent = match[3] or "", match[4]
    value = float(text.replace(",", "").rstrip("%"))
    cell.value = round(value / 100, len(places) + 2) if percent else value
    cell.number_format = ("#,##0" if "," in match[2] else "0") + ("." + "0" * len(places) if places else "") + percent
