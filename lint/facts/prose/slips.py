"""Whether figures fit only if the unit of one were off by ten thousand (元 for 万元): then UNI002 speaks, and no other rule."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lint.expression import Expression
from lint.figure import Figure
from lint.interval import Interval, total

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
