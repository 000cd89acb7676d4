"""Text columns: running text set side by side is read one column after the other.

Only running text counts: on both sides of a gutter several lines that are full. Labels with values, signature
blocks and tables without rulings stay in rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

from lint.outline import mark_of
from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.lines import Line, lines_of

_BIN = 4.0
_FEWEST_LINES = 4
_FEWEST_CHARACTERS = 10
_ENDS = ("。", "；", "：", "！", "？")


def lines_in_columns(page: int, runs: list[Run], width: float) -> list[Line]:
    """The lines of a page in reading order; `Line.column` is 1 and 2 where text stands side by side, else 0."""
    lines = lines_of(page, runs)
    gutter = _gutter(runs, width, len(lines))
    return lines if gutter is None else [line for band in _bands(page, runs, lines, gutter) for line in band]


def _gutter(runs: list[Run], width: float, height: int) -> float | None:
    """The x in the middle of the page that the fewest runs cross, if less than a third of `height` lines do."""
    bins = int(width / _BIN) + 2
    if height < _FEWEST_LINES or bins > 10_000:
        return None
    steps = [0] * (bins + 1)
    for run in runs:
        steps[min(max(int(run.lefts[0] / _BIN), 0), bins)] += 1
        steps[min(max(int(run.rights[-1] / _BIN) + 1, 0), bins)] -= 1
    crossed = list(accumulate(steps))[bins // 3 : 2 * bins // 3]
    if not crossed or 3 * min(crossed) > height:
        return None
    low = min(crossed)
    longest = max((list(group) for few, group in groupby(range(len(crossed)), lambda at: crossed[at] == low) if few), key=len)
    return (bins // 3 + (longest[0] + longest[-1] + 1) / 2) * _BIN


def _bands(page: int, runs: list[Run], lines: list[Line], gutter: float) -> Iterator[list[Line]]:
    """Lines across the gutter one by one, what stands between them as two columns or in rows."""
    crossing = [line for line in lines if any(a <= gutter <= b for a, b in zip(line.lefts, line.rights, strict=True) if b > a)]
    tops = [float("-inf"), *(line.top for line in crossing), float("inf")]
    for at, start in enumerate(tops[:-1]):
        band = [run for run in runs if start <= run.middle < tops[at + 1]]
        if at:
            line = crossing[at - 1]
            yield [line]
            band = [run for run in band if not line.top <= run.middle <= line.bottom]
        left = lines_of(page, (run for run in band if run.rights[-1] <= gutter), column=1)
        right = lines_of(page, (run for run in band if run.rights[-1] > gutter), column=2)
        yield left + right if _running(left) and _running(right) else lines_of(page, band)


def _running(lines: list[Line]) -> bool:
    """Whether lines are running text: enough of them, long, and most of them full; or nearly all of them full, ends of sentences or numbered headings."""
    if len(lines) < _FEWEST_LINES:
        return False
    edge = max(line.right for line in lines)
    full = [line for line in lines if edge - line.right < 2 * line.size and len(line.text) >= _FEWEST_CHARACTERS]
    if 5 * len(full) >= 3 * len(lines):
        return True
    told = sum(line in full or line.text.rstrip().endswith(_ENDS) or mark_of(line.text) is not None for line in lines)
    return 3 * len(full) >= len(lines) and 5 * told >= 4 * len(lines)
