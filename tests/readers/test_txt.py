"""Plain text: encodings, paragraphs, tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff
from lint.readers.txt import decode
from tests.support import document_of

CHINESE = "部门预算绩效自评得分为九十五分"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert decode(f"{CHINESE}，2186.11万元".encode(encoding))[0] == f"{CHINESE}，2186.11万元"


@given(st.text(alphabet=CHINESE + "0123456789，。\r\n", min_size=1))
def test_utf8_text_is_kept_to_the_letter(text: str) -> None:
    assert decode(text.encode())[0] == text


def test_one_bad_byte_does_not_turn_the_whole_file_into_gibberish() -> None:
    text, encoding, replaced = decode(CHINESE.encode() * 20 + b"\xff" + CHINESE.encode() * 20)
    assert encoding == "utf-8"
    assert replaced == 1
    assert text.startswith(CHINESE)


def test_a_forced_encoding_is_used() -> None:
    assert decode("萬元".encode("big5"), "big5")[0] == "萬元"


def test_an_unknown_encoding_is_said_so() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(b"x", "klingon")
    assert caught.value.kind == "encoding"


def test_replaced_characters_are_told_with_their_place() -> None:
    found = read(Source("x.txt", CHINESE.encode() + b"\xff" + CHINESE.encode()))
    (notice,) = found.notices
    assert notice.kind == "encoding"
    assert notice.span is not None
    assert found.quote(notice.span) == "\ufffd"


def test_lines_broken_by_hand_become_one_paragraph() -> None:
    text = "公务接待费支出决算 1.5万\n元，比去年增加 0.5 万元，增长 50\n%。\n\n下一段。"
    found = read(Source("x.txt", text.encode()))
    assert [found.quote(block.span) for block in found.blocks] == [text.split("\n\n")[0], "下一段。"]


def test_a_heading_is_not_joined_to_the_paragraph_below_it() -> None:
    text = "三、下一步工作计划\n下一步我们将按照上级部门的有关要求，继续做好全县的预算绩效管理工作，不断提高财政资金使用效率和管理水平。"
    found = read(Source("x.txt", text.encode()))
    assert len(found.blocks) == 2
    assert found.blocks[0].kind == "heading"


@pytest.mark.parametrize("row", ["合计 | 4432 | 39", "| 合计 | 4432 | 39 |", "合计\t4432\t39", "合计 4432 39"])
def test_rows_of_bars_tabs_and_blanks_are_tables(row: str) -> None:
    found = read(Source("x.txt", f"预算表\n{row}\n{row}\n".encode()))
    (table,) = found.tables
    assert [found.quote(cell.span) for cell in table.cells] == ["合计", "4432", "39"] * 2


def test_an_empty_cell_keeps_its_column() -> None:
    found = read(Source("x.txt", "年度资金总额 | | 387664.62 | 10\n".encode()))
    assert [found.quote(cell.span) for cell in found.tables[0].cells] == ["年度资金总额", "", "387664.62", "10"]


@given(st.lists(st.sampled_from(["甲 | 1 | 2", "正文一句。", "", "1.标题", "合计 3 4", "半句话，", "丁\t5\t6"]), min_size=1, max_size=14))
def test_blocks_and_tables_cover_all_text_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    found = read(Source("x.txt", text.encode()))
    covered = [*(block.span for block in found.blocks), *(cell.span for table in found.tables for cell in table.cells)]
    marked = [0] * len(text)
    for span in covered:
        for index in range(span.start, span.end):
            marked[index] += 1
    assert all(count <= 1 for count in marked)
    assert all(count == 1 for count, char in zip(marked, text, strict=True) if not char.isspace() and char != "|")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.docx", b"hello", "broken"),
        ("a.pdf", b"hello", "broken"),
        ("a.png", b"\x89PNG", "unsupported"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "broken"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(Source(name, data))
    assert caught.value.kind == kind


def test_content_outranks_the_suffix() -> None:
    assert sniff(Source("report.txt", b"%PDF-1.7 ...")) == "pdf"


def test_bars_at_both_ends_of_every_line_are_a_frame_and_otherwise_empty_cells() -> None:
    framed = read(Source("x.txt", "| 项目 | 金额 |\n| 甲 | 5 |\n".encode())).tables[0]
    assert framed.width == 2
    open_ended = read(Source("x.txt", "项目 | 金额 | 备注\n | 5 | \n".encode())).tables[0]
    assert [cell.span.start == cell.span.end for cell in open_ended.cells] == [False, False, False, True, False, True]


def test_tabs_at_the_ends_of_a_line_stand_for_empty_cells() -> None:
    table = read(Source("x.txt", "项目\t金额\t备注\n\t5\t\n".encode())).tables[0]
    assert [len(list(row)) for row in table.rows()] == [3, 3]


def cells(document: Document) -> list[list[list[str]]]:
    return [[[document.quote(cell.span) for cell in row] for row in table.rows()] for table in document.tables]


ROWS = [["项目", "预算数", "执行数"], ["基本支出", "1,000.00", "900"], ["合计", "1,000.00", "900"]]


def test_the_line_of_dashes_below_a_header_of_markdown_is_no_row_of_a_plain_text() -> None:
    text = "| 项目 | 预算数 | 执行数 |\n|:---|---:|---|\n| 基本支出 | 1,000.00 | 900 |\n| 合计 | 1,000.00 | 900 |\n"
    assert cells(document_of(text)) == [ROWS]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_values_between_commas_are_a_table(end: str) -> None:
    text = end.join(
        ["支出表", "单位：万元", "项目,预算数,执行数", '基本支出,"1,000.00", 900', '合计,"1,000.00",900', "支出900万元,均已核对。"]
    )
    document = document_of(text)
    assert cells(document) == [ROWS]
    assert [document.quote(block.span) for block in document.blocks] == ["支出表", "单位：万元", "支出900万元,均已核对。"]
    assert document.place(document.tables[0].cells[4].span).column == 7


@pytest.mark.parametrize(
    "text",
    [
        "收入100万元,支出90万元,结余10万元\n收入200万元,支出190万元,结余10万元\n",
        "人员经费1,300.00,公用经费80.00\n人员经费1,200.00,公用经费70.00\n",
        "甲,乙,丙\n丁,戊,己\n",
        "一、收入,支出,2023\n",
        "全年收入,支出,\n结余90,\n",
        '收入,"支出,结余\n收入,支出",90\n',
    ],
)
def test_commas_of_sentences_and_of_numbers_make_no_table(text: str) -> None:
    assert document_of(text).tables == ()


def test_a_table_of_blank_columns_keeps_the_commas_of_its_numbers() -> None:
    text = "项目 预算数 执行数 余额\n基本支出 1,000.00 900 100\n合计 1,000.00 900 100\n"
    assert [len(row) for row in cells(document_of(text))[0]][-2:] == [4, 4]


def test_a_table_of_html_in_markdown_has_its_cells_in_their_places() -> None:
    table = (
        '<table>\n<tr><th rowspan="2"><p>项目</p></th><th colspan=2>金额</th></tr>\n<TR><td>预算<b>数</b></td><td>执行数</td></TR>\n'
        "<tr><td>合计</td><td><p>1,000.00</p></td><td>&nbsp;</td></tr>\n</table>"
    )
    document = read(Source("a.md", f"# 支出表\n\n单位：万元\n\n{table}\n\n支出**900**万元。\n".encode()))
    assert cells(document) == [[["项目", "金额"], ["预算<b>数", "执行数"], ["合计", "1,000.00", ""]]]
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in document.tables[0].cells[:3]] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
    ]
    assert [document.quote(block.span) for block in document.blocks] == ["支出表", "单位：万元", "支出**900**万元。"]
    assert document.place(document.tables[0].cells[-2].span).line == 8
