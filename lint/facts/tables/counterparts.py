"""The same quantity in running text and in a table: paired by name, year, side (预算, 决算) and unit, never by value.

A table line is known by its label, its total line by the title of the table, a header cell above a lone row of
numbers by itself. Where a paragraph lists the items of a table, its leading amount is the table's total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings
from lint.facts.subject import Titled
from lint.facts.tables.crossings import crossings
from lint.facts.tables.dating import said_year, year_of
from lint.facts.tables.details import Group
from lint.facts.tables.items import FUNDED, Item, flow_of, fund_of, of_stage, scope_of, total_word
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.nesting import groups
from lint.facts.tables.pair import Pair
from lint.facts.tables.sheets import Panel, Sheet
from lint.facts.tables.subjects import subject_mentions
from lint.interval import Interval
from lint.pattern import pattern

_OFFICE = pattern(
    r"^.*(?:19|20)\d\d年度?|^[^，。]{2,24}?(?:局|委员会|委|办公室|办事处|中心|学校|医院|厅|院)(?=收入|支出|财政拨款|一般公共|政府性|国有资本|基本|项目|机关运行|[“三])"
)
_FUNDED = pattern(r"(?<=三公”经费)财政拨款|(?<=三公经费)财政拨款")
"""“三公”经费 are of 财政拨款 whether that is said or not."""
_BOTH = pattern(r"收入?、支出?(?=总计|合计)|(?<=款)收支(?=总计)")
"""收、支总计 of a fund are as high as its income."""
_SAYS_SIDE = pattern(r"预算|决算|执行|批复|完成")
_SENTENCE = pattern(r"[。！？]")
_SHORT = 3
"""Keys of fewer characters (工资, 其他) name too many things to be paired for a contradiction."""


def pairs(
    sheets: Sequence[Sheet],
    items: Mapping[str, Sequence[Item]],
    mentions: Sequence[Mention],
    year: int | None,
    side: Titled,
    around: Surroundings,
) -> tuple[Pair, ...]:
    """Every figure of running text that a table shows too, once for each; `side` is that of the text's title, `around` its headings."""
    if not sheets:
        return ()
    levels = [mention for mention in mentions if mention.is_amount]
    subjects = {id(mention): (key, direct) for mention, key, direct in subject_mentions(levels)}
    crossed = {id(pair.mention): pair for pair in _crossed(sheets, levels, year)}
    found: list[Pair] = []
    for mention in levels:
        key, direct = subjects.get(id(mention), ("", False))
        pair = _of_subject(mention, items.get(key, ()), year, direct) if key else _pair(mention, _named(mention, items), year, side, around)
        if pair and not (pair.item.name == pair.item.column.name and id(mention) in crossed):  # a line outranks the total of its column
            found.append(pair)
    found = [_settled(pair, found) for pair in found]
    taken = {id(pair.mention) for pair in found}
    unknown = [pair for pair in _totals(sheets, levels, found, year) if not _named(pair.mention, items)]
    for pair in (*unknown, *crossed.values()):
        if id(pair.mention) not in taken:
            taken.add(id(pair.mention))
            found.append(pair)
    return tuple(found)


def _settled(pair: Pair, found: Sequence[Pair]) -> Pair:
    """A part whose whole is known is known, too: 本年支出合计98万元，其中：基本支出60万元 are one line of the table, however short their names."""
    item, mention = pair.item, pair.mention
    if pair.grade != "open" or item.name != item.column.name or not item.side or item.side != mention.side:
        return pair
    for whole in found:
        if whole.grade == "open" or not whole.same or (whole.item.line, whole.item.year) != (item.line, item.year):
            continue
        between = mention.passage.text[whole.mention.start : mention.start] if whole.mention.passage is mention.passage else ""
        if "其中" in between and not _SENTENCE.search(between):
            return replace(pair, grade=whole.grade)
    return pair


def _named(mention: Mention, items: Mapping[str, Sequence[Item]]) -> Sequence[Item]:
    """The items of a figure's name, without the office that a report puts in front of it."""
    own = _BOTH.sub("收入", _FUNDED.sub("", _OFFICE.sub("", mention.name)))
    key = flow_of(own) or names.key(own) or names.key(_FUNDED.sub("", mention.topic))
    return items.get(key) or items.get(mention.key) or ()


