"""Score rows without a usable header: text tables whose columns do not line up, and table rows flattened into lines.

投入（15分） 预算配置（15分） 控制率 5 5；变动率 5 5 — caps in names nest from left to right, a segment
ends with full mark and score. Criteria inside the segments (计5分；每超过…扣0.5分) are never read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lint.document import Cell
from lint.facts.cells import Cells
from lint.facts.figures import Token
from lint.facts.nodes import Item, grow
from lint.facts.passages import Passage
from lint.facts.tree import Total, Tree
from lint.figure import Figure

_CAPPED = re.compile(r"\s?([^\d()；，。：\s][^\d()；，。：]{1,13})(?:\((\d+(?:\.\d+)?)分\)|(\d+(?:\.\d+)?)分)(?![，。、；)÷×])[ ：]?")
_CRITERIA = re.compile(r"[扣计得每超低按以]|[总评满]分|分值")
_STATED = re.compile(r"(?:自评|综合|评价|最终|总)+(?:得分|总分|评分)[为是：]?(\d+(?:\.\d+)?)(?=分|[^\d.%])")
_PAIR = re.compile(r"(?P<full>\d+(?:\.\d+)?) (?:\d+(?:\.\d+)?% )?(?P<awarded>\d+(?:\.\d+)?)(?![\d.%])")
_REASON = 40
"""How long the reason for a deduction may be that follows a pair."""
_MONEY = re.compile(r"^其中|拨款|资金总额|^总额|结转(?:资金|结余)|(?:其他|财政|单位|自有|专户管理|上级|本级)资金|单位：")
_TOTAL = re.compile(r"(?:合计|总计|共计|总分|总得分|综合得分|自评总分)")
_HEADER = re.compile(r"分值|得分|权重")
_LEAF = 50
_MOST = 200
"""No full mark is larger than this: what is, was read from another column."""


@dataclass
class Stream:
    """Rows that follow one another; `evidence` is whether anything said that they hold scores."""

    items: list[Item] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    evidence: bool = False
    pairs: int = 0

    def tree(self) -> Tree | None:
        """The tree of the rows; None without evidence that they hold scores."""
        if not self.evidence or not self.pairs:
            return None
        return Tree(grow(self.items), "rows", tuple(self.totals), firm=False)


def announces(text: str) -> bool:
    """Whether a line names the columns of scores."""
    return len(_HEADER.findall(text)) >= 2


def line(passage: Passage, source: str, tokens: Iterable[Token], stream: Stream) -> bool:
    """Read a line of flattened rows, `source` as it stands in the document; False, and nothing read, if it is none."""
    text = passage.text
    if not stream.items and _PAIR.search(text) is None:
        return False
    by_start = {token.start: token for token in tokens}
    items: list[Item] = []
    totals: list[Total] = []
    depth = 0
    name = ""
    for start, end, first in _segments(passage, source):
        if first:
            depth, name = 0, ""
        at, caps = _caps(passage, start, end, depth, by_start)
        items.extend(caps)
        depth = caps[-1].depth if caps else depth
        name = name or _name(text[at:end])
        pair = _last_pair(text, at, end, by_start)
        if pair is not None and _TOTAL.match(name):
            totals.append(Total(name, pair[1].figure, pair[0].figure, in_table=True))
        elif pair is not None and not _MONEY.search(text[at : pair[0].start]):
            span = passage.span(pair[0].start, pair[1].end)
            items.append(Item(name or "指标", _LEAF, span, pair[0].figure, pair[1].figure))
            name = ""
    pairs = sum(item.depth == _LEAF for item in items)
    known = stream.evidence or any(item.depth < _LEAF for item in items)
    if not known or (not pairs and len(items) < 2) or (pairs == len(items) == 1 and not stream.items):
        return False
    if (stated := _STATED.search(text)) and (token := by_start.get(stated.start(1))) is not None:
        totals.append(Total("总分", token.figure))
    stream.totals.extend(totals)
    stream.items.extend(items)
    stream.pairs += pairs
    stream.evidence = True
    return True


def _segments(passage: Passage, source: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what stands between semicolons and between rows, and whether a row begins.

    A row ends where a line of the source ends with a number or the next one begins with a capped name.
    """
    text, folded = passage.text, passage.folded
    lines = (passage.source.start + at for at, char in enumerate(source) if char == "\n")
    breaks = (bisect_left(range(len(text)), at, key=folded.offset) for at in lines)
    rows = {at for at in breaks if 0 < at < len(text) and (text[at - 1].isdigit() or _CAPPED.match(text, at))}
    cuts = sorted({0, len(text), *rows, *(at + 1 for at, char in enumerate(text) if char == "；")})
    for start, end in pairwise(cuts):
        yield start, end - (text[end - 1] == "；"), start == 0 or start in rows


