"""The same quantity in running text and in a table: paired by name, year, side (预算, 决算) and unit, never by value.

A table line is known by its label, its total line by the title of the table, a header cell above a lone row of
numbers by itself. Where a paragraph lists the items of a table, its leading amount is the table's total.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lint.facts import names
from lint.facts.columns import Column
from lint.facts.crossfoot import groups, plain_label, rank, subject_code
from lint.facts.grid import is_total_label
from lint.facts.mentions import Mention
from lint.facts.passages import Passage
from lint.facts.subjects import path_key, subject_mentions
from lint.facts.tables import Line, Panel, Sheet
from lint.figure import Figure

_TITLE = re.compile(r"(?:(?:19|20)\d\d年度?)?([^\n，。；：()\d年]{2,30}?)(?:明细|情况|汇总|总)?表(?=$|\n|[ (：])")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_PRIOR = re.compile(r"上年|去年|上一年|同期|以前年度")
_SCOPE = re.compile(r"全[区县市省州镇乡国]|[区县市省州]?本级|[区县市省州]直|本部门|本单位|所属")
_COMPARED = re.compile(r"(?:比|较|与|同|和)(?:(?:19|20)\d\d年|上年|去年|上一年)[^，。；]*")
"""A comparison with another year: the figures after it are not about that year."""
_BROAD = frozenset(("", "收入", "支出", "收支", "本年收入", "本年支出"))
_TOTAL = re.compile(r"总计|合计")
_SENTENCE = re.compile(r"[。！？]")
_SHORT = 3
"""Keys of fewer characters (工资, 其他) name too many things to be paired for a contradiction."""


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A table cell and what it is: key of its name, word for its kind of total, year, side and scope."""

    figure: Figure
    name: str
    key: str
    total: str
    year: int | None
    side: names.Side
    scope: str
    sheet: Sheet


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A figure of the text and the table cell that should show the same. `certain` where name, year, side and scope all agree."""

    mention: Mention
    item: Item
    certain: bool

    @property
    def same(self) -> bool:
        return self.mention.figure.interval.meets(self.item.figure.interval)


@dataclass(frozen=True, eq=False, slots=True)
class Swap:
    """Two items whose values stand under each other's name."""

    first: Pair
    second: Pair


def pairs(sheets: Sequence[Sheet], mentions: Sequence[Mention], year: int | None) -> tuple[Pair, ...]:
    """Every figure of running text that a table shows too, once for each."""
    if not sheets:
        return ()
    items: dict[str, list[Item]] = defaultdict(list)
    for sheet in sheets:
        for item in _items(sheet, year):
            items[item.key].append(item)
    levels = [
        mention for mention in mentions if mention.role == "level" and mention.figure.kind == "money" and mention.passage.cell is None
    ]
    subjects = {id(mention): (key, direct) for mention, key, direct in subject_mentions(levels)}
    found: list[Pair] = []
    for mention in levels:
        key, direct = subjects.get(id(mention), ("", False))
        pair = _of_subject(mention, items.get(key, ()), year, direct) if key else _pair(mention, items.get(mention.key, ()), year)
        if pair:
            found.append(pair)
    taken = {id(pair.mention) for pair in found}
    return (*found, *(pair for pair in _totals(sheets, levels, found, year) if id(pair.mention) not in taken))


def swaps(pairs: Sequence[Pair]) -> tuple[Swap, ...]:
    """Pairs that differ from their cells but match each other's."""
    wrong = [pair for pair in pairs if not pair.same]
    found: list[Swap] = []
    for index, first in enumerate(wrong):
        for second in wrong[index + 1 :]:
            near = first.mention.passage is second.mention.passage and first.item.sheet is second.item.sheet
            if near and first.mention.figure.value == second.item.figure.value and second.mention.figure.value == first.item.figure.value:
                found.append(Swap(first, second))
    return tuple(found)


def _items(sheet: Sheet, year: int | None) -> Iterator[Item]:
    match = _TITLE.search(sheet.caption)
    title = match[1] if match else ""
    years = {int(found) for found in _YEAR.findall(sheet.caption)}
    of_sheet = years.pop() if len(years) == 1 else year
    side = names.side(title)
    scope = _scope(sheet.caption)
    for panel in sheet.panels:
        paths = _paths(panel)
        for column in panel.columns:
            if column.role != "amount":
                continue
            when = column.year or (of_sheet - 1 if column.period == "prior" and of_sheet else of_sheet)
            for line in panel.lines:
                figure = line.figure(column)
                name = _name(panel, line, column, title)
                key = paths.get(line) or names.key(name)
                if figure is not None and figure.kind == "money" and name and key:
                    total = _TOTAL.search(line.label or column.name)
                    yield Item(figure, name, key, total[0] if total else "", when, column.side or side, scope, sheet)


