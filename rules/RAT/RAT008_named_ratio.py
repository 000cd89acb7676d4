"""RAT008 有名称的比率与按定义重算的结果不符

查什么  结转结余率、预算调整率、“三公”经费变动率、预决算差异率、节约率、满意度等有固定算法的比率：按各种通行的公式，用写在旁边的数重算；旁边没有写的，用文中别处同名、同年度、同一单位的数重算。认识的比率和公式见 docs/比率.md。
为什么  这些比率直接对应得分；与报告自己写出的数对不上，说明比率或者其中一个数填错，或者口径没有写明。
怎样处理  按所列公式复核；另有口径的，在文中写明公式。
不查    任何一种通行公式相符即视为相符，并说明所用的公式；公式要用的数没有找齐，或者同名的数有几个不同的值，不下结论；同一个百分比已由占比（RAT001）、完成率（RAT002）、增减率（RAT003）、算式（RAT005）或表格（RAT006）核对的，不重复核对。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.prose.rederived import Reading, Rederived
from lint.rule import Bad, Good, rule
from lint.say import Say

MISSING = Say("没有找到“{inputs}”的数", "no figure was found for {inputs}")
UNSURE = Say("不能确定代入哪个数或者用哪个公式", "the text leaves open which figures or which formula is meant")
CHOSEN = Say("按“{way}”计算", "taking {way}")
NONE_FITS = Say("按“{others}”计算也不相符", "{others} does not fit either")


@rule(
    "RAT008",
    name="named-ratio",
    severity="error",
    precision="ratio",
    needs=("operand",),
    title="A ratio known by name differs from every formula for it",
    says=Say(
        "{name}写{claimed}，按“{way}”计算为{derived}（{working}），相差{difference}",
        "{name} is stated as {claimed}; {way} gives {derived} ({working}), off by {difference}",
    ),
    bad=[
        Bad("年初预算800万元，调整后预算1000万元，预算调整率20%。", claimed="20%", derived="25%"),
        Bad("年初预算800万元，追加300万元，追减100万元，调整后预算1000万元，预算调整率52%。", claimed="52%", derived="25%"),
        Bad("年末结转结余40万元，全年预算1000万元，结转结余率6%。", claimed="6%", derived="4%"),
        Bad("本年预算28.50万元，上年预算30.00万元，“三公”经费变动率5%。", claimed="5%", derived="-5%", severity="warning"),
        Bad("本年预算28.50万元，上年预算30.00万元，下降1.50万元，变动率6%。", claimed="6%", derived="5%"),
        Bad("送审3200万元，核减224万元，核减率6%；其中设备送审700万元，核减35万元，核减率5%。", claimed="6%", derived="7%"),
        Bad("有效问卷200份，其中满意150份、基本满意40份、不满意10份，群众满意度93%。", claimed="93%", derived="95%"),
        Bad(
            "2023年度自评报告。2023年公用经费预算数50万元。全年工作顺利，任务完成。各项制度健全。公用经费决算数45万元。\n\n公用经费控制率95%，得4分。\n",
            claimed="95%",
            derived="90%",
            severity="warning",
        ),
    ],
    good=[
        Good("年初预算28个项目，执行完毕27个，预算执行进度96.20%。", outcome="undecided"),
        Good("受理562件，办结548件，按时办结率100%。", outcome="undecided"),
        Good("应到位600万元，及时到位540万元，年底全部到位，到位率100%。", outcome="undecided"),
        Good("有效问卷562份，满意和基本满意531份，满意度94.48%；其中司乘人员满意度93.37%，沿线群众满意度95.08%。", outcome="undecided"),
        Good("年初预算800万元，年中追加200万元，调整后预算1000万元，预算调整率25%。"),
        Good("年末结转结余40万元，支出决算1000万元，全年预算1250万元，结转结余率4%。"),
        Good("本年预算28.50万元，上年预算30.00万元，“三公”经费变动率-5%。"),
        Good("本年预算28.50万元，上年预算30.00万元，下降1.50万元，变动率5%。"),
        Good("本年预算28.50万元，上年预算30.00万元，变动率5%（下降）。"),
        Good("学生问卷143份，满意128份；单位问卷38份，满意率100%。", outcome="undecided"),
        Good("2022年调查200份，满意178份；2023年调查240份，满意度92.5%。", outcome="undecided"),
        Good("2023年年初预算812万元，调整后预算1024万元；2022年年初预算798万元，预算调整率18.45%。", outcome="undecided"),
        Good("送审3200万元，核减224万元；其中建安工程送审2500万元，核减率7.5%。", outcome="undecided"),
        Good("计划工期180天，实际工期171天，按时完工率100%。", outcome="undecided"),
        Good("有效问卷200份，其中满意150份、基本满意40份、不满意10份，群众满意度95%。"),
        Good("有效问卷120份，其中满意100份、基本满意40份，群众满意度93.33%。", outcome="undecided"),
        Good("采购预算0万元，实际采购0万元，节约率100%。", outcome="undecided"),
        Good("年初预算800万元，追加300万元，预算调整率25%。", outcome="undecided"),
        Good("结转结余率4.8%，小于10%，得5分。", outcome="undecided"),
        Good("2022年末结转结余30万元，2023年支出预算1000万元，结转结余率4%。", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for claim in facts.rederived:
        made = [(reading, _derived(claim, reading)) for reading in claim.readings]
        fitting = next((pair for pair in made if pair[1].outcome in ("holds", "rounding")), None)
        if fitting is not None:
            yield fitting[1].but(note=CHOSEN.of(way=fitting[0].variant.words))
        elif not made and not claim.missing:
            yield Check.undecided(claim.figure, UNSURE, name=claim.name)
        elif not made:
            yield Check.undecided(claim.figure, MISSING.of(inputs="”“".join(claim.missing)), name=claim.name)
        elif refuting := [pair for pair in made if pair[0] in claim.refuting]:
            yield _refuted(claim, refuting)
        else:
            yield made[0][1].but(outcome="undecided", reason=made[0][1].reason or UNSURE)


def _derived(claim: Rederived, reading: Reading) -> Check:
    roles = [Related(mention.figure, "operand", mention.title) for mention in reading.inputs.values()]
    way = reading.variant.words
    return Check.equal(claim.figure, reading.formula, roles, binding=reading.binding, manner="named-ratio", name=claim.name, way=way)


def _refuted(claim: Rederived, made: list[tuple[Reading, Check]]) -> Check:
    """The ratio against the value that most formulas give, then the closest, with the others that were tried.

    A warning where figures from elsewhere refute it, or the sign alone differs.
    """
    given = Counter(reading.formula.point() for reading, _ in made)
    ordered = sorted(made, key=lambda pair: (-given[pair[0].formula.point()], abs((pair[0].formula.point() or 0) - claim.figure.value)))
    reading, nearest = ordered[0]
    if nearest.outcome != "broken" or nearest.severity == "info":
        return nearest
    others = "”“".join(other.variant.words for other, _ in ordered[1:])
    told = nearest.note or (NONE_FITS.of(others=others) if others else None)
    turned = reading.formula.point() == -claim.figure.value
    severity = "error" if reading.binding == "stated" and not turned else "warning"
    return nearest.but(note=told, severity=severity, confidence="medium" if claim.is_open else nearest.confidence)
