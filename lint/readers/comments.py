"""Comments on a file, whatever its format: who says what, in answer to which comment, and which comments stand on the same text."""

from __future__ import annotations

from typing import NamedTuple

COMMENTED = (".docx", ".docm", ".pdf")
"""Suffixes of the files whose comments are read."""


class Comment(NamedTuple):
    """A comment: `lines` are its paragraphs and lines, `date` begins with the day, as 2026-11-23, where the file tells it.

    `parent` is the id of the comment that it answers, ``""`` for none; `beside` are those on overlapping text.
    """

    id: str
    author: str
    date: str
    lines: tuple[str, ...]
    parent: str
    beside: tuple[str, ...]


def comments(data: bytes) -> list[Comment]:
    """The comments of a Word file or a PDF, in its order; none where it has none. Raises Unreadable."""
    if data.startswith(b"PK"):
        from lint.readers.docx.comments import comments as read  # late, as the other
    else:
        from lint.readers.pdf.comments import comments as read
    return read(data)
