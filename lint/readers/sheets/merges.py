"""Merged cells of a sheet: which of them can be, and what lies hidden beneath them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from lint.pattern import pattern
from lint.readers.sheets.cell import Shown

_NUMBER = pattern(r"[-+]?[¥￥]?\d[\d,]*(?:\.\d+)?%?")
_MANY = 20_000
"""Merged cells that are tested against each other at most."""


def settled(cells: Sequence[Shown]) -> tuple[list[Shown], list[Shown]]:
    """The cells that are seen, and the numbers that lie under a merged cell and differ from what it shows.

    Merged cells that overlap cannot be (a spreadsheet program drops them): those cells count as single ones.
    """
    merged = [cell for cell in cells if cell.rows > 1 or cell.columns > 1]
    if not merged:
        return list(cells), []
    clashing = _clashing(merged) if len(merged) < _MANY else set()
    cells = [replace(cell, rows=1, columns=1) if (cell.row, cell.column) in clashing else cell for cell in cells]
    over = _over([cell for cell in cells if cell.rows > 1 or cell.columns > 1], sorted({cell.row for cell in cells}))
    seen: list[Shown] = []
    beneath: list[Shown] = []
    for cell in cells:
        cover = next((above for above in over.get(cell.row, ()) if _hides(above, cell)), None)
        if cover is None:
            seen.append(cell)
        elif _NUMBER.fullmatch(cell.text.strip()) and cell.text != cover.text:
            beneath.append(cell)
    return seen, beneath


def _clashing(merged: list[Shown]) -> set[tuple[int, int]]:
    """The places of the merged cells that overlap another one."""
    found: set[tuple[int, int]] = set()
    active: list[Shown] = []
    for cell in sorted(merged, key=lambda cell: cell.row):
        active = [other for other in active if other.row + other.rows > cell.row]
        for other in active:
            if other.column < cell.column + cell.columns and cell.column < other.column + other.columns:
                found |= {(cell.row, cell.column), (other.row, other.column)}
        active.append(cell)
    return found


def _over(merged: list[Shown], rows: list[int]) -> dict[int, list[Shown]]:
    """The merged cells over each of the rows in use."""
    found: dict[int, list[Shown]] = {}
    for cell in merged:
        for row in rows[bisect_left(rows, cell.row) : bisect_left(rows, cell.row + cell.rows)]:
            found.setdefault(row, []).append(cell)
    return found


def _hides(cover: Shown, cell: Shown) -> bool:
    return cover.column <= cell.column < cover.column + cover.columns and (cover.row, cover.column) != (cell.row, cell.column)