def _paths(panel: Panel) -> dict[Line, str]:
    """The keys of lines with subject codes below the first level: a bare name would stand for several of them."""
    above: dict[tuple[str, ...], str] = {}
    found: dict[Line, str] = {}
    for line in panel.lines:
        code = subject_code(line.code)
        if not code:
            continue
        above[code] = line.label
        if len(code) > 1:
            found[line] = path_key([above.get(code[:depth], "?") for depth in range(1, len(code) + 1)])
    return found


def _name(panel: Panel, line: Line, column: Column, title: str) -> str:
    """What a cell is called: by its line, its header or its table; empty where the header narrows the line (基本支出 of 教育支出)."""
    if not line.label:
        own = [head for head in column.path if not is_total_label(head)]
        return own[-1] if len(panel.lines) == 1 and own else ""
    if names.key(column.name):
        return ""
    if rank(line) and names.key(plain_label(line.label)) in _BROAD:
        return title
    return plain_label(line.label)


def _scope(text: str) -> str:
    match = _SCOPE.search(text)
    return match[0] if match else ""


def _pair(mention: Mention, items: Sequence[Item], year: int | None) -> Pair | None:
    """The cell for a figure: of those with its name, the ones of its year and side; None where they tell different values, none of them its own."""
    when, sure = _year_of(mention, year)
    total = _TOTAL.search(mention.name)
    fitting = [
        item
        for item in items
        if (item.year is None or when is None or item.year == when)
        and (not item.side or not mention.side or item.side == mention.side)
        and item.total == (total[0] if total else "")
    ]
    if not fitting:
        return None
    chosen = next((item for item in fitting if mention.figure.interval.meets(item.figure.interval)), fitting[0])
    alone = len({item.figure.value for item in fitting}) == 1
    scope = _scope(mention.passage.text[: mention.start])
    named = len(mention.key) >= _SHORT and bool(names.key(mention.name))
    certain = (
        alone
        and named
        and sure
        and chosen.year is not None
        and bool(mention.side)
        and mention.side == chosen.side
        and scope == chosen.scope
    )
    return Pair(mention, chosen, certain)


def _of_subject(mention: Mention, items: Sequence[Item], year: int | None, direct: bool) -> Pair | None:
    """The cell of a functional subject; the figure right behind the subject is of the table's own side and year."""
    when, sure = _year_of(mention, year)
    side = "" if direct else mention.side
    fitting = [item for item in items if item.year == when and (direct or (item.side and item.side == side))]
    if not fitting or (not direct and mention.year is None and not sure):
        return None
    chosen = next((item for item in fitting if mention.figure.interval.meets(item.figure.interval)), fitting[0])
    alone = len({item.figure.value for item in fitting}) == 1 and len({item.side for item in fitting}) == 1
    return Pair(mention, chosen, alone and sure)


def _year_of(mention: Mention, year: int | None) -> tuple[int | None, bool]:
    """The year that a figure is about, and whether the text leaves no doubt of it."""
    if mention.year is not None:
        return mention.year, True
    text = mention.passage.text[: mention.start]
    sentence = _COMPARED.sub("", text[max((match.end() for match in _SENTENCE.finditer(text)), default=0) :])
    years = _YEAR.findall(sentence)
    if _PRIOR.search(sentence):
        return (int(years[-1]) if years else None), False
    if years:
        return int(years[-1]), len(set(years)) == 1
    return year, year is not None


def _totals(sheets: Sequence[Sheet], levels: Sequence[Mention], found: Sequence[Pair], year: int | None) -> Iterator[Pair]:
    """The leading amount of a paragraph that lists the items of a table against the table's total."""
    by_figure = {id(pair.item.figure): pair for pair in found}
    first: dict[Passage, Mention] = {}
    for mention in levels:
        first.setdefault(mention.passage, mention)
    for sheet in sheets:
        for panel in sheet.panels:
            for group in groups(panel):
                if rank(group.total):
                    yield from _total(sheet, panel, group.total, group.parts, by_figure, first, year)


def _total(
    sheet: Sheet,
    panel: Panel,
    total: Line,
    parts: Sequence[Line],
    by_figure: dict[int, Pair],
    first: dict[Passage, Mention],
    year: int | None,
) -> Iterator[Pair]:
    for column in panel.columns:
        claimed = total.figure(column)
        listed = [by_figure.get(id(part.figure(column))) for part in parts]
        known = [pair for pair in listed if pair is not None]
        if claimed is None or len(known) < 2 or len({id(pair.mention.passage) for pair in known}) > 1:
            continue
        mention = first[known[0].mention.passage]
        if mention.start < min(pair.mention.start for pair in known) and mention.key and mention.side in ("", known[0].item.side):
            complete = len(known) == len(parts) and all(pair.same for pair in known)
            yield Pair(mention, replace(known[0].item, figure=claimed, name=plain_label(total.label)), complete)
