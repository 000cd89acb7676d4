"""Tables of plain text, whose rows are ragged: every row put under its header, or marked as loose.

A header may lack the cell above the labels, or stand as a line of words above the table; a row may end early
or lack a leading cell. A short row is put where the types of its cells leave one way to do it; one that fits
in two ways is *loose* and nothing is concluded from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lint.document import Document, Table
from lint.facts.grid import Row, Slot, rows_of, slot_of
from lint.pattern import pattern
from lint.place import Span
from lint.text import fold

_COLUMN = pattern(r"[数率值分额]$|[数率]\([A-Z/]+\)$")
_RATE = pattern(r"率|占比|比重|比例|[增升降减]幅|%")
_DIGIT = pattern(r"\d")
_TITLE = pattern(r" |表")
_INDICATOR = pattern(r"(?:产出|效益|满意度|成本|绩效|决策|过程|投入|管理)指标|[一二三]级指标")
_LINE = 160
"""How long a line of words above a table may be to serve as its header."""


Grids = Mapping[Span, Sequence[Row]]
"""The rows of every table, by its span."""


def grids(document: Document) -> Grids:
    """The rows of every table, header rows marked, ragged rows aligned."""
    return {table.span: _aligned(document, table) for table in document.tables}


def _aligned(document: Document, table: Table) -> list[Row]:
    rows = rows_of(document, table)
    if any(cell.columns > 1 or cell.rows > 1 for cell in table.cells) or not rows:
        return rows
    if not rows[0].header:
        rows = [*_spoken_header(document, table, rows[0]), *rows]
    return list(_align(rows)) if len({len(row.slots) for row in rows}) > 1 else rows


def _spoken_header(document: Document, table: Table, first: Row) -> list[Row]:
    """The header that stands as a line of words above a table of plain text: one word for each number column."""
    wanted = len(first.slots) - 1
    if wanted < 2 or not first.slots[0].is_words or not all(slot.is_number or slot.is_blank for slot in first.slots[1:]):
        return []
    start = table.span.start
    line = fold(document.text[max(0, start - _LINE) : start].rstrip().rpartition("\n")[2])
    heads = line.split()
    before, words = heads[:-wanted], heads[-wanted:]
    if before and _COLUMN.search(before[-1]):
        return []  # one name more than numbers: which of them has none is anyone's guess
    if len(words) < wanted or any(_DIGIT.search(word) or word[-1] in "。；，：" for word in words):
        return []
    return [Row(-1, tuple(slot_of(first.slots[index].cell, word, index) for index, word in enumerate(words, 1)), header=True)]


def _align(rows: list[Row]) -> Iterator[Row]:
    """Rows of plain text under the header above them, or under the longest rows around them where there is none."""
    header: Row | None = None
    kinds: dict[int, str] = {}
    wide = 0
    for index, row in enumerate(rows):
        if row.header:
            header = _placed(row, rows[index + 1 :], _body_widths(rows, index))
            wide = header.slots[-1].column + 1
            kinds = {slot.column: "rate" if _RATE.search(slot.text) else "number" for slot in header.slots if slot.column}
            yield header
        elif index == 0 or len(row.slots) > wide or (header and _opens_indicators(row, header)):
            header = None
            wide = max(_body_widths(rows, index - 1), default=0)
            kinds = _kinds(rows[index:], wide)
            yield replace(row, fresh=True) if len(row.slots) == wide else _fitted(row, wide, kinds)
        elif len(row.slots) == wide or len(row.slots) < 2:
            yield row
        else:
            yield _fitted(row, wide, kinds)


def _body_widths(rows: list[Row], index: int) -> list[int]:
    """How many cells the next few body rows have."""
    widths: list[int] = []
    for row in rows[index + 1 :]:
        if (row.header and widths) or len(widths) == 2:
            break
        if not row.header:
            widths.append(len(row.slots))
    return widths


def _kinds(rows: list[Row], wide: int) -> dict[int, str]:
    """What the columns of the full rows hold."""
    full = [row for row in rows if len(row.slots) == wide and not row.header]
    found: dict[int, str] = {}
    for column in range(wide):
        slots = [row.slots[column] for row in full]
        numbers = [slot for slot in slots if slot.is_number]
        if any(slot.is_words for slot in slots):
            found[column] = "any" if numbers else "words"
        elif numbers:
            found[column] = "rate" if all(slot.text.endswith("%") for slot in numbers) else "number"
    return found


def _opens_indicators(row: Row, header: Row) -> bool:
    """Whether the indicators of a form begin with this row, which the header of its money does not fit."""
    if not _INDICATOR.match(row.slots[0].text) or any("指标" in slot.text for slot in header.slots):
        return False
    return sum(slot.is_words for slot in row.slots) > 2


def _placed(row: Row, below: list[Row], widths: list[int]) -> Row:
    """A header over its columns, where a title stands in its first cells."""
    if row.slots[0].column == 0 and len(row.slots) + 1 in widths:
        return _widened(row)
    extra = len(row.slots) - max(widths, default=len(row.slots))
    if row.index or extra not in (1, 2) or len(set(widths)) > 1 or not _TITLE.search(row.slots[0].text):
        return row
    title = " ".join(slot.text for slot in row.slots[:extra])
    moved = [replace(slot, column=slot.column - extra) for slot in row.slots[extra:]]
    moved[0] = slot_of(moved[0].cell, f"{title} {moved[0].text}", 0)
    kinds = {slot.column: "rate" if _RATE.search(slot.text) else "number" for slot in moved[1:]}
    fits = all(_suits(slot, kinds[slot.column]) or slot.is_words for other in below[: len(widths)] for slot in other.slots[1:])
    return replace(row, slots=tuple(moved)) if fits else row


def _widened(row: Row) -> Row:
    """A header without a cell above the labels: its first cell holds the title and, as its last word, the first column's name."""
    first, *rest = row.slots
    title, _, last = first.text.rpartition(" ")
    slots = [slot_of(first.cell, title, 0), slot_of(first.cell, last, 1), *(replace(slot, column=slot.column + 1) for slot in rest)]
    return replace(row, slots=tuple(slots))


def _fitted(row: Row, width: int, kinds: dict[int, str]) -> Row:
    """A short row: cells missing at its end, or behind its label, whichever the types of its cells allow."""
    missing = width - len(row.slots)
    label, *cells = row.slots
    shifted = (label, *(replace(slot, column=slot.column + missing) for slot in cells))
    ways = [slots for slots in (row.slots, shifted) if all(_suits(slot, kinds.get(slot.column, "any")) for slot in slots[1:])]
    return replace(row, slots=ways[0]) if len(ways) == 1 else replace(row, loose=True)


def _suits(slot: Slot, kind: str) -> bool:
    if slot.is_blank or kind == "any":
        return True
    if kind == "words":
        return slot.is_words
    return slot.is_number and slot.text.endswith("%") == (kind == "rate")
