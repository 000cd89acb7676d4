"""How tables are read: headers, labels, columns with their roles and units, ragged rows, several sheets in one table."""

from __future__ import annotations

import pytest

from lint.facts.tables.sheets import Panel, Sheet
from tests.support import tables_of


def sheet(text: str) -> Sheet:
    return tables_of(text).sheets[0]


def figures(panel: Panel, row: int) -> list[str]:
    return [str(figure) if (figure := panel.lines[row].figure(column)) else "" for column in panel.columns]


def test_the_caption_gives_amounts_their_unit_and_leaves_rates_and_scores_alone() -> None:
    panel = sheet("单位：万元\n项目 | 预算数 | 执行率 | 得分\n办公费 | 12.5 | 98% | 9\n").panels[0]
    assert figures(panel, 0) == ["12.5万元", "98%", "9"]
    assert [column.role for column in panel.columns] == ["amount", "rate", "score"]


def test_a_rate_column_printed_without_signs_holds_percentages() -> None:
    panel = sheet("项目 | 预算数 | 执行率\n甲 | 10 | 98.20\n乙 | 10 | 100\n").panels[0]
    assert figures(panel, 0)[1] == "98.20%"


def test_a_header_without_a_cell_above_the_labels_is_moved_over_its_columns() -> None:
    panel = sheet("自评表 项目资金（万元） 年初预算数 | 全年执行数 | 执行率\n资金总额 | 20 | 18 | 90%\n").panels[0]
    assert [column.name for column in panel.columns] == ["年初预算数", "全年执行数", "执行率"]
    assert figures(panel, 0) == ["20万元", "18万元", "90%"]


def test_a_line_of_words_above_blank_separated_rows_is_their_header() -> None:
    panel = sheet("项目资金（万元） 年初预算数 全年执行数 执行率\n资金总额 20 18 90%\n其他资金 5 5 100%\n").panels[0]
    assert [column.name for column in panel.columns] == ["年初预算数", "全年执行数", "执行率"]


def test_a_row_that_ends_early_keeps_its_cells_where_their_types_fit() -> None:
    panel = sheet("项目 | 预算数 | 执行数 | 执行率 | 得分\n总额 | 20 | 18 | 90% | 9\n拨款 | 20 | 18\n").panels[0]
    assert figures(panel, 1)[:2] == ["20", "18"]
    assert not panel.lines[1].loose


def test_a_row_that_fits_its_header_in_two_ways_is_loose() -> None:
    panel = sheet("项目 | 小计 | 购置 | 运行\n甲 | 30 | 10 | 20\n乙 | 5 | 5\n").panels[0]
    assert [line.loose for line in panel.lines] == [False, True]


def test_a_row_whose_cells_slipped_sideways_is_loose() -> None:
    panel = sheet("项目 | 预算数 | 执行数 | 执行率\n甲 | 10 | 9 | 90%\n乙 | 10 | 8 | 80%\n丙 | | 80% | 8\n").panels[0]
    assert panel.lines[2].loose


def test_two_label_columns_make_two_panels() -> None:
    panels = sheet("收入 | 金额 | 支出 | 金额\n拨款 | 80 | 人员 | 50\n其他 | 5 | 公用 | 35\n").panels
    assert [[line.label for line in panel.lines] for panel in panels] == [["拨款", "其他"], ["人员", "公用"]]


def test_subject_codes_are_no_amounts() -> None:
    panel = sheet("单位：元\n科目编码 | 科目名称 | 金额\n201 | 一般公共服务支出 | 90\n20103 | 政府办公 | 90\n").panels[0]
    assert [line.code for line in panel.lines] == [("201",), ("20103",)]
    assert [column.name for column in panel.columns] == ["金额"]


def test_a_second_header_inside_a_table_begins_another_sheet() -> None:
    text = "项目 | 预算数 | 执行数\n总额 | 20 | 18\n指标 | 分值 | 得分\n数量 | 10 | 9\n"
    assert [[column.name for column in found.columns] for found in tables_of(text).sheets] == [["预算数", "执行数"], ["分值", "得分"]]


