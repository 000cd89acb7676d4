"""Units of the old draft matched with those of the new one, also where text was put in, taken out, moved or reworded.

What is said exactly once in either draft is matched first, wherever it stands (after P. Heckel, A technique for isolating
differences between files, CACM 21, 1978); from there matches spread to neighbours that say the same; what is left between matched
neighbours is likened there, and only then anywhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from lint.compare.units import Unit

ANCHOR = 3
"""Letters that a unit needs to be known again by its words alone, wherever it stands."""
NEAR, FAR = Fraction(2, 5), Fraction(3, 5)
"""How alike (0 to 1) two units must be that stand between the same neighbours, and two that stand anywhere."""
SCALE = 1_000_000
"""The weight of a feature that one unit alone has."""
TELLING = 8
"""Features that a reworded unit needs to be found elsewhere."""
COMMON = 40
"""A feature of more units tells none apart."""
BESIDE = 4
"""What the words of a unit weigh against its numbers, and against either neighbour, where several might be the one."""
CROWD = 10_000
"""Between neighbours that leave more comparisons than this, what is alike is found as it is anywhere."""


def matched(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """The index of the new unit for the index of each old one that has its like."""
    pairs = _Pairs(old, new)
    pairs.anchor()
    pairs.spread()
    pairs.between()
    pairs.anywhere()
    pairs.spread()
    pairs.between()
    return pairs.there


class Likeness:
    """How alike units are. What many units of a draft say (满分10分，自评得分) weighs little, what one alone says much."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        counts = [Counter(feature for unit in units for feature in unit.features) for units in (old, new)]
        self._weights = {feature: SCALE // count for feature, count in (counts[0] | counts[1]).items()}

    def of(self, one: Unit, other: Unit) -> Fraction:
        """1 for the same words, 0 for different forms, else the weight of what they share against that of all they have."""
        if one.form != other.form:
            return Fraction(0)
        return Fraction(1) if one.text == other.text else self.shared(one.features, other.features)

    def shared(self, one: frozenset[str], other: frozenset[str]) -> Fraction:
        """Twice the weight of what two sets share over that of all they have; 0 where they have nothing."""
        both = self._weigh(one) + self._weigh(other)
        return Fraction(2 * self._weigh(one & other), both) if both else Fraction(0)

    def _weigh(self, features: frozenset[str]) -> int:
        return sum(map(self._weights.__getitem__, features))


class _Pairs:
    """Matches while they are made, from old to new (`there`) and back (`back`)."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old, self.new = old, new
        self.like = Likeness(old, new)
        self.there: dict[int, int] = {}
        self.back: dict[int, int] = {}

    def anchor(self) -> None:
        """Match what both drafts say exactly once."""
        count, other = Counter(unit.key for unit in self.old), Counter(unit.key for unit in self.new)
        place = {unit.key: index for index, unit in enumerate(self.new)}
        for index, unit in enumerate(self.old):
            if unit.letters >= ANCHOR and count[unit.key] == other[unit.key] == 1:
                self._join(index, place[unit.key])

    def spread(self) -> None:
        """Match neighbours of matches that say the same, and so on."""
        for step in (1, -1):
            for start in sorted(self.there, reverse=step < 0):
                one, two = start + step, self.there[start] + step
                while self._are_free(one, two) and self.old[one].key == self.new[two].key:
                    self._join(one, two)
                    one, two = one + step, two + step

    def between(self) -> None:
        """Match what is alike between matched neighbours."""
        for run in _runs(len(self.old), self.there):
            before, after = self.there.get(run[0] - 1, -1), self.there.get(run[-1] + 1, len(self.new))
            free = [*self._free(before, 1), *self._free(after, -1)]
            if len(run) * len(free) <= CROWD:
                self._best(((one, two) for one in run for two in dict.fromkeys(free)), NEAR)

    def anywhere(self) -> None:
        """Match what is alike and stands elsewhere; what is said equally often in both drafts, in order."""
        same: dict[object, list[int]] = defaultdict(list)
        index: dict[str, list[int]] = defaultdict(list)
        for two in self._left(self.new, self.back):
            same[self.new[two].key].append(two)
            for feature in self.new[two].features:
                index[feature].append(two)
        near: list[tuple[int, int]] = []
        for one in self._left(self.old, self.there):
            common = Counter(two for feature in self.old[one].features if len(index[feature]) <= COMMON for two in index[feature])
            near += [(one, two) for two, _ in common.most_common(5)] if len(self.old[one].features) >= TELLING else []
            near += [(one, two) for two in same[self.old[one].key][:5] if self.old[one].letters >= ANCHOR]
        self._best(near, FAR)

    def _best(self, candidates: Iterable[tuple[int, int]], least: Fraction) -> None:
        """Match the likest of candidates first, of those equally alike the ones between the likest neighbours, and the first with the first."""
        scored = [(-self._rank(one, two), one, two) for one, two in candidates if self.like.of(self.old[one], self.new[two]) >= least]
        for _, one, two in sorted(scored):
            if self._are_free(one, two):
                self._join(one, two)

    def _rank(self, one: int, two: int) -> Fraction:
        """How alike two units are, the numbers in them and the units beside them: forms repeat their sentences for every project."""
        return (
            self.like.of(self.old[one], self.new[two])
            + (
                self.like.shared(self.old[one].numbers, self.new[two].numbers)
                + self._beside(one - 1, two - 1)
                + self._beside(one + 1, two + 1)
            )
            / BESIDE
        )

    def _beside(self, one: int, two: int) -> Fraction:
        """How alike two neighbours are; a matched one is like its match alone."""
        if not (0 <= one < len(self.old) and 0 <= two < len(self.new)):
            return Fraction(0)
        if one in self.there or two in self.back:
            return Fraction(self.there.get(one) == two)
        return self.like.of(self.old[one], self.new[two])

    def _free(self, start: int, step: int) -> Iterator[int]:
        """The unmatched new units right beside one."""
        at = start + step
        while 0 <= at < len(self.new) and at not in self.back:
            yield at
            at += step

    def _are_free(self, one: int, two: int) -> bool:
        return 0 <= one < len(self.old) and 0 <= two < len(self.new) and one not in self.there and two not in self.back

    def _left(self, units: Sequence[Unit], taken: dict[int, int]) -> list[int]:
        return [index for index in range(len(units)) if index not in taken]

    def _join(self, one: int, two: int) -> None:
        self.there[one], self.back[two] = two, one


def _runs(length: int, taken: dict[int, int]) -> Iterator[list[int]]:
    """Stretches of neighbours that are not taken."""
    run: list[int] = []
    for index in range(length):
        if index not in taken:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run
