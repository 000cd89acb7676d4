"""Where something stands: a span of the linear text, and that span made concrete for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (included) to `end` (excluded) of a document's linear text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the page as shown; to look at, never to calculate with."""


Margin = Literal["header", "footer"]


@dataclass(frozen=True, slots=True)
class Place:
    """A span made concrete. Fields that a format does not have stay None; all counts start at 1.

    `outline` is the path of headings above the span, outermost first, e.g. ``("二、", "（一）", "1.")``. `margin` tells the
    header and the footer of the pages from the body.
    """

    span: Span
    outline: tuple[str, ...] = ()
    line: int | None = None
    column: int | None = None
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    run: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    address: str | None = None
    margin: Margin | None = None
