"""Copies of PDFs with notes: each highlight on exactly what it is about, seen with pdfium, and the file itself as it was."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import numpy
import pikepdf
import pypdf
import pypdf.annotations
import pypdfium2
import pytest
from pypdf.generic import FloatObject, NameObject, NumberObject, RectangleObject

from lint.engine import check_source
from lint.errors import Unreadable
from lint.guard import Guard
from lint.readers import Source
from lint.readers.pdf.frames import Frame
from lint.report import FileReport, Report
from lint.settings import DEFAULTS
from lint.writers.notes import notes
from lint.writers.pdf import annotated
from lint.writers.pdf.marks import marks
from tests.paper import Paper
from tests.support import needs_ocr

SHARED = Path("/work/shared/reports")
DAY = date(2026, 11, 23)
SENTENCE = "2022年青禾县项目资金合计80万元，其中：中央资金50万元，县级资金33万元。"
BROKEN = ["\u3000\u3000经过统计和汇总并且与财政部门对账一致，2022年青禾县项目资金合计80", "万元，其中：中央资金50万元，县级资金33万元。"]
"""The same in two lines, the figure over the end of the first."""
SUM = "【错误】合计与各分项之和不符"
SCALE = 3

Box = tuple[float, float, float, float]


def checked(data: bytes) -> FileReport:
    return check_source(Source("报告.pdf", data), DEFAULTS)


def copy_of(data: bytes) -> bytes:
    report = checked(data)
    return annotated(data, Report((report,)), report, DEFAULTS, DAY)


def report_paper() -> Paper:
    return Paper().lines(100, ["青禾县农业农村局2022年度绩效自评报告", "\u3000\u3000" + SENTENCE])


def changed(data: bytes, **entries: Any) -> bytes:
    """The file with other entries on all of its pages."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        for key, value in entries.items():
            page[NameObject(f"/{key}")] = value
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def ours(data: bytes) -> list[tuple[int, Any]]:
    """Our notes, with their pages from 0."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    each = [(at, own.get_object()) for at, page in enumerate(reader.pages) for own in page.get("/Annots", [])]
    return [(at, own) for at, own in each if own.get("/T") == "绩效校核"]


def note(data: bytes, head: str = SUM) -> tuple[int, Any]:
    return next((at, own) for at, own in ours(data) if own["/Contents"].startswith(head))


def quads(own: Any) -> list[list[tuple[float, float]]]:
    each = [float(value) for value in own["/QuadPoints"]]
    return [list(zip(each[at : at + 8 : 2], each[at + 1 : at + 8 : 2], strict=True)) for at in range(0, len(each), 8)]


def around(points: list[tuple[float, float]]) -> Box:
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def covered(data: bytes, page: int, own: Any) -> list[str]:
    """What pdfium finds to stand in the quads of a note."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    return [text.get_text_bounded(*around(quad)) for quad in quads(own)]


def seen(page: Any, box: Box) -> Box:
    """A box of the space of the file in pixels of the page as rendered: left, top, right, bottom."""
    import ctypes

    width, height = round(page.get_width() * SCALE), round(page.get_height() * SCALE)
    points = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        points.append((across.value, down.value))
    return around(points)


def colored(data: bytes, index: int) -> tuple[Box, Any]:
    """The box of the pixels that the notes of a page change, in pixels, and the most frequent colour that they have."""
    page = pypdfium2.PdfDocument(data)[index]
    plain, shown = (page.render(scale=SCALE, may_draw_forms=False, draw_annots=own).to_numpy().astype(int) for own in (False, True))
    differs = (plain != shown).any(axis=2)
    if not index:  # the sign in the corner is another matter
        differs &= ~_corner(differs.shape)
    rows, columns = differs.any(axis=1).nonzero()[0], differs.any(axis=0).nonzero()[0]
    values, counts = numpy.unique(shown[differs][:, ::-1], axis=0, return_counts=True)
    return (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1), values[counts.argmax()].tolist()


def _corner(shape: tuple[int, int]) -> Any:
    corner = numpy.zeros(shape, bool)
    corner[: 32 * SCALE, : 32 * SCALE] = True
    return corner


def words(page: Any, text: str) -> Box:
    """The box of the first place of a text, as the text page of pdfium has it."""
    own = page.get_textpage()
    first, length = own.search(text).get_next()
    boxes = [own.get_charbox(at, loose=True) for at in range(first, first + length)]
    return around([point for left, bottom, right, top in boxes for point in ((left, bottom), (right, top))])


