"""Printed numbers: value, precision, and what the digits allow."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.number import SCALES, chinese_decimal, chinese_integer, plain, read

decimals = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@given(decimals)
def test_what_is_printed_is_read_back_with_its_places(value: Decimal) -> None:
    number = read(f"{value:,.2f}")
    assert number.value == value
    assert number.places == 2
    assert Fraction(value) in number.rounded


@given(decimals, st.sampled_from(["", "万", "亿"]))
def test_a_rounded_number_allows_exactly_half_a_step_each_way(value: Decimal, scale: str) -> None:
    number = read(str(value), scale)
    assert number.scaled + number.step / 2 in number.rounded
    assert number.scaled - number.step / 2 in number.rounded
    assert number.scaled + number.step * Fraction(51, 100) not in number.rounded


@given(st.integers(0, 9999))
def test_every_chinese_integer_is_read(value: int) -> None:
    assert chinese_integer(in_chinese(value)) == value


def in_chinese(value: int) -> str:
    """Spell out 0 to 9999 the way people write it."""
    if not value:
        return "零"
    digits, text, gap = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + ("" if power == 10 and digit == 1 and not text else digits[digit]) + name
            gap = False
        else:
            gap = True
    return text


@pytest.mark.parametrize(
    ("text", "value"),
    [("三十七点七五", "37.75"), ("二〇二二", "2022"), ("八点零一", "8.01"), ("十", "10"), ("一百零五", "105"), ("两千", "2000")],
)
def test_chinese_numerals(text: str, value: str) -> None:
    assert chinese_decimal(text) == Decimal(value)


def test_words_that_are_no_numerals_are_refused() -> None:
    with pytest.raises(ValueError, match="not a Chinese integer"):
        chinese_integer("统一")


def test_trailing_zeros_survive() -> None:
    assert read("2186.110").places == 3
    assert read("2.0").places == 1


def test_a_scale_is_kept_apart_from_the_digits() -> None:
    number = read("2186.11", "万")
    assert number.value == Decimal("2186.11")
    assert number.scaled == 21861100
    assert number.step == 100


@pytest.mark.parametrize(
    ("digits", "bound", "inside", "outside"),
    [("600", "about", 555, 540), ("20", "above", 25, 20), ("100", "below", 95, 100), ("90", "least", 10**6, 89), ("90", "most", 3, 91)],
)
def test_words_of_approximation_move_the_bounds(digits: str, bound: str, inside: int, outside: int) -> None:
    number = read(digits, bound=bound)  # type: ignore[arg-type]  # the literals of the parametrisation
    assert Fraction(inside) in number.rounded
    assert Fraction(outside) not in number.rounded


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1000), st.integers(0, 6))
def test_plain_notation_is_within_half_a_unit_of_its_last_place(value: Fraction, places: int) -> None:
    assert abs(Fraction(plain(value, places)) - value) <= Fraction(1, 2 * 10**places)


def test_plain_notation_rounds_half_up_and_drops_trailing_zeros() -> None:
    assert plain(Fraction(5, 4), 1) == "1.3"
    assert plain(Fraction(200), 2) == "200"
    assert plain(Fraction(-1, 10**9), 2) == "0"


def test_every_scale_word_is_a_power_of_ten() -> None:
    assert SCALES["万"] == 4
    assert SCALES["亿"] == 8
    assert SCALES["万亿"] == 12
