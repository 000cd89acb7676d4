"""Lines joined into paragraphs, across line ends and page ends.

A line goes on in the next when the next one's first word would not have fitted into the room that was left,
and nothing about the next line says that something new begins: an indent, a numbering mark, another size,
a wider distance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lint.outline import mark_of
from lint.pattern import pattern
from lint.readers.pdf.lines import Line
from lint.readers.pdf.margins import Page

_SLACK = 1.0
"""Ems that a line may stay short of its margin beyond what the next word needs (punctuation is pulled and pushed)."""
_FLUSH = 0.6
"""Ems from the left margin that are not yet an indent."""
_SHORT = 0.3
"""The part of the column that a line broken early may leave empty."""
_EVIDENCE = 3
"""Lines that must end near the same place to make it a right margin."""
_ENDS = tuple("。！？；：!?;:")
_NEVER_FIRST = pattern(r"[，。；：、？！）〉》」』】〕”’％%,;:!?)\]}]")
_NEVER_LAST = pattern(r"[（〈《「『【〔“‘(\[{，、,]$")
_ATOM = pattern(r"[（〈《「『【〔“‘(\[{]*(?:[A-Za-z0-9][A-Za-z0-9.,%％/+\-÷×*=＝()（）]*|.)")
_LEADERS = pattern(r"(?:…{2}|\.{4}|·{4}|。{4})\s*\d*$")


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
    return Column(left, right, _pitch(lines), size)


def _outermost(values: list[float], need: int, tolerance: float) -> float:
    """The smallest value that at least `need` of the values come near."""
    values = sorted(values)
    for at in range(len(values) - need + 1):
        if values[at + need - 1] - values[at] <= tolerance:
            return values[at]
    return values[0]


def _pitch(lines: list[Line]) -> float:
    """The most frequent distance of neighbouring baselines, in ems."""
    steps = Counter(
        round((below.base - above.base) / above.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and abs(above.size - below.size) < 0.5 and above.base < below.base
    )
    likely = {step: count for step, count in steps.items() if step <= 4}
    return max(likely, key=lambda step: (likely[step], -step)) if likely else 0.0


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


def paragraphs(lines: Iterable[Line], columns: Columns) -> Iterator[list[Line]]:
    """Neighbouring lines that form one paragraph, each."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, columns):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(paragraph: list[Line], line: Line, columns: Columns) -> bool:
    last = paragraph[-1]
    here, there = columns[last.page, last.column], columns[line.page, line.column]
    size = max(last.size, line.size)
    if abs(last.size - line.size) > 0.12 * size or _distant(paragraph, line, here):
        return False
    if _LEADERS.search(last.text):
        return False
    if _NEVER_FIRST.match(line.text):
        return True
    indent = (line.left - there.left) / size
    if _centred(last, here) and _centred(line, there):
        return last.page == line.page and last.size > 1.15 * here.size and mark_of(line.text) is None
    mark, first = mark_of(line.text), mark_of(paragraph[0].text)
    if mark is not None:
        if indent > _FLUSH or last.text.endswith(_ENDS):
            return False
        if first is not None and (mark.kind, mark.ordinal) == (first.kind, first.ordinal + 1):
            return False
    if indent > _FLUSH and not _hangs(paragraph, line, here, there):
        return False
    if _NEVER_LAST.search(last.text):
        return True
    room = here.right - last.right
    if room <= (lead(line) + _SLACK) * size:
        return True
    # set narrower than its page: an indented line that stops in the middle of a sentence
    begun = paragraph[0].left - here.left > size and (first is None or len(paragraph) > 1)
    return mark is None and begun and not last.text.endswith(_ENDS) and room < _SHORT * (here.right - here.left)


def _distant(paragraph: list[Line], line: Line, column: Column) -> bool:
    """Whether the line stands further below than the lines of a paragraph do."""
    last = paragraph[-1]
    if last.page != line.page or last.column != line.column:
        return False
    step = (line.base - last.base) / max(last.size, line.size)
    if step <= 0:
        return True
    usual = column.pitch
    if len(paragraph) > 1 and paragraph[-2].page == last.page and paragraph[-2].column == last.column:
        usual = (last.base - paragraph[-2].base) / last.size
    return step > max(1.3 * usual, 1.2) if usual else step > 2.5


def _hangs(paragraph: list[Line], line: Line, here: Column, there: Column) -> bool:
    """Whether an indented line goes on in a paragraph that hangs from its mark, or is indented as a whole."""
    left, size = line.left - there.left, line.size
    if len(paragraph) > 1:
        return abs(left - (paragraph[-1].left - here.left)) <= 0.3 * size and paragraph[0].left - here.left < left - 0.3 * size
    mark = mark_of(paragraph[0].text)
    if mark is None or mark.end >= len(paragraph[0].text):
        return False
    return abs(left - (paragraph[0].lefts[mark.end] - here.left)) <= 0.5 * size


def _centred(line: Line, column: Column) -> bool:
    before, after = line.left - column.left, column.right - line.right
    return min(before, after) > 2 * line.size and abs(before - after) < 2 * line.size


def lead(line: Line) -> float:
    """Ems that the first unbreakable piece of a line needs, closing punctuation after it included."""
    atom = _ATOM.match(line.text)
    end = atom.end() if atom else 1
    while end < len(line.text) and _NEVER_FIRST.match(line.text, end):
        end += 1
    return (line.rights[end - 1] - line.left) / line.size
