"""What a repair costs: the prices are those of `lint.blame`, who pays which is said here once more, apart from it."""

from __future__ import annotations

from collections.abc import Sequence

from lint.blame.graph import PRICE_FIGURE, PRICE_FULL, PRICES_UNBOUND
from lint.check import Check
from lint.figure import Figure
from lint.place import Span

Key = tuple[int, Span]
"""A figure, as its file and span."""


def key_of(figure: Figure) -> Key:
    return figure.file, figure.span


def full_marks(checks: Sequence[Check]) -> set[Key]:
    """The full marks that an equation confirms: those that a check calls so, and what is said to be the sum of such alone."""
    found = {key_of(related.figure) for check in checks for related in check.related if related.role == "full"}
    for check in checks:
        summed = check.relation is not None and check.relation.operator == "=" and bool(check.related)
        if summed and isinstance(check.primary, Figure) and all(related.role == "full" for related in check.related):
            found.add(key_of(check.primary))
    return found & {key for check in checks if _holds(check) for key in _keys(check)}


def _holds(check: Check) -> bool:
    """Whether a check is an equation that holds."""
    return check.relation is not None and check.relation.operator == "=" and check.outcome not in ("broken", "undecided")


def _keys(check: Check) -> set[Key]:
    relation = check.relation
    return set() if relation is None else {key_of(figure) for figure in (relation.claimed, *relation.formula.figures())}


def price_of(key: Key, full: set[Key]) -> int:
    """What it costs to print a figure otherwise."""
    return PRICE_FULL if key in full else PRICE_FIGURE


def price_to_drop(check: Check) -> int:
    """What it costs to take a broken relation for wrongly read."""
    return PRICE_FIGURE if check.diagnosis and check.diagnosis.innocent else PRICES_UNBOUND[check.confidence]
