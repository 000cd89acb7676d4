"""Whether linear conditions can hold together, decided exactly; where they cannot, a smallest set of them that already cannot.

Conditions a·x ≤ b, some of them strict, have no solution exactly where some y ≥ 0 adds them up to 0 ≤ b' with b' < 0, or to
0 < 0 with a strict one among them (Motzkin's transposition theorem). Such y are sought with the simplex method, by Bland's rule,
which never cycles. The vertices are the irreducible conflicts (Gleeson and Ryan, 1990). All numbers are whole: conditions and rows
mean the same when they are multiplied by anything positive, and only signs and ratios count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm


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
    columns = [_whole([*(condition.factors.get(name, 0) for name in quantities), condition.limit]) for condition in conditions]
    # One row for each quantity, which must cancel out, and one that makes the weights add up to 1.
    rows = [[column[at] for column in columns] + [0] for at in range(len(quantities))]
    rows.append([1] * count + [1])
    basis = list(range(count, count + len(rows)))
    # What a larger weight of each condition costs, compared in order: how far from adding up at all (1 for each row that stands for no
    # condition yet), then b', then how much of it is strict. The last entry is less the cost so far.
    costs = [
        [-sum(values) for values in zip(*rows, strict=True)],
        [column[-1] for column in columns] + [0],
        [-condition.strict for condition in conditions] + [0],
    ]
    while (entering := next((index for index in range(count) if _sign(costs, index) < 0), None)) is not None:
        ratios = [(Fraction(row[-1], row[entering]), basis[at], at) for at, row in enumerate(rows) if row[entering] > 0]
        _, _, leaving = min(ratios)
        _pivot([*rows, *costs], leaving, entering)
        basis[leaving] = entering
    if _sign(costs, -1) <= 0:
        return ()
    return tuple(sorted(index for index, row in zip(basis, rows, strict=True) if index < count and row[-1]))


def _whole(values: Sequence[Fraction | int]) -> list[int]:
    """The values times the smallest number that makes them whole."""
    by = lcm(*(value.denominator for value in values))
    return [value.numerator * (by // value.denominator) for value in values]


def _sign(costs: Sequence[Sequence[int]], index: int) -> int:
    """Whether a cost is above or below nothing, by the first place of it that is not 0."""
    return next((row[index] for row in costs if row[index]), 0)


def _pivot(rows: Sequence[list[int]], leaving: int, entering: int) -> None:
    """Make the column `entering` that of row `leaving` alone."""
    own = rows[leaving]
    by = own[entering]
    for at, row in enumerate(rows):
        if at != leaving and (factor := row[entering]):
            made = [value * by - factor * each for value, each in zip(row, own, strict=True)]
            common = gcd(*made) or 1
            row[:] = [value // common for value in made] if common > 1 else made
