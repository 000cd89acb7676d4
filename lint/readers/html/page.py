"""The text of a page, block by block, written into a linear text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.document import Block
from lint.readers.html.grid import SPACE, body, cells, is_data
from lint.readers.html.seen import BLOCKS, Seen
from lint.readers.linear import BlockOrigin, Linear

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Page:
    """Writes what a page shows; text outside of blocks gathers until a block begins or ends.

    `hidden` counts the rows and columns of tables that were read though they are not shown; `frames` are the pages shown inside,
    `pictures` how many images it shows.
    """

    def __init__(self) -> None:
        self.linear = Linear()
        self.origin = BlockOrigin()
        self.hidden = 0
        self.frames: list[str] = []
        self.pictures = 0
        self._seen = Seen()
        self._words: list[str] = []
        self._label = ""
        self._paragraph = 0

    def read(self, root: HtmlElement) -> None:
        """Write a page from its root."""
        self._seen = Seen(root)
        self.frames += [frame.get("src", "") for frame in root.iter("frame", "iframe") if frame.get("src")]
        self.pictures += sum(1 for _ in root.iter("img"))
        inside = root.find("body")
        self.blocks(root if inside is None else inside)
        self.flush()

    def blocks(self, element: HtmlElement, depth: int = 0, label: str = "") -> None:
        """Write the inside of a block; `label` is the number that a list gives it."""
        self._label = label or self._label
        self._say(element.text)
        number = int(element.get("start", "1")) if element.tag == "ol" and element.get("start", "1").isdigit() else 1
        for child in element:
            if not self._seen.is_left_out(child):
                if child.tag == "br":
                    self.flush(depth)
                elif child.tag == "pre" and not any(below.tag in BLOCKS for below in child.iterdescendants()):
                    self.flush(depth)
                    self._preformatted("".join(child.itertext()))
                elif child.tag == "table" and is_data(child):
                    self.flush(depth)
                    self._table(child)
                elif child.tag in BLOCKS:
                    self.flush(depth)
                    ordered = element.tag == "ol" and child.tag == "li"
                    self.blocks(child, _HEADINGS.get(child.tag, 0), f"{number}." if ordered else "")
                    self.flush(_HEADINGS.get(child.tag, 0))
                    number += ordered
                else:
                    self.blocks(child, depth)
            self._say(child.tail)

    def flush(self, depth: int = 0) -> None:
        """End the paragraph that was gathered."""
        shown = "".join(self._words).strip()
        self._words = []
        if shown:
            self._paragraph += 1
            self.origin.add(self.linear.end, self._paragraph)
            self.linear.line(self._label + shown, depth=depth)
            self._label = ""

    def _say(self, text: str | None) -> None:
        if text:
            blank = self._words and self._words[-1].endswith(" ")
            self._words.append(SPACE.sub(" ", text.lstrip() if blank else text))

    def _preformatted(self, text: str) -> None:
        """Text set as it was typed: its paragraphs and tables are those of a text file."""
        number = len(self.linear.tables)
        for part in self.linear.plain(text.strip("\r\n")):
            if isinstance(part, Block):
                self._paragraph += 1
                self.origin.add(part.span.start, self._paragraph)
            else:
                number += 1
                for cell in part.cells:
                    self.origin.add(cell.span.start, None, number, cell.row + 1, cell.column + 1)

    def _table(self, element: HtmlElement) -> None:
        filled, hidden = cells(element)
        if not filled:
            return
        self.hidden += hidden
        for caption in element.iterchildren("caption"):
            self.blocks(caption)
            self.flush()
        number = len(self.linear.tables) + 1
        width = max(column + cell.columns for (_, column), cell in filled.items())
        rows = body(filled)
        ends = sorted(at for at in filled if at[0] not in rows)
        self._lines([(at, filled[at].text) for at in ends if at[0] < rows.start], number)
        inside = {(row - rows.start, column): cell for (row, column), cell in filled.items() if row in rows}
        first = rows.start + 1
        self.linear.table(
            inside, width, len(rows), lambda row, column: self.origin.add(self.linear.end, None, number, row + first, column + 1)
        )
        self._lines([(at, filled[at].text) for at in ends if at[0] >= rows.stop], number)

    def _lines(self, cells: Sequence[tuple[tuple[int, int], str]], table: int) -> None:
        """What stands above or below a table in rows of its own."""
        for (row, column), text in cells:
            for line in text.splitlines():
                self.origin.add(self.linear.end, None, table, row + 1, column + 1)
                self.linear.line(line)
