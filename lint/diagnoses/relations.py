"""Relations as they would stand with other figures in them, and when such a relation is more than chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lint.expression import Expression
from lint.figure import Figure
from lint.place import Span
from lint.relation import Relation

Place = tuple[int, Span]
TELLING = Fraction(1, 20)
"""Readings that a figure made up at random would satisfy more often than this are not told."""


def place(figure: Figure) -> Place:
    """Which figure it is: a rule may hand on a copy of it."""
    return figure.file, figure.span


def fits(relation: Relation) -> bool:
    """Whether a relation holds to the digit: exactly, or as what the result is printed as where it is printed coarser than its operands."""
    derived, claimed = relation.derived(), relation.claimed
    if derived is None:
        return False
    if claimed.value == derived:
        return True
    if relation.exact or derived not in claimed.printed:
        return False
    if relation.formula.divides:
        return True
    return not claimed.exact and all(figure.step < claimed.step for figure in relation.formula.figures())


def having(relation: Relation, old: Figure, new: Figure) -> Relation:
    """The relation with one figure in the place of another, wherever it occurs."""
    return exchanged(relation, lambda figure: new if place(figure) == place(old) else figure)


def exchanged(relation: Relation, change: Callable[[Figure], Figure]) -> Relation:
    """The relation with every figure changed."""
    return replace(relation, claimed=change(relation.claimed), formula=_exchanged(relation.formula, change))


def _exchanged(formula: Expression, change: Callable[[Figure], Figure]) -> Expression:
    if formula.figure is not None:
        return replace(formula, figure=change(formula.figure))
    return replace(formula, arguments=tuple(_exchanged(argument, change) for argument in formula.arguments))


def printed(figure: Figure, value: Decimal) -> Figure:
    """The figure with another number printed, in its own unit."""
    return replace(figure, number=replace(figure.number, value=value, printed=format(value, "f")))


def terms(formula: Expression) -> tuple[tuple[int, Figure], ...]:
    """The figures of a sum or difference with their signs; empty for any other formula."""
    found = _terms(formula, 1)
    return tuple(found) if found else ()


def _terms(formula: Expression, sign: int) -> list[tuple[int, Figure]] | None:
    if formula.figure is not None:
        return [(sign, formula.figure)]
    if formula.operator not in ("+", "-"):
        return None
    found: list[tuple[int, Figure]] = []
    for index, argument in enumerate(formula.arguments):
        inner = _terms(argument, -sign if index and formula.operator == "-" else sign)
        if inner is None:
            return None
        found += inner
    return found


def distinct(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, each once."""
    return list({place(figure): figure for figure in figures}.values())


def is_telling(tries: int | Fraction, step: Fraction, size: Fraction) -> bool:
    """Whether one of so many readings would rarely fit by chance where values of about this size are told apart by this step."""
    return bool(size) and tries * step <= abs(size) * TELLING
