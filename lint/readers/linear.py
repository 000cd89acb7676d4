"""The linear text of a document as it is put together from paragraphs and grids of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lint.document import Block, BlockKind, Cell, Table
from lint.errors import Unreadable
from lint.outline import mark_of
from lint.place import Place, Span
from lint.readers.joined import moved
from lint.readers.txt import layout
from lint.say import Say

AREA = 2_000_000
"""Cells that a table may have, empty ones included."""
TOO_WIDE = Say("其中的表格过大", "a table is too large")
_HEADING = 60
"""Characters that a numbered line may have as a heading."""


class Filled(NamedTuple):
    """What a cell of a grid holds, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


class Linear:
    """Text being written, with its blocks and tables. `mark` is called with the offset of every paragraph or cell that begins."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.end = 0
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def put(self, text: str) -> Span:
        self._parts.append(text)
        start, self.end = self.end, self.end + len(text)
        return Span(start, self.end)

    def line(self, text: str, *, depth: int = 0, kind: BlockKind = "paragraph") -> None:
        """A paragraph on a line of its own; `depth` is that of its heading style, 0 where only a numbering mark can tell."""
        span = self.put(text)
        if text.strip():
            self.blocks.append(Block(span, kind) if kind == "aside" else _block(text, span, depth))
        self.put("\n")

    def plain(self, text: str) -> list[Block | Table]:
        """Text with line ends and tabs as they stand: its paragraphs and tables are those of a text file."""
        base = self.put(text).start
        self.put("\n")
        blocks, tables = layout(text)
        found = [replace(block, span=moved(block.span, base)) for block in blocks]
        grids = [
            replace(
                table,
                span=moved(table.span, base),
                cells=tuple(replace(cell, span=moved(cell.span, base)) for cell in table.cells),
            )
            for table in tables
        ]
        self.blocks += found
        self.tables += grids
        return sorted([*found, *grids], key=lambda part: part.span)

    def table(self, cells: Mapping[tuple[int, int], Filled], width: int, height: int, mark: Callable[[int, int], None]) -> None:
        """A grid with the given cells by row and column, empty ones between them; `mark` is told of each before it is written.

        Raises Unreadable for one beyond the limit.
        """
        if width * height > AREA:
            raise Unreadable("too-large", TOO_WIDE)
        covered = {place for at, cell in cells.items() for place in _under(at, cell, height)}
        found: list[Cell] = []
        start = self.end
        for row in range(height):
            for column in range(width):
                if column:
                    self.put("\t")
                if (row, column) in covered:
                    continue
                filled = cells.get((row, column), _EMPTY)
                mark(row, column)
                span = self.put(filled.text.replace("\t", " "))
                found.append(Cell(span, row, column, min(filled.rows, height - row), filled.columns))
            self.put("\n")
        self.tables.append(Table(Span(start, self.end - 1), tuple(found), width, height))

    def ragged(self, rows: Sequence[Sequence[str]], mark: Callable[[int, int], None]) -> None:
        """Rows of cells whose columns are not known: short rows stay short."""
        found: list[Cell] = []
        start = self.end
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                if column:
                    self.put("\t")
                mark(row, column)
                found.append(Cell(self.put(text.replace("\t", " ")), row, column))
            self.put("\n")
        self.tables.append(Table(Span(start, self.end - 1), tuple(found), max(map(len, rows), default=0), len(rows)))


class BlockOrigin:
    """Paragraph, or table, row and column, of every paragraph and cell."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._places: list[tuple[int | None, int | None, int | None, int | None]] = []

    def add(self, start: int, paragraph: int | None, table: int | None = None, row: int | None = None, cell: int | None = None) -> None:
        self._starts.append(start)
        self._places.append((paragraph, table, row, cell))

    def place(self, span: Span) -> Place:
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return Place(span)
        paragraph, table, row, cell = self._places[at]
        return Place(span, paragraph=paragraph, table=table, row=row, cell=cell)


_EMPTY = Filled("")


def _under(at: tuple[int, int], cell: Filled, height: int) -> Iterable[tuple[int, int]]:
    """The places that a merged cell covers besides its own."""
    for row in range(at[0], min(at[0] + cell.rows, height)):
        for column in range(at[1], at[1] + cell.columns):
            if (row, column) != at:
                yield row, column


def _block(text: str, span: Span, depth: int) -> Block:
    """A numbering mark gives the depth, also in a heading style."""
    mark = mark_of(text[:12])
    if mark is None:
        return Block(span, "heading", "", depth) if depth else Block(span)
    short = len(text) <= _HEADING and "。" not in text[:-1]
    return Block(span, "heading" if depth or short else "paragraph", mark.text, mark.depth)
