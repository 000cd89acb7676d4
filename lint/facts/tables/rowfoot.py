"""Totals of table columns: which columns a 合计, 小计 or printed formula column adds up, row by row; and 收入总计 = 支出总计.

The structure is read from the header alone: a 合计 or 小计 column adds up the other columns of its header
group, where a group has a 合计 of its own that stands for it. 其中 columns, changes and rates are no parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.figure import Figure
from lint.interval import total as total_of

_NO_PART = re.compile(r"其中|执行|决算|完成|结转|结余|上年|本年|去年|增减|占|备注|调整|到位|年初|全年|实际|机关运行")
_AMONG = re.compile(r"其中")
_CARRIED = tuple(re.compile(pattern) for pattern in (r"^年末结转", r"^年初结转", r"^本年收入", r"^本年支出"))
"""The columns of a fund table: what is left is what was there, plus income, less expenditure."""
_INCOME = re.compile(r"收入(?:总计|合计)$")
_SPENDING = re.compile(r"支出(?:总计|合计)$")


@dataclass(frozen=True, eq=False, slots=True)
class RowSum:
    """One row of a column total: the parts with their signs, and whether other rows of the sheet balance the same way.

    `gaps` are the names of part columns without a number in this row.
    """

    name: str
    total: Figure
    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    labels: tuple[str, ...]
    gaps: tuple[str, ...]
    confirmed: bool
    grouped: bool

    @property
    def derived(self) -> Fraction:
        return sum((sign * part.value for sign, part in zip(self.signs, self.parts, strict=True)), Fraction(0))

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


@dataclass(frozen=True, slots=True)
class _Recipe:
    total: Column
    parts: tuple[Column, ...]
    signs: tuple[int, ...]
    grouped: bool


def row_sums(sheets: Sequence[Sheet]) -> tuple[RowSum, ...]:
    """Every sum that a column claims for the rows of its table."""
    return tuple(found for sheet in sheets for panel in sheet.panels for recipe in _recipes(panel) for found in _rows(panel, recipe))


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


def _recipes(panel: Panel) -> Iterator[_Recipe]:
    """The column totals that a header announces."""
    marked = {column.mark: column for column in panel.columns if column.mark}
    printed: set[int] = set()
    for column in panel.columns:
        formula = column.formula
        if formula and formula.is_sum and all(mark in marked for mark in formula.marks):
            terms = formula.signs()
            yield _Recipe(column, tuple(marked[mark] for mark, _ in terms), tuple(sign for _, sign in terms), True)
            printed.add(column.index)
    yield from _carried(panel)
    for column in panel.columns:
        if column.role not in ("amount", "count") or not is_total_label(column.name) or column.index in printed:
            continue
        siblings = _siblings(panel, column)
        if len(siblings) > 1:
            grouped = len(column.path) > 1 and len(siblings) + 1 < len(panel.columns)
            yield _Recipe(column, tuple(siblings), (1,) * len(siblings), grouped)


def _carried(panel: Panel) -> Iterator[_Recipe]:
    """年末结转和结余 = 年初结转和结余 + 本年收入 - 本年支出, each of them one column or the total of a group."""
    found: list[Column] = []
    for pattern in _CARRIED:
        named = [
            column
            for column in panel.columns
            if column.role == "amount" and column.path and pattern.search(column.path[-1 if len(column.path) == 1 else -2])
        ]
        totals = [column for column in named if len(column.path) == 1 or is_total_label(column.name)]
        if len(totals) != 1:
            return
        found.append(totals[0])
    yield _Recipe(found[0], tuple(found[1:]), (1, 1, -1), False)


def _siblings(panel: Panel, total: Column) -> list[Column]:
    """The columns that a 合计 or 小计 column adds up; a group with a total of its own counts by that."""
    depth = len(total.path) - 1
    group = [column for column in panel.columns if column.path[:depth] == total.path[:depth] and column is not total]
    if any(column.role not in ("amount", "count") for column in group) and not depth:
        group = [column for column in group if column.role in ("amount", "count")]
    found: list[Column] = []
    own = [column for column in group if column.role == total.role]
    for column in own:
        inner = column.path[: depth + 1]
        totals = [other for other in own if len(other.path) > depth + 1 and other.path[: depth + 1] == inner and is_total_label(other.name)]
        if (column in totals or not totals) and not _is_total_of_others(column, depth):
            found.append(column)
    if not all(column.path for column in found):
        return []
    left = [column for column in found if column.index < total.index]
    right = [column for column in found if column.index > total.index]
    return _unbroken(reversed(left), depth)[::-1] if len(left) > 1 else _unbroken(right, depth)


def _unbroken(columns: Iterable[Column], depth: int) -> list[Column]:
    """The columns next to a total, up to the first that is no part of it: 执行数 beside 中央, 省级, 合计."""
    other = _AMONG if depth else _NO_PART
    return list(takewhile(lambda column: not other.search("".join(column.path[depth:])), columns))


def _is_total_of_others(column: Column, depth: int) -> bool:
    """Whether a column of the same group is another total at the same height."""
    return len(column.path) == depth + 1 and is_total_label(column.name)


def _rows(panel: Panel, recipe: _Recipe) -> Iterator[RowSum]:
    found: list[tuple[Line, Figure, list[tuple[Column, int, Figure]], list[str]]] = []
    agreeing = 0
    for line in panel.lines:
        claimed = line.figure(recipe.total)
        if claimed is None:
            continue
        cells = [(column, sign, line.figure(column)) for column, sign in zip(recipe.parts, recipe.signs, strict=True)]
        parts = [(column, sign, figure) for column, sign, figure in cells if figure is not None]
        if not parts or len({(figure.kind, figure.unit) for figure in (claimed, *(figure for _, _, figure in parts))}) > 1:
            continue
        found.append((line, claimed, parts, [column.name for column, _, figure in cells if figure is None]))
        agreeing += sum(bool(figure.value) for _, _, figure in parts) > 0 and _agrees(claimed, parts)
    for line, claimed, parts, gaps in found:
        yield RowSum(
            "".join((plain_label(line.label), f"（{recipe.total.name}）")),
            claimed,
            tuple(figure for _, _, figure in parts),
            tuple(sign for _, sign, _ in parts),
            tuple(column.name for column, _, _ in parts),
            tuple(gaps),
            agreeing - _agrees(claimed, parts) > 0,
            recipe.grouped,
        )


def _agrees(claimed: Figure, parts: list[tuple[Column, int, Figure]]) -> bool:
    exact = claimed.value == sum(sign * figure.value for _, sign, figure in parts)
    return exact or claimed.interval.meets(total_of(figure.interval if sign > 0 else -figure.interval for _, sign, figure in parts))
