"""Reading Word files: what is shown is read once, what is not shown is left out, and every span finds its way back."""

from __future__ import annotations

import io
import pickle
import struct
import subprocess
import sys
import zipfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import Unreadable
from lint.place import Span
from lint.readers import Source, package
from lint.readers import read as read_any
from lint.readers.docx import read
from lint.readers.docx.flow import Piece, paragraphs, runs
from lint.readers.package import Package


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(part if part.startswith('<') else run(part) for part in content)}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<") else par(part) for part in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(part if part.startswith('<') else cell(part) for part in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def box(*content: str) -> str:
    drawing = f"<w:drawing><w:txbxContent>{''.join(content)}</w:txbxContent></w:drawing>"
    picture = f"<w:pict><v:shape><v:textbox><w:txbxContent>{''.join(content)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def where(document, text: str) -> Span:
    start = document.text.index(text)
    return Span(start, start + len(text))


def at(document, text: str):
    return document.place(where(document, text))


def grid(document, index: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rows, c.columns, document.quote(c.span)) for c in document.tables[index].cells]


# Paragraphs and headings


def test_every_paragraph_ends_with_a_line_feed(show):
    assert show(par("甲") + par() + par("乙")).text == "甲\n\n乙\n"


def test_blank_paragraphs_have_no_block(show):
    document = show(par("甲") + par() + par(" \u3000") + par("乙"))
    assert [document.quote(block.span) for block in document.blocks] == ["甲", "乙"]


def test_a_typed_mark_makes_a_short_paragraph_a_heading(show):
    document = show(par("一、部门基本情况") + par("（一）" + "长" * 80) + par("正文"))
    assert [(b.kind, b.mark, b.depth) for b in document.blocks] == [
        ("heading", "一、", 2),
        ("paragraph", "（一）", 3),
        ("paragraph", "", 0),
    ]


def test_a_heading_style_gives_the_depth(show):
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="1"/><w:name w:val="章"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    document = show("".join(par("甲", properties=f'<w:pStyle w:val="{name}"/>') for name in ("1", "x", "y")), styles=styles)
    assert [(b.kind, b.depth) for b in document.blocks] == [("heading", 1), ("heading", 1), ("heading", 3)]


def test_a_mark_gives_the_depth_with_and_without_a_heading_style(show):
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    body = "".join(par(text, properties='<w:pStyle w:val="1"/>') for text in ("一、甲", "附表", "三、丙")) + par("四、丁")
    assert [(b.mark, b.depth) for b in show(body, styles=styles).blocks] == [("一、", 2), ("", 2), ("三、", 2), ("四、", 2)]


