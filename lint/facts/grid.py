"""A table as a reader of it sees it: header rows and body rows, every cell under the right column.

Word and PDF tables come as true grids. Rows of plain text are ragged: a header may lack the cell above the
labels, a row may end early or lack a leading cell. A ragged row is put under the header where the types of
its cells leave one way to do it; a row that fits in two ways is *loose* and nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.document import Cell, Document, Table
from lint.text import fold

_NUMBER = re.compile(r"[(+-]?[¥￥]?-?\d[\d,]*(?:\.\d+)?\)?(?:%|‰|[万亿]?元|分|人次?|个|辆|台|套|项|次|户)?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_LINE = 160
"""How long a line of words above a table may be to serve as its header."""
_BREAKS = re.compile(r"\s*[\r\n]\s*")
_BLANKS = re.compile(r"\s+")
_INDEX_ROW = re.compile(r"栏次|列次|行次")
_RATE = re.compile(r"率|占比|比重|比例|[增升降减]幅|%")
_BLANK = frozenset("-—–－―/\\*·. ")
_KEY_VALUE = re.compile(
    r"^(?:编制|填报|填制)?(?:单位|部门|日期|时间)(?:名称)?[：:]|^(?:金额)?单位[：:]|^(?:项目|单位|部门)名称$|^(?:实施|主管|填报)(?:单位|部门)$"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in its place. `text` is folded; `column` may differ from the cell's own where a ragged row was aligned."""

    cell: Cell
    text: str
    column: int
    columns: int = 1

    @property
    def is_number(self) -> bool:
        return bool(_NUMBER.fullmatch(self.text))

    @property
    def is_blank(self) -> bool:
        """Nothing in it, or only a dash or a stroke."""
        return all(char in _BLANK for char in self.text)

    @property
    def is_words(self) -> bool:
        return not self.is_blank and not self.is_number


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its slots from left to right; `loose` where they could not be put under columns beyond doubt.

    `fresh` where a run of longer rows begins that the header above does not fit.
    """

    table: Table
    index: int
    slots: tuple[Slot, ...]
    header: bool = False
    loose: bool = False
    fresh: bool = False

    def at(self, column: int) -> Slot | None:
        """The slot that begins in a column."""
        return next((slot for slot in self.slots if slot.column == column), None)


def rows_of(document: Document, table: Table) -> list[Row]:
    """The rows of a table, header rows marked, ragged rows aligned."""
    rows = [
        Row(table, index, tuple(Slot(cell, _text(document, cell), cell.column, cell.columns) for cell in cells))
        for index, cells in enumerate(table.rows())
    ]
    ragged = table.width > 1 and len({len(row.slots) for row in rows}) > 1 and all(cell.columns == cell.rows == 1 for cell in table.cells)
    marked = _mark_headers(rows)
    if marked and not marked[0].header:
        marked = [*_spoken_header(document, marked[0]), *marked]
    return list(_align(marked)) if ragged else marked


def _spoken_header(document: Document, first: Row) -> list[Row]:
    """The header that stands as a line of words above a table of plain text: one word for each number column."""
    wanted = len(first.slots) - 1
    if wanted < 2 or not first.slots[0].is_words or not all(slot.is_number or slot.is_blank for slot in first.slots[1:]):
        return []
    start = first.table.span.start
    line = fold(document.text[max(0, start - _LINE) : start].rstrip().rpartition("\n")[2])
    words = line.split()[-wanted:]
    if len(words) < wanted or any(_DIGIT.search(word) or word[-1] in "。；，：" for word in words):
        return []
    return [Row(first.table, -1, tuple(Slot(first.slots[index].cell, word, index) for index, word in enumerate(words, 1)), header=True)]


def _text(document: Document, cell: Cell) -> str:
    text = fold(document.text[cell.span.start : cell.span.end]).strip()
    return _BLANKS.sub(" ", _BREAKS.sub("", text)) if len(text) > 1 else text


def _mark_headers(rows: list[Row]) -> list[Row]:
    """Rows of words alone, in at least two columns, above a row with numbers: header rows. A 栏次 row belongs to them."""
    marked = [replace(row, header=_is_index(row)) for row in rows]
    numbers: set[int] = set()
    for index, row in enumerate(marked):
        figures = [slot.column for slot in row.slots if slot.is_number]
        if figures and not row.header and not _only_years(row):
            numbers.update(figures)
        elif not row.header and _looks_like_header(row, numbers):
            marked[index] = replace(row, header=True)
            if not _all_below_are_words(marked, index):
                numbers = set()
    return marked


def _is_index(row: Row) -> bool:
    """栏次 1 2 3, or a row of nothing but 1, 2, 3 …"""
    if row.slots and _INDEX_ROW.match(row.slots[0].text):
        return True
    values = [slot.text for slot in row.slots if not slot.is_blank]
    return len(values) > 2 and values == [str(number) for number in range(1, len(values) + 1)]


def _only_years(row: Row) -> bool:
    return all(_YEAR.fullmatch(slot.text) for slot in row.slots if slot.is_number)


def _looks_like_header(row: Row, numbers: set[int]) -> bool:
    words = [slot for slot in row.slots if slot.is_words or _YEAR.fullmatch(slot.text)]
    if not words or any(_KEY_VALUE.search(slot.text) for slot in words):
        return False
    if not numbers:
        return True
    over = sum(
        1 for slot in words if any(column in numbers for column in range(slot.column, slot.column + slot.columns)) and len(slot.text) > 1
    )
    return over >= 1 and len(words) >= 2


def _all_below_are_words(rows: list[Row], index: int) -> bool:
    return not any(slot.is_number for row in rows[index + 1 :] for slot in row.slots)


def _align(rows: list[Row]) -> Iterator[Row]:
    """Rows of plain text under the header above them, or under the longest rows around them where there is none."""
    header: Row | None = None
    kinds: dict[int, str] = {}
    wide = 0
    for index, row in enumerate(rows):
        if row.header:
            header = _widened(row) if row.slots[0].column == 0 and len(row.slots) + 1 in _body_widths(rows, index) else row
            wide = header.slots[-1].column + 1
            kinds = {slot.column: "rate" if _RATE.search(slot.text) else "number" for slot in header.slots if slot.column}
            yield header
        elif index == 0 or len(row.slots) > wide:
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


def _widened(row: Row) -> Row:
    """A header without a cell above the labels: its first cell holds the title and, as its last word, the first column's name."""
    first, *rest = row.slots
    title, _, last = first.text.rpartition(" ")
    slots = [Slot(first.cell, title, 0), Slot(first.cell, last, 1), *(replace(slot, column=slot.column + 1) for slot in rest)]
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


_TOTAL_LABEL = re.compile(
    r"(?:[收支]入?出?|本年|本期|本月|全年|当年|年度|资金|项目|支出|收入|[一-鿿]{0,8})?(?:合计|总计|共计|小计|总额|总和|总量)(?:数|\(.{1,6}\))?[：:]?|总[“\"].{2,12}|合\s*计|总\s*计|小\s*计|总金额|总支出|总收入"
)


def is_total_label(text: str) -> bool:
    """Whether a row's label announces a total: 合计, 支出总计, 年度资金总额, 总“三公”经费支出."""
    return bool(_TOTAL_LABEL.fullmatch(text.replace(" ", "")))
