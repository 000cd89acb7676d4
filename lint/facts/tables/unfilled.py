"""Amounts that running text gives although the line that a table has for them is empty: 公务用车购置费15万元, but nothing in its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.tables.dating import said_year, year_of
from lint.facts.tables.items import Item, name_of, subject_of, title_of
from lint.facts.tables.sheets import Sheet
from lint.pattern import pattern

_OTHER_FUND = pattern(r"自有资金|自筹|单位资金|其他资金|事业收入|非财政|政府性基金|国有资本|专户|上级补助")
"""A paragraph that speaks of such money may mean what the tables of 财政拨款 leave out."""
_SHORTEST = 4
"""Keys of fewer characters (其他, 工资) name too many things."""


@dataclass(frozen=True, eq=False, slots=True)
class Unfilled:
    """An amount above zero and the line of a table that should show it; `table` is what to call the table."""

    mention: Mention
    name: str
    table: str


def unfilled(
    sheets: Sequence[Sheet], items: Mapping[str, Sequence[Item]], mentions: Sequence[Mention], year: int | None
) -> Iterator[Unfilled]:
    """Every such amount whose line is the only one of its name, year and side; `year` is the report year."""
    blanks: dict[tuple[str, names.Side, int | None], list[tuple[str, str]]] = {}
    for sheet in sheets:
        for key, name, side, when in _blanks(sheet, year):
            blanks.setdefault((key, side, when), []).append((name, title_of(sheet)))
    for mention in mentions if blanks else ():
        if not mention.is_amount or not mention.figure.value:
            continue
        when, sure = said_year(mention, year)
        key = names.key(mention.name)
        found = blanks.get((key, mention.side, when), [])
        shown = any(item.side in ("", mention.side) and item.year == when for item in items.get(key, ()))
        if sure and len(found) == 1 and not shown and not _OTHER_FUND.search(mention.passage.text):
            yield Unfilled(mention, *found[0])


def _blanks(sheet: Sheet, year: int | None) -> Iterator[tuple[str, str, names.Side, int | None]]:
    """Key, name, side and year of the empty cells in columns of amounts that are filled elsewhere."""
    title = subject_of(sheet)
    for panel in sheet.panels:
        filled = any(entry.figure for line in panel.lines for entry in line.entries.values())
        for column in panel.columns if filled else ():
            side = column.side or names.side(title)
            for line in panel.lines if column.role == "amount" and side else ():
                entry = line.entries.get(column.index)
                name = name_of(panel, line, column, title)
                key = names.key(name)
                if entry is not None and entry.is_blank and not line.code and len(key) >= _SHORTEST:
                    yield key, name, side, year_of(sheet, column, year)
