"""SCO013 扣分合计与逐项扣分之和不符

查什么  “共扣5分：决策扣2分，产出扣3分”，写明的扣分合计应等于逐项列出的扣分之和。
为什么  扣分合计决定总分，与逐项扣分对不上，总分与扣分理由至少一处没有随修改更新。
怎样处理  对照评分表逐项核对扣分，再核对扣分合计和总分。
不查    “其中”之后可能只列了一部分的，逐项之和小于合计时不下结论；评分标准里“每…扣…”“…的，扣…”不是扣分。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import added
from lint.facts import Facts
from lint.facts.scores.deducted import Deductions
from lint.rule import Bad, Good, rule
from lint.say import Say

SOME = Say("所列扣分可能不全", "the deductions listed may not be all")


@rule(
    "SCO013",
    name="deductions-total",
    severity="error",
    precision="exact",
    needs=("part",),
    title="The deductions listed do not add up to their sum",
    says=Say(
        "扣分合计写{claimed}，逐项扣分之和为{derived}（{working}），相差{difference}",
        "{claimed} are said to be taken off in all, the deductions add up to {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad("自评共扣5分：决策指标扣1分，过程指标扣2分，产出指标扣3分。", claimed="5分", derived="6分"),
        Bad("合计扣4.5分（预算执行率扣1.5分、绩效目标扣1分、满意度扣1分）。", claimed="4.5分", derived="3.5分"),
    ],
    good=[
        Good("自评共扣6分：决策指标扣1分，过程指标扣2分，产出指标扣3分。"),
        Good("自评共扣6分，其中决策指标扣1分，产出指标扣3分。", outcome="undecided"),
        Good("复核共扣4分，比自评多扣1分：公示扣1分，验收扣3分。"),
        Good("共扣6分，其中过程扣4分（制度扣1分，资金扣3分），效益扣2分。"),
        Good("自评共扣6分。每逾期一天扣1分，每缺一项扣2分。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.deducted:
        if isinstance(item, Deductions):
            related = [Related(figure, "part", "扣分") for figure in item.parts]
            found = Check.equal(item.total, added(item.parts), related, exact=True)
            short = sum(figure.value for figure in item.parts) < item.total.value
            yield found.but(outcome="undecided", reason=SOME) if found.outcome == "broken" and short and not item.closed else found
