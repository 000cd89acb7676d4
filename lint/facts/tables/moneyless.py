"""Things that running text counts although a table shows no money for them: a car bought, but 公务用车购置费 0.00."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.tables.dating import said_year
from lint.facts.tables.items import Item
from lint.pattern import pattern

_SPENT_ON = (
    (frozenset({"辆"}), pattern(r"(?:购置|购买|更新)[^，。；：、有]{0,12}$"), names.key("公务用车购置费")),
    (
        frozenset({"个", "次", "批次", "团组"}),
        pattern(r"(?:出国|出境)[^，。；：、]{0,6}团组(?:数|共|累计)?$"),
        names.key("因公出国(境)费"),
    ),
    (frozenset({"批次", "批"}), pattern(r"接待[^，。；：、]{0,6}$"), names.key("公务接待费")),
)
"""The unit of what is counted, the words before it, and the item that pays for it."""


@dataclass(frozen=True, eq=False, slots=True)
class Moneyless:
    """A count above zero and the table cell for the money spent on it."""

    count: Mention
    item: Item


def moneyless(items: Mapping[str, Sequence[Item]], mentions: Sequence[Mention], year: int | None) -> Iterator[Moneyless]:
    """Every such count whose item the tables show, by one value, for its year; `year` is the report year."""
    for mention in mentions:
        if mention.figure.kind != "count" or not mention.figure.value or mention.passage.cell is not None:
            continue
        for units, words, key in _SPENT_ON:
            if mention.figure.unit not in units or not words.search(mention.token.lead):
                continue
            when, sure = said_year(mention, year)
            found = [item for item in items.get(key, ()) if item.side == "actual" and item.year == when]
            if sure and len({item.figure.value for item in found}) == 1:
                yield Moneyless(mention, found[0])
