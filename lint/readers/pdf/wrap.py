"""Lines joined into paragraphs, across line ends and page ends.

A line goes on in the next when the next one's first word would not have fitted into the room that was left,
and nothing about the next line says that something new begins: an indent, a numbering mark, another size,
a wider distance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.outline import mark_of
from lint.pattern import pattern
from lint.readers.pdf.lines import Line
from lint.readers.pdf.measure import ENDS, Column, Columns

_SLACK = 1.0
"""Ems that a line may stay short of its margin beyond what the next word needs (punctuation is pulled and pushed)."""
_FLUSH = 0.6
"""Ems from the left margin that are not yet an indent."""
_SHORT = 0.3
"""The part of the column that a line broken early may leave empty."""
_NEVER_FIRST = pattern(r"[，。；：、？！）〉》」』】〕”’％%,;:!?)\]}]")
_NEVER_LAST = pattern(r"[（〈《「『【〔“‘(\[{，、,]$")
_OPENING, _CLOSING, _BRACKET = pattern(r"[（(]"), pattern(r"[）)]"), pattern(r"[（()）]")
_TITLE = pattern(r"[^。，；：、,;:]{2,40}表(?:[（(][^（()）]*[）)])?$|附[件表]\s*\d{0,2}$")
"""The title of a table or an annex, which may stand right under a paragraph whose last line is full."""
_ATOM = pattern(r"[（〈《「『【〔“‘(\[{]*(?:[A-Za-z0-9][A-Za-z0-9.,%％/+\-÷×*=＝()（）]*|.)")
_LEADERS = pattern(r"(?:…{2}|\.{4}|·{4}|。{4})\s*\d*$")


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
    if _LEADERS.search(last.text) or (last.text.endswith("。") and _TITLE.match(line.text)):
        return False
    if _NEVER_FIRST.match(line.text):
        return True
    indent = (line.left - there.left) / size
    if _centred(last, here) and _centred(line, there):
        return last.page == line.page and last.size > 1.15 * here.size and mark_of(line.text) is None
    mark, first = mark_of(line.text), mark_of(paragraph[0].text)
    if mark is not None:
        if indent > _FLUSH or last.text.endswith(ENDS):
            return False
        if first is not None and (mark.kind, mark.ordinal) == (first.kind, first.ordinal + 1):
            return False
    if indent > _FLUSH and not _hangs(paragraph, line, here, there):
        return False
    if _NEVER_LAST.search(last.text) or (mark is None and _closes(paragraph, line)):
        return True
    room = here.right - last.right
    if room <= (lead(line) + _SLACK) * size:
        return True
    # set narrower than its page: an indented line that stops in the middle of a sentence
    begun = paragraph[0].left - here.left > size and (first is None or len(paragraph) > 1)
    return mark is None and begun and not last.text.endswith(ENDS) and room < _SHORT * (here.right - here.left)


def _closes(paragraph: list[Line], line: Line) -> bool:
    """Whether a line closes the bracket that the lines before have left open."""
    text = "".join(above.text for above in paragraph)
    if len(_OPENING.findall(text)) <= len(_CLOSING.findall(text)):
        return False
    first = _BRACKET.search(line.text)
    return first is not None and _CLOSING.match(first[0]) is not None


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
