"""SCO010 预算执行率的得分与执行率不对应

查什么  自评表资金一栏写有分值、执行率和得分的，以及预算执行率列为一项指标、指标值为100%的，按“得分＝分值×执行率，不超过分值”重算。
为什么  财政部自评表样规定预算执行率按比例计分；得分偏高或者偏低，总分随之失实。
怎样处理  核对执行率和本地评分办法；本地另有分档办法的，在表中注明。
不查    得分按四舍五入取整的，视为相符；文中写明执行率按分档或者扣分办法计分的，计为“无法核对”；评分细则写明怎样得分的，由 SCO011 核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import leaf, times
from lint.facts import Facts
from lint.facts.scores.target import Executed
from lint.rule import Bad, Good, rule
from lint.say import Say

OWN_WAY = Say("文中另写了预算执行率的评分办法，不按比例核对", "the report tells its own way of scoring the execution rate")
FORM = "项目支出绩效自评表\n项目名称 | 河道清淤\n项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n年度资金总额 | 100 | {} | 10 | {} | {}\n"

ROW = "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 全年完成值 | 分值 | 得分\n预算执行率 | 100% | {} | 10 | {}\n"


@rule(
    "SCO010",
    name="score-for-execution",
    severity="warning",
    precision=("ratio", "order"),
    needs=("full", "operand"),
    asserts="goal",
    title="The score of the execution rate is not full mark times rate",
    says=Say(
        "“{name}”执行率{rate}，分值{full}，按比例应得{derived}，写{claimed}，相差{difference}",
        "“{name}”: the rate is {rate} of {full}, which gives {derived} in proportion, but {claimed} is printed, off by {difference}",
    ),
    bad=[
        Bad(FORM.format("60", "60%", "10"), claimed="10", derived="6"),
        Bad(FORM.format("99", "99%", "9"), claimed="9", derived="9.9"),
        Bad(FORM.format("100", "100%", "9"), claimed="9", derived="10"),
        Bad(ROW.format("94.20%", "9.92"), claimed="9.92", derived="9.42"),
    ],
    good=[
        Good(FORM.format("90", "90%", "9")),
        Good(FORM.format("86", "86%", "9"), outcome="holds"),
        Good(FORM.format("97.92", "97.92%", "9.79"), outcome="holds"),
        Good(FORM.format("120", "120%", "10")),
        Good(FORM.format("80", "80%", "6") + "说明：执行率95%以上得10分，80%以上得6分\n", outcome="undecided"),
        Good(ROW.format("94.20%", "9.42")),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.indicators:
        if isinstance(found, Executed) and found.awarded.span not in facts.ruled:
            yield _judged(found)


def _judged(found: Executed) -> Check:
    related = [Related(found.full, "full"), Related(found.rate, "operand", "执行率")]
    if found.rate.value > 1:
        capped = Check.ordered(found.awarded, "≤", found.full, related, name=found.name, rate=found.rate, full=found.full)
        return capped if capped.outcome != "broken" else capped.but(severity="error")
    made = Check.equal(
        found.awarded, times(leaf(found.full, exact=True), found.rate), related, name=found.name, rate=found.rate, full=found.full
    )
    if made.outcome != "broken":
        return made
    if found.noted:
        return made.but(outcome="undecided", reason=OWN_WAY)
    return made.but(severity="warning")
