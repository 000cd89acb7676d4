"""Text as it is put together from the runs of a Word file, and the way back from it.

A `Flow` is what the reader writes into; `RunOrigin` is what remains of it: arrays of numbers, searched by
bisection, so that a long report costs a few bytes per run and not an object per character.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from lint.document import Table
from lint.place import Margin, Place, Span
from lint.readers.package import M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX = W + "txbxContent"


def paragraphs(element: _Element) -> list[_Element]:
    """The paragraphs below an element in document order, those in text boxes left out; what `Piece.paragraph` counts."""
    return _outside_boxes(element, W + "p")


def runs(element: _Element) -> list[_Element]:
    """The runs, of text and of formulas, below an element, those in text boxes left out; what `Piece.run` counts."""
    return _outside_boxes(element, W + "r", M + "r")


def _outside_boxes(element: _Element, *tags: str) -> list[_Element]:
    found = [below for below in element.iter(*tags) if below is not element]
    inside = {below for box in element.iter(_BOX) if box is not element for below in box.iter(*tags)} if found else set()
    return [below for below in found if below not in inside] if inside else found


class Piece(NamedTuple):
    """Characters `offset` to `offset + length` of one run: paragraph and run are indexes from 0.

    Offsets count what a run shows: w:t as it is, and one character for each tab, break, hyphen or symbol.
    Text of a text box or note has no place in the flow of the part: its piece is the run that holds the box
    or the reference, with offset and length 0.
    """

    part: str
    paragraph: int
    run: int
    offset: int
    length: int


@dataclass(slots=True)
class Slot:
    """A cell as read: the writes from `first` to before `end`, and its place in the grid."""

    first: int
    end: int
    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """A table as read: its writes, its cells in reading order, its size, and the widths of its columns where it gives them."""

    first: int
    end: int
    cells: list[Slot]
    width: int
    height: int
    header: int
    widths: tuple[int, ...]


class Paragraph(NamedTuple):
    """A paragraph as read: its writes, the generated label they begin with, and what its format says of its rank.

    `depth` is the outline level of its style, 0 for none; `ranked` is False for what can be no heading.
    """

    first: int
    end: int
    label: str
    depth: int
    ranked: bool
    aside: bool


class Flow:
    """Text being written: one part and one run number per write; all positions are counts of writes.

    Run numbers count from 1; 0 is generated, and below 0 is text that is shown elsewhere and hangs on that run.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[int] = []
        self.firsts: list[int] = []
        self.paragraphs: list[int] = []
        self.sources: list[int] = []
        self.blocks: list[Paragraph] = []
        self.grids: list[Grid] = []

    def paragraph(self, number: int, source: int, first: int) -> None:
        """Begin, at a write, the paragraph with that number (from 1) of the part with that index."""
        self.firsts.append(first)
        self.paragraphs.append(number)
        self.sources.append(source)

    def write(self, text: str, run: int = 0) -> None:
        self.parts.append(text)
        self.runs.append(run)

    def extend(self, other: Flow) -> None:
        """Append what another flow holds."""
        shift = len(self.parts)
        self.parts += other.parts
        self.runs += other.runs
        self.firsts += [first + shift for first in other.firsts]
        self.paragraphs += other.paragraphs
        self.sources += other.sources
        self.blocks += [block._replace(first=block.first + shift, end=block.end + shift) for block in other.blocks]
        for grid in other.grids:
            slots = [replace(slot, first=slot.first + shift, end=slot.end + shift) for slot in grid.cells]
            self.grids.append(grid._replace(first=grid.first + shift, end=grid.end + shift, cells=slots))

    def starts(self) -> array[int]:
        """The offset of every write, and of the end, in the text."""
        return array("I", accumulate(map(len, self.parts), initial=0))


class RunOrigin:
    """The way back to part, paragraph and run of a Word file. `sources` names the parts; the first is the body.

    `margins` tells headers from footers among the others.
    """

    def __init__(
        self, flow: Flow, starts: array[int], tables: tuple[Table, ...], sources: list[str], margins: Mapping[str, Margin]
    ) -> None:
        self._starts = starts
        self._runs = array("i", flow.runs)
        self._paragraph_starts = array("I", [starts[first] for first in flow.firsts])
        self._paragraphs = array("I", flow.paragraphs)
        self._sources = array("H", flow.sources)
        self._names = sources
        self._tables = tables
        self._margins = margins

    def place(self, span: Span) -> Place:
        """Paragraph of the body (also for the notes and boxes it holds), run where characters come from one, and cell.

        Row and cell are those of the grid: in a row that begins with a cell over two columns, the next is cell 3.
        """
        at = bisect_right(self._paragraph_starts, span.start) - 1
        if at < 0:
            return Place(span)
        if self._sources[at]:
            return Place(span, margin=self._margins.get(self._names[self._sources[at]]))
        run = next((piece.run + 1 for piece in self.pieces(span)), None)
        table, row, cell = self._cell(span)
        return Place(span, paragraph=self._paragraphs[at], run=run, table=table, row=row, cell=cell)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """The pieces of runs that a span is made of; generated labels and separators have none."""
        starts = self._starts
        for index in range(max(bisect_right(starts, span.start) - 1, 0), len(self._runs)):
            if starts[index] >= span.end:
                break
            run, start, end = self._runs[index], max(starts[index], span.start), min(starts[index + 1], span.end)
            if not run or start >= end:
                continue
            at = bisect_right(self._paragraph_starts, start) - 1
            part, paragraph = self._names[self._sources[at]], self._paragraphs[at] - 1
            if run > 0:
                yield Piece(part, paragraph, run - 1, self._before(index, at) + start - starts[index], end - start)
            else:
                yield Piece(part, paragraph, -run - 1, 0, 0)

    def _before(self, index: int, paragraph: int) -> int:
        """Characters of a run that earlier writes gave: a tab, or text before a ruby base in its middle.

        Runs inside a run have higher numbers, so that the search ends at the first lower one.
        """
        first, run, length = self._paragraph_starts[paragraph], self._runs[index], 0
        index -= 1
        while index >= 0 and self._starts[index] >= first and not 0 < self._runs[index] < run:
            if self._runs[index] == run:
                length += self._starts[index + 1] - self._starts[index]
            index -= 1
        return length

    def _cell(self, span: Span) -> tuple[int, int, int] | tuple[None, None, None]:
        number = bisect_right(self._tables, span.start, key=lambda table: table.span.start)
        if number and span.start <= self._tables[number - 1].span.end:
            cells = self._tables[number - 1].cells
            index = bisect_right(cells, span.start, key=lambda cell: cell.span.start) - 1
            if index >= 0 and span.start <= cells[index].span.end:
                return number, cells[index].row + 1, cells[index].column + 1
        return None, None, None
