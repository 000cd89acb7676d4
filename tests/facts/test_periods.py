"""Which years a figure is about, and what says so."""

from __future__ import annotations

import pytest

from lint.facts.moments import moments
from support import facts_of

TITLE = "青禾县水务局2022年度部门整体支出绩效自评报告\n\n"


def period(text: str, index: int = -1) -> tuple[int, int, str] | None:
    """First and last year of a quantity of the text, and what says them."""
    facts = facts_of(TITLE + text)
    figure = [token.figure for token in facts.tokens if token.is_quantity][index]
    found = facts.periods.get(figure.span)
    return (found.since, found.year, found.source) if found else None


@pytest.mark.parametrize(
    ("text", "since", "year", "source"),
    [
        ("支出80万元。", 2022, 2022, "document"),
        ("2021年支出80万元。", 2021, 2021, "words"),
        ("二〇二一年支出80万元。", 2021, 2021, "words"),
        ("21年度支出80万元。", 2021, 2021, "words"),
        ("2021—2023年投入80万元。", 2021, 2023, "words"),
        ("2021、2022年共投入80万元。", 2021, 2022, "words"),
        ("“十四五”期间投入80万元。", 2021, 2025, "words"),
        ("十三五时期投入80万元。", 2016, 2020, "words"),
        ("截至2021年12月31日实有职工80人。", 2021, 2021, "words"),
        ("支出80万元（2021年）。", 2021, 2021, "words"),
        ("上年结转80万元。", 2021, 2021, "words"),
        ("去年支出80万元。", 2021, 2021, "words"),
        ("本年收入80万元。", 2022, 2022, "words"),
        ("明年安排80万元。", 2023, 2023, "words"),
        ("2021年预算90万元，上年支出80万元。", 2020, 2020, "words"),
        ("比2021年增加80万元。", 2022, 2022, "document"),
        ("比2021年的80万元有所增加。", 2021, 2021, "words"),
        ("2021年，我局收入90万元，支出80万元。", 2021, 2021, "sentence"),
        ("2021年收入90万元。支出80万元。", 2021, 2021, "paragraph"),
        ("三、2021年度支出情况\n\n支出80万元。", 2021, 2021, "heading"),
        ("三、2020年、2021年支出情况\n\n支出80万元。", 2020, 2021, "heading"),
        ("项目 | 2021年 | 2022年\n支出 | 90 | 80\n收入 | 70 | 60\n", 2022, 2022, "column"),
        ("一、概况\n\n甲。\n\n乙。\n\n丙。\n\n丁。\n\n2021年度支出决算表\n项目 | 决算数\n清淤 | 90\n合计 | 90\n", 2021, 2021, "caption"),
        ("根据青财绩〔2021〕5号文件，支出80万元。", 2022, 2022, "document"),
        ("根据《2021年度决算通知》，支出80万元。", 2022, 2022, "document"),
        ("依据预算法（2018年修订），支出80万元。", 2022, 2022, "document"),
        ("该项目2020年立项，支出80万元。", 2022, 2022, "document"),
        ("2019年3月机构改革后支出80万元。", 2022, 2022, "document"),
    ],
)
def test_a_figure_is_of_the_year_that_its_nearest_words_say(text: str, since: int, year: int, source: str) -> None:
    assert period(text) == (since, year, source)


def test_a_sentence_of_two_years_leaves_doubt() -> None:
    facts = facts_of(TITLE + "2020年立规矩，2021年见成效，全部工作累计投入资金，支出80万元。")
    found = facts.periods[facts.figures[-1].span]
    assert (found.year, found.sure) == (2021, False)


def test_a_text_without_any_year_leaves_its_figures_without_one() -> None:
    assert facts_of("支出80万元。").periods == {}


def test_the_words_that_date_a_figure_are_told_with_their_place() -> None:
    facts = facts_of(TITLE + "2021年底实有36人。")
    found = facts.periods[facts.figures[-1].span]
    assert found.told == "2021年" and found.span and facts.document.quote(found.span) == "2021年"


@pytest.mark.parametrize(
    "text", ["工作满21年", "历时12年零3个月", "第12年度", "共10年末次", "单价2021元", "编号2021", "〔2021〕5号", "3.21年底"]
)
def test_other_numbers_say_no_year(text: str) -> None:
    assert list(moments(text)) == []
