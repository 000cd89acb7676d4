"""Word files (.docx, .docm): the XML is walked, so that everything Word shows is read once, and nothing it hides.

Read beyond the runs of paragraphs: labels of automatic numbering, merged cells, tables in cells, tracked
changes as if accepted, content controls, text boxes, notes, formulas, headers and footers.
"""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from lint.document import Block, Cell, Document, Notice, Table
from lint.errors import Unreadable
from lint.outline import Mark, mark_of
from lint.place import Margin, Span
from lint.readers import Source
from lint.readers.docx.comments import MAIN
from lint.readers.docx.embedded import Embedded, embedded
from lint.readers.docx.flow import Flow, Grid, Paragraph, RunOrigin
from lint.readers.docx.numbering import Numbering
from lint.readers.docx.story import Book, Story
from lint.readers.docx.styles import Styles, on
from lint.readers.docx.tabbed import tabbed
from lint.readers.drawn import not_read, nothing
from lint.readers.joined import joined
from lint.readers.package import Package, R, W
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

_VANISH, _SECTION, _FOREIGN = W + "vanish", W + "sectPr", W + "altChunk"
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_HEADER = W + "hdr"
_SHORT = 60
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def read(source: Source) -> Document:
    """Read a Word file. Raises Unreadable for one that is damaged, encrypted, empty or beyond the limits."""
    package = Package(source.data)
    try:
        flow, names, margins, notices, more = _read(package)
    except RecursionError:
        raise Unreadable("broken", Say("层次过深", "nested too deeply")) from None
    text = "".join(flow.parts)
    if not text.strip() and not more.workbooks:
        raise nothing(more.pictures)
    starts = flow.starts()
    tables = tuple(_table(starts, grid) for grid in flow.grids)
    origin = RunOrigin(flow, starts, tables, names, margins)
    blocks, drawn = tabbed(text, _blocks(text, starts, flow.blocks))
    tables = tuple(sorted((*tables, *drawn), key=lambda table: table.span))
    told = (*notices, *not_read(more.pictures, objects=more.objects))
    return joined(Document(source.name, "docx", text, blocks, tables, origin, told, source.sha256), more.workbooks)


def _blocks(text: str, starts: array[int], paragraphs: list[Paragraph]) -> tuple[Block, ...]:
    """The paragraphs that hold more than white space, without the white space around them.

    A numbering mark gives the depth, also in a heading style: reports give the style to some items of a list
    and not to others. Headings without a mark stand where the marked ones of their style level do.
    """
    found: list[tuple[Paragraph, Span, Mark | None]] = []
    levels: dict[int, Counter[int]] = {}
    for paragraph in paragraphs:
        begin = starts[paragraph.first]
        full = text[begin : starts[paragraph.end]]
        shown = full.strip()
        if not shown:
            continue
        begin += full.index(shown[0])
        mark = None if paragraph.aside else mark_of(shown[:16])
        found.append((paragraph, Span(begin, begin + len(shown)), mark))
        if paragraph.depth and mark:
            levels.setdefault(paragraph.depth, Counter())[mark.depth] += 1
    depths = {level: counts.most_common(1)[0][0] for level, counts in levels.items()}
    return tuple(_block(text, span, paragraph, mark, depths.get(paragraph.depth, paragraph.depth)) for paragraph, span, mark in found)


def _block(text: str, span: Span, paragraph: Paragraph, mark: Mark | None, depth: int) -> Block:
    """A block; `depth` is that of its heading style, 0 if it has none."""
    if paragraph.aside:
        return Block(span, "aside")
    sign = mark.text if mark else paragraph.label.strip(" •")
    if not paragraph.ranked:
        return Block(span, "paragraph", sign)
    short = len(span) <= _SHORT and "。" not in text[span.start : span.end - 1]
    heading = depth or (mark is not None and short)
    return Block(span, "heading" if heading else "paragraph", sign, mark.depth if mark else depth)


def _table(starts: array[int], grid: Grid) -> Table:
    cells = tuple(Cell(Span(starts[c.first], starts[c.end]), c.row, c.column, c.rows, c.columns) for c in grid.cells)
    return Table(Span(starts[grid.first], starts[grid.end]), cells, grid.width, grid.height, grid.header, grid.widths)


