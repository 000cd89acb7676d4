"""RAT009 样本数下不可能出现的百分比

查什么  写明样本数（收回问卷15份、抽检48批次）的满意度、合格率等，应是某个整数除以样本数：15份问卷只能得到86.7%、93.3%等，得不到87.3%。
        方法即 GRIM 检验（Brown 与 Heathers，2017），按所写位数四舍五入或者截去尾数，有一种能得到即视为可能。
为什么  百分比和样本数出自同一次调查，不存在这样的整数，说明样本数或百分比至少一处填错，或者百分比不是按人数（份数）算的。
怎样处理  核对原始问卷（检验记录）的份数；满意度按打分平均、加权计算的，写明算法。
不查    写有满意（合格）数的，由完成率规则直接核对；样本多到任何百分比都可能出现的；平均、加权、打分得出的，总体（综合）满意度，一句里几个满意度并列的；样本之后又写有别的数量的；目标值。
        发放、收回、有效几个数并存的，都不可能才报。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.number import plain
from lint.rule import Bad, Good, rule
from lint.say import Say

PLACES = 2
"""Decimals of the percentages that a message offers instead."""


@rule(
    "RAT009",
    name="impossible-percentage",
    severity="warning",
    precision="rounded",
    needs=("count",),
    title="A percentage that no share of the sample can give",
    says=Say(
        "{size}中没有一个整数能得到{claimed}：{fewer}{unit}是{low}%，{more}{unit}是{high}%",
        "no whole number out of {size} gives {claimed}: {fewer} would be {low}%, {more} would be {high}%",
    ),
    bad=[
        Bad("共收回问卷15份，群众满意度87.3%。", claimed="87.3%"),
        Bad("发放问卷50份，收回48份，服务对象满意度为95.2%。", claimed="95.2%"),
        Bad("全年抽检样品36批次。抽检合格率98.5%。", claimed="98.5%"),
    ],
    good=[
        Good("共收回问卷15份，群众满意度86.7%。"),
        Good("发放问卷50份，收回48份，服务对象满意度为96.0%。"),
        Good("抽检样品36批次，合格率97.2%。"),
        Good("收回问卷15份，按各题平均，满意度87.3%。", outcome=None),
        Good("收回问卷1500份，满意度87.3%。", outcome=None),
        Good("收回问卷15份，满意13份，满意度87.3%。", outcome=None),
        Good("抽检产品36批次，共1280件，合格率98.5%。", outcome=None),
        Good("抽查5个单位，固定资产完好率98.6%。", outcome=None),
        Good("走访15户群众；据县统计局调查，全县群众满意度98.7%。", outcome=None),
        Good("收回问卷15份，满意度90%以上。", outcome=None),
        Good("收回问卷15份，满意度87.3%，为各题得分的平均值。", outcome=None),
        Good("满意度采用百分制打分。收回问卷15份，满意度87.3%。", outcome=None),
        Good("收回问卷15份，涉及环境、态度、效率三方面，满意度87.3%。", outcome=None),
        Good("收回问卷15份，每份8道题，满意率87.3%。", outcome=None),
        Good("走访群众15名，热线平台群众满意度97.8%。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for sample in facts.samples:
        (fewer, low), (more, high) = sample.nearest()
        size = sample.sizes[-1]
        shown = {"size": size, "unit": size.unit, "fewer": fewer, "more": more, "claimed": str(sample.percent)}
        related = [Related(figure, "count", figure.name) for figure in sample.sizes]
        verdict = Check.agrees if sample.possible else Check.observe
        yield verdict(sample.percent, related, low=plain(low * 100, PLACES), high=plain(high * 100, PLACES), **shown).but(
            claimed=str(sample.percent)
        )
