"""REF005 同一名称的数字前后不一致

查什么  正文里同一名称、同一年度（同一月份、季度）、同一口径（预算或决算）、同一单位的金额，在不同段落写法是否一致；同一名称的百分比只差末位的，作为提示。
为什么  同一个数两处不同，至少有一处未更新或填错。
怎样处理  核对来源后统一；确属不同口径的，名称应写清楚。
不查    名称过短、过于笼统的，同一名称出现三个以上不同数值的（实为不同对象），分列在不同项目、单位名下的，不比较；
        同名百分比相差较大的，可能是目标与结果，不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import leaf
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

FAR = Say("同名百分比相差较大，可能是目标与结果，不下结论", "percentages of one name so far apart may be target and result")
ELSEWHERE = Say(
    "“{name}”此处写{claimed}，另一文件写{derived}，相差{difference}，请核对是否同一口径",
    "“{name}” is {claimed} here and {derived} in another file, a difference of {difference}",
)
LAST = 2
"""Steps in the last place up to which two percentages are one, worked out twice."""


@rule(
    "REF005",
    name="same-figure",
    severity="warning",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="The same quantity is stated with two values",
    says=Say(
        "“{name}”此处写{claimed}，前文写{derived}，相差{difference}，请核对是否同一口径",
        "“{name}” is {claimed} here and {derived} before, a difference of {difference}",
    ),
    bad=[
        Bad(
            "机关运行经费支出184.65万元，用于办公。\n\n其他说明：机关运行经费支出148.65万元，比上年略有增加。",
            claimed="148.65万元",
            derived="184.65万元",
        ),
        Bad(
            "项目总投资860万元，其中：省级补助资金560万元、县级配套资金300万元。\n\n经验做法：县级配套资金200万元按进度拨付。",
            claimed="200万元",
            derived="300万元",
        ),
        Bad("部门预算支出执行率为94.89%。\n\n综上，部门预算支出执行率为94.88%。", claimed="94.88%", derived="94.89%", severity="info"),
    ],
    good=[
        Good("机关运行经费支出184.65万元，用于办公。\n\n其他说明：机关运行经费支出184.65万元，比上年略有增加。"),
        Good("部门预算支出执行率为94.89%。\n\n三年来，部门预算支出执行率为90.12%。", outcome="undecided"),
        Good("全市一般公共预算收入182.47亿元。\n\n市本级一般公共预算收入54.18亿元。", outcome=None),
        Good("2022年度收支说明\n\n1-9月，全市一般公共预算收入248631万元。\n\n9月当月，全市一般公共预算收入25870万元。", outcome=None),
        Good("机关运行经费支出预算180.00万元。\n\n机关运行经费支出决算184.65万元。", outcome=None),
        Good("1.甲镇道路项目。安排中央补助资金120万元。\n\n2.乙镇供水项目。安排中央补助资金90万元。", outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for repeat in facts.repeats:
        first, again = repeat.first.figure, repeat.again.figure
        percent = again.kind == "percent"
        found = Check.equal(again, leaf(first), [Related(first, "same", repeat.first.title)], exact=percent, name=repeat.again.title)
        if first.file != again.file:
            found = found.but(message=ELSEWHERE)
        if not percent or found.outcome != "broken":
            yield found
        elif abs(again.value - first.value) <= LAST * max(first.step, again.step):
            yield found.but(severity="info")
        else:
            yield found.but(outcome="undecided", reason=FAR)
