"""Score tables whose headers say which column is the full mark and which the score.

Merged key cells and their caps (产出指标（50分）) give the levels; a second header row inside the table (the
money block of a self-evaluation form above its indicators) sets the columns anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lint.document import Cell
from lint.facts import marks
from lint.facts.balance import Group, group
from lint.facts.cells import CAP, Cells
from lint.facts.nodes import Item, Side, grow
from lint.facts.tree import Total, Tree
from lint.figure import Figure
from lint.outline import mark_of

_RATER = r"(?:自评|自查|评价|考评|复评|复核|评估|评审|考核|绩效|综合|实际|最终|单位|部门|财政|本项|指标)*"
_AWARDED = re.compile(rf"{_RATER}(?:得分|评分|自评分|实得分?|打分|分数|自评得分)(?:\([^)]{{0,16}}\))?$")
_FULL = re.compile(rf"{_RATER}(?:标准)?(?:分值|权重|满分|标准分|权值|配分|总分值|分值权重|分值/权重)(?:值|数)?(?:\([^)]{{0,8}}\))?$")
_OFF = re.compile(r"(?:自评|评价)?(?:扣分|扣减分|失分|扣减)(?:值|数|分值|情况)?(?:\(分\))?$")
_KEY = re.compile(r"[一二三四]级指标")
_NAME = re.compile(r"指标|项目|名称|内容|因素|要素|类别|维度")
_INDICATOR = re.compile(r"内容|因素|要素|维度")
_NO_NAME = re.compile(
    r"指标值|性质|方向|说明|解释|解读|标准|单位|完成|年度|年初|全年|预算|执行|序号|评分|实际|目标值|依据|原因|备注|措施|资金(?!项)"
)
_TOTAL = re.compile(r"(?:合计|总计|共计|总分|总得分|综合得分|自评总分|自评得分|评价总分|得分合计|分值合计|总分值)(?:\(?\d*分?\)?)?[：:]?$")
_SUBTOTAL = re.compile(r"小计[：:]?$")
_STATED = re.compile(r"(?:自评|评价|综合|总)+(?:得分|总分|评分|分)[：:]?(?:\d+(?:\.\d+)?分?)?$")


@dataclass(frozen=True)
class Columns:
    """Which columns hold what: keys from the outermost level on; full marks, scores and points off by the key they stand behind.

    `more` tells that there is a further column of scores.
    """

    keys: tuple[int, ...]
    full: dict[int, int]
    awarded: dict[int, int]
    off: dict[int, int]
    more: bool


@dataclass
class Board:
    """One score table while it is read; `level` as in `Tree`, `scope` as in `Total`."""

    items: list[Item] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    sections: list[Group] = field(default_factory=list)
    since: int = 0
    level: bool = True
    scope: str = ""

    def tree(self) -> Tree | None:
        nodes = grow(self.items)
        if not any(item.scored for item in self.items):
            return None
        totals = tuple(replace(total, scope=self.scope) for total in self.totals)
        return Tree(nodes, "table", totals, level=self.level, sections=tuple(self.sections))


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
    heads: dict[int, str] = {}
    for column in range(cells.table.width):
        cell = cells.at(row, column)
        if cell is not None and cell.column == column:
            heads[column] = cells.text(cell)
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
    return Columns(tuple(keys), {} if rank else _behind(keys, full), chosen, _behind(keys, taken), len(awarded) > len(chosen))


def _behind(keys: list[int], columns: list[int]) -> dict[int, int]:
    """Value columns by the position of the key they belong to: one behind each key, or one behind them all."""
    found: dict[int, int] = {}
    for column in sorted(columns):
        before = [position for position, key in enumerate(keys) if key < column]
        if before:
            found.setdefault(before[-1], column)
    return found


def is_ragged(cells: Cells, header: int) -> bool:
    """Whether rows and header of a table without ruled cells do not line up."""
    table = cells.table
    counts = {row: sum(cell.columns for cell in found) for row, found in cells.rows()}
    merged = any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)
    return not merged and any(count != counts[header] for row, count in counts.items() if row > header and count > 1)


def read(cells: Cells, board: Board, columns: Columns | None, rank: int = 0) -> Columns | None:
    """Read the rows of a table into a board; `columns` are those of the table that it continues. Returns the last ones."""
    opened: dict[int, str] = {}
    for row, found in cells.rows():
        header = columns_of(cells, row, rank)
        if header is not None:
            columns, opened = header, {}
        elif columns is None:
            _stated(cells, found, board)
        else:
            _row(cells, row, found, columns, board, opened)
    return columns


def _stated(cells: Cells, found: list[Cell], board: Board) -> None:
    """A total in the head of a form: 自评得分：98, or the label in one cell and the number in the next."""
    for cell, following in zip(found, [*found[1:], None], strict=True):
        text = cells.text(cell)
        if _STATED.match(text):
            figures = [token.figure for token in cells.tokens(cell) if marks.is_score(token)]
            beside = cells.number(following)
            if figures or beside is not None:
                board.totals.append(Total(text.rstrip("：0123456789.分") or "总分", figures[0] if figures else beside))


def _row(cells: Cells, row: int, found: list[Cell], columns: Columns, board: Board, opened: dict[int, str]) -> None:
    label = next((text for cell in found if (text := cells.text(cell))), "")
    leaf = len(columns.keys) - 1
    if is_total(label) or _SUBTOTAL.search(label):
        _sum(cells, row, label, columns, board)
        return
    fresh: list[tuple[int, Cell, Item]] = []
    for position, column in enumerate(columns.keys):
        cell = cells.at(row, column)
        name = cells.text(cell)
        if cell is None or cell.row != row or not name or (fresh and fresh[-1][1] is cell):
            continue
        if _SUBTOTAL.search(name):
            _sum(cells, row, name, columns, board)
            return
        if position < leaf and opened.get(position) == name and not any(other < position for other, _, _ in fresh):
            continue
        opened[position] = name
        depth = _depth(name) if not leaf else position + 1
        fresh.append((position, cell, Item(_bare(name), depth, cell.span, cells.cap(cell))))
    if not fresh and not any(cells.number(cells.at(row, column)) for column in columns.awarded.values()):
        return
    if not fresh:
        anchor = next((cell for cell in found if cells.text(cell)), found[0])
        fresh.append((leaf, anchor, Item(_bare(label), leaf + 1 if leaf else 9, anchor.span)))
    _fill(cells, row, columns.full, "full", fresh)
    _fill(cells, row, columns.awarded, "awarded", fresh)
    taken = (cells.number(cells.at(row, column)) for column in columns.off.values())
    fresh[-1][2].off = tuple(figure for figure in taken if figure is not None and figure.value >= 0)
    board.items.extend(item for position, _, item in fresh if item.scored or position < leaf)


def _depth(name: str) -> int:
    """The level of a name in a table with one key column, which tells levels by numbering: 一、投入 above 目标设定."""
    mark = mark_of(name)
    return mark.depth if mark is not None else 9


def _fill(cells: Cells, row: int, columns: dict[int, int], side: Side, fresh: list[tuple[int, Cell, Item]]) -> None:
    """Give the numbers of a row to the indicators that begin in it: a merged one to the key merged alike, else to the innermost."""
    for position, column in columns.items():
        cell = cells.at(row, column)
        figure = cells.number(cell)
        if cell is None or figure is None or cell.row != row:
            continue
        alike = [item for _, key, item in fresh if key.rows == cell.rows]
        exact = [item for place, _, item in fresh if place == position]
        owners = exact if len(columns) > 1 else alike or [fresh[-1][2]]
        owner = owners[-1] if owners else None
        if owner is not None and side == "full" and owner.full is None:
            owner.full = figure
        elif owner is not None and side == "awarded":
            owner.awarded = figure


def _sum(cells: Cells, row: int, label: str, columns: Columns, board: Board) -> None:
    """A row of totals, or a subtotal of the rows since the last one."""
    full = _first(cells, row, columns.full)
    awarded = _first(cells, row, columns.awarded)
    name = _bare(label)
    if not _SUBTOTAL.search(label):
        if full is not None or awarded is not None:
            board.totals.append(Total(name, awarded, full, in_table=True))
        return
    heads = [index for index, item in enumerate(board.items) if item.depth == 1 and index >= board.since]
    nodes = grow(board.items[heads[-1] if heads and len(columns.keys) > 1 else board.since :])
    board.since = len(board.items)
    sides: tuple[tuple[Side, Figure | None], ...] = (("full", full), ("awarded", awarded))
    for side, claimed in sides:
        made = group(name, claimed, side, nodes, manner="score-table") if claimed is not None else None
        if made is not None:
            board.sections.append(made)


def _first(cells: Cells, row: int, columns: dict[int, int]) -> Figure | None:
    for position in sorted(columns, reverse=True):
        if (figure := cells.number(cells.at(row, columns[position]))) is not None:
            return figure
    return None


def _bare(name: str) -> str:
    """A name without its numbering and its cap."""
    mark = mark_of(name)
    return CAP.sub("", name[mark.end :] if mark else name).strip("：:、 ") or name
