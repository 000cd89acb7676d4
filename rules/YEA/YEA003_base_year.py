"""YEA003 比较的基年与同段其他各项不一致

查什么  同一段里各项多与上年比较，个别一项却写“较”更早的年份。
为什么  多半是沿用旧稿没有改年份，增减数也可能是旧数。
怎样处理  核对这一项的比较年份和增减数。
不查    全段都与同一较早年份比较的（如与基期比较）、同一项已与上年比较的、与清查核实数等比较的不报。报告年度有矛盾或依据不足时不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "YEA003",
    name="base-year",
    severity="warning",
    title="A comparison with another year than its siblings",
    says=Say(
        "同段各项与上年（{expected}年）比较，此项却与{claimed}年比较，请核对年份",
        "its siblings compare with the year before ({expected}), this one with {claimed}",
    ),
    bad=[
        Bad(
            "2018年度支出情况说明\n公务接待费5万元，较上年减少1万元；会议费3万元，较上年增加1万元；培训费2万元，较2015年减少2万元。",
            year=2018,
        ),
        Bad(
            "2021年度支出情况说明\n办公费8万元，比上年减少1万元；差旅费6万元，比上年增加2万元；培训费4万元，比2018年增加1万元。", year=2021
        ),
        Bad(
            "2022年度公务用车运行维护费8万元，比上年减少2万元，公务接待费3万元，比上年减少1万元；因公出国费4万元，比2019年增加1万元。",
            year=2022,
        ),
    ],
    good=[
        Good("公务接待费5万元，较上年减少1万元；会议费3万元，较2017年增加1万元。", year=2018),
        Good("公务接待费5万元，较2015年减少1万元；会议费3万元，较2015年增加1万元。", outcome=None, year=2018),
        Good("收入12.6亿元，比上年增长5%，比2015年增长32%；支出52亿元，比上年增长2%。", outcome=None, year=2018),
        Good(
            "接待费2万元，比上年减少1万元；会议费8万元，比上年增加1万元；资产186万元，比2015年清查核实数增加26万元。",
            outcome=None,
            year=2018,
        ),
        Good("公务接待费5万元，较上年减少1万元；会议费3万元，较2018年预算减少1万元。", outcome=None, year=2018),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    report = facts.report_year
    for odd in facts.base_years:
        if report and report.doubt:
            yield Check.undecided(odd.change.figure, report.doubt)
            continue
        values = {"expected": odd.expected, "claimed": odd.year}
        verdict = Check.agrees if odd.year == odd.expected else Check.observe
        yield verdict(odd.change.figure, **values)
