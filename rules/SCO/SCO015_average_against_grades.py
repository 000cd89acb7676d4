"""SCO015 平均得分与各等级的个数矛盾

查什么  同一句写有平均得分和优、良、中、差各多少个的，平均得分应在各等级分数上下限所允许的范围之内：5个“优”、8个“良”、2个“合格”，
        按优90分以上、良80分以上、合格60分以上，平均分最低80.67分，最高不到92分。
为什么  平均得分和等级出自同一批得分，超出范围说明两者不是同一批项目的，或者至少一处填错。
怎样处理  核对各项目得分、等级和平均数；分档与通行办法不同的，写明分档。
不查    等级没有列出个数的；等级名称不在所用分档里的。所用分档写在结果里，依次为报告所写、gouji.toml 所写、通行分档。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.averaged import Spread
from lint.number import plain
from lint.rule import Bad, Good, rule
from lint.say import Say

PLACES = 2


@rule(
    "SCO015",
    name="average-against-grades",
    severity="warning",
    precision="order",
    needs=("count",),
    title="An average score that the counts by grade do not allow",
    says=Say(
        "平均得分写{claimed}，按各等级个数只能在{low}分到{high}分之间（{bands}）",
        "the average is given as {claimed}, the counts by grade allow {low} to {high} ({bands})",
    ),
    bad=[
        Bad(
            "绩效自评项目15个，平均得分97分（其中，评级为“优”的项目5个；“良”的8个；“合格”的2个；“不合格”的0个）。",
            claimed="97分",
        ),
        Bad("共评价10个项目，优2个、良8个，平均得分78.5分。", claimed="78.5分"),
    ],
    good=[
        Good("绩效自评项目15个，平均得分88.5分（其中，评级为“优”的项目5个；“良”的8个；“合格”的2个；“不合格”的0个）。"),
        Good("共评价10个项目，全部为优，平均得分96.5分。", outcome=None),
        Good("分档：85分以上为优，75分至85分为良，60分至75分为中，60分以下为差。10个项目中优2个、良8个，平均得分78.5分。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.averaged:
        if isinstance(item, Spread):
            reach = item.reach()
            bands = "、".join(f"{band.grade}{plain(band.lowest)}分起" for band in item.bands.bands)
            related = [Related(count, "count", band.grade) for band, count in item.counts]
            verdict = Check.agrees if item.possible else Check.observe
            low, high = (plain(end, PLACES) for end in (reach.low, reach.high) if end is not None)
            yield verdict(item.average, related, low=low, high=high, bands=bands).but(claimed=str(item.average))
