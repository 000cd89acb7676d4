"""PDF files: what is read, what is told about what could not be read, and where everything stands."""

from __future__ import annotations

import os
import pickle
import re
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from lint.document import Document
from lint.errors import Unreadable
from lint.place import Span
from lint.readers import Source, pdf
from lint.readers.pdf.linear import PageOrigin
from paper import LEFT, SIZE, Paper

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "reports"
needs_samples = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sample reports are not here")


def opened(paper: Paper | bytes) -> Document:
    return pdf.read(Source("a.pdf", paper if isinstance(paper, bytes) else paper.data()))


def sample(name: str) -> Document:
    return pdf.read(Source(name, (SHARED / name).read_bytes()))


def kind_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        opened(data)
    return caught.value.kind


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def grid(document: Document, table: int = 0) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row] for row in document.tables[table].rows()]


def test_text_is_read_by_its_place_and_not_in_drawing_order() -> None:
    paper = Paper().text(LEFT, 140, "第三行。").text(200, 100, "1033.06万元。").text(LEFT, 120, "第二行。").text(LEFT, 100, "基本支出共计")
    assert opened(paper).text.split("\n")[:3] == ["基本支出共计 1033.06万元。", "第二行。", "第三行。"]


def test_every_paragraph_ends_with_a_line_feed() -> None:
    document = opened(Paper().lines(100, ["一、基本情况", "\u3000\u3000共有人员43人。"]))
    assert document.text == "一、基本情况\n共有人员43人。\n"
    assert [document.text[block.span.end] for block in document.blocks] == ["\n", "\n"]


def test_a_short_paragraph_with_a_mark_is_a_heading_with_its_depth() -> None:
    document = opened(Paper().lines(100, ["二、绩效自评情况", "（一）自评结论", "\u3000\u3000自评得分为98分。"]))
    assert [(block.kind, block.mark, block.depth) for block in document.blocks] == [
        ("heading", "二、", 2), ("heading", "（一）", 3), ("paragraph", "", 0),
    ]  # fmt: skip
    assert document.outline(document.blocks[2].span) == ("二、", "（一）")


def test_a_place_has_page_and_box() -> None:
    document = opened(Paper().text(LEFT, 100, "第一页。").page().text(LEFT, 200, "共计2186.11万元。"))
    start = document.text.index("2186.11")
    place = document.place(Span(start, start + 7))
    assert place.page == 2
    assert place.box is not None
    assert place.box[0] == pytest.approx(LEFT + 2 * SIZE, abs=0.1)
    assert place.box[1] == pytest.approx(200, abs=0.1)
    assert place.box[3] == pytest.approx(212, abs=0.1)
    assert all(round(side, 2) == side for side in place.box)


def test_a_span_over_two_lines_has_two_boxes_and_the_place_of_the_first() -> None:
    first = "\u3000\u3000" + "本" * 34
    document = opened(Paper().lines(100, [first, "部门支出共计3亿元。"]))
    assert isinstance(document.origin, PageOrigin)
    boxes = document.origin.boxes(Span(30, 40))
    assert [page for page, _ in boxes] == [1, 1]
    assert boxes[1][1][1] - boxes[0][1][1] == pytest.approx(20, abs=0.1)
    assert document.place(Span(30, 40)).box == boxes[0][1]


def test_a_separator_stands_on_no_page_of_its_own_but_has_a_place() -> None:
    document = opened(Paper().lines(100, ["一、甲", "二、乙"]))
    assert isinstance(document.origin, PageOrigin)
    assert document.origin.boxes(Span(3, 4)) == []
    assert document.place(Span(3, 4)).page == 1


def test_a_box_on_a_turned_page_is_the_one_shown() -> None:
    paper = Paper()
    paper.canvas.setPageRotation(90)
    paper.canvas.rotate(90)
    paper.canvas.setFont("STSong-Light", 12)
    paper.canvas.drawString(100, -50, "横向附表2说明共计98分。")
    document = opened(paper)
    assert document.text == "横向附表2说明共计98分。\n"
    box = document.place(Span(0, 4)).box
    assert box is not None
    assert box[0] == pytest.approx(100, abs=0.1)
    assert box[3] - box[1] == pytest.approx(12, abs=0.1)


def test_text_drawn_sideways_on_an_upright_page_is_read_and_its_box_is_upright_on_the_page_as_shown() -> None:
    paper = Paper()
    paper.canvas.rotate(90)
    paper.canvas.setFont("STSong-Light", 12)
    paper.canvas.drawString(100, -50, "附表2：")
    paper.canvas.drawString(100, -70, "共计98分")
    document = opened(paper)
    assert document.text == "附表2：\n共计98分\n"
    box = document.place(Span(0, 4)).box
    assert box is not None
    assert box[3] - box[1] > 3 * (box[2] - box[0])
    assert box[3] == pytest.approx(842 - 100, abs=0.1)


