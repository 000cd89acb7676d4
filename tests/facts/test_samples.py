"""Percentages of small samples: which whole numbers of answers can give them."""

from __future__ import annotations

import pytest

from tests.support import facts_of


@pytest.mark.parametrize(
    ("percent", "size", "possible"),
    [
        ("87.3%", 15, False),
        ("86.7%", 15, True),
        ("86.6%", 15, True),  # cut off
        ("86.67%", 15, True),
        ("93%", 15, True),
        ("95%", 15, False),
        ("96.0%", 50, True),
        ("96.1%", 50, False),
        ("99.5%", 200, True),
    ],
)
def test_a_percentage_is_possible_if_some_number_of_answers_gives_it(percent: str, size: int, possible: bool) -> None:
    (sample,) = facts_of(f"收回问卷{size}份，满意度{percent}。").samples
    assert sample.possible == possible


def test_any_of_the_sizes_printed_will_do() -> None:
    (sample,) = facts_of("发放问卷15份，收回14份，满意度86.7%。").samples
    assert sample.possible and len(sample.sizes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "收回问卷1500份，满意度87.3%。",
        "收回问卷15份，满意13份，满意度87.3%。",
        "收回问卷15份，综合满意度87.3%。",
        "收回问卷15份，对服务态度满意度87.3%，对办事效率满意度92.1%。",
        "收回问卷15份，满意度约87.3%。",
        "收回问卷15份，满意度目标值为87.3%。",
        "调查对象涉及12个村，受益群众满意度为97.6%。",
        "抽查8户，共发放补助120笔，发放准确率99.2%。",
    ],
)
def test_large_samples_means_targets_and_other_things_counted_tell_nothing(text: str) -> None:
    assert list(facts_of(text).samples) == []
