"""SUM007 恒等式不成立

查什么  同一句里写全了的恒等关系，如净资产＝资产总额－负债总额，核减（核增）＝送审与审定之差，节约＝预算－成交（实际采购）。
为什么  恒等式是会计定义，不成立说明至少一个数填错。
怎样处理  核对各数与报表。
不查    只写出其中一部分数的，不另外推算；相差的数在同一句里另有一类的，不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.expression import added, leaf, minus
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

OTHER = Say("相差的数另有说明，可能是式中没有的一类", "the difference is stated, too, and may be a further kind")


@rule(
    "SUM007",
    name="identity",
    severity="error",
    precision="rounded",
    needs=("part",),
    title="An accounting identity does not hold",
    says=Say(
        "{name}写{claimed}，按{working}计算为{derived}，相差{difference}",
        "{name} is stated as {claimed}; {working} gives {derived}, a difference of {difference}",
    ),
    bad=[
        Bad("全县国有企业资产总额58.46亿元，负债总额12.33亿元，净资产总额46.31亿元。", claimed="46.31亿元", derived="46.13亿元"),
        Bad("全年抽检样品120批次，其中合格115批次，不合格8批次。", claimed="120批次", derived="123批次"),
        Bad("设备采购预算105.6万元，中标金额92.4万元，节约资金13.5万元。", claimed="13.5万元", derived="13.2万元"),
        Bad("工程报审金额500万元，审定金额520万元，核增25万元。", claimed="25万元", derived="20万元"),
    ],
    good=[
        Good("全县国有企业资产总额58.46亿元，负债总额12.33亿元，净资产总额46.13亿元。"),
        Good("全年抽检样品120批次，其中合格112批次，不合格8批次。"),
        Good("设备采购预算100万元，中标金额92万元，节约资金8万元。"),
        Good("抽检样品120批次，合格115批次，不合格4批次，复检中1批次。", outcome="undecided"),
        Good("集团资产总额58亿元，负债12亿元，归属于母公司的净资产40亿元。", outcome=None),
        Good("抽检蔬菜120批次，合格118批次；抽检水果60批次，合格59批次，共不合格3批次。", outcome=None),
        Good("设备采购预算100万元，中标金额92万元，实际支出90万元，节约资金10万元。", outcome=None),
        Good("设备采购预算100万元，实际支出90万元，比上年节约2万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for identity in facts.identities:
        plus = added(mention.figure for mention in identity.plus)
        formula = minus(plus, *(leaf(mention.figure) for mention in identity.minus))
        found = Check.equal(identity.result.figure, formula, name=identity.name or identity.result.title)
        derived = formula.point()
        gap = None if derived is None else abs(identity.result.figure.value - derived)
        filled = found.outcome == "broken" and any(other.figure.value == gap for other in identity.others)
        yield found.but(outcome="undecided", reason=OTHER) if filled else found
