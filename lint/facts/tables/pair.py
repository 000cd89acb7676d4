"""A figure of the text with the table cell that should show the same; two such pairs whose values stand under each other's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.facts.prose.mention import Mention
from lint.facts.prose.slips import TEN_THOUSAND
from lint.facts.tables.items import Item, title_of
from lint.facts.tables.sheets import Sheet
from lint.interval import Interval

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

    @property
    def is_slipped(self) -> bool:
        """Whether the two would be the same if the unit of one were off by ten thousand (元 for 万元)."""
        said, shown = self.mention.figure, self.item.figure
        if not said.value or not shown.value:
            return False
        return any((said.interval * Interval.point(factor)).meets(shown.interval) for factor in TEN_THOUSAND)


@dataclass(frozen=True, eq=False, slots=True)
class UnitSlip:
    """Figures of the text that are ten thousand times, or a ten-thousandth of, what one table shows."""

    sheet: Sheet
    pairs: tuple[Pair, ...]

    @property
    def title(self) -> str:
        """What to call the table."""
        return title_of(self.sheet)


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


def unit_slips(pairs: Sequence[Pair]) -> tuple[UnitSlip, ...]:
    """Every table that no figure of the text agrees with and at least two differ from by exactly ten thousand."""
    by_sheet: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.mention.figure.value or pair.item.figure.value:
            by_sheet.setdefault(id(pair.item.sheet), []).append(pair)
    return tuple(
        UnitSlip(group[0].item.sheet, slipped)
        for group in by_sheet.values()
        if len(slipped := tuple(pair for pair in group if pair.is_slipped)) > 1 and not any(pair.same for pair in group)
    )
