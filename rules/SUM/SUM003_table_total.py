"""SUM003 表格合计与分项不符

查什么  表格中的合计、小计、总计行，“其中：”所属各行，一、（一）1. 等分级行，类、款、项科目，以及“加：”“减：”各行，逐列核对是否等于所列各行之和（差）。
为什么  合计行是表内各行之和；不等说明至少一处填错，或者漏列、重列了一行。
怎样处理  先核对相差的金额是否恰为某一行；再核对各行；最后改合计。
不查    评分表的分值、得分列（见 SCO）；比率列；“其中”只列举一部分而小于上级的；有空白单元格而合计大于各项的，计为“无法核对”；合计为零或空白的见 TPL003。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.expression import Expression, added, minus
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.tables.crossfoot import TableSum

NOT_ALL = Diagnosis("open-list", Say("“其中”可能没有列全", "the list may not be complete"), innocent=True)
GAP = Say("“{label}”一格没有数字，无法核对合计", "the cell of “{label}” holds no number")
OPEN = Say("“其中”可能只列举了一部分，小于上级数，不下结论", "the parts may be only some of those that make up the total")


@rule(
    "SUM003",
    name="table-total",
    severity="error",
    precision="rounded",
    needs=("part",),
    title="A total of a table differs from the sum of its rows",
    says=Say(
        "表中“{name}”为{claimed}，所列各行合计{derived}（{working}），相差{difference}",
        "the table's “{name}” is {claimed}, its rows add up to {derived} ({working}), off by {difference}",
    ),
    bad=[
        Bad("单位：万元\n项目 | 预算数\n合计 | 530\n1.出国费 | 30\n2.接待费 | 60\n3.用车费 | 410\n", claimed="530万元", derived="500万元"),
        Bad(
            "单位：万元\n项目 | 决算数 | 上年数\n办公费 | 12.50 | 11.00\n差旅费 | 7.30 | 6.00\n合计 | 20.80 | 17.00\n",
            claimed="20.80万元",
            derived="19.8万元",
        ),
        Bad(
            "单位：万元\n科目编码 | 科目名称 | 金额\n201 | 一般公共服务支出 | 90.00\n20101 | 人大事务 | 60.00\n20103 | 政府办公室 | 35.00\n合计 | | 90.00\n",
            claimed="90.00万元",
            derived="95万元",
        ),
    ],
    good=[
        Good("单位：万元\n项目 | 预算数\n合计 | 500\n1.出国费 | 30\n2.接待费 | 60\n3.用车费 | 410\n其中：购置 | 250\n运行 | 160\n"),
        Good("单位：万元\n项目 | 金额\n合计 | 500\n其中：设备购置 | 180\n", outcome="undecided"),
        Good("单位：万元\n项目 | 金额\n一、期初结余 | 30\n加：本期收入 | 50\n减：本期支出 | 60\n二、期末结余 | 20\n"),
        Good("单位：万元\n项目 | 金额\n工资 | 100.26\n公用 | 20.26\n合计 | 120.53\n", outcome="rounding"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.table_sums:
        if found.total is None or found.is_empty:
            continue
        parts = [Related(part, "part", label) for part, label in zip(found.parts, found.labels, strict=True)]
        made = Check.equal(found.total, _formula(found), parts, manner=f"table-{found.manner}", name=found.name)
        yield _judged(made, found) if made.outcome == "broken" else made


def _formula(found: TableSum) -> Expression:
    taken = [part for part, sign in zip(found.parts, found.signs, strict=True) if sign < 0]
    given = added(part for part, sign in zip(found.parts, found.signs, strict=True) if sign > 0)
    return minus(given, *taken) if taken else given


def _judged(made: Check, found: TableSum) -> Check:
    """A sum that is off: open lists and blanks are no contradiction, a structure that nothing confirms is a prompt."""
    if not found.is_settled:
        reason = GAP.of(label=found.gaps[0]) if found.gaps else OPEN
        return made.but(outcome="undecided", reason=reason)
    return made.but(
        severity="warning" if found.is_doubtful or found.guessed else made.severity,
        diagnosis=None if found.closed == "yes" or found.is_over else NOT_ALL,
    )
