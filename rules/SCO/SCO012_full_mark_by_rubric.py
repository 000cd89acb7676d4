"""SCO012 满分与评分细则不同

查什么  选定了评分细则的，报告写的各指标满分应与细则相同。
为什么  满分由细则规定，填报单位不能改；不同多为抄错，或者用了往年、别处的表。
怎样处理  对照细则原文改正；细则选得不对的，用 --rubric 另行指定。
不查    没有选定评分细则的；细则里有而报告里没有的指标，可能是本单位不适用；同一上级下分得与细则不同的：都计为“无法核对”。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.rubrics.fit import Pair
from lint.rule import Bad, Good, rule
from lint.say import Say

ABSENT = Say(
    "评分细则在“{above}”下列有“{name}”（满分{full}分），报告没有",
    "the scoring table has “{name}” (of {full}) below “{above}”, the report has not",
)
FINER = Say("报告在这里列的指标与评分细则不同，名称相同的未必是同一项", "the report lists other indicators here than the scoring table")
FORM = "2022年度项目支出绩效自评表\n一级指标 | 分值 | 得分\n预算执行率 | 10 | 10\n产出指标 | {} | {}\n效益指标 | 30 | 28\n满意度指标 | {} | 8\n"


@rule(
    "SCO012",
    name="full-mark-by-rubric",
    severity="warning",
    precision="exact",
    needs=("score",),
    title="A full mark is not that of the scoring table",
    says=Say(
        "“{name}”满分写{claimed}，评分细则“{rubric}”为{derived}，相差{difference}",
        "the full mark of “{name}” is {claimed}, {derived} in the scoring table “{rubric}”, a difference of {difference}",
    ),
    bad=[
        Bad(FORM.format("60", "55", "10"), claimed="60", derived="50", severity="warning", rubric="national-project/2020"),
        Bad(FORM.format("50", "45", "20"), claimed="20", derived="10", severity="warning", rubric="national-project/2020"),
    ],
    good=[
        Good(FORM.format("50", "45", "10"), rubric="national-project/2020"),
        Good(FORM.format("50", "45", "10")),
        Good(FORM.format("60", "55", "20"), outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    if facts.rubric is None:
        return
    for fit in facts.rubric.fits:
        for pair in fit.pairs:
            if pair.node.full is not None:
                made = _compared(facts, pair)
                finer = made.outcome == "broken" and fit.is_finer(pair)
                yield made.but(outcome="undecided", reason=FINER) if finer else made
        for above, indicator in fit.missing():
            reason = ABSENT.of(above=above.node.name, name=indicator.name, full=indicator.full)
            yield Check.undecided(above.node.full or above.node.span, reason)


def _compared(facts: Facts, pair: Pair) -> Check:
    full, indicator, chosen = pair.node.full, pair.indicator, facts.rubric
    assert full is not None
    assert chosen is not None
    related = [Related(pair.node.awarded, "score", pair.node.name)] if pair.node.awarded else []
    values = {"name": pair.node.name, "rubric": chosen.rubric.name}
    shown = {"claimed": str(full), "derived": full.show(indicator.full, 2), "difference": full.show(abs(full.value - indicator.full), 2)}
    if pair.agrees:
        return Check.agrees(full, related, **values)
    severity, doubt = chosen.severity(indicator), chosen.doubt(indicator)
    return Check.observe(full, related, **values).but(severity=severity, note=doubt, **shown)
