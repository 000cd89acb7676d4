"""From the searches of single broken relations to groups of them, and all cheapest repairs of each group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial

from lint.blame.cover import Cover, Covers
from lint.blame.doubt import doubted
from lint.blame.graph import Graph, graph
from lint.blame.records import Blame, Change, Repair
from lint.blame.search import Blocks, Cluster, Work, cheapest, competing
from lint.blame.told import PROOF, Evidence, common, is_possible, ordered
from lint.check import Check
from lint.figure import Figure
from lint.say import Say

MOST_REPAIRS = 120
"""Where a group has more smallest repairs than these, none of them says anything."""
TOO_MANY = Say("可能的改法太多，不能判断是哪一个数有误", "there are too many ways to mend it to tell which figure is wrong")


def blame(checks: Sequence[Check], figures: Sequence[Figure] = ()) -> tuple[Blame, ...]:
    """The groups of broken checks with all their cheapest repairs; `figures` are those of the documents, for evidence.

    A group is what can only be mended together. Checks that were not decided, or compare approximate figures, say nothing.
    """
    claims = graph(checks)
    clusters, lost = _clusters(claims)
    evidence = Evidence(claims, figures)
    return tuple(_blame(claims, group, covers, evidence) for group, covers in Covers(claims, clusters, lost).groups(claims.broken))


def _clusters(claims: Graph) -> tuple[list[Cluster], set[int]]:
    """Every cluster that a cheapest way to mend the graph may use, and the broken ties for which they could not all be found."""
    found: dict[tuple[frozenset[int], frozenset[int]], Cluster] = {}
    lost: set[int] = set()

    def gather(searched: Iterable[tuple[int, list[Cluster] | None]]) -> None:
        for place, clusters in searched:
            found.update(((cluster.free, cluster.dropped), cluster) for cluster in clusters or ())
            lost.update(() if clusters is not None else (place,))

    gather(Work().shared(claims.broken, partial(cheapest, claims)))
    blocks = _blocks(claims, found.values())
    gather(Work().shared([*blocks.block], partial(competing, claims, blocks)))
    return list(found.values()), lost


def _blocks(claims: Graph, clusters: Iterable[Cluster]) -> Blocks:
    """One way to mend every broken tie: by the clusters that mend most for their cost and don't touch each other, the rest dropped."""
    block: dict[int, int] = {}
    costs: dict[int, int] = {}
    touched: set[int] = set()
    for cluster in sorted(clusters, key=lambda each: (Fraction(each.cost, len(each.mends)), -len(each.mends), min(each.mends))):
        if touched.isdisjoint(cluster.touches | cluster.mends):
            costs[len(costs)] = cluster.cost
            block.update(dict.fromkeys(cluster.mends, len(costs) - 1))
            touched |= cluster.touches | cluster.mends
    for place in claims.broken:
        if place not in block:
            costs[len(costs)] = claims.ties[place].price
            block[place] = len(costs) - 1
    return Blocks(claims, block, costs)


def _blame(claims: Graph, group: frozenset[int], covers: Sequence[Cover] | None, evidence: Evidence) -> Blame:
    indexes = tuple(claims.ties[place].check for place in sorted(group))
    if covers is None or len(covers) > MOST_REPAIRS:
        return Blame(indexes, open=TOO_MANY)
    made = [_repair(claims, cover, evidence) for cover in covers]
    suspects = frozenset.intersection(*(frozenset(unknown for cluster in cover for unknown in cluster.free) for cover in covers))
    doubts = doubted(claims, group, suspects, frozenset.intersection(*(proven for _, _, proven in made)))
    possible = [(repair, weight) for repair, weight, _ in made if all(map(is_possible, repair.changes))]
    repairs = ordered(possible or [(repair, weight) for repair, weight, _ in made])
    told = tuple(
        change for change in common(repairs) if any(change.figure is claims.figures[unknown] for unknown in suspects - doubts.keys())
    )
    return Blame(indexes, repairs, told, tuple(sorted({claims.ties[place].check for place in doubts.values()})))


def _repair(claims: Graph, cover: Cover, evidence: Evidence) -> tuple[Repair, int, frozenset[int]]:
    """A repair with the weight of what speaks for it, and the figures whose changes their own digits bear out."""
    changes: list[Change] = []
    weight, proven = 0, set[int]()
    for cluster in cover:
        for unknown in cluster.free:
            change, own = evidence.change(unknown, cluster.ranges[unknown], cluster.free)
            changes.append(change)
            weight += own
            if own >= PROOF:
                proven.add(unknown)
    changes.sort(key=lambda change: (change.figure.file, change.figure.span))
    unbound = tuple(claims.ties[place].check for cluster in cover for place in sorted(cluster.dropped))
    return Repair(tuple(changes), unbound), weight, frozenset(proven)
