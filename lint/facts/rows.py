"""Score rows without a usable header: text tables whose columns do not line up, and table rows flattened into lines.

投入（15分） 预算配置（15分） 控制率 5 5；变动率 5 5 — caps in names nest from left to right, a segment
ends with full mark and score. Criteria inside the segments (计5分；每超过…扣0.5分) are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.document import Cell
from lint.facts import marks
from lint.facts.boards import Cells
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.tree import Item, Total, Tree, grow
from lint.figure import Figure

_CAPPED = re.compile(r"\s?([^\d()；，。：\s][^\d()；，。：]{1,13})(?:\((\d+(?:\.\d+)?)分\)|(\d+(?:\.\d+)?)分)[ ：]?")
_PAIR = re.compile(r"(?P<full>\d+(?:\.\d+)?) (?:\d+(?:\.\d+)?% )?(?P<awarded>\d+(?:\.\d+)?)(?=[^\d.%]*$)")
_MONEY = re.compile(r"其中|拨款|资金|结转|总额|单位：")
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
        """The tree of the rows; None without evidence or with fewer than two of them."""
        if not self.evidence or self.pairs < 2:
            return None
        return Tree(grow(self.items), "rows", tuple(self.totals), firm=False)


def announces(text: str) -> bool:
    """Whether a line names the columns of scores."""
    return len(_HEADER.findall(text)) >= 2


def line(passage: Passage, tokens: Iterable[Token], stream: Stream) -> bool:
    """Read a line of flattened rows; False, and nothing read, if it is none."""
    text = passage.text
    by_start = {token.start: token for token in tokens if marks.is_score(token)}
    items: list[Item] = []
    pairs = 0
    depth = 0
    start = 0
    for segment in text.split("；"):
        end = start + len(segment)
        at = start
        opened = 0
        while (capped := _CAPPED.match(text, at, end)) is not None:
            token = by_start.get(capped.start(2) if capped[2] else capped.start(3))
            if token is None:
                break
            depth = depth + 1 if opened or not depth else depth
            items.append(Item(capped[1].strip(), depth, passage.span(capped.start(1), capped.end()), token.figure))
            opened += 1
            at = capped.end()
        pair = _PAIR.search(text, at, end)
        full, awarded = (by_start.get(pair.start("full")), by_start.get(pair.start("awarded"))) if pair else (None, None)
        if pair and full and awarded and full.figure.value <= _MOST and not _MONEY.search(text[at : pair.start()]):
            name = _name(text[at : pair.start()])
            items.append(Item(name, _LEAF, passage.span(pair.start(), pair.end("awarded")), full.figure, awarded.figure))
            pairs += 1
        start = end + 1
    capped_items = sum(1 for item in items if item.depth < _LEAF)
    if not pairs or (pairs < 2 and not capped_items and not stream.items):
        return bool(stream.evidence and capped_items > 1 and _keep(stream, items, 0))
    return _keep(stream, items, pairs)


def _keep(stream: Stream, items: list[Item], pairs: int) -> bool:
    stream.items.extend(items)
    stream.pairs += pairs
    stream.evidence = stream.evidence or any(item.depth < _LEAF for item in items)
    return True


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
        if cap is not None:
            stream.items.append(Item(re.sub(r"\(?\d+(?:\.\d+)?分\)?$", "", text), 1, cell.span, cap))
            stream.evidence = True
        elif text and cells.number(cell) is None and not re.search(r"\d|^.{0,2}$", text):
            name = text
    anchor = found[last].span
    stream.items.append(Item(name, _LEAF, anchor, full, awarded))
    stream.pairs += 1


def _total(label: str, numbers: list[Figure], stream: Stream) -> None:
    if len(numbers) == 2:
        stream.totals.append(Total(label, numbers[1], numbers[0]))
        stream.evidence = True
    elif len(numbers) == 1 and "得分" in label:
        stream.totals.append(Total(label, numbers[0]))


def _name(text: str) -> str:
    """The first words of a segment, without the criteria that follow them."""
    words = re.split(r"[，。；：(≤≥=<>\d]", text.strip())
    return words[0].strip(" “”")[:20] or "指标"
