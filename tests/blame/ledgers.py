"""Random money tables in 万元 to two places, rounded from 元: lines with subtotals and a grand total, columns that add up, rates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tests.blame.sheet import Cell, Claim, Sheet

GRAND = "合计"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Groups of lines (their names), the columns of amounts, and the amounts in 元 by line and column.

    `across` tells that the first column is the sum of the others; `rates` that a rate stands behind them: the last column
    against the first one.
    """

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    columns: tuple[str, ...]
    amounts: dict[tuple[str, str], Decimal]
    across: bool
    rates: bool


def ledger(random: Random, *, most: int = 3, rounded: bool = True) -> Ledger:
    """`most` is how many groups, and how many lines of one, there are at the most; unless `rounded` the amounts are 万元 to the place."""
    groups = tuple(
        (f"第{group + 1}类", tuple(f"第{group + 1}类{line + 1}项" for line in range(random.randint(2, most))))
        for group in range(random.randint(2, most))
    )
    across = random.random() < 0.5
    parts = tuple(f"第{at + 1}列" for at in range(random.randint(2, most)))
    columns = ("小计列", *parts) if across else parts
    places = 0 if rounded else 2
    amounts: dict[tuple[str, str], Decimal] = {}
    for _, lines in groups:
        for line in lines:
            for column in parts:
                amounts[line, column] = Decimal(random.randint(10**6, 9 * 10**6)).quantize(Decimal(10) ** places)
                amounts[line, column] -= amounts[line, column] % (10**places)
    for name, lines in (*groups, (GRAND, tuple(name for name, _ in groups))):
        for column in parts:
            amounts[name, column] = sum((amounts[line, column] for line in lines), Decimal(0))
    if across:
        for line in {line for line, _ in amounts}:
            amounts[line, columns[0]] = sum((amounts[line, column] for column in parts), Decimal(0))
    return Ledger(groups, columns, amounts, across, random.random() < 0.4)


def sheet(made: Ledger) -> Sheet:
    cells: dict[str, Cell] = {}
    claims: list[Claim] = []
    lines = [line for name, below in made.groups for line in (name, *below)]
    for line in (GRAND, *lines):
        for column in made.columns:
            cells[named(line, column)] = Cell(named(line, column), printed(made.amounts[line, column]), "money", "元", "万")
        first, last = made.columns[0], made.columns[-1]
        if made.across:
            claims.append(Claim("sum", named(line, first), tuple(named(line, column) for column in made.columns[1:]), exact=False))
        if made.rates:
            rate = made.amounts[line, last] / made.amounts[line, first] * 100
            name = named(line, "率")
            cells[name] = Cell(name, f"{rate.quantize(Decimal('0.01'), ROUND_HALF_UP)}", "percent", "%")
            claims.append(Claim("rate", name, (named(line, last), named(line, first)), exact=False))
    for column in made.columns:
        claims.append(Claim("sum", named(GRAND, column), tuple(named(name, column) for name, _ in made.groups), exact=False))
        claims += [
            Claim("sum", named(name, column), tuple(named(line, column) for line in below), exact=False) for name, below in made.groups
        ]
    return Sheet(cells, tuple(claims))


def named(line: str, column: str) -> str:
    return f"{line}{column}"


def printed(amount: Decimal) -> str:
    """元 as 万元 to two places."""
    return f"{(amount / 10000).quantize(Decimal('0.01'), ROUND_HALF_UP)}"
