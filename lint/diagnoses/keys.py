"""Slips of the hand: a sign, or one stroke on the keyboard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from lint.diagnoses.case import Case
from lint.diagnoses.relations import is_telling, place, printed
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.say import Say

TURNED = Say("若“{name}”{value}的正负号相反则相符", "it holds if {name}, {value}, has the opposite sign")
STROKE = Say("若“{name}”不是{value}而是{other}（{what}），则相符", "it holds if {name} is {other} rather than {value} ({what})")
TWO = Say(
    "{first}；“{name}”不是{value}而是{other}也相符，有两处", "{first}; so it does if {name} is {other} rather than {value}: there are two"
)
SAME = Say("{value}与{other}只差一次击键（{what}）", "{value} and {other} are one keystroke apart ({what})")
TRANSPOSED = Say("相邻两位数字颠倒", "two digits transposed")
SHIFTED = Say("小数点错位", "the point shifted")
DOUBLED = Say("多打一位数字", "a digit typed twice")
DROPPED = Say("漏打一位数字", "a digit dropped")


def sign(case: Case) -> Diagnosis | None:
    """One figure with the opposite sign."""
    figures = [figure for figure in (case.figures if case.terms else [case.claimed]) if figure.value]
    found = [figure for figure in figures if case.holds_with(figure, printed(figure, -figure.number.value))]
    size = case.gap if case.terms else case.claimed.value
    if len(found) != 1 or not is_telling(len(figures), case.claimed.step, size):
        return None
    return Diagnosis("sign", TURNED.of(name=case.name(found[0]), value=found[0]))


def keystroke(case: Case) -> Diagnosis | None:
    """One figure with two digits transposed, the point shifted, a digit typed twice or dropped."""
    kin: dict[tuple[str, int], set[int]] = defaultdict(set)
    for figure in case.figures:
        kin[figure.kind, figure.number.scale].add(figure.number.places)
    needed = {place(figure): number for figure in case.figures if (number := case.needed(figure)) is not None}
    grains = [(figure, _grain(case, figure)) for figure in case.figures]
    for what, strokes in STROKES:
        others: list[tuple[Figure, Decimal]] = []
        chance = Fraction(0)
        for figure, grain in grains:
            places = kin[figure.kind, figure.number.scale]
            values = [value for value in strokes(figure.number.value) if _places(value) in places]
            others += [(figure, value) for value in values]
            chance += len(values) * grain
        if is_telling(1, chance, Fraction(1)):
            likely = [(figure, printed(figure, value)) for figure, value in others if value == needed.get(place(figure), value)]
            found = [(figure, other) for figure, other in likely if case.holds_with(figure, other)]
            if 0 < len(found) < 3:
                return Diagnosis("keystroke", _told(case, found, what))
    return None


def _places(value: Decimal) -> int:
    """How many decimals a number is printed with."""
    return len(format(value, "f").partition(".")[2])


def _grain(case: Case, figure: Figure) -> Fraction:
    """Which share of the values that a figure could have lets the relation hold."""
    if not case.terms:
        return case.claimed.step / abs(case.claimed.value) if case.claimed.value else Fraction(1)
    return max(case.claimed.step, figure.step) / abs(figure.value) if figure.value else Fraction(1)


def _told(case: Case, found: list[tuple[Figure, Figure]], what: Say) -> Say:
    (figure, other), *more = found
    if len(case.figures) == 2 and case.terms:
        return SAME.of(value=case.claimed, other=case.operands[0], what=what)
    first = STROKE.of(name=case.name(figure), value=figure, other=other, what=what)
    if not more:
        return first
    return TWO.of(first=first, name=case.name(more[0][0]), value=more[0][0], other=more[0][1])


def _transposed(value: Decimal) -> set[Decimal]:
    text = format(value, "f")
    at = [place for place, char in enumerate(text) if char.isdigit()]
    pairs = [(i, j) for i, j in pairwise(at) if i or text[j] != "0"]  # no number begins with a 0 that another precedes
    return {Decimal(text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]) for i, j in pairs} - {value}


def _shifted(value: Decimal) -> set[Decimal]:
    """The numbers whose point stands elsewhere, printed to the same places again."""
    moved = (value.scaleb(by) for by in (-2, -1, 1, 2))
    return {other.quantize(value) for other in moved if other.quantize(value) == other} - {value}


def _doubled(value: Decimal) -> set[Decimal]:
    """The numbers of which one digit was typed twice."""
    text = format(value, "f")
    twice = (at for at in range(len(text) - 1) if text[at] == text[at + 1])
    return {Decimal(text[:at] + text[at + 1 :]) for at in twice} - {value}


def _dropped(value: Decimal) -> set[Decimal]:
    """The numbers of which one digit was left out, but for the first: that explains any gap of one digit and zeros."""
    text = format(abs(value), "f")
    return {Decimal(text[:at] + digit + text[at:]).copy_sign(value) for at in range(1, len(text) + 1) for digit in "0123456789"} - {value}


STROKES: tuple[tuple[Say, Callable[[Decimal], set[Decimal]]], ...] = (
    (TRANSPOSED, _transposed),
    (SHIFTED, _shifted),
    (DOUBLED, _doubled),
    (DROPPED, _dropped),
)