def test_sideways_text_in_a_font_that_is_not_there_is_told() -> None:
    paper = Paper().text(LEFT, 100, "第一页。").page()
    paper.canvas.rotate(90)
    paper.canvas.setFont("STSong-Light", 12)
    paper.canvas.drawString(100, -50, "横向附表")
    notices = opened(paper).notices
    assert not notices or [(notice.kind, notice.pages) for notice in notices] == [("partial", (2,))]


def test_a_watermark_is_an_aside_and_cuts_no_line() -> None:
    paper = Paper().lines(100, ["\u3000\u3000预算执行率为100%。", "\u3000\u3000自评得分98分。"])
    paper.canvas.saveState()
    paper.canvas.translate(100, 700)
    paper.canvas.rotate(40)
    paper.text(0, 842, "征求意见稿")
    paper.canvas.restoreState()
    document = opened(paper)
    assert blocks(document)[:2] == ["预算执行率为100%。", "自评得分98分。"]
    assert [(block.kind, document.quote(block.span)) for block in document.blocks[2:]] == [("aside", "征求意见稿")]


def test_text_that_a_clip_hides_is_not_read() -> None:
    paper = Paper()
    clip = paper.canvas.beginPath()
    clip.rect(0, 842 - 130, 595, 130)
    paper.canvas.clipPath(clip, stroke=0, fill=0)
    document = opened(paper.lines(100, ["看得见。", "看不见。", "也看不见。"], pitch=40))
    assert document.text == "看得见。\n"


def test_radicals_that_stand_for_characters_become_those_characters() -> None:
    from lint.readers.pdf.glyphs import _character

    assert [_character(ord(char), 0) for char in "⽤⻓用①％"] == ["用", "长", "用", "①", "％"]


def test_a_table_stands_in_the_text_where_it_stands_on_the_page() -> None:
    paper = Paper().text(LEFT, 80, "表1 支出表").table(100, [72, 172, 272], [["项目", "金额"], ["基本支出", "10.5"]])
    document = opened(paper.text(LEFT, 160, "注：单位为万元。"))
    assert document.text == "表1 支出表\n项目\t金额\n基本支出\t10.5\n注：单位为万元。\n"
    assert document.tables[0].width == document.tables[0].height == 2


def test_a_cell_is_found_by_table_row_and_column() -> None:
    document = opened(Paper().table(100, [72, 172, 272], [["项目", "金额"], ["基本支出", "10.5"]]))
    start = document.text.index("10.5")
    place = document.place(Span(start, start + 4))
    assert (place.page, place.table, place.row, place.cell) == (1, 1, 2, 2)


def test_text_of_two_cells_drawn_in_one_go_is_parted_at_the_ruling() -> None:
    paper = Paper().table(100, [72, 172, 272], [["项目", "金额"], ["", "20"]]).text(124, 122, "基本支出10.5")
    assert grid(opened(paper))[1][0] == "基本支出"


def test_a_frame_around_text_is_no_table() -> None:
    document = opened(Paper().box(70, 95, 520, 150).lines(100, ["重要提示", "请核对。"]))
    assert document.tables == ()
    assert document.text == "重要提示\n请核对。\n"


def test_white_areas_rule_nothing() -> None:
    paper = Paper()
    paper.canvas.setFillColorRGB(1, 1, 1)
    for x in (72, 172):
        for y in (700, 720):
            paper.canvas.rect(x, y, 100, 20, stroke=0, fill=1)
    paper.canvas.setFillColorRGB(0, 0, 0)
    assert opened(paper.text(80, 105, "项目").text(180, 105, "金额").text(80, 125, "支出").text(180, 125, "1")).tables == ()


def test_an_origin_can_be_pickled() -> None:
    document = opened(Paper().table(100, [72, 172, 272], [["项目", "金额"], ["基本支出", "10.5"]]))
    assert pickle.loads(pickle.dumps(document)).place(Span(0, 2)) == document.place(Span(0, 2))


def test_a_page_without_text_but_with_a_picture_is_told() -> None:
    paper = Paper().text(LEFT, 100, "有字的一页。").page()
    _picture(paper)
    notices = opened(paper).notices
    assert [(notice.kind, notice.pages) for notice in notices] == [("no-text", (2,))]


def test_an_empty_page_is_no_reason_for_a_notice() -> None:
    assert opened(Paper().text(LEFT, 100, "第一页。").page().page().text(LEFT, 100, "第三页。")).notices == ()


def test_a_scan_alone_is_unreadable() -> None:
    paper = Paper()
    _picture(paper)
    assert kind_of(paper.data()) == "no-text"


def _picture(paper: Paper) -> None:
    pixel = Image.new("RGB", (8, 8), "grey")
    reader = ImageReader(pixel)
    paper.canvas.drawImage(reader, 50, 50, 400, 600)


