"""REF007 正文写有数量而表中没有相应支出

查什么  正文写购置车辆若干辆、出国（境）团组若干个、公务接待若干批次，而本文件的表格里公务用车购置费、因公出国（境）费、公务接待费的决算数为零。
为什么  有数量就应当有支出；为零说明支出列错了项目（如购置费并入运行费），或者正文照抄了别的年度、单位。
怎样处理  查明购车、出国、接待用的是哪一笔钱；确由别的单位或者别的资金负担的，在文中说明。
不查    表格没有单列该项目的；年度看不清的；同一项目在各表数字不同的。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

TABLE = "2022年度支出决算表\n单位：万元\n项目 | 决算数\n公务用车购置费 | {}\n公务用车运行费 | 10.40\n"


@rule(
    "REF007",
    name="counted-without-money",
    severity="warning",
    needs=("actual",),
    reach="both",
    title="The text counts things for which the table shows no money",
    says=Say(
        "正文写“{name}”{count}，表中“{item}”为{money}，请核对",
        "the text counts {count} of “{name}”, the table gives {money} for “{item}”",
    ),
    bad=[
        Bad(TABLE.format("0.00") + "\n2022年购置执法用车1辆。\n"),
        Bad(TABLE.format("0.00") + "\n2022年新购置公务用车2辆。\n"),
        Bad(TABLE.format("0.00").replace("公务用车购置费", "因公出国（境）费") + "\n2022年因公出国（境）团组1个、3人次。\n"),
    ],
    good=[
        Good(TABLE.format("18.00") + "\n2022年购置执法用车1辆。\n"),
        Good(TABLE.format("0.00") + "\n2022年购置公务用车0辆，年末公务用车保有量3辆。\n", outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for found in facts.moneyless:
        count, money = found.count.figure, found.item.figure
        related = [Related(money, "actual", found.item.title)]
        if money.value:
            yield Check.agrees(count, related)
        else:
            yield Check.observe(count, related, name=found.count.title, count=count, item=found.item.title, money=money)
