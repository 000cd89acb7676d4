"""The comments on a file, whatever its format."""

from __future__ import annotations

from lint.readers.comment import Comment

COMMENTED = (".docx", ".docm", ".pdf")
"""Suffixes of the files whose comments are read."""


def comments(data: bytes) -> list[Comment]:
    """The comments of a Word file or a PDF, in its order; none where it has none. Raises Unreadable."""
    if data.startswith(b"PK"):
        from lint.readers.docx.comments import comments as read  # late, as the other
    else:
        from lint.readers.pdf.comments import comments as read
    return read(data)
