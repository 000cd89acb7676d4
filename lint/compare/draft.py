"""A draft as it is compared: what was found in it, and the stretches it is laid beside the other one by."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lint.compare.units import Unit, units
from lint.document import NoticeKind
from lint.facts import Facts
from lint.given import Given
from lint.place import Span
from lint.report import FileReport

LOSSES: frozenset[NoticeKind] = frozenset(
    ("no-text", "partial", "garbled", "unruled", "not-read", "hidden-sheets", "too-narrow", "uncalculated", "formula-errors", "encoding")
)
"""Notices after which a passage that is not found need not be gone: it may not have been read."""


@dataclass(frozen=True, eq=False)
class Draft:
    """One draft of a file."""

    report: FileReport
    given: Given

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.report.document, self.given, self.report.number)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        return units(self.facts)

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.span.start for unit in self.units]

    def at(self, span: Span) -> int | None:
        """The index of the unit in which a span begins, None where it begins in none."""
        index = bisect_right(self._starts, span.start) - 1
        return index if index >= 0 and span.start < max(self.units[index].span.end, self.units[index].span.start + 1) else None

    @cached_property
    def losses(self) -> Counter[NoticeKind]:
        """How much of the file was not read, by the kind of notice: pages, or whatever it counts."""
        lost: Counter[NoticeKind] = Counter()
        for notice in self.report.document.notices:
            if notice.kind in LOSSES:
                lost[notice.kind] += max(1, len(notice.pages), notice.count)
        return lost

    def is_whole(self, before: Draft) -> bool:
        """Whether as much of it was read as of the draft before, as far as is known."""
        return not self.report.unread and self.losses <= before.losses
