"""SUM001 合计与各分项之和不符

查什么  正文里“合计……其中……”“（包括……）”“分别为……”“加上……总计”等写法：总数应等于各分项之和；增减额同样相加。
为什么  分项相加不等于总数，说明总数或某个分项填错，或者有分项漏列、重列。
怎样处理  逐项核对分项；都无误则改总数；有漏列的补上；只列举了一部分的，写明“等”或“主要”。
不查    “其中”只列出一部分、又看不出已列全的，不下结论（计为“无法核对”）；超过总数的必报。四舍五入能解释的尾差记为“按四舍五入相符”。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.expression import added, leaf, minus
from lint.facts import Facts
from lint.facts.prose.addition import Sum
from lint.facts.prose.sums import NEARLY
from lint.rule import Bad, Good, rule
from lint.say import Say

WITHIN = Say("其中的{name}{claimed}超过总数{derived}", "{name}, {claimed}, is said to be part of {derived}")
OPEN = Say("“其中”可能只列出一部分，各项合计{derived}", "the list may be open; its items add to {derived}")
UNSTATED = Say("有分项没有写明增减额", "some parts do not state their change")
SAYS = Say(
    "{name}写{claimed}，各分项合计为{derived}（{working}），相差{difference}",
    "{name} is stated as {claimed}; its parts add to {derived} ({working}), a difference of {difference}",
)
NOT_ALL = Diagnosis("open-list", Say("没有写明各项已列全，可能有未列出的分项", "the list may not be complete"), innocent=True)
NEAR = Say(
    "{name}写{claimed}，所列各项合计为{derived}（{working}），只差{difference}，请核对是否漏列或填错",
    "{name} is stated as {claimed}; the items listed add to {derived} ({working}), only {difference} short",
)


@rule(
    "SUM001",
    name="parts-total",
    severity="error",
    precision=("rounded", "order"),
    asserts="bounds",
    needs=("part|total|delta",),
    title="Total differs from the sum of its parts",
    says=SAYS,
    bad=[
        Bad("2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。", claimed="500万元", derived="510万元"),
        Bad(
            "“三公”经费支出20.5万元，其中：因公出国（境）费0万元，公务接待费5.5万元，公务用车购置及运行维护费13.0万元。",
            claimed="20.5万元",
            derived="18.5万元",
        ),
        Bad("全年支出90万元，年末结余30万元。其中：基本支出500万元，项目支出400万元。", claimed="90万元", derived="900万元"),
        Bad("修复渠道18公里，其中干渠12公里、支渠9公里；新建机耕道24公里。", claimed="18公里", derived="21公里"),
        Bad("到位资金1,3992,476元，其中中央1,000,000元、省级392,476元、其他0元。", claimed="1,3992,476元", derived="1392476元"),
        Bad("收回问卷98份，其中有效问卷95份，满意70份，一般20份，不满意8份。", claimed="95份", derived="98份"),
    ],
    good=[
        Good("2022年部门支出合计500万元，其中：基本支出300万元，项目支出200万元。"),
        Good("财政资金总支出2186.11万元，其中基本支出1033.06万元，项目支出1153.06万元。", outcome="rounding"),
        Good("全年培训支出80万元，其中：教师培训30万元。"),
        Good("全年支出900万元，年末结余30万元。其中：基本支出500万元，项目支出400万元。"),
        Good("修复渠道21公里，其中干渠12公里、支渠9公里；新建机耕道24公里。"),
        Good("到位资金1,392,476元，其中中央1,000,000元、省级392,476元、其他0元。"),
        Good("培训约有70人次，其中干部30人次、群众42人次。", outcome="rounding"),
        Good("收回问卷98份，其中有效问卷95份，满意70份，一般20份，不满意5份。"),
        Good("全年培训支出80万元，其中：教师培训30万元，干部培训20万元。", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for claim in facts.sums:
        yield judge(claim)


def judge(claim: Sum) -> Check:
    """The verdict on one sum: a smaller sum accuses only where the list is known to be complete."""
    if len(claim.parts) == 1 and claim.closed != "yes" and claim.form == "level":
        part = claim.parts[0]
        return Check.ordered(
            part.figure, "≤", claim.total.figure, [Related(claim.total.figure, "total", claim.total.title)], name=part.title
        ).but(message=WITHIN)
    plus = [leaf(part.figure) for part, sign in zip(claim.parts, claim.signs, strict=True) if sign > 0]
    less = [leaf(part.figure) for part, sign in zip(claim.parts, claim.signs, strict=True) if sign < 0]
    formula = minus(added(plus), *less) if less else added(plus)
    related = [Related(part.figure, "delta" if claim.form == "delta" else "part", part.title) for part in claim.parts]
    name = claim.called or claim.total.title or "合计"
    found = Check.equal(claim.total.figure, formula, related, binding=claim.binding, name=name)
    if claim.choice is not None:
        found = found.but(note=claim.choice)
    if found.outcome != "broken":
        return found
    if claim.form == "delta" and claim.closed != "yes":
        return found.but(outcome="undecided", reason=UNSTATED)
    short = claim.total.figure.value - (formula.point() or 0)
    if claim.closed == "yes" or short < 0:
        return found.but(note=claim.evidence)
    if short <= abs(claim.total.figure.value) * NEARLY and len(claim.parts) >= 2:
        return found.but(severity="warning", message=NEAR, diagnosis=NOT_ALL)
    return found.but(outcome="undecided", reason=OPEN.of(derived=found.derived))
