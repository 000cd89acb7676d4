"""Markdown: plain text whose headings, tables and emphasis are marked; the linear text is the file's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint.document import Block, Cell, Document, Table
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span
from lint.readers import Source, tagged, txt

_HEADING = pattern(r"^[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULE = pattern(r"[-:=\s]*-[-:=\s]*")
_EMPHASIS = "*_`"


def read(source: Source) -> Document:
    """Read a file. Raises Unreadable for one without any character."""
    document = txt.read(source)
    blocks: list[Block] = []
    tables: list[Table] = []
    start = 0
    for match in (*_HEADING.finditer(document.text), None):
        end = match.start() if match else len(document.text)
        for grid in (*tagged.tables(document.text, start, end), None):
            plain, grids = txt.layout(document.text, start, grid.span.start if grid else end)
            blocks += plain
            tables += (_unmarked(document.text, each) for each in grids)
            if grid:
                tables.append(grid)
                start = grid.span.end
        if match:
            blocks.extend(_heading(document.text, Span(*match.span(2)), len(match[1])))
            start = match.end()
    return replace(document, format="md", blocks=tuple(blocks), tables=tuple(tables))


def _heading(text: str, span: Span, depth: int) -> Iterator[Block]:
    """A heading; a numbering mark gives its depth, as in other formats."""
    if len(span):
        mark = mark_of(text[span.start : min(span.end, span.start + 16)])
        yield Block(span, "heading", mark.text, mark.depth) if mark else Block(span, "heading", "", depth)


def _unmarked(text: str, table: Table) -> Table:
    """A table without the line below its header and without the marks of emphasis around what its cells hold."""
    rows = [row for row in table.rows() if not all(_RULE.fullmatch(text[cell.span.start : cell.span.end]) for cell in row)]
    cells = tuple(Cell(_bare(text, cell.span), index, cell.column) for index, row in enumerate(rows) for cell in row)
    return replace(table, cells=cells, height=len(rows))


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end - start > 1 and text[start] in _EMPHASIS and text[end - 1] == text[start]:
        start, end = start + 1, end - 1
    return Span(start, end)
