"""When a change that every repair makes is still no reason to suspect its figure: where only one relation asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from lint.blame.graph import Graph


def doubted(claims: Graph, group: Iterable[int], suspects: Iterable[int], proven: frozenset[int]) -> dict[int, int]:
    """The suspects for which as much speaks as for one relation being read wrongly, with that broken tie.

    A relation that holds confirms itself; one that does not is confirmed by nothing. So a suspect needs a second broken relation that
    asks for the same, or a relation that holds for each of the other figures of the broken one, or evidence of its own (`proven`).
    """
    broken = frozenset(group)
    found: dict[int, int] = {}
    for unknown in suspects:
        asking = [place for place in claims.at[unknown] if place in broken]
        if unknown in proven or len(asking) != 1:
            continue
        others = claims.ties[asking[0]].halves.keys() - {unknown}
        if not all(claims.confirms(other, unknown) for other in others):
            found[unknown] = asking[0]
    return found
