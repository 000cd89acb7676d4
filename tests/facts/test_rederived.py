"""Ratios known by name: every one that DOMAIN names, told rightly and wrongly, and what must not be taken for an operand."""

from __future__ import annotations

import pytest

from lint.check import Check
from lint.rule import all_rules
from tests.support import facts_of

RULES = [rule for rule in all_rules() if rule.code in ("RAT001", "RAT002", "RAT003", "RAT005", "RAT008")]


def checks(text: str, percent: str) -> list[Check]:
    """The checks of the percentage that is printed last as `percent`."""
    facts = facts_of(text)
    last = [figure for figure in facts.figures if str(figure) == percent][-1]
    return [check for rule in RULES for check in rule.check(facts) if check.primary is last]


def only(text: str, percent: str) -> Check:
    (check,) = checks(text, percent)
    return check


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("批复预算500万元，支出决算480万元，预算完成率{}。", "96.0%", "98.0%"),
        ("全年预算数500万元，全年执行数480万元，预算执行率{}。", "96.0%", "98.0%"),
        ("实际到位500万元，实际支出480万元，资金执行率{}。", "96.0%", "98.0%"),
        ("应到位资金500万元，实际到位450万元，资金到位率{}。", "90.0%", "95.0%"),
        ("及时到位资金400万元，应到位资金500万元，到位及时率{}。", "80.0%", "85.0%"),
        ("年初预算800万元，调整后预算1000万元，预算调整率{}。", "25.0%", "20.0%"),
        ("年初预算800万元，追加150万元，追减50万元，预算调整率{}。", "25.0%", "20.0%"),
        ("实际支付进度45.0%，既定支付进度50.0%，支付进度率{}。", "90.00%", "85.00%"),
        ("年末结转结余63.0万元，支出预算2100.0万元，结转结余率{}。", "3.0%", "3.5%"),
        ("年末结转结余40.0万元，支出完成数1000.0万元，结转结余率{}。", "4.0%", "4.5%"),
        ("年末结转结余50万元，年初结转结余20万元，本年财政拨款收入980万元，结转结余率{}。", "5.0%", "8.0%"),
        ("年末结转结余36.00万元，上年结转结余40.00万元，结转结余变动率{}。", "-10.0%", "-11.5%"),
        ("期末应付账款25.0万元，支出完成数1000.0万元，应付账款率{}。", "2.5%", "3.5%"),
        ("期末应收账款25.0万元，支出完成数1000.0万元，应收账款率{}。", "2.5%", "3.5%"),
        ("年末应付账款36.00万元，上年应付账款40.00万元，应付账款变动率{}。", "-10.0%", "-12.0%"),
        ("年末应收账款36.00万元，上年应收账款40.00万元，应收账款变动率{}。", "-10.0%", "-12.0%"),
        ("公用经费预算50万元，实际支出45万元，公用经费控制率{}。", "90.0%", "95.0%"),
        ("“三公”经费预算18.00万元，实际支出14.40万元，“三公”经费控制率{}。", "80.0%", "82.0%"),
        ("本年预算28.50万元，上年预算30.00万元，“三公”经费变动率{}。", "-5.00%", "-5.26%"),
        ("公务接待费支出18.00万元，上年公务接待费支出20.00万元，公务接待费变动率{}。", "-10.0%", "-12.0%"),
        ("2023年公务用车支出18.00万元，2022年20.00万元，公务用车变动率{}。", "-10.0%", "-12.0%"),
        ("在职人员84人，编制数88人，在职人员控制率{}。", "95.45%", "97.45%"),
        ("重点项目支出540万元，项目总支出675万元，重点支出安排率{}。", "80.0%", "85.0%"),
        ("政府采购预算120万元，实际采购金额114万元，政府采购执行率{}。", "95.0%", "93.0%"),
        ("政府采购预算100万元，实际采购92万元，政府采购节约率{}。", "8.0%", "6.0%"),
        ("固定资产总额900万元，在用固定资产855万元，固定资产利用率{}。", "95.0%", "93.0%"),
        ("财政拨款收入预算数1000万元，决算数1080万元，财政拨款收入预决算差异率{}。", "8.0%", "6.0%"),
        ("支出预算1000万元，支出决算950万元，支出预决算差异率{}。", "-5.0%", "-6.0%"),
        ("抽查工程40处，合格38处，质量达标率{}。", "95.0%", "93.0%"),
        ("验收工程40处，合格38处，验收合格率{}。", "95.0%", "93.0%"),
        ("计划任务53户，实际完成129户，任务完成率{}。", "243.4%", "234.4%"),
        ("计划修建公路200公里，实际完工190公里，完工率{}。", "95.0%", "90.0%"),
        ("应按期完成25个，按期完成24个，完成及时率{}。", "96.0%", "94.0%"),
        ("计划工期180天，实际工期171天，完成及时率{}。", "5.0%", "6.0%"),
        ("计划成本200万元，实际成本190万元，成本节约率{}。", "5.0%", "6.0%"),
        ("有效问卷200份，其中满意180份、不满意20份，满意度{}。", "90.0%", "92.0%"),
        ("有效问卷200份，其中满意150份、基本满意40份、不满意10份，满意度{}。", "95.0%", "93.0%"),
        ("产出指标满分20分，得分18分，得分率{}。", "90.0%", "85.0%"),
        ("负债总额100万元，资产总额200万元，资产负债率{}。", "50.0%", "55.0%"),
        ("一般公共预算收入30亿元，一般公共预算支出120亿元，财政自给率{}。", "25.0%", "20.0%"),
        ("税收收入90亿元，一般公共预算收入120亿元，税收占比{}。", "75.0%", "70.0%"),
        ("民生支出90亿元，一般公共预算支出120亿元，民生支出占比{}。", "75.0%", "70.0%"),
        ("送审金额5600万元，审定5040万元，核减率{}。", "10.0%", "12.0%"),
        ("本年业务收入1000万元，收支结余40万元，收支结余率{}。", "4.0%", "5.0%"),
    ],
)
def test_a_named_ratio_is_derived_from_what_stands_beside_it(text: str, right: str, wrong: str) -> None:
    text = f"2023年度自评报告。2023年{text.removeprefix('2023年')}"
    assert only(text.format(right), right).outcome in ("holds", "rounding")
    assert only(text.format(wrong), wrong).outcome == "broken"


