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
