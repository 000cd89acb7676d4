"""What a submission says of one project in two of its files, and of the totals of the accounts in words and in tables."""

from __future__ import annotations

import pytest

from tests.support import Submit, findings

REPORT = "2023年度青禾县水务局部门整体支出绩效自评报告\n\n{}\n"
FORM = (
    "2023年度项目支出绩效自评表\n项目名称 | 河道清淤工程\n项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n"
    "年度资金总额 | 120 | 114 | 10 | 95% | 9.5\n"
    "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n"
    "产出 | 数量 | 清淤长度 | ≥12公里 | 12.5公里 | 50 | 50\n效益 | 社会 | 防洪条件 | 改善 | 基本改善 | 40 | 37\n"
    "总分 | | | | | 100 | 96.5\n"
)
LIST = (
    "2023年度项目支出绩效自评汇总表\n序号 | 项目名称 | 全年预算数（万元） | 全年执行数（万元） | 执行率 | 自评得分\n"
    "1 | 河道清淤工程 | 120 | {spent} | {rate} | {score}\n2 | 堤坝加固项目 | 80 | 60 | 75% | 90\n"
)
ACCOUNTS = (
    "2023年度收入支出决算总表\n部门：青禾县水务局\n单位：万元\n收入 | | 支出 |\n项目 | 金额 | 项目 | 金额\n"
    "一、一般公共预算财政拨款收入 | 100 | 一、农林水支出 | 98\n本年收入合计 | 100 | 本年支出合计 | 98\n"
    "年初结转和结余 | 5 | 年末结转和结余 | 7\n总计 | 105 | 总计 | 105\n"
)
NOTE = "青禾县水务局2023年度部门决算情况说明\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.河道清淤工程。全年预算数120万元，执行数114万元，自评得分95.5分。", [("SCO006", "95.5分", "96.5分")]),
        ("1.河道清淤工程。全年预算数120万元，执行数114万元，自评得分96.5分。", []),
        ("河道清淤工程自评得分95.5分。", [("SCO006", "95.5分", "96.5分")]),
        ("重点实施了河道清淤工程。经综合评价，部门整体自评得分95.5分。", []),  # the office's own score
        ("重点实施了河道清淤工程。自评得分95.5分。", []),  # whose?
        ("县财政局对河道清淤工程开展重点评价，评价得分85.2分。", []),  # another judge
        ("河道清淤工程2022年自评得分92分，2023年自评得分96.5分。", []),
        ("河道清淤能力提升工程自评得分98分。", []),  # another project
        ("农村饮水、河道清淤等项目均完成目标，综合得分95.5分。", []),  # several
        ("河道清淤工程绩效目标完成情况：产出指标50分，得分50分。", []),  # one indicator
    ],
)
def test_the_score_of_a_project_in_words_is_held_against_its_form(
    submitted: Submit, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert findings(submitted(report=REPORT.format(text), form=FORM)) == expected


def test_a_list_of_projects_is_held_against_their_forms(submitted: Submit) -> None:
    assert not findings(submitted(list=LIST.format(spent="114", rate="95%", score="96.5"), form=FORM))
    found = findings(submitted(list=LIST.format(spent="108", rate="90%", score="95"), form=FORM))
    assert found == [("REF006", "108万元", "114万元"), ("SCO006", "95", "96.5")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年度收、支总计均为105万元。", []),
        ("2023年度收、支总计均为108万元。", [("REF002", "108万元", "105万元")]),
        ("2023年度收入总计108万元。", [("REF002", "108万元", "105万元")]),
        ("2023年度支出总计108万元。", [("REF002", "108万元", "105万元")]),
        ("2023年度本年支出合计95万元。", [("REF002", "95万元", "98万元")]),
        ("2023年度年初结转和结余9万元，年末结转和结余7万元。", [("REF002", "9万元", "5万元")]),
        ("2023年度年初结转和结余5万元，年末结转和结余5万元。", [("REF002", "5万元", "7万元")]),
    ],
)
def test_totals_of_the_accounts_are_known_by_their_words(submitted: Submit, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert findings(submitted(note=NOTE.format(text), accounts=ACCOUNTS)) == expected


def test_the_total_of_the_three_public_expenses_is_that_of_the_lone_row(submitted: Submit) -> None:
    accounts = (
        "2023年度财政拨款“三公”经费支出决算表\n部门：青禾县水务局\n单位：万元\n"
        "预算数 | | | 决算数 | |\n合计 | 因公出国（境）费 | 公务接待费 | 合计 | 因公出国（境）费 | 公务接待费\n37 | 31 | 6 | 23.94 | 21.68 | 2.26\n"
    )
    text = REPORT.format("2023年“三公”经费预算35万元，“三公”经费支出23.94万元。")
    reports = submitted(report=text, accounts=accounts)
    assert findings(reports) == [("REF002", "35万元", "37万元")]
    assert "“‘三公’经费（预算数）”" in next(reports[0].findings()).message.text("zh")


def test_a_copy_off_by_one_in_its_last_place_is_told_as_such(submitted: Submit) -> None:
    table = "2023年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 3.34\n公务用车运行费 | 4.01\n合计 | 7.35\n"
    reports = submitted(note=NOTE.format("2023年度公务接待费支出决算为3.35万元。"), table=table)
    found = next(reports[0].findings())
    assert (found.code, found.severity) == ("REF002", "info")
    assert found.check.note is not None and "末位" in found.check.note.zh


def test_an_amount_whose_line_in_another_file_is_empty_is_told(submitted: Submit) -> None:
    table = "2023年度“三公”经费支出决算表\n单位：万元\n项目 | 预算数 | 决算数\n合计 | 20 | 7\n公务用车运行费 | 12 | 4\n公务接待费 | 8 | 3\n公务用车购置费 | | {}\n"
    text = NOTE.format("2023年度公务用车购置费支出决算为15万元。")
    assert findings(submitted(note=text, table=table.format(""))) == [("REF010", "15万元", "")]
    assert findings(submitted(note=text, table=table.format("15").replace("20 | 7", "20 | 22"))) == []


@pytest.mark.parametrize(
    ("basic", "project", "expected"),
    [
        ("60", "38", []),
        ("58", "40", [("REF002", "58万元", "60万元"), ("REF002", "40万元", "38万元")]),
        ("38", "60", [("REF003", "", "")]),
    ],
)
def test_short_names_are_sure_where_they_split_a_known_total(
    submitted: Submit, basic: str, project: str, expected: list[tuple[str, str, str]]
) -> None:
    table = (
        "2023年度支出决算表\n单位：万元\n科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n"
        " | 合计 | 98 | 60 | 38\n213 | 农林水支出 | 98 | 60 | 38\n"
    )
    text = f"2023年度本年支出合计98万元，其中：基本支出{basic}万元，项目支出{project}万元。"
    assert findings(submitted(note=NOTE.format(text), table=table)) == expected


def test_money_spent_by_june_is_not_that_of_the_year(submitted: Submit) -> None:
    text = REPORT.format("截至6月底，河道清淤工程支出20万元；截至12月底，河道清淤工程支出114万元。")
    assert findings(submitted(report=text, form=FORM)) == []


def test_a_subject_that_has_the_name_of_a_project_is_not_its_form(submitted: Submit) -> None:
    table = (
        "2023年度支出经济分类决算表\n单位：万元\n科目编码 | 科目名称 | 决算数\n310 | 资本性支出 | 52\n31002 | 河道清淤 | 52\n合计 | | 52\n"
    )
    assert findings(submitted(table=table, form=FORM)) == []


def test_an_order_for_the_next_year_is_no_file_of_that_year(submitted: Submit) -> None:
    order = "青禾县财政局关于开展2024年财政支出绩效评价工作的通知\n\n请于2024年4月30日前报送2023年度绩效自评材料。\n"
    assert findings(submitted(report=REPORT.format("部门整体支出绩效自评总分为95分。"), order=order)) == []
