"""Figures that a user wants stated, found or not found in the reports that must state them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.document import Document, NoticeKind
from lint.facts.owned.named import Named, Report
from lint.figure import Figure
from lint.own.records import OwnRequired

_LOST: frozenset[NoticeKind] = frozenset(
    ("no-text", "partial", "not-read", "unruled", "garbled", "encoding", "hidden-sheets", "hidden-text", "beneath", "too-narrow")
)
"""What a reader tells of files that may say more than was read."""


@dataclass(frozen=True, eq=False, slots=True)
class Wanted:
    """A figure that must be stated, None where it is not. `near` has a similar name; `other` stands elsewhere or is of another year.

    `whole` tells whether everything was read, so that what was not found is not there.
    """

    rule: OwnRequired
    figure: Figure | None
    near: Figure | None
    other: Figure | None
    whole: bool


def wanted(rules: Sequence[OwnRequired], reports: Sequence[Report], documents: Sequence[Document]) -> Iterator[Wanted]:
    """Every required figure, looked for in all the reports (read from these documents) together."""
    whole = not any(notice.kind in _LOST for document in documents for notice in document.notices)
    for rule in rules:
        found = [named for report in reports for named in report.named(rule.names) if named.figure is not None]
        placed = [named for named in found if _answers(rule, named)]
        stated, near = (_first(named for named in placed if (named.grade == "near") is loose) for loose in (False, True))
        yield Wanted(rule, stated, near, _first(found), whole)


def _first(found: Iterable[Named]) -> Figure | None:
    return next((named.figure for named in found), None)


def _answers(rule: OwnRequired, named: Named) -> bool:
    """Whether a figure stands where it must and is of the year it must be of."""
    placed = not rule.where or (named.cell is None) == (rule.where == "text")
    return placed and rule.year in (None, named.year)
