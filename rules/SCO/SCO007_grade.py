"""SCO007 等级与得分不对应

查什么  同一句里、项目汇总表同一行里的总分与等级（优、良、中、差）是否对应。报告写有分档的按报告，gouji.toml 写有分档的按其所写，
        都没有的，按优90分以上、良80分以上、中（合格）60分以上、差（不合格）60分以下对照；所用分档写在结果里。
为什么  等级决定结果应用，写错会误导。
怎样处理  核对得分与所用分档；分档另有规定的，在报告中写明。
不查    得分与等级不在一句（一行）里的、单项指标的得分不对照；满分不是100分的，等级按名次、比例、一票否决定的；得分落在两档之间（80—89分、90—100分之间的89.5分）的，不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.number import plain
from lint.rule import Bad, Good, rule
from lint.say import Say

SOURCES = {
    "usual": Say("通行分档", "the usual bands"),
    "given": Say("设置文件所写分档", "the bands of the settings"),
    "report": Say("报告所写分档", "the bands that the report prints"),
}
BETWEEN = Say("得分落在两档之间，分档没有规定", "the score lies between two bands")


@rule(
    "SCO007",
    name="grade",
    severity="warning",
    precision="order",
    title="The grade does not belong to the score",
    says=Say(
        "得分{score}，等级写“{grade}”；{source}中“{grade}”从{lowest}分起{upto}，请核对所用分档",
        "the score is {score}, the grade “{grade}”; by {source} that grade begins at {lowest}{upto_en}",
    ),
    bad=[
        Bad("经综合评价，项目自评总得分88.6分，评价等级为“优”。"),
        Bad("评价分档：90分（含）以上为优，75分（含）至90分为良，60分（含）至75分为中，60分以下为差。项目综合得分78分，等级为中。"),
        Bad("项目名称\t自评得分\t等级\n道路养护\t95\t优\n桥梁检测\t84\t优\n"),
    ],
    good=[
        Good("经综合评价，项目自评总得分92.6分，评价等级为“优”。"),
        Good("分档：95分以上为优，85分至95分为良，60分至85分为中，60分以下为差。项目综合得分92分，等级为良。"),
        Good("90—100分为优，80—89分为良，60—79分为中，59分以下为差。项目综合得分89.5分，评价等级为优。", outcome="undecided"),
        Good("自评项目15个，平均得分88.60分（其中，绩效评级为“优”的项目5个；“良”的10个）。", outcome=None),
        Good("项目综合得分75分，评价等级为合格。"),
        Good("考核得分91.3分，因一票否决，等级为不合格。", outcome=None),
        Good("综合得分94.6分，排名第12位，等级为良好。", outcome=None),
        Good("自评得分98分（满分120分），等级为良。", outcome=None),
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
        if graded.fits is None:
            yield Check.undecided(graded.score, BETWEEN)
            continue
        values = {
            "source": SOURCES[graded.bands.source],
            "score": graded.score,
            "grade": graded.band.grade,
            "lowest": plain(graded.band.lowest),
            "upto": f"、{plain(above.lowest)}分以下" if above else "",
            "upto_en": f" and ends below {plain(above.lowest)}" if above else "",
        }
        if holding := graded.bands.holding(graded.score.value):
            values |= {"claimed": graded.band.grade, "derived": holding.grade}
        verdict = Check.agrees if graded.fits else Check.observe
        yield verdict(graded.score, **values)
