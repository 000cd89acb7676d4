"""Printed equations read into formulas."""

from __future__ import annotations

import pytest

from lint.check import Check
from lint.facts.phrases.equations import Equation
from support import facts_of


def only(text: str) -> Equation:
    (equation,) = facts_of(text).equations
    return equation


def shown(text: str) -> list[tuple[str, str]]:
    return [(str(equation.claimed), equation.formula.show(False)) for equation in facts_of(text).equations]


def outcome(text: str) -> str:
    equation = only(text)
    return Check.equal(equation.claimed, equation.formula).outcome


@pytest.mark.parametrize(
    ("text", "claimed", "formula"),
    [
        ("差异率＝（620.5－500）÷500×100%＝24.1%", "24.1%", "（620.5-500）÷500×100%"),
        ("执行率=480/500×100％=96%", "96%", "480÷500×100%"),
        ("用收入620万元减去支出500万元等于120万元", "120万元", "620万元-500万元"),
        ("40除以50等于80%", "80%", "40÷50"),
        ("余下53人-50人=3人", "3人", "53人+（-50人）"),
    ],
)
def test_signs_of_any_width_and_words_are_operators(text: str, claimed: str, formula: str) -> None:
    assert shown(text) == [(claimed, formula)]


def test_words_in_a_formula_name_its_operands() -> None:
    equation = only("执行率＝实际支出480万元÷预算数（500万元）×100%＝96%。")
    assert equation.name == "执行率"
    assert [str(figure) for figure in equation.operands] == ["480万元", "500万元"]


def test_every_link_of_a_chain_is_a_claim_of_its_own() -> None:
    assert shown("得分＝5×80%＝4分＝4.0分。") == [("4分", "5分×80%"), ("4.0分", "4分")]


def test_a_definition_without_figures_is_passed_over() -> None:
    assert shown("变动率＝（本年数－上年数）÷上年数＝（63.46－32）÷32＝98.31%。") == [("98.31%", "（63.46-32）÷32")]


@pytest.mark.parametrize(
    "text",
    [
        "预算调整率=0，计3分。",
        "及时率=100%，达标率=100%。",
        "结余率=结余数/预算数≤5%，计2分。",
        "执行率（B/A）为98%。",
        "3项指标得分＝5＋5＋10。",
    ],
)
def test_a_threshold_or_a_definition_is_no_equation(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("result", ["24.1", "24.10"])
def test_a_result_without_its_percent_sign_is_read_as_a_percentage_and_told(result: str) -> None:
    text = f"差异率＝（620.5－500）÷500×100%＝{result}。"
    assert only(text).percent_missing
    assert outcome(text) == "holds"


@pytest.mark.parametrize(
    "text", ["差异率＝480÷500＝0.96。", "结余率＝0÷500×100%＝0。", "差异率＝480÷500×100＝96。", "人均面积＝450÷30＝15。"]
)
def test_a_plain_result_that_fits_lacks_no_percent_sign(text: str) -> None:
    assert not only(text).percent_missing
    assert outcome(text) == "holds"


@pytest.mark.parametrize(
    "text",
    [
        "收入合计＝1000＋200＝1200万元。",
        "收入1000万元＋200＝1200万元。",
        "收入＝1000万元＋200万元＝1200。",
        "人均＝22.33万元÷36＝6202.8元。",
    ],
)
def test_units_left_out_are_filled_in(text: str) -> None:
    assert outcome(text) in ("holds", "rounding")


def test_scores_add_exactly_but_products_of_rates_may_be_rounded() -> None:
    assert outcome("合计12＋7＝20分。") == "broken"
    assert outcome("得分＝3×98.63%＝2.96分。") == "holds"


@pytest.mark.parametrize(
    "text",
    [
        "=",
        "==",
        "1=",
        "=1=",
        "(1+2=3",
        "1+2)=3",
        "1++2=3",
        "÷=÷",
        "1÷0=1",
        "（（1）＝1",
        "1+=2",
        "=（）×100%=1%",
        "1+" * 3000 + "1=5",
        "=1" * 3000,
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    for equation in facts_of(text).equations:
        Check.equal(equation.claimed, equation.formula)
