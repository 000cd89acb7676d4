"""A comment on a file, whatever its format: who says what, in answer to which one, and which others stand on the same text."""

from __future__ import annotations

from typing import NamedTuple


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
