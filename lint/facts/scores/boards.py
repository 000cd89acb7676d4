"""Score tables whose headers say which column is the full mark and which the score.

Merged key cells and their caps (产出指标（50分）) give the levels; a second header row inside the table (the
money block of a self-evaluation form above its indicators) sets the columns anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from lint.document import Cell
from lint.facts.scores import marks
from lint.facts.scores.apportion import APPORTIONED, apportioned
from lint.facts.scores.balance import Group, group
from lint.facts.scores.cells import CAP, Cells
from lint.facts.scores.heads import Columns, columns_of, is_total
from lint.facts.scores.nodes import Item, Side, gathered, grow
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.outline import mark_of
from lint.pattern import pattern
from lint.say import Say

_SUBTOTAL = pattern(r"小计[：:]?$")
_STATED = pattern(r"(?:自评|评价|综合|总)+(?:得分|总分|评分|分)[：:]?(?:\d+(?:\.\d+)?分?)?$")


@dataclass
class Board:
    """One score table while it is read; `level` as in `Tree`, `scope` as in `Total`."""

    items: list[Item] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    sections: list[Group] = field(default_factory=list)
    since: int = 0
    level: bool = True
    scope: str = ""

    @property
    def whole(self) -> bool:
        """Whether the full marks read so far add up to their total, or to 100 where none is printed."""
        wanted = next((total.full.value for total in self.totals if total.full is not None), Fraction(100))
        return sum(node.full.value for node in gathered(grow(self.items), "full")[0] if node.full) == wanted

    def follow(self, other: Board) -> None:
        """Take up the rows of the table that this one continues."""
        self.items[:0], self.totals[:0], self.sections[:0] = other.items, other.totals, other.sections
        self.level = self.level and other.level

    def tree(self) -> Tree | None:
        if not any(item.scored for item in self.items):
            return None
        items, note = self._levelled()
        nodes = grow(items)
        totals = tuple(replace(total, scope=self.scope) for total in self.totals)
        return Tree(nodes, "table", totals, level=self.level, sections=tuple(self.sections), note=note)

    def _levelled(self) -> tuple[list[Item], Say | None]:
        """The items; those of a table without levels with levels that their full marks tell, and a note that they were inferred.

        Scores that add up as they stand tell that there are none, and that a full mark is wrong.
        """
        full = next((total.full.value for total in self.totals if total.full is not None), None)
        scores = sum(item.awarded.value for item in self.items if item.awarded is not None)
        flat = any(total.awarded is not None and total.awarded.value == scores for total in self.totals)
        if full is None or self.whole or flat or len({item.depth for item in self.items}) > 1:
            return self.items, None
        inferred = apportioned(self.items, full, scored=True)
        return (inferred, APPORTIONED) if inferred else (self.items, None)


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
    last = fresh[-1][2]
    last.off = tuple(figure for figure in taken if figure is not None and figure.value >= 0)
    if not last.off:
        last.off, last.worded = tuple(cells.taken_off(row, columns.notes)), True
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
