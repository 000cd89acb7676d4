"""A table as a reader of it sees it: header rows and body rows, every cell under the right column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lint.document import Cell, Document, Table
from lint.pattern import pattern
from lint.text import fold, numeral

_NUMBER = pattern(
    r"[(+-]?[¥￥]?-?\d[\d,]*(?:\.\d+)?\)?(?:%|‰|[万亿]元?|元|分|万?人次?|个|辆|台|套|项|次|户|场|所|家|座|公里|千米|米|万?亩|平方米|条|株|棵|份|篇|期|间|吨|处|名|批次?|件|只|头|册)?\)?-?"
)
_YEAR = pattern(r"(?:19|20)\d\d")
_BREAKS = pattern(r"\s*[\r\n]\s*")
_INDEX_ROW = pattern(r"栏次|列次|行次")
_BLANK = "-—–－―/\\*·. "
_NOTE = pattern(r"^(?:编制|填报|填制)?(?:单位|部门|日期|时间)(?:名称)?[：:]|^(?:金额)?单位[：:]")
_KEY = pattern(r"^(?:项目|单位|部门)名称$|^(?:实施|主管|填报)(?:单位|部门)$")
"""Words of a form beside their values; also words of a header, but then numbers follow."""
_LONGEST = 40
"""Characters that a header cell may have; longer ones are text."""
_FEWEST = 3
"""Fewer whole numbers that count on may be counts of things."""
_GAP = 2
"""A 栏次 row may leave out the number of a column that the table does not show."""
_WIDEST = 60
"""No table has more columns."""
_TOTAL_LABEL = pattern(
    r"(?:[^\W\d_A-Za-z]|[“”]){0,10}(?:合计|总计|共计|小计|总额|总和|总量)(?:数|\(.{1,6}\))?[：:]?|总[“\"].{2,12}|合\s*计|总\s*计|小\s*计|总金额|总支出|总收入|累\s*计|[Tt]otal"
)
_SCORE = pattern(r"总得?分")


@dataclass(frozen=True, eq=False, slots=True)
class Slot:
    """A cell in its place. `text` is folded; `column` may differ from the cell's own where a ragged row was aligned.

    A *blank* slot holds nothing, or only a dash or a stroke.
    """

    cell: Cell
    text: str
    column: int
    columns: int
    kind: Literal["number", "words", "blank"]

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def is_blank(self) -> bool:
        return self.kind == "blank"

    @property
    def is_words(self) -> bool:
        return self.kind == "words"


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A row of a table: its slots from left to right; `loose` where they could not be put under columns beyond doubt.

    `fresh` where a run of longer rows begins that the header above does not fit.
    """

    index: int
    slots: tuple[Slot, ...]
    header: bool = False
    loose: bool = False
    fresh: bool = False

    def at(self, column: int) -> Slot | None:
        """The slot that begins in a column."""
        if column < len(self.slots) and self.slots[column].column == column:
            return self.slots[column]
        for slot in self.slots:
            if slot.column == column:
                return slot
        return None


def rows_of(document: Document, table: Table) -> list[Row]:
    """The rows of a table, header rows marked."""
    start = table.span.start
    text = fold(document.text[start : table.span.end])

    def slot(cell: Cell) -> Slot:
        own = text[cell.span.start - start : cell.span.end - start].strip()
        if "\n" in own or "\r" in own:
            own = _BREAKS.sub("", own)
        own = _squeezed(own.split())
        return slot_of(cell, numeral(own).strip() if document.has_cells else own, cell.column, cell.columns)

    return mark_headers([Row(index, tuple(map(slot, cells))) for index, cells in enumerate(table.rows())])


def _squeezed(words: list[str]) -> str:
    """Words with one blank between them; none where single characters were spread out: 预 算 数, 执 行 率(%)."""
    if all(len(word) > 1 for word in words):
        return " ".join(words)
    text = ""
    for before, word in zip(["", *words], words, strict=False):
        spread = len(before) == 1 and not before.isascii() and not word[0].isascii() and word[1:2] in ("", "(")
        text += word if spread or not text else " " + word
    return text


