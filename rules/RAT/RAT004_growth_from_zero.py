"""RAT004 基数为零却写了增长率

查什么  本期数等于增加额，即上期数（或预算数）为零，却写“增长百分之几”。
为什么  以零为基数没有增长率；写“增长100%”使人误以为上期有数。
怎样处理  删去增长率，写明“上年无此项支出”。
不查    本期数也为零的“增长0%”是习惯写法，不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

ZERO = Say("{name}上期数为{prior}，没有增长率，却写{rate}", "{name} was {prior} before, so there is no growth rate, yet {rate} is stated")


@rule(
    "RAT004",
    name="growth-from-zero",
    severity="error",
    needs=("current", "delta|prior"),
    title="A growth rate on a base of zero",
    says=Say(
        "{name}的本期数与增加额相同，基数为零，没有增长率，却写{rate}",
        "{name}: current value and increase are the same, so the base is zero and there is no growth rate, yet {rate} is stated",
    ),
    bad=[
        Bad("因公出国（境）费支出4.79万元，比上年增加4.79万元，增长100%。"),
        Bad("2024年印刷费预算25.00万元，比上年0.00万元增长100%。"),
    ],
    good=[
        Good("因公出国（境）费支出4.79万元，比上年增加1.79万元，增长59.67%。", outcome=None),
        Good("经营收入0万元，较上年增加0万元，增长0%。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for change in facts.changes:
        if change.rate is None or change.current is None or change.implied_prior() != 0 or change.binding == "near":
            continue
        roles = [role for role in change.roles() if role.figure is not change.rate.figure]
        stated = {"name": change.title, "rate": str(change.rate.figure)}
        if change.rate.figure.value and change.current.figure.value:
            found = Check.observe(change.rate.figure, roles, **stated)
            yield found if change.prior is None else found.but(message=ZERO.of(**stated, prior=change.prior.figure))
        else:
            yield Check.agrees(change.rate.figure, roles, **stated)
