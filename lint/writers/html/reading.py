"""The left side: a file as it was read, its headings, paragraphs and tables, every figure marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.document import Block, Document, Table
from lint.place import Span
from lint.say import Language
from lint.writers.html.marks import Mark
from lint.writers.html.markup import Child, Markup, join, tag, text
from lint.writers.html.words import TABLE

DEEPEST = 6
"""The last level of headings that a page knows."""


class Reading:
    """The text of a document with its marks."""

    def __init__(self, document: Document, marks: Sequence[Mark], language: Language) -> None:
        self._document, self._marks, self._language = document, marks, language
        self._starts = [mark.span.start for mark in marks]
        self._reach = max((len(mark.span) for mark in marks), default=0)

    def body(self) -> Markup:
        """All that was read, in reading order."""
        return join(self._items())

    def _items(self) -> Iterator[Child]:
        document = self._document
        done = 0
        above: list[int] = []
        items: list[Block | Table] = sorted([*document.blocks, *document.tables], key=lambda item: item.span.start)
        for item in items:
            yield from self._rest(Span(done, item.span.start))
            if isinstance(item, Block) and item.kind == "heading":
                depth = max(item.depth, 1)
                while above and above[-1] >= depth:
                    above.pop()
                above.append(depth)
            yield self._table(item) if isinstance(item, Table) else self._block(item, len(above))
            done = max(done, item.span.end)
        yield from self._rest(Span(done, len(document.text)))

    def _rest(self, span: Span) -> Iterator[Markup]:
        """What stands between the blocks, where that is more than white space."""
        if span.start < span.end and self._document.quote(span).strip():
            yield tag("p", self.marked(span))

    def _block(self, block: Block, level: int) -> Markup:
        """A block; a heading is of that level below the file, none left out, whatever numbering the document prints."""
        if block.kind == "heading":
            return tag("p", self.marked(block.span), class_="heading", role="heading", aria_level=min(2 + level, DEEPEST))
        return tag("p", self.marked(block.span), class_="aside" if block.kind == "aside" else None)

    def _table(self, table: Table) -> Markup:
        rows = []
        for number, cells in enumerate(table.rows()):
            made = [
                tag(
                    "th" if number < table.header else "td",
                    self.marked(cell.span),
                    rowspan=cell.rows if cell.rows > 1 else None,
                    colspan=cell.columns if cell.columns > 1 else None,
                    scope="col" if number < table.header else None,
                )
                for cell in cells
            ]
            rows.append(tag("tr", *made))
        return tag(
            "div", tag("table", tag("tbody", *rows)), class_="table", tabindex="0", role="group", aria_label=TABLE.text(self._language)
        )

    def marked(self, span: Span) -> Markup:
        """A stretch of the text, cut wherever a mark begins or ends."""
        low = bisect_left(self._starts, span.start - self._reach)
        high = bisect_left(self._starts, span.end)
        marks = [mark for mark in self._marks[low:high] if mark.span.overlaps(span)]
        cuts = sorted(
            {span.start, span.end, *(at for mark in marks for at in (mark.span.start, mark.span.end) if span.start < at < span.end)}
        )
        pieces: list[Child] = []
        for start, end in pairwise(cuts):
            piece = Span(start, end)
            quote = self._document.quote(piece)
            covering = [mark for mark in marks if piece in mark.span]
            pieces.append(marked(covering, text(quote)) if covering and quote.strip() else quote)
        return join(pieces)


def marked(marks: Sequence[Mark], content: Markup) -> Markup:
    """What stands under marks; the narrowest figure among them tells the colour, and leads to its check."""
    mark = min(marks, key=lambda mark: (not mark.figure, len(mark.span)))
    names = " ".join(mark.id for mark in marks)
    kind = f"n {mark.state}" if mark.figure else f"n {mark.state} words"
    if mark.leads:
        return tag("a", content, class_=kind, data_m=names, href=f"#{mark.first}", title=mark.told)
    return tag("span", content, class_=kind, data_m=names, data_c=mark.first or None, title=mark.told)
