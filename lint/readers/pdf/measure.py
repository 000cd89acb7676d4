"""The measures of text columns, as their lines show them: margins, distance of lines, size of type."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from lint.outline import mark_of
from lint.readers.pdf.lines import Line
from lint.readers.pdf.margins import Page

_EVIDENCE = 3
"""Lines that must end near the same place to make it a right margin."""
ENDS = tuple("。！？；：!?;:")
"""What ends a sentence or a clause."""


@dataclass(frozen=True, slots=True)
class Column:
    """The margins of a text column, the usual distance of two baselines in ems (0: not known), the usual font size."""

    left: float
    right: float
    pitch: float
    size: float


Columns = dict[tuple[int, int], Column]
"""The column of each (page, column number)."""


def columns_of(pages: list[Page]) -> Columns:
    """The margins of every column, from the lines of all pages of one format; a page with enough lines has its own right margin."""
    formats: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    places: dict[tuple[int, int], tuple[int, int, int]] = {}
    widths: dict[tuple[int, int, int], float] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                key = (round(page.width / 5), round(page.height / 5), item.column)
                formats[key].append(item)
                widths[key] = page.width
                places[page.number, item.column] = key
    shared = {key: _margins(lines, widths[key] if key[2] == 0 else 0.0) for key, lines in formats.items()}
    own: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for lines in formats.values():
        for line in lines:
            own[line.page, line.column].append(line)
    return {place: _adapted(shared[key], own[place]) for place, key in places.items()}


def _margins(lines: list[Line], width: float) -> Column:
    """The margins that lines show; where too few reach the right one, it is as wide as the left one."""
    widest = max(line.right - line.left for line in lines)
    broad = [line for line in lines if line.right - line.left >= 0.5 * widest]
    need = max(2, len(broad) // 30) if len(broad) > 2 else 1
    left = _outermost([line.left for line in broad], need, 4.0)
    right = -_outermost([-line.right for line in broad], need, 8.0)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    if sum(line.right > right - size for line in broad) < _EVIDENCE or right < 0.6 * width:
        right = max(right, width - min(line.left for line in lines))
    return Column(left, right, _pitch(lines, right), size)


def _outermost(values: list[float], need: int, tolerance: float) -> float:
    """The smallest value that at least `need` of the values come near."""
    values = sorted(values)
    for at in range(len(values) - need + 1):
        if values[at + need - 1] - values[at] <= tolerance:
            return values[at]
    return values[0]


def _pitch(lines: list[Line], right: float) -> float:
    """The most frequent distance of neighbouring baselines, in ems: where enough show it, of lines that surely go on."""
    steps: Counter[float] = Counter()
    sure: Counter[float] = Counter()
    for above, below in pairwise(lines):
        if above.page != below.page or abs(above.size - below.size) >= 0.5 or above.base >= below.base:
            continue
        step = round((below.base - above.base) / above.size, 1)
        if step <= 4:
            steps[step] += 1
            sure[step] += right - above.right < 2 * above.size and not above.text.endswith(ENDS) and mark_of(below.text) is None
    counts = sure if max(sure.values(), default=0) >= _EVIDENCE else steps
    return max(counts, key=lambda step: (counts[step], -step)) if counts else 0.0


def _adapted(shared: Column, lines: list[Line]) -> Column:
    """The column as this page has it: a section may be set narrower than the others."""
    full = [line for line in lines if line.right - line.left > 0.5 * (shared.right - shared.left)]
    if len(full) < _EVIDENCE:
        return shared
    left, right = min(line.left for line in full), max(line.right for line in full)
    size = full[0].size
    near = sum(1 for line in full if line.right > right - size)
    return Column(
        left if left > shared.left + 4 * size else shared.left,
        right if near >= _EVIDENCE or right > shared.right else shared.right,
        shared.pitch,
        shared.size,
    )
