"""A workbook as its readers give it: sheets of the cells that show something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell and what it shows; row and column from 0, and how many it covers where cells are merged."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is not hidden itself.

    `cells` are those that show something, in any order. `hidden` counts its hidden rows and columns that hold
    something (they are read: totals include them). `pending` counts formulas without a stored result.
    """

    name: str
    cells: tuple[Shown, ...]
    hidden: int = 0
    pending: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook in the order of their tabs; `hidden` are the names of those left out."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()


def address(row: int, column: int) -> str:
    """The name of a cell: 0, 0 is ``"A1"``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
