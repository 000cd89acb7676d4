"""Ruled tables whose rows are not ruled: cells that hold a column of numbers each are parted line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint.pattern import pattern
from lint.readers.pdf.lines import Line
from lint.readers.pdf.ruled import Grid, Slot

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
_LEVEL = 0.4
"""Ems by which the lines of one row may differ in height."""
_NUMBER = pattern(r"[-—+]?\d[\d,，]*(?:\.\d+)?[%％]?$")


def parted(grid: Grid) -> Grid:
    """The grid with a row for each line of its cells, where these stand on common baselines with a label in front."""
    slots: list[Slot] = []
    height = 0
    for row in range(grid.height):
        levels = _levels(grid, row)
        slots.extend(_moved(grid.row(row), levels, height))
        height += max(len(levels), 1)
    return grid if height == grid.height else replace(grid, height=height, slots=tuple(slots))


def _moved(slots: list[Slot], levels: list[Line], row: int) -> Iterator[Slot]:
    """The cells that begin in a row, in the row where they now stand."""
    for slot in slots:
        if not levels:
            yield replace(slot, row=row)
        for at, level in enumerate(levels):
            yield replace(slot, row=row + at, lines=tuple(line for line in slot.lines if _beside(line, level)))


def _levels(grid: Grid, row: int) -> list[Line]:
    """The lines of the first cell of a row if those of all its cells stand beside them, two columns of numbers among them."""
    slots = grid.row(row)
    if any(slot.rows > 1 for slot in grid.slots) or len(slots) < 1 + _FEWEST_COLUMNS:
        return []
    levels = slots[0].lines
    columns = sum(sum(bool(_NUMBER.match(line.text)) for line in slot.lines) >= _FEWEST_ROWS for slot in slots[1:])
    if len(levels) < _FEWEST_ROWS or columns < _FEWEST_COLUMNS or any(_NUMBER.match(line.text) for line in levels):
        return []
    lines = [line for slot in slots for line in slot.lines]
    if any(sum(_beside(line, level) for level in levels) != 1 for line in lines):
        return []
    return list(levels)


def _beside(line: Line, level: Line) -> bool:
    return abs(line.base - level.base) <= _LEVEL * level.size