CROPS: dict[str, dict[str, Any]] = {
    "whole": {},
    "cropped": {"CropBox": RectangleObject((50.0, 60.0, 560.0, 800.0))},
    "off origin": {"MediaBox": RectangleObject((30.0, 200.0, 560.0, 842.0))},
    "both": {"MediaBox": RectangleObject((-100.0, -50.0, 700.0, 900.0)), "CropBox": RectangleObject((40.0, 300.0, 580.5, 830.0))},
}


@pytest.mark.parametrize("crop", CROPS)
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_the_colour_lies_exactly_around_the_figure_however_the_page_is_shown(crop: str, turn: int, unit: float) -> None:
    data = changed(report_paper().data(), Rotate=NumberObject(turn), UserUnit=FloatObject(unit), **CROPS[crop])
    copy = copy_of(data)
    at, own = note(copy)
    page = pypdfium2.PdfDocument(copy)[at]
    box, color = colored(copy, at)
    assert color == pytest.approx([255, 179, 168], abs=2)
    assert box == pytest.approx(seen(page, words(page, "80万元")), abs=2 * SCALE)
    assert box == pytest.approx(seen(page, around(quads(own)[0])), abs=1)
    assert covered(copy, at, own) == ["80万元"]


def test_the_corners_of_a_highlight_are_told_as_the_page_is_shown() -> None:
    for turn in (0, 90, 180, 270):
        data = changed(report_paper().data(), Rotate=NumberObject(turn))
        _, own = note(copy_of(data))
        ((top_left, top_right, bottom_left, _),) = quads(own)
        page = pypdfium2.PdfDocument(data)[0]
        (x0, y0, *_), (x1, y1, *_), (x2, y2, *_) = (seen(page, (*point, *point)) for point in (top_left, top_right, bottom_left))
        assert abs(y1 - y0) <= 1
        assert x1 > x0 + SCALE
        assert abs(x2 - x0) <= 1
        assert y2 > y0 + SCALE


def test_a_figure_over_two_lines_has_one_highlight_of_two_parts() -> None:
    copy = copy_of(Paper().lines(100, ["青禾县农业农村局2022年度绩效自评报告", *BROKEN]).data())
    at, own = note(copy)
    assert covered(copy, at, own) == ["80", "万元"]
    assert around([point for quad in quads(own) for point in quad]) == pytest.approx(tuple(map(float, own["/Rect"])))


def test_a_figure_in_a_cell_is_highlighted_within_its_cell() -> None:
    rows = [("项目", "预算数"), ("中央资金", "50"), ("县级资金", "33"), ("合计", "80")]
    copy = copy_of(Paper().table(100, (72, 200, 300), rows).data())
    (found,) = [(at, own) for at, own in ours(copy) if own["/Subtype"] == "/Highlight"]
    assert covered(copy, *found) == ["80"]
    left, bottom, right, top = map(float, found[1]["/Rect"])
    assert (200 < left < right < 300, 842 - 180 < bottom < top < 842 - 160) == (True, True)


def test_a_figure_over_two_pages_has_its_note_on_the_first_and_is_marked_on_the_second() -> None:
    copy = copy_of(Paper().lines(750, BROKEN[:1]).page().lines(80, BROKEN[1:]).data())
    first, second = [(at, own) for at, own in ours(copy) if own["/Contents"].startswith(SUM)]
    assert (first[0], covered(copy, *first)) == (0, ["80"])
    assert (second[0], covered(copy, *second)) == (1, ["万元"])
    assert second[1]["/Contents"].split("\r") == [SUM, first[1]["/Contents"].split("\r")[-1]]
    assert first[1]["/NM"] != second[1]["/NM"]


def test_a_note_says_what_a_comment_in_word_says_and_who_and_when() -> None:
    data = report_paper().data()
    report = checked(data)
    said = {own.fingerprint: own for own in notes(Report((report,)), report, DEFAULTS)}
    (finding,) = [result for result in report.findings() if result.code == "SUM001"]
    _, own = note(copy_of(data))
    assert own["/Contents"].split("\r") == list(said[finding.fingerprint].lines)
    assert own["/Contents"].endswith(f"SUM001 {finding.fingerprint}")
    assert (own["/NM"], own["/M"], own["/P"].get_object()["/Type"]) == (finding.fingerprint, "D:20261123000000", "/Page")
    assert own["/Popup"].get_object()["/Parent"].get_object() == own


