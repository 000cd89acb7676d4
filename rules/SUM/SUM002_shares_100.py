"""SUM002 占比合计不为100%

查什么  同一合计下各分项的占比，分项已列全（各分项金额相加等于合计）时，占比之和应为100%。
为什么  分项金额合得上而占比合不上，说明至少一个占比填错。
怎样处理  用各分项金额重新计算占比。
不查    分项没有列全的不查；因四舍五入差一两个末位的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "SUM002",
    name="shares-100",
    severity="error",
    precision="rounded",
    needs=("part", "whole"),
    title="Shares of a complete split do not add to 100%",
    says=Say(
        "{name}的各项占比合计为{sum}（{working}），不等于100%",
        "the shares of {name} add to {sum} ({working}), not to 100%",
    ),
    bad=[
        Bad("支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占35%。"),
        Bad("本年收入合计200万元，其中：财政拨款收入120万元，占60%；事业收入60万元，占30%；其他收入20万元，占15%。"),
    ],
    good=[
        Good("支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占25%。"),
        Good(
            "本年收入合计300万元，其中：财政拨款收入100万元，占33.33%；事业收入100万元，占33.33%；其他收入100万元，占33.33%。",
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for split in facts.complete_shares:
        related = [Related(percent.figure, "part", percent.title) for percent in split.percents[1:]]
        if split.whole is not None:
            related.append(Related(split.whole.figure, "whole", split.whole.title))
        values = {"name": split.title, "sum": split.shown, "working": "+".join(str(percent.figure) for percent in split.percents)}
        verdict = Check.agrees if split.adds else Check.observe
        yield verdict(split.percents[0].figure, related, **values)
