"""UNI002 疑似元与万元混用

查什么  一个占比、完成率或增减数，只有把其中一个数的单位换成元（或万元）才相符。
为什么  差一万倍的单位错误会让读者误判规模，也常使合计、比率跟着出错。
怎样处理  核对原始数据的单位，改正写错的一处。
不查    换算后仍不相符的由其他规则报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.prose import slips
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "UNI002",
    name="unit-slip",
    severity="error",
    precision=("ratio", "rounded"),
    needs=("part|current",),
    title="元 for 万元, or the reverse",
    says=Say(
        "{name}写{claimed}，按印出的单位{working}计算为{derived}；只有其中一个数的单位换算一万倍（元与万元）才相符",
        "{name} is stated as {claimed}; with the units printed {working} gives {derived}; it fits only if one unit is off by 10,000 (元/万元)",
    ),
    bad=[
        Bad("2018年度培训费预算为50,000.00万元，支出决算为40,000.00元，完成预算的80.00%。", claimed="80.00%"),
        Bad("2018年度会议费预算为3.00元，支出决算为2.40万元，完成预算的80.00%。", claimed="80.00%"),
        Bad("培训费支出5.00元，比上年4.00万元增加1.00万元，增长25.00%。", claimed="1.00万元"),
    ],
    good=[
        Good("2018年度培训费预算为50,000.00元，支出决算为40,000.00元，完成预算的80.00%。", outcome=None),
        Good("2018年度会议费预算为3.00万元，支出决算为24000元，完成预算的80.00%。", outcome=None),
        Good("培训费支出5.00万元，比上年40,000.00元增加1.00万元，增长25.00%。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for ratio in facts.ratios:
        if ratio.part is None or ratio.whole is None or ratio.formula is None or ratio.binding == "near":
            continue
        if slips.unit_slip(ratio.percent.figure, ratio.formula):
            roles = [Related(ratio.part.figure, "part", ratio.part.title), Related(ratio.whole.figure, "whole", ratio.whole.title)]
            yield Check.equal(ratio.percent.figure, ratio.formula, roles, name=ratio.title)
    for change in facts.changes:
        if change.delta is not None and change.slipped and (difference := change.difference()) is not None:
            roles = [role for role in change.roles() if role.role in ("current", "prior")]
            yield Check.equal(change.delta.figure, difference, roles, name=change.title)
