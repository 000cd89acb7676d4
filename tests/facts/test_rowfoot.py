"""Which columns of a table make up its 合计 and 小计 columns, and the two sides of a statement."""

from __future__ import annotations

from lint.facts.tables.rowfoot import RowSum
from tests.support import facts_of


def rows(text: str) -> list[RowSum]:
    return list(facts_of("单位：万元\n" + text).row_sums)


def test_a_total_column_adds_the_columns_beside_it() -> None:
    assert [found.labels for found in rows("项目 | 合计 | 基本支出 | 项目支出\n甲 | 9 | 6 | 3\n")] == [("基本支出", "项目支出")]
    assert [found.labels for found in rows("项目 | 中央 | 省级 | 合计 | 执行数 | 执行率\n甲 | 6 | 3 | 9 | 8 | 89%\n")] == [("中央", "省级")]


def test_plan_beside_outcome_is_no_sum() -> None:
    assert rows("项目 | 合计 | 年初预算数 | 执行数\n甲 | 9 | 6 | 3\n") == []


def test_a_letter_formula_in_the_header_is_followed_with_its_signs() -> None:
    found = rows("项目 | 预算数（A） | 统筹数（B） | 扣除后（C=A-B）\n甲 | 90 | 20 | 70\n")
    assert [(each.labels, each.signs, each.derived) for each in found] == [(("预算数(A)", "统筹数(B)"), (1, -1), 700_000)]


def test_a_row_is_confirmed_by_the_other_rows() -> None:
    found = rows("项目 | 合计 | 基本 | 项目\n甲 | 9 | 6 | 3\n乙 | 99 | 6 | 3\n")
    assert [each.confirmed for each in found] == [False, True]


def test_income_is_set_against_expenditure() -> None:
    facts = facts_of("单位：万元\n收入 | 金额 | 支出 | 金额\n拨款 | 80 | 人员 | 50\n其他 | 5 | 公用 | 35\n收入总计 | 85 | 支出总计 | 85\n")
    assert [(str(found.income), str(found.spending)) for found in facts.balances] == [("85万元", "85万元")]


def test_a_total_named_in_full_adds_groups_by_their_subtotals() -> None:
    text = "单位 | “三公”经费合计 | 出国费 | 用车费 | | | 接待费\n | | | 小计 | 购置 | 运行 | \n甲 | 9 | 1 | 6 | 2 | 4 | 2\n"
    assert [(str(found.total), [str(part) for part in found.parts]) for found in facts_of(text).row_sums] == [
        ("9", ["1", "6", "2"]),
        ("6", ["2", "4"]),
    ]


def test_a_subtotal_without_a_header_group_takes_the_columns_that_balance() -> None:
    text = "单位 | 合计 | 小计 | 人员 | 公用 | 项目\n甲 | 9 | 7 | 4 | 3 | 2\n乙 | 6 | 5 | 4 | 1 | 1\n丙 | 8 | 9 | 5 | 1 | 2\n"
    assert [str(found.total) for found in facts_of(text).row_sums if len(found.parts) == 2] == ["7", "5", "9"]


def test_columns_behind_among_may_be_only_some() -> None:
    text = "项目 | 合计 | 其中：中央 | 省级\n甲 | 9 | 5 | 4\n"
    assert [found.partial for found in facts_of(text).row_sums] == [True]


def test_column_numbers_and_their_formula_are_no_amounts() -> None:
    facts = facts_of("项目 | 年初 | 收入 | 支出 | 年末\n栏次 | 1 | 2 | 3 | 4＝1＋2－3\n甲 | 9 | 7 | 4 | 12\n")
    assert [[str(part) for part in found.parts] for found in facts.row_sums] == [["9", "7", "4"]]
    assert facts.equations == ()


def test_a_flat_subtotal_covers_the_columns_that_it_balances_with() -> None:
    text = "单位：万元\n合计 | 出国费 | 用车费小计 | 购置费 | 运行费 | 接待费\n36.50 | 0.00 | 24.00 | 0.00 | 24.00 | 12.50\n"
    found = {str(found.total): [str(part) for part in found.parts] for found in facts_of(text).row_sums}
    assert found["24.00万元"] == ["0.00万元", "24.00万元"]


def test_a_flat_subtotal_that_balances_with_nothing_claims_nothing() -> None:
    text = "单位：万元\n地区 | 收入小计 | 甲税 | 乙税\n东区 | 60 | 40 | 10\n西区 | 30 | 10 | 10\n"
    assert facts_of(text).row_sums == ()


def test_a_subtotal_beside_a_total_of_its_group_covers_the_columns_that_it_balances_with() -> None:
    head = "预算数 | | | | | 决算数 | | | |\n合计 | 出国费 | 用车费小计 | 购置费 | 接待费 | 合计 | 出国费 | 用车费小计 | 购置费 | 接待费\n"
    text = "单位：万元\n" + head + "36.50 | 0.00 | 24.00 | 24.00 | 12.50 | 28.17 | 0.00 | 21.05 | 21.05 | 7.12\n"
    assert "24.00万元" not in {str(found.total) for found in facts_of(text).row_sums}
