"""Headers of score tables: which columns hold indicators, full marks, scores and points taken off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint.document import Cell
from lint.facts.scores.cells import Cells
from lint.pattern import pattern

_RATER = r"(?:自评|自查|评价|考评|复评|复核|评估|评审|考核|绩效|综合|实际|最终|单位|部门|财政|本项|指标)*"
_AWARDED = pattern(rf"{_RATER}(?:得分|评分|自评分|实得分?|打分|分数|自评得分|(?<=[核评审定])分)(?:\([^)]{{0,16}}\))?$")
_FULL = pattern(rf"{_RATER}(?:标准)?(?:分值|权重|满分|标准分|权值|配分|总分值|分值权重|分值/权重)(?:值|数)?(?:\([^)]{{0,8}}\))?$")
_OFF = pattern(r"(?:自评|评价)?(?:扣分|扣减分|失分|扣减)(?:值|数|分值|情况)?(?:\(分\))?$")
_NOTE = pattern(r"(?:扣分|失分|评分|得分|偏差|自评).{0,4}(?:说明|原因|依据|理由|情况)|^(?:备注|说明)$")
_BARE = pattern(r"名称|内容|指标|指标名称")
_KEY = pattern(r"[一二三四]级指标")
_NAME = pattern(r"指标|项目|名称|内容|因素|要素|类别|维度")
_INDICATOR = pattern(r"内容|因素|要素|维度")
_NO_NAME = pattern(
    r"指标值|性质|方向|说明|解释|解读|标准|单位|完成|年度|年初|全年|预算|执行|序号|评分|实际|目标值|依据|原因|备注|措施|资金(?!项)"
)
_TOTAL = pattern(r"(?:合计|总计|共计|总分|总得分|综合得分|自评总分|自评得分|评价总分|得分合计|分值合计|总分值)(?:\(?\d*分?\)?)?[：:]?$")


@dataclass(frozen=True)
class Columns:
    """Which columns hold what: keys from the outermost level on; full marks, scores and points off by the key they stand behind.

    `values` are all columns of full marks and scores, `more` tells that there is a further column of scores;
    `notes` are those of reasons, which may say what was taken off.
    """

    keys: tuple[int, ...]
    full: dict[int, int]
    awarded: dict[int, int]
    off: dict[int, int]
    values: tuple[int, ...]
    more: bool
    notes: tuple[int, ...] = ()


def is_awarded(text: str) -> bool:
    """Whether a header announces awarded scores."""
    return bool(_AWARDED.match(text))


def is_full(text: str) -> bool:
    """Whether a header announces full marks."""
    return bool(_FULL.match(text))


def is_total(text: str) -> bool:
    """Whether a label announces the total of the table."""
    return bool(_TOTAL.match(text))


def columns_of(cells: Cells, row: int, rank: int = 0) -> Columns | None:
    """The columns that a row announces; None if it is no header of scores.

    Where several scores stand side by side (自评得分, 复评得分), `rank` chooses: 0 the first, with the full
    marks; 1 the second, scores alone.
    """
    heads = {
        column: _head(cells, cell, row, column)
        for column in range(cells.table.width)
        if (cell := cells.at(row, column)) and cell.column == column
    }
    return columns_in(heads, rank)


def _head(cells: Cells, cell: Cell, row: int, column: int) -> str:
    """The words of a header cell; where it only says 名称, those of the group above it (一级指标 over 名称 and 分值)."""
    text = cells.text(cell)
    above = cells.at(row - 1, column) if cell.row == row and _BARE.fullmatch(text) else None
    return cells.text(above) if above is not None and above.columns > 1 else text


def columns_in(heads: Mapping[int, str], rank: int = 0) -> Columns | None:
    """The same for a header given as words by column."""
    if not any("分" in text or "权" in text for text in heads.values()):
        return None  # most rows: whatever is scored is called 分 or 权
    awarded = [column for column, text in heads.items() if is_awarded(text)]
    full = [column for column, text in heads.items() if is_full(text)]
    if not (awarded or full) or len(heads) < 2:
        return None
    keys = [column for column, text in heads.items() if _KEY.search(text)]
    first = min(awarded + full)
    if not keys:
        keys = [column for column, text in heads.items() if column < first and _NAME.search(text) and not _NO_NAME.search(text)]
    if not keys:
        keys = [column for column in heads if column < first][:1]
    if not keys:
        return None
    if not full and not any("指标" in heads[key] or _INDICATOR.search(heads[key]) for key in keys):
        return None
    chosen = _behind(keys, awarded)
    for _ in range(rank):
        awarded = [column for column in awarded if column not in chosen.values()]
        chosen = _behind(keys, awarded)
    taken = [column for column, text in heads.items() if _OFF.match(text)] if not rank else []
    return Columns(
        tuple(keys),
        {} if rank else _behind(keys, full),
        chosen,
        _behind(keys, taken),
        tuple(sorted(full + awarded)),
        len(awarded) > len(chosen),
        tuple(column for column, text in heads.items() if _NOTE.search(text)) if not rank else (),
    )


def _behind(keys: list[int], columns: list[int]) -> dict[int, int]:
    """Value columns by the position of the key they belong to: one behind each key, or one behind them all."""
    found: dict[int, int] = {}
    for column in sorted(columns):
        before = [position for position, key in enumerate(keys) if key < column]
        if before:
            found.setdefault(before[-1], column)
    return found
