"""REF010 正文写有金额而表中该项空着

查什么  正文写某一项支出若干万元，而表格里列有这一项，同一年度、同一口径（预算或决算）的一格却空着或者画了横线。
为什么  有支出的项目在表中应当有数；空着说明漏填，或者支出列进了别的项目，表中合计也就少了这一笔。
怎样处理  查明这笔支出列在表的哪一行；漏填的补填并改合计，正文写错的改正文。
不查    表中写0的（见REF002）；同段写到自有资金、政府性基金等其他资金的；名称过短、表中同名的不止一行的；年度看不清的。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

TABLE = "2022年度“三公”经费支出决算表\n单位：万元\n项目 | 预算数 | 决算数\n公务用车运行维护费 | 12.00 | 10.40\n公务用车购置费 | {} | {}\n"
TEXT = "\n2022年公务用车购置费支出决算为15.00万元。\n"


@rule(
    "REF010",
    name="line-left-empty",
    severity="warning",
    reach="both",
    title="The text gives an amount whose line in the table is empty",
    says=Say(
        "正文“{name}”为{claimed}，“{table}”中“{item}”一格却是空的", "the text gives {claimed} for “{name}”, “{item}” is empty in “{table}”"
    ),
    bad=[Bad(TABLE.format("", "") + TEXT, claimed="15.00万元"), Bad(TABLE.format("15.00", "—") + TEXT, claimed="15.00万元")],
    good=[
        Good(TABLE.format("", "15.00") + TEXT, outcome=None),
        Good(TABLE.format("", "") + "\n2022年公务用车购置费支出决算为0万元。\n", outcome=None),
        Good(TABLE.format("", "") + "\n2022年公务用车购置费支出决算为15.00万元，全部为自有资金。\n", outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for found in facts.unfilled:
        made = Check.observe(found.mention.figure, name=found.mention.title, item=found.name, table=found.table)
        yield made.but(claimed=str(found.mention.figure))
