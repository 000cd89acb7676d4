"""The relation of an old check evaluated again on the figures of the new draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lint.expression import Expression
from lint.figure import Figure
from lint.relation import Relation

There = Callable[[Figure], Figure | None]
"""The figure of the new draft that one of the old draft is; None where it is gone."""


def again(relation: Relation, there: There) -> Relation | None:
    """The same relation over the figures of the new draft; None where one of them is gone."""
    claimed, formula = there(relation.claimed), _formula(relation.formula, there)
    return None if claimed is None or formula is None else replace(relation, claimed=claimed, formula=formula)


def _formula(formula: Expression, there: There) -> Expression | None:
    if formula.figure is not None:
        figure = there(formula.figure)
        return None if figure is None else replace(formula, figure=figure)
    arguments = [_formula(argument, there) for argument in formula.arguments]
    known = tuple(argument for argument in arguments if argument is not None)
    return replace(formula, arguments=known) if len(known) == len(arguments) else None
