"""SUM006 收入总计与支出总计不等

查什么  “收、支总计各是A、B”，同一句里的收入总计与支出总计：两者应相等（都含上年结转和年末结转）。
为什么  收支总表的恒等式：收入总计＝支出总计。不等说明取数有误，例如取了“合计”而不是“总计”。
怎样处理  对照收入支出决算总表最末一行改正。
不查    “合计”不是“总计”，本年收入合计与本年支出合计可以不等。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import leaf, minus
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

BALANCE = Say(
    "{name}写{claimed}，收支总计之差为{derived}（{working}），相差{difference}",
    "{name} is stated as {claimed}; the totals give {derived} ({working}), a difference of {difference}",
)


@rule(
    "SUM006",
    name="income-equals-expenditure",
    severity="error",
    precision="rounded",
    needs=("part|same",),
    title="Total income differs from total expenditure",
    says=Say(
        "收入总计{claimed}，支出总计{derived}，相差{difference}；两者应相等",
        "total income {claimed}, total expenditure {derived}, a difference of {difference}; they must be equal",
    ),
    bad=[
        Bad("2022年度收、支总计分别为412.5万元、414.3万元。", claimed="412.5万元", derived="414.3万元"),
        Bad("2023年度收入总计512.50万元，支出总计521.50万元。", claimed="512.50万元", derived="521.5万元"),
    ],
    good=[
        Good("2022年度收入总计412.5万元，支出总计412.5万元。"),
        Good("全县收入总计892.5万元，支出总计879.1万元。收支相抵，年终结余13.4万元。"),
        Good("本年收入合计412.5万元，本年支出合计414.3万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for closing in facts.closings:
        income, expenditure, balance = closing.income, closing.expenditure, closing.balance
        if balance is None:
            yield Check.equal(
                income.figure, leaf(expenditure.figure), [Related(expenditure.figure, "same", expenditure.title)], name=income.title
            )
        else:
            low, high = (income, expenditure) if "赤字" in balance.name else (expenditure, income)
            yield Check.equal(balance.figure, minus(high.figure, low.figure), name=balance.title).but(message=BALANCE)