def test_errors_warnings_and_hints_have_colours_of_their_own() -> None:
    colors = {tuple(map(float, own["/C"])) for _, own in ours(copy_of(sample("seed.pdf"))) if own["/Subtype"] == "/Highlight"}
    assert len(colors) == 3


def test_the_sign_on_the_first_page_counts_what_was_checked_and_stands_in_the_corner_as_shown() -> None:
    for turn in (0, 90, 180, 270):
        copy = copy_of(changed(report_paper().data(), Rotate=NumberObject(turn)))
        at, own = note(copy, "【校核情况】")
        assert (at, own["/Subtype"], "核对1处：相符0" in own["/Contents"]) == (0, "/Text", True)
        page = pypdfium2.PdfDocument(copy)[0]
        shown = page.render(scale=SCALE).to_numpy()[30:90, 30:90].astype(int)
        assert (shown.sum(axis=2) < 700).mean() > 0.6
        lines = (shown.sum(axis=2) < 300).sum(axis=1)  # three lines one under the other, the last the shortest: upright
        assert [bool(count) for count in lines[[18, 28, 39]]] == [True, True, True]
        assert lines[39] < lines[18]


def test_what_is_about_the_whole_file_is_told_in_the_note_on_the_first_page() -> None:
    paper = report_paper().page()
    picture(paper)
    copy = copy_of(paper.data())
    _, own = note(copy, "【校核情况】")
    lines = own["/Contents"].split("\r")
    assert "位置：整个文件" in lines
    assert lines[lines.index("位置：整个文件") - 1].startswith("【")
    assert covered(copy, *note(copy)) == ["80万元"]


def picture(paper: Paper) -> None:
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader

    image = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(image).ellipse((50, 50, 250, 250), fill="grey")
    paper.canvas.drawImage(ImageReader(image), 100, 300, 300, 300)


def test_text_that_stands_askew_is_told_with_its_place_and_not_marked_at_random() -> None:
    paper = report_paper()
    paper.canvas.saveState()
    paper.canvas.translate(200, 300)
    paper.canvas.rotate(90)
    paper.text(0, paper.height, "内部资料9份")
    paper.canvas.restoreState()
    document = checked(paper.data()).document
    (aside,) = [block.span for block in document.blocks if block.kind == "aside"]
    assert marks(document, aside, {1: Frame((0.0, 0.0, 595.0, 842.0), 0)}) == []


def filled() -> bytes:
    """A report with what a copy must keep: a bookmark, a link, a note of somebody and a form."""
    paper = report_paper()
    paper.canvas.bookmarkPage("one")
    paper.canvas.addOutlineEntry("第一章", "one")
    paper.canvas.linkURL("https://example.org", (72, 600, 200, 620))
    paper.canvas.acroForm.textfield(name="审核人", x=72, y=500, width=100, height=20, value="Li Si")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper.data()))
    writer.add_annotation(0, pypdf.annotations.Text(rect=(300, 500, 320, 520), text="请核实"))
    writer.add_metadata({"/Title": "绩效自评"})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def saved(**options: Any) -> bytes:
    """The same as qpdf saves it."""
    made = io.BytesIO()
    pikepdf.open(io.BytesIO(filled())).save(made, deterministic_id=True, **options)
    return made.getvalue()


FORMS: dict[str, dict[str, Any]] = {
    "tables": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    "streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "linear tables": {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "linearize": True},
    "linear streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "linearize": True},
}


def written(value: Any) -> bytes:
    made = io.BytesIO()
    value.write_to_stream(made)
    return made.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_the_file_begins_its_copy_and_all_that_is_in_it_stays(form: str) -> None:
    data = saved(**FORMS[form])
    copy = copy_of(data)
    assert copy.startswith(data)
    assert copy == copy_of(data)
    old, new = (pypdf.PdfReader(io.BytesIO(own), strict=True) for own in (data, copy))
    count = len(old.pages[0]["/Annots"])
    assert [written(own.get_object()) for own in new.pages[0]["/Annots"]][:count] == [
        written(own.get_object()) for own in old.pages[0]["/Annots"]
    ]
    assert len(new.pages[0]["/Annots"]) == count + 4
    assert [item.title for item in new.outline] == ["第一章"]
    assert new.get_form_text_fields() == {"审核人": "Li Si"}
    assert new.metadata == old.metadata
    before, after = checked(data), checked(copy)
    assert after.document.text == before.document.text
    assert [result.identity for result in after.findings()] == [result.identity for result in before.findings()]
    assert pikepdf.open(io.BytesIO(copy)).check_pdf_syntax() == []
    last = copy[int(copy[copy.rindex(b"startxref") :].split()[1]) :]
    assert last.startswith(b"xref") != form.endswith("streams")


