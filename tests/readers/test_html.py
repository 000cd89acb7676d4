"""Web pages: what a browser shows of the text, without menus; tables with their spans; pages under other names."""

from __future__ import annotations

import pytest

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff


def page(body: str, head: str = "") -> Document:
    return read(Source("a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()))


def lines(body: str) -> list[str]:
    found = page(body)
    return [found.quote(block.span) for block in found.blocks]


def grid(found: Document, table: int = 0) -> list[list[str]]:
    return [[found.quote(cell.span) for cell in row] for row in found.tables[table].rows()]


def test_blocks_and_line_breaks_end_paragraphs_and_inline_marks_do_not() -> None:
    assert lines("<div>甲<b>乙</b>丙<p>丁<br>戊</p>己</div>") == ["甲乙丙", "丁", "戊", "己"]


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert lines("<p>  支出\n   90 <span> 万元</span>。</p>") == ["支出 90 万元。"]


def test_what_is_not_shown_is_not_read() -> None:
    hidden = '<p style="display: none">旧数98</p><p hidden>旧数97</p><script>var a = 96;</script><!-- 95 --><style>p{}</style>'
    assert lines(f"{hidden}<p>支出90万元。</p>") == ["支出90万元。"]


def test_menus_are_left_out_and_a_link_in_a_sentence_stays() -> None:
    menu = "<ul><li><a>首页</a></li><li><a>2021年决算</a></li><li><a>2022年决算</a></li></ul>"
    assert lines(f"{menu}<p>根据<a>2021年决算</a>填报。</p>") == ["根据2021年决算填报。"]


def test_headings_have_their_depth_and_marks_decide() -> None:
    found = page("<h1>支出决算说明</h1><h2>一、收入</h2><p>收入5万元。</p>")
    assert [(block.kind, block.mark, block.depth) for block in found.blocks] == [
        ("heading", "", 1),
        ("heading", "一、", 2),
        ("paragraph", "", 0),
    ]


def test_numbers_of_a_list_are_those_that_are_shown() -> None:
    assert lines("<ol start=3><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>") == ["3.甲", "4.乙", "丙"]


def test_a_table_has_its_spans() -> None:
    found = page(
        "<table><tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr><tr><th>预算</th><th>决算</th></tr>"
        "<tr><td>基本支出</td><td>100</td><td>90</td></tr></table>"
    )
    assert grid(found) == [["项目", "金额"], ["预算", "决算"], ["基本支出", "100", "90"]]
    spans = [(cell.row, cell.column, cell.rows, cell.columns) for cell in found.tables[0].cells[:4]]
    assert spans == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_a_table_that_holds_tables_or_one_cell_only_lays_out_the_page() -> None:
    inner = "<table><tr><td>收入</td><td>5</td></tr></table>"
    found = page(f"<table><tr><td><p>说明</p>{inner}</td><td>完</td></tr></table><table><tr><td>一格</td></tr></table>")
    assert [found.quote(block.span) for block in found.blocks] == ["说明", "完", "一格"]
    assert (len(found.tables), grid(found)) == (1, [["收入", "5"]])


def test_lines_of_a_cell_stay_apart() -> None:
    assert grid(page("<table><tr><td><p>第一行</p><p>第二行</p></td><td>甲<br>乙</td></tr></table>")) == [["第一行\n第二行", "甲\n乙"]]


def test_a_place_names_paragraph_or_cell() -> None:
    found = page("<p>标题</p><p>支出90万元。</p><table><tr><td>收入</td><td>5</td></tr></table>")
    paragraph, cell = found.place(found.blocks[1].span), found.place(found.tables[0].cells[1].span)
    assert (paragraph.paragraph, paragraph.table) == (2, None)
    assert (cell.paragraph, cell.table, cell.row, cell.cell) == (None, 1, 1, 2)


def test_the_declared_encoding_counts_and_a_wrong_one_does_not() -> None:
    body = '<html><head><meta charset="{}"></head><body><p>执行率98％，支出９０万元①</p></body></html>'
    for declared, real in (("gb2312", "gb18030"), ("utf-8", "utf-8"), ("utf-8", "gb18030"), ("no-such", "utf-8")):
        found = read(Source("a.html", body.format(declared).encode(real)))
        assert found.text.strip() == "执行率98％，支出９０万元①"


@pytest.mark.parametrize("name", ["表.xls", "表.doc", "表.htm", "表.txt", "表"])
def test_a_page_is_known_by_its_beginning_whatever_its_name(name: str) -> None:
    assert sniff(Source(name, b'\xef\xbb\xbf\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>')) == "html"
    assert sniff(Source(name, "<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE HTML>".encode("utf-16"))) == "html"


def test_a_page_without_text_is_empty_or_a_picture() -> None:
    with pytest.raises(Unreadable, match="empty"):
        page("<div></div>")
    with pytest.raises(Unreadable, match="no-text"):
        page("<div><img src=x></div>")


def test_vast_spans_are_survived() -> None:
    assert page("<table><tr><td colspan=99999999>甲</td><td rowspan=900000>乙</td></tr></table>").tables[0].height == 1

    rows = "<tr><td rowspan=1000 colspan=1000>甲</td></tr>" * 9
    with pytest.raises(Unreadable, match="too-large"):
        page(f"<table>{rows}</table>")


def test_deep_nesting_is_read_or_refused_but_never_lost() -> None:
    assert "完" in page("<div>" * 400 + "完").text
    with pytest.raises(Unreadable, match="broken"):
        page("<div>" * 5000 + "完")


CELLS = "<tr><td>项目</td><td>预算数</td></tr><tr><td>甲</td><td>100</td></tr><tr><td>乙</td><td>90.5</td></tr><tr><td>合计</td><td>190.5</td></tr>"


@pytest.mark.parametrize("start", ["<script>var a</script><html>", "<body>", "<div>", "<style>td{}</style>", f"<!--{'x' * 3000}--><html>"])
def test_a_page_may_begin_with_any_part_of_one(start: str) -> None:
    assert sniff(Source("a.xls", f"{start}<table>{CELLS}</table>".encode())) == "html"


def test_a_web_page_by_name_needs_no_more_than_a_tag() -> None:
    assert sniff(Source("a.htm", "支出<b>90</b>万元".encode())) == "html"
    with pytest.raises(Unreadable, match="broken"):
        sniff(Source("a.htm", "支出90万元，a<b".encode()))


def test_a_table_of_amounts_is_no_menu_and_no_margin() -> None:
    linked = CELLS.replace("<td>", "<td><a>").replace("</td>", "</a></td>")
    for body in (f"<table>{linked}</table>", f"<aside><table>{CELLS}</table></aside>"):
        assert grid(page(body))[3] == ["合计", "190.5"]
    pager = "<table><tr><td><a>1</a></td><td><a>2</a></td><td><a>2023</a></td><td><a>下一页</a></td></tr></table>"
    assert lines(f"{pager}<aside>友情链接</aside><p>完</p>") == ["完"]


def test_what_stands_in_a_form_is_read() -> None:
    fields = (
        "<td><input value=1></td><td><input type=hidden value=2></td><td><select><option>3<option selected>4</select></td>"
        "<td><select><option>5<option>6</select></td><td><textarea>7</textarea></td>"
    )
    assert grid(page(f"<table><tr>{fields}</tr></table>")) == [["1", "", "4", "5", "7"]]


def test_control_characters_in_a_form_do_no_harm() -> None:
    assert lines("<p><input value='9\x010'></p>") == ["90"]


def test_hidden_rows_and_columns_of_a_table_are_read_and_told() -> None:
    found = page(
        "<table><tr><td>甲</td><td>1</td><td style='display:none'>2</td></tr><tr style='display:none'><td>乙</td><td>3</td><td>4</td></tr>"
        "<tr style='display:none'><td></td></tr></table>"
    )
    assert grid(found) == [["甲", "1", "2"], ["乙", "3", "4"]]
    assert [(notice.kind, notice.count) for notice in found.notices] == [("hidden-rows", 2)]


def test_a_table_around_a_single_number_does_not_cost_the_table_that_holds_it() -> None:
    found = page("<table><tr><td>甲</td><td><table><tr><td>100</td></tr></table></td></tr><tr><td>乙</td><td>90</td></tr></table>")
    assert grid(found) == [["甲", "100"], ["乙", "90"]]


def test_preformatted_text_is_read_as_a_text_file_is() -> None:
    found = page("<p>说明</p><pre>项目\t预算数\n甲\t100\n</pre><p>完</p>")
    assert grid(found) == [["项目", "预算数"], ["甲", "100"]]
    place = found.place(found.tables[0].cells[3].span)
    assert (place.table, place.row, place.cell, found.quote(found.blocks[-1].span)) == (1, 2, 2, "完")


def test_blocks_drawn_as_a_table_are_one() -> None:
    cells = "".join(f"<div style='display: table-cell;'>{text}</div>" for text in ("甲", "100"))
    assert grid(page(f"<div style='display:table'><div style='display:table-row'>{cells}</div></div>")) == [["甲", "100"]]


def test_a_page_of_frames_names_the_files_that_hold_the_content() -> None:
    with pytest.raises(Unreadable) as caught:
        read(Source("a.htm", b'<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>'))
    assert caught.value.kind == "empty" and "sheet001.htm" in str(caught.value)


ROWS = "<tr><td>项目</td><td>决算数</td></tr><tr><td>基本支出</td><td>90</td></tr>"


def test_rows_of_one_cell_above_and_below_a_table_are_titles_and_notes() -> None:
    found = page(
        "<table><tr><td colspan=2>支出决算表</td></tr><tr><td></td><td>单位：万元</td></tr>"
        + ROWS
        + "<tr><td colspan=2>支出90万元。<br>均已核对。</td></tr></table>"
    )
    assert [found.quote(block.span) for block in found.blocks] == ["支出决算表", "单位：万元", "支出90万元。", "均已核对。"]
    assert grid(found) == [["项目", "决算数"], ["基本支出", "90"]]
    places = [found.place(block.span) for block in found.blocks]
    assert [(place.table, place.row, place.cell) for place in places] == [(1, 1, 1), (1, 2, 2), (1, 5, 1), (1, 5, 1)]
    assert found.place(found.tables[0].cells[-1].span).row == 4


def test_a_row_of_one_cell_between_others_or_beside_a_merged_one_stays_in_the_table() -> None:
    table = "<table>" + ROWS + "<tr><td colspan=2>其中</td></tr><tr><td rowspan=2>项目支出</td><td>5</td></tr><tr><td>6</td></tr></table>"
    assert grid(page(table)) == [["项目", "决算数"], ["基本支出", "90"], ["其中"], ["项目支出", "5"], ["6"]]


@pytest.mark.parametrize("end", ["<tr><td>合计</td><td>9", "<tr><td>合计</td><td", "</table><p>共90万元。</p", "<!-- </table></html> -->"])
def test_a_page_that_breaks_off_is_read_in_part_and_told(end: str) -> None:
    found = read(Source("a.html", f"<!DOCTYPE html><html><body><table>{ROWS}{end}".encode()))
    assert grid(found)[1] == ["基本支出", "90"]
    assert [(notice.kind, notice.count) for notice in found.notices] == [("partial", 1)]


@pytest.mark.parametrize(
    "text", [f"<table>{ROWS}</table>", f"<html><body><table>{ROWS}</body></html>", f"<table>{ROWS}</table><script>a='<table>';"]
)
def test_a_part_of_a_page_and_one_that_forgets_a_tag_are_whole(text: str) -> None:
    assert read(Source("a.html", text.encode())).notices == ()
