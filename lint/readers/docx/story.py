"""A story of a Word file (body, header, note, text box): its paragraphs and tables, written into a flow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lint.readers.docx import grid
from lint.readers.docx.flow import Flow, Paragraph, paragraphs
from lint.readers.docx.inline import ALTERNATIVES, BOX, Inline, alternative
from lint.readers.docx.numbering import Numbering
from lint.readers.docx.styles import Style, Styles, integer, on
from lint.readers.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

P, TBL, TR, TC = W + "p", W + "tbl", W + "tr", W + "tc"
_SOUGHT = frozenset({P, TBL, TR, TC})
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_PPR, _RPR, _PSTYLE, _NUMPR, _OUTLINE = (W + name for name in ("pPr", "rPr", "pStyle", "numPr", "outlineLvl"))
_VANISH, _VAL, _TEXT = W + "vanish", W + "val", W + "t"
_MARK_GONE = frozenset({W + "del", W + "moveFrom"})


@dataclass
class Book:
    """What the stories of one file share. `notes` holds the footnotes and endnotes that were not shown yet, by the
    name of the reference element and id; `hiding` says whether anything may be hidden; `hidden` counts its characters."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], _Element]
    hiding: bool
    hidden: int = 0


class Format(NamedTuple):
    """What a paragraph's own properties say; `gone`: its end is deleted or hidden, so that the next paragraph joins it."""

    style: Style
    number: int | None = None
    level: int | None = None
    outline: int | None = None
    gone: bool = False

    @property
    def depth(self) -> int:
        """The outline level from 1; 0 for body text, titles and tables of contents."""
        if self.outline is None or not self.style.ranked:
            return self.style.depth
        return self.outline + 1 if 0 <= self.outline < 9 else 0


class Story:
    """Reads a container of paragraphs and tables into `flow`.

    `source` is the index of the part; `aside` makes every paragraph an aside; `anchor` is the paragraph and
    run that a note or text box hangs on, which then stand for all of its own.
    """

    def __init__(self, book: Book, source: int = 0, *, aside: bool = False, anchor: tuple[int, int] | None = None) -> None:
        self.flow = Flow()
        self.cells = 0
        """How many cells stand around what is being read."""
        self._book = book
        self._source = source
        self._aside = aside
        self._anchored = anchor is not None
        self._paragraph = anchor[0] if anchor else 0
        self._plain = Format(book.styles[""])
        self._after: list[Flow] = []
        self._inline = Inline(self.flow, book.styles, book.hiding, self._hang, -anchor[1] if anchor else 0)

    def read(self, container: _Element) -> Flow:
        """The flow with everything the container shows; notes, boxes and inner tables follow what holds them."""
        self.blocks(container)
        self._book.hidden += self._inline.hidden
        return self.flow

    def blocks(self, container: _Element) -> None:
        """Write the paragraphs and tables of a body, a cell, a note or a text box."""
        held: list[tuple[_Element, Format]] = []
        for tag, element in self.elements(container):
            if tag == P:
                form = self._format(element)
                held.append((element, form))
                if form.gone:
                    continue
                self._join(held)
                held = []
            elif tag == TBL:
                if held:
                    self._join(held)
                    held = []
                self._table(element)
            if self._after and not self.cells:
                self._flush()
        if held:
            self._join(held)
            if not self.cells:
                self._flush()

    def elements(self, container: _Element) -> Iterator[tuple[str, _Element]]:
        """Paragraphs and tables, or rows, or cells, with their tags, through content controls and other wrappers."""
        for child in container:
            tag = child.tag
            if tag in _SOUGHT:
                yield tag, child
            elif tag in _WRAPPERS:
                yield from self.elements(child)
            elif tag == ALTERNATIVES:
                branch, others = alternative(child)
                if branch is not None:
                    yield from self.elements(branch)
                for other in others:
                    self.skip(other)

    def skip(self, element: _Element) -> None:
        """Pass over something that is not shown; its paragraphs count all the same."""
        if not self._anchored:
            self._paragraph += len(paragraphs(element))

    def conceal(self, element: _Element) -> None:
        """Pass over something that is hidden."""
        self._inline.hidden += sum(len(text.text or "") for text in element.iter(_TEXT))
        self.skip(element)

    def _flush(self) -> None:
        after, self._after = self._after, []
        for flow in after:
            self.flow.extend(flow)

    def _format(self, paragraph: _Element) -> Format:
        properties = next(iter(paragraph), None)
        if properties is None or properties.tag != _PPR:
            return self._plain
        style = self._plain.style
        number = level = outline = mark = None
        for child in properties:
            tag = child.tag
            if tag == _PSTYLE:
                style = self._book.styles[child.get(_VAL, "")]
            elif tag == _NUMPR:
                number, level = integer(child.find(W + "numId")), integer(child.find(W + "ilvl"))
            elif tag == _OUTLINE:
                outline = integer(child)
            elif tag == _RPR:
                mark = child
        return Format(style, number, level, outline, style.hidden if mark is None else _is_gone(mark, style))

    def _join(self, group: list[tuple[_Element, Format]]) -> None:
        """Write one paragraph as shown: those whose end is gone, and the one that ends them and decides its format."""
        flow, form = self.flow, group[-1][1]
        first = len(flow.parts)
        label = ""
        if not form.gone and (form.number or form.style.number):
            label = self._book.numbering.label(form.number, form.level, form.style)
        self._inline.begin(label)
        begin = first  # the label belongs to the first of them
        for element, own in group:
            if not self._anchored:
                self._paragraph += 1
            flow.paragraph(self._paragraph, self._source, begin)
            self._inline.paragraph(element, own.style)
            begin = len(flow.parts)
        end = begin
        if end > first and not self.cells:
            flow.blocks.append(Paragraph(first, end, label, form.depth, form.style.ranked, self._aside))
        if end > first or not (self.cells or self._aside or form.gone):
            flow.write("\n")

    def _hang(self, element: _Element, run: int) -> None:
        """Read a text box, or the note that a reference names, to follow what holds it."""
        container: _Element | None = element
        if element.tag != BOX:
            container = self._book.notes.pop((element.tag, element.get(W + "id", "")), None)
        if container is not None:
            story = Story(self._book, self._source, aside=True, anchor=(self._paragraph, abs(run)))
            self._after.append(story.read(container))

    def _table(self, element: _Element) -> None:
        if not self.cells:
            grid.read(self, element)
            return
        # a table inside a cell follows the table around it: tables do not overlap
        outer, inner, place = self.flow, Flow(), len(self._after)
        self.flow = self._inline.flow = inner
        grid.read(self, element)
        self.flow = self._inline.flow = outer
        self._after.insert(place, inner)


def _is_gone(mark: _Element, style: Style) -> bool:
    """Whether the end of a paragraph, with these run properties, is deleted, moved away or hidden."""
    for child in mark:
        if child.tag in _MARK_GONE:
            return True
        if child.tag == _VANISH:
            return on(child)
    return style.hidden
