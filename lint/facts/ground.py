"""What every finding stands on: the document with its passages, tables, numbers and sentences, whom it is about and which year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from lint.document import Document
from lint.facts.continued import joined
from lint.facts.figures import Token, tokens
from lint.facts.folded import unfolded
from lint.facts.headings import Heading, headings
from lint.facts.passages import Passage, passages
from lint.facts.periods import Periods
from lint.facts.ragged import Grids, grids
from lint.facts.sentences import Sentence, sentences
from lint.facts.stacked import unstacked
from lint.facts.subject import Subject, subject_of
from lint.facts.years import ReportYear, report_year
from lint.figure import Figure
from lint.given import NOTHING, Given
from lint.number import Number
from lint.place import Span


@dataclass(frozen=True)
class Ground:
    """One document, read by what the user has `given`; `file` is its number in a submission."""

    source: Document
    given: Given = NOTHING
    file: int = 0
    corrected: Mapping[Span, Number] = field(default_factory=dict)
    """Numbers that are to be taken for others than are printed, to see what would follow."""

    @cached_property
    def document(self) -> Document:
        """The document with stacked tables taken apart, continued ones joined and folded ones unfolded."""
        return unfolded(joined(unstacked(self.source)))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.document, self.file)

    @cached_property
    def headings(self) -> tuple[tuple[Heading, ...], ...]:
        """The numbered headings above every passage."""
        return headings(self.passages)

    @cached_property
    def grids(self) -> Grids:
        """The rows of every table, every cell under its column."""
        return grids(self.document)

    @cached_property
    def subject(self) -> Subject:
        """The office and the project that the document is about."""
        heads = {slot.cell.span for rows in self.grids.values() for row in rows if row.header for slot in row.slots}
        return subject_of(self.passages, heads)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every number with its place in its passage, in reading order."""
        found = tokens(self.document, self.passages, self.grids)
        return tuple(map(self._as_corrected, found)) if self.corrected else found

    def _as_corrected(self, token: Token) -> Token:
        number = self.corrected.get(token.figure.span)
        return token if number is None else replace(token, figure=replace(token.figure, number=number))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number, in reading order."""
        return tuple(token.figure for token in self.tokens)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every passage with the numbers in them, in reading order."""
        return sentences(self.passages, self.tokens)

    @cached_property
    def report_year(self) -> ReportYear | None:
        """The year the report is about; None where nothing says it."""
        return report_year(self.passages, self.tokens, self.given.year, self.source.path, tells=self.subject.side in ("outcome", "actual"))

    @cached_property
    def year(self) -> int | None:
        """The number of that year."""
        return self.report_year.value if self.report_year else None

    @cached_property
    def dating(self) -> Periods:
        """What dates the figures of running text."""
        return Periods(self.headings, self.year)
