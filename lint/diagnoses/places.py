"""Where the figures of some documents stand: in which cell or paragraph, what they are called there, what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lint.diagnoses.relations import Place, place
from lint.facts import Facts
from lint.facts.grid import is_total_label
from lint.facts.prose.mention import Mention
from lint.figure import Figure

if TYPE_CHECKING:
    from lint.facts.tables.columns import Column
    from lint.facts.tables.sheets import Line, Panel, Sheet


@dataclass(frozen=True, eq=False, slots=True)
class Neighbour:
    """A figure that stands near, and what it is called."""

    figure: Figure
    name: str


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """Where a figure of a table stands."""

    sheet: Sheet
    panel: Panel
    line: Line
    column: Column

    @property
    def name(self) -> str:
        """Its line as a message calls it, or its column where the line has no label."""
        from lint.facts.tables.labels import plain_label  # late: a text without tables loads none of their modules

        return plain_label(self.line.label) or self.column.name


NAMELESS = "未写名称的数"


@dataclass(frozen=True)
class Places:
    """The facts of the files concerned, by their numbers."""

    facts: Mapping[int, Facts]

    def beside(self, figure: Figure) -> list[Neighbour]:
        """The figures of its kind in its paragraph, or in its row of a table."""
        if cell := self._cells.get(place(figure)):
            row = ((cell.line.figure(column), column.name) for column in cell.panel.columns if column is not cell.column)
            return [Neighbour(other, name) for other, name in row if other is not None and _alike(other, figure)]
        mention = self._mentions.get(place(figure))
        if mention is None:
            return []
        others = (other for other in self._paragraphs[figure.file, mention.passage.index] if other is not mention)
        return [Neighbour(other.figure, other.title or NAMELESS) for other in others if _alike(other.figure, figure)]

    def below(self, figure: Figure) -> list[Neighbour]:
        """The figures of its kind in its column of a table."""
        cell = self._cells.get(place(figure))
        if cell is None:
            return []
        others = [other for line in cell.panel.lines if line is not cell.line and (other := line.figure(cell.column)) is not None]
        return [Neighbour(other, self.name(other)) for other in others if _alike(other, figure)]

    def earlier(self, figure: Figure) -> Neighbour | None:
        """The figure of the same name for the year before; None where there is not exactly one."""
        cell = self._cells.get(place(figure))
        found = self._columns_before(cell, figure.file) if cell else self._said_before(figure)
        alike = [other for other in found if _alike(other.figure, figure) and place(other.figure) != place(figure)]
        return alike[0] if len({other.figure.value for other in alike}) == 1 else None

    def name(self, figure: Figure) -> str:
        """What a figure is called where it stands."""
        if cell := self._cells.get(place(figure)):
            return cell.name
        mention = self._mentions.get(place(figure))
        return (mention.title if mention is not None else figure.name) or NAMELESS

    def is_open(self, percent: Figure) -> bool:
        """Whether no word says what a percentage of running text is taken of."""
        mention = self._mentions.get(place(percent))
        return mention is not None and not mention.base

    def changes(self, figure: Figure) -> list[Figure]:
        """The amounts of change that its row of a table prints."""
        cell = self._cells.get(place(figure))
        columns = [column for column in cell.panel.columns if column.role == "change"] if cell else []
        return [other for column in columns if cell and (other := cell.line.figure(column)) is not None]

    def together(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one paragraph or one table."""
        cells = self._cells.get(place(one)), self._cells.get(place(other))
        if all(cells):
            return cells[0] is not None and cells[1] is not None and cells[0].sheet is cells[1].sheet
        said = self._mentions.get(place(one)), self._mentions.get(place(other))
        return one.file == other.file and said[0] is not None and said[1] is not None and said[0].passage is said[1].passage

    def says_as(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether running text says the same kind of thing of a figure as of one of the others."""
        roles = {mention.role for other in others if (mention := self._mentions.get(place(other)))}
        mention = self._mentions.get(place(figure))
        return mention is not None and mention.role in roles

    def in_table(self, figure: Figure) -> bool:
        """Whether it stands in a table that is understood."""
        return place(figure) in self._cells

    def in_line(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one row of a table."""
        cells = self._cells.get(place(one)), self._cells.get(place(other))
        return cells[0] is not None and cells[1] is not None and cells[0].line is cells[1].line

    def may_fall(self, figure: Figure) -> bool:
        """Whether it is an amount of change, which may be below zero."""
        cell, mention = self._cells.get(place(figure)), self._mentions.get(place(figure))
        return (cell is not None and cell.column.role == "change") or (mention is not None and mention.role == "delta")

    def is_amount(self, figure: Figure) -> bool:
        """Whether it stands in a column of amounts that is no total of others."""
        cell = self._cells.get(place(figure))
        return cell is not None and cell.column.role == "amount" and not is_total_label(cell.column.name)

    @cached_property
    def _mentions(self) -> dict[Place, Mention]:
        return {place(mention.figure): mention for facts in self.facts.values() for mention in facts.mentions}

    @cached_property
    def _paragraphs(self) -> dict[tuple[int, int], list[Mention]]:
        found: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in self._mentions.values():
            found[mention.figure.file, mention.passage.index].append(mention)
        return found

    @cached_property
    def _cells(self) -> dict[Place, Cell]:
        return {
            place(entry.figure): Cell(sheet, panel, line, column)
            for facts in self.facts.values()
            for sheet in (facts.tables.sheets if facts.tables else ())
            for panel in sheet.panels
            for line in panel.lines
            for column in panel.columns
            if (entry := line.entries.get(column.index)) and entry.figure is not None
        }

    def _columns_before(self, cell: Cell, file: int) -> Iterator[Neighbour]:
        from lint.facts.tables.dating import year_of  # late: see above

        year = year_of(cell.sheet, cell.column, self.facts[file].year)
        for column in cell.panel.columns:
            before = column.period == "prior" or (year is not None and column.year == year - 1)
            same = column.role == cell.column.role and column.side in (cell.column.side, "")
            figure = cell.line.figure(column)
            if before and same and column is not cell.column and figure is not None:
                yield Neighbour(figure, column.name)

    def _said_before(self, figure: Figure) -> Iterator[Neighbour]:
        mention = self._mentions.get(place(figure))
        if mention is None or not mention.key:
            return
        around = self.facts[figure.file].surroundings
        year = around.dated(mention)
        for other in self._mentions.values():
            if other is mention or other.figure.file != figure.file or other.side != mention.side:
                continue
            own = other.role == "prior" and other.of is mention
            named = other.role == mention.role and other.key == mention.key and year is not None and around.dated(other) == year - 1
            if own or named:
                yield Neighbour(other.figure, other.title or NAMELESS)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same kind of thing."""
    return one.kind == other.kind and (one.kind != "count" or one.unit == other.unit)
