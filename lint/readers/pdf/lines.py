"""Lines of text from runs: what stands on one height is one line, left to right, whatever the drawing order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lint.readers.pdf.glyphs import Run

WORD_GAP = 0.25
"""Ems between two words or numbers that mean a blank."""
WIDE_GAP = 0.45
"""Ems between any two characters that mean a blank, where the characters are not spaced out anyway."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as shown: a box for each character, in the reading frame of its page.

    Blanks that stand for a gap have a box without width. `column` is 0 for text over the whole page; lines
    of one text column share another number. `scores` are those of its runs, 1 for such blanks.
    """

    page: int
    text: str
    lefts: array[float]
    rights: array[float]
    top: float
    bottom: float
    size: float
    column: int = 0
    scores: tuple[float, ...] = ()

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def right(self) -> float:
        return self.rights[-1]

    @property
    def base(self) -> float:
        return self.bottom - 0.12 * self.size


def lines_of(page: int, runs: Iterable[Run], column: int = 0) -> list[Line]:
    """The lines that `runs` form, top to bottom; runs of blanks alone form none."""
    rows: list[tuple[float, float, list[Run]]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.lefts[0])):
        for at in range(len(rows) - 1, max(len(rows) - 3, -1), -1):
            top, bottom, row = rows[at]
            shared = min(bottom, run.bottom) - max(top, run.top)
            if shared > 0.5 * min(bottom - top, run.size):
                row.append(run)
                if run.size > bottom - top:
                    rows[at] = (run.top, run.bottom, row)
                break
        else:
            rows.append((run.top, run.bottom, [run]))
    made = (_line(page, row, column) for _, _, row in rows)
    return sorted((line for line in made if line is not None), key=lambda line: (line.top + line.bottom, line.left))


def _line(page: int, row: list[Run], column: int) -> Line | None:
    row.sort(key=lambda run: run.lefts[0])
    text = ""
    lefts, rights = array("f"), array("f")
    scores: list[float] = []
    sizes: dict[float, int] = {}
    wide = max(WIDE_GAP, 1.5 * _spacing(row))
    for run in row:
        if text and (gap := blank(text[-1], run.text[0], (run.lefts[0] - rights[-1]) / max(run.size, 1.0), wide)):
            text += gap
            lefts.append(rights[-1])
            rights.append(rights[-1])
            scores.append(1.0)
        text += run.text
        scores.extend(run.scores)
        lefts.extend(run.lefts)
        rights.extend(run.rights)
        sizes[round(run.size, 1)] = sizes.get(round(run.size, 1), 0) + len(run.text.strip())
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    if start >= end:
        return None
    size = max(sizes, key=lambda size: (sizes[size], size))
    fitting = [run for run in row if run.text.strip()]
    top, bottom = min(run.top for run in fitting), max(run.bottom for run in fitting)
    certain = tuple(scores[start:end]) if row[0].scores else ()
    return Line(page, text[start:end], lefts[start:end], rights[start:end], top, bottom, size, column, certain)


def _spacing(row: list[Run]) -> float:
    """Ems between the characters of a line that is spaced out (most of its runs are single characters), else 0."""
    if len(row) < 3 or 3 * len(row) < 2 * sum(len(run.text) for run in row):
        return 0.0
    gaps = sorted((after.lefts[0] - before.rights[-1]) / max(after.size, 1.0) for before, after in pairwise(row))
    return max(gaps[len(gaps) // 2], 0.0)


def blank(before: str, after: str, gap: float, wide: float = WIDE_GAP) -> str:
    """What a gap of so many ems between two characters of a line stands for: a blank or nothing."""
    if before.isspace() or after.isspace() or after in "，。；：、！？）》”’":
        return ""
    return " " if gap > (WORD_GAP if _wordlike(before) and _wordlike(after) else wide) else ""


def seam(before: str, after: str, room: float) -> str:
    """What stands between the last character of a line and the first of the next, `room` ems before the margin.

    Latin words are apart; digits are apart unless the line was full, for real files cut numbers at its end.
    """
    if not (_wordlike(before) and _wordlike(after)):
        return ""
    if before.isdigit() or after.isdigit():
        return "" if room < 0.8 else " "
    return " "


def _wordlike(char: str) -> bool:
    return char.isascii() and char.isalnum()
