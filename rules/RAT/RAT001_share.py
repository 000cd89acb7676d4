"""RAT001 占比与分子、分母不符

查什么  “A若干，占合计的百分之几”：占比应等于A除以合计。分母按原文写明的名称、所在清单的合计、同名的数依次认定。
为什么  占比是由两个数算出来的，对不上说明三个数里至少有一个填错。
怎样处理  用计算式复核；分母若另有口径，在文中写明。
不查    分母没有写明又只能猜测的，不下结论；只差末位的记为提示（四舍五入或凑足100%）。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.prose.ratio import UNSAID
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "RAT001",
    name="share",
    severity="error",
    precision="ratio",
    needs=("part", "whole"),
    title="Share differs from part over whole",
    says=Say(
        "{name}占比写{claimed}，按{working}计算为{derived}，相差{difference}",
        "the share of {name} is stated as {claimed}; {working} gives {derived}, a difference of {difference}",
    ),
    bad=[
        Bad("2023年支出合计400万元，其中：基本支出300万元，占70%；项目支出100万元，占25%。", claimed="70%", derived="75%"),
        Bad("政府采购支出总额120万元，其中货物支出48万元，占政府采购支出总额的48%。", claimed="48%", derived="40%"),
    ],
    good=[
        Good("2023年支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占25%。"),
        Good("完成采购33.3万元，占9.3%。", outcome="undecided"),
        Good("东段合同价30万元；西段合同价50万元。两段合同价合计80万元。累计支付60万元，占合同价的75%。"),
        Good("东段合同价30万元；西段合同价50万元。累计支付60万元，占合同价的70%。", outcome="undecided"),
        Good("收入90万元，其中：春茶收入60万元，秋茶收入30万元，占预算100万元的90%。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    elsewhere = {claim.figure for claim in facts.rederived}
    for ratio in facts.ratios:
        if ratio.kind != "share" or ratio.percent.figure in elsewhere:
            continue
        name = ratio.part.title if ratio.part else ratio.percent.title
        if ratio.part is None or ratio.whole is None or ratio.formula is None:
            yield Check.undecided(ratio.percent.figure, ratio.reason or UNSAID, name=name)
            continue
        roles = [Related(ratio.part.figure, "part", ratio.part.title), Related(ratio.whole.figure, "whole", ratio.whole.title)]
        found = Check.equal(ratio.percent.figure, ratio.formula, roles, binding=ratio.binding, name=name)
        yield found.but(note=found.note or ratio.choice)
