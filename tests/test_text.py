"""Folding: one form for signs, nothing lost, and a way back to every character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.text import Folded, fold, width

report_text = st.text(alphabet="公务接待费１２3，,.．；:％% \n\t（)〔〕年增加0万元A。", max_size=120)


@given(report_text)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(report_text, st.integers(0, 500))
def test_every_character_leads_back_to_the_one_it_came_from(text: str, base: int) -> None:
    folded = Folded(text, base)
    for position, char in enumerate(folded.text):
        source = fold(text)[folded.offset(position) - base]
        assert source == char or (char == " " and source.isspace())


@given(report_text)
def test_only_white_space_is_dropped(text: str) -> None:
    def bare(value: str) -> str:
        return "".join(value.replace(",", "，").split())

    assert bare(Folded(text).text) == bare(fold(text))


def test_a_number_and_unit_broken_over_lines_are_joined() -> None:
    folded = Folded("比去年增加 1.05 万\n元，增长 35.8 %", 10)
    assert folded.text == "比去年增加1.05万元，增长35.8%"
    span = folded.span(5, 11)
    assert (span.start, span.end) == (16, 24)


def test_two_numbers_side_by_side_stay_two() -> None:
    assert Folded("合计 43.2 37.24 10").text == "合计43.2 37.24 10"


def test_a_blank_between_clauses_stays_a_boundary() -> None:
    assert Folded("收入479.89亿元 同比增长45.8%").text == "收入479.89亿元 同比增长45.8%"


def test_a_comma_between_digits_is_a_thousands_mark_and_any_other_a_comma() -> None:
    assert fold("1,957.23万元,其中") == "1,957.23万元，其中"


def test_a_full_stop_after_a_word_is_one_whatever_its_width() -> None:
    assert fold("增收7.38亿元.其中:上划") == "增收7.38亿元。其中：上划"
    assert fold("1.预算 GB/T 1.2-2020") == "1.预算 GB/T 1.2-2020"


def test_full_width_signs_are_folded() -> None:
    assert fold("（２１８６．１１－１２５４．８）÷１００％＝７４，≦") == "(2186.11-1254.8)÷100%=74，≤"


def test_digits_of_other_scripts_become_ascii_ones() -> None:
    assert fold("\u06f1\u0662分") == "12分"


def test_width_counts_chinese_characters_twice() -> None:
    assert width("得分105") == 7
