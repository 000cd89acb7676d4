"""Which lines of a table make up its totals."""

from __future__ import annotations

import pytest

from lint.facts.tables.crossfoot import TableSum
from tests.support import facts_of

HEAD = "单位：万元\n项目 | 金额\n"


def sums(rows: str, head: str = HEAD) -> list[TableSum]:
    return list(facts_of(head + rows.replace("；", "\n") + "\n").table_sums)


def shown(rows: str, head: str = HEAD) -> list[tuple[str, list[str]]]:
    return [(str(found.total), [str(part).removesuffix("万元") for part in found.parts]) for found in sums(rows, head)]


@pytest.mark.parametrize("rows", ["合计 | 30；甲 | 10；乙 | 20", "甲 | 10；乙 | 20；合 计 | 30", "甲 | 10；乙 | 20；总“三公”经费支出 | 30"])
def test_a_total_stands_above_or_below_its_parts(rows: str) -> None:
    assert shown(rows) == [("30万元", ["10", "20"])]


@pytest.mark.parametrize(
    "rows",
    [
        "合计 | 50；小计 | 30；甲 | 10；乙 | 20；小计 | 20；丙 | 15；丁 | 5",
        "甲 | 10；乙 | 20；小计 | 30；丙 | 15；丁 | 5；小计 | 20；合计 | 50",
        "合计 | 50；甲 | 10；乙 | 20；小计 | 30；丙 | 15；丁 | 5；小计 | 20",
    ],
)
def test_subtotals_stand_for_their_own_lines(rows: str) -> None:
    assert sorted(shown(rows)) == [("20万元", ["15", "5"]), ("30万元", ["10", "20"]), ("50万元", ["30", "20"])]


def test_a_grand_total_adds_the_total_above_it_and_what_follows() -> None:
    assert shown("甲 | 10；乙 | 20；本年支出合计 | 30；年末结转 | 5；支出总计 | 35") == [("30万元", ["10", "20"]), ("35万元", ["30", "5"])]


def test_among_marks_the_first_part_only() -> None:
    rows = "合计 | 100；1.出国费 | 30；2.用车费 | 70；其中：运行费 | 45；购置费 | 25"
    assert shown(rows) == [("100万元", ["30", "70"]), ("70万元", ["45", "25"])]


def test_a_partial_among_list_does_not_swallow_the_next_part() -> None:
    found = sums("支出合计 | 100；基本支出 | 60；其中：人员 | 50；项目支出 | 40")
    assert [str(part) for part in found[0].parts] == ["60万元", "40万元"]
    assert not found[1].is_settled


def test_unmarked_details_are_told_by_adding_up_to_the_line_above() -> None:
    rows = "出国费 | 5；用车费 | 40；购置 | 15；运行 | 25；接待费 | 8；合计 | 53"
    assert shown(rows) == [("53万元", ["5", "40", "8"]), ("40万元", ["15", "25"])]


def test_unmarked_details_that_do_not_add_up_are_told_by_their_names() -> None:
    rows = "出国费 | 5；公务用车购置及运行费 | 41；公务用车购置费 | 15；公务用车运行费 | 25；接待费 | 8；合计 | 54"
    assert shown(rows) == [("54万元", ["5", "41", "8"]), ("41万元", ["15", "25"])]


def test_numbering_marks_nest() -> None:
    rows = "一、基本支出 | 60；（一）人员 | 48；1.工资 | 30；2.社保 | 18；（二）公用 | 12；二、项目支出 | 40；支出合计 | 100"
    assert sorted(shown(rows)) == [("100万元", ["60", "40"]), ("48万元", ["30", "18"]), ("60万元", ["48", "12"])]


def test_codes_of_three_five_and_seven_digits_nest() -> None:
    head = "单位：万元\n科目编码 | 科目名称 | 金额\n"
    rows = "201 | 公共服务 | 90；20103 | 政府办公 | 90；2010301 | 行政运行 | 60；2010302 | 管理事务 | 30；208 | 社保 | 10；合计 | | 100"
    assert sorted(shown(rows, head)) == [("100万元", ["90", "10"]), ("90万元", ["60", "30"]), ("90万元", ["90"])]


def test_a_blank_part_leaves_a_smaller_sum_open_and_a_larger_one_settled() -> None:
    assert not sums("合计 | 30；甲 | 10；乙 | ")[0].is_settled
    assert sums("合计 | 30；甲 | 40；乙 | ")[0].is_settled


def test_blanks_are_zeros_where_another_column_shows_it() -> None:
    found = sums("甲 | 10 | 10；乙 | | ；丙 | 5 | 5；合计 | 15 | 16", "单位：万元\n项目 | 年初数 | 年末数\n")
    assert [each.is_settled for each in found] == [True, True]


def test_a_total_that_omits_one_part_names_it() -> None:
    assert sums("甲 | 10；乙 | 20；丙 | 7；合计 | 30")[0].omitted == "丙"


def test_rates_and_scores_are_not_added() -> None:
    assert [found.name for found in sums("甲 | 10 | 90% | 5；乙 | 20 | 80% | 5；合计 | 30 | 83% | 9", "项目 | 金额 | 执行率 | 得分\n")] == [
        "合计（金额）"
    ]


def test_a_blank_total_is_empty_and_a_dash_is_not() -> None:
    head = "单位：万元\n项目 | 预算数 | 决算数\n"
    assert [found.is_empty for found in sums("甲 | 10 | 9；乙 | 20 | 8；合计 | 30 | ", head)] == [False, True]
    assert [found.is_empty for found in sums("甲 | 10 | 9；乙 | 20 | 8；合计 | 30 | —", head)] == [False]


def test_added_and_deducted_lines_lead_to_the_next_numbered_line() -> None:
    rows = "一、期初 | 30\n加：收入 | 50\n利息 | 1\n减：支出 | 60\n二、期末 | 21\n"
    found = facts_of(f"项目 | 金额\n{rows}").table_sums
    assert [(found.signs, str(found.total), found.closed) for found in found] == [((1, 1, 1, -1), "21", "yes")]


def test_a_result_that_nothing_marks_is_the_line_that_balances_or_none() -> None:
    rows = "收入 | 50\n减：成本 | 30\n税金 | 5\n利润 | {}\n其他 | 3\n"
    assert [str(found.total) for found in facts_of("项目 | 金额\n" + rows.format(15)).table_sums] == ["15"]
    assert facts_of("项目 | 金额\n" + rows.format(20)).table_sums == ()


def test_a_change_that_cannot_be_read_may_be_negative() -> None:
    found = [
        each for each in facts_of("项目 | 2022年 | 增减额\n甲 | 10 | 减1\n乙 | 10 | 5\n合计 | 20 | 4\n").table_sums if "增减" in each.name
    ]
    assert [(each.gaps, each.is_settled) for each in found] == [(("甲",), False)]


def test_a_fund_below_what_was_carried_over_is_a_part_of_it() -> None:
    rows = "本年收入合计 | 100；年初财政拨款结转和结余 | 20；一般公共预算财政拨款 | 20；总计 | 120"
    assert ("120万元", ["100", "20"]) in shown(rows)


def test_a_total_of_income_is_not_that_of_the_expenditure_below_it() -> None:
    rows = "本年收入合计 | 30；基本支出 | 12；项目支出 | 20；本年支出合计 | 32"
    assert all(total != "30万元" for total, _ in shown(rows))
