"""REF006 两张表中的同一项数字不一致

查什么  本文件两张表都列有的项目，年度、预算或决算口径、列的含义都相同，而且两列的合计相同的，逐项核对；两张表把同一笔数分成相同的几列（如人员经费、公用经费）的，核对各列合计。
为什么  各表从同一套数据取数；合计相同而分项不同，说明其中一张填错，或者改了一张没有改另一张。
怎样处理  以批复或者账簿为准，改另一张表，再核对引用它的正文。
不查    两列合计不同的（范围未必相同）；同名而所属上级科目不同的；表中同名项目出现几次的。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import as_expression
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission


@rule(
    "REF006",
    name="table-against-table",
    severity="error",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="Two tables give different values for the same item",
    says=Say(
        "“{name}”在“{second}”中为{claimed}，在“{first}”中为{derived}，相差{difference}",
        "“{name}” is {claimed} in “{second}” but {derived} in “{first}”, off by {difference}",
    ),
    bad=[
        Bad(
            "2024年收支预算总表\n单位：万元\n项目 | 预算数\n教育支出 | 60\n卫生支出 | 30\n住房支出 | 15\n农林支出 | 5\n合计 | 110\n\n"
            "2024年支出预算表\n单位：万元\n项目 | 合计\n教育支出 | 60\n卫生支出 | 30\n住房支出 | 11\n农林支出 | 9\n合计 | 110\n",
            claimed="11万元",
            derived="15万元",
        ),
        Bad(
            "2024年支出预算总表\n单位：元\n项目 | 人员经费 | 公用经费\n教育支出 | 60 | 20\n卫生支出 | 30 | 10\n合计 | 90 | 30\n\n"
            "2024年基本支出预算表\n单位：元\n科目 | 人员经费 | 公用经费\n工资 | 85 | 0\n办公费 | 0 | 35\n合计 | 85 | 35\n",
            claimed="85元",
            derived="90元",
        ),
    ],
    good=[
        Good(
            "2024年收支预算总表\n单位：万元\n项目 | 预算数\n教育支出 | 60\n卫生支出 | 30\n合计 | 90\n\n"
            "2024年支出预算表\n单位：万元\n项目 | 合计\n教育支出 | 60\n卫生支出 | 30\n合计 | 90\n"
        ),
        Good(
            "2024年收支预算总表\n单位：万元\n项目 | 预算数\n教育支出 | 60\n卫生支出 | 30\n合计 | 90\n\n"
            "2024年财政拨款预算表\n单位：万元\n项目 | 预算数\n教育支出 | 50\n卫生支出 | 30\n合计 | 80\n",
            outcome=None,
        ),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for pair in facts.twice:
        made = Check.equal(
            pair.later,
            as_expression(pair.earlier),
            [Related(pair.earlier, "same", pair.first)],
            binding="named",
            manner="table-table",
            name=pair.name,
            first=pair.first,
            second=pair.second,
        )
        yield made if pair.sure or made.outcome != "broken" else made.but(severity="warning")
