"""What the rates of a table are derived from."""

from __future__ import annotations

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
