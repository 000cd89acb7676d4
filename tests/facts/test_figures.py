"""Every number is seen once and typed by what stands around it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.figure import Figure
from tests.support import facts_of


def figures(text: str) -> list[Figure]:
    return list(facts_of(text).figures)


def only(text: str) -> Figure:
    (figure,) = (figure for figure in figures(text) if figure.kind not in ("year", "date", "identifier"))
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "value", "scale", "unit"),
    [
        ("支出2186.11万元。", "money", "2186.11", 4, "元"),
        ("支出1,957.23元。", "money", "1957.23", 0, "元"),
        ("总产值79.49亿元。", "money", "79.49", 8, "元"),
        ("资产210.4万亿元。", "money", "210.4", 12, "元"),
        ("下降74.22％。", "percent", "74.22", 0, "%"),
        ("提高1.8个百分点。", "points", "1.8", 0, "个百分点"),
        ("自评得分6分。", "score", "6", 0, "分"),
        ("实有40人。", "count", "40", 0, "人"),
        ("参与群众逾20多万人次。", "count", "20", 4, "人次"),
        ("占百分之三十七点七五。", "percent", "37.75", 0, "%"),
        ("净资产占三成五。", "percent", "35", 0, ""),
        ("设十二个科室。", "count", "12", 0, "个"),
        ("经营收入 0.00 万，较上年持平。", "money", "0.00", 4, ""),
        ("检查接待 2. 64 万元。", "money", "2.64", 4, "元"),
        ("接 待 费 6 . 4 5 万 元。", "money", "6.45", 4, ""),
        ("增长 1 2. 5%。", "percent", "12.5", 0, "%"),
    ],
)
def test_quantities(text: str, kind: str, value: str, scale: int, unit: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.number.value, figure.number.scale, figure.unit) == (kind, Decimal(value), scale, unit)


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：07537861592",
        "接待费 4 5 万元。",
        "2.2023年工作情况",
        "（财行〔2015〕499号）",
        "根据财决01-1表填列",
        "完成5G网络布局",
        "按照GB18918-2002执行",
        "填报日期：2023年6月12日",
        "功能科目2081199列支",
        "依据第三条、第12条规定",
        "1.预算编制情况",
        "进一步统一“三定”方案，零售业一是规范",
        "印发《2022年预算绩效管理12条措施》",
    ],
)
def test_look_alikes_are_no_quantities(text: str) -> None:
    assert [figure for figure in figures(text) if figure.kind not in ("year", "date", "identifier")] == []


def test_a_code_ends_where_chinese_text_begins() -> None:
    assert str(only("已建成5G基站138个。")) == "138个"


def test_an_amount_is_never_taken_for_a_year() -> None:
    assert only("支出2086.11万元。").kind == "money"


def test_a_number_shares_the_unit_of_the_next_one() -> None:
    first, second = figures("收、支总计各是4125.49,4143.91万元。")
    assert first.value == second.value - 184200
    assert first.unit == "元"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("下达1,3992,476万元。", ["1,3992,476万元"]),
        ("支付25,6614,220.18元。", ["25,6614,220.18元"]),
        ("支出1,92.05万元。", ["1,92.05万元"]),
        ("收入2,4000.00万元。", ["2,4000.00万元"]),
        ("补助5,1007人。", ["5,1007人"]),
        ("工单2,76件。", []),
        ("分别为512,1305人。", ["512", "1305人"]),
        ("项目1,2023年完成3个。", ["1", "3个"]),
        ("每人500,1000元。", ["500元", "1000元"]),
    ],
)
def test_thousands_with_a_digit_too_many_or_too_few_are_one_number_or_none(text: str, printed: list[str]) -> None:
    assert [str(figure) for figure in figures(text) if figure.kind not in ("year", "identifier")] == printed


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("约600人", "about"),
        ("约有70人次", "about"),
        ("近有30家", "below"),
        ("至少有5个", "least"),
        ("附近有30家", "exact"),
        ("预约有70人", "exact"),
        ("近3年来共100余户", "above"),
        ("逾20万人", "above"),
        ("90分以上", "least"),
        ("600人", "exact"),
    ],
)
def test_words_of_approximation_are_kept(text: str, bound: str) -> None:
    assert [figure.number.bound for figure in figures(text) if figure.kind in ("count", "score")][-1] == bound


def test_a_caption_gives_its_unit_to_the_numbers_of_a_table() -> None:
    found = figures("单位：万元\n项目 | 预算数 | 占比\n合计 | 4432 | 100%\n接待费 | 323 | 7.3%\n")
    assert [str(figure) for figure in found] == ["4432万元", "100%", "323万元", "7.3%"]


@given(
    st.lists(
        st.sampled_from(["支出12.5万元", "占3%", "2022年", "（一）", "40人", "得分6分", "，", "。", "\n", "其中：", "A1", "三成"]),
        max_size=30,
    )
)
def test_spans_are_in_order_and_quote_digits(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    facts = facts_of(text)
    spans = [figure.span for figure in facts.figures]
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for figure in facts.figures:
        if figure.kind in ("money", "percent", "count", "score"):
            assert figure.number.printed in "".join(facts.document.quote(figure.span).split())
