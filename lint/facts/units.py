"""Units that stand apart from their numbers: 单位：万元 above a table, （万元） in its header or at the head of a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Document, Table
from lint.facts.grid import Row, is_total_label
from lint.pattern import pattern
from lint.text import fold

_MONEY = "(?:万亿|亿|百万|千万|万|千)?元"
_CAPTION = pattern(rf"(?:金额)?单位[：:]?\s*(?:人民币)?(?P<unit>{_MONEY}|%|分|人|个)|[(\[](?:人民币)?(?P<bracket>{_MONEY})[)\]]")
_BRACKET = pattern(rf"[(\[](?:单位[：:]?)?(?P<unit>{_MONEY}|%|人次|人|个|户|分|辆|台|套|项)[)\]]")
_RATE = pattern(r"率|占比|比重|比例|幅度|增幅|[增升降减]幅|%")
_SIGNED = pattern(r"[^\d\s(\[]%$")
"""A header that ends with the sign itself: 增减%."""
_SCORE = pattern(r"分值|得分|权重|满分|标准分|扣分|评分|自评分|分数")
_COUNT = pattern(r"数量|人数|个数|次数|批次|户数|编码|代码|序号|行次|面积|人次|页码|栏次|^年[度份]$")
_PEOPLE = pattern(r"(?:编制|实有|在职|在编|在岗|退休)(?:人员)?(?:人)?数$|^(?:总)?人数$")
_COUNT_ROW = pattern(r"人数|个数|次数|批次|户数|人次|面积|数量")
_RATE_ROW = pattern(r"率(?:\(|$|\t)|占比|比重|比例")
_CODE_HEAD = pattern(r"编码|代码|序号|行次|栏次")
_CODE = pattern(r"\d{1,7}")
_REACH = 160
"""How many characters above a table its caption may begin."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its scale word: 万元 is ``Unit("元", "万")``."""

    unit: str
    scale: str = ""

    @classmethod
    def of(cls, text: str) -> Unit:
        return cls("元", text.removesuffix("元")) if text.endswith("元") else cls(text)


def column_units(document: Document, table: Table, rows: Sequence[Row]) -> dict[int, Unit]:
    """The unit that every cell without one of its own has, by the offset at which the cell begins.

    A column of scores, rates or counts takes its unit from its own header alone; else a row's bracket
    outranks its column's, and the column's header the caption. Columns of
    codes have no unit.
    """
    above = caption = _caption(document, table, rows) or _of_total(rows)
    codes = code_columns(rows)
    percents, signed = _percent_columns(rows, 2), _percent_columns(rows, 1)
    found: dict[int, Unit] = {}
    heading = False
    for row, headers, label in _read(rows):
        if row.fresh:
            above = caption = None
        if row.header:
            caption = _headed(row) or (caption if heading else above)
            heading = True
            continue
        heading = False
        own = _BRACKET.search(label)
        other = bool(_RATE_ROW.search(label) or _COUNT_ROW.search(label))
        for slot in row.slots:
            if slot.column in codes or not slot.is_number:
                continue
            header = headers.get(slot.column, "")
            if _RATE.search(header) and slot.column in (signed if _SIGNED.search(header) else percents):
                found[slot.cell.span.start] = Unit("%")
            elif unit := _unit(own, header, None if other and caption and caption.unit == "元" else caption):
                found[slot.cell.span.start] = unit
    return found


def code_columns(rows: Sequence[Row]) -> frozenset[int]:
    """The columns that hold subject codes or row numbers: short whole numbers to the left of all words, or where the header says so."""
    body = [row for row in rows if not row.header]
    words = Counter(slot.column for row in body for slot in row.slots if slot.is_words)
    if not words:
        return frozenset()
    most = max(words.values())
    named = min(column for column, count in words.items() if count * 2 > most)
    heads = {slot.column: slot.text for row in rows if row.header for slot in row.slots}
    found: set[int] = set()
    for column in {slot.column for row in body for slot in row.slots}:
        numbers = [slot.text for row in body if (slot := row.at(column)) and slot.is_number]
        if numbers and all(_CODE.fullmatch(text) for text in numbers) and (column < named or _CODE_HEAD.search(heads.get(column, ""))):
            found.add(column)
    return frozenset(found)


