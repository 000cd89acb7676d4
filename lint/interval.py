"""Exact interval arithmetic: what printed digits allow.

A printed number stands for every value that rounds to it: 74.22 is [74.215, 74.225]. Ends are exact
fractions, may be open (逾 20) or infinite (None). The method is that of XBRL Calculations 1.1 and of
statcheck: operands are intervals, a claim is refuted only where the intervals do not meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between `low` and `high`; an end of None is infinite, an open end is not included."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"empty interval: {self.low} to {self.high}")

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        exact = Fraction(value)
        return cls(exact, exact)

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return _reaches(self.low, self.low_open, other.high, other.high_open) and _reaches(
            other.low, other.low_open, self.high, self.high_open
        )

    def common(self, other: Interval) -> Interval:
        """The values that lie in both. Raises ValueError where none does."""
        if not self.meets(other):
            raise ValueError(f"nothing in common: {self} and {other}")
        low = max((end for end in (self.low, other.low) if end is not None), default=None)
        high = min((end for end in (self.high, other.high) if end is not None), default=None)
        low_open = any(part.low == low and part.low_open for part in (self, other))
        high_open = any(part.high == high and part.high_open for part in (self, other))
        return Interval(low, high, low_open, high_open)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return self._times_unbounded(other)
        corners = [
            (self.low * other.low, self.low_open or other.low_open),
            (self.low * other.high, self.low_open or other.high_open),
            (self.high * other.low, self.high_open or other.low_open),
            (self.high * other.high, self.high_open or other.high_open),
        ]
        return _hull(corners)

    def _times_unbounded(self, other: Interval) -> Interval:
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return EVERYTHING
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(self.low * other.low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; everything where the divisor may be zero."""
        if (other.low is None or other.low <= 0) and (other.high is None or other.high >= 0):
            return EVERYTHING
        low = Fraction(0) if other.high is None or other.low is None else None
        if other.low is not None and other.high is not None:
            return self * Interval(1 / other.high, 1 / other.low, other.high_open, other.low_open)
        if other.low is not None:
            return self * Interval(low, 1 / other.low, True, other.low_open)
        assert other.high is not None
        return self * Interval(1 / other.high, low, other.high_open, True)

    def widened(self, by: Fraction) -> Interval:
        """The interval with both ends moved outwards."""
        return Interval(
            None if self.low is None else self.low - by, None if self.high is None else self.high + by, self.low_open, self.high_open
        )


EVERYTHING = Interval(None, None)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of intervals; the point 0 for none."""
    result = Interval.point(0)
    for interval in intervals:
        result = result + interval
    return result


def _reaches(low: Fraction | None, low_open: bool, high: Fraction | None, high_open: bool) -> bool:
    if low is None or high is None or low < high:
        return True
    return low == high and not low_open and not high_open


def _hull(corners: list[tuple[Fraction, bool]]) -> Interval:
    low, high = min(value for value, _ in corners), max(value for value, _ in corners)
    return Interval(
        low, high, all(is_open for value, is_open in corners if value == low), all(is_open for value, is_open in corners if value == high)
    )
