"""Tables that stand one below the other in one grid, without a gap."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document as Word
from openpyxl import Workbook

from lint.document import Document
from lint.engine import check_document
from lint.facts.stacked import unstacked
from lint.readers import Source, read
from lint.settings import Settings

HEAD = ["项目", "预算数", "执行数"]
FIRST = [HEAD, ["基本支出", 1000, 900], ["项目支出", 2000, 1500], ["合计", 3000, 2400]]
SECOND = [HEAD, ["基本支出", 100, 90], ["项目支出", 200, 150], ["合计", 300, 250]]
OTHER = [["单位", "人数", "决算数", "其中财政拨款"], ["机关", 12, 90, 80], ["中心", 7, 150, 150], ["合计", 19, 250, 230]]
FORM: list[list[Any]] = [
    ["项目名称", "道路维修"],
    ["主管部门", "交通局", "实施单位", "养护站"],
    ["资金来源", "预算数", "执行数", "执行率"],
    ["年度资金总额", 100, 90, "90%"],
    ["其中：财政拨款", 100, 90, "90%"],
    ["年度总体目标情况"],
    ["预期目标", "实际完成情况"],
    ["完成维修10公里。", "完成10公里。"],
    ["二、绩效指标完成情况"],
    ["说明：得分按完成率计算。"],
    ["一级指标", "三级指标", "分值", "得分"],
    ["产出指标", "维修里程", 50, 50],
    ["效益指标", "通行时间", 50, 45],
    ["总分", "", 100, 95],
]


def sheet(*rows: list[Any], wide: bool = False) -> Document:
    """A workbook of one sheet with these rows; `wide` where a cell alone in its row is merged over all columns."""
    book = Workbook()
    page: Any = book.active
    for row in rows:
        page.append(row)
        if wide and len(row) == 1:
            page.merge_cells(start_row=page.max_row, end_row=page.max_row, start_column=1, end_column=max(map(len, rows)))
    out = io.BytesIO()
    book.save(out)
    return read(Source("a.xlsx", out.getvalue()))


def word(*rows: list[Any]) -> Document:
    """A Word file of one table with these rows; a cell alone in its row is merged over all columns."""
    file = Word()
    width = max(map(len, rows))
    table = file.add_table(len(rows), width)
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            table.cell(index, column).text = str(value)
        if len(row) == 1:
            table.cell(index, 0).merge(table.cell(index, width - 1))
    out = io.BytesIO()
    file.save(out)
    return read(Source("a.docx", out.getvalue()))


def sizes(document: Document) -> list[tuple[int, int]]:
    return [(table.width, table.height) for table in unstacked(document).tables]


def found(document: Document) -> list[tuple[str, str, str]]:
    return [(result.code, result.check.claimed, result.check.derived) for result in check_document(document, Settings()).findings()]


@pytest.mark.parametrize(
    ("between", "unit"), [([["二、下属单位支出表"]], ""), ([["下属单位支出情况（2023年度）"], ["单位：万元"]], "万元"), ([], "")]
)
@pytest.mark.parametrize("make", [sheet, lambda *rows: sheet(*rows, wide=True), word])
def test_a_table_below_another_has_its_own_total(make: Any, between: list[list[str]], unit: str) -> None:
    document = make(*FIRST, *between, *SECOND)
    assert sizes(document) == [(3, 4), (3, 4)]
    assert found(document) == [("SUM003", f"250{unit}", f"240{unit}")]


@pytest.mark.parametrize("make", [sheet, word])
def test_one_with_other_columns_begins_below_its_title(make: Any) -> None:
    document = make(*FIRST, ["表二"], ["决算明细表"], ["部门：交通局", "", "单位：万元"], *OTHER)
    assert sizes(document) == [(3, 4), (4, 5)]
    assert found(document) == [("SUM003", "250万元", "240万元")]


@pytest.mark.parametrize("between", [["三、人员情况"], ["全年支出见下表，均已核对。"]])
def test_or_below_a_heading_or_a_sentence_where_the_one_above_ends_in_its_total(between: list[str]) -> None:
    assert sizes(sheet(*FIRST, between, *OTHER)) == [(3, 4), (4, 4)]


@pytest.mark.parametrize("title", [["附表2", "项目支出绩效自评表（2023年度）"], ["（2023年度）"], []])
def test_a_form_begins_where_its_first_labels_come_again(title: list[str]) -> None:
    document = sheet(*FORM, *([line] for line in title), *FORM)
    assert sizes(document) == [(4, 14), (4, 14)]
    assert found(document) == []


@pytest.mark.parametrize("make", [sheet, lambda *rows: sheet(*rows, wide=True), word])
def test_the_sections_of_a_form_leave_it_whole(make: Any) -> None:
    assert sizes(make(["项目支出绩效自评表"], *FORM))[-1][1] >= len(FORM)


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["一、工资福利支出", 1000, 900], ["其中：基本工资情况表"], *FIRST[1:]],
        [HEAD, ["基本支出", 1000, 900], HEAD, *FIRST[2:]],
        [HEAD, FIRST[3], FIRST[1], HEAD, FIRST[2]],
        [HEAD, ["一、收入"], *FIRST[1:3], ["二、支出"], *FIRST[1:3], ["三、其他情况"], *FIRST[1:]],
        [HEAD, *FIRST[1:3], ["注：按实有人数填列。"], FIRST[3]],
    ],
)
def test_rows_of_one_cell_and_headers_of_the_next_page_leave_a_table_whole(rows: list[list[Any]]) -> None:
    assert len(sizes(sheet(*rows))) == 1


def test_what_stands_between_the_tables_are_paragraphs_in_their_place() -> None:
    document = unstacked(sheet(*FIRST, ["二、下属单位支出表"], ["单位：万元"], *SECOND))
    lines = [(block.kind, block.mark, document.quote(block.span), document.place(block.span).address) for block in document.blocks]
    assert lines == [("heading", "二、", "二、下属单位支出表", "A5"), ("paragraph", "", "单位：万元", "A6")]
    assert document.place(document.tables[1].span).address == "A7"


@pytest.mark.parametrize(
    ("line", "unit"), [([], "万元"), (["二、下属单位支出表"], "万元"), (["支出表（单位：元）"], "元"), (["支出表（单位：亩）"], "")]
)
def test_a_unit_holds_for_the_tables_below_under_the_same_header_that_name_none(line: list[str], unit: str) -> None:
    document = sheet(["单位：万元"], *FIRST, *([line] if line else []), *SECOND)
    assert found(document) == [("SUM003", f"250{unit}", f"240{unit}")]
