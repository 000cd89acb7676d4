"""Tables that a paragraph mark, 续表 or a blank row cut in two: joined again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from lint.document import Document, Table
from lint.facts.grid import Row, is_last, is_total_label, rows_of
from lint.pattern import pattern
from lint.text import fold

_MARK = pattern(r"[(\[]?(?:续(?:上?表)?|接上表|上接.{0,8}|表?\d*续表?\d*)[)\]]?")
"""What may stand between the parts."""
_SHIFT = 50
"""By which part of a table's width an edge may move where Word sets the halves of a table anew."""


def joined(document: Document) -> Document:
    """The document with every continued table as one; spans, and so the places in the file, stay."""
    found: list[Table] = []
    for table in document.tables:
        whole = _joined(document, found[-1], table) if found else None
        if whole is None:
            found.append(table)
        else:
            found[-1] = whole
    return document if len(found) == len(document.tables) else replace(document, tables=tuple(found))


def _joined(document: Document, before: Table, table: Table) -> Table | None:
    """Both as one table; None where nothing shows that the second continues the first."""
    between = "".join(fold(document.text[before.span.end : table.span.start]).split())
    if before.width != table.width or (between and not _MARK.fullmatch(between)):
        return None
    first, second = rows_of(document, before), rows_of(document, table)
    heads = next((index for index, row in enumerate(second) if not row.header), len(second))
    body = [row for row in first if not row.header]
    if not body or heads == len(second) or any(row.header for row in second[heads:]):
        return None
    open_end = not _totals(body)
    alike = not between and _alike(before.widths, table.widths) and not is_last(body[-1])
    if heads:
        same = [_texts(row) for row in first if row.header][-heads:] == [_texts(row) for row in second[:heads]]
        ends = [any(map(is_last, rows)) for rows in (body, second[heads:])]
        if not same or not (between or (open_end and _totals(second)) or (alike and sum(ends) == 1)):
            return None
    elif not (open_end or alike) or not any(slot.is_number for slot in second[0].slots):
        return None
    down = before.height - heads
    cells = tuple(replace(cell, row=cell.row + down) for cell in table.cells if cell.row >= heads)
    return replace(before, span=before.span.to(table.span), cells=(*before.cells, *cells), height=down + table.height)


def _alike(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether the columns of two tables, where the file gives their widths, have their edges in the same places."""
    if not first or len(first) != len(second):
        return False
    return all(abs(one - other) * _SHIFT <= max(sum(first), 1) for one, other in zip(accumulate(first), accumulate(second), strict=True))


def _totals(rows: Sequence[Row]) -> bool:
    """Whether one of these rows is a total of all."""
    labels = [slot.text for row in rows for slot in row.slots if slot.is_words]
    return any(is_total_label(label) and "小" not in label for label in labels)


def _texts(row: Row) -> list[str]:
    return [slot.text for slot in row.slots]
