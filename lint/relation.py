"""Relations: a figure against a formula, judged exactly.

Sums, counts and scores are compared as points where the digits are the value. Quotients and products are
printed rounded, whatever they measure: 3×98.63% may be printed as 2.96分.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from lint.expression import Expression
from lint.figure import Figure
from lint.interval import Interval

Operator = Literal["=", "≤", "≥", "<", ">"]
Verdict = Literal["holds", "rounding", "vague", "last-place", "broken", "unknown"]
"""*unknown* where a divisor is zero; *vague* where the operands are printed too coarsely to tell; *last-place* for a
ratio, or a copy printed to the same place, that is off by one in its last printed place"""
WIDE = 10
"""A result that the operands leave open by more than this many last places of the claim neither confirms nor refutes it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`claimed` stands in relation `operator` to `formula`; what blame and consequence evaluate again.

    `signed` is -1 where the claimed figure is printed with a minus that its word already says (下降-5%).
    `exact` says that no digits are rounded even where the unit is not printed (scores in a table).
    """

    claimed: Figure
    operator: Operator
    formula: Expression
    signed: int = 1
    exact: bool = False

    def derived(self) -> Fraction | None:
        """What the formula gives from the printed digits; None where a divisor is zero."""
        value = self.formula.point()
        return None if value is None else value * self.signed

    def verdict(self) -> Verdict:
        """Whether the relation holds, by points first and by intervals then."""
        derived = self.derived()
        if derived is None:
            return "unknown"
        if self.operator != "=":
            return "holds" if holds(self.claimed.value, self.operator, derived) else "broken"
        if self.claimed.value == derived:
            return "holds"
        if self.exact:
            return "broken"
        ratio = self.formula.divides
        printed = self.claimed.printed if ratio else self.claimed.interval
        if ratio and not self.claimed.approximate and derived in printed:
            return "holds"
        reach = self._reach()
        if printed.meets(reach):
            if self._is_copy():
                return "last-place"
            return "vague" if _wide(reach, WIDE * self.claimed.step) else "rounding"
        return "last-place" if ratio and derived in printed.widened(self.claimed.step) else "broken"

    def replaced(self, others: Callable[[Figure], Figure]) -> Relation:
        """The same relation between other figures."""
        return replace(self, claimed=others(self.claimed), formula=self.formula.replaced(others))

    def _is_copy(self) -> bool:
        """Whether one figure is said to be another one of the same precision: then nothing was rounded in between."""
        other = self.formula.figure
        return other is not None and other.step == self.claimed.step and not (self.claimed.approximate or other.approximate)

    def _reach(self) -> Interval:
        reach = self.formula.interval()
        return reach if self.signed == 1 else -reach


def _wide(reach: Interval, limit: Fraction) -> bool:
    return reach.low is None or reach.high is None or reach.high - reach.low > limit


def holds(left: Fraction, operator: Operator, right: Fraction) -> bool:
    """Whether two values stand in an order."""
    if operator == "=":
        return left == right
    if operator in "≤<":
        return left < right or (operator == "≤" and left == right)
    return left > right or (operator == "≥" and left == right)
