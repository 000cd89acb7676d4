"""TPL004 完成值照抄指标值

查什么  自评表的完成值连同“≥”“不低于”等字样与指标值完全一样。
为什么  完成值应当是实际数；连符号一起照抄，说明没有填写实际完成情况，得分也就没有依据。
怎样处理  按实际完成情况填写具体数字，再核对得分。
不查    完成值恰好等于指标值、没有照抄符号的；指标值本身没有符号的。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.targets import Target
from lint.rule import Bad, Good, rule
from lint.say import Say

FORM = "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n培训人次 | ≥100人次 | {} | 15 | 15\n清淤长度 | ≥12公里 | {} | 20 | 20\n"


@rule(
    "TPL004",
    name="target-copied",
    severity="info",
    title="Results are copies of their targets",
    says=Say(
        "有{count}项指标的完成值照抄指标值（如“{name}”写“{claimed}”），没有写实际完成数",
        "{count} results are copies of their targets (“{name}”: {claimed}), signs included; no actual number is given",
    ),
    bad=[Bad(FORM.format("≥100人次", "≥12公里"), claimed="100人次")],
    good=[Good(FORM.format("100人次", "12公里"))],
)
def check(facts: Facts) -> Iterator[Check]:
    rows = [found for found in facts.indicators if isinstance(found, Target)]
    copied = [found for found in rows if found.copied]
    if copied:
        related = [Related(found.done, "same", found.name) for found in copied]
        made = Check.observe(copied[0].done, related[1:], name=copied[0].name, count=len(copied))
        yield made.but(claimed=str(copied[0].done))
    elif rows:
        yield Check.agrees(rows[0].done)
