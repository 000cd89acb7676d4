"""Facts: everything that a document states, found once and only when a rule asks for it.

Every claim family has its module; each is a pure function of what lies below it. `Facts` ties them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lint.document import Document
from lint.facts.equations import Equation, equations
from lint.facts.changes import Change, Resolved, changes
from lint.facts.figures import Token, tokens
from lint.facts.lists import List, lists
from lint.facts.mentions import Mention, mentions
from lint.facts.passages import Passage, passages
from lint.facts.percents import Rateless, rateless
from lint.facts.sentences import Sentence, sentences
from lint.facts.ratios import Ratio, ratios
from lint.facts.resolve import resolve
from lint.facts.scores import scores
from lint.facts.sums import Sum, sums
from lint.facts.tree import Tree
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
    def mentions(self) -> tuple[Mention, ...]:
        """What each figure of running text says, in reading order."""
        return mentions(self.tokens)

    @cached_property
    def lists(self) -> tuple[List, ...]:
        """Lists in running text: owners and items."""
        return lists(self.mentions, self.passages)

    @cached_property
    def resolved(self) -> Resolved:
        """The level that a change or share speaks of where its own sentence does not hold it."""
        return resolve(self.mentions)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Levels against earlier ones or plans, with difference and rate."""
        return changes(self.mentions, self.resolved)

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """Shares and rates in running text."""
        return ratios(self.mentions, self.lists, self.resolved)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Totals and their parts in running text."""
        return sums(self.mentions, self.lists, self.ratios)

    @cached_property
    def report_year(self) -> ReportYear | None:
        """The year the report is about; None where nothing says it."""
        return report_year(self.passages, self.tokens, self.given_year)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every passage with the numbers in them, in reading order."""
        return sentences(self.passages, self.tokens)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Every printed equation, in reading order."""
        return equations(self.sentences)

    @cached_property
    def rateless(self) -> tuple[Rateless, ...]:
        """Every number after 增长, 占 and the like that lacks a percent sign."""
        return rateless(self.sentences)

    @cached_property
    def scores(self) -> tuple[Tree, ...]:
        """Score trees: full marks, awarded scores and claimed totals of titles, sentences and tables."""
        return scores(self.document, self.passages, self.tokens)
