"""Two figures that stand in each other's place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lint.diagnoses.case import Case
from lint.diagnoses.relations import exchanged, fits, is_telling, place, terms
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.relation import Relation
from lint.say import Say

SWAPPED = Say("若“{first}”{a}与“{second}”{b}互换位置则{what}相符", "{what} if {first}, {a}, and {second}, {b}, are exchanged")
BOTH = Say("两处都", "both hold")
THIS = Say("", "it holds")


def swapped(case: Case) -> Diagnosis | None:
    """Two claims exchanged, two parts of two sums, or a claim and one of its own operands."""
    pairs = list(_within(case))
    tries = len(case.operands)
    if not pairs:
        others = [other for other in case.scene.unbalanced if _is_near(case, other)]
        pairs = [pair for other in others for pair in _between(case, other)]
        tries += len(others)
    found = {frozenset((place(first), place(second))): (first, second, what) for first, second, what in pairs}
    if len(found) != 1 or not is_telling(tries, case.claimed.step, case.gap if case.terms else case.claimed.value):
        return None
    first, second, what = next(iter(found.values()))
    return Diagnosis("swapped", SWAPPED.of(first=case.name(first), a=first, second=case.name(second), b=second, what=what))


Pair = tuple[Figure, Figure, Say]


def _within(case: Case) -> Iterator[Pair]:
    """The claim and a part of it (合计 under the name of a part), or the two figures of a change."""
    claimed, relation = case.claimed, case.relation
    if len(case.terms) > 1 and not case.scene.may_fall(claimed):  # else the sign of the other part would explain it as well
        for sign, figure in case.terms:
            moved = claimed.value - figure.value
            if moved and sign * moved == case.gap - moved and fits(_swap(relation, claimed, figure)):
                yield claimed, figure, THIS
    current, prior = case.role("current"), case.role("prior")
    if relation.formula.divides and current and prior and case.takes(current) and fits(_swap(relation, current, prior)):
        yield current, prior, THIS


def _between(case: Case, other: Relation) -> Iterator[Pair]:
    """What two broken relations exchange so that both hold: their claims, or one part each."""
    ours, theirs = case.relation, other
    if ours.claimed.kind == theirs.claimed.kind and _both(ours, theirs, ours.claimed, theirs.claimed):
        yield ours.claimed, theirs.claimed, BOTH
    values: dict[Fraction, list[Figure]] = {}
    for _, figure in terms(theirs.formula):
        values.setdefault(figure.value, []).append(figure)
    for sign, figure in case.terms:
        for partner in values.get(figure.value + sign * case.gap, []):
            if case.scene.in_line(figure, partner) and _both(ours, theirs, figure, partner):
                yield figure, partner, BOTH


def _both(ours: Relation, theirs: Relation, first: Figure, second: Figure) -> bool:
    return first.value != second.value and fits(_swap(ours, first, second)) and fits(_swap(theirs, first, second))


def _swap(relation: Relation, first: Figure, second: Figure) -> Relation:
    """The relation with two figures in each other's place."""
    names = {place(first): second, place(second): first}
    return exchanged(relation, lambda figure: names.get(place(figure), figure))


def _is_near(case: Case, other: Relation) -> bool:
    return place(other.claimed) != place(case.claimed) and case.scene.together(case.claimed, other.claimed)
