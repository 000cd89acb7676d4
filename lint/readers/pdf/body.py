"""The lines of a page in which numbers stand under each other, the rules between them, and whether they can be a table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lint.pattern import pattern
from lint.readers.pdf.aligned import FEWEST_COLUMNS, Band, cut, middles, pieces
from lint.readers.pdf.lines import Line
from lint.readers.pdf.rulings import Edge

_ACROSS = 0.6
"""The part of a table's width that a rule between two rows must cover."""
_BELOW = 3
"""Lines after a table that must not look like more of it."""
_FAR = 6.0
"""Ems below a table within which they do."""
_LETTER = pattern(r"[^\W\d_]")
_BESIDE = pattern(r"[^\W\d_].*\s[-—+]?\d[\d,，]*(?:\.\d+)?[%％]?$")


class Body:
    """A band, all lines of its page, and its sides."""

    def __init__(self, band: Band, lines: Sequence[Line], edges: list[Edge]) -> None:
        self.band, self.lines = band, lines
        body = lines[band.first : band.last + 1]
        self.left, self.right = min(line.left for line in body), max(line.right for line in body)
        need = _ACROSS * (self.right - self.left)
        rules = (edge for edge in edges if edge["orientation"] == "h")
        self._levels = sorted(rule["top"] for rule in rules if min(rule["x1"], self.right) - max(rule["x0"], self.left) >= need)

    @property
    def sound(self) -> bool:
        """Whether it has labels, a gutter beside every column of numbers, and all of its rows."""
        return self._labelled() and not (self._mixed() or self._strays() or self._goes_on())

    def ruled(self, above: int, below: int) -> bool:
        return self.rule(self.lines[above].bottom, self.lines[below].top) is not None

    def rule(self, top: float, bottom: float) -> float | None:
        """A rule across the table between two heights, with a point to spare."""
        return next((y for y in self._levels if top - 1 <= y <= bottom + 1), None)

    def _labelled(self) -> bool:
        """Whether a column of words stands left of two columns of numbers, filled in most of the rows."""
        rows = [cut(self.lines[at], self.band.gutters) for at in self.band.rows]
        numeric = self.band.numeric
        labels = (at for at in range(len(numeric)) if not numeric[at] and sum(numeric[at:]) >= FEWEST_COLUMNS)
        return any(3 * sum(bool(_LETTER.search(cells[at])) for cells in rows) >= 2 * len(rows) for at in labels)

    def _mixed(self) -> bool:
        """Whether a column of words holds numbers beside them in half of the rows: two columns without a gutter."""
        rows = [cut(self.lines[at], self.band.gutters) for at in self.band.rows]
        for at, holds in enumerate(self.band.numeric):
            if not holds and 2 * sum(bool(_BESIDE.search(cells[at])) for cells in rows) >= len(rows):
                return True
        return False

    def _strays(self) -> bool:
        """Whether a number stands between the columns that were found first: there is one more, empty in those lines."""
        numbers = (piece for at in self.band.rows for piece in pieces(self.lines[at]) if piece.number)
        return any(all(piece.right < left or right < piece.left for left, right in self.band.inked) for piece in numbers)

    def _goes_on(self) -> bool:
        """Whether numbers stand in the columns below the last line that was taken in."""
        edges = middles(self.band.gutters)
        last = self.band.last
        for line in self.lines[last + 1 : last + 1 + _BELOW]:
            if not 0 < line.base - self.lines[last].base < _FAR * line.size:
                return False
            found = pieces(line)
            numbers = [piece for piece in found if piece.number and self.band.numeric[bisect_left(edges, piece.middle)]]
            if numbers and len(found) > 1:
                return True
        return False
