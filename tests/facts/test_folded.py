"""Tables folded into two halves side by side."""

from __future__ import annotations

import pytest

from lint.facts import Facts
from lint.facts.folded import unfolded
from tests.support import document_of

SCORES = "指标 | 分值 | 得分 | | 指标 | 分值 | 得分\n立项 | 20 | 18 | | 产出 | 30 | 28\n目标 | 20 | 20 | | 效益 | 30 | 29\n | | | | 合计 | 100 | {}\n"


def rows(text: str) -> list[list[str]]:
    document = unfolded(document_of(text))
    return [[document.quote(cell.span).strip() for cell in row] for row in document.tables[0].rows()]


def test_the_right_half_continues_the_left() -> None:
    found = [row for row in rows(SCORES.format("95")) if any(row)]
    assert [row[0] for row in found] == ["指标", "立项", "目标", "产出", "效益", "合计"]


@pytest.mark.parametrize(("total", "outcome"), [("95", "holds"), ("96", "broken")])
def test_the_total_of_a_folded_table_is_that_of_both_halves(total: str, outcome: str) -> None:
    facts = Facts(document_of(SCORES.format(total)))
    tree = next(tree for tree in facts.scores if tree.totals)
    made = tree.whole(tree.totals[0], "awarded")
    assert made is not None and made.check().outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "项目 | 金额 | 项目 | 金额\n拨款 | 60 | 工资 | 50\n其他 | 40 | 办公 | 50\n合计 | 100 | 合计 | 100\n",
        "项目 | 金额 | 科目 | 金额\n拨款 | 60 | 工资 | 50\n其他 | 40 | 合计 | 50\n",
        "项目 | 金额 | 项目 | 金额\n拨款 | 60 | 工资 | 50\n其他 | 40 | 办公 | 50\n",
    ],
)
def test_two_statements_side_by_side_stay_two(text: str) -> None:
    assert unfolded(document_of(text)) == document_of(text) or len(rows(text)) == text.count("\n")
