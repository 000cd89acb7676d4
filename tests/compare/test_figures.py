"""Figures of two drafts: which is which, whatever was moved, put in, taken out or reworded around them."""

from __future__ import annotations

from pathlib import Path

from lint.compare import compared
from lint.engine import check_files
from lint.settings import Settings
from tests.compare.conftest import Drafts, moves

TEXT = """青禾县水利局2023年度部门整体支出绩效自评报告

一、部门概况
我局编制35人，年末实有31人。

二、收支情况
2023年部门支出合计500万元，其中：基本支出300万元，项目支出200万元。
全年开展河道巡查24次，整治河道12公里。

三、自评结论
自评得分为92分。
"""
TABLE = """项目 | 预算数（万元） | 执行数（万元）
培训费 | 12.50 | 11.20
会议费 | 3.40 | 3.10
合计 | 15.90 | 14.30
"""


def edited(*pairs: tuple[str, str], text: str = TEXT) -> str:
    """The text with one piece after the other replaced."""
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_drafts_that_say_the_same_have_no_changed_figure(drafts: Drafts) -> None:
    assert moves(drafts(TEXT, TEXT)) == []


def test_a_changed_number_is_told_once_and_nothing_else(drafts: Drafts) -> None:
    assert moves(drafts(TEXT, edited(("31人", "33人")))) == [("changed", "31人", "33人")]


def test_a_paragraph_put_in_adds_its_figures_alone(drafts: Drafts) -> None:
    new = edited(("二、收支情况\n", "二、收支情况\n本年新增水毁修复工程7处，投入46万元。\n"))
    assert moves(drafts(TEXT, new)) == [("added", "", "7处"), ("added", "", "46万元")]


def test_a_sentence_taken_out_removes_its_figures_alone(drafts: Drafts) -> None:
    new = edited(("全年开展河道巡查24次，整治河道12公里。\n", ""))
    assert moves(drafts(TEXT, new)) == [("removed", "24次", ""), ("removed", "12公里", "")]


def test_a_section_that_moved_and_was_numbered_anew_is_the_same(drafts: Drafts) -> None:
    new = (
        TEXT.partition("一、")[0]
        + "一、自评结论\n自评得分为92分。\n\n二、部门概况\n我局编制35人，年末实有31人。\n\n三、收支情况\n"
        + TEXT.partition("二、收支情况\n")[2].partition("三、")[0]
    )
    assert moves(drafts(TEXT, new)) == []


def test_a_moved_sentence_with_a_changed_number_is_still_the_same_sentence(drafts: Drafts) -> None:
    sentence = "全年开展河道巡查24次，整治河道12公里。\n"
    new = edited((sentence, ""), ("一、部门概况\n", "一、部门概况\n" + sentence.replace("24次", "26次")))
    assert moves(drafts(TEXT, new)) == [("changed", "24次", "26次")]


def test_an_item_put_into_a_list_shifts_no_other(drafts: Drafts) -> None:
    new = edited(("基本支出300万元，", "基本支出280万元，上缴上级支出20万元，"))
    assert moves(drafts(TEXT, new)) == [("changed", "300万元", "280万元"), ("added", "", "20万元")]


def test_items_of_a_list_in_another_order_are_the_same(drafts: Drafts) -> None:
    new = edited(("基本支出300万元，项目支出200万元", "项目支出200万元，基本支出300万元"))
    assert moves(drafts(TEXT, new)) == []


def test_reworded_sentences_keep_their_figures(drafts: Drafts) -> None:
    new = edited(("全年开展河道巡查24次", "全年组织开展河道日常巡查25次"))
    assert moves(drafts(TEXT, new)) == [("changed", "24次", "25次")]


def test_the_same_value_printed_otherwise_is_no_change(drafts: Drafts) -> None:
    found = drafts(TEXT, edited(("200万元", "200.00万元"), ("300万元", "3000000元")))
    assert moves(found) == []
    assert found.states()["restated"] == 2


def test_a_unit_that_was_wrong_is_a_changed_figure(drafts: Drafts) -> None:
    assert moves(drafts(TEXT, edited(("500万元", "500元")))) == [("changed", "500万元", "500元")]


def test_a_year_that_was_put_right_is_told(drafts: Drafts) -> None:
    assert [state for state, _, _ in moves(drafts(TEXT, edited(("2023年部门支出", "2022年部门支出"))))] == ["changed"]


def test_cells_are_known_by_row_and_column(drafts: Drafts) -> None:
    new = edited(("11.20", "11.90"), ("会议费 | 3.40 | 3.10\n", "差旅费 | 3.40 | 3.10\n会议费 | 3.50 | 3.10\n"), text=TABLE)
    assert moves(drafts(TABLE, new)) == [
        ("changed", "11.20万元", "11.90万元"),
        ("added", "", "3.40万元"),
        ("added", "", "3.10万元"),
        ("changed", "3.40万元", "3.50万元"),
    ]


def test_a_figure_of_a_cell_is_called_by_its_row_and_column(drafts: Drafts) -> None:
    (move,) = drafts(TABLE, edited(("11.20", "11.90"), text=TABLE)).moves()
    assert move.pair.label == "培训费（执行数(万元)）"


def test_rows_in_another_order_are_the_same(drafts: Drafts) -> None:
    one, two = TABLE.splitlines(keepends=True)[1:3]
    assert moves(drafts(TABLE, TABLE.replace(one + two, two + one))) == []


def test_a_figure_of_a_table_is_never_one_of_running_text(drafts: Drafts) -> None:
    old = "本年培训费预算数12.50万元。\n\n" + TABLE
    states = [state for state, _, _ in moves(drafts(old, "本年培训费预算数12.50万元。\n"))]
    assert states == ["removed"] * 6


def test_forms_that_repeat_their_sentences_are_told_apart_by_their_neighbours(drafts: Drafts) -> None:
    old = "".join(
        f"{name}项目。全年预算数{a}万元，全年执行数{b}万元。\n" for name, a, b in (("灌区", 360, 342), ("防疫", 48, 48), ("培训", 20, 18))
    )
    new = "".join(
        f"{name}项目。全年预算数{a}万元，全年执行数{b}万元。\n" for name, a, b in (("培训", 20, 19), ("灌区", 360, 342), ("防疫", 48, 48))
    )
    assert moves(drafts(old, new)) == [("changed", "18万元", "19万元")]


def test_page_numbers_are_no_figures_of_a_draft(drafts: Drafts) -> None:
    assert moves(drafts(TEXT, TEXT + "\n14\n")) == []


def test_rows_without_cells_are_no_units(tmp_path: Path) -> None:
    """A page may have them: rows that a cell above covers as a whole."""
    rows = "<tr><td>项目</td><td>决算数</td></tr><tr><td rowspan=2>培训费</td><td rowspan=2>12.50</td></tr><tr></tr><tr><td>会议费</td><td>3.40</td></tr>"
    (tmp_path / "a.html").write_text(f"<html><body><p>单位：万元</p><table>{rows}</table></body></html>", "utf-8")
    (report,) = check_files([str(tmp_path / "a.html")], Settings())
    found = compared(report, report)
    assert (list(found.moves()), found.states()["same"]) == ([], 2)
