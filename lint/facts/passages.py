"""Passages: the stretches of a document that are read as running text, folded for reading by machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lint.document import Block, Cell, Document, Table
from lint.facts.torn import torn
from lint.place import Span
from lint.text import Folded


@dataclass(frozen=True, eq=False)
class Passage:
    """A paragraph, a heading, or one table cell. `text` is folded; `span(start, end)` leads back to the document.

    `file` is the number of the document in its submission.
    """

    index: int
    source: Span
    folded: Folded
    block: Block | None = None
    table: Table | None = None
    cell: Cell | None = None
    file: int = 0

    @cached_property
    def text(self) -> str:
        return self.folded.text

    @cached_property
    def is_prose(self) -> bool:
        """Whether to look for sentences in it: every paragraph, and cells that hold more than a label or a number."""
        return self.cell is None or len(self.text) > 24 or any(char in self.text for char in "。；")

    def span(self, start: int, end: int) -> Span:
        return self.folded.span(start, end)


def passages(document: Document, file: int = 0) -> tuple[Passage, ...]:
    """Every passage of a document in reading order; `file` is its number in its submission."""
    parts: list[tuple[Span, Block | None, Table | None, Cell | None]] = [(block.span, block, None, None) for block in document.blocks]
    for table in document.tables:
        parts.extend((cell.span, None, table, cell) for cell in table.cells)
    whole = {cell.span for table in document.tables if document.has_cells for cell in torn(document, table)}
    parts.sort(key=lambda part: part[0].start)
    return tuple(
        Passage(
            index,
            span,
            Folded(document.text[span.start : span.end], span.start, cell=cell is not None and document.has_cells, whole=span in whole),
            block,
            table,
            cell,
            file,
        )
        for index, (span, block, table, cell) in enumerate(parts)
    )
