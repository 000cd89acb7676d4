"""CMP006 完成值远超指标值

查什么  指标值要求“不低于”的，完成值达到指标值两倍以上。
为什么  超出一倍多，往往是指标值定得过低，或者完成值、单位填错；财政部门通常要求说明。
怎样处理  核对完成值和单位；无误的，说明超额原因，下一年度调整指标值。
不查    要求“不超过”的和时间、金额类指标；指标值不足3的计数（1个做成2个不算远超）。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.target import Target
from lint.number import plain
from lint.rule import Bad, Good, rule
from lint.say import Say

TWICE = 2
FEW = 3
"""A target below this is often passed by far."""
FORM = "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n培训人次 | {} | {} | 15 | 15\n清淤长度 | ≥12公里 | 12.5公里 | 20 | 20\n"


@rule(
    "CMP006",
    name="far-over-target",
    severity="info",
    precision="order",
    needs=("limit",),
    title="A result is far above its target",
    says=Say(
        "“{name}”指标值{target}，完成值{claimed}，是指标值的{times}倍，请说明原因",
        "“{name}” has the target {target} and the result {claimed}, {times} times as much",
    ),
    bad=[Bad(FORM.format("≥100人次", "243人次"), claimed="243人次"), Bad(FORM.format("≥10场", "26场"), claimed="26场")],
    good=[
        Good(FORM.format("≥100人次", "120人次")),
        Good(FORM.format("≥1人次", "2人次"), outcome="holds"),
        Good(FORM.format("≤100人次", "20人次"), outcome="holds"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.indicators:
        if isinstance(found, Target) and (times := found.times) is not None:
            related = [Related(found.target, "limit", found.heads[0])]
            if times < TWICE or (found.target.value < FEW and found.target.kind != "percent"):
                yield Check.agrees(found.done, related)
            else:
                made = Check.observe(found.done, related, name=found.name, target=found.wanted, times=plain(times, 2))
                yield made.but(claimed=str(found.done))
