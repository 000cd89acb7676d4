"""Interval arithmetic: the laws that every verdict rests on."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.interval import EVERYTHING, Interval, total

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(fractions), draw(fractions)))
    return Interval(low, high)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    interval = draw(intervals())
    assert interval.low is not None and interval.high is not None
    share = draw(st.fractions(min_value=0, max_value=1, max_denominator=100))
    return interval, interval.low + share * (interval.high - interval.low)


@given(members(), members())
def test_sums_differences_and_products_contain_those_of_their_members(
    left: tuple[Interval, Fraction], right: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = left, right
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b


@given(members(), members())
def test_a_quotient_contains_that_of_its_members_or_everything(left: tuple[Interval, Fraction], right: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = left, right
    quotient = a / b
    assert quotient == EVERYTHING or x / y in quotient


@given(intervals(), intervals())
def test_meeting_is_mutual_and_means_that_the_difference_may_be_zero(left: Interval, right: Interval) -> None:
    assert left.meets(right) == right.meets(left)
    assert left.meets(right) == (Fraction(0) in left - right)


@given(st.lists(members(), max_size=8))
def test_a_total_contains_the_sum_of_its_members(items: list[tuple[Interval, Fraction]]) -> None:
    assert sum((value for _, value in items), Fraction(0)) in total(interval for interval, _ in items)


def test_an_open_end_is_not_part_of_the_interval() -> None:
    above = Interval(Fraction(20), Fraction(30), low_open=True)
    assert Fraction(20) not in above
    assert Fraction(30) in above
    assert not above.meets(Interval.point(20))
    assert above.meets(Interval(Fraction(30), Fraction(40)))


def test_an_infinite_end_holds_everything_beyond() -> None:
    at_least = Interval(Fraction(100), None)
    assert Fraction(10**9) in at_least
    assert (at_least + Interval.point(5)).low == 105
    assert (Interval.point(1) / Interval(Fraction(2), None)).high == Fraction(1, 2)


def test_dividing_by_what_may_be_zero_leaves_everything_open() -> None:
    assert Interval.point(1) / Interval(Fraction(-1), Fraction(1)) == EVERYTHING
    assert Interval.point(1) / Interval(Fraction(0), Fraction(1)) == EVERYTHING


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="empty interval"):
        Interval(Fraction(2), Fraction(1))


def test_two_values_of_equal_precision_that_differ_do_not_meet() -> None:
    """748 and 749 share only the bare end 748.5 when closed; half a step more apart they share nothing."""
    assert not Interval(Fraction(1495, 2), Fraction(1497, 2)).meets(Interval(Fraction(1499, 2), Fraction(1501, 2)))
