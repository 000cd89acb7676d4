"""Scanned pages: pages of the corpus as pictures in a PDF, read by recognition and held against their text."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import cos, radians, sin
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from lint.document import Document
from lint.engine import check_document, check_source
from lint.errors import Unreadable
from lint.place import Span
from lint.readers import Source, read
from lint.readers.pdf import ocr, scans
from lint.report import FileReport
from lint.settings import Settings
from paper import LEFT, Paper
from tests.support import needs_ocr

CORPUS = Path(__file__).parents[2] / "corpus"
SCORES = CORPUS / "fire" / "guangdong-county-department" / "report.pdf"
FORMS = CORPUS / "fire" / "hebei-project-forms" / "report.pdf"
DPI = 150
NUMERIC = frozenset("0123456789.%")


def pages_of(data: bytes, numbers: Sequence[int]) -> bytes:
    """Some pages of a PDF, counted from 0, as a PDF."""
    made = pypdfium2.PdfDocument.new()
    made.import_pages(pypdfium2.PdfDocument(data), list(numbers))
    return written(made)


def written(document: pypdfium2.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def scanned(data: bytes, *, turn: int = 0, askew: float = 0.0, blur: float = 0.0) -> bytes:
    """The pages of a PDF as pictures: turned by degrees against the clock, a little askew, blurred."""
    pictures = []
    for page in pypdfium2.PdfDocument(data):
        picture = page.render(scale=DPI / 72).to_pil().convert("L")
        picture = picture.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(blur))
        pictures.append(picture.rotate(turn, expand=True).convert("RGB"))
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=pictures[1:], quality=75)
    return out.getvalue()


def opened(data: bytes) -> Document:
    return read(Source("a.pdf", data))


def checked(data: bytes) -> FileReport:
    return check_source(Source("a.pdf", data), Settings())


def found(report: FileReport) -> Counter[tuple[str, str, str]]:
    """What was found in the numbers: rule, claimed, derived."""
    return Counter((result.code, result.check.claimed, result.check.derived) for result in report.findings() if result.code[:3] != "DOC")


def grids(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of every table: where they stand, what they cover, and the numbers in them."""
    return [
        [
            (cell.row, cell.column, cell.rows, cell.columns, "".join(filter(NUMERIC.__contains__, document.quote(cell.span))))
            for cell in table.cells
        ]
        for table in document.tables
    ]


def pages(document: Document) -> list[tuple[str, tuple[int, ...]]]:
    return [(notice.kind, notice.pages) for notice in document.notices]


SUM = "2023年支出合计186.29万元，其中基本支出84.12万元、项目支出104.17万元。"


@cache
def sum_page() -> bytes:
    """A page with one line, which is wrong: 84.12 and 104.17 are 188.29."""
    return Paper().text(LEFT, 100, SUM).data()


@needs_ocr
def test_the_findings_in_a_scan_are_those_of_the_text() -> None:
    page = pages_of(SCORES.read_bytes(), [1])
    text, scan = checked(page), checked(scanned(page))
    assert pages(scan.document) == [("recognised", (1,))]
    assert found(scan) == found(text)
    assert len(found(scan)) >= 4
    assert {result.confidence for result in scan.findings() if result.code[:3] != "DOC"} <= {"medium", "low"}
    assert [result.message.text() for result in scan.findings() if result.code == "DOC014"] == ["第1页是扫描件，文字由识别得到，请对照原件"]


@needs_ocr
def test_a_table_of_a_turned_scan_has_the_cells_of_the_text_and_its_places_are_those_of_the_page_as_shown() -> None:
    page = pages_of(FORMS.read_bytes(), [0])
    text, scan = opened(page), opened(scanned(page, turn=90))
    assert grids(scan) == grids(text)
    place, upright = (document.place(Span(at := document.text.index("385.12"), at + 6)) for document in (scan, text))
    assert (place.page, place.table, place.row, place.cell) == (1, 1, upright.row, upright.cell)
    assert upright.row is not None
    assert place.box is not None
    assert upright.box is not None
    x0, top, x1, bottom = upright.box
    assert place.box == pytest.approx((top, 595.3 - x1, bottom, 595.3 - x0), abs=6)


