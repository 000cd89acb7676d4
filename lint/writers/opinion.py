"""审核意见: a note to send back with a report, in Word: what was checked, what is to be corrected, what could not be checked."""

from __future__ import annotations

import io
import os
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint.check import Severity
from lint.document import Document
from lint.paths import STDIN
from lint.readers.docx.formats import ordinal
from lint.report import Report
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import Listed, listed
from lint.writers.text import Accounts, counts, details
from lint.writers.word.attached import EPOCH
from lint.writers.words import OUTCOMES, called, context, where

if TYPE_CHECKING:
    from docx.document import Document as Word

TITLE = "绩效报告审核意见"
FONT, HEAVY = "仿宋", "黑体"
WIDE, NARROW = 4.8, 1.8
"""Widths of the columns for files and for counts, in centimetres."""
INDENT = 24
"""Points by which the lines on a finding stand in."""
REQUESTS: dict[Severity, str] = {
    "error": "请核实后更正，使有关各数一致。",
    "warning": "请核实：属实的请更正，无误的请说明理由。",
    "info": "请留意，可一并完善。",
}
CLEAR = "核对过的地方没有发现需要核实更正的问题。"
ALL_DECIDED = "所核对的关系都得出了结论。"
ASKED = "请逐条核实上述问题：属实的更正后重新报送，无误的书面说明理由。每条末尾的编号用于对照，请在回复中注明。"
SIGNED = "审核人：　　　　　　　　　日期：　　　　年　　月　　日"


def write(report: Report, settings: Settings) -> bytes:
    """The note as the bytes of a .docx; findings that a decision has settled are counted and not listed. It is in Chinese."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    word = docx.Document()
    _styled(word)
    word.add_paragraph(TITLE, "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_heading("一、审核情况")
    _files(word, report)
    for line in _told(report):
        word.add_paragraph(line)
    word.add_heading("二、需要核实更正的问题")
    _findings(word, report, settings)
    word.add_heading("三、未能核对的事项")
    for line in _undecided(report) or [ALL_DECIDED]:
        word.add_paragraph(line)
    word.add_heading("四、办理要求")
    word.add_paragraph(ASKED)
    word.add_paragraph(SIGNED).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made = io.BytesIO()
    word.save(made)
    return _timeless(made.getvalue())


def _styled(word: Word) -> None:
    """Chinese fonts and sizes in place of those of the template."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor
    from docx.styles.style import ParagraphStyle

    for name, font, size in (("Normal", FONT, 12), ("Title", HEAVY, 20), ("Heading 1", HEAVY, 15), ("Heading 2", HEAVY, 13)):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.name = Pt(size), font
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = False
        style.paragraph_format.space_after = Pt(4)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
        for border in style.element.iter(qn("w:pBdr")):
            border.clear()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)


def _files(word: Word, report: Report) -> None:
    """One row for each file: how its checks came out, and how many of its figures none has used."""
    from docx.shared import Cm

    heads = ("文件", *(say.zh for say in OUTCOMES.values()), "读到数字", "没有用到")
    table = word.add_table(1, len(heads), "Table Grid")
    table.autofit = False
    for at, column in enumerate(table.columns):
        column.width = Cm(NARROW if at else WIDE)
    documents = [file.document for file in report.files]
    rows: list[Sequence[object]] = [heads]
    for file in report.files:
        counts = Counter(result.outcome for result in file.results if not result.code.startswith("DOC"))
        seen, bound, _ = file.coverage()
        name = _called(file.document, documents) + ("（没有读出）" if file.unread else "")
        rows.append((name, *(counts[outcome] for outcome in OUTCOMES), seen, seen - bound))
    for number, row in enumerate(rows):
        cells = table.rows[0].cells if not number else table.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            cell.text = str(value)


def _told(report: Report) -> Iterator[str]:
    """By which scoring tables, how many findings and checks, and how many findings a decision has settled."""
    names = dict.fromkeys(f"{file.rubric.name}（{file.rubric.id}）" for file in report.files if file.rubric)
    if names:
        yield f"核对所依据的评分细则：{'、'.join(names)}。"
    yield from (f"{line}。" for line in counts(Report(report.files), "zh"))
    if settled := sum(not result.is_open for file in report.files for result in file.findings()):
        yield f"另有{settled}条已有处理意见，没有列出。"


def _findings(word: Word, report: Report, settings: Settings) -> None:
    """The findings by kind, the kind of the first one first."""
    from docx.shared import Pt

    documents, accounts = [file.document for file in report.files], Accounts()
    kinds: dict[str, list[Listed]] = {}
    for _, found in listed(report, settings):
        for item in found:
            if item.result.is_open and item.result.is_finding:
                kinds.setdefault(item.result.code, []).append(item)
    if not kinds:
        word.add_paragraph(CLEAR)
    for number, items in enumerate(kinds.values(), 1):
        word.add_heading(f"（{ordinal(number, 'chineseCounting')}）{items[0].result.title.zh}（{len(items)}处）", 2)
        for at, item in enumerate(items, 1):
            first, *more = _lines(item, documents, accounts)
            word.add_paragraph(f"{at}. {first}")
            for line in more:
                word.add_paragraph(line).paragraph_format.left_indent = Pt(INDENT)


def _lines(item: Listed, documents: Sequence[Document], accounts: Accounts) -> Iterator[str]:
    """Where a finding stands, what is said of it, and what is asked for."""
    document, result = item.file.document, item.result
    span = result.check.span
    home = f"“{_called(document, documents)}”" if len(documents) > 1 else ""
    yield home + (where(document.place(span)).text("zh") if span else "整个文件") + "："
    if span:
        before, quote, after = context(document, span)
        yield f"原文：{before}【{quote}】{after}"
    yield from details(document, result, documents, "zh")
    yield from accounts.lines(result, Words(documents, item.file.number, "zh"), item.followers)
    yield f"{REQUESTS[result.severity]}〔{result.code} {result.fingerprint}〕"


def _called(document: Document, documents: Sequence[Document]) -> str:
    """The name of a file, with its folders where another has the same name."""
    name = os.path.basename(document.path)
    alone = sum(os.path.basename(other.path) == name for other in documents) == 1
    return called(document.path if not alone or document.path == STDIN else name).zh


def _undecided(report: Report) -> list[str]:
    """Why checks have no verdict, by the kind of check, with how many there are of each."""
    results = [result for file in report.files for result in file.results]
    found = Counter((result.title.zh, result.check.reason.text("zh")) for result in results if result.check.reason is not None)
    return [f"{why}（{count}处，核对“{title}”时）。" for (title, why), count in found.most_common()]


def _timeless(data: bytes) -> bytes:
    """The file without the time at which it was made: the same report gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
