"""Where a report states the figures that a user names: in running text and in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lint.facts import names
from lint.facts.owned.calling import Grade, called
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings
from lint.facts.tables.dating import said_year
from lint.figure import Figure
from lint.own.records import Names

if TYPE_CHECKING:
    from lint.facts.tables.columns import Column
    from lint.facts.tables.sheets import Entry, Line, Panel, Sheet


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """A cell of a table, named by its line or by the header of its column."""

    sheet: Sheet
    panel: Panel
    line: Line
    column: Column
    by_line: bool
    entry: Entry


@dataclass(frozen=True, eq=False, slots=True)
class Named:
    """A figure that words call by one of a user's names; None for a cell that is blank.

    `owner` is the office, place or project before its name, or the label of its row; `year` the year it is about.
    It stands either in a `mention` of running text or in a `cell`.
    """

    figure: Figure | None
    printed: str
    grade: Grade
    owner: str
    year: int | None
    side: names.Side
    mention: Mention | None = None
    cell: Cell | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """The headers above that of its column."""
        return self.cell.column.path[:-1] if self.cell else ()


@dataclass(frozen=True)
class Report:
    """What a report says, to be searched for names; `year` is its year, None if unknown."""

    mentions: Sequence[Mention]
    sheets: Sequence[Sheet]
    surroundings: Surroundings
    year: int | None

    def named(self, wanted: Names) -> tuple[Named, ...]:
        """Every figure that goes by one of these names, in reading order; those in running text first."""
        if wanted not in self._known:
            self._known[wanted] = (*self._of_text(wanted), *self._of_tables(wanted))
        return self._known[wanted]

    @cached_property
    def _known(self) -> dict[Names, tuple[Named, ...]]:
        return {}

    def _of_text(self, wanted: Names) -> Iterator[Named]:
        for mention in self.mentions:
            if mention.role not in ("level", "plain") and not mention.named:
                continue
            if mention.figure.number.bound in ("least", "most"):  # a limit is no statement
                continue
            fits = [fit for words in (mention.token.lead, mention.name) if (fit := called(words, wanted))]
            if fits:
                year = said_year(mention, self.year)[0]
                yield Named(mention.figure, fits[0].title, fits[0].grade, fits[0].owner, year, mention.said_side, mention=mention)

    def _of_tables(self, wanted: Names) -> Iterator[Named]:
        if self.sheets:
            from lint.facts.owned.cells import cells  # late: needs the modules of tables

            yield from cells(self.sheets, wanted, self.year)
