"""Rates that tables print: 执行率, 占比, 增减额 and 增减率 columns with the columns they are derived from.

What a rate is derived from is read from the headers: letters （A）（B）（B/A） first, else words. Where the
form leaves the divisor open (全年预算数, 调整后预算数, 年初预算数) all admissible ones are given, in that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.expression import leaf, minus, over
from lint.facts.tables.columns import Column
from lint.facts.tables.derived import BUDGETS, SPENT, Kind, TableRate, Way
from lint.facts.tables.formulas import Formula
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.pairings import Pair, compared
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.figure import Figure
from lint.pattern import pattern

_EXECUTION = pattern(r"执行率|完成率|支付率|支出率|支出进度|执行进度|支付进度|(?:完成|执行|支付)比例|(?:完成|占).{0,6}预算.{0,4}%")
_CONTROL = pattern(r"(?:人员|供养)?控制率")
_POSTS = pattern(r"编制|核定")
_STAFF = pattern(r"实有|在职|在编|实际")
_ARRIVAL = pattern(r"到位率")
_SAVING = pattern(r"节约率|节支率|下浮率")
_SCORED = pattern(r"得分率")
_AWARDED = pattern(r"得分(?!率)|评分|自评分")
_FULL = pattern(r"分值|满分|权重|标准分")
_BOUGHT = pattern(r"合同|成交|中标|实际|采购金额|执行|支付")
_SHARE = pattern(r"占比|比重|占总|所占|^占|构成比|结构比|占.{0,8}%")
_GROWTH = pattern(r"(?:增减|增长|增加|变动|变化|同比|增|降低|下降|减少).{0,8}(?:率|%|幅度?|比例|百分比)|[增升降减]幅|同比")
_CHANGE = pattern(r"(?:增减|变动|增加|减少|增\(减\)|变化)(?:额|数|值|情况|金额)?$")
_FALL = pattern(r"^(?:降低|下降|减少|节约|压减)|(?<![增升])[降减]幅")
_ARRIVED = pattern(r"到位")


def table_rates(sheets: Sequence[Sheet]) -> tuple[TableRate, ...]:
    """Every derived rate of a table."""
    return tuple(rate for sheet in sheets for panel in sheet.panels for rate in _of_panel(panel))


def _of_panel(panel: Panel) -> Iterator[TableRate]:
    marked = {column.mark: column for column in panel.columns if column.mark}
    for column in panel.columns:
        formula = column.formula
        if formula and (formula.is_sum or not all(mark in marked for mark in formula.marks)):
            continue
        recipe = ("formula", []) if formula else _recipe(panel, column)
        if not recipe:
            continue
        kind, operands = recipe
        for line in panel.lines:
            rate = line.figure(column)
            if rate is None:
                continue
            if formula:
                ways = _printed(formula, marked, line)
            else:
                ways = _shares(panel, line, operands[0][0]) if kind == "share" else tuple(_ways(kind, line, operands))
            name = "".join((plain_label(line.label), f"（{column.name}）" if column.name else ""))
            fallen = kind in ("growth", "change") and (line.falls or _FALL.search(column.name))
            yield TableRate(rate, name, kind, ways, _sign(rate, ways) if fallen else 1)


def _sign(rate: Figure, ways: tuple[Way, ...]) -> int:
    """-1 where a word tells the fall; 1 where the number has its own minus all the same: 降幅 -20% of what fell."""
    derived = ways[0].formula.point() if ways else None
    return 1 if derived is not None and derived < 0 and rate.value < 0 else -1


def _printed(formula: Formula, marked: dict[str, Column], line: Line) -> tuple[Way, ...]:
    """The formula that the header prints, over the figures of a line; none where one is missing."""
    figures = {mark: figure for mark in formula.marks if (figure := line.figure(marked[mark]))}
    found = formula.over(figures)
    if found is None or len({figure.kind for figure in figures.values()}) > 1:
        return ()
    titles = {mark: marked[mark].name for mark in formula.marks}
    return (Way(found, formula.named(titles), tuple((figures[mark], title) for mark, title in titles.items())),)


def _recipe(panel: Panel, column: Column) -> tuple[Kind, list[Pair]] | None:
    """What a column is derived from: the kind of derivation, and for each admissible way its operand columns."""
    if column.role not in ("change", "rate"):
        return None
    name = column.name
    amounts = [other for other in _kin(panel, column) if other.role in ("amount", "count")]
    if column.role == "change" and _CHANGE.search(name):
        pairs = compared(panel, amounts, column)
        return ("change", pairs) if pairs else None
    if column.role != "rate":
        return None
    if _SCORED.search(name):
        scores = [other for other in _kin(panel, column) if other.role == "score"]
        awarded = [other for other in scores if _AWARDED.search(other.name)]
        full = [other for other in scores if _FULL.search(other.name)]
        return ("score", [(awarded[0], full[0])]) if len(awarded) == len(full) == 1 else None
    if _ARRIVAL.search(name):
        return _with_divisors([other for other in amounts if _ARRIVED.search(other.name)], amounts, column)
    if _CONTROL.search(name):
        staff = [other for other in amounts if _STAFF.search(other.name) and not _POSTS.search(other.name)]
        posts = [other for other in amounts if _POSTS.search(other.name)]
        return ("execution", [(staff[0], posts[0])]) if len(staff) == len(posts) == 1 else None
    if _EXECUTION.search(name):
        return _with_divisors([other for other in amounts if SPENT.search(other.name) and other.side != "plan"], amounts, column)
    if _SAVING.search(name):
        bought = [other for other in amounts if _BOUGHT.search(other.name) and other.side != "plan"]
        planned = [other for other in amounts if other.side == "plan"]
        return ("saving", [(bought[0], planned[0])]) if len(bought) == len(planned) == 1 else None
    if _GROWTH.search(name):
        pairs = compared(panel, amounts, column)
        return ("growth", pairs) if pairs else None
    if _SHARE.search(name) and "预算" not in name:
        left = [other for other in amounts if other.index < column.index]
        return ("share", [(left[-1], left[-1])]) if left else None
    return None


def _kin(panel: Panel, column: Column) -> list[Column]:
    """The columns under the same header group, where the group holds operands; else all of the panel."""
    group = [other for other in panel.columns if len(column.path) > 1 and other.path[:-1] == column.path[:-1] and other is not column]
    return (
        group
        if len([other for other in group if other.role == "amount"]) > 1
        else [other for other in panel.columns if other is not column]
    )


def _with_divisors(spent: list[Column], amounts: list[Column], column: Column) -> tuple[Kind, list[Pair]] | None:
    """The actual column nearest to the left of the rate over every budget column, the customary one first."""
    left = [other for other in spent if other.index < column.index] or spent
    if not left:
        return None
    actual = left[-1]
    budgets: list[Column] = []
    for budget in BUDGETS:
        budgets += [other for other in amounts if other not in (actual, *budgets) and budget.search(other.name) and other not in spent]
    return ("execution", [(actual, budget) for budget in budgets]) if budgets else None


def _ways(kind: Kind, line: Line, operands: list[Pair]) -> Iterator[Way]:
    for columns in operands:
        first, second = (line.figure(column) for column in columns)
        if first is None or second is None or first.kind != second.kind:
            continue
        if kind == "score":  # exact, as scores are
            first, second = replace(first, kind="score"), replace(second, kind="score")
        named = ((first, columns[0].name), (second, columns[1].name))
        if kind == "change":
            yield Way(minus(first, second), f"{columns[0].name}-{columns[1].name}", named)
        elif kind == "score":
            yield Way(over(leaf(first, exact=True), leaf(second, exact=True)), f"{columns[0].name}÷{columns[1].name}", named)
        elif kind == "saving":
            yield Way(over(minus(second, first), second), f"（{columns[1].name}-{columns[0].name}）÷{columns[1].name}", named)
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