def _pair(mention: Mention, items: Sequence[Item], year: int | None, titled: Titled, around: Surroundings) -> Pair | None:
    """The cell for a figure: of those with its name, the ones of its year and side; None where they tell different values, none of them its own.

    A total that says no side is of the one that the title says (`titled`): surely for accounts, likely for an evaluation.
    """
    when, sure = said_year(mention, year)
    total = total_word(mention.name)
    fitting = [
        item
        for item in items
        if (item.year is None or when is None or item.year == when)
        and names.carried(mention.token.lead) in ("", names.carried(item.name + item.line.label))
        and (not item.side or not mention.side or item.side == mention.side)
        and item.answers(total)
    ]
    fitting = of_stage(fitting, mention.name)
    if not fitting:
        return None
    chosen = next((item for item in fitting if mention.figure.interval.meets(item.figure.interval)), fitting[0])
    if chosen.lines > 1 and mention.figure.interval.meets(chosen.figure.interval * Interval.point(chosen.lines)):
        return None
    alone = len({item.figure.value for item in fitting}) == 1
    before = mention.passage.text[: mention.start]
    reach = (scope_of(before), _fund(mention, around)) == (chosen.scope, chosen.fund)
    if names.carried(mention.token.lead) in ("opening", "closing") and not mention.side:
        settled = alone and sure and reach and chosen.side == "actual" and chosen.year is not None
        return Pair(mention, chosen, "likely" if settled else "open", mention.title)
    flow = bool(flow_of(_OFFICE.sub("", mention.name)))
    own = bool(names.key(mention.name))
    named = flow or (len(mention.key) >= _SHORT and (own or names.says_side(mention.name)))
    side = mention.side or ("" if not flow else "actual" if titled == "outcome" else titled)
    if not (alone and named and sure and chosen.year is not None and side and side == chosen.side and reach):
        return Pair(mention, chosen, "open", mention.title)
    spoken = "支出" in mention.name and "支出" in chosen.column.name
    said = (
        chosen.lines == 1
        and (own or flow)
        and (mention.side or titled != "outcome")
        and bool(total or spoken or _SAYS_SIDE.search(mention.name))
    )
    return Pair(mention, chosen, "certain" if said else "likely", mention.title)


def _fund(mention: Mention, around: Surroundings) -> str:
    """The fund that a figure is of: the one that its paragraph or a heading above it names, else 财政拨款 where its paragraph says that."""
    named = around.said(mention, lambda text: fund if (fund := fund_of(text)) != FUNDED else "")
    return named or fund_of(mention.passage.text[: mention.start])


def _of_subject(mention: Mention, items: Sequence[Item], year: int | None, direct: bool) -> Pair | None:
    """The cell of a functional subject; the figure right behind the subject is of the table's own side and year."""
    when, sure = said_year(mention, year)
    side = "" if direct else mention.side
    fitting = [item for item in items if item.year == when and (direct or (item.side and item.side == side))]
    if not fitting or (not direct and mention.year is None and not sure):
        return None
    chosen = next((item for item in fitting if mention.figure.interval.meets(item.figure.interval)), fitting[0])
    alone = len({item.figure.value for item in fitting}) == 1 and len({item.side for item in fitting}) == 1
    return Pair(mention, chosen, "certain" if alone and sure else "open", chosen.name)


def _crossed(sheets: Sequence[Sheet], levels: Sequence[Mention], year: int | None) -> Iterator[Pair]:
    """Figures that name a line and a column of a table."""
    for mention, cell in crossings(sheets, levels):
        when = year_of(cell.sheet, cell.column, year)
        name = cell.label + cell.column.name
        item = Item(cell.figure, name, "", "", when, cell.column.side, "", "", cell.sheet, cell.panel, cell.line, cell.column)
        said, sure = said_year(mention, year)
        if said == when:
            yield Pair(mention, item, "certain" if sure else "open", mention.title)


def _totals(sheets: Sequence[Sheet], levels: Sequence[Mention], found: Sequence[Pair], year: int | None) -> Iterator[Pair]:
    """The amount in front of a list of a table's items against the table's total."""
    by_figure = {id(pair.item.figure): pair for pair in found}
    before: dict[int, Mention] = {id(mention): earlier for earlier, mention in pairwise(levels) if earlier.passage is mention.passage}
    for sheet in sheets:
        for panel in sheet.panels:
            for group in groups(panel):
                if rank(group.total):
                    yield from _total(panel, group, by_figure, before, year)


def _total(panel: Panel, group: Group, by_figure: dict[int, Pair], before: dict[int, Mention], year: int | None) -> Iterator[Pair]:
    for column in panel.columns:
        claimed = group.total.figure(column)
        known = sorted(
            (pair for part in group.parts if (pair := by_figure.get(id(part.figure(column))))), key=lambda pair: pair.mention.start
        )
        if claimed is None or len(known) < 2 or len({id(pair.mention.passage) for pair in known}) > 1:
            continue
        mention = before.get(id(known[0].mention))
        item = known[0].item
        if mention is None or not mention.key or mention.side not in ("", item.side):
            continue
        complete = len(known) == len(group.parts) and all(pair.same for pair in known) and said_year(mention, year) == (item.year, True)
        yield Pair(
            mention, replace(item, figure=claimed, name=plain_label(group.total.label)), "certain" if complete else "open", mention.title
        )
