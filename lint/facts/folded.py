"""Tables folded into two halves side by side under the same header, with one total at the end of the right half: read as one long table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lint.document import Cell, Document, Table
from lint.pattern import pattern
from lint.text import fold

_TOP = 3
"""The header of a folded table is one of its first rows."""
_NARROWEST = 2
_TOTAL = pattern(r"(?:合计|总计|共计|总分|总得分)[：:]?")


def unfolded(document: Document) -> Document:
    """The document with every folded table unfolded; places in the file are those of the spans, which stay."""
    tables = tuple(_unfolded(document, table) for table in document.tables)
    return document if tables == document.tables else replace(document, tables=tables)


def _unfolded(document: Document, table: Table) -> Table:
    if table.width < 2 * _NARROWEST or table.height < 2:
        return table
    texts = {(cell.row, cell.column): "".join(fold(document.quote(cell.span)).split()) for cell in table.cells}
    for top in range(min(_TOP, table.height - 1)):
        for half in (table.width // 2, (table.width + 1) // 2):
            if _is_folded(texts, table, top, half):
                down, wide = table.height - top - 1, table.width - half
                cells = [_moved(cell, top, half, down) for cell in table.cells if not (cell.row >= top and wide <= cell.column < half)]
                cells = [cell for cell in cells if cell.row != top or cell.column < wide]
                ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
                return replace(table, cells=ordered, width=wide, height=table.height + down, widths=())
    return table


def _is_folded(texts: Mapping[tuple[int, int], str], table: Table, top: int, half: int) -> bool:
    """Whether the header in row `top` says the same twice, and only the right half ends in a total."""
    wide = table.width - half
    heads = [texts.get((top, column), "") for column in range(table.width)]
    if wide < _NARROWEST or not all(heads[:wide]) or heads[:wide] != heads[half:] or any(heads[wide:half]):
        return False
    totals = [column < half for (row, column), text in texts.items() if row > top and _TOTAL.fullmatch(text)]
    return totals == [False] and all(cell.column + cell.columns <= half or cell.column >= half for cell in table.cells if cell.row > top)


def _moved(cell: Cell, top: int, half: int, down: int) -> Cell:
    if cell.row <= top or cell.column < half:
        return cell
    return replace(cell, row=cell.row + down, column=cell.column - half)
