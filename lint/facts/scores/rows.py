"""Score rows without a usable header: text tables whose columns do not line up. See `flat` for rows flattened into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lint.document import Cell
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores.apportion import APPORTIONED, apportioned
from lint.facts.scores.cells import Cells
from lint.facts.scores.nodes import Item, grow
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.pattern import pattern

CRITERIA = pattern(r"[扣计得每超低按以]|[总评满]分|分值")
STATED = pattern(r"(?:自评|综合|评价|最终|总)+(?:得分|总分|评分)[为是：]?(\d+(?:\.\d+)?)(?=分|[^\d.%]|$)")
MONEY = pattern(r"^其中|拨款|资金总额|^总额|结转(?:资金|结余)|(?:其他|财政|单位|自有|专户管理|上级|本级)资金|单位：")
TOTAL = pattern(r"(?:合计|总计|共计|总分|总得分|综合得分|自评总分)")
LEAF = 50
"""The depth of a row: below every cap."""
MOST = 200
"""No full mark is larger than this: what is, was read from another column."""
_HEADER = pattern(r"分值|得分|权重")
_FULL = pattern(r"分值|权重|满分|标准分")
_CAPTION = pattern(r"(?:得分|评分|打分)(?:表|情况|明细|结果|如下)*[：:。]?$")
_RATED = pattern(r"([^\d()；，。：\s]*执行[^\d()；，。：\s]*)\(\d+(?:\.\d+)?分\).*执行率")
_AMOUNTS = pattern(r"预算|决算|执行数|金额|到位")


@dataclass
class Stream:
    """Rows that follow one another; `evidence` is whether anything said that they hold scores, `amounts` whether the last header
    named amounts. `pending` is an indicator whose score the next row with a rate holds: 预算执行情况（10分） above 执行率 得分.
    """

    items: list[Item] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    evidence: bool = False
    amounts: bool = False
    pairs: int = 0
    pending: Item | None = None

    def tree(self) -> Tree | None:
        """The tree of the rows; None without evidence that they hold scores.

        Where the levels as they stand do not add up, full marks may tell them.
        """
        if not self.evidence or not self.pairs:
            return None
        tree = Tree(grow(self.items), "rows", tuple(self.totals), firm=False)
        if all(made.check().outcome == "holds" for made in tree.groups("full")):
            return tree
        whole = next((total.full.value for total in self.totals if total.full is not None), Fraction(100))
        items = apportioned(self.items, whole)
        return tree if items is None else Tree(grow(items), "rows", tuple(self.totals), firm=False, note=APPORTIONED)


def announces(text: str) -> bool:
    """Whether a line names the columns of scores, or is the caption of scores."""
    return len(_HEADER.findall(text)) >= 2 or bool(_CAPTION.search(text))


def heading(passage: Passage, tokens: Sequence[Token], stream: Stream) -> bool:
    """Read a line of column names that stands between rows; False if it is none, or begins other rows."""
    text = passage.text
    if "得分" not in text or "。" in text or stream.totals or len(tokens) > 1:
        return False
    cap = _RATED.match(text)
    if cap is not None and tokens and "分值" not in text:
        stream.pending = Item(cap[1], 1, passage.span(*cap.span(1)), tokens[0].figure)
        stream.items.append(stream.pending)
        stream.evidence = True
        return True
    if not tokens and len(_HEADER.findall(text)) >= 2:
        stream.evidence, stream.amounts = True, False
        return True
    return False


def row(cells: Cells, found: list[Cell], stream: Stream) -> None:
    """Read one row of a table whose columns do not line up: its last two plain numbers, a rate between them allowed."""
    texts = [cells.text(cell) for cell in found]
    if len(_HEADER.findall("".join(texts))) > 1:
        stream.evidence, stream.amounts = True, False
        return
    numbers = [cells.number(cell) for cell in found]
    if not any(numbers) and _AMOUNTS.search("".join(texts)) and not _FULL.search("".join(texts)):
        stream.amounts = True
    if stream.amounts and not any(cells.cap(cell) for cell in found):
        return
    stream.amounts = False
    last = max((index for index, figure in enumerate(numbers) if figure is not None), default=-1)
    label = next((text for text in texts if text), "")
    if TOTAL.match(label):
        _total(label, [figure for figure in numbers if figure is not None], stream)
        return
    rated = last >= 2 and texts[last - 1].endswith("%")
    awarded = numbers[last] if last > 0 else None
    if stream.pending is not None and rated:
        stream.pending.awarded = awarded
        stream.pending = None
        return
    full = numbers[last - 2 if rated and numbers[last - 2] else last - 1] if last > 0 else None
    if awarded is None or (full is not None and full.value > MOST):
        return
    if MONEY.search(label) and not rated and not (last >= 2 and texts[last - 2].endswith("%")):
        return
    name, caps = label, list[Item]()
    for cell, text in zip(found, texts, strict=True):
        cap = cells.cap(cell)
        if cap is not None and STATED.search(text):
            stream.totals.append(Total("总分", cap))
            stream.evidence = True
        elif cap is not None and not CRITERIA.search(text):
            caps.append(Item(re.sub(r"\(?\d+(?:\.\d+)?分\)?$", "", text), len(caps) + 1, cell.span, cap))
        elif text and cells.number(cell) is None and not re.search(r"\d|^.{0,2}$", text):
            name = text
    if full is None and not caps:
        return
    if full is None:
        caps[-1].awarded = awarded
    else:
        caps.append(Item(name, LEAF, found[last].span, full, awarded))
    stream.items.extend(caps)
    stream.evidence = stream.evidence or len(caps) > 1 or full is None
    stream.pairs += 1


def _total(label: str, numbers: list[Figure], stream: Stream) -> None:
    if len(numbers) == 2:
        stream.totals.append(Total(label, numbers[1], numbers[0], in_table=True))
        stream.evidence = stream.evidence or "分" in label
    elif len(numbers) == 1 and "得分" in label:
        stream.totals.append(Total(label, numbers[0], in_table=True))
