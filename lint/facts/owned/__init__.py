"""What the user's own rules find in a report.

`calling` tells whether words mean a figure, `named` and `cells` find them in text and tables, `binder` puts the figures of a
rule together (`bound`), `required` and `years` look for what must and what must not be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from lint.facts.owned.binder import Binder, Fits
from lint.facts.owned.bound import Bound
from lint.facts.owned.named import Report
from lint.facts.owned.years import Sighting, sightings
from lint.facts.prose.lists import List
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.own.amount import alike
from lint.own.records import Names, Own, OwnComparison, OwnRatio, OwnSum, Ruled
from lint.own.told import of_rule
from lint.say import Say

ABSENT = Say("报告没有写“{names}”", "the report does not state “{names}”")
NOWHERE = Say("自定规则“{rules}”所说的数，报告里都没有写", "the report states none of the figures of the rules “{rules}”")


R = TypeVar("R", bound=Ruled)


@dataclass(frozen=True, eq=False, slots=True)
class Absent:
    """Rules that could not be applied at all, and why; `figure` is one of theirs that is stated, None where none is."""

    figure: Figure | None
    reason: Say


@dataclass(frozen=True, eq=False, slots=True)
class Applied(Generic[R]):
    """The rules of one kind: where their figures stand, and what could not be found."""

    bound: tuple[Bound[R], ...]
    absent: tuple[Absent, ...]


@dataclass(frozen=True)
class Owned:
    """The user's rules applied to one report, which has a text."""

    own: Own
    report: Report
    lists: Sequence[List]
    sentences: Sequence[Sentence]

    @cached_property
    def sums(self) -> Applied[OwnSum]:
        """Every sum that the user prescribes."""
        return self._applied([(rule, rule.whole, rule.parts, _alike) for rule in self.own.sums])

    @cached_property
    def ratios(self) -> Applied[OwnRatio]:
        """Every ratio that the user defines, first its rate; every one that the user limits, first its part; a limited one need not be printed."""
        stated = [rule for rule in self.own.ratios if rule.names and (not rule.is_limited or self.report.named(rule.names))]
        limited = [rule for rule in self.own.ratios if rule.is_limited]
        return self._applied(
            [
                *((rule, rule.names, (rule.part, rule.whole), _of_rate) for rule in stated),
                *((rule, rule.part, (rule.whole,), _alike) for rule in limited),
            ]
        )

    @cached_property
    def comparisons(self) -> Applied[OwnComparison]:
        """Every comparison that the user prescribes."""
        return self._applied([(rule, rule.left, (rule.right,) if rule.right else (), _alike) for rule in self.own.comparisons])

    @cached_property
    def years(self) -> tuple[Sighting, ...]:
        """Every year that the user does not want to see."""
        return tuple(sightings(self.own.years, self.sentences))

    def _applied(self, asked: Sequence[tuple[R, Names, Sequence[Names], Fits]]) -> Applied[R]:
        """Rules with the names of their first figure and of its operands, applied."""
        binder = Binder(self.report, self.lists)
        bound: list[Bound[R]] = []
        absent: list[Absent] = []
        nowhere: list[str] = []
        for rule, first, operands, fits in asked:
            found = list(binder.bound(rule, first, operands, fits))
            bound.extend(found)
            if found:
                continue
            if seen := [named.figure for names in operands for named in self.report.named(names) if named.figure is not None]:
                absent.append(Absent(seen[0], of_rule(rule.head, ABSENT.of(names=first[0]))))
            else:
                nowhere.append(rule.head.name)
        if nowhere:
            absent.append(Absent(None, NOWHERE.of(rules="”“".join(dict.fromkeys(nowhere)))))
        return Applied(tuple(bound), tuple(absent))


def _alike(_: int, first: Figure, other: Figure) -> bool:
    return alike(first.kind, first.unit, other.kind, other.unit)


def _of_rate(index: int, rate: Figure, other: Figure) -> bool:
    """Whether a figure may be the part (0) or the whole (1) of a ratio: an average is of the unit of its part."""
    average = rate.kind not in ("percent", "points", "bare")
    return other.kind not in ("percent", "points") and (index > 0 or not average or rate.kind == other.kind)
