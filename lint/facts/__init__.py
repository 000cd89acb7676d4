"""Facts: everything that a document states, found once and only when a rule asks for it.

Every claim family has its module; each is a pure function of what lies below it. `Facts` ties them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lint.document import Document
from lint.facts.figures import Token, tokens
from lint.facts.passages import Passage, passages
from lint.facts.years import ReportYear, report_year
from lint.figure import Figure


@dataclass(frozen=True)
class Facts:
    """The facts of one document. `given_year` is the report year that the user named, None to find it out."""

    document: Document
    given_year: int | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.document)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every number with its place in its passage, in reading order."""
        return tokens(self.document, self.passages)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number, in reading order."""
        return tuple(token.figure for token in self.tokens)

    @cached_property
    def report_year(self) -> ReportYear | None:
        """The year the report is about; None where nothing says it."""
        return report_year(self.passages, self.tokens, self.given_year)
