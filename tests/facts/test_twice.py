"""The same quantity in two tables."""

from __future__ import annotations

from tests.support import facts_of


def table(title: str, header: str, *rows: str) -> str:
    return "\n".join([title, "单位：万元", f"项目 | {header}", *rows, "\n"])


def found(*tables: str) -> list[tuple[str, str, str, bool]]:
    return [(pair.name, str(pair.earlier), str(pair.later), pair.sure) for pair in facts_of("".join(tables)).twice]


FIRST = table("2024年收支预算总表", "预算数", "教育支出 | 60", "卫生支出 | 30", "住房支出 | 15", "农林支出 | 5", "合计 | 110")


def test_lines_of_columns_with_the_same_total_must_agree() -> None:
    second = table("2024年支出预算表", "合计", "教育支出 | 60", "卫生支出 | 30", "住房支出 | 20", "合计 | 110")
    assert found(FIRST, second) == [
        ("教育支出（合计）", "60万元", "60万元", True),
        ("卫生支出（合计）", "30万元", "30万元", True),
        ("住房支出（合计）", "15万元", "20万元", True),
    ]


def test_columns_with_another_total_year_or_side_are_not_compared() -> None:
    rows = ("教育支出 | 60", "卫生支出 | 30", "住房支出 | 20")
    assert found(FIRST, table("2024年财政拨款支出预算表", "合计", *rows, "合计 | 120")) == []
    assert found(FIRST, table("2023年支出预算表", "合计", *rows, "合计 | 110")) == []
    assert found(FIRST, table("2024年支出决算表", "合计", *rows, "合计 | 110")) == []


def test_tables_that_hardly_agree_are_about_other_things() -> None:
    second = table("2024年支出预算表", "合计", "教育支出 | 10", "卫生支出 | 30", "住房支出 | 20", "合计 | 110")
    assert found(FIRST, second) == []


def test_two_tables_split_one_amount_alike() -> None:
    first = table("2024年支出预算总表", "人员经费 | 公用经费", "教育支出 | 60 | 20", "卫生支出 | 30 | 10", "合计 | 90 | 30")
    second = table("2024年基本支出预算表", "人员经费 | 公用经费", "工资 | 85 | 0", "办公费 | 0 | 35", "合计 | 85 | 35")
    assert found(first, second) == [("人员经费", "90万元", "85万元", False), ("公用经费", "30万元", "35万元", False)]