def slot_of(cell: Cell, text: str, column: int, columns: int = 1) -> Slot:
    """A slot with its kind read from its text."""
    if not text.strip(_BLANK):
        return Slot(cell, text, column, columns, "blank")
    return Slot(cell, text, column, columns, "number" if _NUMBER.fullmatch(text) else "words")


def mark_headers(rows: list[Row]) -> list[Row]:
    """Rows of words alone, in at least two columns, above a row with numbers: header rows. A 栏次 row belongs to them."""
    marked = [
        replace(row, header=True) if is_index(row) or _is_counter(row, rows[index - 1 : index], rows[index + 1 : index + 2]) else row
        for index, row in enumerate(rows)
    ]
    numbers: set[int] = set()
    last = max((index for index, row in enumerate(rows) if any(slot.is_number for slot in row.slots)), default=-1)
    for index, row in enumerate(marked):
        figures = [slot.column for slot in row.slots if slot.is_number]
        if figures and not row.header and not _only_years(row):
            numbers.update(figures)
        elif not row.header and _looks_like_header(row, numbers, marked[index + 1 : index + 2]):
            marked[index] = replace(row, header=True)
            if index < last:
                numbers = set()
    return marked


def is_index(row: Row) -> bool:
    """栏次 1 2 3=1+2, or a row of nothing but 1, 2, 3 …"""
    if row.slots and _INDEX_ROW.match(row.slots[0].text):
        return any(slot.text[:1].isdigit() for slot in row.slots[1:])
    values = [slot.text.partition("=")[0].strip("()") for slot in row.slots if not slot.is_blank]
    return len(values) > 2 and values == [str(number) for number in range(1, len(values) + 1)]


def _is_counter(row: Row, above: list[Row], below: list[Row]) -> bool:
    """A 栏次 row of a part of a table (7 | 9 | 10 | 11): whole numbers that count on, without a label, between headers and numbers."""
    values = [slot.text for slot in row.slots]
    if len(values) < _FEWEST or not all(value.isdigit() for value in values) or not above or not below:
        return False
    counts = list(map(int, values))
    on = all(0 < later - earlier <= _GAP for earlier, later in pairwise(counts)) and counts[-1] - counts[0] <= len(counts)
    headed = not any(slot.is_number for slot in above[0].slots) and any(slot.is_number for slot in below[0].slots)
    return on and headed and counts[-1] <= _WIDEST


def _only_years(row: Row) -> bool:
    numbers = [slot for slot in row.slots if slot.is_number]
    return len(numbers) > 1 and all(_YEAR.fullmatch(slot.text) for slot in numbers)


def _looks_like_header(row: Row, numbers: set[int], following: list[Row]) -> bool:
    words = [slot for slot in row.slots if slot.is_words or _YEAR.fullmatch(slot.text)]
    if not words or any(_NOTE.search(slot.text) or "。" in slot.text or len(_own(row, slot)) > _LONGEST for slot in words):
        return False
    # 项目名称 | 道路维修 heads a form; merged over the rows below it, it heads a column
    beside_value = any(other.slots and other.slots[0].is_words and not any(slot.is_number for slot in other.slots) for other in following)
    if _KEY.search(words[0].text) and beside_value and words[0].cell.rows == 1:
        return False
    if not numbers:
        return True
    over = sum(
        1 for slot in words if any(column in numbers for column in range(slot.column, slot.column + slot.columns)) and len(slot.text) > 1
    )
    return over >= 1 and len(words) >= 2


def _own(row: Row, slot: Slot) -> str:
    """The words of a header cell; in plain text the title may stand before them in the first row."""
    return slot.text.rpartition(" ")[2] if row.index == 0 else slot.text


@lru_cache(maxsize=4096)
def is_total_label(text: str) -> bool:
    """Whether a row's label announces a total: 合计, 支出总计, 年度资金总额, 总“三公”经费支出."""
    return bool(_TOTAL_LABEL.fullmatch(text.replace(" ", "")))


def is_last(row: Row) -> bool:
    """Whether a row is the total of all above it, in money or in points: nothing of its table follows."""
    label = next((slot.text for slot in row.slots if slot.text), "")
    return bool(_SCORE.fullmatch(label)) or (is_total_label(label) and "小" not in label)
