"""What the rates of a table are derived from."""

from __future__ import annotations

import pytest

from tests.support import facts_of


def ways(text: str) -> list[list[str]]:
    return [[way.words for way in rate.ways] for rate in facts_of(text).table_rates]


def test_an_execution_rate_may_be_of_any_budget_the_customary_one_first() -> None:
    text = "项目 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率\n甲 | 10 | 12 | 9 | 75%\n"
    assert ways(text) == [["全年执行数÷全年预算数", "全年执行数÷年初预算数"]]


def test_letters_in_the_header_outrank_words() -> None:
    text = "项目 | 年初预算数 | 预算数（A） | 执行数（B） | 执行率（B/A）\n甲 | 10 | 12 | 9 | 75%\n"
    assert ways(text) == [["执行数(B)÷预算数(A)"]]


def test_a_share_is_of_the_total_line() -> None:
    text = "项目 | 金额 | 占比\n甲 | 60 | 60%\n乙 | 40 | 40%\n合计 | 100 | 100%\n"
    assert ways(text) == [["金额÷合计"]] * 3


def test_a_change_and_its_rate_need_this_year_and_the_year_before() -> None:
    text = "项目 | 上年数 | 本年数 | 增减额 | 增减率\n甲 | 8 | 6 | -2 | -25%\n"
    assert ways(text) == [["本年数-上年数"], ["（本年数-上年数）÷上年数"]]
    assert ways("项目 | 甲县 | 乙县 | 增减率\n费用 | 8 | 6 | -25%\n") == []


def test_a_rate_without_operands_has_no_way() -> None:
    assert ways("项目 | 预算数 | 执行数 | 执行率\n甲 | — | 9 | 75%\n乙 | 10 | 9 | 90%\n") == [[], ["执行数÷预算数"]]


def test_a_table_flattened_into_a_line_keeps_its_letters() -> None:
    text = "预算数（A） 执行数（B） 执行率（B/A） 资金总额：40 30 75% 其中：中央补助 20 10 50%。"
    rates = facts_of(text).table_rates
    assert [(str(rate.rate), [str(figure) for figure, _ in rate.ways[0].operands]) for rate in rates] == [
        ("75%", ["30", "40"]),
        ("50%", ["10", "20"]),
    ]


def test_labels_and_numbers_in_turn_are_bound() -> None:
    rates = facts_of("项目资金 合计（万元）40 执行数（万元）30 执行率 75%\n").table_rates
    assert [[str(figure) for figure, _ in rate.ways[0].operands] for rate in rates] == [["30", "40"]]


def test_a_table_with_one_cell_on_each_line_is_read_by_its_header() -> None:
    lines = ["自评表", "资金总额", "年初预算数", "全年执行数", "分值", "执行率", "40", "30", "10", "75%", "产出指标"]
    rates = facts_of("\n".join(lines)).table_rates
    assert [[str(figure) for figure, _ in rate.ways[0].operands] for rate in rates] == [["30", "40"]]


def test_a_table_flattened_column_by_column_keeps_its_rows() -> None:
    rates = facts_of("资金总额 其中：拨款 全年预算数 40 20 全年执行数 30 10 执行率 75% 50%\n").table_rates
    assert [[str(figure) for figure, _ in rate.ways[0].operands] for rate in rates] == [["30", "40"], ["10", "20"]]


def test_numbers_in_a_sentence_are_no_flattened_table() -> None:
    assert facts_of("预算数 40 万元，执行数 30 万元，合计 70 万元，执行率 75%。\n").table_rates == ()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("预算数 | 决算数 | 上年决算数 | 增减额", ["决算数-上年决算数", "决算数-预算数"]),
        ("预算数 | 决算数 | 上年决算数 | 比上年增减额", ["决算数-上年决算数"]),
        ("预算数 | 决算数 | 上年决算数 | 比预算增减额", ["决算数-预算数"]),
        ("2023年预算 | 2023年决算 | 2022年决算 | 增减额", ["2023年决算-2022年决算", "2023年决算-2023年预算"]),
        ("期初数 | 期末数 | 其他 | 增减额", ["期末数-期初数"]),
    ],
)
def test_a_change_is_between_the_columns_that_its_header_means(header: str, expected: list[str]) -> None:
    assert ways(f"项目 | {header}\n甲 | 9 | 7 | 5 | 2\n") == [expected]


def test_a_rate_beside_a_change_is_of_the_same_pair() -> None:
    text = "项目 | 预算数 | 决算数 | 上年决算数 | 决算较上年增减额 | 增减%\n甲 | 9 | 6 | 5 | 1 | 20\n"
    assert ways(text) == [["决算数-上年决算数"], ["（决算数-上年决算数）÷上年决算数"]]


def test_a_formula_of_column_numbers_is_followed() -> None:
    text = "项目 | 预算 | 执行 | 比率\n栏次 | 1 | 2 | 3=(2-1)/1×100%\n甲 | 40 | 50 | 25%\n"
    assert ways(text) == [["(执行-预算)÷预算"]]
