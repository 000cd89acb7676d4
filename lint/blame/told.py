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
from lint.blame.value import digits_of, is_telling, printed, value_of
from lint.figure import Figure
from lint.interval import Interval
from lint.number import Number
from lint.say import Say

WIDE = 2
"""The same digits in another unit mean something where the greatest value that is allowed is no more than this many times the least."""
PROOF = 3
"""A weight of evidence that makes a single relation enough to suspect a figure."""

TELLING = 2
"""A name that figures of more values than these bear (得分, 金额) tells none of them."""

FULL = Say("与满分相同，可能照抄了满分", "it equals the full mark, which may have been copied")
LAST_YEAR = Say("与{year}年的数相同，可能照抄了上年", "it equals the figure of {year}, which may have been copied")
MEANT = Say("别处同名的数正是{value}", "the same figure stands elsewhere as {value}")
SAME = Say("但别处同名的数也写{value}", "yet the same figure stands elsewhere as {value}, too")
UNIT = Say("数字不变，只是单位不同", "the digits stay, only the unit differs")
_WEIGHTS = {"unit": PROOF, "slip": PROOF, "meant": PROOF, "last-year": 2, "full": 1, "same": -2}
FAVOUR = 2
"""The least weight that puts a repair before others: that a score stands at its full mark is the rule, and puts it before its like only."""


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
        value = value_of(self._claims, unknown, allowed, free)
        if value is None:
            return Change(figure, allowed.low, allowed.high, _range(figure, allowed)), 0
        kinds = dict(self._of(unknown, figure, value))
        if "slip" in kinds and not is_telling(figure, allowed):
            del kinds["slip"]
        number = Number(digits_of(figure, value), Decimal(digits_of(figure, value)), figure.number.scale)
        made = Change(figure, allowed.low, allowed.high, printed(figure, value), number, tuple(kinds.values()))
        return made, sum(_WEIGHTS[kind] for kind in kinds)

    def _of(self, unknown: int, figure: Figure, value: Fraction) -> Iterable[tuple[str, Say]]:
        meant = printed(figure, value)
        if found := slip(digits_of(figure, figure.value), digits_of(figure, value)):
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
        score = self._claims.figures[unknown].kind == "score"
        return score and tie.order and not tie.rest(self._claims.value) and tie.terms.get((unknown,), Fraction(0)) > 0


def is_possible(change: Change) -> bool:
    """Whether a change leaves a figure its sign, or is nothing but another sign."""
    return not (change.figure.value > 0 and change.high is not None and change.high < 0) or change.low == -change.figure.value


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
    if len(ranked) > 1 and ranked[0][1] >= max(ranked[1][1] + 1, FAVOUR):
        ranked[0] = (replace(ranked[0][0], favoured=True), ranked[0][1])
    return tuple(repair for repair, _ in ranked)


def _other_unit(figure: Figure, allowed: Interval) -> Number | None:
    """The figure with the same digits in 元 for 万元, or the reverse, where that is allowed; None where not, or its unit has no such twin."""
    if figure.kind != "money" or not figure.value or allowed.low is None or allowed.high is None:
        return None
    for scale in (0, 4, 8):
        factor = Fraction(10) ** (scale - figure.number.scale)
        narrow = allowed.low == allowed.high or 0 < allowed.low <= allowed.high <= WIDE * allowed.low
        if factor != 1 and narrow and figure.value * factor in allowed.widened(figure.step * factor / 2):
            return replace(figure.number, scale=scale)
    return None


def _range(figure: Figure, allowed: Interval) -> str:
    """What is allowed, in signs: 8～10分, ≤10分; an ellipsis where it may be anything."""
    low = None if not allowed.low else _end(figure, math.ceil(allowed.low / figure.step) * figure.step)
    high = None if allowed.high is None else _end(figure, math.floor(allowed.high / figure.step) * figure.step)
    if low is not None and high is not None:
        return high if low == high else f"{low.removesuffix(figure.suffix)}～{high}"
    return f"≥{low}" if low is not None else f"≤{high}" if high is not None else ANYTHING


def _end(figure: Figure, value: Fraction) -> str:
    """The end of a range, printed as the figure is, but for places that say nothing."""
    digits = printed(figure, value).removesuffix(figure.suffix)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + figure.suffix
