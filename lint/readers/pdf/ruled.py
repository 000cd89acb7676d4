"""Ruled tables of one page: cell boxes from the table finder of pdfplumber, made a grid, and filled with runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace

from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.lines import Line, lines_of
from lint.readers.pdf.rulings import Edge
from lint.readers.pdf.sides import closing


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: row and column from 0, how many it covers, its right edge (where its lines must end), and its lines."""

    row: int
    column: int
    rows: int
    columns: int
    right: float
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The characters without blanks: what to compare, never what to show."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one page, or of several when stitched: `edges` are the x of its column edges."""

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    height: int
    slots: tuple[Slot, ...]
    header: int = 0

    @property
    def width(self) -> int:
        return len(self.edges) - 1

    def row(self, index: int) -> list[Slot]:
        """The cells that begin in a row, left to right."""
        return sorted((slot for slot in self.slots if slot.row == index), key=lambda slot: slot.column)


def grids_of(page: int, width: float, height: float, edges: list[Edge], runs: list[Run]) -> tuple[list[Grid], list[Run]]:
    """The tables of a page with their text, and the runs that stand in none of them.

    A frame around running text (one cell, one column, or text in one cell only) is no table.
    """
    if len(edges) < 4:  # two rows of two cells, open at the sides, take three edges one way and one the other
        return [], runs
    from pdfplumber.table import TableFinder

    def finder_of(edges: list[Edge]) -> TableFinder:
        view = SimpleNamespace(edges=edges, bbox=(0.0, 0.0, width, height), chars=[])
        return TableFinder(view)  # type: ignore[arg-type]  # it touches edges, bbox and chars alone

    finder = finder_of(edges)
    if sides := closing(finder.intersections):
        finder = finder_of(edges + sides)
    grids: list[Grid] = []
    for table in finder.tables:
        if (grid := Filler(table.cells)).width < 2:
            continue
        inside, outside = grid.share(runs)
        if sum(1 for found in inside if any(run.text.strip() for run in found)) >= 2:
            grids.append(grid.grid(page, inside))
            runs = outside
    return grids, runs


class Filler:
    """A grid from cell boxes, and which cell each run belongs to."""

    def __init__(self, boxes: list[tuple[float, float, float, float]]) -> None:
        self.xs = sorted({x for x0, _, x1, _ in boxes for x in (x0, x1)})
        self.ys = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
        self.boxes = sorted(set(boxes), key=lambda box: (box[1], box[0]))
        self.slots: list[Slot] = []
        self._owner: dict[tuple[int, int], int] = {}
        for x0, top, x1, bottom in self.boxes:
            row, column = bisect_left(self.ys, top), bisect_left(self.xs, x0)
            rows, columns = bisect_left(self.ys, bottom) - row, bisect_left(self.xs, x1) - column
            taken = [(row + r, column + c) for r in range(rows) for c in range(columns)]
            if any(place in self._owner for place in taken):
                continue  # a box inside another: the rulings cross inside a cell
            self._owner.update(dict.fromkeys(taken, len(self.slots)))
            self.slots.append(Slot(row, column, rows, columns, x1))

    @property
    def width(self) -> int:
        return len(self.xs) - 1

    def _at(self, x: float, y: float) -> int | None:
        return self._owner.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def share(self, runs: list[Run]) -> tuple[list[list[Run]], list[Run]]:
        """The runs of each cell, in the order of `slots`, and those outside."""
        inside: list[list[Run]] = [[] for _ in self.slots]
        outside: list[Run] = []
        for run in runs:
            if not (self.ys[0] < run.middle < self.ys[-1] and run.lefts[0] < self.xs[-1] and run.rights[-1] > self.xs[0]):
                outside.append(run)
                continue
            for part in self._parts(run):
                owner = self._at((part.lefts[0] + part.rights[0]) / 2, part.middle)
                if owner is None:
                    owner = self._at((part.lefts[-1] + part.rights[-1]) / 2, part.middle)
                (outside if owner is None else inside[owner]).append(part)
        return inside, outside

    def _parts(self, run: Run) -> Iterator[Run]:
        """A run cut where a ruling passes between two characters; a ruling through a character is overrun text."""
        first, last = bisect_right(self.xs, run.lefts[0] + 1), bisect_left(self.xs, run.rights[-1] - 1)
        start = 0
        for x in self.xs[first:last]:
            at = bisect_left(run.lefts, x - 1, start)
            if start < at < len(run.text) and run.rights[at - 1] <= x + 1:
                middle = run.middle
                if self._at(x - 1.5, middle) != self._at(x + 1.5, middle):
                    yield run.part(start, at)
                    start = at
        yield run.part(start, len(run.text)) if start else run

    def grid(self, page: int, inside: list[list[Run]]) -> Grid:
        slots = (replace(slot, lines=tuple(lines_of(page, runs))) for slot, runs in zip(self.slots, inside, strict=True))
        return Grid(page, self.ys[0], self.ys[-1], tuple(self.xs), len(self.ys) - 1, tuple(slots))
