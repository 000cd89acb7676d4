"""What would explain a figure that does not fit: slips of unit, of sign, of place. A diagnosis, never a proof."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lint.expression import Expression
from lint.figure import Figure
from lint.interval import Interval, total
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


def change_slip(current: Figure, prior: Figure, delta: Figure, sign: int) -> bool:
    """Whether current less prior is the difference stated only if the one of them printed in another unit were off by ten thousand."""
    stated = delta.interval if sign > 0 else -delta.interval
    terms = ((current, current.interval), (prior, -prior.interval), (delta, -stated))
    if len({figure.number.scale for figure, _ in terms}) != 2 or _is_nothing([interval for _, interval in terms]):
        return False
    scales = [figure.number.scale for figure, _ in terms]
    odd = next(index for index, scale in enumerate(scales) if scales.count(scale) == 1)
    return any(
        _is_nothing([interval * Interval.point(factor) if index == odd else interval for index, (_, interval) in enumerate(terms)])
        for factor in TEN_THOUSAND
    )


def _is_nothing(intervals: Sequence[Interval]) -> bool:
    return Fraction(0) in total(intervals)


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
