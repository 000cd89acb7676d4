"""Years left over from the report of the year before: each is noticed in a report on 2022."""

from __future__ import annotations

import pytest

from lint.rule import all_rules
from support import facts_of

REPORT = "青禾县水务局2022年度部门整体支出绩效自评报告\n\n一、2022年度基本情况\n\n2022年总收入620.5万元，总支出620.5万元。\n\n"
YEARS = [rule for rule in all_rules() if rule.family == "YEA" and rule.reach == "file"]


def held(text: str) -> list[tuple[str, str]]:
    facts = facts_of(REPORT + text)
    return [(rule.code, check.claimed) for rule in YEARS for check in rule.check(facts) if check.outcome == "broken"]


@pytest.mark.parametrize(
    "text",
    [
        "二、2021年度绩效目标完成情况\n\n各项目标均已完成。\n",
        "项目支出绩效自评表\n（2021年度）\n项目名称 | 清淤\n年度资金总额 | 50\n",
        "2021年度项目支出绩效自评表\n项目名称 | 清淤\n年度资金总额 | 50\n",
        "附件2：2021年度部门整体支出绩效自评表\n一级指标 | 分值 | 得分\n产出 | 50 | 48\n效益 | 50 | 49\n",
        "2021年度收入支出决算总表\n单位：万元\n项目 | 决算数\n收入 | 50\n支出 | 50\n合计 | 100\n",
    ],
)
def test_a_heading_or_a_title_of_a_table(text: str) -> None:
    assert held(text) == [("YEA002", "2021年")]


@pytest.mark.parametrize(
    "text",
    [
        "（二）重点工作完成情况\n\n2021年，我局完成河道整治12公里，新建水库2座。\n",
        "（二）年度绩效目标完成情况\n\n2021年度，全局共开展执法检查120次。\n\n（三）存在问题\n",
        "（二）履职完成情况分析。2021年，我局完成河道整治12公里。\n",
        "2.产出指标完成情况\n\n2021年完成渠道清淤35公里，完成率100%。\n",
        "（三）资金使用情况\n\n2021年支出项目资金320.5万元，全部用于河道清淤。\n",
    ],
)
def test_a_section_on_results(text: str) -> None:
    assert held(text) == [("YEA002", "2021年")]


@pytest.mark.parametrize(
    "text",
    [
        "（二）重点工作完成情况\n\n2021年完成河道整治12公里，2022年完成15公里。\n",
        "（二）重点工作完成情况\n\n2021年完成河道整治12公里。\n\n今年完成15公里，上年结转的任务全部完成。\n",
        "（二）上年工作完成情况\n\n2021年完成河道整治12公里。\n",
        "（二）存在问题整改完成情况\n\n2021年完成整改12项。\n",
        "（二）项目实施情况\n\n2021年完成征地12亩。\n",
        "（二）“十四五”规划目标完成情况\n\n2021年完成河道整治12公里。\n",
    ],
)
def test_but_not_a_section_that_names_other_years_or_looks_back(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("截至2021年12月31日，我局固定资产总额1200.5万元。", "1200.5万元"),
        ("2021年末，在编人员43人。", "43人"),
        ("21年末实有43人。", "43人"),
        ("二〇二一年底实有43人。", "43人"),
        ("2021年度三公经费支出12.5万元。", "12.5万元"),
        ("经自评，我局2021年度部门整体支出绩效自评得分为96.5分，等级为优。", "96.5分"),
    ],
)
def test_a_state_a_yearly_total_or_a_score(text: str, claimed: str) -> None:
    assert held(text) == [("YEA002", claimed)]


@pytest.mark.parametrize(
    "text",
    [
        "2021年，我局预算执行率为96.5%，得10分。",
        "2021年度预算执行率96.5%，得10分。",
        "资料来源：2021年度部门决算报表，采购执行率=30.5÷30.5×100%=100%。",
        "数据来自2021年度决算，采购执行率=30.5÷30.5×100%=100%。",
        "根据二〇二一年度部门决算报表计算，采购执行率=30.5÷30.5×100%=100%。",
    ],
)
def test_a_scored_ratio_or_its_source(text: str) -> None:
    assert held(text) == [("YEA001", "2021年度")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "根据《财政拨款收入支出决算总表》，2021年度结转结余率＝0÷（0＋715.3）×100%＝0，得5分。",
            "代入的715.3在文中找不到2022年的对应数（可比的是总收入620.5万元）",
        ),
        ("2021年度结转结余率＝0÷（0＋620.5）×100%＝0，得5分。", "代入的620.5在文中属报告年度，多半只是年度没有改"),
        ("2020年支出715.3万元。2020年度结转结余率＝0÷（0＋715.3）×100%＝0，得5分。", "代入的715.3在文中属2020年"),
        ("2021年度采购执行率＝35.2÷35.2×100%＝100%，得5分。", "代入的35.2在文中别处没有出现"),
    ],
)
def test_one_finding_says_what_became_of_the_operands(text: str, told: str) -> None:
    facts = facts_of(REPORT + text)
    found = [
        (rule.code, check)
        for rule in all_rules()
        if rule.reach in ("file", "whole")
        for check in rule.check(facts)
        if check.outcome == "broken"
    ]
    assert [code for code, _ in found] == ["YEA001"]
    assert told in found[0][1].values["told"].text()
