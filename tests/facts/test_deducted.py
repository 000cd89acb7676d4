"""Points taken off as one sentence tells them, and averages with what they are of."""

from __future__ import annotations

import pytest

from lint.facts.scores.averaged import Mean, Spread
from lint.facts.scores.deducted import Deducted, Deductions
from tests.support import facts_of


def told(text: str) -> list[tuple[str, ...]]:
    """Full mark, points off and added, and the score; or the sum and its parts."""
    found: list[tuple[str, ...]] = []
    for item in facts_of(text).deducted:
        if isinstance(item, Deductions):
            found.append(("sum", str(item.total), *map(str, item.parts)))
        elif isinstance(item, Deducted) and item.full is not None:
            found.append((str(item.full), *map(str, item.off), *map(str, item.bonus), str(item.awarded)))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("满分5分，扣2分，得3分。", [("5分", "2分", "3分")]),
        ("满分5分，资料不全扣1分，公开不及时扣1分，得3分。", [("5分", "1分", "1分", "3分")]),
        ("基础分100分，扣分合计8分，加分2分，最后得分94分。", [("100分", "8分", "2分", "94分")]),
        ("总分100分，决策扣1分，产出扣3分，共扣4分，得96分。", [("100分", "4分", "96分")]),
        ("共扣3分：资料扣1分，进度扣2分。", [("sum", "3分", "1分", "2分")]),
    ],
)
def test_a_sentence_tells_what_a_score_is_made_of(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "满分10分，每低1个百分点扣0.5分，得7.5分。",
        "满分10分，未公开的，扣2分。",
        "满分10分，得9分，扣1分；产出满分50分，得48分，扣2分。",
        "累计扣5分为止，每有一项扣2分。",
    ],
)
def test_criteria_and_other_orders_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_an_average_stands_with_the_scores_listed_before_it() -> None:
    (mean,) = facts_of("2个标段得分分别为90分和93分，平均得分91.5分，最高93分。").averaged
    assert isinstance(mean, Mean)
    assert [str(score) for score in mean.scores] == ["90分", "93分"]


@pytest.mark.parametrize(
    ("average", "possible"), [("83.99分", False), ("84.00分", True), ("93.99分", True), ("94.00分", True), ("94.01分", False)]
)
def test_an_average_lies_between_what_its_grades_allow(average: str, possible: bool) -> None:
    """Four of 90 to 100 and six of 80 to below 90 have an average of 84 to below 94, which may be printed as 94.00."""
    (spread,) = facts_of(f"10个项目中优4个、良6个，平均得分{average}。").averaged
    assert isinstance(spread, Spread)
    assert spread.possible == possible
