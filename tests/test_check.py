"""Checks: the four outcomes, and the figures that a message prints."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.check import VAGUE, Check
from lint.expression import added, constant, leaf, minus, over, times
from lint.figure import Figure, Kind
from lint.number import Bound, read
from lint.place import Span
from lint.relation import holds
from lint.say import Say


def money(digits: str, scale: str = "万", bound: Bound = "exact") -> Figure:
    return Figure(read(digits, scale, bound), Span(0, len(digits)), "money", "元")


def percent(digits: str, *, negative: bool = False) -> Figure:
    return Figure(read(digits, negative=negative), Span(0, len(digits)), "percent", "%")


def bare(digits: str, kind: Kind = "score", unit: str = "分") -> Figure:
    return Figure(read(digits), Span(0, len(digits)), kind, unit)


def test_a_total_that_its_parts_give_holds() -> None:
    check = Check.equal(money("300"), added([money("100"), money("200")]))
    assert (check.outcome, check.derived, check.working) == ("holds", "300万元", "100+200")


def test_a_total_within_rounding_agrees_and_says_so() -> None:
    check = Check.equal(money("2186.11"), added([money("1033.06"), money("1153.06")]))
    assert (check.outcome, check.difference) == ("rounding", "0.01万元")


def test_a_total_beyond_rounding_is_broken() -> None:
    check = Check.equal(money("2186.08"), added([money("1033.06"), money("1153.06")]))
    assert (check.outcome, check.derived) == ("broken", "2186.12万元")


def test_scores_are_exact() -> None:
    assert Check.equal(bare("20"), added([bare("6"), bare("10")])).outcome == "broken"
    assert Check.equal(bare("6.5"), added([bare("2.5"), bare("4")])).outcome == "holds"


def test_a_score_that_a_product_gives_may_be_rounded() -> None:
    assert Check.equal(bare("2.96"), times(bare("3"), percent("98.63"))).outcome == "holds"


def test_scores_without_their_unit_are_exact_where_the_table_says_so() -> None:
    parts = [bare("2.5", "bare", ""), bare("4.0", "bare", "")]
    assert Check.equal(bare("6.4", "bare", ""), added(parts)).outcome == "rounding"
    assert Check.equal(bare("6.4", "bare", ""), added(parts), exact=True).outcome == "broken"


def test_operands_printed_too_coarsely_neither_confirm_nor_accuse() -> None:
    check = Check.equal(percent("20.00"), over(minus(money("8", "亿"), money("7", "亿")), money("7", "亿")))
    assert (check.outcome, check.reason) == ("undecided", VAGUE)


def test_the_last_place_is_counted_from_the_result_and_not_from_the_end_of_what_the_operands_allow() -> None:
    assert Check.equal(percent("95"), over(money("1.08", "亿"), money("1.2", "亿"))).severity != "info"


def test_two_percentages_differ_by_points() -> None:
    check = Check.equal(percent("85.5"), over(money("3156.3"), money("3780.0")))
    difference = check.values["difference"]
    assert isinstance(difference, Say) and difference.text("zh") == "2个百分点"


def test_yuan_printed_to_the_cent_are_exact() -> None:
    assert Check.equal(money("100.01", ""), added([money("50.00", ""), money("50.00", "")])).outcome == "broken"


def test_different_scales_are_added_in_one_unit() -> None:
    assert Check.equal(money("1.5", "亿"), added([money("10000"), money("5000")])).outcome == "holds"


def test_a_ratio_that_rounds_to_what_is_printed_holds() -> None:
    check = Check.equal(percent("74.22"), over(minus(money("2186.11"), money("1254.8")), money("1254.8")))
    assert (check.outcome, check.derived) == ("holds", "74.2198%")
    assert check.working == "（2186.11-1254.8）÷1254.8×100%"


def test_a_ratio_off_by_one_in_the_last_place_is_information_only() -> None:
    check = Check.equal(percent("38.28"), over(money("2570.97"), money("6714.88")))
    assert (check.outcome, check.severity) == ("broken", "info")


def test_a_ratio_off_by_more_is_broken_at_the_severity_of_its_rule() -> None:
    check = Check.equal(percent("14.5"), over(money("119"), minus(money("962"), money("119"))))
    assert (check.outcome, check.severity) == ("broken", None)


def test_a_zero_divisor_leaves_it_undecided() -> None:
    assert Check.equal(percent("100"), over(money("5"), money("0"))).outcome == "undecided"


def test_approximate_figures_accuse_nobody() -> None:
    assert Check.equal(money("300"), added([money("100"), money("150", bound="about")])).outcome == "undecided"


def test_a_loose_binding_that_fails_is_undecided_and_one_that_fits_holds() -> None:
    assert Check.equal(money("300"), added([money("100"), money("150")]), binding="near").outcome == "undecided"
    assert Check.equal(money("300"), added([money("100"), money("200")]), binding="near").outcome == "holds"


def test_a_chain_with_a_percentage_is_evaluated() -> None:
    check = Check.equal(bare("3"), times(bare("3"), percent("100")))
    assert check.outcome == "holds"


@pytest.mark.parametrize(
    ("left", "operator", "right", "outcome"),
    [("3.2", "≤", "10", "holds"), ("10", "≤", "10", "holds"), ("10", "<", "10", "broken"), ("12", "≥", "13", "broken")],
)
def test_orders(left: str, operator: str, right: str, outcome: str) -> None:
    assert Check.ordered(money(left), operator, money(right)).outcome == outcome  # type: ignore[arg-type]  # literals of the table above


def test_an_unknown_field_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        Check.agrees(None).but(colour="red")


cents = st.integers(1, 10**7)


@given(st.lists(cents, min_size=1, max_size=8))
def test_what_is_added_exactly_always_holds(parts: list[int]) -> None:
    figures = [money(f"{part / 100:.2f}") for part in parts]
    assert Check.equal(money(f"{sum(parts) / 100:.2f}"), added(figures)).outcome == "holds"


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=8))
def test_rounding_every_part_and_the_total_never_raises_an_alarm(parts: list[int]) -> None:
    """Amounts in 元 printed in 万元 to two places: the total is rounded apart from its parts."""
    figures = [money(_rounded(part)) for part in parts]
    assert Check.equal(money(_rounded(sum(parts))), added(figures)).outcome in ("holds", "rounding")


@given(cents, cents, st.integers(0, 3))
def test_a_correctly_rounded_percentage_never_raises_an_alarm(part: int, whole: int, places: int) -> None:
    value = Fraction(part, whole) * 100
    scaled = (2 * value.numerator * 10**places + value.denominator) // (2 * value.denominator)
    digits = str(scaled).rjust(places + 1, "0")
    printed = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    assert Check.equal(percent(printed), over(money(str(part)), money(str(whole)))).outcome == "holds"


@given(st.fractions(max_denominator=50), st.fractions(max_denominator=50))
def test_orders_exclude_one_another(left: Fraction, right: Fraction) -> None:
    assert holds(left, "<", right) + holds(left, "=", right) + holds(left, ">", right) == 1
    assert holds(left, "≤", right) == (not holds(left, ">", right))


def _rounded(amount: int) -> str:
    hundredths = (amount + 50) // 100
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def test_a_formula_is_written_with_the_brackets_it_needs() -> None:
    a, b, c = money("1"), money("2"), money("3")
    assert over(a, minus(b, c)).show(bare=True) == "1÷（2-3）"
    assert minus(a, minus(b, c)).show(bare=True) == "1-（2-3）"
    assert times(added([a, b]), leaf(c)).show(bare=True) == "（1+2）×3"
    assert times(leaf(a), constant(1, percent=True)).show(bare=True) == "1×100%"


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_the_interval_of_a_growth_rate_contains_the_rate_of_the_printed_digits(current: int, delta: int) -> None:
    formula = over(money(str(delta)), added([money(str(current)), money(str(delta))]))
    point = formula.point()
    assert point is not None
    assert point in formula.interval()


def test_quotes_within_quotes_are_single_ones() -> None:
    said = Say("“{name}”得分{score}，{note}", "“{name}” scored {score}, {note}").of(name="“三公”经费控制率", score="6分", note="见“说明”")
    assert said.text() == "“‘三公’经费控制率”得分6分，见“说明”"
