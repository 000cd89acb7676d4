"""From the searches of single broken relations to groups of them, and all cheapest repairs of each group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from lint.blame.graph import Graph, graph
from lint.blame.records import Blame, Repair
from lint.blame.search import Blocks, Cluster, TooMuch, cheapest, competing
from lint.blame.told import Evidence, common, ordered
from lint.check import Check
from lint.figure import Figure
from lint.say import Say

MOST_REPAIRS = 120
"""Where a group has more smallest repairs than these, none of them says anything."""
MOST_COVERS = 2_000
"""How many ways to combine clusters are looked at."""
TOO_MANY = Say("可能的改法太多，不能判断是哪一个数有误", "there are too many ways to mend it to tell which figure is wrong")


def blame(checks: Sequence[Check], figures: Sequence[Figure] = ()) -> tuple[Blame, ...]:
    """The groups of broken checks with all their cheapest repairs; `figures` are those of the documents, for evidence.

    A group is what can only be mended together. Checks that were not decided, or compare approximate figures, say nothing.
    """
    claims = graph(checks)
    clusters, lost = _clusters(claims)
    evidence = Evidence(claims, figures)
    groups = _parted(claims.broken, clusters)
    return tuple(blamed for group in groups for blamed in _told(claims, group, clusters, evidence, lost))


def _clusters(claims: Graph) -> tuple[list[Cluster], set[int]]:
    """Every cluster that a cheapest way to mend the graph may use, and the broken ties for which they could not all be found."""
    found: dict[tuple[frozenset[int], frozenset[int]], Cluster] = {}
    lost: set[int] = set()
    for place in claims.broken:
        try:
            found.update(((cluster.free, cluster.dropped), cluster) for cluster in cheapest(claims, place))
        except TooMuch:
            lost.add(place)
    blocks = _blocks(claims, found.values())
    for place in blocks.block:
        try:
            found.update(((cluster.free, cluster.dropped), cluster) for cluster in competing(claims, place, blocks))
        except TooMuch:
            lost.add(place)
    return list(found.values()), lost


def _blocks(claims: Graph, clusters: Iterable[Cluster]) -> Blocks:
    """One way to mend every broken tie, by the clusters that mend most for their cost."""
    block: dict[int, int] = {}
    costs: dict[int, int] = {}
    for number, cluster in enumerate(
        sorted(clusters, key=lambda cluster: (Fraction(cluster.cost, len(cluster.mends)), -len(cluster.mends), min(cluster.mends)))
    ):
        if cluster.mends.isdisjoint(block):
            block.update(dict.fromkeys(cluster.mends, number))
            costs[number] = cluster.cost
    for number, cluster in enumerate(clusters, len(costs) + len(claims.broken) * MOST_COVERS):
        rest = cluster.mends - block.keys()
        if rest:
            block.update(dict.fromkeys(rest, number))
            costs[number] = cluster.cost
    return Blocks(claims, block, costs)


def _parted(broken: Iterable[int], clusters: Iterable[Cluster]) -> list[frozenset[int]]:
    """The broken ties in groups that no cluster reaches across."""
    group = {place: place for place in broken}
    for found in clusters:
        together = {group[place] for place in found.mends}
        group = {place: min(together) if own in together else own for place, own in group.items()}
    return [frozenset(place for place, own in group.items() if own == first) for first in sorted(set(group.values()))]


def _told(claims: Graph, broken: frozenset[int], clusters: Sequence[Cluster], evidence: Evidence, lost: set[int]) -> Iterator[Blame]:
    """What is to be said of broken ties: of each group of them, once the clusters that no cheapest cover uses are left out."""
    own = [cluster for cluster in clusters if cluster.mends <= broken]
    covers = list(islice(_covers(broken, own), MOST_COVERS))
    if not covers or len(covers) == MOST_COVERS or broken & lost:
        yield Blame(tuple(claims.ties[place].check for place in sorted(broken)), open=TOO_MANY)
        return
    least = min(_cost(cover) for cover in covers)
    best = [cover for cover in covers if _cost(cover) == least]
    for group in _parted(sorted(broken), (cluster for cover in best for cluster in cover)):
        shared = {tuple(cluster for cluster in cover if cluster.mends <= group): None for cover in best}
        yield _blame(claims, group, list(shared), evidence)


def _blame(claims: Graph, group: frozenset[int], covers: Sequence[tuple[Cluster, ...]], evidence: Evidence) -> Blame:
    indexes = tuple(claims.ties[place].check for place in sorted(group))
    if len(covers) > MOST_REPAIRS:
        return Blame(indexes, open=TOO_MANY)
    repairs = ordered([_repair(claims, cover, evidence) for cover in covers])
    return Blame(indexes, repairs, common(repairs))


def _cost(cover: Sequence[Cluster]) -> int:
    return sum(cluster.cost for cluster in cover)


def _repair(claims: Graph, cover: Sequence[Cluster], evidence: Evidence) -> tuple[Repair, int]:
    """A repair with the weight of what speaks for it."""
    made = [evidence.change(unknown, cluster.ranges[unknown]) for cluster in cover for unknown in sorted(cluster.free)]
    unbound = tuple(claims.ties[place].check for cluster in cover for place in sorted(cluster.dropped))
    changes = sorted((change for change, _ in made), key=lambda change: (change.figure.file, change.figure.span))
    return Repair(tuple(changes), unbound), sum(weight for _, weight in made)


def _covers(broken: frozenset[int], clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, ...]]:
    """Every way to mend all broken ties with clusters that don't overlap."""
    if not broken:
        yield ()
        return
    first = min(broken)
    for cluster in clusters:
        if first in cluster.mends and cluster.mends <= broken:
            for rest in _covers(broken - cluster.mends, clusters):
                yield (cluster, *rest)