@pytest.mark.parametrize(
    ("rate", "way"),
    [
        ("3%", "年末结转结余÷调整后预算"),
        ("3.38%", "年末结转结余÷年初预算"),
        ("3.09%", "年末结转结余÷支出完成数"),
    ],
)
def test_the_formula_that_fits_is_named(rate: str, way: str) -> None:
    found = only(f"年初预算1862.5万元，调整后预算2100万元；实际支出2037万元，年末结转结余63万元，结转结余率{rate}。", rate)
    assert found.outcome == "holds"
    assert found.diagnosis is not None
    assert found.diagnosis.text() == f"按“{way}”计算"


def test_where_none_fits_the_nearest_formula_and_the_others_are_named() -> None:
    found = only("年末结转结余40万元，支出决算1000万元，全年预算1250万元，结转结余率5%。", "5%")
    assert (found.severity, found.values["way"], found.derived) == ("info", "年末结转结余÷支出完成数", "4%")
    found = only("年末结转结余40万元，支出决算1000万元，全年预算1250万元，结转结余率6.00%。", "6.00%")
    assert found.diagnosis is not None
    assert found.diagnosis.text() == "按“年末结转结余÷调整后预算”计算也不相符"


ACCOUNTS = """2023年度部门整体支出绩效自评报告

各项工作完成较好。结转结余率{}，得5分。

2023年度财政拨款收入支出决算总表
单位：万元
项目 | 金额
本年收入合计 | 195
年初财政拨款结转和结余 | 5
总计 | 200
年末财政拨款结转和结余 | 7
"""


def test_operands_are_found_in_the_tables_of_the_report() -> None:
    found = only(ACCOUNTS.format("3.50%"), "3.50%")
    assert (found.outcome, found.working) == ("holds", "7÷（5+195）×100%")


def test_a_ratio_that_other_formulas_may_explain_is_left_open() -> None:
    assert only(ACCOUNTS.format("4.50%"), "4.50%").outcome == "undecided"


