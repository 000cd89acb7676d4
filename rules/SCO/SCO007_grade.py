"""SCO007 等级与得分不对应

查什么  同一句里、项目汇总表同一行里的总分与等级（优、良、中、差）是否对应。报告没有另写分档的，按优90分以上、良80分以上、中60分以上、差60分以下对照。
为什么  等级决定结果应用，写错会误导。
怎样处理  核对得分与所用分档；分档另有规定的，在报告中写明。
不查    得分与等级不在一句（一行）里的、单项指标的得分不对照。分档出自通行办法而不是本报告，故只作警告。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "SCO007",
    name="grade",
    severity="warning",
    precision="order",
    title="The grade does not belong to the score",
    says=Say(
        "得分{score}，等级写“{grade}”；通行分档中“{grade}”从{lowest}分起{upto}，请核对所用分档",
        "the score is {score}, the grade “{grade}”; the usual band of that grade begins at {lowest}{upto_en}",
    ),
    bad=[
        Bad("经综合评价，项目自评总得分88.6分，评价等级为“优”。"),
        Bad("项目名称\t自评得分\t等级\n道路养护\t95\t优\n桥梁检测\t84\t优\n"),
    ],
    good=[
        Good("经综合评价，项目自评总得分92.6分，评价等级为“优”。"),
        Good("项目自评总得分80分，评价等级为良。"),
        Good("产出指标50分，得分50分；自评总分为99.5分，等级为优。"),
        Good("指标\t分值\t自评得分\t等级\n数量\t10\t9\t优\n质量\t90\t85\t良\n", outcome=None),
        Good("项目自评总得分97分，其中产出得分59分，效益得分38分，自评等级为优。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    indicators = {node.awarded.span for tree in facts.scores for node in tree.walk() if node.awarded is not None and not node.children}
    for graded in facts.grades:
        if graded.score.span in indicators:
            continue
        above = graded.above
        values = {
            "score": graded.score,
            "grade": graded.band.grade,
            "lowest": graded.band.lowest,
            "upto": f"、{above.lowest}分以下" if above else "",
            "upto_en": f" and ends below {above.lowest}" if above else "",
        }
        verdict = Check.agrees if graded.fits else Check.observe
        yield verdict(graded.score, **values)
