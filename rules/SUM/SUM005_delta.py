"""SUM005 增减额与两期数之差不符

查什么  本期数、上期数（或预算数）和增减额都写出时，增减额应等于两数之差；两个百分数相差几个百分点，也照此计算。
为什么  三个数互相决定，不符则至少一个填错。
怎样处理  核对三个数；增长率另由 RAT003 复核，可帮助判断是哪一个错。
不查    上期数没有写出的，不另外推算；换算单位后才相符的见 UNI002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import minus
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

POINTS = Say(
    "写相差{claimed}，按所写两个百分数计算为{derived}（{working}），相差{difference}",
    "{claimed} are stated, the two percentages give {derived} ({working}), a difference of {difference}",
)


@rule(
    "SUM005",
    name="delta",
    severity="error",
    precision="rounded",
    needs=("current|operand",),
    title="Difference does not equal current less prior",
    says=Say(
        "{name}增减额写{claimed}，按两期数计算为{derived}（{working}），相差{difference}",
        "the change of {name} is stated as {claimed}; the two values give {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad("公务接待费支出8.00万元，比上年12.50万元减少4.35万元。", claimed="4.35万元", derived="4.5万元"),
        Bad("满意度为96.00%，与上年91.50%相比，提高5.50个百分点。", claimed="5.50个百分点", derived="4.5个百分点"),
    ],
    good=[
        Good("公务接待费支出8万元，比上年12.5万元减少4.5万元。"),
        Good("公务接待费支出8万元，比上年减少4.5万元。", outcome=None),
        Good("满意度为82.5%，与2022年80.3%相比，提高2.2个百分点。"),
        Good("支出进度52%，较序时进度50%快2个百分点。"),
        Good("失业率由3.6%下降到3.2%，下降0.4个百分点。"),
        Good("满意度为96%，比上年提高4.5个百分点。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for change in facts.changes:
        difference = change.difference()
        if change.delta is None or difference is None or change.reversed or change.slipped:
            continue
        roles = [role for role in change.roles() if role.role in ("current", "prior")]
        yield Check.equal(change.delta.figure, difference, roles, binding=change.binding, name=change.title)
    for found in facts.points:
        high, low = found.high.figure, found.low.figure
        related = [Related(high, "operand", found.high.title), Related(low, "operand", found.low.title)]
        yield Check.equal(found.difference.figure, minus(high, low), related, name=found.high.title).but(message=POINTS)
