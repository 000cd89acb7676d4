"""SCO004 得分超过满分

查什么  每一项指标的得分不应超过它的满分（分值、权重）。
为什么  满分是该项得分的上限；超出说明得分或满分填错，或两列错位。
怎样处理  核对评分表；确属加分的，单列加分项。
不查    只有得分或只有满分的指标。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "SCO004",
    name="over-full",
    severity="error",
    precision="order",
    asserts="bounds",
    needs=("full",),
    title="A score exceeds its full mark",
    says=Say("“{name}”得分{claimed}，超过满分{derived}", "“{name}” is given {claimed}, more than its full mark {derived}"),
    bad=[
        Bad("1.投入（满分40分，得分42分）。\n2.产出（满分60分，得分58分）。", claimed="42分", derived="40分"),
        Bad("指标\t分值\t得分\n投入\t40\t38\n产出\t60\t61\n合计\t100\t99\n", claimed="61", derived="60"),
    ],
    good=[
        Good("1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分58分）。"),
        Good("指标\t分值\t得分\n投入\t40\t38\n产出\t60\t60\n合计\t100\t98\n"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for tree in facts.scores:
        for node in tree.walk():
            if node.full is not None and node.awarded is not None:
                limit = [Related(node.full, "full", node.name)]
                yield tree.weighed(Check.ordered(node.awarded, "≤", node.full, limit, name=node.name))
