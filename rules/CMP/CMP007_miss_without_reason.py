"""CMP007 没有达到指标值，也没有写原因

查什么  自评表有“偏差原因”“未完成原因”一栏的，完成值没有达到指标值（晚于要求的日期），这一栏却空着或者写“无”。
为什么  表样要求没有完成的逐项说明原因和改进措施；不写，复核的人看不出是没有完成，还是完成值填错。
怎样处理  先核对完成值和指标值；确实没有完成的，补写原因和改进措施。
不查    没有达到却得满分的（见SCO009）；看不出要求大于还是小于的；没有原因一栏的表。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.target import Target
from lint.rule import Bad, Good, rule
from lint.say import Say

FORM = "转移支付区域绩效目标自评表\n三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施\n巡查次数 | {} | {} | {}\n清淤长度 | ≥12公里 | 12.5公里 | \n"


@rule(
    "CMP007",
    name="miss-without-reason",
    severity="warning",
    precision="order",
    needs=("limit",),
    title="A result misses its target and no reason is given",
    says=Say(
        "“{name}”指标值{target}，完成值{done}，没有达到，“{column}”一栏却没有写原因",
        "“{name}” has the target {target} and the result {done}, which misses it, but the column “{column}” gives no reason",
    ),
    bad=[
        Bad(FORM.format("≥24次", "20次", ""), claimed="20次"),
        Bad(FORM.format("6月底前", "9月", "无"), claimed="9月"),
    ],
    good=[
        Good(FORM.format("≥24次", "26次", "")),
        Good(FORM.format("≥24次", "20次", "汛期道路中断"), outcome="holds"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.indicators:
        if not isinstance(found, Target) or not found.asked or found.is_met is None or found.in_full:
            continue
        related = [Related(found.target, "limit", found.heads[0])]
        if found.is_met or found.excused:
            yield Check.agrees(found.done, related)
        else:
            made = Check.observe(found.done, related, name=found.name, target=found.wanted, done=found.came, column=found.asked)
            yield made.but(claimed=found.came)