PUBLIC = """{}年度部门整体支出绩效自评报告

{}“三公”经费控制率{}，得5分。

2023年度“三公”经费支出决算表
单位：万元
项目 | 预算数 | 决算数
公务接待费 | 4.00 | 3.00
公务用车运行维护费 | 6.00 | 5.00
“三公”经费合计 | 10.00 | 8.00
"""


def test_figures_from_elsewhere_give_a_warning() -> None:
    assert only(PUBLIC.format(2023, "", "80.00%"), "80.00%").outcome == "holds"
    found = only(PUBLIC.format(2023, "", "85.00%"), "85.00%")
    assert (found.outcome, found.severity) == ("broken", "warning")


@pytest.mark.parametrize(("year", "words"), [(2024, ""), (2023, "上年"), (2023, "2022年"), (2023, "全县")])
def test_figures_of_another_year_or_office_are_no_operands(year: int, words: str) -> None:
    assert only(PUBLIC.format(year, words, "80.00%"), "80.00%").outcome == "undecided"


def test_an_indicator_row_is_derived_from_the_text() -> None:
    text = (
        "2023年度部门整体支出绩效自评表\n指标 | 指标值 | 完成值 | 分值 | 得分\n公用经费控制率 | ≤100% | {} | 5 | 5\n在职率 | 100% | 100% | 5 | 5\n\n"
        "2023年公用经费预算数50.00万元，公用经费支出决算45.00万元。\n"
    )
    assert only(text.format("90.00%"), "90.00%").outcome == "holds"
    assert only(text.format("95.00%"), "95.00%").severity == "warning"


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("共回收问卷150份，满意90份，基本满意45份，不满意15份，按权重1、0.6、0计算，满意度为78%。", "78%"),
        ("计划巡查200次，实际巡查210次，发现问题30个，整改30个，整改完成率90%。", "90%"),
        ("总投资2000万元，截至2022年底累计完成投资1500万元；2022年计划投资800万元，累计完成率75%。", "75%"),
        ("年初预算800万元，追加300万元，预算调整率25%。", "25%"),
        ("采购预算0万元，实际采购0万元，节约率100%。", "100%"),
        ("2022年在职人员86人，编制数80人。各项工作平稳。无超编。\n\n2023年在职人员控制率为95.45%。", "95.45%"),
        ("甲局年初结转结余5万元。结转结余率4%，得5分。", "4%"),
        ("2023年在职人员45人，2022年47人，人员变动率6.5%。", "6.5%"),
        ("结转结余率4%，较上年的5%下降1个百分点。", "4%"),
        ("年末结转结余约60万元，全年预算2100万元，结转结余率3.5%。", "3.5%"),
    ],
)
def test_what_the_words_leave_open_accuses_nobody(text: str, percent: str) -> None:
    assert [check.outcome for check in checks(text, percent)] == ["undecided"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("甲局采购预算100.00万元，实际采购92.00万元，节约率8.00%，乙局采购预算200.00万元，实际采购190.00万元，节约率5.00%。", "5.00%"),
        ("编制总数120名，其中行政45名。年末在职人员112人，其中行政42人。财政供养人员控制率93.33%。", "93.33%"),
        ("在职人员控制率为95.45%（在职人员84人÷编制数88人×100%）。", "95.45%"),
        ("应按期完成的25个子项目中，24个按期完成，完成及时率96.00%。", "96.00%"),
        ("“三公”经费预算28.00万元，实际支出21.36万元，较上年22.90万元变动率为-6.72%。", "-6.72%"),
        (
            "收入2000万元，较预算1800万元增加200万元，预决算差异率11.11%；支出1950万元，较预算1800万元增加150万元，预决算差异率8.33%。",
            "8.33%",
        ),
    ],
)
def test_operands_are_taken_from_the_nearest_place_that_has_them(text: str, percent: str) -> None:
    assert only(text, percent).outcome in ("holds", "rounding")


def test_a_percentage_is_checked_by_one_rule_alone() -> None:
    text = "年末结转结余85.00万元，支出预算3450.00万元，结转结余率=85.00÷（27.00+3423.00）×100%=2.46%。"
    assert [check.outcome for check in checks(text, "2.46%")] == ["holds"]
