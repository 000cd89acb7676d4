"""Shares and rates: of what, and how surely that was found."""

from __future__ import annotations

import pytest

from lint.facts.prose.ratio import Ratio
from tests.support import facts_of


def ratio(text: str, index: int = 0) -> Ratio:
    return facts_of(text).ratios[index]


def operands(text: str, index: int = 0) -> tuple[str, str, str]:
    found = ratio(text, index)
    return (str(found.part.figure) if found.part else "", str(found.whole.figure) if found.whole else "", found.binding)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占25%。", ("300万元", "400万元", "stated")),
        ("支出17.06万元，完成预算27万元的63.2%。", ("17.06万元", "27万元", "stated")),
        ("年初预算为50万元，支出决算为40万元，完成年初预算的80%。", ("40万元", "50万元", "stated")),
        ("本年支出合计400万元。教育支出300万元，占本年支出合计的75%。", ("300万元", "400万元", "named")),
        ("采购规模400亿元。工程类采购300亿元，占采购规模的75%。", ("300亿元", "400亿元", "named")),
        ("企业资产总额200亿元、负债总额100亿元，资产负债率50%。", ("100亿元", "200亿元", "stated")),
        ("计划任务53户。共完成改造129户，完工率243.4%。", ("129户", "53户", "stated")),
        ("年初预算400万元，调整后预算500万元。\n\n部门支出合计480万元，完成调整后预算的96%。", ("480万元", "500万元", "named")),
    ],
)
def test_operands(text: str, expected: tuple[str, str, str]) -> None:
    assert operands(text) == expected


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("全年支出9000万元，年末结余30万元。其中：基本支出540万元，占60%；项目支出360万元，占40%。", 0, ("540万元", "9000万元")),
        (
            "采购预算200万元，其中货物150万元、服务50万元；实际采购180万元，其中货物140万元、服务40万元，执行率85%。",
            0,
            ("180万元", "200万元"),
        ),
        (
            "预算500万元，其中财政拨款480万元。支出470万元，其中财政拨款支出456万元，预算执行率92%，财政拨款执行率95%。",
            0,
            ("470万元", "500万元"),
        ),
        ("年初预算500万元，调整后预算400万元，实际支出360万元，年初预算执行率27%。", 0, ("360万元", "500万元")),
        ("年初预算500万元，追加80万元，调整后预算580万元。决算支出522万元，年初预算完成率14.4%。", 0, ("522万元", "500万元")),
        ("年初预算500万元，全年预算400万元，实际支出360万元，全年预算执行率9%。", 0, ("360万元", "400万元")),
    ],
)
def test_a_slip_does_not_lead_to_other_operands(text: str, index: int, expected: tuple[str, str]) -> None:
    assert operands(text, index)[:2] == expected


def test_income_is_never_taken_for_expenditure() -> None:
    text = "地方一般公共预算收入480亿元，地方一般公共预算支出950亿元。民生支出665亿元，占地方一般公共预算支出的70%。"
    assert operands(text)[1] == "950亿元"


def test_a_whole_that_is_not_there_gives_a_reason() -> None:
    found = ratio("民生支出665亿元，占财政总投入的70%。")
    assert found.whole is None
    assert found.reason is not None


def test_a_similar_name_that_fits_twice_counts_as_found() -> None:
    text = "全国政府采购规模100亿元。工程采购金额60亿元，占采购总规模的60%。货物采购金额30亿元，占采购总规模的30%。"
    assert [found.binding for found in facts_of(text).ratios] == ["named", "named"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算100万元的90%。", ("90万元", "100万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，为预算100万元的90%。", ("90万元", "100万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，占预算100万元的90%。", ("90万元", "100万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算40万元的75%。", ("30万元", "40万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算的90%。预算为100万元。", ("90万元", "100万元", "named")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算的75%。预算为40万元。", ("30万元", "40万元", "named")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算的90%。秋茶收入预算为100万元。", ("30万元", "100万元", "named")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算100万元的80%。", ("90万元", "100万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算100万元的35%。", ("30万元", "100万元", "stated")),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，完成预算100万元的50%。", ("30万元", "100万元", "near")),
    ],
)
def test_the_end_of_a_list_is_of_its_total_where_it_fits_that_alone(text: str, expected: tuple[str, str, str]) -> None:
    assert operands(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "收入90万元，完成预算100万元的90%，其中：春茶收入60万元，秋茶收入30万元，完成预算45万元的90%。",
        "收入90万元，其中：春茶收入60万元，完成预算80万元的75%，秋茶收入30万元，完成预算100万元的90%。",
    ],
)
def test_the_end_of_a_list_is_of_its_item_where_total_or_items_have_their_own(text: str) -> None:
    assert facts_of(text).ratios[-1].part is not None
    assert operands(text, -1)[0] == "30万元"


