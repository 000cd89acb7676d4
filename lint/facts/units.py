"""Units that stand apart from their numbers: 单位：万元 above a table, （万元） in its header or at the head of a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lint.document import Cell, Document, Table
from lint.text import fold

_CAPTION = re.compile(r"(?:金额)?单位[：:]?\s*(?P<unit>(?:人民币)?(?:万亿|亿|百万|千万|万|千)?元|%|分|人|个)")
_BRACKET = re.compile(r"[(\[](?:单位[：:]?)?(?P<unit>(?:万亿|亿|百万|千万|万|千)?元|%|人次|人|个|户|分|辆|台|套|项)[)\]]")
_RATE = re.compile(r"率|占比|比重|比例|幅度|增幅|%")
_SCORE = re.compile(r"分值|得分|权重|满分|标准分|扣分|评分|自评分|分数")
_COUNT = re.compile(r"数量|人数|个数|次数|批次|户数|编码|序号|行次|年度|科目|面积|人次|页码|栏次")
_REACH = 160
"""How many characters above a table its caption may begin."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its scale word: 万元 is ``Unit("元", "万")``."""

    unit: str
    scale: str = ""

    @classmethod
    def of(cls, text: str) -> Unit:
        bare = text.removeprefix("人民币")
        return cls("元", bare.removesuffix("元")) if bare.endswith("元") else cls(bare)


def column_units(document: Document, table: Table) -> dict[int, Unit]:
    """The unit that every cell without one of its own has, by the offset at which the cell begins.

    A row's own bracket outranks its column's, the column's header outranks the caption; a caption in 元 does
    not reach columns of rates, scores or counts.
    """
    caption = _caption(document, table)
    headers: dict[int, str] = {}
    rows: dict[int, str] = {}
    for cell in table.cells:
        text = fold(document.quote(cell.span))
        if not _is_number(text):
            if text:
                for column in range(cell.column, min(cell.column + cell.columns, table.width)):
                    if cell.row < 4:
                        headers[column] = headers.get(column, "") + text
            rows[cell.row] = rows.get(cell.row, "") + "\t" + text
    found: dict[int, Unit] = {}
    for cell in table.cells:
        if unit := _unit(rows.get(cell.row, ""), headers.get(cell.column, ""), caption):
            found[cell.span.start] = unit
    return found


def _unit(row: str, header: str, caption: Unit | None) -> Unit | None:
    for text in (row, header):
        if match := _BRACKET.search(text):
            return Unit.of(match["unit"])
    if caption is None or _RATE.search(header) or _SCORE.search(header) or _COUNT.search(header):
        return None
    if caption.unit == "元" and (_RATE.search(row) or _COUNT.search(row)):
        return None
    return caption


def _caption(document: Document, table: Table) -> Unit | None:
    above = document.text[max(0, table.span.start - _REACH) : table.span.start]
    first = " ".join(document.quote(cell.span) for cell in table.cells if cell.row == 0)
    matches = list(_CAPTION.finditer(fold(above))) + list(_CAPTION.finditer(fold(first)))
    return Unit.of(matches[-1]["unit"]) if matches else None


def _is_number(text: str) -> bool:
    return bool(text) and all(char in "0123456789.,-%—/ " for char in text)


def is_score_header(text: str) -> bool:
    """Whether a column header announces scores or full marks."""
    return bool(_SCORE.search(text))


def is_rate_header(text: str) -> bool:
    """Whether a column header announces percentages."""
    return bool(_RATE.search(text))
