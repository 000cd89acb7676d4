"""TPL004 完成值照抄指标值

查什么  自评表的完成值连同“≥”“不低于”等字样与指标值完全一样；或者一张表里要求“不低于”“不超过”的指标有四项以上，完成值没有一项与指标值不同。
为什么  完成值应当是实际数；连符号一起照抄，或者项项恰好等于指标值，多半没有填写实际完成情况，得分也就没有依据。
怎样处理  按实际完成情况填写具体数字，再核对得分；确实项项恰好完成的，保留佐证材料。
不查    个别指标恰好等于指标值、没有照抄符号的；100%；指标值本身没有符号的。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.target import Target
from lint.rule import Bad, Good, rule
from lint.say import Say

MANY = 4
"""From so many indicators on it is no accident that every result is its target."""
ALL = Say(
    "{count}项要求“不低于”“不超过”的指标，完成值项项恰好等于指标值（如“{name}”{target}，完成{claimed}），像是照抄，请核对实际完成数",
    "all {count} results equal the limits that their targets set (“{name}”: {target}, done {claimed}), as if copied",
)
FORM = "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n培训人次 | ≥100人次 | {} | 15 | 15\n清淤长度 | ≥12公里 | {} | 20 | 20\n"
MORE = "受益群众满意度 | ≥91.7% | {} | 15 | 15\n总成本 | ≤480万元 | {} | 20 | 20\n"


@rule(
    "TPL004",
    name="target-copied",
    severity="info",
    precision="exact",
    title="Results are copies of their targets",
    says=Say(
        "有{count}项指标的完成值照抄指标值（如“{name}”写“{claimed}”），没有写实际完成数",
        "{count} results are copies of their targets (“{name}”: {claimed}), signs included; no actual number is given",
    ),
    bad=[
        Bad(FORM.format("≥100人次", "≥12公里"), claimed="100人次"),
        Bad(FORM.format("100人次", "12公里") + MORE.format("91.7%", "480万元"), claimed="100人次"),
    ],
    good=[
        Good(FORM.format("100人次", "12公里")),
        Good(FORM.format("100人次", "12公里") + MORE.format("93%", "480万元"), outcome="holds"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    rows = [found for found in facts.indicators if isinstance(found, Target)]
    copied = [found for found in rows if found.copied]
    limits = [found for found in rows if found.sense in ("least", "most") and not found.is_whole]
    if copied:
        yield _seen(copied)
    elif len(limits) >= MANY and all(found.is_exactly_met for found in limits):
        yield _seen(limits).but(message=ALL, values={"target": limits[0].wanted})
    elif rows:
        yield Check.agrees(rows[0].done)


def _seen(rows: list[Target]) -> Check:
    related = [Related(found.done, "same", found.name) for found in rows[1:]]
    return Check.observe(rows[0].done, related, name=rows[0].name, count=len(rows)).but(claimed=str(rows[0].done))