@needs_ocr
def test_only_the_pictures_of_a_file_are_recognised() -> None:
    made = pypdfium2.PdfDocument(Paper().text(LEFT, 100, "本年支出5万元。").data())
    made.import_pages(pypdfium2.PdfDocument(scanned(sum_page())))
    document = opened(written(made))
    assert pages(document) == [("recognised", (2,))]
    assert document.text.startswith("本年支出5万元。\n")
    assert document.text.endswith(SUM + "\n")
    amount = document.text.index("186.29")
    assert document.certainty(Span(4, 6)) is None
    assert document.certainty(Span(amount, amount + 6)) == pytest.approx(1, abs=0.1)
    assert document.place(Span(amount, amount + 6)).page == 2


@needs_ocr
def test_the_place_in_a_sheet_that_lay_askew_is_where_it_stands_in_the_picture() -> None:
    text, scan = opened(sum_page()), opened(scanned(sum_page(), askew=2))
    assert scan.text == text.text
    amount = text.text.index("186.29")
    straight, askew = (document.place(Span(amount, amount + 6)).box for document in (text, scan))
    assert straight is not None
    assert askew is not None
    x, y = (straight[0] + straight[2] - 595) / 2, (straight[1] + straight[3] - 842) / 2
    angle = radians(2)
    expected = 595 / 2 + x * cos(angle) + y * sin(angle), 842 / 2 - x * sin(angle) + y * cos(angle)
    assert ((askew[0] + askew[2]) / 2, (askew[1] + askew[3]) / 2) == pytest.approx(expected, abs=4)


@needs_ocr
def test_a_number_that_is_hard_to_read_accuses_nobody() -> None:
    clear, blurred = checked(scanned(sum_page())), checked(scanned(sum_page(), blur=3))
    assert [result.code for result in clear.findings()] == ["DOC014", "SUM001"]
    assert [result.code for result in blurred.findings()] == ["DOC014"]
    assert "识别把握不足，请对照原件" in "".join(result.message.text() for result in blurred.results)


@needs_ocr
def test_a_blank_sheet_is_no_reason_for_a_notice() -> None:
    made = pypdfium2.PdfDocument(Paper().text(LEFT, 100, "本年支出5万元。").data())
    made.import_pages(pypdfium2.PdfDocument(scanned(Paper().page().data())))
    assert pages(opened(written(made))) == []


@needs_ocr
def test_pages_for_which_there_is_no_time_are_told() -> None:
    made = pypdfium2.PdfDocument(Paper().text(LEFT, 100, "本年支出5万元。").data())
    made.import_pages(pypdfium2.PdfDocument(scanned(sum_page())))
    document = read(Source("a.pdf", written(made), seconds=0))
    assert pages(document) == [("partial", (2,))]
    told = [result.message.text() for result in check_document(document, Settings()).findings()]
    assert told == ["第2页没有完整读出（识别扫描页的时间不够，可以用 --timeout 加大时限），其中没有读到的数字没有核对，请人工核对"]


@needs_ocr
def test_nothing_is_fetched_and_nothing_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert SUM in opened(scanned(sum_page())).text
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"


@pytest.mark.parametrize(("message", "kind"), [("FAIL : std::bad_alloc", MemoryError), ("something else", ValueError)])
@needs_ocr
def test_too_little_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch, message: str, kind: type[Exception]) -> None:
    from numpy import zeros

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(message)

    recogniser = ocr.Recogniser()
    monkeypatch.setattr(recogniser, "_engine", fail)
    with pytest.raises(kind, match=message):
        recogniser.lines(zeros((10, 10, 3)))


def test_without_the_extra_a_scan_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "available", lambda: False)
    with pytest.raises(Unreadable, match="no-text"):
        opened(scanned(sum_page()))
    (result,) = checked(scanned(sum_page())).results
    assert (result.code, result.severity) == ("DOC002", "error")
    assert "pip install 'gouji[ocr]'" in result.message.text()
    assert "pip install 'gouji[ocr]'" in result.message.text("en")


def test_an_extra_that_does_not_start_costs_the_pictures_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError("DLL load failed")

    monkeypatch.setattr(scans, "available", lambda: True)
    monkeypatch.setattr(scans, "Recogniser", fail)
    made = pypdfium2.PdfDocument(Paper().text(LEFT, 100, "本年支出5万元。").data())
    made.import_pages(pypdfium2.PdfDocument(scanned(sum_page())))
    (notice,) = opened(written(made)).notices
    assert (notice.kind, notice.pages) == ("no-text", (2,))
    assert "文字识别不能启动（ImportError: DLL load failed）" in notice.detail.text()
