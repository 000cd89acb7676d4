"""A figure of the text with the table cell that should show the same; two such pairs whose values stand under each other's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.facts.prose.mention import Mention
from lint.facts.tables.items import Item

Grade = Literal["certain", "likely", "open"]


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A figure of the text and the table cell that should show the same; `name` is what the text calls it.

    *certain* where name, year, side and scope all agree, *likely* where only 支出 in the text tells the side, else *open*.
    """

    mention: Mention
    item: Item
    grade: Grade
    name: str

    @property
    def same(self) -> bool:
        return self.mention.figure.interval.meets(self.item.figure.interval)


@dataclass(frozen=True, eq=False, slots=True)
class Swap:
    """Two items whose values stand under each other's name."""

    first: Pair
    second: Pair


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
