"""Tables without rulings, or with level or upright ones alone: numbers under each other below a line that names them.

Running text is never one, and a table that is only partly understood is left as text and told: half a table adds up
to nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lint.pattern import pattern
from lint.readers.pdf.aligned import FEWEST_COLUMNS, Band, Strip, bands, cut, middles, narrowed, numbers_of, pieces
from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.lines import Line
from lint.readers.pdf.ruled import Filler, Grid
from lint.readers.pdf.rulings import Edge

_ACROSS = 0.6
"""The part of a table's width that a rule between two rows must cover."""
_HEADER = 3.0
"""Ems from a line of the header to the next line, at most."""
_WRAPPED = 1.5
"""Ems between the lines of one name, at most; the names of groups of columns stand further above."""
_STACKED = 0.5
"""Ems by which the lines of one wrapped name may be off centre."""
_FIRMLY = 0.75
"""A line of labels belongs to the row that is nearer by this factor; else it is a row of its own."""
_BELOW = 3
"""Lines after a table that must not look like more of it."""
_LETTER = pattern(r"[^\W\d_]")
_CAPTION = pattern(r"[:：。；]|单位\S*元")
_BESIDE = pattern(r"[^\W\d_].*\s[-—+]?\d[\d,，]*(?:\.\d+)?[%％]?$")
_YEAR = pattern(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Unruled:
    """The tables without rulings of a page and the runs outside them. Not `whole`: one or more could not be made out.

    `high` and `low` tell whether the first stands at the top of the page's text and the last at its bottom.
    """

    grids: tuple[Grid, ...]
    rest: tuple[Run, ...]
    whole: bool
    high: bool
    low: bool


def unruled(page: int, lines: Sequence[Line], edges: list[Edge], runs: list[Run]) -> Unruled | None:
    """What a page holds of tables without rulings; None if no numbers stand under each other."""
    found = list(bands(lines))
    if not found:
        return None
    rules = [edge for edge in edges if edge["orientation"] == "h"]
    high, low = found[0].first <= 2 * _BELOW, found[-1].last >= len(lines) - _BELOW
    taken = {at for band in found for at in range(band.first, band.last + 1)}
    if any(len(numbers_of(line)) >= FEWEST_COLUMNS for at, line in enumerate(lines) if at not in taken):
        return Unruled((), (), False, high, low)  # a form, of which the bands are but a part
    grids: list[Grid] = []
    rest = runs
    for band in found:
        grid = _Plan(band, lines, rules).filler()
        if grid is None:
            return Unruled((), (), False, high, low)
        inside, rest = grid.share(rest)
        grids.append(grid.grid(page, inside))
    return Unruled(tuple(grids), tuple(rest), True, high, low)


class _Plan:
    """How the lines of a band are parted into a header, rows and columns."""

    def __init__(self, band: Band, lines: Sequence[Line], rules: list[Edge]) -> None:
        self._band, self._lines = band, lines
        self._gutters: list[list[Strip]] = band.gutters
        self._lead: list[int] = []
        body = lines[band.first : band.last + 1]
        self._left, self._right = min(line.left for line in body), max(line.right for line in body)
        width = self._right - self._left
        self._rules = sorted(rule["top"] for rule in rules if min(rule["x1"], self._right) - max(rule["x0"], self._left) >= _ACROSS * width)

    def filler(self) -> Filler | None:
        """The cells, still empty; None if the band is no table or not surely all of one."""
        if not self._labelled() or self._mixed() or self._strays() or self._goes_on():
            return None
        header = self._header()
        if header is None:
            return None
        rows = [header, *self._rows()]
        lines = [self._lines[at] for row in rows for at in row]
        xs = [min(line.left for line in lines) - 1, *middles(self._gutters), max(line.right for line in lines) + 1]
        ys = [lines[0].top - 1, *(self._between(above, below) for above, below in pairwise(rows)), lines[-1].bottom + 1]
        return Filler([(x0, top, x1, bottom) for top, bottom in pairwise(ys) for x0, x1 in pairwise(xs)])

    def _labelled(self) -> bool:
        """Whether a column of words stands left of two columns of numbers, filled in most of the rows."""
        rows = [cut(self._lines[at], self._gutters) for at in self._band.rows]
        numeric = self._band.numeric
        labels = (at for at in range(len(numeric)) if not numeric[at] and sum(numeric[at:]) >= FEWEST_COLUMNS)
        return any(3 * sum(bool(_LETTER.search(cells[at])) for cells in rows) >= 2 * len(rows) for at in labels)

    def _mixed(self) -> bool:
        """Whether a column of words holds numbers beside them in half of the rows: two columns without a gutter."""
        rows = [cut(self._lines[at], self._gutters) for at in self._band.rows]
        for at, holds in enumerate(self._band.numeric):
            if not holds and 2 * sum(bool(_BESIDE.search(cells[at])) for cells in rows) >= len(rows):
                return True
        return False

    def _strays(self) -> bool:
        """Whether a number stands between the columns that were found first: there is one more, empty in those lines."""
        numbers = (piece for at in self._band.rows for piece in pieces(self._lines[at]) if piece.number)
        return any(all(piece.right < left or right < piece.left for left, right in self._band.inked) for piece in numbers)

    def _goes_on(self) -> bool:
        """Whether numbers stand in the columns below the last line that was taken in."""
        edges = middles(self._gutters)
        last = self._band.last
        for line in self._lines[last + 1 : last + 1 + _BELOW]:
            if not 0 < line.base - self._lines[last].base < 2 * _BELOW * line.size:
                return False
            found = pieces(line)
            numbers = [piece for piece in found if piece.number and self._band.numeric[bisect_left(edges, piece.middle)]]
            if numbers and len(found) > 1:
                return True
        return False

    def _header(self) -> list[int] | None:
        """The lines that name the columns of numbers; None if not all are named, or by groups of columns."""
        head: list[int] = []
        named: list[str] = [""] * len(self._band.numeric)
        for at in range(self._band.first - 1, -1, -1):
            line, below = self._lines[at], self._lines[at + 1]
            whole = all(name for name, holds in zip(named, self._band.numeric, strict=True) if holds)
            if not 0 < below.base - line.base < _HEADER * below.size or _CAPTION.search(line.text):
                break
            if whole and (self._ruled(at, at + 1) or self._is_title(line)):
                break
            kept = narrowed(self._gutters, [True] * len(named), line)
            if not head and not whole and self._is_label(at):
                self._lead.insert(0, at)
                continue
            if kept is None or (whole and below.base - line.base > below.size and not self._wraps(line, head)):
                return None
            self._gutters = kept[0]
            head.insert(0, at)
            names = cut(line, self._gutters)
            if any(" " in name for name, holds in zip(names, self._band.numeric, strict=True) if holds):
                return None  # of a column without numbers
            named = [text + name for text, name in zip(names, named, strict=True)]
        if not any(named):
            return self._years()
        return head if all(name for name, holds in zip(named, self._band.numeric, strict=True) if holds) else None

    def _years(self) -> list[int] | None:
        """The first row as a header, if its numbers are years."""
        first, *rest = self._band.rows
        cells = cut(self._lines[first], self._gutters)
        if first != self._band.first or not all(_YEAR.match(text) for text, holds in zip(cells, self._band.numeric, strict=True) if holds):
            return None
        self._band.first, self._band.rows = first + 1, rest
        return [first]

    def _is_title(self, line: Line) -> bool:
        """Whether a line above a header is one piece, and set by the width of the table and not over some of its columns."""
        slack = 2 * line.size
        sides = line.left - self._left, self._right - line.right
        centred = abs(sides[0] - sides[1]) < slack
        return len(pieces(line)) == 1 and (centred or min(abs(side) for side in sides) < slack)

    def _is_label(self, at: int) -> bool:
        """Whether a line above the first row is the beginning of its label: words alone, and nearer to it than to the line above."""
        line = self._lines[at]
        kept = narrowed(self._gutters, self._band.numeric, line)
        if at == 0 or kept is None or len(kept[0]) != len(self._gutters) or self._ruled(at, at + 1):
            return False
        cells = cut(line, kept[0])
        steps = line.base - self._lines[at - 1].base, self._lines[at + 1].base - line.base
        return not any(text for text, holds in zip(cells, self._band.numeric, strict=True) if holds) and steps[1] < _FIRMLY * steps[0]

    def _wraps(self, line: Line, head: list[int]) -> bool:
        """Whether every piece of a line is the beginning of a name that goes on centred close below it."""
        if self._lines[head[0]].base - line.base > _WRAPPED * line.size:
            return False
        below = [piece for at in head for piece in pieces(self._lines[at])]
        near = _STACKED * line.size
        return all(any(abs(piece.middle - other.middle) <= near for other in below) for piece in pieces(line))

    def _rows(self) -> list[list[int]]:
        """The lines of each row: one with numbers, and the lines of labels that belong to it."""
        numbered = self._band.rows
        boxed = all(self._ruled(above, below) for above, below in pairwise(numbered))
        rows = {at: [at] for at in numbered}
        rows[numbered[0]].extend(self._lead)
        for at in range(self._band.first, self._band.last + 1):
            if at in numbered:
                continue
            following = bisect_left(numbered, at)
            above, below = numbered[following - 1], numbered[following]
            steps = [abs(self._lines[other].base - self._lines[at].base) for other in (above, below)]
            if boxed:
                owner = below if self._ruled(above, at) else above
            elif min(steps) < _FIRMLY * max(steps):
                owner = above if steps[0] < steps[1] else below
            else:
                owner = at
            rows.setdefault(owner, []).append(at)
        return sorted(sorted(row) for row in rows.values())

    def _ruled(self, above: int, below: int) -> bool:
        return self._rule(self._lines[above].bottom, self._lines[below].top) is not None

    def _rule(self, top: float, bottom: float) -> float | None:
        """A rule across the table between two heights, with a point to spare."""
        return next((y for y in self._rules if top - 1 <= y <= bottom + 1), None)

    def _between(self, above: list[int], below: list[int]) -> float:
        bottom, top = max(self._lines[at].bottom for at in above), min(self._lines[at].top for at in below)
        rule = self._rule(bottom, top)
        return (bottom + top) / 2 if rule is None else rule
