"""UNI004 正文与整张表相差一万倍

查什么  正文与同一张表对应的各个数（两个以上）恰好相差一万倍，没有一个相同。
为什么  不会是各个数都抄错：是表头、表名上的单位（元、万元）或者正文的单位写错了，全表的规模都被误读。
怎样处理  核对原始数据的单位，改正表头或正文，其余各数不必逐个改。
不查    只有一个数差一万倍的（见REF002的说明）；有的数相同、有的不同的。
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

SLIPPED = Diagnosis("unit", Say("单位换算一万倍后全部相符", "with one unit changed by ten thousand all agree"))
TEXT = "2022年度公务接待费支出决算为32.50万元，会议费支出决算为6.10万元。\n\n"
TABLE = "2022年度支出决算表\n单位：{}\n项目 | 决算数\n公务接待费 | 32.50\n会议费 | {}\n"


@rule(
    "UNI004",
    name="table-unit",
    severity="error",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="The text differs from a whole table by ten thousand",
    says=Say(
        "正文中{count}个数与“{table}”中的对应数恰好相差一万倍（如“{name}”正文{claimed}，表中{derived}），单位（元、万元）有一处写错",
        "{count} figures of the text differ from “{table}” by exactly ten thousand (“{name}”: {claimed} and {derived}): one unit is wrong",
    ),
    bad=[
        Bad(TEXT + TABLE.format("元", "6.10"), claimed="32.50万元", derived="32.50元"),
        Bad(TEXT + TABLE.format("元", "6.1"), claimed="32.50万元", derived="32.50元"),
    ],
    good=[
        Good(TEXT + TABLE.format("万元", "6.10"), outcome=None),
        Good("2022年度公务接待费支出决算为32.50万元，会议费支出决算为6.10元。\n\n" + TABLE.format("元", "6.10"), outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for slip in facts.unit_slips:
        first = slip.pairs[0]
        related = [Related(pair.item.figure, "same", pair.item.title) for pair in slip.pairs]
        related += [Related(pair.mention.figure, "same", pair.name) for pair in slip.pairs[1:]]
        made = Check.observe(first.mention.figure, related, count=len(slip.pairs), table=slip.title, name=first.name)
        yield made.but(claimed=str(first.mention.figure), derived=str(first.item.figure), diagnosis=SLIPPED)
