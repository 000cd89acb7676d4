"""A relation that does not hold confirms nothing: who is suspected on the word of one alone, and which value is named."""

from __future__ import annotations

import pytest

from lint.blame import Account
from lint.engine import check_source
from lint.readers import Source
from lint.settings import DEFAULTS


def account(text: str) -> Account:
    """What the first finding of a text is told with."""
    found = next(iter(check_source(Source("报告.txt", text.encode()), DEFAULTS).findings()))
    assert found.account
    return found.account


def ways(text: str) -> dict[str, str]:
    """What each figure becomes that a repair of the first finding changes."""
    return {str(change.figure): change.becomes for repair in account(text).repairs for change in repair.changes}


def suspects(text: str) -> list[str]:
    return [str(change.figure) for change in account(text).suspects]


ALONE = "全县文化服务点52个，其中：城区75个、乡镇81个。"


def test_what_one_relation_asks_for_and_nothing_bears_out_is_a_way_to_mend_it_and_no_suspect() -> None:
    found = account(ALONE)
    assert (len(found.repairs), found.suspects, len(found.doubted)) == (1, (), 1)


def test_a_second_relation_that_asks_for_the_same_makes_a_suspect() -> None:
    assert suspects("支出合计1131.70万元，其中：基本支出701.56万元，占62.00%；项目支出430.05万元，占38.00%。") == []
    assert suspects("支出合计1311.70万元，其中：基本支出701.65万元，占62.00%；项目支出430.05万元，占38.00%。") == ["1311.70万元"]


def test_figures_that_other_relations_bear_out_make_the_last_one_a_suspect() -> None:
    assert suspects("全县文化服务点52个，其中：城区75个（街道40个、社区35个）、乡镇81个（镇区60个、村21个）。") == ["52个"]


def test_a_slip_of_the_hand_makes_a_suspect() -> None:
    assert suspects("服务点支出15.66万元，其中：城区75.30万元、乡镇81.30万元。") == ["15.66万元"]


def test_a_full_mark_that_nothing_bears_out_is_as_likely_wrong_as_its_score() -> None:
    assert ways("1.项目执行（满分9分，自评得分9.62分）。\n2.项目产出（满分40分，自评得分38分）。\n") == {"9.62分": "≤9分", "9分": "≥10分"}


@pytest.mark.parametrize(
    ("text", "figure", "becomes"),
    [
        ("2022年项目支出15.00万元，其中：设备费2.5万元，材料费8.25万元，劳务费4.89万元。", "2.5万元", "1.86万元"),
        ("接待费1.76万元，完成预算5万元的335.2%。", "335.2%", "35.2%"),
        ("接待费1.76万元，完成预算5万元的335.2%。", "5万元", "0.525万元"),
        ("收入合计591.62万元，其中：财政拨款574.12万元；事业收入3.00万元；其他收入17.50万元。", "3.00万元", "0.00万元"),
        ("实际支出372.18元，其中：服务费298万元，运维费46.5万元，培训费27.68万元。", "372.18元", "372.18万元"),
        ("全年预算3,000万元，实际支出2,856.43万元，预算执行率952.1%。", "952.1%", "95.21%"),
    ],
)
def test_the_value_is_the_one_that_the_other_figures_give(text: str, figure: str, becomes: str) -> None:
    assert ways(text)[figure] == becomes


def test_what_would_turn_a_rise_into_less_than_nothing_is_no_way_to_mend_it() -> None:
    assert "16.67%" not in ways("燃料费支出8.42万元，比上年增加12.35万元，增长16.67%。")
