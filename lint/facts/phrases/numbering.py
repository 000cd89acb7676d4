"""Numbered lists as they run on: 一、二、三、, （1）（2）（3）, 一是…二是…, at the head of paragraphs and within them.

A list is told by the form of its marks. A mark that continues a list begun further up closes those inside it; a 1 begins
a new list; a list may begin anywhere (an excerpt, or one that goes on behind another heading).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from lint.facts.passages import Passage
from lint.number import chinese_integer
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span

_INLINE = pattern(
    r"(?:^|(?<=[。；：，、]))(?:(?P<paren>\((?P<n1>\d{1,2})\))|(?P<hanparen>\((?P<n2>[一二三四五六七八九十]{1,3})\))|(?P<half>(?P<n3>\d{1,2})\))"
    r"|(?P<circled>[①-⑳])|(?P<aspect>(?P<n4>[一二三四五六七八九十]{1,2})是(?!否)))"
)
_NUMBER = pattern(r"-?[\d,]+(?:\.\d+)?%?")
_CLAUSE = pattern(r"[^，。；：]*")
_EXCERPT = pattern(r"第[一二三四五六七八九十百\d]+[条款]|条款|细则|规定的|已落实|已完成|已整改|(?:未|尚未)(?:落实|完成|整改)|反馈的?|采纳")
_LEAD = 40
_HAN = "〇一二三四五六七八九十"
_CHINESE = ("part", "han", "han-paren", "aspect")
_MOST = 30
"""A mark beyond this numbers clauses or questions, not the parts of a report."""
_FEWEST = 3
"""So many marks must a list have, the doubtful one among them, before a gap in it says anything."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list whose marks follow one another (*runs*), or one mark that does not follow on `before`.

    *gap*: `missing` stands nowhere between the two; *again*: both have one number and stand before different words;
    *torn*: the first of several such marks in one list; *excerpt*: the words before the list tell that it keeps the numbers of another paper.
    """

    kind: Literal["runs", "gap", "again", "torn", "excerpt"]
    span: Span
    mark: str
    before: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    ordinal: int
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def clause(self) -> str:
        """What stands behind the mark, up to the next comma."""
        found = _CLAUSE.match(self.passage.text, self.end)
        return found[0] if found else ""

    @property
    def span(self) -> Span:
        return self.passage.span(self.start, self.end)


@dataclass(slots=True)
class _List:
    """The marks of one list so far, and what did not follow on."""

    marks: list[_Mark]
    breaks: list[Numbering] = field(default_factory=list)

    @property
    def last(self) -> _Mark:
        return self.marks[-1]

    def results(self) -> Iterator[Numbering]:
        """Its one break, or that it runs; of a list with several breaks only parts were quoted, or two lists stand side by side."""
        if len(self.marks) < _FEWEST:
            return
        if not self.breaks:
            yield Numbering("runs", self.marks[0].span, self.marks[0].text)
        elif len(self.breaks) > 1:
            yield replace(self.breaks[0], kind="torn")
        else:
            yield self.breaks[0]


def numberings(passages: Sequence[Passage]) -> tuple[Numbering, ...]:
    """Every list of running text, and every mark in it that does not follow on the one before."""
    running = [passage for passage in passages if passage.cell is None and not (passage.block and passage.block.kind == "aside")]
    return tuple(_followed([mark for passage in running for mark in _marks(passage)], passages))


def _marks(passage: Passage) -> Iterator[_Mark]:
    text = passage.text
    head = mark_of(text)
    if head is not None and 0 < head.ordinal <= _MOST:
        yield _Mark(head.kind, head.ordinal, passage, text.index(head.text), head.end)
    for match in _INLINE.finditer(text, head.end if head else 0):
        digits = match["n1"] or match["n2"] or match["n3"] or match["n4"]
        ordinal = (int(digits) if digits.isdigit() else chinese_integer(digits)) if digits else ord(match[0]) - ord("①") + 1
        kind = {"paren": "arabic-paren", "hanparen": "han-paren", "half": "arabic-half"}.get(str(match.lastgroup), str(match.lastgroup))
        if 0 < ordinal <= _MOST:
            yield _Mark(kind, ordinal, passage, *match.span())


def _followed(marks: Sequence[_Mark], passages: Sequence[Passage]) -> Iterator[Numbering]:
    """What became of each list, told when it ends."""
    running: list[_List] = []
    for mark in marks:
        same = [index for index, entries in enumerate(running) if entries.last.kind == mark.kind]
        follows = next((index for index in reversed(same) if _goes_on(running[index:], mark)), None)
        if follows is None and (mark.ordinal == 1 or not same or mark.ordinal < running[same[-1]].last.ordinal):
            running.append(_List([mark]))
            continue
        index = same[-1] if follows is None else follows
        yield from (found for ended in running[index + 1 :] for found in ended.results())
        del running[index + 1 :]
        if follows is None and (found := _broken(mark, running[index], passages)):
            running[index].breaks.append(found)
        running[index].marks.append(mark)
    yield from (found for ended in running for found in ended.results())


def _goes_on(running: Sequence[_List], mark: _Mark) -> bool:
    """Whether a mark is the next of the outermost list, or would be if those inside it were its own.

    Word numbers such paragraphs by itself, from 1 on, and leaves their numbers out of the typed ones: （3）（1）（5）.
    """
    inside = sum(len(entries.marks) for entries in running[1:] if entries.last.kind == mark.kind)
    return mark.ordinal - running[0].last.ordinal in (1, inside + 1)


def _broken(mark: _Mark, entries: _List, passages: Sequence[Passage]) -> Numbering | None:
    """What is wrong with a mark that does not follow on the last of its list; None where nothing surely is."""
    last = entries.last
    if any(_NUMBER.fullmatch(passage.text) for passage in passages[last.passage.index + 1 : mark.passage.index]):
        return None  # labels and numbers of a table that was laid flat
    if mark.ordinal == last.ordinal:
        return Numbering("again", mark.span, mark.text, last.text) if mark.clause != last.clause else None
    missing = range(last.ordinal + 1, mark.ordinal)
    between = _between(last, mark, passages)
    if any(_stands(ordinal, between) for ordinal in missing):
        return None
    kind: Literal["gap", "excerpt"] = "excerpt" if _is_excerpt(entries.marks[0], passages) else "gap"
    return Numbering(kind, mark.span, mark.text, last.text, "、".join(_han(n) if mark.kind in _CHINESE else str(n) for n in missing))


def _is_excerpt(first: _Mark, passages: Sequence[Passage]) -> bool:
    """Whether the words that lead to a list say that it is the part of another paper that applies: 符合第六条规定的范围：."""
    lead = first.passage.text[: first.start]
    if not lead and first.passage.index and passages[first.passage.index - 1].text.endswith("："):
        lead = passages[first.passage.index - 1].text
    return bool(_EXCERPT.search(lead[-_LEAD:].rpartition("。")[2]))


def _between(first: _Mark, second: _Mark, passages: Sequence[Passage]) -> str:
    """All text between two marks, table cells included."""
    if first.passage is second.passage:
        return first.passage.text[first.end : second.start]
    inner = [passage.text for passage in passages[first.passage.index + 1 : second.passage.index]]
    return "\n".join([first.passage.text[first.end :], *inner, second.passage.text[: second.start]])


def _han(ordinal: int) -> str:
    tens, ones = divmod(ordinal, 10)
    return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones else "")


def _stands(ordinal: int, text: str) -> bool:
    """Whether a number stands in a text as a mark in whatever form: 三、 3. （三） ③ 第三."""
    circled = chr(ord("①") + ordinal - 1) if ordinal <= 20 else "\0"
    forms = pattern(rf"(?<![\d.])(?:{ordinal}|{_han(ordinal)})\s*[、.．,，:：)）\]是]|[(（第]\s*(?:{ordinal}|{_han(ordinal)})|{circled}")
    return bool(forms.search(text))
