"""REF002 正文与表格中的同一项数字不一致

查什么  正文写的项目在本文件的表格里也有一行（或者正文逐项列举了一张表的各行），年度、预算或决算口径、单位都相同的，两处数字应当一致。
为什么  正文通常照抄表格；不一致说明一处改了，另一处没有跟着改。
怎样处理  以批复或者决算数据为准，改另一处。
不查    表中有几个同名项而数字不同的、年度或口径看不清的，不一致时计为“无法核对”；两项互换了数字的，见 REF003；全表都差一万倍的，见 UNI004。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import as_expression
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

DOUBTFUL = Say("名称相同，但年度、口径或者范围未必相同，不下结论", "the names agree, but year, side or scope may differ")


@rule(
    "REF002",
    name="text-against-table",
    severity="error",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="The text gives another value than the table for the same item",
    says=Say(
        "正文“{name}”为{claimed}，表中“{item}”为{derived}，相差{difference}",
        "the text gives {claimed} for “{name}”, the table {derived} for “{item}”, off by {difference}",
    ),
    bad=[
        Bad(
            "2022年度公务接待费支出决算为35.20万元。\n\n2022年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 32.50\n会议费 | 6.10\n合计 | 38.60\n",
            claimed="35.20万元",
            derived="32.5万元",
        ),
        Bad(
            "2022年度会议费支出决算为6.10万元。\n\n2022年度支出决算表\n单位：元\n项目 | 决算数\n公务接待费 | 325000\n会议费 | 16000\n合计 | 341000\n",
            claimed="6.10万元",
            derived="1.6万元",
        ),
    ],
    good=[
        Good(
            "2022年度公务接待费支出决算为32.50万元。\n\n2022年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 32.50\n会议费 | 6.10\n合计 | 38.60\n"
        ),
        Good(
            "2022年度公务接待费支出预算为35.20万元。\n\n2022年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 32.50\n会议费 | 6.10\n合计 | 38.60\n",
            outcome=None,
        ),
        Good("公务接待费35.20万元。\n\n单位：万元\n项目 | 金额\n公务接待费 | 32.50\n会议费 | 6.10\n合计 | 38.60\n", outcome="undecided"),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    told = {id(pair) for swap in facts.swaps for pair in (swap.first, swap.second)}
    told |= {id(pair) for slip in facts.unit_slips for pair in slip.pairs}
    for pair in facts.pairs:
        if id(pair) in told:
            continue
        made = Check.equal(
            pair.mention.figure,
            as_expression(pair.item.figure),
            [Related(pair.item.figure, "same", pair.item.title)],
            binding="named",
            manner="text-table",
            name=pair.name,
            item=pair.item.title,
        )
        if made.outcome == "broken" and pair.grade == "open":
            yield made.but(outcome="undecided", reason=DOUBTFUL)
        else:
            yield made.but(severity="warning") if made.outcome == "broken" and pair.grade == "likely" else made
