"""The cells of a table for reading scores: merged ones under every row and column they cover, numbers as figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lint.document import Cell, Table
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

CAP = pattern(r"\((?:满分|分值|共|计|权重)*[：为]?\d+(?:\.\d+)?分?\)|(?<=[^\d.])\d+(?:\.\d+)?分$")
"""The full mark behind a name."""
_PLAIN = pattern(r"[\d.]+")


class Index(NamedTuple):
    """Passages and numbers of a document by the span of their table cell."""

    passages: Mapping[Span, Passage]
    tokens: Mapping[Span, list[Token]]


class Cells:
    """The cells of a table by row and column, each with what stands in it."""

    def __init__(self, table: Table, index: Index) -> None:
        self.table = table
        self._index = index
        self._numbers: dict[Span, Figure | None] = {}
        self._at: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._at[row, column] = cell

    def arranged(self, cells: Iterable[Cell], width: int) -> Cells:
        """The same cells in other places of a grid of that width."""
        return Cells(replace(self.table, cells=tuple(cells), width=width), self._index)

    def at(self, row: int, column: int) -> Cell | None:
        return self._at.get((row, column))

    def text(self, cell: Cell | None) -> str:
        """The folded text without blanks."""
        passage = self._index.passages.get(cell.span) if cell is not None else None
        return passage.text.replace(" ", "") if passage is not None else ""

    def tokens(self, cell: Cell) -> list[Token]:
        return self._index.tokens.get(cell.span, [])

    def number(self, cell: Cell | None) -> Figure | None:
        """The score that is all there is in a cell. A unit that only a caption gives (单位：万元) is not a score's."""
        if cell is None:
            return None
        if cell.span not in self._numbers:
            self._numbers[cell.span] = self._number(cell)
        return self._numbers[cell.span]

    def _number(self, cell: Cell) -> Figure | None:
        found = self.tokens(cell)
        if len(found) != 1 or found[0].end - found[0].start != len(found[0].passage.text):
            return None
        token = found[0]
        if token.figure.kind == "money" and _PLAIN.fullmatch(token.passage.text):
            figure = token.figure
            return replace(figure, number=replace(figure.number, scale=0), kind="bare", unit="")
        return token.figure if marks.is_score(token) else None

    def cap(self, cell: Cell) -> Figure | None:
        """The full mark in a name: 产出指标（50分）, 项目管理13分."""
        passage = self._index.passages.get(cell.span)
        found = CAP.search(passage.text) if passage is not None else None
        inside = [
            token.figure
            for token in self.tokens(cell)
            if found and found.start() <= token.start and token.end <= found.end() and marks.is_score(token)
        ]
        return inside[0] if len(inside) == 1 else None

    def taken_off(self, row: int, columns: Iterable[int]) -> Iterator[Figure]:
        """The points that the notes of a row say were taken off: 执行率低，扣2分."""
        for column in columns:
            cell = self.at(row, column)
            tokens = self.tokens(cell) if cell is not None and cell.row == row else []
            yield from (token.figure for token in tokens if marks.is_taken_off(token))

    def rows(self) -> Iterable[tuple[int, list[Cell]]]:
        return enumerate(self.table.rows())


def index(passages: Iterable[Passage], tokens: Iterable[Token]) -> Index:
    by_cell = {passage.cell.span: passage for passage in passages if passage.cell is not None}
    numbers: dict[Span, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.passage.cell is not None:
            numbers[token.passage.cell.span].append(token)
    return Index(by_cell, numbers)
