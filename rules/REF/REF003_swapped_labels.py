"""REF003 正文与表格中两项数字互换

查什么  正文写甲为 a、乙为 b，同一张表里却是甲为 b、乙为 a。
为什么  多为抄录时串行；两处各有一对数字，总数不变，合计核对发现不了。
怎样处理  查原始凭证或者批复，确定哪一处写反。
不查    两项数字本来相等的；只有一项不一致的，见 REF002。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

SWAPPED = Diagnosis("swapped", Say("两个数互换位置后两处都相符", "with the two exchanged both agree"))


@rule(
    "REF003",
    name="swapped-labels",
    severity="warning",
    precision="exact",
    needs=("same",),
    reach="both",
    title="Two values stand under each other's name in text and table",
    says=Say(
        "正文“{first}”为{a}、“{second}”为{b}，表中恰好相反",
        "the text gives {a} for “{first}” and {b} for “{second}”, the table has them the other way round",
    ),
    bad=[
        Bad(
            "2022年公务用车购置费预算为60万元，公务用车运行费预算为25万元。\n\n2022年预算表\n单位：万元\n项目 | 预算数\n公务用车购置费 | 25\n公务用车运行费 | 60\n"
        ),
        Bad(
            "2023年培训费支出决算为8.20万元，会议费支出决算为3.60万元。\n\n2023年支出决算表\n单位：万元\n项目 | 决算数\n培训费 | 3.60\n会议费 | 8.20\n合计 | 11.80\n"
        ),
    ],
    good=[
        Good(
            "2022年公务用车购置费预算为25万元，公务用车运行费预算为60万元。\n\n2022年预算表\n单位：万元\n项目 | 预算数\n公务用车购置费 | 25\n公务用车运行费 | 60\n",
            outcome=None,
        ),
        Good(
            "2022年公务用车购置费预算为25万元，公务用车运行费预算为25万元。\n\n2022年预算表\n单位：万元\n项目 | 预算数\n公务用车购置费 | 25\n公务用车运行费 | 25\n",
            outcome=None,
        ),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for swap in facts.swaps:
        a, b = swap.first.mention, swap.second.mention
        others = [
            Related(b.figure, "same", swap.second.name),
            *(Related(pair.item.figure, "same", pair.item.name) for pair in (swap.first, swap.second)),
        ]
        made = Check.observe(a.figure, others, first=swap.first.name, second=swap.second.name, a=str(a.figure), b=str(b.figure))
        yield made.but(severity="error" if swap.first.grade == swap.second.grade == "certain" else None, diagnosis=SWAPPED)
