"""Numbers that stand under each other: lines of a page with columns of numbers, and the gutters between the columns.

At least three lines must show at least two columns of numbers, each aligned at the right or in the middle, parted
by strips without ink. The lines above and below belong to them as long as they keep the strips free.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lint.pattern import pattern
from lint.readers.pdf.lines import Line

_FEWEST_LINES = 3
FEWEST_COLUMNS = 2
_GUTTER = 0.15
"""Ems that must be free between two columns in the first lines found; later lines may narrow a gutter."""
_SLIT = 0.2
"""Points that stay free of every gutter."""
_AWRY = 0.3
"""Ems by which aligned numbers may differ."""
_APART = 4.0
"""Ems between two lines beyond which they belong to different things."""
_QUIET = 2
"""Lines without numbers that may stand between two with: the rest of a label, a heading among the rows."""
_PIECE = pattern(r"\S+")
_NUMBER = pattern(r"[-—+]?\d[\d,，]*(?:\.\d+)?[%％]?$")
_NOTHING = pattern(r"[-—–/\s]*$")
_PROSE = pattern(r"[。；;！？]|，.*，")

Strip = tuple[float, float]


class Piece(NamedTuple):
    """What stands between two blanks of a line."""

    text: str
    left: float
    right: float

    @property
    def number(self) -> bool:
        return bool(_NUMBER.match(self.text))

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def pieces(line: Line) -> list[Piece]:
    """The text between the blanks of a line."""
    return [Piece(found.group(), line.lefts[found.start()], line.rights[found.end() - 1]) for found in _PIECE.finditer(line.text)]


@dataclass(slots=True)
class Band:
    """Lines from `first` to `last` with columns: `gutters` are the strips that may part them, `numeric` says which hold numbers.

    `rows` are the lines that hold numbers; the others between them hold labels alone. `inked` is where text stands
    in the lines that were found first.
    """

    first: int
    last: int
    gutters: list[list[Strip]]
    numeric: list[bool]
    rows: list[int]
    inked: list[Strip]


def bands(lines: Sequence[Line]) -> Iterator[Band]:
    """The bands of a page, top to bottom."""
    found = {at: numbers for at, line in enumerate(lines) if len(numbers := numbers_of(line)) >= FEWEST_COLUMNS}
    places = list(found)
    end = -1
    for group in zip(*(places[start:] for start in range(_FEWEST_LINES)), strict=False):
        if group[0] <= end or not all(_near(lines, a, b) for a, b in pairwise(group)):
            continue
        if (band := _begun([lines[at] for at in group], [found[at] for at in group])) is None:
            continue
        _grow(band, lines, list(group), end)
        if len(band.rows) >= _FEWEST_LINES:
            yield band
            end = band.last


def numbers_of(line: Line) -> list[Piece]:
    """The numbers of a line that stand apart; those of a sentence do not."""
    if _PROSE.search(line.text):
        return []
    return [piece for piece in pieces(line) if piece.number]


def _near(lines: Sequence[Line], above: int, below: int) -> bool:
    size = lines[below].size
    steps = range(above, below)
    return len(steps) <= 1 + _QUIET and all(0 < lines[at + 1].base - lines[at].base < _APART * size for at in steps)


def _begun(lines: list[Line], numbers: list[list[Piece]]) -> Band | None:
    """A band of the first lines alone; its places are filled in by growing."""
    tolerance = _AWRY * lines[0].size
    aligned = [piece for piece in numbers[0] if _aligned(piece, numbers[1:], tolerance)]
    if len(aligned) < FEWEST_COLUMNS:
        return None
    inked: list[list[float]] = []
    for _, left, right in sorted((piece for line in lines for piece in pieces(line)), key=lambda piece: piece.left):
        if inked and left < inked[-1][1] + _GUTTER * lines[0].size:
            inked[-1][1] = max(inked[-1][1], right)
        else:
            inked.append([left, right])
    numeric = [sum(left <= piece.left < right for piece in aligned) for left, right in inked]
    if sum(count == 1 for count in numeric) < FEWEST_COLUMNS or max(numeric) > 1:
        return None
    gutters = [[(a[1], b[0])] for a, b in pairwise(inked)]
    return Band(0, -1, gutters, [bool(count) for count in numeric], [], [(left, right) for left, right in inked])


def _aligned(piece: Piece, others: list[list[Piece]], tolerance: float) -> bool:
    """Whether a number stands above one of each of the other lines, flush right in all or centred in all."""
    right = all(any(abs(other.right - piece.right) <= tolerance for other in line) for line in others)
    return right or all(any(abs(other.middle - piece.middle) <= tolerance for other in line) for line in others)


def _grow(band: Band, lines: Sequence[Line], group: list[int], floor: int) -> None:
    """Take in the lines that keep the gutters free: downwards from the first of the group, then upwards."""
    band.first = band.last = group[0]
    for direction in (1, -1):
        at = group[0] if direction == 1 else group[0] - 1
        quiet: list[int] = []
        gutters, numeric = band.gutters, band.numeric
        while floor < at < len(lines) and len(quiet) <= _QUIET:
            beside = at - direction
            if at != group[0] and not 0 < direction * (lines[at].base - lines[beside].base) < _APART * lines[at].size:
                break
            kept = narrowed(gutters, numeric, lines[at])
            if kept is None:
                break
            gutters, numeric = kept
            cells = cut(lines[at], gutters)
            if _holds_numbers(cells, numeric):
                band.gutters, band.numeric = gutters, numeric
                band.rows.append(at)
                band.first, band.last = min(band.first, at), max(band.last, at)
                quiet = []
            elif any(cell.strip() for cell, holds in zip(cells, numeric, strict=True) if holds) or _PROSE.search(lines[at].text):
                break
            else:
                quiet.append(at)
            at += direction
    band.rows.sort()


def narrowed(gutters: list[list[Strip]], numeric: list[bool], line: Line) -> tuple[list[list[Strip]], list[bool]] | None:
    """The gutters as one more line leaves them; None if it stands across one beside numbers, others are given up."""
    kept: list[list[Strip]] = []
    holds = numeric[:1]
    for at, strips in enumerate(gutters):
        left = free(strips, line)
        if left:
            kept.append(left)
            holds.append(numeric[at + 1])
        elif numeric[at + 1] or holds[-1]:
            return None
    return kept, holds


def free(strips: list[Strip], line: Line) -> list[Strip]:
    """What a line leaves free of strips."""
    left: list[Strip] = []
    for low, high in strips:
        for char, start, end in zip(line.text, line.lefts, line.rights, strict=True):
            if low < end and start < high and not char.isspace():
                if start - low > _SLIT:
                    left.append((low, start))
                low = max(low, end)
        if high - low > _SLIT:
            left.append((low, high))
    return left


def middles(gutters: list[list[Strip]]) -> list[float]:
    """The x in the middle of the widest strip of each gutter."""
    widest = (max(strips, key=lambda strip: strip[1] - strip[0]) for strips in gutters)
    return [(left + right) / 2 for left, right in widest]


def cut(line: Line, gutters: list[list[Strip]]) -> list[str]:
    """The text of a line, column by column; every gutter has room in it."""
    edges = middles(gutters)
    cells = [""] * (len(edges) + 1)
    for char, left, right in zip(line.text, line.lefts, line.rights, strict=True):
        cells[bisect_left(edges, (left + right) / 2)] += char
    return [cell.strip() for cell in cells]


def _holds_numbers(cells: list[str], numeric: list[bool]) -> bool:
    """Whether the columns of numbers hold numbers or nothing, and one of them a number."""
    texts = [cell for cell, holds in zip(cells, numeric, strict=True) if holds]
    return any(map(_NUMBER.match, texts)) and all(_NUMBER.match(text) or _NOTHING.match(text) for text in texts)
