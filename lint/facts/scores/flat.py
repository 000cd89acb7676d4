"""Score rows flattened into lines of text: names, full marks and scores one after another, cell borders lost.

投入（15分） 预算配置（15分） 控制率 5 5；变动率 5 5 — a name with a cap stands above what follows it, a run of
bare numbers ends with full mark and score. Criteria between them (计5分；每超过…扣0.5分) are never read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks
from lint.facts.scores.cells import Cells
from lint.facts.scores.nodes import Item
from lint.facts.scores.rows import CRITERIA, LEAF, MONEY, MOST, STATED, TOTAL, Stream
from lint.facts.scores.totals import Total
from lint.pattern import pattern
from lint.text import Folded

_NUMBER = r"\d+(?:\.\d+)?"
_CAPPED = pattern(rf"\s?([^\d()；，。：\s][^\d()；，。：\s]{{1,13}})(?:\(({_NUMBER})分\)|({_NUMBER})分)(?![，。、；)÷×])[ ：]?")
_INSIDE = pattern(rf" ([^\d()；，。：\s]{{2,14}})\(({_NUMBER})分\)(?=[^\W\d_A-Za-z]| )")
_RUN = pattern(rf"(?<![\d.])(?:(?:{_NUMBER}(?: |% ?))+|(?<=分值){_NUMBER} ?(?:执行率 ?{_NUMBER}% ?)?得分 ?)(?P<last>{_NUMBER})(?![\d.%])")
_UNDER_SCORE = pattern(r"(?<!不)得分\s*$")
_FULL = pattern(r"分值|权重|满分|标准分")
_PLAIN = pattern(rf"(?<![\d.]){_NUMBER}(?![\d.%])")
_SINGLE = pattern(rf"(?:[^\W\d_A-Za-z]|[ %])({_NUMBER})$")
_END_TOTAL = pattern(rf"(?:{TOTAL.pattern})\s*$")


def line(passage: Passage, source: str, tokens: Iterable[Token], stream: Stream) -> bool:
    """Read a line of flattened rows, `source` as it stands in the document; False, and nothing read, if it is none."""
    text = passage.text
    if not stream.items and _RUN.search(text) is None:
        return False
    reading = _Reading(passage, {token.start: token for token in tokens})
    for start, end, first in _segments(passage, source):
        reading.segment(start, end, first)
    known = stream.evidence or reading.capped or ("分值" in text and "得分" in text and reading.pairs > 1)
    if not known or (not reading.pairs and len(reading.items) < 2) or (reading.pairs == len(reading.items) == 1 and not stream.items):
        return False
    if (stated := STATED.search(text)) and (token := reading.by_start.get(stated.start(1))) is not None:
        reading.totals.append(Total("总分", token.figure))
    stream.totals.extend(reading.totals)
    stream.items.extend(reading.items)
    stream.pairs += reading.pairs
    stream.evidence = True
    return True


def row(cells: Cells, text: str, stream: Stream) -> bool:
    """Read a whole form that stands in one line, every word of it a cell, as a line; `text` is that of the document."""
    span = cells.table.span
    passage = Passage(-1, span, Folded(text[span.start : span.end], span.start))
    at = {passage.folded.offset(index): index for index in range(len(passage.text))}
    tokens = [
        replace(token, passage=passage, start=start, end=start + len(token.passage.text))
        for cell in cells.table.cells
        for token in cells.tokens(cell)
        if (start := at.get(token.figure.span.start)) is not None and marks.is_score(token)
    ]
    return line(passage, passage.text, tokens, stream)


class _Reading:
    """What one line holds, read from left to right."""

    def __init__(self, passage: Passage, by_start: dict[int, Token]) -> None:
        self.passage = passage
        self.by_start = by_start
        self.items: list[Item] = []
        self.totals: list[Total] = []
        self.pairs = 0
        self.capped = False
        self._depth = 0
        self._name = ""

    def segment(self, start: int, end: int, first: bool) -> None:
        """Read what stands between two semicolons; `first` if a row begins."""
        if first:
            self._depth, self._name = 0, ""
        text = self.passage.text
        for run in _RUN.finditer(text, start, end):
            at = self._caps(start, run.start())
            self._name = self._name or _name(text[at : run.start()])
            self._pair(at, run)
            start = run.end()
        at = self._caps(start, end)
        single = _SINGLE.search(text, at, end)
        token = self.by_start.get(single.start(1)) if single else None
        if at > start and token is not None and self.items and self.items[-1].awarded is None:
            self.items[-1].awarded = token.figure
            self.pairs += 1
        elif at == start or single is None:
            self._name = self._name or _name(text[at:end])

    def _pair(self, at: int, run: re.Match[str]) -> None:
        """The row that a run of numbers ends; under 得分 without 分值 it is a score alone, that of the name before it."""
        text = self.passage.text
        plain = [token for number in _PLAIN.finditer(text, run.start(), run.end()) if (token := self.by_start.get(number.start()))]
        awarded = self.by_start.get(run.start("last"))
        before = text[at : run.start()]
        if awarded is None:
            return
        if len(plain) < 2 or (_UNDER_SCORE.search(before) and not _FULL.search(before)):
            if self.items and self.items[-1].awarded is None:
                self.items[-1].awarded = awarded.figure
                self.pairs += 1
        elif plain[-2].figure.value > MOST:
            return
        elif _END_TOTAL.search(before):
            self.totals.append(Total(before.strip()[-2:], awarded.figure, plain[-2].figure, in_table=True))
        elif not MONEY.search(before) or "%" in run[0] or "分值" in before:
            span = self.passage.span(plain[-2].start, awarded.end)
            self.items.append(Item(self._name or "指标", LEAF, span, plain[-2].figure, awarded.figure))
            self.pairs += 1
        self._name = ""

    def _caps(self, start: int, end: int) -> int:
        """Read the names with caps at `start`, each below the one before; returns where they end.

        A single one inside a line stands beside the innermost one before it.
        """
        text, opened, at = self.passage.text, 0, start
        found = _CAPPED.match(text, at, end) or (_INSIDE.search(text, at, end) if not self.capped else None)
        while found is not None and not CRITERIA.search(found[1]):
            token = self.by_start.get(found.start(found.lastindex or 0))
            if token is None:
                break
            self._depth = self._depth + 1 if opened or not self._depth else self._depth
            self.items.append(Item(found[1], self._depth, self.passage.span(found.start(1), found.end()), token.figure))
            self.capped, opened, at = True, opened + 1, found.end()
            found = _CAPPED.match(text, at, end)
        return at


def _segments(passage: Passage, source: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what stands between semicolons and between rows, and whether a row begins.

    A row ends where a line of the source ends with a number and the next begins with a word, or begins with a capped name.
    """
    text, folded = passage.text, passage.folded
    lines = (passage.source.start + at for at, char in enumerate(source) if char == "\n")
    breaks = (bisect_left(range(len(text)), at, key=folded.offset) for at in lines)
    rows = {
        at
        for at in breaks
        if 0 < at < len(text) and ((text[at - 1].isdigit() and not text[at].isdigit() and text[at] != " ") or _CAPPED.match(text, at))
    }
    cuts = sorted({0, len(text), *rows, *(at + 1 for at, char in enumerate(text) if char == "；")})
    for start, end in pairwise(cuts):
        yield start, end - (text[end - 1] == "；"), start == 0 or start in rows


def _name(text: str) -> str:
    """The first words of a segment, without the criteria that follow them."""
    words = re.split(r"[，。；：(≤≥=<>\d]", text.strip())
    return words[0].strip(" ").replace("“", "").replace("”", "")[:20]
