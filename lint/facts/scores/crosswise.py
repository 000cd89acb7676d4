"""Score tables that lie on their side: indicators in the header, 分值 and 得分 in the first column."""

from __future__ import annotations

from lint.facts.scores.boards import Board
from lint.facts.scores.cells import Cells
from lint.facts.scores.heads import is_awarded, is_full, is_total
from lint.facts.scores.nodes import Item
from lint.facts.scores.totals import Total


def read(cells: Cells, board: Board) -> bool:
    """Read such a table into a board; False, and nothing read, if it is none."""
    labels = {row: cells.text(cells.at(row, 0)) for row in range(cells.table.height)}
    full = next((row for row, label in labels.items() if is_full(label)), None)
    awarded = next((row for row, label in labels.items() if is_awarded(label)), None)
    if awarded is None or 0 in (full, awarded):
        return False
    columns = [column for column in range(1, cells.table.width) if cells.text(cells.at(0, column))]
    if len(columns) < 2 or any(cells.number(cells.at(0, column)) for column in columns):
        return False
    found = False
    for column in columns:
        head = cells.at(0, column)
        limit = cells.number(cells.at(full, column)) if full is not None else None
        given = cells.number(cells.at(awarded, column))
        if head is None or (limit is None and given is None):
            continue
        name = cells.text(head)
        found = True
        if is_total(name):
            board.totals.append(Total(name, given, limit, in_table=True))
        else:
            board.items.append(Item(name, 1, head.span, limit, given))
    return found
