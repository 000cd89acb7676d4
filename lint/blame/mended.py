"""Checks as they would come out with other figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from lint.blame.records import Change
from lint.check import Check
from lint.figure import Figure
from lint.relation import Relation


def corrected(changes: Iterable[Change]) -> Callable[[Figure], Figure]:
    """A figure as the changes would print it; those whose new value is open stay as they are."""
    numbers = {(change.figure.file, change.figure.span): change.number for change in changes}

    def other(figure: Figure) -> Figure:
        number = numbers.get((figure.file, figure.span))
        return figure if number is None else replace(figure, number=number)

    return other


def mended(check: Check, changes: Iterable[Change]) -> Relation | None:
    """The relation of a check between the figures as changed; None where the check compares none of them."""
    places = {(change.figure.file, change.figure.span) for change in changes}
    relation = check.relation
    if relation is None or places.isdisjoint((figure.file, figure.span) for figure in (relation.claimed, *relation.formula.figures())):
        return None
    return relation.replaced(corrected(changes))


def holds(relation: Relation | None) -> bool:
    """Whether a relation holds, be it by rounding or but for its last place."""
    return relation is not None and relation.verdict() in ("holds", "rounding", "last-place")
