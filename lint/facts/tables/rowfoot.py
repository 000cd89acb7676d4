"""Totals of table columns, row by row, and 收入总计 = 支出总计."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.recipes import Recipe, agrees, recipes
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.figure import Figure
from lint.pattern import pattern

_INCOME = pattern(r"收入(?:总计|合计)$")
_SPENDING = pattern(r"支出(?:总计|合计)$")


@dataclass(frozen=True, eq=False, slots=True)
class RowSum:
    """One row of a column total: the parts with their signs, and whether other rows of the sheet balance the same way.

    `gaps` are the names of part columns without a number in this row; `partial` that 其中 announces the parts.
    """

    name: str
    total: Figure
    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    labels: tuple[str, ...]
    gaps: tuple[str, ...]
    confirmed: bool
    grouped: bool
    partial: bool

    @property
    def derived(self) -> Fraction:
        return sum((sign * part.value for sign, part in zip(self.signs, self.parts, strict=True)), Fraction(0))

    @property
    def is_decided(self) -> bool:
        """Whether no part lacks its number, or the others add up without it."""
        return not self.gaps or self.derived == self.total.value

    @property
    def is_over(self) -> bool:
        """Whether the parts exceed the total."""
        return self.derived > self.total.value


@dataclass(frozen=True, eq=False, slots=True)
class Balance:
    """收入总计 and 支出总计 of one statement."""

    income: Figure
    spending: Figure
    name: str


def row_sums(sheets: Sequence[Sheet]) -> tuple[RowSum, ...]:
    """Every sum that a column claims for the rows of its table."""
    return tuple(found for sheet in sheets for panel in sheet.panels for recipe in recipes(panel) for found in _rows(panel, recipe))


def balances(sheets: Sequence[Sheet]) -> tuple[Balance, ...]:
    """The two totals of every statement that sets income against expenditure."""
    return tuple(balance for sheet in sheets for balance in _balance(sheet))


def _balance(sheet: Sheet) -> Iterator[Balance]:
    """收入总计 in the left panel against 支出总计 in the right one: column by column, or against the right one's 合计."""
    if len(sheet.panels) != 2:
        return
    totals = [[line for line in panel.lines if rank(line) == 3] for panel in sheet.panels]
    if [len(lines) for lines in totals] != [1, 1]:
        return
    left, right = totals[0][0], totals[1][0]
    name, other = plain_label(left.label), plain_label(right.label)
    if name != other and not (_INCOME.search(name) and _SPENDING.search(other)):
        return
    ours, theirs = ([column for column in panel.columns if column.role == "amount"] for panel in sheet.panels)
    if len(ours) == 1 and len(theirs) > 1 and is_total_label(theirs[0].name):
        theirs = theirs[:1]
    for column, opposite in zip(ours, theirs, strict=False) if len(ours) == len(theirs) else ():
        income, spending = left.figure(column), right.figure(opposite)
        if income and spending and income.kind == spending.kind and (len(ours) == 1 or column.name == opposite.name):
            yield Balance(income, spending, name)


def _rows(panel: Panel, recipe: Recipe) -> Iterator[RowSum]:
    found: list[tuple[Line, Figure, list[tuple[Column, int, Figure]], list[str], bool]] = []
    agreeing = 0
    for line in panel.lines:
        claimed = line.figure(recipe.total)
        if claimed is None:
            continue
        cells = [(column, sign, line.figure(column)) for column, sign in zip(recipe.parts, recipe.signs, strict=True)]
        parts = [(column, sign, figure) for column, sign, figure in cells if figure is not None]
        if not parts or len({(figure.kind, figure.unit) for figure in (claimed, *(figure for _, _, figure in parts))}) > 1:
            continue
        balances_here = agrees(claimed, parts)
        found.append((line, claimed, parts, [column.name for column, _, figure in cells if figure is None], balances_here))
        agreeing += balances_here and any(figure.number.value for _, _, figure in parts)
    for line, claimed, parts, gaps, balances_here in found:
        yield RowSum(
            "".join((plain_label(line.label), f"（{recipe.total.name}）")),
            claimed,
            tuple(figure for _, _, figure in parts),
            tuple(sign for _, sign, _ in parts),
            tuple(column.name for column, _, _ in parts),
            tuple(gaps),
            agreeing - balances_here > 0,
            recipe.grouped,
            recipe.partial,
        )
