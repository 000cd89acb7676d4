"""RAT003 增长率（下降率）与增减额、基数不符

查什么  “比上年增加D，增长p%”：p应等于D除以上年数；上年数没有写出的，由本年数减去（加上）D推得。
为什么  增长率由三个数算出，对不上说明至少一个填错，或基数用错（用了本年数、预算数、同口径数）。
怎样处理  按计算式复核；口径特殊的（同口径、剔除因素）在文中写明。
不查    找不到本年数或增减额的不下结论；金额只印到万元整数、可由四舍五入解释的，记为“按四舍五入相符”；上年数为零的见 RAT004；换算单位后才相符的见 UNI002；只差末位的记为提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

NO_LEVEL = Say("没有找到本期数或增减额", "the current value or the difference was not found")


@rule(
    "RAT003",
    name="growth",
    severity="error",
    precision="ratio",
    needs=("current", "delta|prior"),
    title="Growth rate differs from difference over base",
    says=Say(
        "{name}的增减幅度写{claimed}，按{working}计算为{derived}，相差{difference}",
        "the change of {name} is stated as {claimed}; {working} gives {derived}, a difference of {difference}",
    ),
    bad=[
        Bad("公务接待费12.00万元，比上年增加2.00万元，增长25%。", claimed="25%", derived="20%"),
        Bad("公务接待费12.60万元，比上年的10.50万元增长15%。", claimed="15%", derived="20%"),
    ],
    good=[
        Good("公务接待费12.00万元，比上年增加2.00万元，增长20%。"),
        Good("公务接待费30万元，较上年32.28万元减少2.28万元，下降7.06%。"),
        Good("收入同比增长6.2%。", outcome="undecided"),
        Good("茶叶产量收入90万元，其中：春茶收入60万元，秋茶收入30万元，比上年100万元下降10%。"),
        Good("五年来，茶叶收入由40万元增加到60万元。2024年，茶叶收入增长8%。", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    elsewhere = {claim.figure for claim in facts.rederived}
    for change in facts.changes:
        if change.rate is None or change.reversed or change.divided or change.slipped or change.rate.figure in elsewhere:
            continue
        formula = change.growth()
        if formula is None:
            yield Check.undecided(change.rate.figure, NO_LEVEL, name=change.title)
        elif change.implied_prior():
            roles = [role for role in change.roles() if role.figure is not change.rate.figure]
            claimed = change.rate.figure
            found = Check.equal(claimed, formula, roles, signed=-1 if claimed.value < 0 else 1, binding=change.binding, name=change.title)
            yield found.but(note=found.note or change.choice)
