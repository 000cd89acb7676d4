"""Levels against earlier ones: which figures belong to one comparison."""

from __future__ import annotations

import pytest

from lint.facts.prose.changes import Change
from tests.support import facts_of


def changes(text: str) -> list[Change]:
    return list(facts_of(text).changes)


def figures(change: Change) -> tuple[str, ...]:
    return tuple(str(mention.figure) if mention else "" for mention in (change.current, change.prior, change.delta, change.rate))


def test_all_four_figures_of_a_comparison() -> None:
    (change,) = changes("支出431万元，比上年433万元减少2万元，下降0.46%。")
    assert figures(change) == ("431万元", "433万元", "2万元", "0.46%")
    assert change.sign == -1
    assert not change.reversed


def test_the_prior_is_implied_where_it_is_not_printed() -> None:
    (change,) = changes("支出12万元，比上年增加2万元，增长20%。")
    assert change.implied_prior() == 100000


def test_rate_before_difference() -> None:
    (change,) = changes("预算962万元，较2017年预算增长14.12%，增支119万元。")
    assert figures(change) == ("962万元", "", "119万元", "14.12%")


def test_each_base_makes_its_own_comparison() -> None:
    found = changes("支出5.48万元，比预算增加0万元，比去年增加1.55万元，增长39.4%。")
    assert [figures(change) for change in found] == [("5.48万元", "", "0万元", ""), ("5.48万元", "", "1.55万元", "39.4%")]


def test_the_level_may_stand_in_an_earlier_sentence_under_the_same_name() -> None:
    found = changes("公务接待费支出1.5万元，会议费支出3万元。公务接待费比去年增加0.5万元，增长50%。")
    assert figures(found[0]) == ("1.5万元", "", "0.5万元", "50%")
    assert found[0].binding == "named"


def test_a_word_against_the_numbers_is_seen() -> None:
    (change,) = changes("支出15万元，比上年12万元减少3万元。")
    assert change.reversed


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，比上年100万元下降10%。", "90万元"),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，比上年减少10万元，下降10%。", "90万元"),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，比上年100万元减少10万元。", "90万元"),
        ("收入90万元，其中：春茶收入60万元，秋茶收入30万元，比上年减少10万元，下降25%。", "30万元"),
        ("收入90万元，比上年减少10万元，下降10%，其中：春茶收入60万元，秋茶收入30万元，比上年减少10万元，下降10%。", "30万元"),
    ],
)
def test_the_end_of_a_list_is_of_its_total_where_it_fits_that_alone(text: str, current: str) -> None:
    assert str(changes(text)[-1].current.figure) == current  # type: ignore[union-attr]


def test_the_end_of_a_list_that_fits_neither_is_of_what_it_nearly_fits_or_a_guess() -> None:
    of_total, unclear = (
        changes(f"“三公”经费支出{total}万元，其中公务接待费2万元，公务用车运行费6万元，比上年8.8万元减少0.8万元。")[-1]
        for total in ("8.06", "3")
    )
    assert (str(of_total.current and of_total.current.figure), of_total.binding) == ("8.06万元", "stated")
    assert unclear.binding == "near"


def test_a_rise_of_an_earlier_sentence_is_only_a_guess_for_a_later_rate() -> None:
    assert changes("五年来，茶叶收入由40万元增加到60万元。2024年，茶叶收入增长8%。")[-1].binding == "near"
    assert changes("茶叶收入由40万元增加到60万元，增长8%。")[-1].binding == "stated"


def test_a_saving_is_taken_of_the_ceiling() -> None:
    (change,) = changes("合同价108万元，招标控制价120万元，节约12万元，节约率10%。")
    assert figures(change) == ("108万元", "120万元", "12万元", "10%")
    (change,) = changes("采购预算120万元，节约12万元，节约率10%。")
    assert figures(change) == ("", "120万元", "12万元", "10%")


def test_a_rate_behind_a_difference_of_another_name_is_of_that() -> None:
    found = changes("投诉由2022年的312件下降到247件，其中漏水类投诉较2022年减少43件，下降41.75%，停车类投诉较2022年增加6件，增长12.50%。")
    assert [figures(change) for change in found] == [("", "", "43件", "41.75%"), ("", "", "6件", "12.50%")]


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("下达资金1.2亿元，其中就业补助0.8亿元、养老补助0.4亿元，较上年9亿元增长20%。", "1.2亿元"),
        ("收入合计600万元，其中：年初结余40万元；本年收入560万元，比上年增加175万元，增长31%。", "560万元"),
    ],
)
def test_the_marks_between_items_tell_what_the_end_of_a_list_is_of(text: str, current: str) -> None:
    found = changes(text)[-1]
    assert (str(found.current and found.current.figure), found.binding) == (current, "stated")
