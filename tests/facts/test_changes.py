"""Levels against earlier ones: which figures belong to one comparison."""

from __future__ import annotations

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
