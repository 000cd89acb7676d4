"""YEA005 报告年度前后矛盾

查什么  标题写明的年度与封面“报告年度”、页眉页脚、再次出现的同一标题、各表标题的年度应当一致；填报日期不应早于报告年度。
为什么  标题、封面多半是沿用旧稿改了一处漏了一处；年度不定，其他年度核对都无从谈起。
怎样处理  确定报告年度，把写错的一处改过来，再重新核对；也可以用 --year 指定报告年度。
不查    文件名、正文中的年份（只作为推断年度的依据）；标题写明几个年度的；预算、方案等事先编制的材料的日期和表。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

EARLY = Say("{first}，{other}却早于{year}年，请核对", "{first}, but {other} is before {year}")


@rule(
    "YEA005",
    name="year-conflict",
    severity="warning",
    title="The report gives itself two years",
    says=Say(
        "报告年度有矛盾：{first}，{other}，请核对；年度确定之前，与年度有关的各项不下结论",
        "the report gives itself two years: {first}, but {other}",
    ),
    bad=[
        Bad("青禾县水务局2023年度部门整体支出绩效自评报告\n\n报告年度：2022年\n\n一、基本情况\n", claimed="2022", derived="2023"),
        Bad("青禾县水务局2023年度部门整体支出绩效自评报告\n\n填报日期：2022年3月10日\n\n一、基本情况\n", claimed="2022", derived="2023"),
        Bad(
            "青禾县水务局2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n青禾县水务局2022年度部门整体支出绩效自评报告\n",
            claimed="2022",
            derived="2023",
        ),
        Bad(
            "青禾县水务局2023年度部门决算\n\n2022年度收入决算表\n项目 | 决算数\n财政拨款 | 12\n\n2022年度支出决算表\n项目 | 决算数\n清淤 | 12\n",
            claimed="2022",
            derived="2023",
        ),
    ],
    good=[
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n\n报告年度：2023年\n\n填报日期：2024年3月10日\n"),
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n\n填报日期：2023年12月28日\n", outcome=None),
        Good("青禾县水务局2024年度部门预算\n\n编制日期：2023年12月28日\n", outcome=None),
        Good("青禾县水务局2021—2023年灌区改造项目绩效评价报告\n\n2022年度项目支出表\n项目 | 支出\n清淤 | 12\n", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    report = facts.report_year
    if report is None:
        return
    for sign in report.rivals:
        if sign.span is not None:
            made = Check.observe(sign.span, first=report.evidence, other=sign.told, year=report.value)
            made = made.but(claimed=str(sign.year), derived=str(report.value))
            yield made.but(message=EARLY) if sign.kind == "early" else made
    for sign in report.signs[1:]:
        if sign.span is not None and sign.is_binding and sign.year == report.value:
            yield Check.agrees(sign.span)
