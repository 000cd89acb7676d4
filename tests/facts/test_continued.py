"""Tables cut in two by a paragraph mark, 续表 or a blank row."""

from __future__ import annotations

import pytest

from lint.engine import check_document
from lint.facts.continued import joined
from lint.settings import Settings
from tests.support import document_of

HEAD = "项目 | 预算数 | 执行数\n"
FIRST = HEAD + "基本支出 | 1000 | 900\n项目支出 | 2000 | 1500\n"


@pytest.mark.parametrize(
    "text",
    [FIRST + "\n合计 | 3000 | 2500\n", FIRST + "\n续表\n\n" + HEAD + "合计 | 3000 | 2500\n", FIRST + "\n" + HEAD + "合计 | 3000 | 2500\n"],
)
def test_the_total_of_a_continued_table_is_that_of_all_its_parts(text: str) -> None:
    assert len(joined(document_of(text)).tables) == 1
    found = check_document(document_of(text), Settings()).findings()
    assert [(result.code, result.check.claimed, result.check.derived) for result in found] == [("SUM003", "2500", "2400")]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "合计 | 3000 | 2400\n\n" + FIRST + "合计 | 3000 | 2400\n",
        FIRST + "\n表二\n\n甲 | 1 | 2\n合计 | 1 | 2\n",
        FIRST + "\n单位 | 人数 | 经费\n甲 | 1 | 2\n合计 | 1 | 2\n",
    ],
)
def test_two_tables_stay_two(text: str) -> None:
    assert len(joined(document_of(text)).tables) == 2
