"""Where comments stand on the pages of a PDF: the lines that a quote touches, as they are shown, back in the space of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from lint.document import Document
from lint.place import Box, Span
from lint.readers.pdf.frames import Frame
from lint.readers.pdf.linear import PageOrigin
from lint.writers.pdf.drawn import Quad


class Mark(NamedTuple):
    """A stretch of text on one page (from 1)."""

    page: int
    quads: tuple[Quad, ...]


def marks(document: Document, span: Span | None, frames: Mapping[int, Frame]) -> list[Mark]:
    """What a span covers, page by page; nothing for one that stands nowhere: about the whole file, or between the lines.

    `frames` are the pages as shown. Text that stands askew has no box that could be trusted.
    """
    if span is None or not isinstance(document.origin, PageOrigin):
        return []
    if any(block.kind == "aside" and span.overlaps(block.span) for block in document.blocks):
        return []
    each = document.origin.boxes(span)
    return [
        Mark(page, tuple(quad_of(box, frames[page]) for _, box in boxes))
        for page, boxes in groupby(_seen(each, frames), key=lambda at: at[0])
    ]


def _seen(boxes: list[tuple[int, Box]], frames: Mapping[int, Frame]) -> Iterator[tuple[int, Box]]:
    """The boxes as far as the page shows them."""
    for page, (x0, top, x1, bottom) in boxes:
        if (frame := frames.get(page)) is None:
            continue
        x0, x1, top, bottom = max(x0, 0.0), min(x1, frame.width), max(top, 0.0), min(bottom, frame.height)
        if x0 < x1 and top < bottom:
            yield page, (x0, top, x1, bottom)


def quad_of(box: Box, frame: Frame) -> Quad:
    """The corners of a box of the page as shown."""
    x0, top, x1, bottom = box
    return frame.back(x0, top), frame.back(x1, top), frame.back(x0, bottom), frame.back(x1, bottom)
