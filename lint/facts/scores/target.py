"""One indicator of a form, what its target asks for and whether that was met; or the scored execution rate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.facts.scores.deadlines import in_time
from lint.figure import Figure
from lint.pattern import pattern

Sense = Literal["least", "most", "equal", ""]
"""Whether the target is to be reached at least, at most, exactly; empty where nothing says so."""
_RANKED = pattern(r"\d[级类等]|[一二三四五六ⅠⅡⅢⅣⅤ]+[级类等]")
"""Grades count downwards as often as upwards."""


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """One indicator. `copied` where the result repeats the sign of the target (≥95%).

    `asked` is what the column for the reason of a miss is called, empty where there is none; `excused` where it says something.
    `full` and `awarded` are None where the form does not score it; `wanted` and `came` are the cells of target and
    result, `unit` that of both, `heads` what their columns are called. `better` tells whether more or less of it is, where
    its name says so.
    """

    name: str
    wanted: str
    came: str
    sense: Sense
    better: Literal["more", "less", ""]
    unit: str
    target: Figure
    done: Figure
    full: Figure | None
    awarded: Figure | None
    copied: bool
    asked: str
    excused: bool
    heads: tuple[str, str]

    @property
    def is_met(self) -> bool | None:
        """Whether the result meets the target; None where it cannot be told which way the target is meant."""
        if self.target.kind == "date":
            return in_time(self.wanted, self.came)
        if not self._alike:
            return None
        if self.target.value == self.done.value:
            return True
        if _RANKED.search(self.wanted) or (self.target.approximate and not self.sense):
            return None
        if self.sense in ("most", "least"):
            return self.done.value <= self.target.value if self.sense == "most" else self.done.value >= self.target.value
        better = self.better or ("more" if self.sense == "equal" else "")
        return None if better != "more" else self.done.value > self.target.value

    @property
    def is_exactly_met(self) -> bool:
        return self._alike and self.target.kind != "date" and self.done.value == self.target.value

    @property
    def is_whole(self) -> bool:
        """Whether all of something is the target: 100%."""
        return self.target.value == (1 if self.target.kind == "percent" else 100) and (self.target.kind == "percent" or self.unit == "%")

    @property
    def in_full(self) -> bool:
        """Whether the row was scored with its full mark."""
        return self.full is not None and self.awarded is not None and self.awarded.value >= self.full.value

    @property
    def times(self) -> Fraction | None:
        """How many times the target was done, where more is better; None where it cannot be told."""
        more = self.sense == "least" or self.better == "more"
        if not self._alike or not more or self.better == "less" or self.target.kind == "date":
            return None
        return self.done.value / self.target.value if self.target.value > 0 else None

    @property
    def _alike(self) -> bool:
        fraction = self.unit == "%" and self.done.value <= 1 < self.target.value  # 0.97 for 97
        return (self.target.kind, self.target.unit) == (self.done.kind, self.done.unit) and not fraction


@dataclass(frozen=True, eq=False, slots=True)
class Executed:
    """A row that scores the rate at which the budget was spent; `noted` where the report tells a way of its own to score it."""

    name: str
    rate: Figure
    full: Figure
    awarded: Figure
    noted: bool
