"""RAT007 人均（户均、车均）数与总额、数量不符

查什么  同一句里写出总额、数量和平均数的，平均数应等于总额除以数量（单位换算后）；平均数带有总额名称的（车均运行维护费），总额写在同段前文也核对。
为什么  平均数常手工填写，容易用错总额或数量，也容易把元写成万元。
怎样处理  按计算式复核；数量用年平均数的，应写明。
不查    没有写出总额，或者同一句里没有写出数量的，不推算。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import over
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "RAT007",
    name="per-head",
    severity="error",
    precision="ratio",
    needs=("count", "whole"),
    title="An average differs from amount over number",
    says=Say(
        "{name}写{claimed}，按{working}计算为{derived}，相差{difference}",
        "{name} is stated as {claimed}; {working} gives {derived}, a difference of {difference}",
    ),
    bad=[
        Bad("公务用车运行维护费50.76万元，年末保有量18辆，车均运行维护费3.82万元。", claimed="3.82万元", derived="2.82万元"),
        Bad("发放补助资金36万元，惠及农户120户，户均补助300元。", claimed="300元", derived="3000元"),
        Bad("公务用车运行维护费50.76万元。购置2辆，年末保有量18辆，车均运行维护费3.82万元。", claimed="3.82万元", derived="2.82万元"),
        Bad("培训支出36万元，培训120人，人均培训费300元。", claimed="300元", derived="3000元"),
    ],
    good=[
        Good("公务用车运行维护费50.76万元，年末保有量18辆，车均运行维护费2.82万元。"),
        Good("项目总投资446.4万元，户均补助3600元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for claim in facts.per_head:
        roles = [Related(claim.amount.figure, "whole", claim.amount.title), Related(claim.number.figure, "count", claim.number.title)]
        yield Check.equal(claim.average.figure, over(claim.amount.figure, claim.number.figure), roles, name=claim.name)
