"""Copies of Word files with comments: each on exactly what it is about, and nothing else changed."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

from lint.engine import check_source
from lint.readers import Source, soffice
from lint.readers.docx.comments import comments as read_comments
from lint.report import FileReport, Report
from lint.settings import DEFAULTS
from lint.writers.word import annotated
from tests.readers.conftest import word_file
from tests.readers.test_docx import box, cell, code, field, par, row, run, table
from tests.support import needs_libreoffice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRE = Path(__file__).parents[2] / "corpus" / "fire" / "hebei-project-forms"
WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
DAY = date(2026, 11, 23)
BEFORE, AFTER = "2022年青禾县项目资金合计", "，其中：中央资金50万元，县级资金33万元。"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
PLAIN_CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
RICH_CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
INSERTED = '<w:ins w:id="1" w:author="张三">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="张三"><w:r><w:delText>83万元</w:delText></w:r></w:del>'


def made(body: str, **parts: str) -> bytes:
    return word_file(body, extra={"[Content_Types].xml": TYPES.encode()}, **parts)


def checked(data: bytes) -> FileReport:
    return check_source(Source("报告.docx", data), DEFAULTS)


def copy_of(data: bytes) -> bytes:
    report = checked(data)
    return annotated(data, Report((report,)), report, DEFAULTS, DAY)


def comments(data: bytes) -> dict[str, tuple[str, list[str]]]:
    """What python-docx reads of the comments, by their first lines: the text they are on, and their further lines."""
    import docx

    document = docx.Document(io.BytesIO(data))
    quotes: dict[str, str] = {}
    running: set[str] = set()
    for element in document.element.body.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "t"):
        own = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            running.add(own)
        elif element.tag == W + "commentRangeEnd":
            running.remove(own)
        for each in running:
            quotes[each] = quotes.get(each, "") + (element.text or "")
    assert not running
    each = [(comment, comment.text.split("\n")) for comment in document.comments if comment.author == "绩效校核"]
    return {lines[0]: (quotes[str(comment.comment_id)], lines[1:]) for comment, lines in each}


SUM = "【错误】合计与各分项之和不符"


@pytest.mark.parametrize(
    "paragraph",
    [
        par(f"{BEFORE}80万元{AFTER}"),
        par(BEFORE, run("8", "<w:b/>"), run("0万"), run(f"元{AFTER}", "<w:i/>")),
        par(BEFORE, f'<w:hyperlink w:anchor="a">{run("80万元")}</w:hyperlink>', AFTER),
        par(BEFORE, DELETED, INSERTED.format(run("80万元")), AFTER),
        par(INSERTED.format(run(f"{BEFORE}80万元{AFTER}"))),
        par(BEFORE, field("begin"), code("REF a"), field("separate"), run("80万元"), field("end"), AFTER),
        par(
            f'<w:r><w:tab/><w:br/><w:t>{BEFORE}</w:t><w:lastRenderedPageBreak/><w:t xml:space="preserve">80万元{AFTER} </w:t><w:tab/></w:r>'
        ),
        par(BEFORE, RICH_CONTROL.format(run("80万元")), AFTER),
        par(BEFORE, PLAIN_CONTROL.format(run("80万元")), AFTER),
        par(BEFORE, f'<w:fldSimple w:instr="REF a">{run("80万元")}</w:fldSimple>', AFTER),
        table(row(cell(f"{BEFORE}80万元{AFTER}"), cell("无"))),
        par(box(par("附框")), f"{BEFORE}80万元{AFTER}"),
    ],
    ids=["run", "runs", "link", "change", "inserted", "field", "tabs", "control", "text-control", "simple-field", "cell", "beside-box"],
)
def test_a_comment_is_on_exactly_the_figure_and_the_text_stays_as_it_was(paragraph: str) -> None:
    data = made(par("青禾县农业农村局2022年度绩效自评报告") + paragraph + par("完毕。"))
    copy = copy_of(data)
    before, after = checked(data), checked(copy)
    quote, lines = comments(copy)[SUM]
    (finding,) = [result for result in before.findings() if result.code == "SUM001"]
    assert quote == "80万元"
    assert lines[-1] == f"SUM001 {finding.fingerprint}"
    assert after.document.text == before.document.text
    assert [result.identity for result in after.findings() if result.check.span] == [
        result.identity for result in before.findings() if result.check.span
    ]


@pytest.mark.parametrize("wrapper", [PLAIN_CONTROL, '<w:fldSimple w:instr="REF a">{}</w:fldSimple>'], ids=["control", "field"])
def test_what_word_makes_anew_is_never_cut(wrapper: str) -> None:
    copy = copy_of(made(par(wrapper.format(run(f"{BEFORE}80万元{AFTER}")))))
    assert comments(copy)[SUM][0] == f"{BEFORE}80万元{AFTER}"


def test_the_parts_of_a_cut_run_keep_its_format() -> None:
    copy = copy_of(made(par(run(f"{BEFORE}80万元{AFTER}", '<w:b/><w:sz w:val="28"/>'))))
    import docx

    (paragraph,) = docx.Document(io.BytesIO(copy)).paragraphs
    assert [(own.text, own.bold, own.font.size and own.font.size.pt) for own in paragraph.runs if own.text] == [
        (BEFORE, True, 14.0),
        ("80万元", True, 14.0),
        (AFTER, True, 14.0),
    ]


def test_a_comment_tells_the_working_the_parts_with_their_places_and_how_it_can_be_mended() -> None:
    told = comments(copy_of(made(par("一、资金情况") + par(f"{BEFORE}80万元{AFTER}"))))[SUM][1]
    assert "合计为83万元（50+33）" in told[0]
    assert told[1].startswith("相关：中央资金【50万元】（一、第2段）；县级资金【33万元】")
    assert told[2].startswith("改法有3种")


def test_the_first_comment_counts_what_was_checked_and_what_was_not() -> None:
    quote, lines = comments(copy_of(made("<w:p/>" + par("自评报告") + par(f"{BEFORE}80万元{AFTER}"))))["【校核情况】"]
    assert quote == "自评报告"
    assert any(line.startswith("核对1处：相符0") and "没有用到0个" in line for line in lines)


def test_what_is_about_the_whole_file_or_stands_in_a_header_hangs_on_the_first_text_and_names_its_place() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = made(par("自评报告") + par(INSERTED.format(run("已完成。"))) + section, header1=par(f"{BEFORE}80万元{AFTER}"))
    found = comments(copy_of(data))
    assert found[SUM][0] == "自评报告"
    assert found[SUM][1][0] == "位置：页眉"
    assert found["【提示】有未接受的修订"][1][0] == "位置：整个文件"


def test_comments_that_were_there_stay_and_ours_get_ids_of_their_own() -> None:
    own = '<w:comment w:id="7" w:author="李四"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'
    types = TYPES.replace(
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    data = word_file(par(f"{BEFORE}80万元{AFTER}"), comments=own, extra={"[Content_Types].xml": types.encode()})
    import docx

    found = [(comment.comment_id, comment.author) for comment in docx.Document(io.BytesIO(copy_of(data))).comments]
    assert found == [(7, "李四"), (8, "绩效校核"), (9, "绩效校核")]


def test_every_other_part_is_the_same_and_the_same_input_gives_the_same_bytes() -> None:
    data = made(par(f"{BEFORE}80万元{AFTER}"), styles="<w:style/>")
    copy = copy_of(data)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        changed = {name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert copy == copy_of(data)


def test_a_strict_file_stays_strict() -> None:
    strict = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main"}
    data = made(par(f"{BEFORE}80万元{AFTER}"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for usual, own in strict.items():
                content = content.replace(usual, own)
            new.writestr(name, content)
    copy = copy_of(out.getvalue())
    with zipfile.ZipFile(io.BytesIO(copy)) as made_so:
        for name in ("word/document.xml", "word/comments.xml"):
            text = made_so.read(name).decode()
            assert "purl.oclc.org/ooxml/wordprocessingml/main" in text
            assert "openxmlformats.org/wordprocessingml" not in text
        assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in made_so.read("word/_rels/document.xml.rels").decode()
    assert [result.fingerprint for result in checked(copy).findings()] == [
        result.fingerprint for result in checked(out.getvalue()).findings()
    ]


def test_a_finding_that_follows_from_another_is_told_in_its_comment() -> None:
    rows = [("项目", "预算数"), ("中央资金", "50"), ("县级资金", "33"), ("合计", "80")]
    body = table(*(row(*cells) for cells in rows)) + par("青禾县2022年项目资金合计80万元。")
    report = checked(made(body))
    followed = {result.cause for result in report.findings() if result.cause}
    told = comments(copy_of(made(body)))
    assert len(told) == 1 + sum(not result.cause for result in report.findings())
    assert all(any("由此引起" in line for line in lines) for _, lines in told.values() if lines[-1].partition(" ")[2] in followed)


def printed(data: bytes, folder: Path) -> tuple[str, list[str]]:
    """The text of the pages that LibreOffice prints of a Word file, and the notes on them."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    folder.mkdir()
    (folder / "a.docx").write_bytes(data)
    program = soffice.program()
    assert program
    profile = (folder / "profile").as_uri()
    convert = ["--headless", "--convert-to", WITH_NOTES, "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run([program, f"-env:UserInstallation={profile}", *convert], check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(folder / "a.pdf")
    notes: list[str] = []
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            note = pdfium.FPDFPage_GetAnnot(page.raw, number)
            size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            buffer = (pdfium.c_ushort * (size // 2))()
            pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size)
            notes.append(bytes(buffer).decode("utf-16-le").rstrip("\0"))
    return "".join(page.get_textpage().get_text_range() for page in document), [note for note in notes if note]


@needs_libreoffice
def test_libreoffice_shows_every_comment_and_prints_the_same_pages(tmp_path: Path) -> None:
    data = (FIRE / "report.docx").read_bytes()
    copy = copy_of(data)
    before, after = printed(data, tmp_path / "before"), printed(copy, tmp_path / "after")
    assert after[0] == before[0]
    fingerprints = {result.fingerprint for result in checked(data).findings()}
    assert fingerprints
    assert {fingerprint for fingerprint in fingerprints if any(fingerprint in note for note in after[1])} == fingerprints


@needs_libreoffice
def test_a_copy_that_another_program_saved_again_still_tells_what_its_comments_are_about() -> None:
    program = soffice.program()
    assert program
    copy = copy_of((FIRE / "report.docx").read_bytes())
    saved = soffice.converted(copy, ".docx", program)
    ours = [[line for line in comment.lines if line] for comment in read_comments(copy)]
    assert [[line for line in comment.lines if line] for comment in read_comments(saved)] == ours
