"""RAT002 完成率（执行率）与预算数、执行数不符

查什么  “预算为A，支出决算为B，完成预算的百分之几”以及执行率、完工率等有名称的比率：应等于实际数除以计划数。
为什么  完成率决定得分；对不上说明预算数、执行数、完成率三者至少有一个填错，或分母口径写错。
怎样处理  按计算式复核；写明分母是年初预算、调整预算还是全年预算。
不查    没有找到分母的不下结论；零除以零的习惯写法（0%、100%）不下结论；只差末位的记为提示；换算单位后才相符的见 UNI002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.prose import slips
from lint.facts.prose.ratio import UNSAID
from lint.rule import Bad, Good, rule
from lint.say import Say

NO_PLAN = Say(
    "{name}写{claimed}，但计划数（预算数）为零，没有完成率",
    "{name} is stated as {claimed}, but the plan is zero: there is no completion rate",
)


@rule(
    "RAT002",
    name="completion-rate",
    severity="error",
    precision="ratio",
    needs=("actual", "budget"),
    title="Completion rate differs from actual over planned",
    says=Say(
        "{name}写{claimed}，按{working}计算为{derived}，相差{difference}",
        "the rate of {name} is stated as {claimed}; {working} gives {derived}, a difference of {difference}",
    ),
    bad=[
        Bad("2023年培训费年初预算为50万元，支出决算为40万元，完成年初预算的90%。", claimed="90%", derived="80%"),
        Bad("印刷费年初预算为0万元，支出决算为40万元，完成年初预算的95.89%。"),
        Bad(
            "采购预算200万元，其中货物150万元、服务50万元；实际采购180万元，其中货物140万元、服务40万元，预算执行率85%。",
            claimed="85%",
            derived="90%",
        ),
        Bad("年初预算500万元，调整后预算400万元，实际支出360万元，年初预算执行率90%。", claimed="90%", derived="72%"),
        Bad("危房改造计划任务为100户，实际完成改造150户，超任务43%。", claimed="43%", derived="50%"),
    ],
    good=[
        Good("国有企业资产58亿元，负债35亿元，其中城投集团资产负债率62.3%。", outcome="undecided"),
        Good("县级安排工作经费20万元；省级补助资金180万元，支出153万元，执行率85%。"),
        Good("县级安排工作经费20万元；省级拨来180万元，支出153万元，执行率80%。", outcome="undecided"),
        Good("应到位800万元，到位760万元，及时到位720万元，到位及时率94.74%。"),
        Good("发放3200万元，到期应收回2800万元，已收回2772万元，回收率99%。"),
        Good("2023年培训费年初预算为50万元，支出决算为40万元，完成年初预算的80%。"),
        Good("全年完成预算的80%，进展顺利，支出8万元。", outcome="undecided"),
        Good("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算100万元的90%。"),
        Good("2023年，茶叶收入90万元，完成预算的103%。2024年，茶叶收入预算安排100万元。", outcome="undecided"),
        Good("预算100万元，支出90万元，执行率90%，其中县级资金支出40万元，执行率95%。", outcome="undecided"),
        Good("预算100万元，其中县级资金50万元。支出90万元，执行率90%，其中县级资金支出40万元，执行率80%。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    elsewhere = {claim.figure for claim in facts.rederived}
    for ratio in facts.ratios:
        if ratio.kind == "share" or ratio.percent.figure in elsewhere:
            continue
        if ratio.part is None or ratio.whole is None or ratio.formula is None:
            yield Check.undecided(ratio.percent.figure, ratio.reason or UNSAID, name=ratio.title)
            continue
        roles = [Related(ratio.part.figure, "actual", ratio.part.title), Related(ratio.whole.figure, "budget", ratio.whole.title)]
        if not ratio.whole.figure.value and ratio.part.figure.value and ratio.binding != "near":
            yield Check.observe(ratio.percent.figure, roles, name=ratio.title, claimed=str(ratio.percent.figure)).but(message=NO_PLAN)
            continue
        if slips.unit_slip(ratio.percent.figure, ratio.formula):
            continue
        found = Check.equal(ratio.percent.figure, ratio.formula, roles, binding=ratio.binding, name=ratio.title)
        yield found.but(note=found.note or ratio.choice)
