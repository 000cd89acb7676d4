"""SCO005 总分超过满分上限

查什么  总分不应超过报告写明的总分值；没有写明的，以各一级指标满分之和（不含加分项）为上限，连一级满分也没有的按100分；选定的评分细则写明加分项怎样算的，按细则。
为什么  总分超过上限，等级评定失去依据。加分项能否突破上限各地规定不同，报告应写明。
怎样处理  加分按规定只用于弥补扣分的，总分以上限为止；可以突破的，写明总分值（如满分110分）。
不查    没有总分的报告。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.diagnosis import Diagnosis
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

WITH_BONUS = Say(
    "{name}{claimed}，超过满分{derived}（不含加分项）；另有{bonus}，计入后上限为{higher}，报告没有写明按哪一个",
    "{name} {claimed} exceeds the ceiling of {derived} (without bonus items); {bonus} would raise it to {higher}: the report does not say which applies",
)
COUNTED = Diagnosis("bonus", Say("若上限计入加分项则不超过", "it is not exceeded if bonus items are counted"), innocent=True)


@rule(
    "SCO005",
    name="over-cap",
    severity="error",
    precision="order",
    innocent="error",
    title="The total score exceeds the ceiling",
    says=Say("{name}{claimed}，超过满分{derived}（{basis}）", "{name} {claimed} exceeds the full mark {derived} ({basis})"),
    bad=[
        Bad(
            "综合得分为103分。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分60分）。\n3.加分项（满分5分，得分3分）。",
            claimed="103分",
            derived="100分",
        ),
        Bad(
            "综合得分为103分（其中基本分100分，加分3分）。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分60分）。\n3.加分项（满分5分，得分3分）。",
            claimed="103分",
            severity="warning",
        ),
    ],
    good=[
        Good("综合得分为98分。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分58分）。"),
        Good(
            "满分105分，综合得分为103分。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分60分）。\n3.加分项（满分5分，得分3分）。"
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for tree in facts.scores:
        for total in tree.totals:
            if total.awarded is None:
                continue
            table = facts.rubric
            ceiling = (table.ceiling(tree, total) if table else None) or tree.ceiling(total)
            check = Check.ordered(total.awarded, "≤", ceiling.formula, ceiling.roles, name=total.name, basis=ceiling.basis)
            if total.split and ceiling.extras and check.outcome == "broken":
                check = check.but(severity="warning")
            if ceiling.extras:
                check = check.but(message=WITH_BONUS, values={"bonus": ceiling.extras, "higher": ceiling.higher(total.awarded)})
                if check.outcome == "broken" and total.awarded.value <= ceiling.highest:
                    check = check.but(diagnosis=COUNTED)
            if table and check.outcome == "broken":
                check = check.but(note=table.open_bonus(tree))
            yield tree.weighed(check, total)
