"""A cell of a sheet: what it shows, where it stands, and how that place is called."""

from __future__ import annotations

from dataclasses import dataclass

Spot = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell and what it shows; row and column from 0, and how many it covers where cells are merged."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


def address(row: int, column: int) -> str:
    """The name of a cell: 0, 0 is ``"A1"``."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The name of a column: 0 is ``"A"``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