def _caps(passage: Passage, start: int, end: int, depth: int, by_start: dict[int, Token]) -> tuple[int, list[Item]]:
    """The names with caps that a segment begins with, each below the one before, and where they end.

    A single one inside a line stands beside the innermost one before it.
    """
    items: list[Item] = []
    while (capped := _CAPPED.match(passage.text, start, end)) is not None and not _CRITERIA.search(capped[1]):
        token = by_start.get(capped.start(2) if capped[2] else capped.start(3))
        if token is None:
            break
        depth = depth + 1 if items or not depth else depth
        items.append(Item(capped[1].strip(), depth, passage.span(capped.start(1), capped.end()), token.figure))
        start = capped.end()
    return start, items


def _last_pair(text: str, start: int, end: int, by_start: dict[int, Token]) -> tuple[Token, Token] | None:
    """Full mark and score at the end of a segment, with no more than a reason behind them."""
    pairs = list(_PAIR.finditer(text, start, end))
    if not pairs or end - pairs[-1].end() > _REASON:
        return None
    full, awarded = by_start.get(pairs[-1].start("full")), by_start.get(pairs[-1].start("awarded"))
    return (full, awarded) if full and awarded and full.figure.value <= _MOST else None


def row(cells: Cells, found: list[Cell], stream: Stream) -> None:
    """Read one row of a table whose columns do not line up: its last two plain numbers, a rate between them allowed."""
    texts = [cells.text(cell) for cell in found]
    if announces("".join(texts)):
        stream.evidence = True
        return
    numbers = [cells.number(cell) for cell in found]
    last = max((index for index, figure in enumerate(numbers) if figure is not None), default=-1)
    label = next((text for text in texts if text), "")
    if _TOTAL.match(label):
        _total(label, [figure for figure in numbers if figure is not None], stream)
        return
    rated = last >= 2 and texts[last - 1].endswith("%")
    awarded = numbers[last] if last > 0 else None
    full = numbers[last - 2 if rated else last - 1] if last > 0 else None
    if full is None or awarded is None or full.value > _MOST:
        return
    if _MONEY.search(label) and not rated and not (last >= 2 and texts[last - 2].endswith("%")):
        return
    name = label
    for cell, text in zip(found, texts, strict=True):
        cap = cells.cap(cell)
        if cap is not None and _STATED.search(text):
            stream.totals.append(Total("总分", cap))
            stream.evidence = True
        elif cap is not None and not _CRITERIA.search(text):
            stream.items.append(Item(re.sub(r"\(?\d+(?:\.\d+)?分\)?$", "", text), 1, cell.span, cap))
            stream.evidence = True
        elif text and cells.number(cell) is None and not re.search(r"\d|^.{0,2}$", text):
            name = text
    anchor = found[last].span
    stream.items.append(Item(name, _LEAF, anchor, full, awarded))
    stream.pairs += 1


def _total(label: str, numbers: list[Figure], stream: Stream) -> None:
    if len(numbers) == 2:
        stream.totals.append(Total(label, numbers[1], numbers[0], in_table=True))
        stream.evidence = True
    elif len(numbers) == 1 and "得分" in label:
        stream.totals.append(Total(label, numbers[0], in_table=True))


def _name(text: str) -> str:
    """The first words of a segment, without the criteria that follow them."""
    words = re.split(r"[，。；：(≤≥=<>\d]", text.strip())
    return words[0].strip(" ").replace("“", "").replace("”", "")[:20]
