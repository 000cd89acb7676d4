"""One indicator of a form, what its target asks for and whether that was met; or the scored execution rate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.facts.scores.deadlines import in_time
from lint.figure import Figure

Sense = Literal["least", "most", "equal", ""]
"""Whether the target is to be reached at least, at most, exactly; empty where nothing says so."""


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """One indicator. `copied` where the result repeats the sign of the target (≥95%).

    `asked` is what the column for the reason of a miss is called, empty where there is none; `excused` where it says something.
    `full` and `awarded` are None where the form does not score it; `wanted` and `came` are the cells of target and
    result, `unit` that of both, `heads` what their columns are called. `spared` where less of it is better.
    """

    name: str
    wanted: str
    came: str
    sense: Sense
    spared: bool
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
        if self.sense == "most":
            return self.done.value <= self.target.value
        if self.sense == "least":
            return self.done.value >= self.target.value
        if self.done.value > self.target.value:
            return True if self.sense == "equal" and not self.spared else None
        return None if self.spared else False

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
        if not self._alike or self.sense == "most" or self.spared or self.target.kind == "date":
            return None
        return self.done.value / self.target.value if self.target.value > 0 else None

    @property
    def _alike(self) -> bool:
        return (self.target.kind, self.target.unit) == (self.done.kind, self.done.unit)


@dataclass(frozen=True, eq=False, slots=True)
class Executed:
    """A row that scores the rate at which the budget was spent."""

    name: str
    rate: Figure
    full: Figure
    awarded: Figure
