"""What a reader returns: one linear text, its blocks and tables, and the way back to the source.

The linear text holds everything a reader of the file would see, in reading order. Paragraphs end with a
line feed; the cells of a table row are separated by tabs and its rows by line feeds. A reader never
corrects: characters are those of the file (a .txt file is its own linear text). Positions anywhere in the
program are spans of this text; `Document.place` makes them concrete.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, Protocol

from lint.place import Place, Span
from lint.say import Say

_SIGNS = ".,%-"
"""Signs of a number that are no digits."""

BlockKind = Literal["heading", "paragraph", "aside"]
NoticeKind = Literal[
    "unsupported",  # no reader for this kind of file
    "missing",  # the file vanished between listing and reading
    "dangling",  # a link to a file that is not there
    "io",  # the system refused to read it
    "empty",  # nothing in it
    "broken",  # damaged, or not what its name says
    "password",  # needs a password to open
    "no-text",  # pages without a text layer: a scan; the detail is what would help
    "recognised",  # pages whose text was recognised in their pictures
    "too-large",  # beyond a limit that protects the machine
    "timeout",  # reading took too long and was stopped
    "memory",  # reading took too much memory and was stopped
    "crash",  # the parser died
    "encoding",  # bytes that fit no encoding were replaced
    "garbled",  # what was read is not readable
    "tracked-changes",  # insertions and deletions not yet accepted
    "converted",  # read through another program, or plainly (count 1) where that is missing
    "hidden-text",  # text that Word does not show was left out
    "hidden-rows",  # hidden rows and columns of sheets were read
    "hidden-sheets",  # hidden sheets were left out
    "beneath",  # numbers under merged cells were left out
    "formula-errors",  # cells that show #REF! and the like
    "too-narrow",  # cells that show #### in place of their number
    "uncalculated",  # formulas without a stored result
    "not-read",  # pictures, boxes and objects that no reader looks into
    "unruled",  # pages whose tables have no ruling lines and could not be read as tables
    "partial",  # some pages or parts could not be read
]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading of the linear text.

    `mark` is its numbering as shown (``"（一）"``, ``"1."``, ``""``); it stands at the start of the span, also
    when Word generated it. `depth` is its level in the outline, 1 outermost, 0 for text that is no heading.
    An *aside* (page header, footnote, text box) is read but stands outside the flow of sentences.
    """

    span: Span
    kind: BlockKind = "paragraph"
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table grid: row and column from 0, and how many rows and columns it covers."""

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. `header` counts the leading rows that a reader knows to be headers (0: not known).

    `widths` are those of its columns as the file gives them, none where it does not.
    """

    span: Span
    cells: tuple[Cell, ...]
    width: int
    height: int
    header: int = 0
    widths: tuple[int, ...] = ()

    def rows(self) -> Iterator[list[Cell]]:
        """The cells that begin in each row, left to right."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        for row in range(self.height):
            yield sorted(by_row.get(row, []), key=lambda cell: cell.column)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must tell: what it could not read, or left out.

    `span` is where, None for the whole file; `count` how many (changes, characters, parts), 0 where that says
    nothing. `detail` is the technical cause, a plain string only where it needs no translation.
    """

    kind: NoticeKind
    detail: Say | str = ""
    span: Span | None = None
    pages: tuple[int, ...] = ()
    count: int = 0

    @property
    def page_list(self) -> Say:
        """The pages, neighbours as a range: 2、5–8."""
        ranges: list[list[int]] = []
        for page in self.pages:
            if ranges and page == ranges[-1][1] + 1:
                ranges[-1][1] = page
            else:
                ranges.append([page, page])
        told = [f"{first}" if first == last else f"{first}–{last}" for first, last in ranges]
        return Say("、".join(told), ", ".join(told))


@dataclass(frozen=True, slots=True)
class Recognised:
    """A stretch of text that was recognised in a picture, and how certain each of its characters is (0 to 1)."""

    span: Span
    scores: tuple[float, ...]


class Origin(Protocol):
    """The way back from the linear text to the file; each reader brings its own."""

    def place(self, span: Span) -> Place:
        """The place of a span, without its outline."""
        ...


class LineOrigin:
    """Line and column, for files that are their own linear text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for index, char in enumerate(text):
            if char == "\n":
                self._starts.append(index + 1)

    def place(self, span: Span) -> Place:
        line = bisect_right(self._starts, span.start)
        return Place(span, line=line, column=span.start - self._starts[line - 1] + 1)


@dataclass(frozen=True)
class Document:
    """A file as read. `blocks`, `tables` and what was `recognised` are in reading order and do not overlap."""

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    origin: Origin
    notices: tuple[Notice, ...] = ()
    sha256: str = ""
    encoding: str = field(default="", compare=False)
    recognised: tuple[Recognised, ...] = ()

    @classmethod
    def unread(cls, path: str, format: str, notice: Notice, sha256: str = "") -> Document:
        """The stand-in for a file that could not be read: no text, and the notice that says why."""
        return cls(path, format, "", (), (), LineOrigin(""), (notice,), sha256)

    @property
    def has_cells(self) -> bool:
        """Whether the file itself knows cells; those of a PDF are guessed, and one may hold two numbers."""
        return self.format != "pdf"

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """Where a span stands in the file, with the headings above it."""
        return replace(self.origin.place(span), outline=self.outline(span))

    def certainty(self, span: Span) -> float | None:
        """How certain the numbers in a span are (0 to 1): as their least certain sign, and as the line it stands in.

        Signs right beside the span count, for a misread one cuts a number short. None where nothing was recognised.
        """
        start, end = span.start, span.end
        while self._is_sign(start - 1):
            start -= 1
        while self._is_sign(end):
            end += 1
        scores: list[float] = []
        first, last = bisect_right(self._pictured, start) - 1, bisect_left(self._pictured, end)
        for found in self.recognised[max(first, 0) : last]:
            if places := range(max(start, found.span.start), min(end, found.span.end)):
                scores.append(sum(found.scores) / len(found.scores))
                scores += [found.scores[at - found.span.start] for at in places if self._is_sign(at)]
        return min(scores, default=None)

    def _is_sign(self, at: int) -> bool:
        """Whether a sign of a number stands at an offset."""
        return 0 <= at < len(self.text) and (self.text[at].isnumeric() or self.text[at] in _SIGNS)

    @cached_property
    def _pictured(self) -> list[int]:
        return [found.span.start for found in self.recognised]

    def outline(self, span: Span) -> tuple[str, ...]:
        """The marks (or titles, where a heading has no mark) of the headings above a span, outermost first."""
        starts, paths = self._paths
        index = bisect_right(starts, span.start)
        return paths[index - 1] if index else ()

    @cached_property
    def _paths(self) -> tuple[list[int], list[tuple[str, ...]]]:
        starts: list[int] = []
        paths: list[tuple[str, ...]] = []
        stack: list[tuple[int, str]] = []
        for block in self.blocks:
            if not block.depth:
                continue
            while stack and stack[-1][0] >= block.depth:
                stack.pop()
            stack.append((block.depth, block.mark or self.quote(block.span).strip()[:24]))
            starts.append(block.span.start)
            paths.append(tuple(label for _, label in stack))
        return starts, paths