def test_a_file_that_needs_a_password_says_so_and_one_for_its_owner_alone_is_read() -> None:
    locked = Paper(encrypt=StandardEncryption("geheim", ownerPassword="chef", strength=128)).text(LEFT, 100, "保密。").data()
    assert kind_of(locked) == "password"
    owned = Paper(encrypt=StandardEncryption("", ownerPassword="chef", strength=128)).text(LEFT, 100, "公开。").data()
    assert opened(owned).text == "公开。\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 nothing of the kind", b"not a pdf"])
def test_what_is_no_pdf_is_broken(data: bytes) -> None:
    assert kind_of(data) == "broken"


def test_damage_at_any_place_gives_a_document_or_a_reason_and_nothing_else() -> None:
    data = Paper().lines(100, ["一、情况", "共43人。"]).table(200, [72, 172, 272], [["项目", "金额"], ["支出", "1"]]).data()
    for at in range(0, len(data), 37):
        for damaged in (data[:at], data[:at] + b"\x00\xff-9" + data[at + 4 :], data[:at] + data[at + 9 :]):
            try:
                opened(damaged)
            except Unreadable as reason:
                assert reason.kind in {"broken", "empty", "no-text", "password"}


def test_the_pages_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 1)
    document = opened(Paper().text(LEFT, 100, "第一页。").page().text(LEFT, 100, "第二页。"))
    assert document.text == "第一页。\n"
    assert [notice.kind for notice in document.notices] == ["partial"]


def test_a_page_with_more_characters_than_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.readers.pdf.glyphs.CHARACTERS", 5)
    document = opened(Paper().text(LEFT, 100, "短。").page().text(LEFT, 100, "这一页太长了，不读。"))
    assert [(notice.kind, notice.pages) for notice in document.notices] == [("partial", (2,))]


@needs_samples
def test_the_seed_report_reads_as_its_text_version_paragraph_by_paragraph() -> None:
    document = sample("seed.pdf")
    lines = (SHARED / "seed.txt").read_text(encoding="utf-8-sig").split("\n")
    wanted = [bare for line in lines if (bare := re.sub(r"\s", "", line))]
    found = [re.sub(r"\s", "", text) for text in blocks(document)]
    assert found[: len(wanted)] == wanted
    assert found[len(wanted) :] == ["附件：部门整体支出绩效自评指标评分表", "单位：万元", "注：本表数据以决算数为统计口径。"]


@needs_samples
def test_the_score_table_of_the_seed_report_is_one_table_with_its_merged_cells() -> None:
    document = sample("seed.pdf")
    scores, amounts = document.tables
    assert (scores.width, scores.height, scores.header) == (6, 43, 2)
    leaves = [cell for cell in scores.cells if cell.column == 2 and cell.row >= 2]
    assert len(leaves) == 40
    spans = {document.quote(cell.span): cell.rows for cell in scores.cells if cell.column == 0}
    assert spans["预算执行情况（50分）"] == 18
    assert spans["预算使用效益（30分）"] == 12
    assert "差异率＝（2186.11－1254.8）÷1254.8×100%＝74.22%，不得分。" in document.text
    assert grid(document, 1)[3] == ["合计", "1254.80", "2186.12", "2186.11", "100.00%"]
    assert amounts.header == 0


@needs_samples
@pytest.mark.parametrize("name", sorted(os.listdir(SHARED / "real-pdf")) if SHARED.is_dir() else [])
def test_published_budgets_keep_every_sentence_and_table_whole(name: str) -> None:
    document = sample(f"real-pdf/{name}")
    assert document.notices == ()
    for text in blocks(document):
        assert text.count("（") == text.count("）") or "款)" in text or "类)" in text, text
        assert not re.search(r"^[，。；）]|[（，、]$", text), text
    for table in document.tables:
        for row in table.rows():
            assert sum(cell.columns for cell in row) <= table.width
        assert sum(cell.rows * cell.columns for cell in table.cells) == table.width * table.height


@needs_samples
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pw_user", "password"), ("trunc50", "broken"), ("trunc1k", "broken"), ("trunc95", "broken"), ("notpdf", "broken"),
        ("empty", "broken"), ("bomb_double_flate", "no-text"), ("deep_array", "no-text"), ("count_lie", "no-text"),
        ("pagetree_loop", "no-text"), ("page_billion_laughs", "empty"), ("huge_mediabox", "broken"), ("lines_20k", "no-text"),
    ],
)  # fmt: skip
def test_hostile_files_are_unreadable_with_a_reason(name: str, kind: str) -> None:
    assert kind_of((SHARED / "hostile-pdf" / f"{name}.pdf").read_bytes()) == kind


@needs_samples
def test_a_damaged_file_that_still_opens_is_told_page_by_page() -> None:
    notices = sample("hostile-pdf/corrupt400.pdf").notices
    assert [notice.kind for notice in notices] == ["partial"]
    assert notices[0].pages


@needs_samples
@pytest.mark.parametrize("name", ["prefix", "pw_owner_only"])
def test_harmless_oddities_are_read_in_full(name: str) -> None:
    assert sample(f"hostile-pdf/{name}.pdf").text == sample("seed.pdf").text
