"""Relations as polynomials: claimed = P ÷ Q becomes claimed × Q − P = 0, of which every figure is an unknown that may be solved for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from lint.expression import Expression
from lint.figure import Figure
from lint.relation import Relation

Monomial = tuple[int, ...]
"""The unknowns of a product, in ascending order; empty for a constant."""
Terms = Mapping[Monomial, Fraction]
"""A polynomial: a factor for every product of unknowns."""
MOST = 400
"""A product of sums with more terms is left alone."""
_ONE: Terms = {(): Fraction(1)}


class TooLong(Exception):
    """A formula that has too many terms when multiplied out."""


def difference(relation: Relation, number: Callable[[Figure], int]) -> Terms:
    """Left side less right side of a relation, free of quotients; `number` gives the unknown of a figure.

    Raises TooLong for a formula of more than MOST terms.
    """
    over, under = _fraction(relation.formula, number)
    return _sum(_product({(number(relation.claimed),): Fraction(1)}, under), over, Fraction(-relation.signed))


def _fraction(formula: Expression, number: Callable[[Figure], int]) -> tuple[Terms, Terms]:
    """Numerator and denominator of a formula."""
    if formula.figure is not None:
        return {(number(formula.figure),): Fraction(1)}, _ONE
    if formula.operator == "constant":
        return {(): formula.constant}, _ONE
    parts = [_fraction(argument, number) for argument in formula.arguments]
    over, under = parts[0]
    for above, below in parts[1:]:
        if formula.operator in "+-":
            sign = Fraction(1 if formula.operator == "+" else -1)
            if under == below:
                over = _sum(over, above, sign)
            else:
                over, under = _sum(_product(over, below), _product(above, under), sign), _product(under, below)
        elif formula.operator == "×":
            over, under = _product(over, above), _product(under, below)
        else:
            over, under = _product(over, below), _product(under, above)
    return over, under


def _sum(left: Terms, right: Terms, factor: Fraction) -> Terms:
    found = dict(left)
    for monomial, value in right.items():
        total = found.get(monomial, Fraction(0)) + factor * value
        if total:
            found[monomial] = total
        else:
            found.pop(monomial, None)
    return found


def _product(left: Terms, right: Terms) -> Terms:
    if right == _ONE:
        return left
    if left == _ONE:
        return right
    if len(left) * len(right) > MOST:
        raise TooLong
    found: dict[Monomial, Fraction] = {}
    for one, factor in left.items():
        for other, value in right.items():
            key = tuple(sorted(one + other))
            found[key] = found.get(key, Fraction(0)) + factor * value
    return {key: value for key, value in found.items() if value}
