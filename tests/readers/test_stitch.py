"""Ruled tables of a PDF that go on over a page end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lint.document import Document
from lint.readers import Source, pdf
from paper import Paper

COLUMNS = [72, 152, 232, 312, 392]
HEAD = ["一级指标", "二级指标", "分值", "得分"]
Rows = Sequence[Sequence[str | None]]


def read(first: Rows, second: Rows, columns: Sequence[float] = COLUMNS, between: str = "") -> Document:
    paper = Paper().text(72, 600, "附表：评分表").table(640, COLUMNS, first).text(290, 810, "1").page()
    if between:
        paper.text(72, 60, between)
    return pdf.read(Source("a.pdf", paper.table(80, columns, second).text(290, 810, "2").data()))


def rows(document: Document) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row] for row in document.tables[0].rows()]


def test_a_table_goes_on_over_the_page_end() -> None:
    document = read([HEAD, ["产出", "数量", "10", "9"]], [["产出", "质量", "10", "8"]])
    assert len(document.tables) == 1
    assert rows(document) == [HEAD, ["产出", "数量", "10", "9"], ["产出", "质量", "10", "8"]]
    assert document.tables[0].height == 3


def test_a_repeated_header_is_dropped_and_counted() -> None:
    document = read([HEAD, ["产出", "数量", "10", "9"]], [HEAD, ["产出", "质量", "10", "8"]])
    assert rows(document) == [HEAD, ["产出", "数量", "10", "9"], ["产出", "质量", "10", "8"]]
    assert document.tables[0].header == 1


def test_a_row_of_data_that_is_printed_twice_is_no_header() -> None:
    same = ["产出", "数量", "10", "9"]
    assert rows(read([HEAD, same], [HEAD, same, ["效益", "质量", "5", "5"]]))[1:3] == [same, same]


def test_a_merged_cell_cut_by_the_page_end_is_one_again() -> None:
    document = read(
        [HEAD, ["产出", "数量", "10", "9"], [None, "质量", "10", "8"]],
        [["", "时效", "5", "5"], [None, "成本", "5", "5"], ["效益", "社会", "20", "20"]],
    )
    cells = {document.quote(cell.span): (cell.row, cell.rows) for cell in document.tables[0].cells if cell.column == 0}
    assert cells["产出"] == (1, 4)
    assert cells["效益"] == (5, 1)


def test_a_row_cut_by_the_page_end_is_joined_cell_by_cell() -> None:
    document = read([HEAD, ["产出", "公众或服务对象满", "10", "9"]], [["", "意度", "", ""], ["效益", "社会", "20", "20"]])
    assert rows(document) == [HEAD, ["产出", "公众或服务对象满意度", "10", "9"], ["效益", "社会", "20", "20"]]
    assert document.tables[0].height == 3


NARROW = [72, 100, 128, 156, 184]
"""Columns with room for three characters or six digits of eight points."""


def narrow(first: Rows, second: Rows) -> list[list[str]]:
    paper = Paper().text(72, 600, "附表：评分表").table(640, NARROW, first).text(290, 810, "1").page()
    return rows(pdf.read(Source("a.pdf", paper.table(80, NARROW, second).text(290, 810, "2").data())))


def test_a_code_cut_with_its_row_by_the_page_end_is_one() -> None:
    last = ["221", "住房", "113", "9"]
    found = narrow([HEAD, ["21401", "公路", "52", "2"], ["214010", "公路养", "520", "0"]], [["6", "护", "", ""], last])
    assert found[2:] == [["2140106", "公路养护", "520", "0"], last]


def test_a_value_cut_from_its_unit_by_the_page_end_is_one_cell() -> None:
    last = ["合格率", "100%", "10", "10"]
    found = narrow([HEAD, ["管网长", "≥12.5", "15", "14"]], [["度", "公里", "", ""], last])
    assert found[1:] == [["管网长度", "≥12.5公里", "15", "14"], last]


@pytest.mark.parametrize("row", [["", "≥95%", "", "10"], ["", "100%", "", ""], ["效益好", "", "20", ""], ["5", "高", "9", ""]])
def test_a_row_with_a_number_of_its_own_is_a_row_of_its_own(row: list[str]) -> None:
    assert narrow([HEAD, ["管网长", "≥12.5%", "15", "14"]], [row, ["合格率", "100%", "10", "10"]])[2] == row


def test_a_merged_header_cell_of_which_one_row_is_repeated_spills_into_no_row() -> None:
    head: Rows = [["指标", "年初预\n算数", "分值"], ["指标", None, "得分"]]
    table = (*head, ["甲", "一", "1"], ["资产管", "二", "2"])
    columns = [72, 100, 128, 156]
    paper = Paper().text(72, 600, "附表：评分表").table(640, columns, table).text(290, 810, "1").page()
    paper.table(80, columns, [["指标", "年初预", "分值"], ["理", "算数", ""], ["合计", "三", "3"]]).text(290, 810, "2")
    found = rows(pdf.read(Source("a.pdf", paper.data())))
    assert found == [["指标", "年初预算数", "分值"], ["指标", "得分"], ["甲", "一", "1"], ["资产管理", "二", "2"], ["合计", "三", "3"]]


def test_a_heading_row_without_numbers_is_not_joined_to_the_row_before() -> None:
    found = rows(read([HEAD, ["产出", "数量", "10", "9"]], [["效益指标", "", "", ""], ["社会", "就业", "20", "20"]]))
    assert found[2] == ["效益指标", "", "", ""]


def test_an_empty_number_is_not_filled_from_the_page_before() -> None:
    found = rows(read([HEAD, ["产出", "数量", "10", "9"]], [["效益", "社会", "20", ""]]))
    assert found[2] == ["效益", "社会", "20", ""]


def test_text_between_two_tables_keeps_them_apart() -> None:
    assert len(read([HEAD, ["产出", "数量", "10", "9"]], [HEAD, ["产出", "质量", "10", "8"]], between="续表说明：").tables) == 2


def test_other_columns_make_another_table() -> None:
    assert len(read([HEAD, ["产出", "数量", "10", "9"]], [HEAD, ["一", "二", "3", "4"]], columns=[72, 122, 242, 322, 392]).tables) == 2


def test_columns_merged_throughout_one_page_are_the_same_table() -> None:
    document = read([HEAD, ["产出", "数量", "10", "9"]], [["合计", "100", "98"]], columns=[72, 232, 312, 392])
    assert len(document.tables) == 1
    assert [(cell.column, cell.columns) for cell in document.tables[0].cells if cell.row == 2] == [(0, 2), (2, 1), (3, 1)]


def test_numbers_wrapped_in_a_cell_are_whole() -> None:
    document = read([HEAD, ["差异率＝1254.\n8÷2186.11", "产出", "10", "9"]], [["甲", "乙", "1", "2"]])
    assert rows(document)[1][0] == "差异率＝1254.8÷2186.11"


def test_the_caption_stands_in_a_paragraph_before_the_table() -> None:
    document = read([HEAD, ["产出", "数量", "10", "9"]], [["产出", "质量", "10", "8"]])
    assert document.text.startswith("附表：评分表\n一级指标\t")
    assert [document.quote(block.span) for block in document.blocks] == ["附表：评分表"]
