"""Shares and rates: of what, and how surely that was found."""

from __future__ import annotations

import pytest

from lint.facts.prose.ratio import Ratio
from tests.support import facts_of


def ratio(text: str, index: int = 0) -> Ratio:
    return facts_of(text).ratios[index]


def operands(text: str, index: int = 0) -> tuple[str, str, str]:
    found = ratio(text, index)
    return (str(found.part.figure) if found.part else "", str(found.whole.figure) if found.whole else "", found.binding)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出合计400万元，其中：基本支出300万元，占75%；项目支出100万元，占25%。", ("300万元", "400万元", "stated")),
        ("支出17.06万元，完成预算27万元的63.2%。", ("17.06万元", "27万元", "stated")),
        ("年初预算为50万元，支出决算为40万元，完成年初预算的80%。", ("40万元", "50万元", "stated")),
        ("本年支出合计400万元。教育支出300万元，占本年支出合计的75%。", ("300万元", "400万元", "named")),
        ("采购规模400亿元。工程类采购300亿元，占采购规模的75%。", ("300亿元", "400亿元", "named")),
        ("企业资产总额200亿元、负债总额100亿元，资产负债率50%。", ("100亿元", "200亿元", "stated")),
        ("计划任务53户。共完成改造129户，完工率243.4%。", ("129户", "53户", "stated")),
    ],
)
def test_operands(text: str, expected: tuple[str, str, str]) -> None:
    assert operands(text) == expected


def test_income_is_never_taken_for_expenditure() -> None:
    text = "地方一般公共预算收入480亿元，地方一般公共预算支出950亿元。民生支出665亿元，占地方一般公共预算支出的70%。"
    assert operands(text)[1] == "950亿元"


def test_a_whole_that_is_not_there_gives_a_reason() -> None:
    found = ratio("民生支出665亿元，占财政总投入的70%。")
    assert found.whole is None
    assert found.reason is not None


def test_a_similar_name_that_fits_twice_counts_as_found() -> None:
    text = "全国政府采购规模100亿元。工程采购金额60亿元，占采购总规模的60%。货物采购金额30亿元，占采购总规模的30%。"
    assert [found.binding for found in facts_of(text).ratios] == ["named", "named"]