def _read(package: Package) -> tuple[Flow, list[str], dict[str, Margin], list[Notice], Embedded]:
    main = package.main(MAIN)
    root = package.tree(main)
    body = root.find(W + "body")
    if body is None:
        raise Unreadable("broken", Say("缺少正文", "no body"))
    parts = _Parts(package, main)
    styles = Styles(parts.tree("styles"))
    traits = _traits(root)
    book = Book(styles, Numbering(parts.tree("numbering"), styles), _notes(parts), styles.hiding or bool(traits[_VANISH]))
    flow = Story(book).read(body)
    names = [main]
    margins: dict[str, Margin] = {}
    for name, element in _margins(traits[_SECTION], parts):
        flow.extend(Story(book, len(names), aside=True).read(element))
        names.append(name)
        margins[name] = "header" if element.tag == _HEADER else "footer"
    changes = ", ".join(f"{name} {len(traits[W + name])}" for name in _CHANGES if traits[W + name])
    count = sum(len(traits[W + name]) for name in _CHANGES)
    notices = [Notice("tracked-changes", changes, count=count)] if changes else []
    notices += parts.notices
    if book.hidden:
        notices.append(Notice("hidden-text", count=book.hidden))
    if traits[_FOREIGN]:
        notices.append(Notice("partial", Say("插入的其他文档没有读取", "inserted documents were not read"), count=len(traits[_FOREIGN])))
    return flow, names, margins, notices, embedded(package, parts.related, root)


class _Parts:
    """The parts that the main part refers to. One that is missing is None; one that is damaged leaves a notice, too."""

    def __init__(self, package: Package, main: str) -> None:
        self.notices: list[Notice] = []
        self._package = package
        self.related: dict[str, tuple[str, str]] = {}
        try:
            self.related = package.related(main)
        except Unreadable as error:
            self._note(error)

    def tree(self, kind: str) -> _Element | None:
        """The root of the first part of a kind: ``"styles"``."""
        return next((self.load(name) for found, name in self.related.values() if found == kind), None)

    def named(self, relation: str) -> str:
        """The name of the part that a relation id stands for, ``""`` if there is none."""
        return self.related.get(relation, ("", ""))[1]

    def load(self, name: str) -> _Element | None:
        """The root of a part."""
        try:
            return self._package.tree(name) if name in self._package else None
        except Unreadable as error:
            if error.kind == "too-large":
                raise
            self._note(error)
            return None

    def _note(self, error: Unreadable) -> None:
        self.notices.append(Notice("partial", error.detail))


def _notes(parts: _Parts) -> dict[tuple[str, str], _Element]:
    """The notes by the element that refers to them and their id."""
    found: dict[tuple[str, str], _Element] = {}
    for kind, name in _NOTES.items():
        root = parts.tree(kind)
        for note in root.iterchildren(W + name) if root is not None else ():
            found[W + name + "Reference", note.get(W + "id", "")] = note
    return found


def _traits(root: _Element) -> dict[str, list[_Element]]:
    """The elements that say something about the whole file, by tag, found in one pass."""
    found: dict[str, list[_Element]] = {tag: [] for tag in (_VANISH, _SECTION, _FOREIGN, *(W + name for name in _CHANGES))}
    for element in root.iter(*found):
        found[element.tag].append(element)
    return found


def _margins(sections: list[_Element], parts: _Parts) -> list[tuple[str, _Element]]:
    """The headers and footers that some page shows, each part once."""
    settings = parts.tree("settings")
    even = settings.find(W + "evenAndOddHeaders") if settings is not None else None
    shown: dict[str, None] = {}
    for section in sections:
        title = section.find(W + "titlePg")
        kinds = {"default": True, "first": title is not None and on(title), "even": even is not None and on(even)}
        for reference in section.iterchildren(W + "headerReference", W + "footerReference"):
            if kinds.get(reference.get(W + "type", "default"), False):
                shown[parts.named(reference.get(R + "id", ""))] = None
    return [(name, element) for name in shown if (element := parts.load(name)) is not None]
