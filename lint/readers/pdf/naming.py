"""The header of a table without rulings: the lines above its numbers that name every column of them."""

from __future__ import annotations

from lint.pattern import pattern
from lint.readers.pdf.aligned import Strip, cut, narrowed, pieces
from lint.readers.pdf.body import Body
from lint.readers.pdf.lines import Line

_NEAR = 3.0
"""Ems from a line of the header to the next line, at most."""
_WRAPPED = 1.5
"""Ems between the lines of one name, at most; the names of groups of columns stand further above."""
_STACKED = 0.5
"""Ems by which the lines of one wrapped name may be off centre."""
FIRMLY = 0.75
"""A line of labels belongs to the row that is nearer by this factor."""
_CAPTION = pattern(r"[:：。；]|单位\S*元")
_YEAR = pattern(r"(?:19|20)\d\d$")


class Header:
    """The lines of a header, those above the first row that begin its label, and the gutters as both leave them."""

    def __init__(self, body: Body) -> None:
        self._body, self._band, self._lines = body, body.band, body.lines
        self.gutters: list[list[Strip]] = body.band.gutters
        self.lines: list[int] = []
        self.lead: list[int] = []

    def find(self) -> bool:
        """Look for it above the band: whether it names all columns of numbers, one by one and not by groups."""
        head = self.lines
        named: list[str] = [""] * len(self._band.numeric)
        for at in range(self._band.first - 1, -1, -1):
            line, below = self._lines[at], self._lines[at + 1]
            whole = all(name for name, holds in zip(named, self._band.numeric, strict=True) if holds)
            if not 0 < below.base - line.base < _NEAR * below.size or _CAPTION.search(line.text):
                break
            if whole and (self._body.ruled(at, at + 1) or self._is_title(line)):
                break
            kept = narrowed(self.gutters, [True] * len(named), line)
            if not head and not whole and self._is_label(at):
                self.lead.insert(0, at)
                continue
            if kept is None or (whole and below.base - line.base > below.size and not self._wraps(line)):
                return False
            self.gutters = kept[0]
            head.insert(0, at)
            names = cut(line, self.gutters)
            if any(" " in name for name, holds in zip(names, self._band.numeric, strict=True) if holds):
                return False  # one is of a column without numbers
            named = [text + name for text, name in zip(names, named, strict=True)]
        if not any(named):
            return self._years()
        return all(name for name, holds in zip(named, self._band.numeric, strict=True) if holds)

    def _years(self) -> bool:
        """Take the first row of the band as the header, if its numbers are years."""
        first, *rest = self._band.rows
        cells = cut(self._lines[first], self.gutters)
        if first != self._band.first or not all(_YEAR.match(text) for text, holds in zip(cells, self._band.numeric, strict=True) if holds):
            return False
        self._band.first, self._band.rows = first + 1, rest
        self.lines = [first]
        return True

    def _is_title(self, line: Line) -> bool:
        """Whether a line above a header is one piece, and set by the width of the table and not over some of its columns."""
        slack = 2 * line.size
        sides = line.left - self._body.left, self._body.right - line.right
        centred = abs(sides[0] - sides[1]) < slack
        return len(pieces(line)) == 1 and (centred or min(abs(side) for side in sides) < slack)

    def _is_label(self, at: int) -> bool:
        """Whether a line above the first row is the beginning of its label: words alone, and nearer to it than to the line above."""
        line = self._lines[at]
        kept = narrowed(self.gutters, self._band.numeric, line)
        if at == 0 or kept is None or len(kept[0]) != len(self.gutters) or self._body.ruled(at, at + 1):
            return False
        cells = cut(line, kept[0])
        steps = line.base - self._lines[at - 1].base, self._lines[at + 1].base - line.base
        return not any(text for text, holds in zip(cells, self._band.numeric, strict=True) if holds) and steps[1] < FIRMLY * steps[0]

    def _wraps(self, line: Line) -> bool:
        """Whether every piece of a line is the beginning of a name that goes on centred close below it."""
        if self._lines[self.lines[0]].base - line.base > _WRAPPED * line.size:
            return False
        below = [piece for at in self.lines for piece in pieces(self._lines[at])]
        near = _STACKED * line.size
        return all(any(abs(piece.middle - other.middle) <= near for other in below) for piece in pieces(line))
