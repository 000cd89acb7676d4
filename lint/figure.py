"""A figure: one printed number of a document, with its unit, its kind and the words that name it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from lint.interval import Interval
from lint.number import Number, plain
from lint.place import Span

Kind = Literal[
    "money",  # 元 and its multiples
    "percent",  # 74.22%, 百分之…, 三成五
    "points",  # 百分点
    "score",  # 分
    "count",  # 人, 个, 辆, 公里 … anything measured in a unit
    "bare",  # a number without a unit, in a table or a formula
    "year",
    "date",
    "identifier",  # document numbers, phones, codes, numbering marks
]
QUANTITIES: frozenset[Kind] = frozenset({"money", "percent", "points", "score", "count", "bare"})


@dataclass(frozen=True, eq=False)
class Figure:
    """One printed number. Two figures are equal only when they are the same one.

    `span` covers digits and unit. `unit` is the unit without its scale (``"元"``, ``"%"``, ``"人"``, ``""``).
    `name` is the words that name it, as printed; `year` the year it is about, None where none is said; `file`
    the number of the file in its submission.
    """

    number: Number
    span: Span
    kind: Kind
    unit: str = ""
    name: str = ""
    year: int | None = None
    file: int = 0

    @cached_property
    def value(self) -> Fraction:
        """The value in units of one: 元, people; 1 for 100%."""
        return self.number.scaled if self.divisor == 1 else self.number.scaled / self.divisor

    @property
    def divisor(self) -> int:
        return 100 if self.kind in ("percent", "points") else 1

    @cached_property
    def step(self) -> Fraction:
        """One in the last printed place, in the units of `value`."""
        return self.number.step / self.divisor

    @property
    def exact(self) -> bool:
        """Whether the digits are the value itself: scores, people and things counted, 元 printed to the 分, a plain 0."""
        if self.kind == "score" or (not self.number.value and not self.number.places):
            return True
        if self.kind == "count":
            return not self.number.scale and not self.number.places
        return self.kind == "money" and not self.number.scale and self.number.places == 2

    @cached_property
    def interval(self) -> Interval:
        """The values that the printed digits allow, in the units of `value`."""
        return self._scaled(self.number.point) if self.exact else self.printed

    @cached_property
    def printed(self) -> Interval:
        """The values that round to the printed digits, also where the digits are the value itself."""
        return self._scaled(self.number.rounded)

    def _scaled(self, interval: Interval) -> Interval:
        return interval if self.divisor == 1 else interval * Interval.point(Fraction(1, self.divisor))

    @property
    def approximate(self) -> bool:
        return self.number.bound != "exact"

    def show(self, value: Fraction, extra: int = 0) -> str:
        """`value` written as this figure is: same scale and unit, at most `extra` places more than printed."""
        shown = Fraction(value.numerator * self.divisor, value.denominator * 10**self.number.scale)
        return plain(shown, self.number.places + extra) + self.suffix

    @property
    def suffix(self) -> str:
        """Scale and unit as printed after the digits."""
        scale = {4: "万", 8: "亿", 12: "万亿", 3: "千", 2: "百", 6: "百万", 7: "千万"}.get(self.number.scale, "")
        return scale + self.unit

    def __str__(self) -> str:
        return self.number.printed + self.suffix
