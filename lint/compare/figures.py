"""Figures of the old draft paired with those of the new one: within matched units by the words around them, then those left over by their name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from lint.compare.units import MASK, TELLING, Item, Unit
from lint.figure import QUANTITIES, Figure, Kind

State = Literal["same", "restated", "changed", "removed", "added"]
"""*restated*: the same value printed otherwise (12.50 and 12.5, 1万元 and 10000元)."""
LISTED: frozenset[Kind] = QUANTITIES | {"year", "date"}
"""Kinds whose changes are told; numbering marks and document numbers are paired and not told."""
REACH = 24
"""Characters that are compared on either side of two figures."""
LEAST = 4
"""Points that two figures of a matched unit need to be one: characters around them, their kind, their value."""
KIND, VALUE = 2, 3
NAMED = 6
"""Letters before a figure that name it where no unit is matched."""


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A figure in the old draft and the same one in the new; None where it stands in one of them alone. `label` is what it is called there."""

    old: Figure | None
    new: Figure | None
    label: str = ""

    @property
    def state(self) -> State:
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        return compared(self.old, self.new)

    @property
    def is_listed(self) -> bool:
        """Whether it is of a kind whose changes are told."""
        return any(figure is not None and figure.kind in LISTED for figure in (self.old, self.new))


def compared(old: Figure, new: Figure) -> State:
    """What has become of the value of a figure."""
    if old.value != new.value or (old.kind, old.unit) != (new.kind, new.unit):
        return "changed"
    same = old.step == new.step and old.number.bound == new.number.bound and old.number.scale == new.number.scale
    return "same" if same else "restated"


def paired(old: Sequence[Unit], new: Sequence[Unit], there: Mapping[int, int]) -> tuple[Pair, ...]:
    """Every figure of both drafts once: those of the new one in reading order, then what was removed."""
    found: dict[int, tuple[Item, Item]] = {}
    for one, two in there.items():
        within = list(_within(old[one].items, new[two].items))
        if old[one].form == "row" and old[one].text == new[two].text:
            within += _rest(old[one].items, new[two].items, within)
        found |= {id(later): (earlier, later) for earlier, later in within}
    taken = {id(earlier) for earlier, _ in found.values()}
    left = [(unit, item) for unit in old for item in unit.items if id(item) not in taken]
    fresh = [(unit, item) for unit in new for item in unit.items if id(item) not in found]
    for known in (_name, _value):
        taken = {id(earlier) for earlier, _ in found.values()}
        found |= {
            id(later): (earlier, later)
            for earlier, later in _alone(
                [own for own in left if id(own[1]) not in taken], [own for own in fresh if id(own[1]) not in found], known
            )
        }
    taken = {id(earlier) for earlier, _ in found.values()}
    pairs = [Pair(found[id(item)][0].figure if id(item) in found else None, item.figure, item.label) for unit in new for item in unit.items]
    return (*pairs, *(Pair(item.figure, None, item.label) for _, item in left if id(item) not in taken))


def _within(old: Sequence[Item], new: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs of two matched units: in order where the words around them are the same, else those with most in common first."""
    if [(item.before, item.after) for item in old] == [(item.before, item.after) for item in new]:
        yield from zip(old, new, strict=True)
        return
    scored = [
        (-score, one, two)
        for one, earlier in enumerate(old)
        for two, later in enumerate(new)
        if _is_like(earlier.figure, later.figure) and (score := _score(earlier, later)) >= LEAST
    ]
    ones: set[int] = set()
    twos: set[int] = set()
    for _, one, two in sorted(scored):
        if one not in ones and two not in twos:
            ones.add(one)
            twos.add(two)
            yield old[one], new[two]


def _rest(old: Sequence[Item], new: Sequence[Item], found: Sequence[tuple[Item, Item]]) -> Iterator[tuple[Item, Item]]:
    """What is left of two rows of the same words, in order, where equally many are left: their columns may be called otherwise."""
    olds = [item for item in old if all(item is not earlier for earlier, _ in found)]
    news = [item for item in new if all(item is not later for _, later in found)]
    if len(olds) == len(news) and all(_is_like(one.figure, two.figure) for one, two in zip(olds, news, strict=True)):
        yield from zip(olds, news, strict=True)


def _is_like(old: Figure, new: Figure) -> bool:
    """Whether two figures can be one: quantities both, or of one kind that is none."""
    return old.kind == new.kind or (old.kind in QUANTITIES and new.kind in QUANTITIES)


def _score(old: Item, new: Item) -> int:
    before = _common(old.before[: -REACH - 1 : -1], new.before[: -REACH - 1 : -1])
    after = _common(old.after[:REACH], new.after[:REACH])
    return before + after + KIND * (old.figure.kind == new.figure.kind) + VALUE * (old.figure.value == new.figure.value)


def _common(one: str, other: str) -> int:
    """How many letters two texts begin with in common; masks and signs tell little."""
    return sum(pair[0].isalpha() for pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _alone(
    old: Sequence[tuple[Unit, Item]], new: Sequence[tuple[Unit, Item]], known: Callable[[Unit, Item], Hashable | None]
) -> Iterator[tuple[Item, Item]]:
    """Figures that are known by what no other one left over has in either draft: their passages were torn apart or rewritten."""
    found: dict[Hashable, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    for side, own in enumerate((old, new)):
        for unit, item in own:
            if (key := known(unit, item)) is not None:
                found[unit.form, item.figure.kind, key][side].append(item)
    for earlier, later in found.values():
        if len(earlier) == len(later) == 1:
            yield earlier[0], later[0]


def _name(unit: Unit, item: Item) -> str | None:
    """The words right before a figure, in a row with its label and column; None where they are too few to name it."""
    name = item.before if unit.form == "row" else item.before.rpartition(MASK)[2]
    return name if sum(map(str.isalpha, name)) >= NAMED else None


def _value(_: Unit, item: Item) -> Fraction | None:
    """What a figure says; None where others may well say the same."""
    return item.figure.value if sum(map(str.isdigit, item.figure.number.printed)) >= TELLING else None
