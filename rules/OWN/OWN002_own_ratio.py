"""OWN002 与自定的比率规则不符

查什么  gouji.toml 中 [[ratio]] 定义的比率应等于分子÷分母；规定了下限（least）、上限（most）的，分子与分母也按它核对，不论报告写没写比率。
为什么  配套率、到位率等各地算法不同，写明算法才能核对。
怎样处理  核对比率、分子、分母；规则本身不适用的，改 gouji.toml 中的那一条。
不查    分子、分母没有写或者写了几个不同的数的，比率没有百分号又看不出单位的，不下结论；只差末位一个单位的作为提示。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import constant, over, times
from lint.facts import Facts
from lint.own.amount import Amount
from lint.own.records import OwnRatio
from lint.relation import Operator
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.owned.bound import Bound

SETTINGS = """
[[ratio]]
name = "配套率"
part = ["县级配套", "市县配套"]
whole = ["专项资金总额"]
"""
LIMITS = """
[[ratio]]
name = "公用经费占比"
part = ["公用经费"]
whole = ["基本支出"]
most = "30%"
message = "公用经费超过本县规定的三成"
why = "县财预规定公用经费不超过基本支出的30%"
"""
SAYS = Say(
    "按自定规则“{own}”（{place}），“{name}”应为{working}＝{derived}，报告写{claimed}，相差{difference}",
    "by the rule “{own}” ({place}), “{name}” should be {working} = {derived}, but is {claimed}, off by {difference}",
)
BEYOND = Say(
    "按自定规则“{own}”（{place}），“{name}”应{order}{limit}＝{derived}，报告写{claimed}",
    "by the rule “{own}” ({place}), “{name}” should be {order} {limit} = {derived}, but is {claimed}",
)
UNSIGNED = Say(
    "比率写{claimed}，没有百分号，与分子÷分母不等；以百分数填写的，在规则中写 times = 100", "the ratio {claimed} has no percent sign"
)
MIXED = Say("分子与分母的单位不同，而比率是百分数", "part and whole have different units")
ZERO = Say("分母不是正数", "the whole is not positive")


@rule(
    "OWN002",
    name="own-ratio",
    severity="error",
    precision=("ratio", "order"),
    needs=("part|whole|limit|operand",),
    title="A ratio that the user's own rule defines, or limits, and that is another",
    says=SAYS,
    bad=[
        Bad("专项资金总额500万元，县级配套100万元，配套率25%。", "25%", "20%", settings=SETTINGS),
        Bad(
            "各镇资金\n单位：万元\n镇 | 专项资金总额 | 市县配套 | 配套率\n甲镇 | 200 | 50 | 25%\n乙镇 | 300 | 50 | 20%\n",
            "20%",
            "16.67%",
            settings=SETTINGS,
        ),
        Bad("基本支出1000万元，其中公用经费320万元。", "320万元", "300万元", settings=LIMITS),
        Bad("专项资金总额300.00万元，县级配套50.00万元，配套率16.68%。", "16.68%", "16.6667%", severity="info", settings=SETTINGS),
    ],
    good=[
        Good("专项资金总额300万元，县级配套50万元，配套率16.67%。", settings=SETTINGS),
        Good("专项资金总额500万元，配套率25%。", "undecided", settings=SETTINGS),
        Good(
            "资金\n单位：万元\n镇 | 专项资金总额 | 市县配套 | 配套率\n甲镇 | 300 | 50 | 16.67%\n乙镇 | 300 | 60 | 20%\n", settings=SETTINGS
        ),
        Good("基本支出1000万元，其中公用经费300万元。", settings=LIMITS),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    if facts.owned is None:
        return
    for found in facts.owned.ratios.bound:
        if unclear := found.reason or found.gap:
            yield found.undecided(unclear)
        elif len(found.figures) > 1:
            yield _rate(found)
        else:
            yield from _limited(found)
    for absent in facts.owned.ratios.absent:
        yield Check.undecided(absent.figure, absent.reason)


def _rate(found: Bound[OwnRatio]) -> Check:
    """The printed ratio against its part and whole."""
    (part, part_name), (whole, whole_name) = found.figures
    rate, same = found.figure, part.kind == whole.kind
    factor = found.rule.times if rate.kind != "percent" else 1  # 25% is 0.25 as it stands
    if rate.kind == "percent" and not same:
        return found.undecided(MIXED)
    formula = over(part, whole) if factor == 1 else times(over(part, whole), constant(factor))
    related = [Related(part, "part", part_name), Related(whole, "whole", whole_name)]
    made = Check.equal(rate, formula, related, binding=found.binding, name=found.first.printed)
    if rate.kind == "bare" and same and factor == 1 and made.outcome == "broken":
        return found.undecided(UNSIGNED.of(claimed=rate))
    return found.told(made, SAYS)


def _limited(found: Bound[OwnRatio]) -> Iterator[Check]:
    """The part against the least and the most that the whole allows."""
    whole, name = found.figures[0]
    if whole.value <= 0:
        yield found.undecided(ZERO)
        return
    bounds: tuple[tuple[Operator, Amount | None], ...] = (("≥", found.rule.least), ("≤", found.rule.most))
    for operator, bound in bounds:
        if bound is not None:
            limit = times(constant(bound.value, percent=True), whole)
            values = {"name": found.first.printed, "order": operator, "limit": limit.show(bare=False)}
            made = Check.ordered(found.figure, operator, limit, [Related(whole, "whole", name)], binding=found.binding, **values)
            yield found.told(made.but(message=BEYOND), BEYOND)
