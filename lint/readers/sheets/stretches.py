"""The stretches of a sheet: filled rows between blank ones; one that goes on with the table above it is part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.pattern import pattern
from lint.readers.sheets.cell import Shown

Row = list[Shown]

_NUMBER = pattern(r"[-+(（△▲]?[¥￥]?\d[\d,，]*(?:\.\d+)?[%％‰]?[)）]?|=.*")
_YEAR = pattern(r"(?:19|20)\d\d")
_TOTAL = pattern(r"(?:合计|总计|小计|共计|总得?分)")
_BLANK = pattern(r"\s+")
_GAP = 5
"""Blank rows that may stand inside a table."""
_HEADER = 3
"""Columns that a row of words has at least to be the header of a table that begins after a blank row."""
_BEYOND = 1 << 30
"""A row after the last one."""


def stretches(cells: Sequence[Shown]) -> Iterator[list[Row]]:
    """Runs of filled rows; a merged cell keeps those that it covers together."""
    above: list[Row] = []
    for rows in _runs(cells):
        if above and _goes_on(above, rows):
            above += rows
        else:
            if above:
                yield above
            above = rows
    if above:
        yield above


def _runs(cells: Sequence[Shown]) -> Iterator[list[Row]]:
    by_row: dict[int, Row] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    run: list[Row] = []
    reach = -1
    for number, following in pairwise([*sorted(by_row), _BEYOND]):
        row = sorted(by_row[number], key=lambda cell: cell.column)
        run.append(row)
        reach = max(reach, *(cell.row + cell.rows for cell in row))
        if following > max(reach, number + 1):
            yield run
            run = []


def _goes_on(above: list[Row], below: list[Row]) -> bool:
    """Whether rows after a gap belong to the table above: no header of their own, or a total, under the same columns."""
    first, last = below[0], above[-1]
    if len(first) < 2 or len(last) < 2 or first[0].row - last[0].row - 1 > _GAP:
        return False
    table = [row for row in above if len(row) > 1]
    columns = {cell.column for row in table for cell in row}
    if not {cell.column for cell in first} <= columns:
        return False
    numbers = {cell.column for cell in first if _NUMBER.fullmatch(cell.text.strip())}
    if not numbers or all(_YEAR.fullmatch(cell.text.strip()) for cell in first if cell.column in numbers):
        return False
    known = {cell.column for row in table for cell in row if _NUMBER.fullmatch(cell.text.strip())}
    if known:
        return numbers <= known or bool(_TOTAL.match(_BLANK.sub("", first[0].text)))
    labelled = all(cell.column < min(numbers) for cell in first if cell.column not in numbers)  # not the pairs of a form
    return labelled and len(last) >= _HEADER and len(first) >= _HEADER