@pytest.mark.parametrize(
    "text",
    [
        "2023年，茶叶收入90万元，完成预算的103%。2024年，茶叶收入预算安排100万元。",
        "2023年，茶叶收入90万元，完成预算的103%。\n2024年，茶叶收入预算安排100万元。",
        "一、2023年预算执行情况\n茶叶收入90万元，完成预算的103%。\n二、2024年预算草案\n茶叶收入预算安排100万元。",
    ],
)
def test_the_plan_of_another_year_is_not_the_whole(text: str) -> None:
    assert ratio(text).whole is None


@pytest.mark.parametrize("year", ["2024年", "今年", "明年"])
def test_a_later_plan_for_a_year_of_its_own_is_a_guess(year: str) -> None:
    assert operands(f"茶叶收入90万元，完成预算的103%。{year}，茶叶收入预算安排100万元。") == ("90万元", "100万元", "near")


def test_a_later_plan_for_no_year_of_its_own_is_the_whole() -> None:
    assert operands("茶叶收入90万元，完成预算的103%。茶叶收入预算100万元。") == ("90万元", "100万元", "named")


def test_the_year_of_a_comparison_is_not_the_year_of_what_follows() -> None:
    text = "2023年，茶叶收入预算100万元。比2022年增长5%。茶叶收入90万元，完成预算的80%。"
    assert operands(text) == ("90万元", "100万元", "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预算100万元，支出90万元，执行率90%，其中县级资金支出40万元，执行率95%。", ("40万元", "100万元", "near")),
        ("预算100万元，其中县级资金50万元。支出90万元，其中县级资金支出40万元，执行率80%。", ("40万元", "50万元", "named")),
        ("支出90万元，其中：县级资金预算50万元，支出40万元，执行率95%。", ("40万元", "50万元", "named")),
        ("预算100万元，支出90万元，执行率90%。其中，东段50万元，支出40万元，执行率80%。", ("40万元", "50万元", "named")),
        ("年初预算数100万元，其中：县级资金80万元，执行数90万元，执行率95%。", ("90万元", "100万元", "named")),
    ],
)
def test_the_rate_of_an_item_is_of_its_own_plan(text: str, expected: tuple[str, str, str]) -> None:
    assert operands(text, -1) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东段合同价30万元；西段合同价50万元。两段合同价合计80万元。累计支付60万元，占合同价的75%。", ("60万元", "80万元", "near")),
        ("东段合同价30万元；西段合同价50万元。累计支付60万元，占合同价的70%。", ("60万元", "50万元", "near")),
        ("合同价80万元。累计支付60万元，占合同价的70%。", ("60万元", "80万元", "named")),
    ],
)
def test_a_name_that_parallel_items_share_tells_nothing(text: str, expected: tuple[str, str, str]) -> None:
    assert operands(text) == expected


def test_an_average_has_no_shares() -> None:
    assert operands("受理来信80件，日均4件。其中咨询类60件，占70%；投诉类20件，占25%。") == ("60件", "80件", "stated")


def test_scores_are_no_operands_of_an_execution_rate() -> None:
    (ratio,) = facts_of("资金到位率50分，得49分；预算执行率35分，执行率83%，得29分。").ratios
    assert ratio.whole is None


def test_a_known_whole_of_another_year_is_not_the_whole() -> None:
    text = "2024年度三公经费支出情况说明\n\n旗本级三公经费支出决算90万元。\n\n公务接待费9万元，占10%。\n\n2020年三公经费支出100万元。"
    assert operands(text) == ("9万元", "90万元", "named")
    assert operands(text.replace("旗本级三公经费支出决算90万元。", "情况如下。"))[1] == ""


def test_a_total_told_since_the_part_was_is_rather_its_whole_than_the_owner_of_the_list_before() -> None:
    text = "项目支出总额860万元，其中重点项目支出774万元。部门支出总额2360万元，重点支出占32.80%。"
    assert operands(text) == ("774万元", "2360万元", "near")


def test_a_plan_of_another_statement_is_a_guess_where_that_of_the_part_has_an_amount() -> None:
    assert operands("县级安排工作经费20万元；省级拨来180万元，支出153万元，执行率80%。")[1:] == ("20万元", "near")


def test_shares_said_of_each_item_belong_to_the_items_in_turn() -> None:
    text = "每亩补助150元，共投入600万元，其中中央360万元、省级160万元、县级90万元，分别占60%、25%和15%。"
    assert [operands(text, index)[:2] for index in range(3)] == [("360万元", "600万元"), ("160万元", "600万元"), ("90万元", "600万元")]
