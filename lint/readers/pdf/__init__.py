"""PDF: paragraphs and ruled tables in reading order, with page and box of every character.

pdfium gives characters and paths, the table finder of pdfplumber the cells; lines, paragraphs, tables over
page ends and running heads are worked out here. Pages are read one after the other and closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import regex

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.pdf.columns import lines_in_columns
from lint.readers.pdf.frames import Frame, frame_of
from lint.readers.pdf.glyphs import Sheet, sheet_of
from lint.readers.pdf.handles import opened, page_of
from lint.readers.pdf.linear import Linear
from lint.readers.pdf.lines import Line, lines_of
from lint.readers.pdf.margins import Item, Page, without_heads
from lint.readers.pdf.measure import columns_of
from lint.readers.pdf.parted import parted
from lint.readers.pdf.ruled import grids_of
from lint.readers.pdf.rulings import EDGES, Edge, edges_of, flat_texts, is_drawn
from lint.readers.pdf.scans import Scans
from lint.readers.pdf.stitch import stitched
from lint.readers.pdf.unruled import Unruled, placed, unruled
from lint.readers.pdf.wide import Part, Spread, laid_beside
from lint.readers.pdf.wrap import paragraphs
from lint.say import Say

PAGES = 5_000
"""Pages of one file that are read."""

BAD_PAGE = Say("页面损坏", "damaged page: {error}")
GARBLED = Say("字体没有文字对照表，文字不能识别", "characters without a meaning")
FONTLESS = Say("文字所用的字体不在文件中", "text in a font that is not there")
OVERRULED = Say("线条过多，没有按表格读取", "too many ruling lines: read without tables")
TOO_MANY = Say("共{count}页，只读前{most}页", "there are {count} pages; {most} were read")

_ODD = pattern("[\x80-\xa6\xaa-\xaf\xb4-\xb6\xb8-\xba\xbc-\xd6\xd8-\xf6\xf8-\u02ff\ue000-\uf8ff]")
_HAN = regex.compile(r"\p{Han}")


@dataclass
class _Pages:
    """What has been read so far. `frames` holds the frame of reading and the page as shown, by page number.

    `last` is the page before, to which the next may belong, and `spreads` the pages that lie side by side.
    """

    scans: Scans
    pages: list[Page] = field(default_factory=list)
    frames: dict[int, tuple[Frame, Frame]] = field(default_factory=dict)
    asides: dict[str, Line] = field(default_factory=dict)
    failed: dict[int, Say] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)
    last: Spread | None = None
    spreads: dict[int, tuple[Part, ...]] = field(default_factory=dict)
    unruled: dict[int, Unruled] = field(default_factory=dict)


def read(source: Source) -> Document:
    """Read a PDF. Raises Unreadable: ``broken``, ``password``, ``empty`` (no pages), ``no-text`` (scans alone)."""
    from pypdfium2 import raw

    with opened(raw, source.data) as document:
        count = raw.FPDF_GetPageCount(document)
        read = _Pages(Scans(source.seconds))
        for index in range(min(count, PAGES)):
            try:
                with page_of(raw, document, index) as page:
                    _read_page(raw, page, index + 1, read)
            except (ValueError, ArithmeticError) as error:
                read.failed[index + 1] = BAD_PAGE.of(error=str(error))
    read.pages, read.loose = placed(read.pages, read.unruled)
    if not read.pages and len(read.failed) == count:
        raise Unreadable("broken", next(iter(read.failed.values())))
    if not any(page.items for page in read.pages) and not read.asides:
        raise Unreadable("no-text", read.scans.advice)
    linear = _written(read)
    return Document(
        source.name, "pdf", linear.text, tuple(linear.blocks), tuple(linear.tables), linear.origin,
        tuple(_notices(read, count)), source.sha256, recognised=tuple(linear.recognised),
    )  # fmt: skip


def _read_page(raw: Any, page: Any, number: int, read: _Pages) -> None:
    shown = frame_of(raw, page)
    sheet = sheet_of(raw, page, shown)
    edges: list[Edge] = []
    garbled = _garbled(sheet)
    if garbled:
        read.failed[number] = GARBLED
    elif (sheet.frame.turn or not sheet.runs) and flat_texts(raw, page):
        read.failed[number] = FONTLESS
    if sheet.runs or sheet.askew:
        edges = edges_of(raw, page, sheet.frame)
    elif not garbled and is_drawn(raw, page) and (scan := read.scans.read(raw, page, number, shown)):
        sheet, edges = scan
    frame = sheet.frame
    if not sheet.runs and not sheet.askew:
        read.pages.append(Page(number, frame.width, frame.height, ()))
        read.last = None
        return
    if len(edges) >= EDGES:
        read.failed[number] = OVERRULED
        edges = []
    view = Spread(number, frame.width, frame.height, edges, sheet.runs)
    if read.last is not None and frame.turn == read.frames[read.last.number][0].turn and (wide := laid_beside(read.last, view)):
        read.last, own = wide
        read.pages[-len(read.last.parts) + 1] = _laid_out(read, read.last)
        read.pages.append(_laid_out(read, replace(view, edges=[], runs=own)))
        read.spreads[read.last.number] = read.last.parts
    else:
        read.last = view
        read.pages.append(_laid_out(read, view))
    read.frames[number] = (frame, shown)
    for run in sheet.askew:
        for line in lines_of(number, [run]):
            read.asides.setdefault(line.text, line)


def _laid_out(read: _Pages, view: Spread) -> Page:
    """The tables and lines of a page in reading order; its tables without rulings are noted for later, when its neighbours are known."""
    grids, rest = grids_of(view.number, view.width, view.height, view.edges, view.runs)
    grids = [parted(grid) for grid in grids]
    items: list[Item] = list(lines_of(view.number, rest) if grids else lines_in_columns(view.number, rest, view.width))
    lines = [item for item in items if isinstance(item, Line)]
    if any(line.column for line in lines):  # what was taken for two columns of text may be a table
        lines = lines_of(view.number, rest)
    read.unruled.pop(view.number, None)
    if found := unruled(view.number, lines, view.edges, rest):
        read.unruled[view.number] = found
    if grids:
        items = sorted([*items, *grids], key=lambda item: item.top)
    return Page(view.number, view.width, view.height, tuple(items))


def _garbled(sheet: Sheet) -> int:
    """How many characters of a Chinese page have no meaning: fonts without Unicode, damage; 0 if they are few."""
    text = "".join(run.text for run in sheet.runs)
    odd = sheet.mute + len(_ODD.findall(text))
    return odd if odd >= 10 and 20 * odd >= len(text) and (sheet.mute or _HAN.search(text)) else 0


def _written(read: _Pages) -> Linear:
    linear = Linear()
    for number, (frame, shown) in read.frames.items():
        linear.origin.page(number, frame, shown)
    for number, parts in read.spreads.items():
        linear.origin.spread(number, parts)
    pages = without_heads(read.pages)
    columns = columns_of(pages)
    text: list[Line] = []
    for item in [*stitched(pages), None]:
        if isinstance(item, Line):
            text.append(item)
            continue
        for lines in paragraphs(text, columns):
            body = columns[lines[0].page, lines[0].column]
            linear.paragraph(lines, [columns[line.page, line.column].right for line in lines], body)
        text = []
        if item is not None:
            linear.table(item)
    for line in read.asides.values():
        linear.paragraph([line], [line.right], None, aside=True)
    return linear


def _notices(read: _Pages, count: int) -> Iterator[Notice]:
    yield from read.scans.notices()
    if loose := tuple(number for number in read.loose if number not in read.failed):
        yield Notice("unruled", pages=loose)
    for cause in {reason.zh: reason for reason in read.failed.values()}.values():
        yield Notice("partial", cause, pages=tuple(sorted(page for page, reason in read.failed.items() if reason.zh == cause.zh)))
    if count > PAGES:
        yield Notice("partial", TOO_MANY.of(count=count, most=PAGES), pages=tuple(range(PAGES + 1, count + 1)))
