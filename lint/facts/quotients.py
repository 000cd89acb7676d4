"""Rates that tables print: 执行率, 占比, 增减额 and 增减率 columns with the columns they are derived from.

What a rate is derived from is read from the headers: letters （A）（B）（B/A） first, else words. Where the
form leaves the divisor open (全年预算数, 调整后预算数, 年初预算数) all admissible ones are given, in that order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.expression import Expression, minus, over
from lint.facts.columns import Column
from lint.facts.labels import plain_label, rank
from lint.facts.figures import Token
from lint.facts.tables import Line, Panel, Sheet
from lint.figure import Figure

Kind = Literal["formula", "execution", "share", "growth", "change"]

_EXECUTION = re.compile(r"执行率|完成率|支付率|支出率|支出进度|执行进度|支付进度|(?:完成|执行|支付)比例|(?:完成|占).{0,6}预算.{0,4}%")
_ARRIVAL = re.compile(r"到位率")
_SHARE = re.compile(r"占比|比重|占总|所占|^占|构成比|结构比|占.{0,8}%")
_GROWTH = re.compile(r"(?:增减|增长|增加|变动|变化|同比|增|降低|下降|减少).{0,8}(?:率|%|幅度?|比例|百分比)|[增升降减]幅|同比")
_CHANGE = re.compile(r"(?:增减|变动|增加|减少|增\(减\)|变化)(?:额|数|值|情况|金额)?$")
_FALL = re.compile(r"^(?:降低|下降|减少|节约|压减)")
_SPENT = re.compile(r"执行|支出(?!预算)|决算|完成|支付|使用|已用")
_ARRIVED = re.compile(r"到位")
_BUDGETS = tuple(
    re.compile(pattern)
    for pattern in (
        r"全年预算",
        r"调整后?的?预算|预算调整|调整数",
        r"年初预算|批复|批准",
        r"预算|计划|下达|任务|目标",
        r"合计|总额",
        r"到位",
    )
)
_HEAD = re.compile(r"([^\s，。；：()\[\]]{2,16})[(\[]([A-Z])(?:[/÷]([A-Z]))?(?:[×*]100%)?[)\]]")
_PAIR_RATE = re.compile(r"(?:执行率|完成率|支付率)[：: ]*$")


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """One formula for a rate: `words` names its columns (``执行数÷全年预算数``), `operands` its figures with their names."""

    formula: Expression
    words: str
    operands: tuple[tuple[Figure, str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class TableRate:
    """A printed rate or change with the admissible formulas for it, best first; none where an operand is missing.

    `sign` is -1 for a column of reductions, printed without sign.
    """

    rate: Figure
    name: str
    kind: Kind
    ways: tuple[Way, ...]
    sign: int = 1


def table_rates(sheets: Sequence[Sheet], tokens: Sequence[Token]) -> tuple[TableRate, ...]:
    """Every derived rate of a table, and of the tables that plain text has flattened into lines."""
    found = [rate for sheet in sheets for panel in sheet.panels for rate in _of_panel(panel)]
    return (*found, *_flattened(tokens))


def _of_panel(panel: Panel) -> Iterator[TableRate]:
    for column in panel.columns:
        if not (recipe := _recipe(panel, column)):
            continue
        kind, operands = recipe
        for line in panel.lines:
            rate = line.figure(column)
            if rate is None:
                continue
            ways = _shares(panel, line, operands[0][0]) if kind == "share" else tuple(_ways(kind, line, operands))
            name = "".join((plain_label(line.label), f"（{column.name}）" if column.name else ""))
            yield TableRate(rate, name, kind, ways, -1 if kind in ("growth", "change") and _FALL.search(column.name) else 1)


def _recipe(panel: Panel, column: Column) -> tuple[Kind, list[tuple[Column, ...]]] | None:
    """What a column is derived from: the kind of derivation, and for each admissible way its operand columns."""
    name = column.name
    if column.formula:
        by_letter = {other.letter: other for other in panel.columns if other.letter}
        over_, under = column.formula
        return ("formula", [(by_letter[over_], by_letter[under])]) if over_ in by_letter and under in by_letter else None
    amounts = [other for other in _kin(panel, column) if other.role in ("amount", "count")]
    if column.role == "change" and _CHANGE.search(name):
        pair = _two_years(amounts, column)
        return ("change", [pair]) if pair else None
    if column.role != "rate":
        return None
    if _ARRIVAL.search(name):
        return _with_divisors([other for other in amounts if _ARRIVED.search(other.name)], amounts, column)
    if _EXECUTION.search(name):
        return _with_divisors([other for other in amounts if _SPENT.search(other.name) and other.side != "plan"], amounts, column)
    if _GROWTH.search(name):
        pair = _two_years(amounts, column)
        return ("growth", [pair]) if pair else None
    if _SHARE.search(name) and "预算" not in name:
        left = [other for other in amounts if other.index < column.index]
        return ("share", [(left[-1],)]) if left else None
    return None


def _kin(panel: Panel, column: Column) -> list[Column]:
    """The columns under the same header group, where the group holds operands; else all of the panel."""
    group = [other for other in panel.columns if len(column.path) > 1 and other.path[:-1] == column.path[:-1] and other is not column]
    return (
        group
        if len([other for other in group if other.role == "amount"]) > 1
        else [other for other in panel.columns if other is not column]
    )


def _with_divisors(spent: list[Column], amounts: list[Column], column: Column) -> tuple[Kind, list[tuple[Column, ...]]] | None:
    """The actual column nearest to the left of the rate over every budget column, the customary one first."""
    left = [other for other in spent if other.index < column.index] or spent
    if not left:
        return None
    actual = left[-1]
    budgets: list[Column] = []
    for pattern in _BUDGETS:
        budgets += [other for other in amounts if other not in (actual, *budgets) and pattern.search(other.name) and other not in spent]
    return ("execution", [(actual, budget) for budget in budgets]) if budgets else None


def _two_years(amounts: list[Column], column: Column) -> tuple[Column, ...] | None:
    """The columns of this year and of the year before; None unless there is one of each."""
    left = [other for other in amounts if other.index < column.index] or amounts
    prior = [other for other in left if other.period == "prior"]
    current = [other for other in left if other.period == "current"]
    if len(prior) == len(current) == 1:
        return current[0], prior[0]
    dated = sorted((other for other in left if other.year), key=lambda other: other.year or 0)
    if len(dated) == 2 and len(left) == 2 and (dated[1].year or 0) - (dated[0].year or 0) == 1:
        return dated[1], dated[0]
    if len(prior) == 1 and len(left) == 2:
        return next(other for other in left if other is not prior[0]), prior[0]
    return None


def _ways(kind: Kind, line: Line, operands: list[tuple[Column, ...]]) -> Iterator[Way]:
    for columns in operands:
        first, second = (line.figure(column) for column in columns)
        if first is None or second is None or first.kind != second.kind:
            continue
        named = ((first, columns[0].name), (second, columns[1].name))
        if kind == "change":
            yield Way(minus(first, second), f"{columns[0].name}-{columns[1].name}", named)
        elif kind == "growth":
            yield Way(over(minus(first, second), second), f"（{columns[0].name}-{columns[1].name}）÷{columns[1].name}", named)
        else:
            yield Way(over(first, second), f"{columns[0].name}÷{columns[1].name}", named)


def _shares(panel: Panel, line: Line, column: Column) -> tuple[Way, ...]:
    """The share of a line in the total line of its column; none where there is not exactly one total of the highest rank."""
    highest = max((rank(other) for other in panel.lines), default=0)
    totals = [other for other in panel.lines if rank(other) == highest]
    part = line.figure(column)
    whole = totals[0].figure(column) if highest > 1 and len(totals) == 1 else None
    if part is None or whole is None or part.kind != whole.kind:
        return ()
    return (
        Way(over(part, whole), f"{column.name or '金额'}÷{plain_label(totals[0].label)}", ((part, column.name), (whole, totals[0].label))),
    )


def _flattened(tokens: Sequence[Token]) -> Iterator[TableRate]:
    """Tables that lost their grid: heads with letters and as many numbers in a row; 合计 309 执行数 309 执行率 100%."""
    passage = None
    inside: list[Token] = []
    for token in [*tokens, None]:
        if token is None or token.passage is not passage:
            if len(inside) > 2 and any(other.figure.kind == "percent" for other in inside):
                yield from _lettered(inside)
                yield from _paired(inside)
            passage, inside = (token.passage, []) if token else (None, [])
        if token is not None and token.passage.cell is None and token.is_quantity:
            inside.append(token)


def _lettered(tokens: list[Token]) -> Iterator[TableRate]:
    text = tokens[0].passage.text
    if "/" not in text and "÷" not in text:
        return
    heads = list(_HEAD.finditer(text))
    quotients = [head for head in heads if head[3]]
    places = {head[2]: index for index, head in enumerate(heads) if not head[3]}
    if len(quotients) != 1 or quotients[0][2] not in places or quotients[0][3] not in places:
        return
    at, upper, lower = heads.index(quotients[0]), places[quotients[0][2]], places[quotients[0][3]]
    for start in range(len(tokens) - len(heads) + 1):
        run = tokens[start : start + len(heads)]
        gaps = [text[left.end : right.start] for left, right in zip(run, run[1:], strict=False)]
        if run[0].start < heads[-1].end() or any(gap.strip() for gap in gaps) or run[at].figure.kind != "percent":
            continue
        named = ((run[upper].figure, heads[upper][1]), (run[lower].figure, heads[lower][1]))
        way = Way(over(named[0][0], named[1][0]), f"{named[0][1]}÷{named[1][1]}", named)
        yield TableRate(run[at].figure, heads[at][1], "formula", (way,))


def _paired(tokens: list[Token]) -> Iterator[TableRate]:
    """Labels and numbers in turn, with nothing but blanks between them."""
    for budget, spent, rate in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if rate.figure.kind != "percent" or not _PAIR_RATE.search(rate.lead) or not _SPENT.search(spent.lead):
            continue
        text = rate.passage.text
        if any(char in text[budget.end : rate.start] for char in "，。；") or not any(pattern.search(budget.lead) for pattern in _BUDGETS):
            continue
        named = ((spent.figure, spent.lead.strip()), (budget.figure, budget.lead.strip()))
        yield TableRate(
            rate.figure, rate.lead.strip(" ：:"), "execution", (Way(over(spent.figure, budget.figure), "执行数÷预算数", named),)
        )
