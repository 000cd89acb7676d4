"""YEA001 所依据报表或所算指标的年度与报告年度不符

查什么  推算本年度指标所依据的决算报表等资料、写有年度的评分指标、算式中写明年度的各个数，其年度应为报告年度。
为什么  依据上一年度的报表算不出本年度的指标；多半是沿用了往年的报告。
怎样处理  核对所依据的报表：数字取自本年度报表的，改正年度；确实取自往年报表的，改用本年度数据重算。
不查    年初、上年和同比数据的来源；编制预算、计划的依据；同时列出报告年度同一指标的。报告年度不明或依据不足时不下结论。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

RATIO = Say(
    "报告年度为{report}年（{evidence}），此处却是{stated}年度的{name}",
    "the report is about {report} ({evidence}), this is the {name} of {stated}",
)
OPERANDS = Say(
    "报告年度为{report}年（{evidence}），“{name}”的算式代入的却都是{stated}年的数，请核对",
    "the report is about {report} ({evidence}), “{name}” is computed from figures of {stated} alone",
)
NO_YEAR = Say("没有找到报告年度", "the report year was not found")
REASONS = {
    "opening": Say("涉及年初、上年或同比数据，依据往年资料可能属实", "opening or prior-year figures may come from an earlier year"),
    "planning": Say("用于编制预算或计划，依据往年资料可能属实", "plans may rest on an earlier year"),
    "unsure": Say("报告年度的依据不足", "the report year is not well evidenced"),
    "series": Say("文中另有报告年度的同一指标", "the same ratio is given for the report year, too"),
}
VARIANTS: dict[str, dict[str, object]] = {
    "source": {},
    "ratio": {"message": RATIO},
    "operands": {"message": OPERANDS, "severity": "warning"},
}


@rule(
    "YEA001",
    name="stale-source-year",
    severity="error",
    title="A figure of the report year derived from another year's source",
    says=Say(
        "报告年度为{report}年（{evidence}），此处依据的却是{stated}年度的资料“{name}”",
        "the report is about {report} ({evidence}), the source cited is of {stated}: “{name}”",
    ),
    bad=[
        Bad("根据我局2021年度部门决算报表相关数据计算，2022年的政府采购执行率＝30.5÷30.5×100%＝100%。", "2021年度", "2022年度", year=2022),
        Bad("根据区住房和建设委员会2021年度部门决算报表计算，2022年的政府采购执行率＝30.5÷30.5×100%＝100%。", "2021年度", year=2022),
        Bad("2020年度结转结余率＝0÷530.2×100%＝0，得5分。", "2020年度", "2022年度", year=2022),
        Bad(
            "结转结余率＝2021年末结转结余8.40万元÷（2021年初结转结余2.00万元＋2021年财政拨款收入166.00万元）×100%＝5%。",
            "2021年度",
            "2022年度",
            severity="warning",
            year=2022,
        ),
    ],
    good=[
        Good("根据我局2022年度部门决算报表相关数据计算，2022年的政府采购执行率＝30.5÷30.5×100%＝100%。", year=2022),
        Good("根据2021年度部门决算报表，2022年年初结转结余35.6万元。", outcome="undecided", year=2022),
        Good("2021年度预算执行率＝90÷100×100%＝90%。2022年度预算执行率＝96÷100×100%＝96%。", outcome="undecided", year=2022),
        Good("结转结余率＝2021年末结转结余8.40万元÷2022年财政拨款收入168.00万元×100%＝5%。", outcome=None, year=2022),
        Good("根据《关于做好2021年度部门决算工作的通知》要求开展工作。", outcome=None, year=2022),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    report = facts.report_year
    for item in facts.citations:
        if report is None:
            yield Check.undecided(item.span, NO_YEAR)
            continue
        values = {"report": report.value, "evidence": report.evidence, "stated": item.year, "name": item.document}
        if item.year == report.value:
            yield Check.agrees(item.span, **values)
        elif item.legitimate or not report.firm:
            yield Check.undecided(item.span, REASONS[item.legitimate or "unsure"], **values)
        else:
            found = Check.observe(item.span, **values).but(claimed=f"{item.year}年度", derived=f"{report.value}年度")
            yield found.but(**VARIANTS[item.kind])
