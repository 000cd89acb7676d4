"""A workbook as its readers give it: sheets of the cells that show something."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from lint.document import Notice
from lint.readers.sheets.cell import Shown, Spot
from lint.readers.sheets.merges import settled


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lies over the cells of a sheet: text boxes that were read, and how many pictures and boxes were not."""

    boxes: tuple[Shown, ...] = ()
    pictures: int = 0
    lost: int = 0


NOTHING = Drawn()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is not hidden itself.

    `cells` are those that show something, in any order. `rows` and `columns` are its hidden ones that hold something
    (they are read: totals include them). `pending` are the places of formulas without a stored result, `beneath` those
    of numbers that a merged cell hides; `drawn` is what lies over its cells.
    """

    name: str
    cells: tuple[Shown, ...]
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    pending: tuple[Spot, ...] = ()
    beneath: tuple[Spot, ...] = ()
    drawn: Drawn = NOTHING

    @classmethod
    def of(
        cls,
        name: str,
        cells: Sequence[Shown],
        rows: Container[int],
        columns: Container[int],
        pending: Sequence[Spot] = (),
        drawn: Drawn = NOTHING,
    ) -> Sheet:
        """A sheet by its cells, those under merged ones included, and by all of its hidden rows and columns, filled or not."""
        seen, beneath = settled(cells)
        return cls(
            name,
            tuple(seen),
            tuple(sorted({cell.row for cell in seen if cell.row in rows})),
            tuple(sorted({cell.column for cell in seen if cell.column in columns})),
            tuple(pending),
            tuple((cell.row, cell.column) for cell in beneath),
            drawn,
        )


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook in the order of their tabs; `hidden` are the names of those left out, `notices` what else was."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
