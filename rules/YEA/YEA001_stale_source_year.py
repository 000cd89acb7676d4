"""YEA001 所依据报表或所算指标的年度与报告年度不符

查什么  推算本年度指标所依据的决算报表等资料、写有年度的评分指标、算式中写明年度的各个数，其年度应为报告年度。同一句里的各处合为一条：报告年度、本句所写年度、所据资料的年度，以及代入的数在文中有没有着落。
为什么  依据上一年度的报表算不出本年度的指标；多半是沿用了往年的报告。
怎样处理  核对所依据的报表：数字取自本年度报表的，改正年度；确实取自往年报表的，改用本年度数据重算。
不查    年初、上年和同比数据的来源；编制预算、计划的依据；人口、统计等公开资料；上年度评价的结果、整改和应用；同时列出报告年度同一指标的；标题写明的几个年度以内的。报告年度不明、有矛盾或依据不足时不下结论。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.phrases.citations import Citation
from lint.facts.phrases.derivations import Derivation
from lint.facts.phrases.operands import Operand
from lint.rule import Bad, Good, rule
from lint.say import Say

NO_YEAR = Say("没有找到报告年度", "the report year was not found")
REASONS = {
    "opening": Say("涉及年初、上年或同比数据，依据往年资料可能属实", "opening or prior-year figures may come from an earlier year"),
    "planning": Say("用于编制预算或计划，依据往年资料可能属实", "plans may rest on an earlier year"),
    "public": Say("所依据的是人口、统计等公开资料，用往年的可能属实", "published statistics may be of an earlier year"),
    "aftermath": Say("说的是上年度评价或其整改、应用，写往年可能属实", "it looks back on an earlier evaluation"),
    "series": Say("文中另有报告年度的同一指标", "the same ratio is given for the report year, too"),
}
COMPUTED = Say("本句计算{year}年度的{name}", "this sentence computes the {name} of {year}")
TOLD = {
    "ratio": Say("本句写的是{year}年度的{name}", "this sentence gives the {name} of {year}"),
    "source": Say("所依据的是{year}年度的资料“{name}”", "its source is of {year}: “{name}”"),
    "operands": Say("“{name}”的算式代入的都是{year}年的数，请核对", "“{name}” is computed from figures of {year} alone"),
}
LINK = Say("{before}，{after}", "{before}, {after}")
NOWHERE = Say(
    "代入的{operand}在文中找不到{report}年的对应数（可比的是{name}{figure}）",
    "the {operand} put in stands nowhere as a figure of {report} (comparable: {name} {figure})",
)
UNKNOWN = Say("代入的{operand}在文中别处没有出现", "the {operand} put in stands nowhere else")
ELSEWHERE = Say("代入的{operand}在文中属{year}年", "the {operand} put in is one of {year} elsewhere")
CURRENT = Say(
    "代入的{operand}在文中属报告年度，多半只是年度没有改",
    "the {operand} put in is one of the report year elsewhere, so the year may be all that is wrong",
)


@rule(
    "YEA001",
    name="stale-source-year",
    severity="error",
    title="A figure of the report year derived from another year's source",
    says=Say("报告年度为{report}年（{evidence}），{told}", "the report is about {report} ({evidence}), {told}"),
    bad=[
        Bad("根据我局2021年度部门决算报表相关数据计算，2022年的政府采购执行率＝30.5÷30.5×100%＝100%。", "2021年度", "2022年度", year=2022),
        Bad("根据区住房和建设委员会2021年度部门决算报表计算，2022年的政府采购执行率＝30.5÷30.5×100%＝100%。", "2021年度", year=2022),
        Bad("2020年度结转结余率＝0÷530.2×100%＝0，得5分。", "2020年度", "2022年度", year=2022),
        Bad(
            "财政拨款总收入620.5万元。根据2021年度部门决算报表计算，2020年度结转结余率＝0÷（0＋715.3）×100%＝0，得5分。",
            "2021年度",
            "2022年度",
            year=2022,
        ),
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
        Good("2021年度预算执行率89.5%，得分8.95分；2022年提高到95.2%。", outcome="undecided", year=2022),
        Good("根据2021年度固定资产年报，2021年末固定资产总额1860万元。", outcome="undecided", year=2022),
        Good("2022年预算编制时，依据2021年度部门决算数据，公用经费为120万元。", outcome="undecided", year=2022),
        Good("按2021年人口年报，全县60周岁以上老人5.2万人。", outcome="undecided", year=2022),
        Good("（五）上年度评价结果应用。2021年度资金执行率为89.5%，得8.95分，现已改进。", outcome="undecided", year=2022),
        Good("根据《关于做好2021年度部门决算工作的通知》要求开展工作。", outcome=None, year=2022),
        Good("青禾县水务局2021—2023年灌区改造项目绩效评价报告\n\n根据2022年度项目决算报表，实际支出35.6万元，2023年支出12.1万元。"),
        Good(
            "青禾县水务局2023年度部门整体绩效自评报告\n\n报告年度：2022年\n\n根据2022年度部门决算报表计算，采购执行率＝30.5÷30.5×100%＝100%。",
            outcome="undecided",
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    report = facts.report_year
    for found in facts.derivations:
        if report is None or not found.stale:
            yield from (_apart(item, facts) for item in found.citations)
            continue
        related = [Related(figure, "year") for figure in found.years()]
        for operand in found.operands:
            related.append(Related(operand.figure, "operand", operand.figure.name))
            related += [Related(other.figure, "same", other.name) for other in operand.comparable[:1]]
        told = _told(found, facts)
        made = Check.observe(found.span, related, report=report.value, evidence=report.evidence, told=told)
        sure = any(item.kind != "operands" for item in found.stale)
        yield made.but(claimed=f"{found.stale[0].year}年度", derived=f"{report.value}年度", severity="error" if sure else "warning")


def _apart(item: Citation, facts: Facts) -> Check:
    """What comes of one citation of a sentence that nothing is held against."""
    report = facts.report_year
    if report is None:
        return Check.undecided(item.span, NO_YEAR)
    if item.legitimate and not report.covers(item.year):
        return Check.undecided(item.span, REASONS[item.legitimate])
    if report.doubt and (report.rivals or item.year != report.value):
        return Check.undecided(item.span, report.doubt)
    return Check.agrees(item.span)


def _told(found: Derivation, facts: Facts) -> Say:
    """What the sentence computes, from what, and what became of its operands, in one line."""
    parts = []
    for kind in ("ratio", "source", "operands"):
        item = found.of(kind)
        if item and (item in found.stale or kind != "operands"):
            say = TOLD[kind] if item in found.stale or kind != "ratio" else COMPUTED
            parts.append(say.of(year=item.year, name=item.document))
    parts += [_fate(operand, facts) for operand in found.operands]
    told = parts[0]
    for part in parts[1:]:
        told = LINK.of(before=told, after=part)
    return told


def _fate(operand: Operand, facts: Facts) -> Say:
    """Where an operand comes from, as far as the document shows."""
    report = facts.report_year
    period = facts.periods.get(operand.elsewhere.span) if operand.elsewhere else None
    if operand.comparable and report:
        nearest = operand.comparable[0]
        return NOWHERE.of(operand=operand.figure, report=report.value, name=nearest.name, figure=nearest.figure)
    if period is None or report is None:
        return UNKNOWN.of(operand=operand.figure)
    return CURRENT.of(operand=operand.figure) if report.covers(period.year) else ELSEWHERE.of(operand=operand.figure, year=period.year)
