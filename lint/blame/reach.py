"""Whether some figures, set free, can take values that meet every relation they stand in; if not, which relations are in conflict."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from lint.blame.graph import Exact, Graph, Range, Straight, Tie
from lint.cone import Condition, conflict

ROUNDS = 8
"""How often limits are passed on between figures: enough for chains of as many figures as are ever set free together."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The values that the free figures may take, in units of the graph; where there are none, `conflict` are ties that cannot hold together.

    To each it tells which way the others of it would have to move its terms: 1 up, -1 down, 0 is not known.
    """

    ranges: Mapping[int, Range]
    conflict: Mapping[int, int] = field(default_factory=dict)


def reach(graph: Graph, free: frozenset[int], ties: Iterable[int]) -> Reach:
    """What the `free` figures may be, all others as printed, so that `ties` hold."""
    within = {place: free & graph.ties[place].halves.keys() for place in ties}
    for place, inside in within.items():
        if not inside:
            return Reach({}, {place: _way(graph, place)})
    ranges = {unknown: graph.bounds[unknown] for unknown in free}
    lower: dict[int, dict[int, int]] = {unknown: {} for unknown in free}
    upper: dict[int, dict[int, int]] = {unknown: {} for unknown in free}
    for _ in range(ROUNDS if len(free) > 1 else 1):
        moved = False
        for place, inside in within.items():
            for unknown in inside:
                low, high = _window(graph, place, unknown, inside, ranges)
                least, most = ranges[unknown]
                rises = low is not None and (least is None or low > least)
                falls = high is not None and (most is None or high < most)
                if not rises and not falls:
                    continue
                others = [ends for other in inside if other != unknown for ends in (lower[other], upper[other])]
                for moves, limits, up in ((rises, lower, False), (falls, upper, True)):
                    if moves:
                        limits[unknown] = _merged({place: _need(graph, place, unknown, up) if len(inside) == 1 else 0}, *others)
                ranges[unknown] = least, most = (low if rises else least, high if falls else most)
                if (
                    least is not None
                    and most is not None
                    and (least > most or (graph.is_whole(unknown) and not _has_whole(graph, least, most)))
                ):
                    return Reach({}, _merged(lower[unknown], upper[unknown]))
                moved = True
        if not moved:
            break
    shared = {place: inside for place, inside in within.items() if len(inside) > 1}
    if _has_cycle(shared) and (found := _clash(graph, ranges, lower, upper, shared)):
        return Reach({}, dict.fromkeys(found, 0))
    return Reach(ranges)


def _merged(*limits: Mapping[int, int]) -> dict[int, int]:
    """Several reasons as one; where they disagree about the way, it is not known."""
    found: dict[int, int] = {}
    for limit in limits:
        for place, way in limit.items():
            found[place] = way if found.get(place, way) == way else 0
    return found


def _way(graph: Graph, place: int) -> int:
    """Which way the terms of a tie that does not hold must move."""
    straight = graph.straight[place]
    return 0 if straight is None else -1 if straight.least > 0 else 1


def _need(graph: Graph, place: int, unknown: int, up: bool) -> int:
    """Which way the other terms of a tie must move for the unknown to be larger (`up`), or smaller, than the tie lets it."""
    straight = graph.straight[place]
    if straight is None:
        return 0
    return -1 if (straight.factors[unknown] > 0) == up else 1


def _window(graph: Graph, place: int, unknown: int, inside: frozenset[int], ranges: Mapping[int, Range]) -> Range:
    """The values of one unknown for which a tie holds, the other free ones within their ranges."""
    if len(inside) > 1:
        return _worked_out(graph, place, unknown, inside, ranges)
    known = graph.windows.get((place, unknown))
    if known is None:
        known = graph.windows[place, unknown] = _worked_out(graph, place, unknown, inside, ranges)
    return known


def _worked_out(graph: Graph, place: int, unknown: int, inside: frozenset[int], ranges: Mapping[int, Range]) -> Range:
    straight = graph.straight[place]
    if straight is not None:
        return _left(straight, graph.ties[place].order, unknown, inside, ranges)
    parted = _parted(graph, graph.ties[place], unknown, ranges)
    if parted is None:
        return None, None
    (least, most), (low, high) = parted
    if least <= 0 <= most:
        return None, None
    ends = [-end / factor * graph.unit for end in (low, high) for factor in (least, most)]
    return min(ends), max(ends)


def _left(straight: Straight, order: bool, unknown: int, inside: frozenset[int], ranges: Mapping[int, Range]) -> Range:
    """What a sum leaves for one unknown, from the least to the most that the others make."""
    least: Exact | None = straight.least - straight.lows[unknown]
    most: Exact | None = straight.most - straight.highs[unknown]
    for other in inside:
        if other != unknown:
            factor = straight.factors[other]
            low, high = ranges[other] if factor > 0 else (ranges[other][1], ranges[other][0])
            least = None if least is None or low is None else least - straight.lows[other] + factor * low
            most = None if most is None or high is None else most - straight.highs[other] + factor * high
    factor = straight.factors[unknown]
    below = None if least is None else _divided(-least, factor)
    above = None if most is None or order else _divided(-most, factor)
    return (above, below) if factor > 0 else (below, above)


def _divided(value: Exact, by: Exact) -> Exact:
    if by == 1 or by == -1:
        return value * by
    return Fraction(value) / by


Ends = tuple[Fraction, Fraction]


def _parted(graph: Graph, tie: Tie, unknown: int, ranges: Mapping[int, Range]) -> tuple[Ends, Ends] | None:
    """A tie as factor × unknown + rest, each from least to most; None where the unknown occurs in a square, or another is without limit."""
    factor = rest = (Fraction(0), Fraction(0))
    for monomial, value in tie.terms.items():
        if monomial.count(unknown) > 1:
            return None
        product = (value, value)
        for other in monomial:
            if other != unknown:
                allowed = _allowed(graph, tie, other, ranges)
                if allowed is None:
                    return None
                ends = [one * end for one in product for end in allowed]
                product = (min(ends), max(ends))
        if unknown in monomial:
            factor = (factor[0] + product[0], factor[1] + product[1])
        else:
            rest = (rest[0] + product[0], rest[1] + product[1])
    return factor, rest


def _allowed(graph: Graph, tie: Tie, unknown: int, ranges: Mapping[int, Range]) -> Ends | None:
    """The values of an unknown: within its range where it is free, else those that are printed as it is; None without limit."""
    if unknown in ranges:
        low, high = ranges[unknown]
        return None if low is None or high is None else (Fraction(low) / graph.unit, Fraction(high) / graph.unit)
    value, half = graph.value(unknown), tie.halves[unknown]
    return value - half, value + half


def _has_whole(graph: Graph, low: Exact, high: Exact) -> bool:
    return math.ceil(Fraction(low) / graph.unit) * graph.unit <= high


def _has_cycle(shared: Mapping[int, frozenset[int]]) -> bool:
    """Whether ties that share free figures form a ring.

    Where they don't, limits passed on until nothing moves are met by some values (Dechter, 2003: arc consistency is complete on trees).
    """
    group: dict[int, int] = {}

    def top(unknown: int) -> int:
        while group.setdefault(unknown, unknown) != unknown:
            unknown = group[unknown]
        return unknown

    for inside in shared.values():
        tops = [top(unknown) for unknown in inside]
        if len(set(tops)) < len(tops):
            return True
        group.update(dict.fromkeys(tops, tops[0]))
    return False


def _clash(
    graph: Graph,
    ranges: Mapping[int, Range],
    lower: Mapping[int, Mapping[int, int]],
    upper: Mapping[int, Mapping[int, int]],
    shared: Mapping[int, frozenset[int]],
) -> frozenset[int]:
    """The ties that cannot hold together, by linear programming; empty where they can.

    Ties that multiply unknowns are left out: that can only make more possible.
    """
    conditions: list[Condition] = []
    causes: list[frozenset[int]] = []
    for unknown, (low, high) in ranges.items():
        for sign, end, limits in ((1, high, upper), (-1, low, lower)):
            if end is not None:
                conditions.append(Condition({str(unknown): Fraction(sign)}, Fraction(sign * end)))
                causes.append(frozenset(limits[unknown]))
    for place, inside in shared.items():
        straight = graph.straight[place]
        if straight is None:
            continue
        rests = [(1, straight.least, straight.lows)] + ([] if graph.ties[place].order else [(-1, straight.most, straight.highs)])
        for sign, end, each in rests:
            rest = end - sum(each[unknown] for unknown in inside)
            conditions.append(
                Condition({str(unknown): Fraction(sign * straight.factors[unknown]) for unknown in inside}, Fraction(-sign * rest))
            )
            causes.append(frozenset((place,)))
    return frozenset[int]().union(*(causes[index] for index in conflict(conditions)))