def test_a_signed_file_keeps_what_was_signed_and_its_note_says_so() -> None:
    pdf = pikepdf.open(io.BytesIO(report_paper().data()))
    value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"), ByteRange=[0, 10, 20, 30], Contents=b"0")
    field = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="章", Rect=[0, 0, 0, 0])
    field.V = pdf.make_indirect(value)
    own = pdf.make_indirect(field)
    pdf.pages[0].Annots = pdf.make_indirect([own])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[own], SigFlags=3)
    made = io.BytesIO()
    pdf.save(made)
    copy = copy_of(made.getvalue())
    assert copy.startswith(made.getvalue())
    assert next(iter(pypdf.PdfReader(io.BytesIO(copy)).pages[0]["/Annots"])).get_object()["/Subtype"] == "/Widget"
    assert "原件有电子签名" in note(copy, "【校核情况】")[1]["/Contents"]
    assert "原件有电子签名" not in note(copy_of(report_paper().data()), "【校核情况】")[1]["/Contents"]


def test_the_offsets_of_a_file_with_something_before_it_are_counted_from_its_beginning() -> None:
    data = b"\xef\xbb\xbf\r\n" + report_paper().data()
    copy = copy_of(data)
    assert covered(copy, *note(copy)) == ["80万元"]
    at = int(copy[copy.rindex(b"startxref") :].split()[1])
    assert copy[at + 5 :].startswith(b"xref")


def test_a_file_for_its_owner_alone_is_refused_with_the_reason() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(report_paper().data()))
    writer.encrypt("", "所有者", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(Unreadable, match="protected by a password for its owner") as refused:
        copy_of(made.getvalue())
    assert refused.value.kind == "password"


def test_damage_at_any_place_gives_a_copy_that_opens_or_a_reason_and_nothing_else() -> None:
    data = filled()
    report = checked(data)
    for at in range(0, len(data), 61):
        hurt = data[:at] + b"\x00\xff[<<" + data[at + 5 :]
        try:
            copy = annotated(hurt, Report((report,)), report, DEFAULTS, DAY)
        except Unreadable:
            continue
        assert len(pypdfium2.PdfDocument(copy)) == len(pypdfium2.PdfDocument(hurt))


def sample(name: str) -> bytes:
    if not SHARED.is_dir():
        pytest.skip("needs the sample reports")
    return (SHARED / name).read_bytes()


@pytest.mark.parametrize(
    "name", ["seed.pdf", *(f"real-pdf/{own.name}" for own in sorted(SHARED.glob("real-pdf/*.pdf"))), "hostile-pdf/prefix.pdf"]
)
def test_what_stands_under_the_highlights_of_a_published_report_is_what_its_findings_quote(name: str) -> None:
    data = sample(name)
    report = checked(data)
    copy = copy_of(data)
    quotes = {result.fingerprint: report.document.quote(result.check.span) for result in report.findings() if result.check.span}
    found: dict[str, str] = {}
    for at, own in ours(copy):
        if own["/Subtype"] == "/Highlight":
            found[own["/NM"]] = found.get(own["/NM"], "") + "".join(covered(copy, at, own))
    assert {key: "".join(text.split()) for key, text in found.items()} == {key: "".join(quotes[key].split()) for key in found}
    assert len(found) >= sum(not result.cause for result in report.findings() if result.check.span)


@pytest.mark.parametrize("name", ["corrupt400", "count_lie", "deep_array", "huge_mediabox", "pagetree_loop", "pw_owner_only", "pw_user"])
def test_a_hostile_file_gives_a_copy_or_a_reason_soon(name: str) -> None:
    data = sample(f"hostile-pdf/{name}.pdf")
    report = checked(report_paper().data())
    with Guard(20, DEFAULTS.memory) as guard:
        try:
            assert guard.call(annotated, data, Report((report,)), report, DEFAULTS, DAY).startswith(data)
        except Unreadable as error:
            assert error.kind in ("broken", "password", "empty")


@needs_ocr
def test_a_figure_in_a_picture_is_highlighted_where_it_is_seen() -> None:
    data = report_paper().data()
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=200 / 72).to_pil().convert("RGB")
    out = io.BytesIO()
    image.save(out, "PDF", resolution=200)
    copy = copy_of(out.getvalue())
    box, _ = colored(copy, note(copy)[0])
    assert box == pytest.approx(seen(page, words(page, "80万元")), abs=3 * SCALE)
