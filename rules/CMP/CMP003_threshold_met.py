"""CMP003 达到评分标准的说法与所写数值不符

查什么  “结转结余率≤10%，得5分”一类写明已达到标准并据此得分的，前面算出或写出的该项数值应满足这一标准。
为什么  得分以达标为前提，数值不达标则得分没有依据。
怎样处理  核对该项数值和得分。
不查    评分标准本身（“计5分；每超过一个百分点扣0.5分”）；前文没有写出该项数值的，不下结论。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.phrases.comparisons import unbound
from lint.rule import Bad, Good, rule
from lint.say import Say

NO_VALUE = Say("前文没有写出“{name}”的数值", "no value of “{name}” is printed before it")


@rule(
    "CMP003",
    name="threshold-met",
    severity="error",
    precision="order",
    needs=("limit", "score"),
    title="A score awarded for a threshold that the printed value does not meet",
    says=Say(
        "以{name}{word}{derived}得{score}，但所写数值为{claimed}，未达到这一标准",
        "{score} awarded for {word}{derived}, the value is {claimed}",
    ),
    bad=[
        Bad("结转结余率＝60÷（20＋480）×100%＝12%，结转结余率≤10%，得5分。", claimed="12%", derived="10%"),
        Bad("预算执行率为91.2%，预算执行率≥95%，得10分。", claimed="91.2%", derived="95%"),
    ],
    good=[
        Good("结转结余率＝40÷（20＋480）×100%＝8%，结转结余率≤10%，得5分。"),
        Good("预算执行率为96.5%，预算执行率≥95%，得10分。"),
        Good("结转结余率≤10%，得5分。", outcome="undecided"),
        Good("结转结余率≤10%，计5分；每超过一个百分点扣0.5分，扣完为止。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.thresholds:
        if item.value is None:
            yield Check.undecided(item.score, NO_VALUE.of(name=item.name))
        else:
            roles = [Related(item.limit, "limit", item.name), Related(item.score, "score")]
            yield Check.ordered(item.value, item.operator, unbound(item.limit), roles, name=item.name, word=item.operator, score=item.score)
