"""Makes the other formats of the report.txt of every folder that has a layout.toml, or of every text that it has a table for.

Usage: python corpus/build.py [FOLDER…]   (default: all; the other formats of office programs need LibreOffice as `soffice` and a Chinese font)

The text stays the source: a line is a paragraph, lines of cells between `|` are a table. layout.toml says what
the text cannot show:

    formats = ["docx", "pdf", "xlsx", "xls", "ods", "html", "doc", "rtf", "odt"]
    numbered = true            # the marks 一、（一）1.（1）① become automatic numbering
    [[table]]                  # in a submission [[form.table]] and [form] formats = …: one for each table, in order; {} where there is nothing to say
    header = 2                 # leading rows, repeated on every page; an empty cell in the second belongs to the one above
    down = [0, 1]              # columns where an empty cell belongs to the cell above it
    across = [[8, 3]]          # row and last column where an empty cell belongs to the cell at its left
    [[change]]                 # a tracked change; the text has `new`
    old = "12.50"
    new = "13.50"
    [[hidden]]                 # text that Word does not show, behind a piece of the report
    after = "支出决算"
    text = "（旧数98万元）"

A row of fewer cells than its table has columns: its last cell reaches to the right edge.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from book import workbook
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from page import page

HERE = Path(__file__).parent
FONT = "WenQuanYi Zen Hei"
WRITTEN = datetime(2024, 5, 20, tzinfo=UTC)
Layout = dict[str, Any]

KINDS = (
    (re.compile(r"[一二三四五六七八九十]+、"), "chineseCounting", "%1、"),
    (re.compile(r"（[一二三四五六七八九十]+）"), "chineseCounting", "（%1）"),
    (re.compile(r"(\d+)\.\s?(?!\d)"), "decimal", "%1."),
    (re.compile(r"（(\d+)）"), "decimal", "（%1）"),
    (re.compile(r"[①-⑩]"), "decimalEnclosedCircle", "%1"),
)
"""The marks that can be generated: how they look in the text, the number format of Word, its level text."""


def main(folders: list[str]) -> None:
    chosen = [Path(folder) for folder in folders] or sorted(layout.parent for layout in HERE.glob("*/*/layout.toml"))
    for folder in chosen:
        layouts = tomllib.loads((folder / "layout.toml").read_text(encoding="utf-8"))
        for name, layout in ({"report": layouts} if "formats" in layouts else layouts).items():
            _formats(folder, name, layout)


def _formats(folder: Path, name: str, layout: Layout) -> None:
    """All formats of one text."""
    text, formats = (folder / f"{name}.txt").read_text(encoding="utf-8"), layout["formats"]
    with tempfile.TemporaryDirectory() as scratch:
        docx, xlsx = Path(scratch, f"{name}.docx"), Path(scratch, f"{name}.xlsx")
        build(text, layout).save(str(docx))
        workbook(text, layout, _owner).save(str(xlsx))
        if "html" in formats:
            (folder / f"{name}.html").write_text(page(text, layout, _owner), encoding="gb18030")
        for form in (form for form in formats if form != "html"):
            _make(xlsx if form in ("xlsx", "xls", "ods") else docx, form, folder)


def _make(source: Path, form: str, folder: Path) -> None:
    """A file of the folder: the source itself, or what LibreOffice makes of it."""
    if source.suffix == f".{form}":
        (folder / source.name).write_bytes(source.read_bytes())
    else:
        convert = ["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
        subprocess.run(convert, check=True, capture_output=True)


def build(text: str, layout: Layout) -> Any:
    """The Word document of a report."""
    document = Document()
    _page(document)
    tables = iter(layout.get("table", []))
    numbering = Numbering(document) if layout.get("numbered") else None
    lines = [line.strip(" \r") for line in text.splitlines()]
    title = True
    for is_table, run in groupby((line for line in lines if line), key=lambda line: "|" in line):
        if is_table:
            _table(document, [[cell.strip() for cell in row.split("|")] for row in run], next(tables, {}), layout)
            continue
        for line in run:
            paragraph = document.add_paragraph()
            mark = numbering.apply(paragraph, line) if numbering else 0
            _runs(paragraph, line[mark:], layout)
            if title:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.runs[0].font.size = Pt(16)
            elif not mark:
                paragraph.paragraph_format.first_line_indent = Pt(21)
            title = False
    return document


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(3)
    document.core_properties.created = document.core_properties.modified = WRITTEN


def _table(document: Any, rows: list[list[str]], spec: Layout, layout: Layout) -> None:
    width, header = max(map(len, rows)), spec.get("header", 1)
    table = document.add_table(len(rows), width)
    table.style = "Table Grid"
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(index, column)
            if text:
                _runs(cell.paragraphs[0], text, layout)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)
            elif owner := _owner(rows, spec, index, column):
                table.cell(*owner).merge(cell)
        if len(row) < width:
            table.cell(index, len(row) - 1).merge(table.cell(index, width - 1))
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if index < header:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _owner(rows: list[list[str]], spec: Layout, index: int, column: int) -> tuple[int, int] | None:
    """Row and column of the cell that an empty cell belongs to; None where it is a cell of its own."""
    if any(index == row and 0 < column <= last for row, last in spec.get("across", [])):
        return index, max((left for left in range(column) if rows[index][left]), default=0)
    header, down = spec.get("header", 1), spec.get("down", [])
    first = 0 if index < header else header
    if index >= header and (column not in down or any(rows[index][left] for left in down if left < column)):
        return None
    return next(((row, column) for row in range(index - 1, first - 1, -1) if rows[row][column]), None)


def _runs(paragraph: Any, text: str, layout: Layout) -> None:
    """The text of a paragraph, with the tracked changes and hidden pieces that belong into it."""
    for piece, change in _pieces(text, layout):
        if change is None:
            paragraph.add_run(piece)
        elif "text" in change:
            paragraph.add_run(piece)
            paragraph.add_run(change["text"]).font.hidden = True
        else:
            _changed(paragraph, change)


def _pieces(text: str, layout: Layout) -> Iterator[tuple[str, Layout | None]]:
    special = {entry["new"]: entry for entry in layout.get("change", [])} | {entry["after"]: entry for entry in layout.get("hidden", [])}
    if not special:
        yield text, None
        return
    for piece in re.split(f"({'|'.join(map(re.escape, special))})", text):
        if piece:
            yield piece, special.get(piece)


def _changed(paragraph: Any, change: Layout) -> None:
    """A deletion and an insertion that nobody accepted yet."""
    for number, (tag, text_tag, text) in enumerate((("w:del", "w:delText", change["old"]), ("w:ins", "w:t", change["new"]))):
        if not text:
            continue
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(9000 + number))
        element.set(qn("w:author"), "复核人")
        element.set(qn("w:date"), f"{WRITTEN:%Y-%m-%dT%H:%M:%SZ}")
        run = OxmlElement("w:r")
        content = OxmlElement(text_tag)
        content.text = text
        run.append(content)
        element.append(run)
        paragraph._p.append(element)


class Numbering:
    """Automatic numbering: a list for each kind of mark, started anew wherever the text starts at one."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        self._lists: dict[int, int] = {}
        for index, (_, form, level) in enumerate(KINDS):
            definition = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + index}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{level}"/></w:lvl></w:abstractNum>'
            )
            self._root.insert(0, definition)

    def apply(self, paragraph: Any, line: str) -> int:
        """Number a paragraph if its line begins with a mark; returns the length of the mark, 0 without one."""
        for index, (pattern, _, _) in enumerate(KINDS):
            if match := pattern.match(line):
                first = match[0].strip("（）、. ") in ("一", "1", "①")
                if first or index not in self._lists:
                    self._lists[index] = self._fresh(index)
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = self._lists[index]
                return match.end()
        return 0

    def _fresh(self, index: int) -> int:
        number = 900 + len(self._root.findall(qn("w:num")))
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{900 + index}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number


if __name__ == "__main__":
    main(sys.argv[1:])
