"""Levels that nothing prints, inferred from full marks: an indicator stands above the following ones that add up to it.

Used for rows alone that stand under one another without levels (85分 40分 15分 15分 10分 35分 10分), and only where
everything fits: each level its parent, and the outermost the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from lint.facts.scores.nodes import Item
from lint.say import Say

_TRIES = 3000
"""How many steps the search may take; a form has a few dozen rows."""
_DEEPEST = 4


def apportioned(items: Sequence[Item], whole: Fraction, *, scored: bool = False) -> list[Item] | None:
    """The items with depths under which all full marks add up; None where there is no such way.

    `scored` lets a row with a score stand above others; without it such a row is a leaf.
    """
    if not items or any(item.full is None for item in items):
        return None
    search = _Search(items, scored=scored)
    depths = next((way for way in search.rows(0, whole, 1) if len(way) == len(items)), None)
    return [replace(item, depth=depth) for item, depth in zip(items, depths, strict=True)] if depths is not None else None


class _Search:
    """The ways to read items as levels, nested ones first."""

    def __init__(self, items: Sequence[Item], *, scored: bool) -> None:
        self._marks = [item.full.value if item.full else Fraction(0) for item in items]
        self._scored = [item.awarded is not None and not scored for item in items]
        self._left = _TRIES

    def rows(self, start: int, wanted: Fraction, depth: int) -> Iterator[tuple[int, ...]]:
        """Depths of the items from `start` on whose outermost full marks add up to `wanted`."""
        self._left -= 1
        if not wanted:
            yield ()
        if wanted <= 0 or start >= len(self._marks) or self._left < 0 or self._marks[start] <= 0:
            return
        mark = self._marks[start]
        if mark > wanted:
            return
        if not self._scored[start] and depth < _DEEPEST:
            for below in self.rows(start + 1, mark, depth + 1):
                for rest in self.rows(start + 1 + len(below), wanted - mark, depth):
                    yield (depth, *below, *rest)
        if not self._scored[start] and start + 1 < len(self._marks) and self._scored[start + 1]:
            return  # a name with a cap before a row that is scored stands above it
        for rest in self.rows(start + 1, wanted - mark, depth):
            yield (depth, *rest)


APPORTIONED = Say("层级没有写明，按各项满分相加推定", "levels are not printed; they were inferred from the full marks")
