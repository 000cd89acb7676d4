"""What would explain a figure that does not fit: slips of unit, of sign, of place. A diagnosis, never a proof."""

from __future__ import annotations

from fractions import Fraction

from lint.expression import Expression
from lint.figure import Figure
from lint.say import Say

TRUNCATED = Say("按截断（不四舍五入）则相符", "it holds if truncated instead of rounded")
COPIED = Say("百分比与增减额数字相同，疑为把增减额填进了百分比", "the percentage repeats the difference: was the amount copied?")
BY_CURRENT = Say("若除以本期数则相符（应除以上期数）", "it holds if divided by the current value instead of the prior one")
INVERTED = Say("若分子分母颠倒则相符", "it holds with numerator and denominator exchanged")

TEN_THOUSAND = (Fraction(10_000), Fraction(1, 10_000))


def unit_slip(claimed: Figure, formula: Expression) -> bool:
    """Whether the claim would hold if one operand's unit were off by ten thousand (元 for 万元)."""
    derived = formula.point()
    if not derived or not claimed.value:
        return False
    return any(derived * factor in claimed.interval.widened(claimed.step) for factor in TEN_THOUSAND)


def of_ratio(claimed: Figure, formula: Expression) -> Say | None:
    """What explains a ratio that does not fit; None where it fits or nothing does."""
    derived = formula.point()
    if not derived or derived in claimed.interval:
        return None
    if 0 < derived - claimed.value < claimed.step:
        return TRUNCATED
    return INVERTED if 1 / derived in claimed.interval else None


def of_growth(claimed: Figure, delta: Figure | None, current: Figure | None) -> Say | None:
    """What explains a growth rate that does not fit; None where nothing does."""
    if delta is None:
        return None
    if claimed.number.value == delta.number.value:
        return COPIED
    return BY_CURRENT if current is not None and current.value and delta.value / current.value in claimed.interval else None
