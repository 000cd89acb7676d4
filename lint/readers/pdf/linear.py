"""The linear text of a PDF as it is put together, and the way back from every character to its page and box."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from lint.document import Block, Cell, Recognised, Table
from lint.outline import mark_of
from lint.place import Box, Place, Span
from lint.readers.pdf.broken import line_ends
from lint.readers.pdf.frames import Frame, rotated
from lint.readers.pdf.lines import Line, seam
from lint.readers.pdf.measure import Column
from lint.readers.pdf.ruled import Grid, Slot
from lint.readers.pdf.wide import Part

_LONG_HEADING = 60


class PageOrigin:
    """Page and box of every character, in arrays: eight bytes a character and fourteen a line.

    Separators that the reader put between lines, cells and paragraphs stand on page 0.
    """

    def __init__(self) -> None:
        self._lefts, self._rights = array("f"), array("f")
        self._starts = array("L")
        self._pages = array("H")
        self._tops, self._bottoms = array("f"), array("f")
        self._cells = array("L")
        self._grid: list[tuple[int, int, int]] = []
        self._table_ends = array("L")
        self._frames: dict[int, tuple[Frame, int]] = {}
        self._spreads: dict[int, tuple[Part, ...]] = {}

    def page(self, number: int, frame: Frame, shown: Frame) -> None:
        """Tell how a page was turned and set level for reading, if it was."""
        if frame.turn != shown.turn or frame.slope:
            self._frames[number] = (frame, shown.turn)

    def spread(self, number: int, parts: tuple[Part, ...]) -> None:
        """Tell which pages were laid side by side to be read as one."""
        self._spreads[number] = parts

    def line(self, line: Line) -> None:
        """The next characters are those of a line, which may go on over pages that lie side by side."""
        parts = self._spreads.get(line.page, (Part(line.page, 0.0, 0.0),))
        bounds = [0, *(bisect_left(line.lefts, part.start - 1) for part in parts[1:]), len(line.text)]
        for part, (start, end) in zip(parts, pairwise(bounds), strict=True):
            if start < end:
                self._piece(part.number, line.top, line.bottom)
                self._lefts.extend(x - part.shift for x in line.lefts[start:end])
                self._rights.extend(x - part.shift for x in line.rights[start:end])

    def separator(self, length: int = 1) -> None:
        """The next characters stand nowhere on a page."""
        self._piece(0, 0.0, 0.0)
        self._lefts.extend([0.0] * length)
        self._rights.extend([0.0] * length)

    def _piece(self, page: int, top: float, bottom: float) -> None:
        self._starts.append(len(self._lefts))
        self._pages.append(page)
        self._tops.append(top)
        self._bottoms.append(bottom)

    def table(self, table: Table, number: int) -> None:
        """Cells to be found again; tables come in the order of the text."""
        for cell in table.cells:
            self._cells.append(cell.span.start)
            self._grid.append((number, cell.row + 1, cell.column + 1))
            self._table_ends.append(table.span.end)

    def boxes(self, span: Span) -> list[tuple[int, Box]]:
        """Page (from 1) and box of each line that a span touches, in reading order; separators have none."""
        found: list[tuple[int, Box]] = []
        piece = max(bisect_right(self._starts, span.start) - 1, 0)
        while piece < len(self._starts) and self._starts[piece] < span.end:
            following = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self._lefts)
            start, end = max(span.start, self._starts[piece]), min(span.end, following)
            if self._pages[piece] and start < end:
                found.append((self._pages[piece], self._box(piece, min(self._lefts[start:end]), max(self._rights[start:end]))))
            piece += 1
        return found

    def _box(self, piece: int, left: float, right: float) -> Box:
        box = (left, self._tops[piece], right, self._bottoms[piece])
        turned = self._frames.get(self._pages[piece])
        if turned is not None:
            box = _shown(box, *turned)
        x0, top, x1, bottom = (round(side, 2) for side in box)
        return x0, top, x1, bottom

    def place(self, span: Span) -> Place:
        """Page, box of the first line, and for text of a table its number, row and grid column; all from 1."""
        boxes = self.boxes(span)
        page, box = boxes[0] if boxes else (self._nearest_page(span.start), None)
        at = bisect_right(self._cells, span.start) - 1
        if at < 0 or span.start >= self._table_ends[at]:
            return Place(span, page=page, box=box)
        table, row, column = self._grid[at]
        return Place(span, page=page, box=box, table=table, row=row, cell=column)

    def _nearest_page(self, offset: int) -> int | None:
        """The page of the last character before an offset, else of the first one after it."""
        piece = bisect_right(self._starts, offset) - 1
        before = (self._pages[at] for at in range(piece, -1, -1) if self._pages[at])
        after = (page for page in self._pages if page)
        return next(before, None) or next(after, None)


def _shown(box: Box, frame: Frame, turn: int) -> Box:
    """A box of a turned frame on the page as shown; on a page that was askew, where the middle of the box stands."""
    x0, top, x1, bottom = box
    width, height = frame.width, frame.height
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    across, down = (now - then for now, then in zip(rotated(x, y, frame.slope, width, height), (x, y), strict=True))
    x0, top, x1, bottom = x0 + across, top + down, x1 + across, bottom + down
    for _ in range((turn - frame.turn) % 4):  # a quarter turn clockwise each
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
        width, height = height, width
    return x0, top, x1, bottom


class Linear:
    """What the reader writes into: paragraphs and tables in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.origin = PageOrigin()
        self.recognised: list[Recognised] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def paragraph(self, lines: Sequence[Line], rights: Sequence[float], body: Column | None, aside: bool = False) -> None:
        """A paragraph of lines; `rights` are the margins they had to end at, `body` the column it stands in."""
        start = self._length
        self._write(lines, rights)
        span = Span(start, self._length)
        self._separate("\n")
        text = "".join(line.text for line in lines)
        self.blocks.append(Block(span, "aside") if aside else _block(span, text, lines[0], body))

    def table(self, grid: Grid) -> None:
        """A table: its rows, each with the cells that begin in it."""
        start = self._length
        cells: list[Cell] = []
        rows: dict[int, list[Slot]] = {}
        for slot in grid.slots:
            rows.setdefault(slot.row, []).append(slot)
        for row in sorted(rows):
            beside = sorted(rows[row], key=lambda slot: slot.column)
            for index, (slot, ends) in enumerate(zip(beside, line_ends(beside, grid.edges), strict=True)):
                if index:
                    self._separate("\t")
                begin = self._length
                self._write(slot.lines, ends)
                cells.append(Cell(Span(begin, self._length), slot.row, slot.column, slot.rows, slot.columns))
            self._separate("\n")
        table = Table(Span(start, self._length - 1), tuple(cells), grid.width, grid.height, grid.header)
        self.tables.append(table)
        self.origin.table(table, len(self.tables))

    def _write(self, lines: Sequence[Line], rights: Sequence[float]) -> None:
        for index, line in enumerate(lines):
            if index:
                last = lines[index - 1]
                if joint := seam(last.text[-1], line.text[0], (rights[index - 1] - last.right) / last.size):
                    self._separate(joint)
            self._parts.append(line.text)
            self.origin.line(line)
            if line.scores:
                self.recognised.append(Recognised(Span(self._length, self._length + len(line.text)), line.scores))
            self._length += len(line.text)

    def _separate(self, text: str) -> None:
        self._parts.append(text)
        self.origin.separator(len(text))
        self._length += len(text)


def _block(span: Span, text: str, line: Line, body: Column | None) -> Block:
    """A paragraph; a short one with a numbering mark, or one in large centred type, is a heading."""
    mark = mark_of(text)
    short = len(text) <= _LONG_HEADING and "。" not in text[:-1]
    if mark is not None:
        return Block(span, "heading" if short else "paragraph", mark.text, mark.depth)
    titled = body is not None and short and not text.endswith("。") and line.size > 1.15 * body.size
    return Block(span, "heading" if titled else "paragraph")
