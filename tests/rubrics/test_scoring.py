"""Scores from numbers: what a function may give, and what no rounding can excuse."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.interval import Interval
from lint.number import read
from lint.rubric.examples import rounding_for, told
from lint.rubric.rounding import Rounding, rounding_of
from lint.rubric.scoring import VALUE, Reach
from lint.rubric.wording import FORMS, scoring_of

VALUES = st.fractions(min_value=-2, max_value=3, max_denominator=10_000)
FULLS = st.integers(1, 100).map(Fraction)
RISING = [
    "按比例",
    "按比例，95%为满分",
    "≥95%得满分，每低1个百分点扣1分",
    "≥90%得满分；≥60%得50%分；其余得0分",
    "公式：满分×(完成率-20%)",
    "≥95%得满分；其余得比率×满分",
]
FALLING = ["≤0得满分，每超1个百分点扣0.5分", "≤10%得满分，否则得0分", "公式：满分×(1-差异率÷20%)", "≤5%得满分；≤30%得20%分；其余得0分"]


read_once = cache(scoring_of)


def reach(sentence: str, value: Interval, full: Fraction = Fraction(10)) -> Reach:
    return read_once(sentence, full).reach({VALUE: value}, full)


def ends(sentence: str, value: Fraction, full: Fraction) -> tuple[Fraction, Fraction]:
    """The least and the most that a value can earn."""
    parts = reach(sentence, Interval.point(value), full)
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    return min(low for low in lows if low is not None), max(high for high in highs if high is not None)


@pytest.mark.parametrize("sentence", [*RISING, *FALLING])
@settings(max_examples=40, deadline=None)
@given(value=VALUES, full=FULLS)
def test_no_value_earns_less_than_nothing_or_more_than_the_full_mark(sentence: str, value: Fraction, full: Fraction) -> None:
    low, high = ends(sentence, value, full)
    assert 0 <= low <= high <= full


@pytest.mark.parametrize("sentence", RISING)
@settings(max_examples=40, deadline=None)
@given(one=VALUES, other=VALUES, full=FULLS)
def test_more_of_what_is_wanted_never_earns_less(sentence: str, one: Fraction, other: Fraction, full: Fraction) -> None:
    less, more = ends(sentence, min(one, other), full), ends(sentence, max(one, other), full)
    assert less[0] <= more[0]
    assert less[1] <= more[1]


@pytest.mark.parametrize("sentence", FALLING)
@settings(max_examples=40, deadline=None)
@given(one=VALUES, other=VALUES, full=FULLS)
def test_more_of_what_is_not_wanted_never_earns_more(sentence: str, one: Fraction, other: Fraction, full: Fraction) -> None:
    less, more = ends(sentence, min(one, other), full), ends(sentence, max(one, other), full)
    assert less[0] >= more[0]
    assert less[1] >= more[1]


@pytest.mark.parametrize("sentence", [*RISING, *FALLING])
@settings(max_examples=40, deadline=None)
@given(low=VALUES, wide=st.fractions(0, 1, max_denominator=100), at=st.fractions(0, 1, max_denominator=100))
def test_what_a_value_earns_is_among_what_an_interval_around_it_earns(sentence: str, low: Fraction, wide: Fraction, at: Fraction) -> None:
    around = reach(sentence, Interval(low, low + wide))
    for part in reach(sentence, Interval.point(low + wide * at)):
        assert any(whole.meets(part) for whole in around)
        assert any(part.low in whole and part.high in whole for whole in around if part.low is not None and part.high is not None)


@settings(max_examples=40, deadline=None)
@given(value=VALUES)
def test_steps_give_one_score_to_every_value(value: Fraction) -> None:
    assert len(reach("=0得9分；≤10%得6分；10-20%（含）得3分；其余得0分", Interval.point(value))) == 1


def test_a_printed_rate_that_stands_on_a_boundary_may_earn_either_score() -> None:
    printed = read("90", "").rounded
    assert told(reach("≥90得满分，否则得0分", printed)) == "0分或10分"
    assert told(reach("≥90得满分，否则得0分", Interval.point(Fraction(90)))) == "10分"


@pytest.mark.parametrize(
    ("sentence", "value", "scores"),
    [
        ("按比例", "86%", "8.6分"),
        ("按比例", "120%", "10分"),
        ("按比例，95%为满分", "95%", "10分"),
        ("≤100%得满分，每超1个百分点扣0.5分", "103%", "8.5分"),
        ("≤100%得满分，每超1个百分点扣0.5分", "102.5%", "8.5～9分"),
        ("≤100%得满分，每超1个百分点扣0.5分", "300%", "0分"),
        ("100%计满分，每低于5%扣2分，扣完为止", "92.8%", "6～8分"),
        ("=0，计5分；0-10%（含），计4分；其余不明", "6%", "4分"),
        ("=0，计5分；0-10%（含），计4分；其余不明", "11%", "0～10分"),
        ("≥90%计5分；80%（含）-90%，计4分；低于80%不得分", "80%", "4分"),
        ("在职人员控制率≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。", "101%", "9.5分"),
        ("≤3次得满分，否则得0分", "4", "0分"),
        ("公式：满分×(1-差异率÷20%)", "5%", "7.5分"),
        ("公式：满分×(1-差异率÷20%)", "74.22%", "0分"),
    ],
)
def test_a_criterion_means_what_it_says(sentence: str, value: str, scores: str) -> None:
    exact = Fraction(Decimal(value.rstrip("%"))) / (100 if value.endswith("%") else 1)
    assert told(reach(sentence, Interval.point(exact))) == scores


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        ("在职人员控制率≤100%，得10分；在职人员控制率＞100%的，每超过一个百分点扣0.5分，扣完为止。", "≤100%得满分，每超1个百分点扣0.5分"),
        ("变动率≤0，计10分；变动率＞0，每增加1个百分点扣1分，扣完为止", "≤0得满分，每超1个百分点扣1分"),
        ("小于等于100%得满分，每超1个百分点，扣1分", "≤100%得满分，每超1个百分点扣1分"),
        ("100%以下（含）计满分，每超1%扣1分", "≤100%得满分，每超1个百分点扣1分"),
        ("100%以下得满分，每超1%扣1分", "≤100%得满分，每超1个百分点扣1分"),
        ("大于或等于95%得满分，每低5个百分点扣1分", "≥95%得满分，每低5个百分点扣1分"),
        ("预算完成率达到100%的得满分，每低于5个百分点扣1分，扣完为止", "≥100%得满分，每低5个百分点扣1分"),
        ("按比例计分", "按比例"),
        ("按完成比例计分。", "按比例"),
        ("按实际完成率乘以权重（分值）计分", "按比例"),
        ("按实际支付进度率乘以分值计算得分。", "按比例"),
        ("得分=完成率×分值", "按比例"),
        ("完成率×10", "按比例"),
        ("按比例得分，超过100%的得满分", "按比例"),
        ("达到100%得满分，低于100%的按比例计分", "按比例"),
        ("质量达标率达到95%及以上得满分，否则不得分", "≥95%得满分，否则得0分"),
        ("固定资产利用率≥95%得满分；低于95%的，得分=固定资产利用率×10", "≥95%得满分；其余得比率×满分"),
        ("全部符合得满分，有一项不符合不得分", "符合得满分，否则得0分"),
        ("全部完成得满分，否则不得分", "符合得满分，否则得0分"),
        ("按规定内容和时限公开的得10分，未按规定内容和时限公开的不得分", "符合得满分，否则得0分"),
        ("无违规得满分，每发现一处扣1分", "每发现1处扣1分，扣完为止"),
        (">=90%：10分；其余：0分", "≥90%得满分，否则得0分"),
    ],
)
def test_common_words_of_printed_tables_say_the_same(sentence: str, plainly: str) -> None:
    assert scoring_of(sentence, Fraction(10)).told(Fraction(10)) == scoring_of(plainly, Fraction(10)).told(Fraction(10))


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        ("≥95%得满分，低于95%按比例计分", ("≥95%得满分；低于95%得比率×满分", "按比例，95%为满分")),
        ("按比例得分，达到95%的得满分", ("≥95%得满分；其余得比率×满分", "按比例，95%为满分")),
        ("≥90%得满分；60%-90%按比例；低于60%不得分", ("60%-90%得比率×满分", "60%-90%不明")),
    ],
)
def test_a_criterion_that_means_two_things_is_refused_and_both_can_be_written(sentence: str, ways: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="有两种算法") as caught:
        scoring_of(sentence, Fraction(10))
    assert all(f"写“{way}”" in str(caught.value) for way in ways)
    whole = [way if way.startswith(("≥", "按")) else f"≥90%得满分；{way}；其余得0分" for way in ways]
    one, other = (told(reach(way, Interval.point(Fraction(4, 5)))) for way in whole)
    assert one == "8分"
    assert other != one


@pytest.mark.parametrize(
    ("sentence", "value", "scores"),
    [
        ("≤100%得满分，每超1个百分点扣1分，最多扣5分", "120%", "5分"),
        ("每发现一处扣1分", "3", "7分"),
        ("5件以上得10分，每少1件扣2分", "3", "6分"),
        ("90分以上得10分；80—89分得6分；其余得0分", "85", "6分"),
        ("90分以上得10分；80—89分得6分；其余得0分", "89.5", "0～10分"),
        ("≥95%得满分；其余得比率×满分", "90%", "9分"),
        ("≥95%得满分；其余得比率÷95%×满分", "76%", "8分"),
    ],
)
def test_counts_caps_whole_numbers_and_shares_mean_what_they_say(sentence: str, value: str, scores: str) -> None:
    exact = Fraction(Decimal(value.rstrip("%"))) / (100 if value.endswith("%") else 1)
    assert told(reach(sentence, Interval.point(exact))) == scores


def test_a_formula_may_name_several_numbers() -> None:
    scoring = scoring_of("公式：满分×完成数÷计划数", Fraction(10))
    assert scoring.inputs == ("完成数", "计划数")
    values = {"完成数": Interval.point(Fraction(9)), "计划数": Interval.point(Fraction(12))}
    assert told(scoring.reach(values, Fraction(10))) == "7.5分"


def test_all_or_nothing_asks_for_no_number() -> None:
    assert told(scoring_of("符合得满分，否则得0分", Fraction(2)).reach({}, Fraction(2))) == "0分或2分"


@pytest.mark.parametrize("sentence", FORMS)
def test_every_form_that_is_offered_can_be_read_and_told(sentence: str) -> None:
    assert scoring_of(sentence, Fraction(3)).told(Fraction(3))


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("酌情打分", "看不懂“酌情打分”"),
        ("≤10%得满分", "没有写大于10%时得几分"),
        ("≥60%得5分；≥90%得满分；其余得0分", "“≥90%得满分”永远用不上"),
        ("≤10%得5分；＞20得0分；其余不明", "有的数写了百分号，有的没有写"),
        ("≤10%得12分，否则得0分", "“≤10%得12分”超过满分10分"),
        ("≤10%得满分，每低1个百分点扣1分", "方向相反"),
        ("每超1个百分点扣0.5分", "前面应只有一句得满分的条件"),
        ("≤100%得满分，每超1次扣1分", "一处是百分数，一处不是"),
        ("20%-10%得满分，其余得0分", "前一个数应小于后一个"),
        ("公式：满分×(1-差异率", "公式少一个右括号"),
        ("公式：满分**2", "应为名称、数字或左括号"),
        ("公式：__import__('os')", "公式"),
        ("按比例，0%为满分", "应大于0"),
        ("100%左右得满分，每低1个百分点扣1分", "如“≥100%得满分”"),
        ("≤100%得满分，每低1个百分点扣1分", "前面应写成“≥100%得满分”"),
        ("完成率×8", "乘的是8，满分是10分"),
        ("优秀得10分；良好得8分", "“优秀”不是由数决定的"),
        ("全部完成得满分，未完成不得分", "不是由数决定的"),
        ("预算完成率≥95%得满分；支付进度率≤50%得0分", "两个数：“预算完成率”和“支付进度率”"),
        ("≥95%得满分；公式：满分×固定资产利用率", "公式只能单独写"),
        ("≤100%得满分，每超1%扣1分，最多扣12分", "超过满分10分"),
        ("90分以上得10分；80-89分得6分", "没有写小于80时得几分"),
    ],
)
def test_a_criterion_that_cannot_be_read_is_refused_with_the_reason(sentence: str, told_of: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        scoring_of(sentence, Fraction(10))
    assert told_of in str(caught.value)


@pytest.mark.parametrize(
    ("rounding", "score", "printed", "admitted"),
    [
        ("整数", "8.6", "9", True),
        ("整数", "8.6", "8", True),
        ("整数", "8.6", "7", False),
        ("整数 舍去", "8.6", "9", False),
        ("整数 进位", "8.1", "9", True),
        ("整数 进位", "8.1", "8", False),
        ("整数 四舍五入", "8.6", "8", False),
        ("0.5", "8.6", "8.5", True),
        ("0.5", "8.6", "8.2", False),
        ("0.1 四舍五入", "8.64", "8.6", True),
        ("不取整", "8.6", "9", False),
        ("不取整", "8.6667", "8.67", True),
    ],
)
def test_a_score_may_be_rounded_as_the_table_says(rounding: str, score: str, printed: str, admitted: bool) -> None:
    assert rounding_of(rounding).admits(Fraction(printed), [Interval.point(Fraction(score))]) is admitted


@pytest.mark.parametrize("printed", ["8", "9", "8.5", "8.6", "8.7", "8.66", "8.67"])
def test_where_the_table_does_not_tell_any_usual_rounding_will_do(printed: str) -> None:
    scoring = scoring_of("按比例", Fraction(10))
    assert rounding_for(scoring, None).admits(Fraction(printed), [Interval.point(Fraction("8.6666"))])


@pytest.mark.parametrize("printed", ["7", "10", "8.1", "8.8"])
def test_but_not_one_that_leads_further_than_to_the_next_unit(printed: str) -> None:
    assert not Rounding(None).admits(Fraction(printed), [Interval.point(Fraction("8.6666"))])


def test_steps_and_deductions_are_not_rounded_unless_the_table_says_so() -> None:
    scoring = scoring_of("≤100%得满分，每超1个百分点扣0.5分", Fraction(5))
    assert not rounding_for(scoring, None).admits(Fraction(4), [Interval.point(Fraction("3.5"))])
    assert rounding_for(scoring, rounding_of("整数")).admits(Fraction(4), [Interval.point(Fraction("3.5"))])


@pytest.mark.parametrize("words", ["取整", "0", "四舍五入", "十分位"])
def test_a_rounding_that_cannot_be_read_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="看不懂"):
        rounding_of(words)
