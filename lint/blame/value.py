"""The value that a figure would be printed with, where a change leaves it little or no choice."""

from __future__ import annotations

import math
from fractions import Fraction

from lint.blame.graph import Graph, Tie
from lint.blame.slip import SAME_DIGITS, slip, twins
from lint.figure import Figure
from lint.interval import Interval
from lint.number import plain

FEW = 4
"""An operand that rounding leaves open by no more than these last places is given as one number, any other as a range."""
FINER = 4
"""How many places more than printed a value may need."""
TRIED = 2
"""With how many places more it is looked at whether the digits are the same."""
CHANCE = Fraction(1, 20)
"""That one of the numbers which a slip turns into the printed one is allowed says something where it is no likelier than this."""


def value_of(claims: Graph, unknown: int, allowed: Interval, free: frozenset[int]) -> Fraction | None:
    """The value to name: what the broken relations give from the other figures as printed, else the middle of what is `allowed`.

    It has the places that the figure is printed with, more where a sum is of finer figures, where none of its own is allowed, or
    where it has the printed digits then. The operands of a quotient are left open by more than a few last places: None is named
    then, but for the only one that is one slip away.
    """
    low, high = allowed.low, allowed.high
    if low is None or high is None:
        return None
    figure, ties = claims.figures[unknown], [claims.ties[place] for place in claims.at[unknown]]
    exact = not any(tie.halves[unknown] for tie in ties)
    if exact and low == high:
        return low
    first, last = math.ceil(low / figure.step), math.floor(high / figure.step)
    alone = [tie for tie in ties if len(free & tie.halves.keys()) == 1]
    summed = len(alone) == len(ties) and all(tie.is_linear for tie in ties)
    if first != last and figure.kind != "percent" and (exact or not (summed or high - low <= FEW * figure.step)):
        values = {_at(figure, text) for text in twins(digits_of(figure, figure.value))}
        near = [value for value in values if value in allowed]
        return near[0] if len(near) == 1 and is_telling(figure, allowed) else None
    given = (value for tie in _broken_first(claims, unknown) if tie in alone and (value := _solved(claims, tie, unknown)) is not None)
    middle = next((value for value in given if value in allowed), (low + high) / 2)
    places = figure.number.places
    if summed and first != last:
        places = max([places, *(_places(claims.figures[other], figure) for tie in ties if not tie.order for other in tie.halves)])
    fits = allowed.widened(figure.step / 2) if figure.kind == "percent" else allowed  # a percentage is printed rounded
    finer = [value for more in range(places, places + FINER) if (value := _rounded(figure, middle, more)) in fits]
    if first == last:
        finer = [first * figure.step, *(value for value in finer if value % figure.step)]
    same = [value for value in finer[1 : 1 + TRIED] if slip(digits_of(figure, figure.value), digits_of(figure, value)) in SAME_DIGITS]
    return (same or finer or [_rounded(figure, middle, places)])[0]


def _broken_first(claims: Graph, unknown: int) -> list[Tie]:
    places = claims.at[unknown]
    return [claims.ties[place] for place in sorted(places, key=lambda place: place not in claims.broken)]


def _solved(claims: Graph, tie: Tie, unknown: int) -> Fraction | None:
    """What an equation gives for one unknown, the others as printed; None where it gives nothing."""
    factor = rest = Fraction(0)
    for monomial, value in tie.terms.items():
        if monomial.count(unknown) > 1:
            return None
        product = value * math.prod(claims.value(other) for other in monomial if other != unknown)
        if unknown in monomial:
            factor += product
        else:
            rest += product
    return -rest / factor if factor and not tie.order else None


def is_telling(figure: Figure, allowed: Interval) -> bool:
    """Whether it would rarely happen by chance that one of the numbers which one slip turns into the printed one is allowed."""
    if allowed.low is None or allowed.high is None:
        return False
    wide = max(allowed.high - allowed.low, figure.step)
    return len(twins(digits_of(figure, figure.value))) * wide <= CHANCE * abs(figure.value)


def printed(figure: Figure, value: Fraction) -> str:
    """`value` printed as the figure is: its places, or as many more as an exact value needs, its separators, its unit."""
    digits = digits_of(figure, value)
    if "," in figure.number.printed:
        whole, point, places = digits.partition(".")
        digits = f"{int(whole):,}{point}{places}"
    return digits + figure.suffix


def digits_of(figure: Figure, value: Fraction) -> str:
    """A value in the unit and with the places that the figure is printed with, trailing zeros included."""
    shown = value * figure.divisor / 10**figure.number.scale
    wanted = next((places for places in range(figure.number.places, figure.number.places + FINER) if shown * 10**places % 1 == 0), None)
    text = plain(shown, figure.number.places if wanted is None else wanted)
    places = figure.number.places - len(text.partition(".")[2])
    if places > 0:
        text += ("" if "." in text else ".") + "0" * places
    return text


def _rounded(figure: Figure, value: Fraction, places: int) -> Fraction:
    """A value as it is printed in the unit of a figure with so many places."""
    step = Fraction(10) ** (figure.number.scale - places) / figure.divisor
    return math.floor(value / step + Fraction(1, 2)) * step


def _places(figure: Figure, beside: Figure) -> int:
    """How many places a figure has in the unit of another one of its kind; none where it is of another kind."""
    if (figure.kind, figure.unit) != (beside.kind, beside.unit):
        return 0
    return figure.number.places - figure.number.scale + beside.number.scale


def _at(figure: Figure, digits: str) -> Fraction:
    """The value of these digits in the unit of a figure."""
    return Fraction(digits) * Fraction(10) ** figure.number.scale / figure.divisor
