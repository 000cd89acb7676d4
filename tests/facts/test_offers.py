"""What tables give to running text that leaves a plan or a whole unsaid."""

from __future__ import annotations

from tests.support import facts_of

TABLE = "2022年度支出决算表\n单位：万元\n项目 | 预算数 | 决算数\n接待费用 | 40 | 36\n会议费用 | 8 | 6\n培训费用 | 12 | 8\n合计 | 60 | 50\n"


def ratios(text: str) -> list[tuple[str, str, str]]:
    """Percentage, whole and binding of every ratio."""
    return [(str(ratio.percent.figure), str(ratio.whole.figure) if ratio.whole else "", ratio.binding) for ratio in facts_of(text).ratios]


def test_a_completion_rate_is_of_the_plan_in_the_line_that_shows_the_outcome() -> None:
    assert ratios(TABLE + "\n接待费用支出36万元，完成预算的90%。\n") == [("90%", "40万元", "named")]


def test_a_plan_of_another_year_is_no_plan() -> None:
    assert ratios(TABLE + "\n2021年接待费用支出30万元，完成预算的90%。\n") == [("90%", "", "stated")]


def test_a_share_of_nothing_said_is_of_the_total_above_the_cell_that_shows_its_part() -> None:
    assert ratios(TABLE + "\n2022年接待费用36万元，占72%。\n") == [("72%", "50万元", "near")]


def test_a_total_that_fits_two_shares_is_meant_by_the_third() -> None:
    text = TABLE + "\n2022年接待费用36万元，占72%；会议费用6万元，占12%；培训费用8万元，占18%。\n"
    assert ratios(text)[2] == ("18%", "50万元", "named")


def test_a_share_names_an_amount_that_only_the_table_has() -> None:
    text = TABLE + "\n2022年会议费用决算数中场租3万元，占会议费用决算数的50%。\n"
    assert ratios(text)[-1] == ("50%", "6万元", "named")
