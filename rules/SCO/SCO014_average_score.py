"""SCO014 平均得分与所列各项得分不符

查什么  同一句里逐个列出得分、又写平均得分的，平均得分应等于各得分的平均数。
为什么  平均得分由所列得分算出，不符说明平均数或者其中一个得分填错，或者漏列了项目。
怎样处理  按所列得分重算；按资金额加权的，写明是加权平均。
不查    写明加权、折算、去掉最高最低分的；所写是复核、行业、往年平均的；得分分散在各段、没有排成一列的。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import added, constant, over
from lint.facts import Facts
from lint.facts.scores.averaged import Mean
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "SCO014",
    name="average-score",
    severity="error",
    precision="ratio",
    needs=("score",),
    title="An average score differs from the scores listed",
    says=Say(
        "平均得分写{claimed}，所列{count}个得分的平均数为{derived}（{working}），相差{difference}",
        "the average is given as {claimed}, that of the {count} scores listed is {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad("3个项目自评得分分别为90分、92分、97分，平均得分94分。", claimed="94分", derived="93分"),
        Bad("两个项目得分为88.5分和93分，平均分91.5分。", claimed="91.5分", derived="90.75分"),
    ],
    good=[
        Good("前三名得分分别为97分、95分、93分，平均得分88.5分。", outcome=None),
        Good("3个项目自评得分分别为90分、92分、97分，平均得分93分。"),
        Good("3个项目自评得分分别为91分、92分、97分，平均得分93.33分。"),
        Good("3个项目自评得分分别为90分、92分、97分，按资金额加权，平均得分94分。", outcome=None),
        Good("各项目得分为92分、88分，平均得分91.2分（按资金占比80%、20%加权）。", outcome=None),
        Good("得分分别为90分、92分、97分，复核平均得分91分。", outcome=None),
        Good("自评得分95分、复核得分91分，同行业平均得分88.6分。", outcome=None),
        Good("项目平均得分94分，其中道路养护项目90分。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.averaged:
        if isinstance(item, Mean):
            related = [Related(figure, "score") for figure in item.scores]
            formula = over(added(item.scores), constant(len(item.scores)))
            yield Check.equal(item.average, formula, related, count=len(item.scores))
