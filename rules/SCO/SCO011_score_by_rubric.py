"""SCO011 得分与评分细则算出的不符

查什么  选定了评分细则的，按细则的评分标准，用报告写出的比率（差异率、控制率、执行率等）重算该指标的得分。
为什么  比率和得分写在同一处，按细则只能得出一个分数；不符说明打分时没有对照细则，或者比率后来改过。
怎样处理  先核对比率，再按细则定分；细则选得不对的，用 --rubric 另行指定。
不查    没有选定评分细则的；报告没有写出比率、细则没有写明这个比率得几分、报告的满分与细则不同的，计为“无法核对”；细则没有写明怎样取整的，各种取整都认可。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.rubrics.scored import Scored
from lint.rule import Bad, Good, rule
from lint.say import Say

MISSING = Say("报告没有写出评分细则所用的数，或者写得不止一个", "the number that the scoring table uses is not printed, or several are")
OPEN = Say("评分细则没有写明这个数得几分", "the scoring table does not tell what this number earns")
OTHER_FULL = Say("报告写的满分与评分细则不同", "the full mark is not that of the scoring table")
BOUGHT = "采购管理（满分8分，自评得分8分）。\n①政府采购执行率（满分3分，自评得分{}分）。\n2022年的政府采购执行率＝{}÷12.15×100%＝{}。\n②采购合规性（满分5分，自评得分5分）。\n"
TABLE = "部门整体支出绩效自评表\n一级指标 | 三级指标 | 分值 | 得分 | 说明\n投入 | 财政供养人员控制率 | 5 | {} | 财政供养人员控制率为{}\n投入 | 三公经费变动率 | 5 | 5 | 三公经费变动率为-3.2%\n"


@rule(
    "SCO011",
    name="score-by-rubric",
    severity="warning",
    precision="rounded",
    needs=("full", "operand"),
    title="The score is not what the scoring table gives",
    says=Say(
        "“{name}”写{claimed}，按评分细则“{rubric}”应得{derived}：{working}",
        "“{name}” is given {claimed}; the scoring table “{rubric}” gives {derived}: {working}",
    ),
    bad=[
        Bad(BOUGHT.format("3", "6.2", "51.03%"), claimed="3分", derived="1.53分", severity="warning", rubric="guangdong-county/2022"),
        Bad(TABLE.format("5", "110%"), claimed="5", derived="0分", severity="warning", rubric="yueyang-department/2018"),
    ],
    good=[
        Good(BOUGHT.format("3", "12.15", "100%"), rubric="guangdong-county/2022"),
        Good(TABLE.format("3.5", "103%"), rubric="yueyang-department/2018"),
        Good(TABLE.format("3", "几乎没有变化"), outcome="undecided", rubric="yueyang-department/2018"),
        Good(TABLE.format("3", "110%"), outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    usual = {found.awarded.span for found in facts.indicators if found.awarded is not None}
    for found in facts.scored:
        if found.awarded.span in facts.ruled or found.awarded.span not in usual:
            yield _judged(found)


def _judged(found: Scored) -> Check:
    node = found.pair.node
    related = [Related(node.full, "full")] if node.full else []
    related += [Related(figure, "operand", found.indicator.name) for figure in found.values.values()]
    for doubt, reason in ((found.missing, MISSING), (not found.pair.agrees, OTHER_FULL)):
        if doubt:
            return Check.undecided(found.awarded, reason, related)
    if found.is_open:
        return Check.undecided(found.awarded, OPEN, related)
    verdict = Check.agrees if found.is_admitted else Check.observe
    made = verdict(found.awarded, related, name=node.name, rubric=found.choice.rubric.name)
    made = made.but(claimed=str(found.awarded), derived=found.derived(), working=found.working())
    if found.is_admitted:
        return made
    return made.but(severity=found.choice.severity(found.indicator), note=found.choice.doubt(found.indicator))
