"""OWN001 与自定的合计规则不符

查什么  gouji.toml 中 [[sum]] 规定的合计应等于各分项之和。先看同一行列、同一清单、同一句、同一段，再按名称、年度、单位在全文中找。
为什么  各地、各专项资金有自己的勾稽关系，写成规则后每份报告都按它核对。
怎样处理  逐项核对所列各数；规则本身不适用的，改 gouji.toml 中的那一条。
不查    有分项没有写、一个名称在文中有几个不同的数、名称只是相近的，都不下结论，并说明原因；空格按没有处理，合计更大的不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import added
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SETTINGS = """
[[sum]]
name = "专项资金合计"
whole = ["专项资金总额", "专项资金合计"]
parts = [["中央资金"], ["省级资金"], ["市县配套", "县级配套"]]
"""
SAYS = Say(
    "按自定规则“{own}”（{place}），“{name}”应为各项之和{derived}（{working}），报告写{claimed}，相差{difference}",
    "by the rule “{own}” ({place}), “{name}” should be the sum of its parts, {derived} ({working}), but is {claimed}, off by {difference}",
)


@rule(
    "OWN001",
    name="own-sum",
    severity="error",
    precision="rounded",
    needs=("part",),
    title="A total that the user's own rule says is the sum of its parts, and is not",
    says=SAYS,
    bad=[
        Bad("安排专项资金总额500万元，其中：中央资金300万元，省级资金100万元，县级配套120万元。", "500万元", "520万元", settings=SETTINGS),
        Bad(
            "资金表\n单位：万元\n项目 | 预算数 | 决算数\n专项资金合计 | 500 | 480\n中央资金 | 300 | 290\n省级资金 | 100 | 100\n市县配套 | 100 | 80\n",
            "480万元",
            "470万元",
            settings=SETTINGS,
        ),
        Bad(
            "专项资金总额500万元。\n\n中央资金3000000元已下达。\n\n省级资金100万元，县级配套120万元。",
            "500万元",
            "520万元",
            severity="warning",
            settings=SETTINGS,
        ),
    ],
    good=[
        Good("专项资金总额500万元，其中：中央资金300万元，省级资金100万元，市县配套100万元。", settings=SETTINGS),
        Good("专项资金总额500万元，其中：中央资金300万元，省级资金100万元。", "undecided", settings=SETTINGS),
        Good("专项资金总额500万元，中央资金300万元，其他省级资金100万元，县级配套120万元。", "undecided", settings=SETTINGS),
        Good("全年开展培训3次。", "undecided", settings=SETTINGS),
        Good("专项资金总额500万元，其中：中央资金300万元，省级资金100万元，县级配套120万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    if facts.owned is None:
        return
    for found in facts.owned.sums.bound:
        if unclear := found.reason or (found.gap if not found.figures else None):
            yield found.undecided(unclear)
        else:
            related = [Related(figure, "part", name) for figure, name in found.figures]
            formula = added(figure for figure, _ in found.figures)
            yield found.told(Check.equal(found.figure, formula, related, binding=found.binding, name=found.first.printed), SAYS)
    for absent in facts.owned.sums.absent:
        yield Check.undecided(absent.figure, absent.reason)
