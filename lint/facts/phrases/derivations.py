"""What one sentence says of its years, taken together: the year it computes for, that of its source, where its operands come from.

A sentence left over from an earlier report is wrong in several places at once; it is one fault, and told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lint.facts.phrases.citations import Citation
from lint.facts.phrases.operands import Operand
from lint.facts.sentences import Sentence
from lint.facts.years import ReportYear
from lint.figure import Figure
from lint.place import Span


@dataclass(frozen=True, eq=False)
class Derivation:
    """A sentence that derives a figure, with the years it cites, and the amounts it does so with.

    `stale` are the citations of a year that is not the report's and that nothing excuses; none where its own year is in doubt.
    """

    sentence: Sentence
    citations: tuple[Citation, ...]
    stale: tuple[Citation, ...]
    operands: tuple[Operand, ...] = ()

    @property
    def span(self) -> Span:
        """From the first stale year to the last."""
        return self.stale[0].span.to(self.stale[-1].span)

    def of(self, kind: str) -> Citation | None:
        """What it cites of a kind, the stale one first."""
        return next((item for item in (*self.stale, *self.citations) if item.kind == kind), None)

    def years(self) -> Iterator[Figure]:
        """The stale years as figures."""
        for token in self.sentence.tokens:
            if token.figure.kind == "year" and any(token.figure.span.overlaps(item.span) for item in self.stale):
                yield token.figure


def derivations(citations: Sequence[Citation], operands: Sequence[Operand], report: ReportYear | None) -> Iterator[Derivation]:
    """Every sentence with citations, in reading order."""
    for _, group in groupby(citations, key=lambda item: id(item.sentence)):
        found = tuple(group)
        used = tuple(operand for operand in operands if operand.equation.at is found[0].sentence)
        yield Derivation(found[0].sentence, found, tuple(stale(found, report)), used)


def stale(citations: Sequence[Citation], report: ReportYear | None) -> Iterator[Citation]:
    """The citations of a year that the report is surely not about, where nothing excuses them."""
    if report is not None and not report.doubt:
        yield from (item for item in citations if not report.covers(item.year) and not item.legitimate)
