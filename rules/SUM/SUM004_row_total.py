"""SUM004 表格横向合计与各列不符，或者收支总计不平

查什么  表头写明合计、小计的列，逐行核对是否等于同组各列之和；表头印有字母公式（C=A+B）的，按公式核对；收支总表的收入总计应等于支出总计。
为什么  横向、纵向都应平衡；只有一向不平的，往往是某一格填错行或者填错列。
怎样处理  先看这一行各格是否错位，再核对相差的金额。
不查    “其中”列、预算与执行并列的表、比率列；有空白单元格而合计大于各列之和的，计为“无法核对”。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import Expression, added, as_expression, minus
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.tables.rowfoot import RowSum

GAP = Say("“{label}”一格没有数字，无法核对合计", "the cell under “{label}” holds no number")
OPEN = Say("没有其他行可以印证这些列是合计的全部，不下结论", "no other row confirms that these columns make up the total")
BALANCE = Say(
    "{name}{claimed}与支出总计{derived}不相等，相差{difference}",
    "{name} {claimed} differs from total expenditure {derived} by {difference}",
)


@rule(
    "SUM004",
    name="row-total",
    severity="error",
    precision="rounded",
    needs=("part|same",),
    title="A total across a table's columns differs from their sum",
    says=Say(
        "表中“{name}”为{claimed}，同行各列合计{derived}（{working}），相差{difference}",
        "the table's “{name}” is {claimed}, the columns of its row add up to {derived} ({working}), off by {difference}",
    ),
    bad=[
        Bad(
            "单位：万元\n项目 | 合计 | 基本支出 | 项目支出\n教育支出 | 90 | 60 | 30\n住房支出 | 25 | 18 | 9\n",
            claimed="25万元",
            derived="27万元",
        ),
        Bad(
            "单位：万元\n收入 | 金额 | 支出 | 金额\n财政拨款 | 80 | 基本支出 | 50\n其他收入 | 5 | 项目支出 | 38\n收入总计 | 85 | 支出总计 | 88\n",
            claimed="85万元",
            derived="88万元",
        ),
    ],
    good=[
        Good("单位：万元\n项目 | 合计 | 基本支出 | 项目支出\n教育支出 | 90 | 60 | 30\n住房支出 | 27 | 18 | 9\n"),
        Good(
            "单位：万元\n收入 | 金额 | 支出 | 金额\n财政拨款 | 80 | 基本支出 | 50\n其他收入 | 5 | 项目支出 | 35\n收入总计 | 85 | 支出总计 | 85\n"
        ),
        Good("单位：万元\n项目 | 合计 | 中央 | 省级\n补助 | 90 | 60 | \n", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.row_sums:
        related = [Related(part, "part", label) for part, label in zip(found.parts, found.labels, strict=True)]
        made = Check.equal(found.total, _formula(found), related, manner="table-columns", name=found.name)
        yield _judged(made, found) if made.outcome == "broken" else made
    for balance in facts.balances:
        related = [Related(balance.spending, "same", "支出总计")]
        yield Check.equal(balance.income, as_expression(balance.spending), related, name=balance.name).but(message=BALANCE)


def _formula(found: RowSum) -> Expression:
    taken = [part for part, sign in zip(found.parts, found.signs, strict=True) if sign < 0]
    given = added(part for part, sign in zip(found.parts, found.signs, strict=True) if sign > 0)
    return minus(given, *taken) if taken else given


def _judged(made: Check, found: RowSum) -> Check:
    """A row that is off: a contradiction where other rows balance by the same columns or the header groups them, else a prompt."""
    if found.gaps and not found.is_over:
        return made.but(outcome="undecided", reason=GAP.of(label=found.gaps[0]))
    if not found.is_over and (found.partial or not (found.confirmed or found.grouped)):
        return made.but(outcome="undecided", reason=OPEN)
    return made.but(severity=made.severity if found.confirmed or found.grouped else "warning")
