"""Text as it is put together from the runs of a Word file, and the way back from it.

A `Flow` is what the reader writes into; `RunOrigin` is what remains of it: arrays of numbers, searched by
bisection, so that a long report costs a few bytes per run and not an object per character.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lint.document import Block, Cell, Table
from lint.place import Place, Span
from lint.readers.package import M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX = W + "txbxContent"


def paragraphs(element: _Element) -> list[_Element]:
    """The paragraphs below an element in document order, those in text boxes left out; what `Piece.paragraph` counts."""
    return [found for found in element.iter(W + "p") if _outside_boxes(found, element)]


def runs(element: _Element) -> list[_Element]:
    """The runs, of text and of formulas, below an element, those in text boxes left out; what `Piece.run` counts."""
    return [found for found in element.iter(W + "r", M + "r") if found is not element and _outside_boxes(found, element)]


def _outside_boxes(element: _Element, top: _Element) -> bool:
    for above in element.iterancestors():
        if above is top:
            return True
        if above.tag == _BOX:
            return False
    return True


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


@dataclass
class Flow:
    """Text being written. Every write is a piece of the run with that number (from 1), or of none (0: generated;
    below 0: shown elsewhere, held by that run)."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: array[int] = field(default_factory=lambda: array("I"))
    runs: array[int] = field(default_factory=lambda: array("i"))
    paragraph_starts: array[int] = field(default_factory=lambda: array("I"))
    paragraphs: array[int] = field(default_factory=lambda: array("I"))
    sources: array[int] = field(default_factory=lambda: array("H"))
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def paragraph(self, number: int, source: int) -> None:
        """Begin the paragraph with that number (from 1) of the part with that index."""
        self.paragraph_starts.append(self.length)
        self.paragraphs.append(number)
        self.sources.append(source)

    def write(self, text: str, run: int = 0) -> None:
        self.starts.append(self.length)
        self.runs.append(run)
        self.parts.append(text)
        self.length += len(text)

    def extend(self, other: Flow) -> None:
        """Append what another flow holds."""
        shift = self.length
        self.parts.extend(other.parts)
        self.starts.extend(start + shift for start in other.starts)
        self.runs.extend(other.runs)
        self.paragraph_starts.extend(start + shift for start in other.paragraph_starts)
        self.paragraphs.extend(other.paragraphs)
        self.sources.extend(other.sources)
        self.blocks.extend(Block(_moved(b.span, shift), b.kind, b.mark, b.depth) for b in other.blocks)
        for table in other.tables:
            cells = tuple(Cell(_moved(c.span, shift), c.row, c.column, c.rows, c.columns) for c in table.cells)
            self.tables.append(Table(_moved(table.span, shift), cells, table.width, table.height, table.header))
        self.length += other.length


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


class RunOrigin:
    """The way back to part, paragraph and run of a Word file. `sources` names the parts; the first is the body."""

    def __init__(self, flow: Flow, sources: list[str]) -> None:
        self._starts = flow.starts
        self._runs = flow.runs
        self._paragraph_starts = flow.paragraph_starts
        self._paragraphs = flow.paragraphs
        self._sources = flow.sources
        self._names = sources
        self._tables = tuple(flow.tables)
        self._length = flow.length

    def place(self, span: Span) -> Place:
        """Paragraph of the body (also for the notes and boxes it holds), run where characters come from one, and cell.

        Row and cell are those of the grid: in a row that begins with a cell over two columns, the next is cell 3.
        """
        at = bisect_right(self._paragraph_starts, span.start) - 1
        if at < 0 or self._sources[at]:
            return Place(span)
        run = next((piece.run + 1 for piece in self.pieces(span)), None)
        table, row, cell = self._cell(span)
        return Place(span, paragraph=self._paragraphs[at], run=run, table=table, row=row, cell=cell)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """The pieces of runs that a span is made of; generated labels and separators have none."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self._starts) and self._starts[index] < span.end:
            run, start = self._runs[index], max(self._starts[index], span.start)
            end = min(self._end(index), span.end)
            at = bisect_right(self._paragraph_starts, start) - 1
            where = (self._names[self._sources[at]], self._paragraphs[at] - 1)
            if run > 0 and start < end:
                yield Piece(*where, run - 1, self._before(index, at) + start - self._starts[index], end - start)
            elif run < 0 and start < end:
                yield Piece(*where, -run - 1, 0, 0)
            index += 1

    def _before(self, index: int, paragraph: int) -> int:
        """Characters of a run that earlier writes gave, where something (a ruby base) stands in its middle."""
        first, run, length = self._paragraph_starts[paragraph], self._runs[index], 0
        index -= 1
        while index >= 0 and self._starts[index] >= first:
            if self._runs[index] == run:
                length += self._end(index) - self._starts[index]
            index -= 1
        return length

    def _end(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else self._length

    def _cell(self, span: Span) -> tuple[int, int, int] | tuple[None, None, None]:
        number = bisect_right(self._tables, span.start, key=lambda table: table.span.start)
        if number and span.start <= self._tables[number - 1].span.end:
            cells = self._tables[number - 1].cells
            index = bisect_right(cells, span.start, key=lambda cell: cell.span.start) - 1
            if index >= 0 and span.start <= cells[index].span.end:
                return number, cells[index].row + 1, cells[index].column + 1
        return None, None, None
