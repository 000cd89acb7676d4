"""Comparisons between two printed figures, and thresholds that earned a score."""

from __future__ import annotations

import pytest

from lint.facts.phrases.comparisons import Comparison, Dangling
from support import facts_of


def shown(text: str) -> list[str]:
    return [
        "dangling" if isinstance(item, Dangling) else f"{item.left}{item.operator}{item.limit.show(bare=False)}{'?' if item.loose else ''}"
        for item in facts_of(text).comparisons
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实际支出数3.2万元≤预算安排数10万元。", "3.2万元≤10万元"),
        ("公用经费22.3万元＜控制数27.8万元。", "22.3万元<27.8万元"),
        ("实际支出3.2万元，未超过预算数10万元。", "3.2万元≤10万元"),
        ("实际支出12万元，超过预算数10万元。", "12万元>10万元"),
        ("实际支出8万元，低于预算数10万元。", "8万元<10万元?"),
        ("执行率98%≥95%，得5分。", "98%≥95%"),
        ("决算数3万元与预算数3万元持平。", "3万元=3万元"),
        ("决算数3万元与预算数3.1万元基本持平。", "3万元=3.1万元?"),
    ],
)
def test_two_figures_with_a_word_between_them_are_compared(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "80%≤执行率＜90%，计4分；执行率≥90%，计5分。",
        "支出15万元，超过上年3.5万元。",
        "单价不得超过50万元，总价不超过200万元。",
        "参加12人，不少于7天。",
        "调整次数≤10次 22.5 及时率=100% 22.5",
    ],
)
def test_criteria_and_differences_are_no_comparisons(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算为80万元，支出决算为72万元，完成年初预算的90%。决算数小于预算数的主要原因是节约。", "72万元<80万元"),
        ("支出决算数为92万元，年初预算安排80万元，决算数大于年初预算数。", "92万元>80万元"),
        ("年初预算为80万元，支出决算为72万元，预算数大于决算数。", "72万元<80万元"),
        ("年初预算为10万元，支出决算为10万元。决算数与预算数基本持平。", "10万元=10万元?"),
        ("按预算执行。决算数小于预算数的主要原因是节约。", "dangling"),
        ("主要用于：49.5万元。决算数小于预算数的主要原因是节约。年初预算为50.5万元，支出决算为支付完毕。", "dangling"),
    ],
)
def test_a_word_about_budget_and_outturn_takes_the_pair_before_it(text: str, expected: str) -> None:
    assert shown(text) == [expected]


def test_a_word_about_another_subject_does_not_take_the_last_pair() -> None:
    text = "三公经费年初预算为22万元，支出决算为18万元，其中接待费年初预算为8万元，支出决算为9万元。三公经费支出决算数小于预算数。"
    assert shown(text) == ["dangling"]


def test_the_figures_keep_the_identity_they_have_in_the_document() -> None:
    facts = facts_of("实际支出数3.2万元≤预算安排数10万元。")
    (item,) = facts.comparisons
    assert isinstance(item, Comparison)
    assert [item.left, item.right] == list(facts.figures)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("结转结余率＝40÷（20＋480）×100%＝8%，结转结余率≤10%，得5分。", "8%"),
        ("结转结余率＝40÷（20＋480）×100%＝8，结转结余率≤10%，得5分。", "8%"),
        ("预算执行率为96.5%，预算执行率≥95%，得10分。", "96.5%"),
        ("调整率为8%，小于10%，得2分。", "8%"),
        ("结转结余率≤10%，得5分。", "None"),
    ],
)
def test_a_threshold_takes_the_value_of_its_name_printed_before_it(text: str, value: str) -> None:
    (item,) = facts_of(text).thresholds
    assert str(item.value) == value


@pytest.mark.parametrize(
    "text", ["控制率≤100%，计5分；每超过1%扣0.5分。", "调整率＝0，得3分。", "低于60%不得分。", "大于90%（含）得5分，否则得0分。"]
)
def test_scoring_criteria_are_no_thresholds_met(text: str) -> None:
    assert facts_of(text).thresholds == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成年初预算的86%，决算数小于年初预算数。", ["86%<100%"]),
        ("完成预算的112%，决算数大于预算数。", ["112%>100%"]),
        ("完成预算的98%，决算数与预算数持平。", ["98%=100%"]),
        ("完成预算的100%，决算数大于预算数。", ["100%>100%?"]),
        ("完成年初预算的86%，决算数大于调整预算数。", ["dangling"]),
        ("完成年初预算的86%，主要是压减了会议和差旅，决算数大于年初预算数。", ["dangling"]),
        ("增长86%，决算数大于预算数。", ["dangling"]),
    ],
)
def test_a_word_behind_a_rate_of_completion_alone_stands_against_the_whole(text: str, found: list[str]) -> None:
    assert shown(text) == found
