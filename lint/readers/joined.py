"""A document with those embedded in it: one linear text, the embedded ones at its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from lint.document import Document, Origin
from lint.place import Place, Span


class JoinedOrigin:
    """The ways back of several texts that stand one after the other."""

    def __init__(self, starts: Sequence[int], origins: Sequence[Origin]) -> None:
        self._starts = starts
        self._origins = origins

    def home(self, span: Span) -> tuple[Origin, Span]:
        """The way back of the text that a span stands in, and the span as that text counts."""
        at = bisect_right(self._starts, span.start) - 1
        return self._origins[at], moved(span, -self._starts[at])

    def place(self, span: Span) -> Place:
        origin, own = self.home(span)
        return replace(origin.place(own), span=span)


def joined(document: Document, embedded: Sequence[Document]) -> Document:
    """The document followed by the embedded ones."""
    if not embedded:
        return document
    text, starts = document.text, [0]
    blocks, tables, notices = list(document.blocks), list(document.tables), list(document.notices)
    for inner in embedded:
        base = len(text)
        starts.append(base)
        text += inner.text
        blocks += (replace(block, span=moved(block.span, base)) for block in inner.blocks)
        tables += (
            replace(table, span=moved(table.span, base), cells=tuple(replace(cell, span=moved(cell.span, base)) for cell in table.cells))
            for table in inner.tables
        )
        notices += (replace(notice, span=notice.span and moved(notice.span, base)) for notice in inner.notices)
    origin = JoinedOrigin(starts, [document.origin, *(inner.origin for inner in embedded)])
    return replace(document, text=text, blocks=tuple(blocks), tables=tuple(tables), notices=tuple(notices), origin=origin)


def moved(span: Span, by: int) -> Span:
    """The span further on in the text."""
    return Span(span.start + by, span.end + by)
