"""REF005 同一名称的数字前后不一致

查什么  正文里同一名称、同一年度、同一口径（预算或决算）、同一单位的数字，在不同段落写法是否一致。
为什么  同一个数两处不同，至少有一处未更新或填错。
怎样处理  核对来源后统一；确属不同口径的，名称应写清楚。
不查    名称过短、过于笼统的，同一名称出现三个以上不同数值的（实为不同对象），不比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import leaf
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "REF005",
    name="same-figure",
    severity="warning",
    title="The same quantity is stated with two values",
    says=Say(
        "“{name}”此处写{claimed}，前文写{derived}，相差{difference}，请核对是否同一口径",
        "“{name}” is {claimed} here and {derived} before, a difference of {difference}",
    ),
    bad=[
        Bad(
            "机关运行经费支出184.65万元，用于办公。\n\n其他说明：机关运行经费支出148.65万元，比上年略有增加。",
            claimed="148.65万元",
            derived="184.65万元",
        )
    ],
    good=[Good("机关运行经费支出184.65万元，用于办公。\n\n其他说明：机关运行经费支出184.65万元，比上年略有增加。")],
)
def check(facts: Facts) -> Iterator[Check]:
    for repeat in facts.repeats:
        first = repeat.first
        yield Check.equal(repeat.again.figure, leaf(first.figure), [Related(first.figure, "same", first.title)], name=repeat.again.title)
