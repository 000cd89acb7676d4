"""Tables of a Word file that are none: paragraphs whose columns are set apart by tabs."""

from __future__ import annotations

from lint.document import Block, Cell, Table
from lint.pattern import pattern
from lint.place import Span

_NUMBER = pattern(r"[-+(（△▲]?[¥￥]?\d[\d,，]*(?:\.\d+)?[%％)）]*")
_TABS = 2
"""Tabs that a row has at least: a line of a table of contents has one, before its page number."""
_NUMBERS = 2
"""Numbers that some row holds at least."""


def tabbed(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The blocks that are no rows of such tables, and the tables: two neighbouring rows or more, one of them with numbers."""
    kept: list[Block] = []
    tables: list[Table] = []
    run: list[Block] = []
    rows: list[list[Span]] = []
    for block in (*blocks, None):
        cells = _rows(text, block) if block else []
        if run and not (block and cells and _are_neighbours(text, run[-1], block)):
            if len(rows) > 1 and any(sum(_is_number(text, cell) for cell in row) >= _NUMBERS for row in rows):
                tables.append(_table(rows))
            else:
                kept += run
            run, rows = [], []
        if block and cells:
            run.append(block)
            rows += cells
        elif block:
            kept.append(block)
    return tuple(kept), tuple(tables)


def _rows(text: str, block: Block) -> list[list[Span]]:
    """The cells of every line of a paragraph; none where a line has too few tabs."""
    if block.kind == "aside" or text.count("\t", block.span.start, block.span.end) < _TABS - 1:
        return []
    start = block.span.start
    while start and text[start - 1] == "\t":  # they stand for empty cells
        start -= 1
    rows: list[list[Span]] = []
    for line in text[start : block.span.end].split("\n"):
        cells: list[Span] = []
        for words in line.split("\t"):
            left = start + len(words) - len(words.lstrip())
            cells.append(Span(left, max(left, start + len(words.rstrip()))))
            start += len(words) + 1
        rows.append(cells)
    return rows if all(len(row) > _TABS for row in rows) else []


def _are_neighbours(text: str, before: Block, after: Block) -> bool:
    return not text[before.span.end : after.span.start].strip()


def _is_number(text: str, cell: Span) -> bool:
    return bool(_NUMBER.fullmatch(text[cell.start : cell.end]))


def _table(rows: list[list[Span]]) -> Table:
    cells = tuple(Cell(span, row, column) for row, spans in enumerate(rows) for column, span in enumerate(spans))
    return Table(cells[0].span.to(cells[-1].span), cells, max(map(len, rows)), len(rows))
