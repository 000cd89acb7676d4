"""The cheapest sets of changes that mend one broken relation and leave nothing that they touch broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

from lint.blame.graph import Graph, Range
from lint.blame.reach import reach

MOST_FIGURES = 4
"""A cluster of more changes than these is not looked for."""
MOST_WORK, ALL_WORK = 4_000, 20_000
"""How many sets of changes are tried for one broken relation, and for all of them together (of each of the two searches)."""


class TooMuch(Exception):
    """The work would exceed its bound."""


@dataclass(slots=True)
class Work:
    """How many sets of changes may still be tried. What one broken relation leaves over, the next ones may use."""

    left: int = ALL_WORK

    def shared(self, seeds: Sequence[int], search: Callable[[int, Work], Iterator[Cluster]]) -> Iterator[tuple[int, list[Cluster] | None]]:
        """What is found for every seed, each within its share of the work; None where that did not suffice."""
        for at, seed in enumerate(seeds):
            share = Work(min(MOST_WORK, self.left // (len(seeds) - at)))
            given = share.left
            try:
                yield seed, list(search(seed, share))
            except TooMuch:
                yield seed, None
            self.left -= given - share.left

    def spend(self) -> None:
        """Count one set. Raises TooMuch where none is left."""
        if not self.left:
            raise TooMuch
        self.left -= 1


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Changes that hang together: `free` figures with the `ranges` they may take (in units of the graph), and relations taken for wrongly read.

    `mends` are the broken ties that hold afterwards, or are dropped; `touches` all ties that the changes stand in and that are not dropped.
    """

    free: frozenset[int]
    dropped: frozenset[int]
    cost: int
    mends: frozenset[int]
    touches: frozenset[int]
    ranges: Mapping[int, Range]


@dataclass(frozen=True)
class Blocks:
    """A known way to mend everything: the block of each broken tie, and what mending each block costs.

    No cheapest way holds a cluster that costs more than all blocks that it touches.
    """

    graph: Graph
    block: Mapping[int, int]
    costs: Mapping[int, int]

    def worth(self, mends: Iterable[int]) -> int:
        """What the blocks of these broken ties cost."""
        return sum(self.costs[block] for block in {self.block[place] for place in mends})

    def saving(self, mends: frozenset[int]) -> int:
        """The most that further changes can save: one figure in several blocks may cost less than these."""
        touched = {self.block[place] for place in mends}
        gains = (sum(self.costs[block] for block in blocks - touched) - price for blocks, price in self._savers)
        return sum(gain for gain in gains if gain > 0)

    @cached_property
    def _savers(self) -> list[tuple[frozenset[int], int]]:
        """The figures whose change may mend several blocks for less than these cost one by one: their blocks and their prices."""
        found = []
        for places, price in zip(self.graph.at, self.graph.prices, strict=True):
            blocks = frozenset(self.block[place] for place in places if place in self.block)
            if sum(self.costs[block] for block in blocks) > price and len(blocks) > 1:
                found.append((blocks, price))
        return found


def cheapest(graph: Graph, seed: int, work: Work) -> Iterator[Cluster]:
    """All clusters that mend the tie `seed` at the lowest cost. Raises TooMuch."""
    least: int | None = None
    for cluster in _clusters(graph, seed, None, work):
        if least is not None and cluster.cost > least:
            return
        least = cluster.cost
        yield cluster


def competing(graph: Graph, blocks: Blocks, seed: int, work: Work) -> Iterator[Cluster]:
    """All clusters that mend the tie `seed` and may be part of a cheapest way to mend everything. Raises TooMuch."""
    return _clusters(graph, seed, blocks, work)


def _clusters(graph: Graph, seed: int, blocks: Blocks | None, work: Work) -> Iterator[Cluster]:
    """Clusters by their cost: figures are set free, or broken relations dropped, one by one where there is a conflict."""
    number = 0
    queue: list[tuple[int, int, frozenset[int], frozenset[int]]] = [(0, 0, frozenset(), frozenset())]
    seen = {(queue[0][2], queue[0][3])}
    broken = frozenset(graph.broken)
    while queue:
        cost, _, free, dropped = heappop(queue)
        ties = {place for unknown in free for place in graph.at[unknown]} | {seed}
        mends = dropped | (ties & broken)
        slack = blocks.worth(mends) - cost if blocks else 0
        if blocks and slack < 0 and slack + blocks.saving(mends) < 0:
            continue
        work.spend()
        found = reach(graph, free, ties - dropped)
        if not found.conflict:
            if slack >= 0:
                yield Cluster(free, dropped, cost, mends, frozenset(ties - dropped), found.ranges)
            if blocks is None:
                continue
            after = []
            extended = _beside(graph, free, ties, broken - mends)
        else:
            after = [(cost + graph.ties[place].price, free, dropped | {place}) for place in found.conflict if place in broken]
            extended = _helpful(graph, free, found.conflict)
        after += [
            (cost + sum(graph.prices[unknown] for unknown in more), free | more, dropped)
            for more in extended
            if len(free) + len(more) <= MOST_FIGURES
        ]
        for price, figures, relations in after:
            if (figures, relations) not in seen:
                seen.add((figures, relations))
                number += 1
                heappush(queue, (price, number, figures, relations))


def _beside(graph: Graph, free: frozenset[int], ties: Set[int], broken: Set[int]) -> set[frozenset[int]]:
    """The figures of other broken ties that also stand in one of `ties`: mending both at once may be cheaper than each apart."""
    others = {unknown for place in broken for unknown in graph.ties[place].halves}
    return {frozenset((unknown,)) for unknown in others - free if not ties.isdisjoint(graph.at[unknown])}


def _helpful(graph: Graph, free: frozenset[int], conflict: Mapping[int, int]) -> set[frozenset[int]]:
    """The figures one of which must change to end a conflict, each with those that would have to give way to it.

    A score that stands at its full mark cannot rise without it; nothing that is 0 and cannot be less falls.
    """
    found: set[frozenset[int]] = set()
    for place, way in conflict.items():
        straight = graph.straight[place]
        for unknown in graph.ties[place].halves.keys() - free:
            if straight is None or not way:
                found.add(frozenset((unknown,)))
            elif (together := _moved(graph, unknown, way if straight.factors[unknown] > 0 else -way)) is not None:
                found.add(together - free)
    return found


def _moved(graph: Graph, unknown: int, way: int) -> frozenset[int] | None:
    """What must change for a figure to become larger (`way` 1), or smaller; None where it cannot."""
    if way < 0 and graph.bounds[unknown][0] == 0 and not graph.value(unknown):
        return None
    together = {unknown}
    for place in graph.at[unknown]:
        straight = graph.straight[place]
        if graph.ties[place].order and straight is not None and straight.most == 0 and straight.factors[unknown] * way > 0:
            together |= straight.factors.keys()
    return frozenset(together)
