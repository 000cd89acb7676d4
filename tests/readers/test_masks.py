"""What a spreadsheet cell shows of its value, by its number format."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.readers.sheets.masks import general, printed, shown, significant

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("0.8562", "0.00%", "85.62%"),
        ("0.999991", "0.00%", "100.00%"),
        ("0.125", "0%", "13%"),
        ("2186.1099999999997", "General", "2186.11"),
        ("2186.1099999999997", "", "2186.11"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("999999.995", "#,##0.00", "1,000,000.00"),
        ("12345", "0.00,", "12.35"),
        ("1", "0.0#", "1.0"),
        ("1.25", "0.0#", "1.25"),
        ("7", "000", "007"),
        ("12", '0"万元"', "12万元"),
        ("3.5", 'G/通用格式"分"', "3.5分"),
        ("1234", ACCOUNTING, "1,234.00"),
        ("-1234", ACCOUNTING, "-1,234.00"),
        ("0", ACCOUNTING, "-"),
        ("0", "0.00;-0.00;", ""),
        ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
        ("5", "[DBNum1]0", "5"),
        ("1.5", "# ?/?", "1.5"),
        ("0.00002", "0.00E+00", "0.00002"),
        ("12", "@", "12"),
    ],
)
def test_a_number_is_shown_as_its_format_prints_it(value: str, code: str, printed: str) -> None:
    assert shown(significant(value), code) == printed


@pytest.mark.parametrize("code", ["#,##0.00_);(#,##0.00)", "0.00;[Red]0.00", "0.00_ ;[Red]\\-0.00\\ ", "#,##0.00"])
def test_a_negative_number_keeps_its_minus_however_it_is_printed(code: str) -> None:
    assert shown(Decimal("-34.5"), code) == "-34.50"


def test_what_rounds_to_zero_has_no_minus() -> None:
    assert shown(Decimal("-0.004"), "0.00") == "0.00"


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("44926", 'yyyy"年"m"月"d"日"', "2022年12月31日"),
        ("44926", '[$-804]yyyy"年"m"月"', "2022年12月"),
        ("44926", "yyyy/mm/dd", "2022/12/31"),
        ("44926.5208333", "yyyy-m-d h:mm", "2022-12-31 12:30"),
        ("44926.75", "上午/下午h:mm", "下午6:00"),
        ("44926", "aaaa", "星期六"),
        ("1.5", "[h]:mm", "36:00"),
        ("99999999", "yyyy", "99999999"),
    ],
)
def test_a_date_is_shown_by_its_parts(value: str, code: str, printed: str) -> None:
    assert shown(Decimal(value), code) == printed


def test_dates_of_a_workbook_that_counts_from_1904() -> None:
    assert shown(Decimal("43464"), "yyyy-m-d", since_1904=True) == "2022-12-31"


@pytest.mark.parametrize(
    ("value", "printed"),
    [("0.333333333333333", "0.333333333"), ("123456789012", "123456789012"), ("-12.50", "-12.5"), ("0", "0"), ("-0", "0"), ("1E+2", "100")],
)
def test_a_number_without_a_format_has_the_digits_that_eleven_characters_hold(value: str, printed: str) -> None:
    assert general(Decimal(value)) == printed


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 4))
def test_what_is_shown_is_the_value_rounded_to_its_places(value: Decimal, places: int) -> None:
    code = "#,##0" + ("." + "0" * places if places else "")
    printed = Decimal(shown(value, code).replace(",", ""))
    assert abs(printed - value) * 2 <= Decimal(1).scaleb(-places)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6),
    st.text('0#?.,%;"@()[]\\_*年yymd元 -', max_size=12),
)
def test_no_format_however_odd_stops_the_reader(value: Decimal, code: str) -> None:
    assert isinstance(shown(value, code), str)


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("10001234", '0\\.0,"万元"', "1000.1万元"),
        ("10001234", "0!.0,", "1000.1"),
        ("5000", '#"."0,', "0.5"),
        ("1234567890", "#,##0!.0,", "123456.8"),
        ("123456", "0\\.0000", "12.3456"),
        ("1234567", '0"-"00"-"00', "123-45-67"),
        ("-123456", '0\\.0,"万元"', "-12.3万元"),
        ("0.5", "#,###.00", "0.50"),
    ],
)
def test_words_between_the_digits_are_shown_there(value: str, code: str, printed: str) -> None:
    assert shown(Decimal(value), code) == printed


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("123456", '[>=10000]0!.0,"万元";0"元"', "12.3万元"),
        ("5000", '[>=10000]0!.0,"万元";0"元"', "5000元"),
        ("-5000", '[>=10000]0!.0,"万元";0"元"', "-5000元"),
        ("5", '[<10]"少";[<100]"中";"多"', "少"),
        ("100", '[<10]"少";[<100]"中";"多"', "多"),
        ("7", '[>=10000]0!.0,"万元"', "7"),
        ("0", '[Red][=0]"无";0', "无"),
    ],
)
def test_conditions_in_brackets_choose_the_section(value: str, code: str, printed: str) -> None:
    assert shown(Decimal(value), code) == printed


@pytest.mark.parametrize("code", ["0;△0", "0;▲0", "0;0-", "0;-0", "0;（0）"])
def test_every_way_to_print_a_negative_number_has_one_minus(code: str) -> None:
    assert shown(Decimal(-100), code) == "-100"


@pytest.mark.parametrize("value", ["Infinity", "NaN", "甲", "1E+999999"])
def test_what_is_no_number_stays_as_it_is(value: str) -> None:
    assert printed(value, "0.00") == value
