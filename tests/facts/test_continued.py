"""Tables cut in two by a paragraph mark, 续表 or a blank row."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word
from docx.shared import Cm

from lint import readers
from lint.document import Document
from lint.engine import check_document
from lint.facts.continued import joined
from lint.readers import Source
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


TOP = [["项目", "预算数", "执行数"], ["合计", "3000", "2500"], ["基本支出", "1000", "900"]]
REST = [["项目支出", "2000", "1500"]]


def word(*parts: list[list[str]], widths: tuple[int, ...] = ()) -> Document:
    """A Word file of tables with nothing but empty paragraphs between; `widths` are those of the columns of the last."""
    file = Word()
    for part in parts:
        table = file.add_table(len(part), len(part[0]))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        if part is parts[-1]:
            for column, width in zip(table.columns, widths, strict=False):
                column.width = Cm(width)
        file.add_paragraph()
    out = io.BytesIO()
    file.save(out)
    return readers.read(Source("a.docx", out.getvalue()))


@pytest.mark.parametrize("rest", [REST, [TOP[0], *REST]])
def test_a_table_of_word_goes_on_below_an_empty_paragraph_under_the_same_columns(rest: list[list[str]]) -> None:
    document = word(TOP, rest)
    assert len(joined(document).tables) == 1
    found = check_document(document, Settings()).findings()
    assert [(result.code, result.check.claimed, result.check.derived) for result in found] == [("SUM003", "2500", "2400")]


@pytest.mark.parametrize(
    ("parts", "widths"),
    [
        ([TOP, REST], (9, 3, 3)),
        ([TOP, [TOP[0], TOP[1], *REST]], ()),
        ([[TOP[0], TOP[2], TOP[1]], REST], ()),
        ([[TOP[0], TOP[2], TOP[1]], [TOP[0], *REST]], ()),
        ([[TOP[0], TOP[2]], [TOP[0], *REST]], ()),
        ([TOP, [["单位", "人数", "经费"], ["甲", "1", "2"]]], ()),
    ],
)
def test_not_under_other_columns_nor_below_a_last_total_nor_with_a_total_of_its_own(
    parts: list[list[list[str]]], widths: tuple[int, ...]
) -> None:
    assert len(joined(word(*parts, widths=widths)).tables) == 2