def _percent_columns(rows: Sequence[Row], least: int) -> frozenset[int]:
    """The columns whose numbers, all printed without a sign, are too large for ratios: 98.20 under 执行率 is 98.20%.

    That is where one has `least` digits, sign and leading zeros not counted there, before its point: 2, or 1 under a header that has the sign.
    """
    values: dict[int, list[str]] = {}
    for row in rows:
        for slot in row.slots:
            if slot.is_number and not row.header:
                values.setdefault(slot.column, []).append(slot.text)
    return frozenset(
        column
        for column, texts in values.items()
        if not any("%" in text for text in texts)
        and any(len(text.partition(".")[0].lstrip("-+0" if least == 1 else "")) >= least for text in texts)
    )


def _read(rows: Sequence[Row]) -> Iterator[tuple[Row, dict[int, str], str]]:
    """Every row with the header text above each column and the words at its head, cells merged downwards included."""
    headers: dict[int, str] = {}
    after_header = False
    hanging: list[tuple[int, str]] = []
    for row in rows:
        if row.header:
            if not after_header:
                headers = {}
            for slot in row.slots:
                for column in range(slot.column, slot.column + slot.columns):
                    headers[column] = headers.get(column, "") + slot.text
        after_header = row.header
        hanging = [(end, text) for end, text in hanging if end > row.index]
        own = [slot.text for slot in row.slots if slot.is_words]
        yield row, headers, "\t".join([text for _, text in hanging] + own)
        hanging += [(row.index + slot.cell.rows, slot.text) for slot in row.slots if slot.is_words and slot.cell.rows > 1]


def _unit(row: re.Match[str] | None, header: str, caption: Unit | None) -> Unit | None:
    """The unit by the bracket at the head of the row, by the header, or by the caption, which is None where it cannot be of this row."""
    own = _BRACKET.search(header)
    if _PEOPLE.search(header) and not own:
        return Unit("人")
    if _RATE.search(header) or _SCORE.search(header) or _COUNT.search(header):
        return Unit.of(own["unit"]) if own else None
    match = row or own
    return Unit.of(match["unit"]) if match else caption


def _headed(row: Row) -> Unit | None:
    """The unit that the first cell of a header gives for all columns: 项目资金（万元）."""
    match = _CAPTION.search(row.slots[0].text) if row.slots else None
    return Unit.of(match["unit"] or match["bracket"]) if match else None


def _of_total(rows: Sequence[Row]) -> Unit | None:
    """The unit that only the label of the total gives: 总计（万元）."""
    labels = [row.slots[0].text for row in rows if not row.header and row.slots and is_total_label(row.slots[0].text)]
    match = _BRACKET.search(labels[-1]) if labels else None
    return Unit.of(match["unit"]) if match and match["unit"].endswith("元") else None


def _caption(document: Document, table: Table, rows: Sequence[Row]) -> Unit | None:
    """The unit above a table; one that says nothing of it has that of the tables right above it under the same header."""
    at = bisect_right(document.tables, table.span.start, key=lambda other: other.span.end)
    notes = " ".join(slot.text for row in rows[:4] for slot in row.slots if "单位" in slot.text)
    head = _first(document, table)
    while True:
        floor = document.tables[at - 1].span.end if at else 0
        above = fold(document.text[max(floor, table.span.start - _REACH) : table.span.start])
        matches = [match for text in (above, notes) for match in _CAPTION.finditer(text)]
        if matches:
            return Unit.of(matches[-1]["unit"] or matches[-1]["bracket"])
        at -= 1
        if at < 0 or "单位：" in above or _first(document, document.tables[at]) != head:
            return None
        table, notes = document.tables[at], ""


def _first(document: Document, table: Table) -> list[str]:
    """What the cells of the first row say."""
    return [document.quote(cell.span).strip() for cell in next(table.rows(), ())]
