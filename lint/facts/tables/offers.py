"""What tables offer to running text: the plan of a thing, and the total that a part shown in a table belongs to.

“支出11.92万元，完成预算的74.5%” may leave the plan to the table above it, “接待费9.22万元，占17.59%” the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.prose.mention import Mention
from lint.facts.tables.dating import said_year
from lint.facts.tables.items import Item, fund_of, scope_of, total_word
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.nesting import groups
from lint.facts.tables.sheets import Line
from lint.figure import Figure

_MANY = 16
"""How many cells of one name are looked at."""


class Offers:
    """The cells of the tables, to be found by what running text calls them."""

    def __init__(self, items: Mapping[str, Sequence[Item]], tokens: Sequence[Token], year: int | None) -> None:
        self._items = items
        self._tokens = tokens
        self._year = year
        self._made: dict[Figure, Mention] = {}

    def plans(self, part: Mention) -> list[Mention]:
        """The planned amounts of the same thing and year; from the very line that shows the figure where there is one."""
        items = [item for item in self._near(part.key, part) if item.answers(total_word(part.name))]
        lines = [item.line for item in items if item.side == "actual" and _shows(item, part)]
        planned = [item for item in items if item.side == "plan"]
        fitting = [item for item in planned if item.line in lines] or [item for item in planned if self._reaches(item, part)]
        return [self._level(item.figure, f"{item.name}（{item.column.name}）", item, plan=True) for item in fitting]

    def called(self, base: str, part: Mention) -> list[Mention]:
        """The amounts of the year and side of `part` that have the name `base`."""
        items = self._near(names.key(base), part)
        side = names.side(base) or part.side
        found = [item for item in items if item.answers(total_word(base)) and item.side == side and self._reaches(item, part)]
        return [self._level(item.figure, item.name, item, plan=side == "plan") for item in found]

    def inputs(self, name: str, ratio: Mention) -> list[Mention]:
        """The amounts of this name and of the year and scope of a ratio; planned ones only where the name says so, those of a fund if it or the text does."""
        said = names.side(name) if names.says_side(name) else ""
        before = ratio.passage.text[: ratio.start]
        year, scope, funds = said_year(ratio, self._year)[0], scope_of(before), {"", fund_of(name), fund_of(before)}
        found = [
            item
            for item in self._near(names.key(name), ratio)
            if item.answers(total_word(name))
            and (item.side == said if said else item.side != "plan")
            and (item.year, item.scope) == (year, scope)
            and year is not None
            and item.fund in funds
        ]
        return [self._level(item.figure, item.name, item, plan=said == "plan") for item in found]

    def totals(self, part: Mention) -> list[Mention]:
        """The total of the column in which a table shows this figure under its name, then the total right above it."""
        found: list[Mention] = []
        for item in self._near(part.key, part):
            if not _shows(item, part) or (item.side and part.side and item.side != part.side):
                continue
            for line in _totals(item):
                figure = line.figure(item.column)
                if figure is not None and figure is not item.figure:
                    found.append(self._level(figure, plain_label(line.label), item, plan=item.side == "plan"))
        return list(dict.fromkeys(found))

    def _near(self, key: str, part: Mention) -> Sequence[Item]:
        """The items of a name, the nearest ones first where there are many."""
        items = self._items.get(key, ())
        at = part.figure.span.start
        return items if len(items) <= _MANY else nsmallest(_MANY, items, key=lambda item: abs(item.figure.span.start - at))

    def _reaches(self, item: Item, part: Mention) -> bool:
        """Whether an item is of the year, scope and fund that the text is about."""
        before = part.passage.text[: part.start]
        same = item.year is not None and item.year == said_year(part, self._year)[0]
        return same and (scope_of(before), fund_of(before)) == (item.scope, item.fund)

    @cached_property
    def _by_figure(self) -> dict[Figure, Token]:
        return {token.figure: token for token in self._tokens}

    def _level(self, figure: Figure, name: str, item: Item, *, plan: bool) -> Mention:
        if figure not in self._made:
            self._made[figure] = Mention(self._by_figure[figure], "level", name, year=item.year, inherited=item.side, task=plan)
        return self._made[figure]


def _shows(item: Item, part: Mention) -> bool:
    return item.figure.kind == part.figure.kind and item.figure.interval.meets(part.figure.interval) and bool(part.figure.value)


def _totals(item: Item) -> Iterator[Line]:
    """The highest total of the item's panel, where there is one, and the total that the item's line belongs to."""
    highest = max((rank(line) for line in item.panel.lines), default=0)
    tops = [line for line in item.panel.lines if rank(line) == highest]
    if highest > 1 and len(tops) == 1:
        yield tops[0]
    for group in groups(item.panel):
        if item.line in group.parts:
            yield group.total
