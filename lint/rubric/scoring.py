"""How a score follows from a number: in proportion, in steps, by deductions, all or nothing, by a formula.

Every function takes what the printed digits allow (an interval) and gives all scores that can come of it, as
intervals between 0 and the full mark: a score outside of them is refuted, whatever was rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from lint.interval import Interval
from lint.number import plain
from lint.rubric.formula import Formula

VALUE = "值"
"""What a function that reads one number calls it."""
FULL = "满分"
Values = Mapping[str, Interval]
Reach = tuple[Interval, ...]


class Scoring(Protocol):
    """`inputs` are the names of the numbers it needs, `rounds` whether its scores are rounded by nature."""

    @property
    def inputs(self) -> tuple[str, ...]: ...

    @property
    def rounds(self) -> bool: ...

    @property
    def percent(self) -> bool | None:
        """Whether its number is a percentage; None where it may be either."""

    def reach(self, values: Values, full: Fraction) -> Reach:
        """The scores that these values can earn of a full mark."""

    def told(self, full: Fraction, values: Values | None = None) -> str:
        """The function in words, for one who compares it with the printed table; only what bears on `values` where they are given."""


@dataclass(frozen=True, slots=True)
class Linear:
    """In proportion: `whole` earns the full mark, more earns no more."""

    whole: Fraction = Fraction(1)
    percent: bool | None = True
    inputs: tuple[str, ...] = (VALUE,)
    rounds: bool = True

    def reach(self, values: Values, full: Fraction) -> Reach:
        return (clipped(values[VALUE] * Interval.point(full / self.whole), full),)

    def told(self, full: Fraction, values: Values | None = None) -> str:  # noqa: ARG002  # one sentence for all
        share = "" if self.whole == 1 else f"÷{shown(self.whole, self.percent)}"
        return f"按比例：{plain(full)}分×比率{share}，最多{plain(full)}分"


@dataclass(frozen=True, slots=True)
class Award:
    """What a step earns: `marks`, a `share` of the full mark, or that in proportion, `whole` earning all; nothing of it where that is not known."""

    marks: Fraction | None = None
    share: Fraction | None = None
    whole: Fraction | None = None

    def reach(self, full: Fraction, value: Interval) -> Interval:
        """What the values of its step earn."""
        if self.whole is not None:
            return clipped(value * Interval.point(full / self.whole), full)
        return Interval(Fraction(0), full) if self.of(full) is None else Interval.point(self.of(full) or 0)

    def of(self, full: Fraction) -> Fraction | None:
        """What every value earns; None where that differs or is not known."""
        return full * self.share if self.share is not None else self.marks

    def told(self, full: Fraction) -> str:
        if self.whole is not None:
            return f"{plain(full)}分×比率" + ("" if self.whole == 1 else f"÷{shown(self.whole, percent=True)}")
        marks = self.of(full)
        return "不明" if marks is None else f"{plain(marks)}分"


@dataclass(frozen=True, slots=True)
class Step:
    """Values of one stretch and what they earn."""

    region: Interval
    award: Award


@dataclass(frozen=True, slots=True)
class Steps:
    """Stretches that cover every value, each once, in ascending order."""

    steps: tuple[Step, ...]
    percent: bool | None = True
    inputs: tuple[str, ...] = (VALUE,)

    @property
    def rounds(self) -> bool:
        return any(step.award.whole is not None for step in self.steps)

    def reach(self, values: Values, full: Fraction) -> Reach:
        met = [(step, values[VALUE].common(step.region)) for step in self.steps if step.region.meets(values[VALUE])]
        return tuple(step.award.reach(full, value) for step, value in met)

    def told(self, full: Fraction, values: Values | None = None) -> str:
        steps = [step for step in self.steps if values is None or step.region.meets(values[VALUE])]
        return "；".join(f"{_region(step.region, self.percent)}：{step.award.told(full)}" for step in steps)


@dataclass(frozen=True, slots=True)
class Deduction:
    """Full up to `limit`, then `off` for every `step` beyond it: above where `over`, else below; `most` in all, None for the full mark.

    Whether a part of a step costs nothing, its share or a whole one is for the table to say, and few do: all three are allowed.
    """

    limit: Fraction
    over: bool
    step: Fraction
    off: Fraction
    percent: bool | None = True
    most: Fraction | None = None
    inputs: tuple[str, ...] = (VALUE,)
    rounds: bool = False

    def reach(self, values: Values, full: Fraction) -> Reach:
        limit, value = Interval.point(self.limit), values[VALUE]
        beyond = value - limit if self.over else limit - value
        least = max(beyond.low, Fraction(0)) if beyond.low is not None else Fraction(0)
        most = full if self.most is None else self.most
        lost = most if beyond.high is None else min(most, self.off * ceil(max(beyond.high, Fraction(0)) / self.step))
        return (clipped(Interval(full - lost, full - min(most, self.off * floor(least / self.step))), full),)

    def told(self, full: Fraction, values: Values | None = None) -> str:  # noqa: ARG002  # one sentence for all
        unit = f"{plain(self.step * 100)}个百分点" if self.percent is not False else plain(self.step)
        within, beyond = ("不超过", "超过") if self.over else ("不低于", "低于")
        end = "扣完为止" if self.most is None else f"最多扣{plain(self.most)}分"
        return f"{within}{shown(self.limit, self.percent)}：{plain(full)}分；每{beyond}{unit}扣{plain(self.off)}分，{end}"


@dataclass(frozen=True, slots=True)
class AllOrNothing:
    """The full mark where a condition is met that no number tells, else 0: nothing between."""

    percent: bool | None = None
    inputs: tuple[str, ...] = ()
    rounds: bool = False

    def reach(self, values: Values, full: Fraction) -> Reach:  # noqa: ARG002  # the condition is in words
        return Interval.point(0), Interval.point(full)

    def told(self, full: Fraction, values: Values | None = None) -> str:  # noqa: ARG002  # one sentence for all
        return f"符合条件{plain(full)}分，否则0分"


@dataclass(frozen=True, slots=True)
class Calculated:
    """By a formula over the full mark and named numbers; a formula over one number reads it by whatever name."""

    formula: Formula
    percent: bool | None = None
    rounds: bool = True

    @property
    def inputs(self) -> tuple[str, ...]:
        names = self._names()
        return names if len(names) > 1 else (VALUE,)

    def reach(self, values: Values, full: Fraction) -> Reach:
        names = self._names()
        known = {name: values[VALUE if len(names) == 1 else name] for name in names}
        return (clipped(self.formula.interval({**known, FULL: Interval.point(full)}), full),)

    def told(self, full: Fraction, values: Values | None = None) -> str:  # noqa: ARG002  # one sentence for all
        return f"公式：{self.formula.text}，最少0分，最多{plain(full)}分"

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name in self.formula.names if name != FULL)


def clipped(scores: Interval, full: Fraction) -> Interval:
    """Scores below 0 count as 0, above the full mark as that."""
    low = Fraction(0) if scores.low is None else min(max(scores.low, Fraction(0)), full)
    high = full if scores.high is None else min(max(scores.high, Fraction(0)), full)
    return Interval(
        low, high, low == scores.low and scores.low_open and low < high, high == scores.high and scores.high_open and low < high
    )


def shown(value: Fraction, percent: bool | None) -> str:
    """A value as people write it."""
    return plain(value * 100) + "%" if percent and value else plain(value)


def _region(region: Interval, percent: bool | None) -> str:
    """A stretch in words: 大于0、不超过10%."""
    if region.low is not None and region.low == region.high:
        return f"等于{shown(region.low, percent)}"
    parts = []
    if region.low is not None:
        parts.append(("大于" if region.low_open else "不低于") + shown(region.low, percent))
    if region.high is not None:
        parts.append(("小于" if region.high_open else "不超过") + shown(region.high, percent))
    return "、".join(parts) or "任何值"
