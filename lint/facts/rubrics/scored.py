"""Scores that a rubric derives from a number, and whether they are what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint.facts.rubrics.choice import Choice
from lint.facts.rubrics.fit import Pair
from lint.facts.rubrics.printed import Printed
from lint.figure import Figure
from lint.interval import Interval
from lint.rubric import Indicator
from lint.rubric.examples import rounding_for, told
from lint.rubric.scoring import VALUE, Reach, Scoring, Values


@dataclass(frozen=True, eq=False)
class Scored:
    """An awarded score and what it follows from by the rubric's criterion `scoring`.

    `values` are the figures by the names of the criterion; `missing` the names of which the report prints no figure, or several.
    """

    pair: Pair
    choice: Choice
    scoring: Scoring
    awarded: Figure
    values: Mapping[str, Figure]
    missing: tuple[str, ...]

    @property
    def indicator(self) -> Indicator:
        return self.pair.indicator

    def reach(self) -> Reach:
        """The scores that the printed values can earn."""
        return self.scoring.reach(self._intervals(), self.indicator.full)

    def derived(self) -> str:
        """What the digits as printed earn, in words."""
        points = {name: Interval.point(figure.value) for name, figure in self.values.items()}
        return told(self.scoring.reach(points, self.indicator.full))

    @property
    def is_open(self) -> bool:
        """Whether the rubric does not tell what these values earn."""
        return any(part.low == 0 and part.high == self.indicator.full for part in self.reach())

    @property
    def is_admitted(self) -> bool:
        """Whether the awarded score is one of them, rounded as the rubric allows."""
        return rounding_for(self.scoring, self.indicator.rounding).admits(self.awarded.value, self.reach())

    @property
    def is_decided(self) -> bool:
        """Whether the rubric tells what the score must be, by rules that were seen or that the user named."""
        return not self.missing and not self.is_open and self.pair.agrees and self.choice.severity(self.indicator) == "warning"

    def working(self) -> str:
        """The values and what the criterion says of them: 预决算差异率74.22%，不低于74.22%：0分."""
        printed = [f"{self.indicator.name if name == VALUE else name}{figure}" for name, figure in self.values.items()]
        return "，".join([*printed, self.scoring.told(self.indicator.full, self._intervals())])

    def _intervals(self) -> Values:
        return {name: figure.interval for name, figure in self.values.items()}


def scored(choice: Choice, printed: Printed) -> Iterator[Scored]:
    """Every awarded score that the chosen rubric derives from a number, or from none: all or nothing."""
    for pair in (pair for fit in choice.fits for pair in fit.pairs):
        awarded, scoring = pair.node.awarded, pair.indicator.scoring
        if awarded is None or scoring is None:
            continue
        found = {name: printed.value(pair, name, scoring.percent) for name in scoring.inputs}
        values = {name: figure for name, figure in found.items() if figure is not None}
        yield Scored(pair, choice, scoring, awarded, values, tuple(name for name in found if name not in values))
