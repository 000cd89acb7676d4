"""Changes as people are told of them: the value a figure would take, what speaks for it, and which repair comes first."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lint.blame.graph import Graph, Range
from lint.blame.records import ANYTHING, Change, Repair
from lint.blame.slip import slip
from lint.figure import Figure
from lint.interval import Interval
from lint.number import Number, plain
from lint.say import Say

FEW = 4
"""An operand that rounding leaves open by no more than these last places is given as one number, any other as a range."""
FINER = 4
"""How many places more than printed a value may need."""

TELLING = 2
"""A name that figures of more values than these bear (得分, 金额) tells none of them."""

FULL = Say("与满分相同，可能照抄了满分", "it equals the full mark, which may have been copied")
LAST_YEAR = Say("与{year}年的数相同，可能照抄了上年", "it equals the figure of {year}, which may have been copied")
MEANT = Say("别处同名的数正是{value}", "the same figure stands elsewhere as {value}")
SAME = Say("但别处同名的数也写{value}", "yet the same figure stands elsewhere as {value}, too")
UNIT = Say("数字不变，只是单位不同", "the digits stay, only the unit differs")
_WEIGHTS = {"unit": 3, "slip": 3, "meant": 3, "last-year": 2, "full": 1, "same": -2}


class Evidence:
    """What the figures of the documents say for and against changes in one claim graph."""

    def __init__(self, claims: Graph, figures: Iterable[Figure]) -> None:
        self._claims = claims
        self._named: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.name and figure.kind != "score":
                self._named[figure.name, figure.kind].append(figure)

    def change(self, unknown: int, within: Range, free: frozenset[int]) -> tuple[Change, int]:
        """What becomes of a figure that may take the values `within` where all of `free` change, and the weight of what speaks for it."""
        figure, unit = self._claims.figures[unknown], self._claims.unit
        low, high = (None if end is None else Fraction(end) / unit for end in within)
        allowed = Interval(low, high)
        if other := _other_unit(figure, allowed):
            return Change(figure, allowed.low, allowed.high, str(replace(figure, number=other)), other, (UNIT,)), _WEIGHTS["unit"]
        ties = [self._claims.ties[place] for place in self._claims.at[unknown]]
        exact = not any(tie.halves[unknown] for tie in ties)
        summed = all(tie.is_linear and len(free & tie.halves.keys()) == 1 for tie in ties)
        value = _value(figure, allowed, exact, summed)
        if value is None:
            return Change(figure, allowed.low, allowed.high, _range(figure, allowed)), 0
        kinds = dict(self._of(unknown, figure, value))
        number = Number(_digits(figure, value), Decimal(_digits(figure, value)), figure.number.scale)
        made = Change(figure, allowed.low, allowed.high, printed(figure, value), number, tuple(kinds.values()))
        return made, sum(_WEIGHTS[kind] for kind in kinds)

    def _of(self, unknown: int, figure: Figure, value: Fraction) -> Iterable[tuple[str, Say]]:
        meant = printed(figure, value)
        if found := slip(_digits(figure, figure.value), _digits(figure, value)):
            yield "slip", found.of(becomes=meant)
        others = [
            other for other in self._named.get((figure.name, figure.kind), ()) if other.span != figure.span or other.file != figure.file
        ]
        same_year = [other for other in others if other.year in (None, figure.year) or figure.year is None]
        if len({figure.value, *(other.value for other in same_year)}) > TELLING:
            others = same_year = []
        if any(other.value == value for other in same_year):
            yield "meant", MEANT.of(value=meant)
        if any(other.value == figure.value for other in same_year):
            yield "same", SAME.of(value=figure)
        years = [other.year for other in others if other.year and figure.year and other.year < figure.year and other.value == figure.value]
        if years:
            yield "last-year", LAST_YEAR.of(year=max(years))
        if any(self._is_full(place, unknown) for place in self._claims.at[unknown]):
            yield "full", FULL

    def _is_full(self, place: int, unknown: int) -> bool:
        """Whether a tie says that this score is at most its full mark, and it is just that."""
        tie = self._claims.ties[place]
        return tie.order and not tie.rest(self._claims.value) and tie.terms.get((unknown,), Fraction(0)) > 0


def common(repairs: Sequence[Repair]) -> tuple[Change, ...]:
    """The changes that all repairs make; where they make different values of a figure, all of these."""
    found = []
    for first in repairs[0].changes:
        each = [change for repair in repairs for change in repair.changes if change.figure is first.figure]
        if len(each) == len(repairs):
            lows, highs = [change.low for change in each], [change.high for change in each]
            low = None if None in lows else min(end for end in lows if end is not None)
            high = None if None in highs else max(end for end in highs if end is not None)
            becomes = list(dict.fromkeys(change.becomes for change in each))
            one = len(becomes) == 1
            found.append(Change(first.figure, low, high, "/".join(becomes), first.number if one else None, first.evidence if one else ()))
    return tuple(found)


def ordered(repairs: Sequence[tuple[Repair, int]]) -> tuple[Repair, ...]:
    """The repairs by the weight of their evidence, then as they stand in the report; the first is favoured where it alone has most."""
    ranked = sorted(repairs, key=lambda pair: (-pair[1], len(pair[0].unbound), [(c.figure.file, c.figure.span) for c in pair[0].changes]))
    if len(ranked) > 1 and ranked[0][1] > max(ranked[1][1], 0):
        ranked[0] = (replace(ranked[0][0], favoured=True), ranked[0][1])
    return tuple(repair for repair, _ in ranked)


def printed(figure: Figure, value: Fraction) -> str:
    """`value` printed as the figure is: its places, or as many more as an exact value needs, its separators, its unit."""
    digits = _digits(figure, value)
    if "," in figure.number.printed:
        whole, point, places = digits.partition(".")
        digits = f"{int(whole):,}{point}{places}"
    return digits + figure.suffix


def _digits(figure: Figure, value: Fraction) -> str:
    """A value in the unit and with the places that the figure is printed with, trailing zeros included."""
    shown = value * figure.divisor / 10**figure.number.scale
    wanted = next((places for places in range(figure.number.places, figure.number.places + FINER) if shown * 10**places % 1 == 0), None)
    text = plain(shown, figure.number.places if wanted is None else wanted)
    places = figure.number.places - len(text.partition(".")[2])
    if places > 0:
        text += ("" if "." in text else ".") + "0" * places
    return text


def _value(figure: Figure, allowed: Interval, exact: bool, summed: bool) -> Fraction | None:
    """The value to name, in the last place that is printed: the only one allowed, or the one that the printed digits give.

    That is the middle of what rounding leaves open, for percentages and for what is only `summed` with figures as printed; the operands of a quotient are
    left open by more than a few last places, and None is named. A value that needs more places than are printed has them where
    digits are the value (`exact`), else it is rounded.
    """
    low, high, step = allowed.low, allowed.high, figure.step
    if low is None or high is None:
        return None
    middle = (low + high) / 2
    first, last = math.ceil(low / step), math.floor(high / step)
    if exact and (low == high or first > last):
        return middle
    if low == high or first > last:  # between two places: it would be printed rounded
        return math.floor(middle / step + Fraction(1, 2)) * step
    if first == last:
        return first * step
    few = figure.kind == "percent" or (not exact and (summed or high - low <= FEW * step))
    return math.floor(middle / step + Fraction(1, 2)) * step if few else None


def _other_unit(figure: Figure, allowed: Interval) -> Number | None:
    """The figure with the same digits in 元 for 万元, or the reverse, where that is allowed; None where not, or its unit has no such twin."""
    if figure.kind != "money" or not figure.value or allowed.low is None or allowed.high is None:
        return None
    for scale in (0, 4, 8):
        factor = Fraction(10) ** (scale - figure.number.scale)
        narrow = allowed.high - allowed.low <= FEW * figure.step * factor
        if factor != 1 and narrow and figure.value * factor in allowed.widened(figure.step * factor / 2):
            return replace(figure.number, scale=scale)
    return None


def _range(figure: Figure, allowed: Interval) -> str:
    """What is allowed, in signs: 8～10分, ≤10分; an ellipsis where it may be anything."""
    low = None if not allowed.low else printed(figure, math.ceil(allowed.low / figure.step) * figure.step)
    high = None if allowed.high is None else printed(figure, math.floor(allowed.high / figure.step) * figure.step)
    if low is not None and high is not None:
        return high if low == high else f"{low.removesuffix(figure.suffix)}～{high}"
    return f"≥{low}" if low is not None else f"≤{high}" if high is not None else ANYTHING
