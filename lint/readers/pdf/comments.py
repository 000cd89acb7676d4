"""Notes on the pages of a PDF as pdfium holds them: who says what, in answer to which, and which stand on the same text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Any, NamedTuple

from lint.pattern import pattern
from lint.readers.comment import Comment
from lint.readers.pdf.handles import opened, page_of

ANNOTATIONS = 2_000
"""Notes of one page that are read."""
_DAY = pattern(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_LINE = pattern(r"\r\n?|\n")

_Box = tuple[float, float, float, float]


class _Found(NamedTuple):
    comment: Comment
    boxes: tuple[_Box, ...]


def comments(data: bytes) -> list[Comment]:
    """The notes of a file, in the order of its pages; none where it has none. Raises Unreadable."""
    from pypdfium2 import raw

    found: list[Comment] = []
    with opened(raw, data) as document:
        for index in range(raw.FPDF_GetPageCount(document)):
            try:
                with page_of(raw, document, index) as page:
                    found += _beside(list(_notes(raw, page, index + 1)))
            except ValueError:  # a damaged page holds none
                continue
    return found


def _notes(raw: Any, page: Any, number: int) -> Iterator[_Found]:
    # links, fields of a form and the windows of notes say nothing themselves
    silent = (raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET)
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), ANNOTATIONS)):
        with _closed(raw, raw.FPDFPage_GetAnnot(page, index)) as note:
            if not note or raw.FPDFAnnot_GetSubtype(note) in silent:
                continue
            with _closed(raw, raw.FPDFAnnot_GetLinkedAnnot(note, b"IRT")) as above:
                parent = raw.FPDFPage_GetAnnotIndex(page, above) if above else -1
            lines = tuple(line.strip() for line in _LINE.split(_text(raw, note, b"Contents")))
            day = _DAY.match(_text(raw, note, b"M"))
            yield _Found(
                Comment(
                    f"{number}:{index}",
                    _text(raw, note, b"T"),
                    "-".join(day.groups()) if day else "",
                    lines,
                    f"{number}:{parent}" if parent >= 0 else "",
                    (),
                ),
                tuple(_boxes(raw, note)),
            )


@contextmanager
def _closed(raw: Any, note: Any) -> Iterator[Any]:
    try:
        yield note
    finally:
        if note:
            raw.FPDFPage_CloseAnnot(note)


def _text(raw: Any, note: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")


def _boxes(raw: Any, note: Any) -> Iterator[_Box]:
    """The lines of text that a note is on, else where it stands."""
    quad, rect = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
    count = raw.FPDFAnnot_CountAttachmentPoints(note) if raw.FPDFAnnot_HasAttachmentPoints(note) else 0
    for index in range(min(count, ANNOTATIONS)):
        if raw.FPDFAnnot_GetAttachmentPoints(note, index, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)
    if not count and raw.FPDFAnnot_GetRect(note, ctypes.byref(rect)):
        yield min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right), max(rect.bottom, rect.top)


def _beside(found: list[_Found]) -> Iterator[Comment]:
    """The notes of a page, each with those on text that it is on as well."""
    near: dict[str, list[str]] = {}
    for one, other in combinations(found, 2):
        if any(_meet(a, b) for a in one.boxes for b in other.boxes):
            near.setdefault(one.comment.id, []).append(other.comment.id)
            near.setdefault(other.comment.id, []).append(one.comment.id)
    for own in found:
        yield own.comment._replace(beside=tuple(near.get(own.comment.id, ())))


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