def test_dashes_and_blanks_are_no_figures() -> None:
    panel = sheet("项目 | 预算数 | 执行数\n甲 | — | 5\n乙 | | 6\n丙 | 3 | 4\n").panels[0]
    assert [line.entries[1].is_blank for line in panel.lines] == [True, True, False]
    assert [line.entries[1].is_empty for line in panel.lines] == [False, True, False]


def test_titles_in_the_first_cells_of_a_header_do_not_move_its_columns() -> None:
    rows = "总额 | 20 | 18 | 90% | 9 | 无\n拨款 | 20 | 18 | 90% | / | /\n"
    panel = sheet("自评表（2022年度） 主管部门 | 某局 执行情况（10分） | 预算数 | 执行数 | 执行率 | 得分 | 原因\n" + rows).panels[0]
    assert [column.name for column in panel.columns] == ["预算数", "执行数", "执行率", "得分"]
    assert figures(panel, 1)[:3] == ["20", "18", "90%"]


def test_the_indicators_of_a_form_do_not_stand_under_the_header_of_its_money() -> None:
    rows = "资金总额 20 18 90%\n其他资金 5 5 100%\n产出指标 数量指标 期数 6期\n"
    assert [len(panel.lines) for panel in sheet("项目资金 年初预算数 全年执行数 执行率\n" + rows).panels] == [2]


def test_numbers_and_codes_are_no_columns_to_add() -> None:
    columns = sheet("项目 | 项目编号 | 排名 | 金额\n甲 | 1 | 1 | 20\n乙 | 2 | 2 | 30\n").columns
    assert [column.name for column in columns if column.role == "amount"] == ["金额"]


def cells(*given: str) -> list[str]:
    """The figures of a column of changes that holds these cells."""
    body = "".join(f"支出{index} | 1000 | {cell}\n" for index, cell in enumerate(given, 1))
    return [figures(sheet(f"项目 | 2022年 | 增减额\n{body}").panels[0], row)[1] for row in range(len(given))]


def test_negative_numbers_of_accountants_are_negative() -> None:
    assert cells("(100)", "（12.50）", "△100", "▲1,000", "100-", "500") == ["-100", "-12.50", "-100", "-1,000", "-100", "500"]


def test_a_list_mark_and_a_year_in_brackets_are_no_negative_numbers() -> None:
    assert cells("(1)", "（2022）", "500") == ["", "2022", "500"]


def test_a_triangle_beside_one_that_points_down_is_a_rise() -> None:
    assert cells("▲100", "▼50", "50", "40", "30") == ["", "", "50", "40", "30"]


def test_a_number_set_apart_in_groups_of_three_is_one_number() -> None:
    given = cells("1，000", "１，０００．００", "1 234 567.5", "'1000", "12 34")
    assert given == ["1,000", "1,000.00", "1,234,567.5", "1000", ""]


@pytest.mark.parametrize("counter", ["9 | 10 | 11 | 12", "7 | 9 | 10 | 11"])
def test_a_row_that_counts_on_from_a_page_before_is_no_money(counter: str) -> None:
    found = tables_of(f"“三公”经费支出决算表\n单位：万元\n小计 | 购置费 | 运行费 | 接待费\n{counter}\n33.17 | 17.98 | 15.19 | 7.20\n")
    assert [[str(entry.figure) for entry in line.entries.values()] for panel in found.sheets[0].panels for line in panel.lines] == [
        ["33.17万元", "17.98万元", "15.19万元", "7.20万元"]
    ]


def test_counts_that_stand_in_a_row_by_chance_stay_counts() -> None:
    found = tables_of("各季度培训场次\n一季度 | 二季度 | 三季度 | 四季度\n9 | 10 | 11 | 12\n")
    assert len(found.sheets[0].panels[0].lines) == 1
