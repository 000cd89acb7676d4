"""REF004 总额小于它必然包含的部分

查什么  按决算报表的口径，总额必然包含的部分（如财政拨款收入支出总计包含一般公共预算财政拨款支出）是否反而大于总额。
为什么  部分大于总额不可能成立，多为总额取错行、漏填或单位写错。
怎样处理  对照相应的决算表改正。
不查    口径之间没有包含关系的不比较；年度、预算与决算不同的不比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "REF004",
    name="whole-below-part",
    severity="error",
    precision="order",
    needs=("part",),
    title="A total is smaller than what it must contain",
    says=Say(
        "{name}写{claimed}，小于它所包含的{part}{derived}",
        "{name} is stated as {claimed}, less than {part}, {derived}, which it contains",
    ),
    bad=[
        Bad("2024年度财政拨款收入支出总计0.3万元。\n一般公共预算财政拨款支出294.5万元，主要用于教育。", claimed="0.3万元"),
        Bad("2024年度收入支出总计86.2万元。\n本年收入合计862.4万元，均为财政拨款。", claimed="86.2万元"),
    ],
    good=[
        Good("2024年度财政拨款收入支出总计300万元。\n一般公共预算财政拨款支出294.5万元，主要用于教育。"),
        Good("2024年度收入支出总计862.4万元。\n本年收入合计862.4万元，均为财政拨款。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for whole, part in facts.containments:
        related = [Related(part.figure, "part", part.title)]
        yield Check.ordered(whole.figure, "≥", part.figure, related, name=whole.title, part=part.title)
