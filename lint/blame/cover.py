"""The cheapest ways to mend broken ties with clusters, and which ties can only be told of together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations, islice

from lint.blame.graph import Graph
from lint.blame.reach import reach
from lint.blame.search import Cluster

MOST_COVERS = 2_000
"""How many ways to combine clusters are looked at."""
Cover = tuple[Cluster, ...]
"""Clusters that mend some broken ties, each of them once, and can all be made at the same time."""


class Covers:
    """The cheapest covers of broken ties by these clusters."""

    def __init__(self, graph: Graph, clusters: Sequence[Cluster], lost: Set[int] = frozenset()) -> None:
        """`lost` are broken ties for which not all clusters are known: nothing can be said of what hangs together with them."""
        self._graph = graph
        self._clusters = clusters
        self._lost = lost
        self._clashes: dict[frozenset[Cluster], bool] = {}

    def groups(self, broken: Iterable[int]) -> Iterator[tuple[frozenset[int], list[Cover] | None]]:
        """The broken ties in groups that have nothing to do with one another, with all cheapest covers of each; None where they are too many."""
        together = [cluster.mends for cluster in self._clusters]
        while True:
            best = {group: self._cheapest(group) for group in parted(broken, together)}
            across = [
                one | other for one, other in combinations(best, 2) if any(self._clash(*pair) for pair in _pairs(best[one], best[other]))
            ]
            if not across:
                break
            together += across
        for group, covers in best.items():
            if covers is None:
                yield group, None
            else:
                yield from self._split(group, covers)

    def _split(self, broken: frozenset[int], covers: Sequence[Cover]) -> Iterator[tuple[frozenset[int], list[Cover]]]:
        """The parts of a group, once the clusters that no cheapest cover uses are left out."""
        clusters = {cluster: None for cover in covers for cluster in cover}
        clashing = [one.mends | other.mends for one, other in combinations(clusters, 2) if self._clash(one, other)]
        for group in parted(sorted(broken), [*(cluster.mends for cluster in clusters), *clashing]):
            yield group, list({tuple(cluster for cluster in cover if cluster.mends <= group): None for cover in covers})

    def _cheapest(self, broken: frozenset[int]) -> list[Cover] | None:
        if not self._lost.isdisjoint(broken):
            return None
        own = [cluster for cluster in self._clusters if cluster.mends <= broken]
        covers = list(islice(self._covers(broken, own, ()), MOST_COVERS))
        if not covers or len(covers) == MOST_COVERS:
            return None
        least = min(map(_cost, covers))
        return [cover for cover in covers if _cost(cover) == least]

    def _covers(self, broken: frozenset[int], clusters: Sequence[Cluster], chosen: Cover) -> Iterator[Cover]:
        if not broken:
            yield chosen
            return
        first = min(broken)
        for cluster in clusters:
            if first in cluster.mends and cluster.mends <= broken and not any(self._clash(cluster, other) for other in chosen):
                yield from self._covers(broken - cluster.mends, clusters, (*chosen, cluster))

    def _clash(self, one: Cluster, other: Cluster) -> bool:
        """Whether two clusters that mend different ties cannot both be made: 得分 to 4 and its 满分 to 2 each hold only alone."""
        if one.touches.isdisjoint(other.touches) or not one.mends.isdisjoint(other.mends):
            return False
        pair = frozenset((one, other))
        if pair not in self._clashes:
            free, touched = one.free | other.free, one.touches | other.touches
            self._clashes[pair] = bool(one.free & other.free or reach(self._graph, free, touched).conflict)
        return self._clashes[pair]


def parted(broken: Iterable[int], together: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The broken ties in groups that none of the sets `together` reaches across."""
    group = {place: place for place in broken}
    for places in together:
        joined = {group[place] for place in places}
        group = {place: min(joined) if own in joined else own for place, own in group.items()}
    return [frozenset(place for place, own in group.items() if own == first) for first in sorted(set(group.values()))]


def _pairs(one: Sequence[Cover] | None, other: Sequence[Cover] | None) -> Iterator[tuple[Cluster, Cluster]]:
    """The clusters of some covers, each with each of other covers."""
    mine, its = ({cluster: None for cover in covers or () for cluster in cover} for covers in (one, other))
    return ((first, second) for first in mine for second in its)


def _cost(cover: Cover) -> int:
    return sum(cluster.cost for cluster in cover)
