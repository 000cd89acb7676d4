"""Whether linear conditions can hold together, decided exactly; where they cannot, a smallest set of them that already cannot.

Conditions a·x ≤ b, some of them strict, have no solution exactly where some y ≥ 0 adds them up to 0 ≤ b' with b' < 0, or to
0 < 0 with a strict one among them (Motzkin's transposition theorem). Such y are sought with the simplex method on fractions,
by Bland's rule, which never cycles. The vertices are the irreducible conflicts (Gleeson and Ryan, 1990).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Cost = tuple[Fraction, Fraction, Fraction]
"""Compared in order: how far from adding up at all, then b', then how much of it is strict (negative)."""
_NOTHING: Cost = (Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Condition:
    """The sum of factor × quantity is at most `limit`, or below it where `strict`."""

    factors: Mapping[str, Fraction]
    limit: Fraction
    strict: bool = False


def conflict(conditions: Sequence[Condition]) -> tuple[int, ...]:
    """The indexes of conditions that cannot hold together, as few as possible; empty where all can."""
    quantities = list(dict.fromkeys(name for condition in conditions for name in condition.factors))
    count = len(conditions)
    costs = [(Fraction(0), condition.limit, Fraction(-condition.strict)) for condition in conditions]
    costs += [(Fraction(1), Fraction(0), Fraction(0))] * (len(quantities) + 1)
    # One row for each quantity, which must cancel out, and one that makes the weights add up to 1.
    rows = [[condition.factors.get(name, Fraction(0)) for condition in conditions] + [Fraction(0)] for name in quantities]
    rows.append([Fraction(1)] * count + [Fraction(1)])
    basis = list(range(count, count + len(rows)))
    while (entering := _entering(rows, basis, costs, count)) is not None:
        ratios = [(row[-1] / row[entering], basis[at], at) for at, row in enumerate(rows) if row[entering] > 0]
        _, _, leaving = min(ratios)
        _pivot(rows, leaving, entering)
        basis[leaving] = entering
    total = _weighed(costs, basis, [row[-1] for row in rows])
    if total >= _NOTHING:
        return ()
    return tuple(sorted(index for index, row in zip(basis, rows, strict=True) if index < count and row[-1]))


def _entering(rows: Sequence[Sequence[Fraction]], basis: Sequence[int], costs: Sequence[Cost], count: int) -> int | None:
    """The first condition whose weight, made larger, makes the total cost smaller."""
    for index in range(count):
        if index not in basis and costs[index] < _weighed(costs, basis, [row[index] for row in rows]):
            return index
    return None


def _weighed(costs: Sequence[Cost], basis: Sequence[int], weights: Sequence[Fraction]) -> Cost:
    first, second, third = (
        sum((costs[index][place] * weight for index, weight in zip(basis, weights, strict=True)), Fraction(0)) for place in range(3)
    )
    return first, second, third


def _pivot(rows: list[list[Fraction]], leaving: int, entering: int) -> None:
    """Make the column `entering` that of row `leaving` alone."""
    by = rows[leaving][entering]
    rows[leaving] = [value / by for value in rows[leaving]]
    for at, row in enumerate(rows):
        if at != leaving and row[entering]:
            rows[at] = [value - row[entering] * own for value, own in zip(row, rows[leaving], strict=True)]