def test_an_outline_level_of_the_paragraph_comes_first(show):
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    body = par("甲", properties='<w:outlineLvl w:val="1"/>') + par("乙", properties='<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    assert [b.depth for b in show(body, styles=styles).blocks] == [2, 0]


@pytest.mark.parametrize("name", ["Title", "toc 1"])
def test_titles_and_tables_of_contents_have_no_depth(show, name):
    styles = f'<w:style w:type="paragraph" w:styleId="t"><w:name w:val="{name}"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    block = show(par("一、总体情况", properties='<w:pStyle w:val="t"/>'), styles=styles).blocks[0]
    assert (block.kind, block.mark, block.depth) == ("paragraph", "一、", 0)


def test_the_mark_stands_at_the_start_of_the_block(show):
    document = show(par("\u3000\u3000一、概况 "))
    assert document.quote(document.blocks[0].span) == "一、概况"


# Runs


def test_a_number_split_over_runs_is_one_number(show):
    assert show(par("2", run("186", "<w:b/>"), ".11万元")).text == "2186.11万元\n"


def test_breaks_tabs_hyphens_and_symbols_are_characters(show):
    signs = (
        '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B3"/><w:cr/></w:r>'
    )
    assert show(par(signs, "丙")).text == "甲\n乙\t-≥\n丙\n"


def test_tab_stops_are_no_tabs(show):
    assert show(par("甲", properties='<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>')).text == "甲\n"


def test_line_ends_inside_a_text_element_are_spaces(show):
    assert show(par("甲\n乙\t丙")).text == "甲 乙 丙\n"


@pytest.mark.parametrize("code_point", ["D800", "FFFFFFFF", "xyz", "-5"])
def test_a_damaged_symbol_is_marked_as_such(show, code_point):
    assert show(par("甲", f'<w:r><w:sym w:font="F" w:char="{code_point}"/></w:r>')).text == "甲\ufffd\n"


@pytest.mark.parametrize("wrapper", ["ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "bdo"])
def test_wrapped_runs_are_read(show, wrapper):
    assert show(par("甲", f"<w:{wrapper}>{run('乙')}</w:{wrapper}>", "丙")).text == "甲乙丙\n"


def test_content_controls_are_read_around_runs_paragraphs_rows_and_cells(show):
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(par(control(run("甲")))) + table(control(row(control(cell("乙")), cell("丙"))))
    assert show(body).text == "甲\n乙\t丙\n"


def test_a_ruby_text_shows_its_base(show):
    ruby = f"<w:r><w:t>甲</w:t><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('乙')}</w:rubyBase></w:ruby><w:t>丙</w:t></w:r>"
    document = show(par(ruby, "丁"))
    assert document.text == "甲乙丙丁\n"
    assert [(piece.run, piece.offset) for piece in document.origin.pieces(Span(0, 4))] == [(0, 0), (2, 0), (0, 1), (3, 0)]


# Fields


def test_a_field_shows_its_result_and_not_its_code(show):
    assert show(par("共", field("begin"), code("PAGE"), field("separate"), "3", field("end"), "页")).text == "共3页\n"


def test_the_result_of_a_field_inside_a_code_is_left_out(show):
    inner = field("begin") + code("REF") + field("separate") + run("内") + field("end")
    assert show(par("甲", field("begin"), code("IF"), inner, field("separate"), "乙", field("end"), "丙")).text == "甲乙丙\n"


def test_a_field_that_never_ends_swallows_nothing(show):
    assert show(par(field("begin"), "甲") + par("乙", field("end"), "丙")).text == "甲\n乙丙\n"


# Formulas


def test_a_formula_is_read_in_one_line(show):
    def m(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:fPr/><m:num>{m('12.15-1')}</m:num><m:den>{m('100')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{m('10')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>"
    brackets = f"<m:d><m:dPr/><m:e>{m('a')}</m:e></m:d>"
    document = show(par("率=", f"<m:oMathPara><m:oMath>{fraction}{m('×')}{power}{brackets}</m:oMath></m:oMathPara>", "。"))
    assert document.text == "率=(12.15-1)/100×10^2(a)。\n"
    assert [piece.run for piece in document.origin.pieces(where(document, "/100×"))] == [2, 3]


# Tracked changes


def test_deleted_text_is_left_out(show):
    document = show(par("甲", "<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>", f"<w:ins>{run('新')}</w:ins>"))
    assert document.text == "甲新\n"
    assert [(notice.kind, notice.detail) for notice in document.notices] == [("tracked-changes", "ins 1, del 1")]


def test_moved_text_is_read_where_it_went(show):
    assert show(par(f"<w:moveFrom>{run('甲')}</w:moveFrom>", "乙") + par(f"<w:moveTo>{run('甲')}</w:moveTo>")).text == "乙\n甲\n"


def test_a_deleted_paragraph_end_joins_two_paragraphs(show):
    gone = "<w:rPr><w:del/></w:rPr>"
    document = show(par("21", properties=gone) + par("86万元") + par("末", properties=gone))
    assert document.text == "2186万元\n末\n"
    assert len(document.blocks) == 2
    assert [(piece.paragraph, piece.run) for piece in document.origin.pieces(Span(0, 4))] == [(0, 0), (1, 0)]


def test_a_deleted_paragraph_leaves_nothing(show):
    deleted = par("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    assert show(par("甲") + deleted + par("乙") + deleted).text == "甲\n乙\n"


def test_deleted_rows_and_cells_are_left_out(show):
    document = show(table(row("甲", cell("旧", properties="<w:cellDel/>"), "乙"), row("旧", "旧", properties="<w:del/>"), row("丙", "丁")))
    assert document.text == "甲\t乙\n丙\t丁\n"
    assert (document.tables[0].height, document.tables[0].width) == (2, 2)
    assert at(document, "丙").paragraph == 6


def test_a_file_without_changes_has_no_notice(show):
    assert show(par("甲")).notices == ()


# Hidden text


def test_hidden_text_is_left_out_and_told(show):
    document = show(par("甲", run("隐藏", "<w:vanish/>"), run("乙", '<w:vanish w:val="0"/>')))
    assert document.text == "甲乙\n"
    assert [(notice.kind, notice.detail) for notice in document.notices] == [("hidden-text", "")]


def test_text_is_hidden_by_its_style_too(show):
    styles = (
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = par("隐", run("显", '<w:rStyle w:val="c"/>'), properties='<w:pStyle w:val="p"/>')
    assert show(par("甲", run("藏", '<w:rStyle w:val="c"/>'), "乙") + hidden + par("丙"), styles=styles).text == "甲乙\n显丙\n"


def test_hidden_rows_are_left_out(show):
    assert show(table(row("甲"), row("藏", properties="<w:hidden/>"))).text == "甲\n"


# Tables


def test_cells_are_separated_by_tabs_and_rows_by_line_feeds(show):
    document = show(par("前") + table(row("甲", "乙"), row("丙", "丁")) + par("后"))
    assert document.text == "前\n甲\t乙\n丙\t丁\n后\n"
    assert document.quote(document.tables[0].span) == "甲\t乙\n丙\t丁"
    assert grid(document) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")]
    assert [document.quote(block.span) for block in document.blocks] == ["前", "后"]


def test_the_paragraphs_of_a_cell_are_joined_by_line_feeds(show):
    assert grid(show(table(row(cell("甲", par(), "乙"), cell()))))[0] == (0, 0, 1, 1, "甲\n乙")


def test_merged_cells_cover_rows_and_columns(show):
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = show(
        table(
            row(cell("甲", properties='<w:gridSpan w:val="2"/>'), cell("乙", properties=start)),
            row("丙", "丁", cell(properties=on)),
            row("戊", cell("己", properties=start), cell(properties=on)),
        )
    )
    assert grid(document) == [
        (0, 0, 1, 2, "甲"), (0, 2, 3, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁"), (2, 0, 1, 1, "戊"), (2, 1, 1, 1, "己"),
    ]  # fmt: skip


def test_what_a_merged_cell_covers_is_not_shown(show):
    document = show(table(row(cell("甲", properties='<w:vMerge w:val="restart"/>')), row(cell("盖", properties="<w:vMerge/>"))))
    assert document.text == "甲\n\n"
    assert [notice.kind for notice in document.notices] == ["hidden-text"]


def test_a_continued_cell_without_one_above_is_a_cell(show):
    assert grid(show(table(row(cell("甲", properties="<w:vMerge/>"))))) == [(0, 0, 1, 1, "甲")]


def test_old_horizontal_merges_are_one_cell(show):
    document = show(table(row(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "乙")))
    assert grid(document) == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙")]


def test_a_row_may_begin_after_the_first_column(show):
    assert grid(show(table(row("甲", properties='<w:gridBefore w:val="2"/>'))))[0][:2] == (0, 2)


def test_a_huge_span_is_clamped(show):
    assert grid(show(table(row(cell("甲", properties='<w:gridSpan w:val="200000000"/>')))))[0][3] == 63


def test_leading_header_rows_are_counted(show):
    header = "<w:tblHeader/>"
    body = table(row("甲", properties=header), row("乙", properties=header), row("丙"), row("丁", properties=header))
    assert show(body).tables[0].header == 2


def test_a_table_in_a_cell_follows_the_table_around_it(show):
    inner = table(row("子", cell("丑", table(row("寅")))))
    document = show(par("前") + table(row(cell("甲", inner, par("乙")), "丙"), row("丁", "戊")) + par("后"))
    assert document.text == "前\n甲\n乙\t丙\n丁\t戊\n子\t丑\n寅\n后\n"
    assert [document.quote(found.span) for found in document.tables] == ["甲\n乙\t丙\n丁\t戊", "子\t丑", "寅"]
    assert [(at(document, text).table, at(document, text).paragraph) for text in "乙子寅后"] == [(1, 6), (2, 3), (3, 5), (None, 10)]


# Text boxes, notes, headers and footers


def test_a_text_box_is_read_once_after_its_paragraph(show):
    document = show(par("甲", f"<w:r>{box(par('框'), table(row('子', '丑')))}</w:r>", "乙") + par("丙"))
    assert document.text == "甲乙\n框\n子\t丑\n丙\n"
    assert [(document.quote(b.span), b.kind) for b in document.blocks] == [("甲乙", "paragraph"), ("框", "aside"), ("丙", "paragraph")]
    assert document.quote(document.tables[0].span) == "子\t丑"


def test_a_text_box_has_the_place_of_the_run_that_holds_it(show):
    document = show(par("零") + par("甲", f"<w:r>{box(par('框', '内'))}</w:r>", "乙") + par("丙"))
    assert (at(document, "框内").paragraph, at(document, "框内").run) == (2, 2)
    assert list(document.origin.pieces(where(document, "内"))) == [Piece("word/document.xml", 1, 1, 0, 0)]
    assert [(at(document, text).paragraph, at(document, text).run) for text in "乙丙"] == [(2, 3), (3, 1)]


def test_a_text_box_in_a_cell_follows_the_table(show):
    assert show(table(row(cell(par("甲", f"<w:r>{box(par('框'))}</w:r>")), "乙")) + par("丙")).text == "甲\t乙\n框\n丙\n"


def test_notes_follow_the_paragraph_that_refers_to_them(show):
    notes = f'<w:{{0}} w:id="0" w:type="separator">{par("线")}</w:{{0}}><w:{{0}} w:id="2">{par("注")}</w:{{0}}>'
    body = par("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>') + par("乙", '<w:r><w:endnoteReference w:id="2"/></w:r>')
    document = show(body, footnotes=notes.format("footnote"), endnotes=notes.format("endnote").replace("注", "尾注"))
    assert document.text == "甲\n注\n乙\n尾注\n"
    assert [b.kind for b in document.blocks] == ["paragraph", "aside"] * 2
    assert (at(document, "尾注").paragraph, at(document, "尾注").run) == (2, 2)


def test_headers_and_footers_come_last_each_once(show):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    document = show(f"<w:p><w:pPr>{section}</w:pPr></w:p>" + par("甲") + section, header1=par("眉"), footer1=par("脚") + par())
    assert document.text == "\n甲\n眉\n脚\n"
    assert [b.kind for b in document.blocks] == ["paragraph", "aside", "aside"]
    assert at(document, "眉").paragraph is None
    assert next(document.origin.pieces(where(document, "脚"))).part == "word/footer1.xml"


def test_headers_that_no_page_shows_are_left_out(show):
    kinds = '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="even" r:id="header2"/>'
    parts = {"header1": par("首"), "header2": par("偶")}
    assert show(par("甲") + f"<w:sectPr>{kinds}</w:sectPr>", **parts).text == "甲\n"
    shown = show(par("甲") + f"<w:sectPr>{kinds}<w:titlePg/></w:sectPr>", settings="<w:evenAndOddHeaders/>", **parts)
    assert shown.text == "甲\n首\n偶\n"


# The way back


def test_a_span_in_a_cell_knows_its_table_row_and_cell(show):
    document = show(par("前") + table(row("甲", "乙"), row("丙", cell("丁", par("戊", "己")))))
    place = at(document, "己")
    assert (place.paragraph, place.run, place.table, place.row, place.cell) == (6, 2, 1, 2, 2)


def test_the_way_back_survives_pickling(show):
    document = show(par("甲", "乙") + table(row("丙")))
    copy = pickle.loads(pickle.dumps(document))
    assert copy.place(where(copy, "丙")) == document.place(where(document, "丙"))


TEXTS = st.text(st.sampled_from("0123.,%万元（）一 "), max_size=6)
RUNS = st.tuples(st.sampled_from(["plain", "del", "ins", "box", "tabbed", "control"]), TEXTS)


def built(kind: str, text: str) -> str:
    if kind == "box":
        return f"<w:r>{box(par(text, '框'))}</w:r>"
    if kind == "tabbed":
        return f"<w:r><w:tab/><w:t>{text}</w:t><w:br/></w:r>"
    if kind == "control":
        return f"<w:sdt><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    return run(text) if kind == "plain" else f"<w:{kind}>{run(text)}</w:{kind}>"


def shown_by(element) -> str:
    signs = {"t": None, "tab": "\t", "br": "\n"}
    names = [(child, child.tag.rpartition("}")[2]) for child in element]
    return "".join(signs[name] or child.text or "" for child, name in names if name in signs)


@given(st.lists(st.tuples(st.booleans(), st.lists(RUNS, max_size=5)), min_size=1, max_size=6), st.data())
def test_every_span_finds_its_way_back(make, content, data):
    body = "".join(
        table(row(cell(par(*(built(*item) for item in items))), "格")) if tabled else par(*(built(*item) for item in items))
        for tabled, items in content
    )
    file = make(body + par("末"))
    document = read(Source("a.docx", file))
    found = paragraphs(Package(file).tree("word/document.xml"))
    ends = sorted((data.draw(st.integers(0, len(document.text))), data.draw(st.integers(0, len(document.text)))))
    covered = ""
    for piece in document.origin.pieces(Span(*ends)):
        text = shown_by(runs(found[piece.paragraph])[piece.run])
        assert len(text[piece.offset : piece.offset + piece.length]) == piece.length
        covered += text[piece.offset : piece.offset + piece.length]
    asides = [block.span for block in document.blocks if block.kind == "aside"]
    expected = [
        char
        for index, char in enumerate(document.text[ends[0] : ends[1]], ends[0])
        if not any(span.start <= index < span.end for span in asides)
    ]
    assert "".join(covered.split()) == "".join("".join(expected).split())
    for block in document.blocks:
        place = document.place(block.span)
        assert place.paragraph is not None
        if block.kind == "paragraph" and place.run is not None:
            assert document.text[block.span.start] in shown_by(runs(found[place.paragraph - 1])[place.run - 1])


def test_styles_based_on_each_other_end(show):
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>' for name, base in ("ab", "ba", "cc")
    )
    assert (
        show(par("甲", properties='<w:pStyle w:val="a"/>') + par("乙", properties='<w:pStyle w:val="c"/>'), styles=styles).text
        == "甲\n乙\n"
    )


# Other shapes of the file


def test_strict_files_are_read_as_well(show):
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = f'<w:document xmlns:w="{space}"><w:body>{par("甲")}</w:body></w:document>'.encode()
    assert show("", document=strict).text == "甲\n"


def test_parts_in_utf_16_are_read(show):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    wide = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{space}"><w:body>{par("甲")}</w:body></w:document>'
    assert show("", document=wide.encode("utf-16")).text == "甲\n"


def test_a_damaged_side_part_is_told_and_passed_over(show):
    document = show(par("甲"), extra={"word/styles.xml": b"<w:styles"}, styles="")
    assert document.text == "甲\n"
    assert [notice.kind for notice in document.notices] == ["partial"]


def test_missing_parts_do_not_matter(make):
    section = '<w:sectPr><w:headerReference r:id="none"/></w:sectPr>'
    file = make(par("甲", '<w:r><w:footnoteReference w:id="9"/></w:r>', properties='<w:pStyle w:val="none"/>') + section)
    assert read(Source("a.docx", file)).text == "甲\n"


def test_foreign_content_that_was_not_read_is_told(show):
    assert [(n.kind, n.count) for n in show(par("甲") + '<w:altChunk r:id="x"/>').notices] == [("partial", 1)]


# Files that cannot be read


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(Source("a.docx", data))
    return caught.value.kind


def test_files_that_are_no_word_files_are_broken(make):
    good = make(par("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/other.xml", "<x/>")
    assert refusal(b"") == "empty"
    assert refusal(make("")) == "empty"
    for data in (b"PK\x03\x04", b"hello", good[: len(good) // 2], out.getvalue(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)):
        assert refusal(data) == "broken"
    for main in (b"", b"<w:document", b"<x/>", b"\x00\x01\x02", b'<?xml version="1.0" encoding="none"?><x/>'):
        assert refusal(make("", document=main or b" ")) == "broken"


def test_an_encrypted_file_needs_a_password(make):
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert refusal(magic + bytes(500) + "EncryptedPackage".encode("utf-16-le")) == "password"
    data = bytearray(make(par("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            struct.pack_into("<H", data, start + offset, 1)
            start = data.find(signature, start + 4)
    assert refusal(bytes(data)) == "password"


def test_a_document_type_is_refused(make):
    for start in ('<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/hostname">'):
        assert refusal(make("", document=f"{start}<x>甲</x>".encode())) == "broken"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(make):
    assert refusal(make("", document=b"<x>" + b" " * (40 << 20))) == "too-large"


def test_a_bomb_that_lies_about_its_size_is_refused(make, monkeypatch):
    monkeypatch.setattr(package, "PART_LIMIT", 5000)
    data = bytearray(make(par("甲" * 4000)))
    start = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, start + 24, 100)
    assert refusal(bytes(data)) in {"too-large", "broken"}


@pytest.mark.parametrize("depth", [300, 50_000])
@pytest.mark.parametrize(("start", "end"), [("<w:ins>", "</w:ins>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")])
def test_deep_nesting_ends_in_a_clear_refusal_or_is_read(make, depth, start, end):
    try:
        assert "甲" in read(Source("a.docx", make(par("甲") + start * depth + end * depth))).text
    except Unreadable as error:
        assert error.kind == "broken"


@given(st.data())
def test_damage_never_raises_anything_else(make, data):
    whole = make(par("一、甲", "乙") + table(row("丙", "丁")), styles="<w:style/>", numbering="<w:num/>", footnotes="<w:footnote/>")
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Unreadable):
        read(Source("a.docx", bytes(damaged)))


VALUES = st.sampled_from(["", "0", "1", "-1", "9", "99999999999", "x", "true", "begin", "end", "separate", "restart", "²"])
NAMES = st.sampled_from([
    "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "trPr", "tcPr", "numPr", "ilvl", "numId", "gridSpan", "vMerge", "hMerge",
    "gridBefore", "outlineLvl", "sym", "fldChar", "ins", "del", "sdt", "sdtContent", "vanish", "pStyle", "rStyle", "ruby", "rt",
    "rubyBase", "drawing", "txbxContent", "footnoteReference", "tab", "br", "sectPr", "headerReference",
])  # fmt: skip
TREES = st.recursive(
    st.just("<w:t>甲</w:t>"),
    lambda inner: st.builds(
        lambda name, value, parts: f'<w:{name} w:val="{value}" w:char="{value}" w:fldCharType="{value}" w:id="{value}">{"".join(parts)}</w:{name}>',
        NAMES,
        VALUES,
        st.lists(inner, max_size=3),
    ),
    max_leaves=30,
)  # fmt: skip


@given(st.lists(TREES, max_size=6))
def test_odd_structures_are_read_without_overlaps(show, trees):
    document = show(par("甲") + "".join(trees), footnotes=f'<w:footnote w:id="1">{par("注")}</w:footnote>')
    spans = sorted([block.span for block in document.blocks] + [found.span for found in document.tables])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for found in document.tables:
        assert all(one.span in found.span for one in found.cells)
    for index in range(len(document.text)):
        document.place(Span(index, index + 1))
        list(document.origin.pieces(Span(index, index + 1)))


# Cost and samples


def test_lxml_is_imported_only_when_a_file_is_read():
    script = "import lint.readers.docx, sys; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_sample_report_is_read_whole(reports):
    document = read(Source("seed.docx", (reports / "seed.docx").read_bytes()))
    text = "".join((reports / "seed.txt").read_text("utf-8").split())
    blocks = ["".join(document.quote(block.span).split()) for block in document.blocks if block.kind != "aside"]
    assert [block for block in blocks if block not in text] == [
        "附件：部门整体支出绩效自评指标评分表",
        "单位：万元",
        "注：本表数据以决算数为统计口径。",
    ]  # the tables that only the Word file has
    assert [(found.width, found.height, found.header) for found in document.tables] == [(6, 43, 2), (5, 4, 0)]
    assert document.notices == ()
    score = next(block for block in document.blocks if document.quote(block.span).startswith("（2）效率性"))
    assert document.outline(score.span) == ("二、", "（二）", "3.", "（2）")


def test_the_automatic_numbering_of_the_sample_is_that_which_was_typed(reports):
    typed = read(Source("seed.docx", (reports / "seed.docx").read_bytes()))
    automatic = read(Source("auto.docx", (reports / "seed-automatic-numbering.docx").read_bytes()))
    assert [block.depth for block in automatic.blocks] == [block.depth for block in typed.blocks]
    pairs = [(old.mark, new.mark) for old, new in zip(typed.blocks, automatic.blocks, strict=True) if old.mark != new.mark]
    # five items of a typed list of 39 have a numbered style: these Word counts by themselves
    assert pairs == [("（4）", "（1）"), ("（23）", "（2）"), ("（34）", "（3）"), ("（38）", "（4）"), ("（39）", "（5）")]


def test_each_construct_of_the_sample_is_read_once(reports):
    document = read(Source("word-features.docx", (reports / "word-features.docx").read_bytes()))
    shown = [
        "INS222", "MOVETO333", "TEXTBOX444", "SDTINLINE555", "SDTBLOCK556", "FIELDRESULT667", "FLDSIMPLE668", "HYPERLINK777",
        "SOFT888", "SMARTTAG001", "SYM002", "MATH003", "RUBY004", "2186.11万元SPLITRUN005", "PARAMARKDEL006NEXTPARA007",
        "NESTED008", "GRIDBEFORE009", "ROWSDT010", "CELLSDT011", "ROWINS012", "HEADER014", "COMMENTED015", "FOOTNOTE017",
        "EMBEDXLSX018", "一、自动编号一级", "（一）自动编号二级", "1.自动编号三级",
    ]  # fmt: skip
    hidden = ("DEL111", "MOVEFROM333", "FIELDCODE666", "HIDDEN999", "ROWDEL013", "COMMENTTEXT016")
    assert [word for word in shown if document.text.count(word) != 1] == []
    assert [word for word in hidden if word in document.text] == []
    assert [notice.kind for notice in document.notices] == [
        *("tracked-changes", "hidden-text"),
        *("uncalculated", "hidden-rows", "hidden-sheets"),  # of the workbook embedded in it
    ]


def tabs(*cells: str) -> str:
    return par(run(cells[0]) + "".join(f"<w:r><w:tab/><w:t>{text}</w:t></w:r>" for text in cells[1:]))


def test_paragraphs_with_columns_set_apart_by_tabs_are_a_table(show):
    found = show(par("说明") + tabs("项目", "预算数", "执行数") + tabs("甲", "100", "90") + tabs("", "5", "4") + par("完"))
    assert [found.quote(block.span) for block in found.blocks] == ["说明", "完"]
    assert [[found.quote(one.span) for one in line] for line in found.tables[0].rows()] == [
        ["项目", "预算数", "执行数"],
        ["甲", "100", "90"],
        ["", "5", "4"],
    ]
    assert (found.place(found.tables[0].cells[4].span).paragraph, found.place(found.tables[0].span).table) == (3, None)


def test_a_table_of_contents_stays_text(show):
    assert show(tabs("一、概况", "1") + tabs("二、收支", "12")).tables == ()


EXCEL = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{}" r:id="{}"/></w:object></w:r>'
DRAWING = '<w:r><w:drawing><p:pic xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'


def holding(body: str, make, data: bytes):
    """A Word file whose relation ``book`` leads to a part with these bytes."""
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="book" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="embeddings/book.xlsx"/></Relationships>'
    )
    extra = {"word/_rels/document.xml.rels": relation, "word/embeddings/book.xlsx": data}
    return read(Source("a.docx", make(body, extra=extra)))


def test_a_workbook_embedded_in_a_file_is_read_after_it(make):
    workbook = (Path(__file__).parents[2] / "corpus" / "fire" / "hebei-project-forms" / "report.xlsx").read_bytes()
    alone = read_any(Source("a.xlsx", workbook))
    found = holding(par("说明", EXCEL.format("Excel.Sheet.12", "book")), make, workbook)
    assert found.text == "说明\n" + alone.text
    assert (len(found.tables), found.notices) == (len(alone.tables), alone.notices)
    cell = found.tables[0].cells[0]
    assert found.place(cell.span).address == alone.place(alone.tables[0].cells[0].span).address


def test_pictures_and_other_objects_are_counted(make):
    body = par("说明", DRAWING, EXCEL.format("Package", "book"), EXCEL.format("Equation.3", "book"))
    found = holding(body, make, b"nothing")
    assert [(notice.kind, notice.detail.text(), notice.count) for notice in found.notices] == [("not-read", "1张图片、1个嵌入的对象", 2)]


def test_a_file_of_pictures_alone_says_so(make):
    with pytest.raises(Unreadable, match="no-text"):
        read(Source("a.docx", make(par(DRAWING))))


def test_a_place_in_a_header_or_footer_says_so(show):
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    found = show(par("说明") + section, header1=par("页首90"), footer1=par("页尾80"))
    margins = {found.quote(block.span): found.place(block.span).margin for block in found.blocks}
    assert margins == {"说明": None, "页首90": "header", "页尾80": "footer"}
