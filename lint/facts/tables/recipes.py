"""Which columns of a table a 合计, 小计 or printed formula column adds up.

The structure is read from the header alone: a 合计 or 小计 column adds up the other columns of its header
group, where a group has a 合计 of its own that stands for it. 其中 columns, changes and rates are no parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.sheets import Panel
from lint.figure import Figure
from lint.interval import total as total_of
from lint.pattern import pattern

_NO_PART = pattern(r"其中|执行|决算|完成|结转|结余|上年|本年|去年|增减|占|备注|调整|到位|年初|全年|实际|机关运行")
_AMONG = pattern(r"其中")
_CARRIED = tuple(pattern(words) for words in (r"^年末结转", r"^年初结转", r"^本年收入", r"^本年支出"))
"""The columns of a fund table: what is left is what was there, plus income, less expenditure."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A column and the columns that it adds up or takes away; `partial` where 其中 announces them, which may be only some."""

    total: Column
    parts: tuple[Column, ...]
    signs: tuple[int, ...]
    grouped: bool
    partial: bool = False


def recipes(panel: Panel) -> Iterator[Recipe]:
    """The column totals that a header announces."""
    marked = {column.mark: column for column in panel.columns if column.mark}
    printed: set[int] = set()
    for column in panel.columns:
        formula = column.formula
        if formula and formula.is_sum and all(mark in marked for mark in formula.marks):
            terms = formula.signs()
            yield Recipe(column, tuple(marked[mark] for mark, _ in terms), tuple(sign for _, sign in terms), True)
            printed.add(column.index)
    yield from _carried(panel)
    for column in panel.columns:
        if column.role not in ("amount", "count") or not is_total_label(column.name) or column.index in printed:
            continue
        siblings = _siblings(panel, column)
        if _is_inner(panel, column, siblings):
            siblings = _balancing(panel, column, _beside(siblings, column))
        if len(siblings) > 1:
            grouped = len(column.path) > 1 and len(siblings) + 1 < len(panel.columns)
            yield Recipe(column, tuple(siblings), (1,) * len(siblings), grouped, siblings[0].name.startswith("其中"))


def _carried(panel: Panel) -> Iterator[Recipe]:
    """年末结转和结余 = 年初结转和结余 + 本年收入 - 本年支出, each of them one column or the total of a group."""
    found: list[Column] = []
    for term in _CARRIED:
        named = [
            column
            for column in panel.columns
            if column.role == "amount" and column.path and term.search(column.path[-1 if len(column.path) == 1 else -2])
        ]
        totals = [column for column in named if len(column.path) == 1 or is_total_label(column.name)]
        if len(totals) != 1:
            return
        found.append(totals[0])
    yield Recipe(found[0], tuple(found[1:]), (1, 1, -1), False)


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
    if right and right[0].index == total.index + 1 and right[0].name.startswith("其中"):
        return [right[0], *_unbroken(right[1:], depth)]
    return _unbroken(reversed(left), depth)[::-1] if len(left) > 1 else _unbroken(right, depth)


def _is_inner(panel: Panel, total: Column, siblings: Sequence[Column]) -> bool:
    """Whether a 小计 covers only some of the columns beside it, and no header group says which."""
    if "小计" not in total.name:
        return False
    peers = any(other is not total and other.path[:-1] == total.path[:-1] and is_total_label(other.name) for other in panel.columns)
    if len(total.path) > 1:
        return peers
    return total.name != "小计" or bool(siblings and siblings[0].index > total.index)


def _beside(siblings: Sequence[Column], total: Column) -> list[Column]:
    """The columns after a 小计, which is printed before its parts; those before it, the nearest first, where none follow."""
    after = [column for column in siblings if column.index > total.index]
    return after or list(siblings)[::-1]


def _balancing(panel: Panel, total: Column, siblings: list[Column]) -> list[Column]:
    """The first columns beside a 小计 without a header group that add up to it in most rows; empty where none do."""
    for count in range(2, len(siblings) + 1):
        rows = [
            (claimed, [(column, 1, figure) for column in siblings[:count] if (figure := line.figure(column))])
            for line in panel.lines
            if (claimed := line.figure(total)) and claimed.value
        ]
        agreeing = sum(bool(parts) and agrees(claimed, parts) for claimed, parts in rows)
        if agreeing * 2 > len(rows) and (agreeing > 1 or len(panel.lines) == 1):
            return siblings[:count]
    return []


def _unbroken(columns: Iterable[Column], depth: int) -> list[Column]:
    """The columns next to a total, up to the first that is no part of it: 执行数 beside 中央, 省级, 合计."""
    other = _AMONG if depth else _NO_PART
    return list(takewhile(lambda column: not other.search("".join(column.path[depth:])), columns))


def _is_total_of_others(column: Column, depth: int) -> bool:
    """Whether a column of the same group is another total at the same height."""
    return len(column.path) == depth + 1 and is_total_label(column.name)


def agrees(claimed: Figure, parts: Sequence[tuple[Column, int, Figure]]) -> bool:
    """Whether signed figures add up to the claimed one."""
    if len({claimed.number.scale, *(figure.number.scale for _, _, figure in parts)}) == 1:
        exact = claimed.number.value == sum(sign * figure.number.value for _, sign, figure in parts)
    else:
        exact = claimed.value == sum(sign * figure.value for _, sign, figure in parts)
    return exact or claimed.interval.meets(total_of(figure.interval if sign > 0 else -figure.interval for _, sign, figure in parts))
