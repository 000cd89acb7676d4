"""The claim graph: figures as unknowns, and the relations that tie them together."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lint.blame.terms import Terms, TooLong, difference
from lint.check import Check
from lint.figure import Figure
from lint.place import Span

PRICE_FIGURE, PRICE_FULL = 2, 4
"""What it costs to say that a figure is wrong, and that a full mark is which another relation confirms: those are copied from a form."""
PRICES_UNBOUND = {"high": 6, "medium": 5, "low": 4}
"""What it costs to say that a relation was read wrongly, by how surely it was read; no more than a figure where an innocent reading explains it."""

Exact = int | Fraction
Range = tuple[Exact | None, Exact | None]
"""From least to most, None without limit, in units of the graph."""
ANYTHING: Range = (None, None)
NOT_NEGATIVE: Range = (0, None)


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation: `terms` are 0, or at most 0 where it is an `order`; `halves` tells how far rounding may have moved each unknown."""

    check: int
    terms: Terms
    halves: Mapping[int, Fraction]
    order: bool
    price: int

    @property
    def is_linear(self) -> bool:
        return all(len(monomial) < 2 for monomial in self.terms)

    def rest(self, value: Callable[[int], Fraction]) -> Fraction:
        """What the terms give at these values."""
        return sum((factor * math.prod(map(value, monomial)) for monomial, factor in self.terms.items()), Fraction(0))


@dataclass(frozen=True, slots=True)
class Straight:
    """A linear tie in units of the graph: the factor of each unknown, the least and the most that it contributes as printed, and their sums."""

    factors: Mapping[int, Exact]
    lows: Mapping[int, Exact]
    highs: Mapping[int, Exact]
    least: Exact
    most: Exact


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`figures` are the unknowns with their `prices` and the values that their kind allows (`bounds`); `at` are the ties of each.

    `straight` are the linear ties once more, their values multiplied by `unit` so that nearly all are whole numbers. `broken` are the
    ties that the printed values don't meet.
    """

    figures: tuple[Figure, ...]
    prices: tuple[int, ...]
    bounds: tuple[Range, ...]
    ties: tuple[Tie, ...]
    straight: tuple[Straight | None, ...]
    at: tuple[tuple[int, ...], ...]
    broken: tuple[int, ...]
    unit: int
    windows: dict[tuple[int, int], Range] = field(default_factory=dict)
    """What a tie leaves for one unknown while all its others are as printed, once it is worked out."""

    def value(self, unknown: int) -> Fraction:
        return self.figures[unknown].value

    def confirms(self, unknown: int, apart: int) -> bool:
        """Whether an equation that holds, and in which `apart` does not stand, has this figure."""
        return any(
            place not in self.broken and not self.ties[place].order and apart not in self.ties[place].halves for place in self.at[unknown]
        )

    def is_whole(self, unknown: int) -> bool:
        """Whether only whole numbers make sense: people, things counted."""
        figure = self.figures[unknown]
        return figure.kind == "count" and figure.exact


def graph(checks: Sequence[Check]) -> Graph:
    """The graph of the checks that were decided and compare no approximate figure."""
    numbers: dict[tuple[int, Span, Fraction], int] = {}  # one span may be read in 万元 here and without a unit there
    figures: list[Figure] = []

    def number(figure: Figure) -> int:
        key = (figure.file, figure.span, figure.value)
        if key not in numbers:
            numbers[key] = len(figures)
            figures.append(figure)
        return numbers[key]

    ties: list[Tie] = []
    broken: list[int] = []
    full: set[int] = set()
    seen: set[object] = set()
    for index, check in enumerate(checks):
        tie = _tie(index, check, number)
        if tie is None:
            continue
        full.update(number(figure) for figure in _full_marks(check))
        key = (frozenset(tie.terms.items()), tie.order)
        if key in seen:
            continue
        seen.add(key)
        if check.outcome == "broken" and check.severity != "info":
            broken.append(len(ties))
        ties.append(tie)
    return _made(figures, ties, broken, full)


def _made(figures: Sequence[Figure], ties: Sequence[Tie], broken: Sequence[int], full: set[int]) -> Graph:
    at: list[list[int]] = [[] for _ in figures]
    for place, tie in enumerate(ties):
        for unknown in tie.halves:
            at[unknown].append(place)
    confirmed = {unknown for place, tie in enumerate(ties) if not tie.order and place not in broken for unknown in tie.halves}
    parts = {unknown for tie in ties if _adds_up(tie, figures) for unknown in tie.halves}
    exact = [figure.value for figure in figures] + [half for tie in ties for half in tie.halves.values()]
    unit = math.lcm(*(value.denominator for value in exact))
    return Graph(
        tuple(figures),
        tuple(PRICE_FULL if unknown in full and unknown in confirmed else PRICE_FIGURE for unknown in range(len(figures))),
        tuple(NOT_NEGATIVE if _not_negative(figure, unknown in parts) else ANYTHING for unknown, figure in enumerate(figures)),
        tuple(ties),
        tuple(_straight(tie, figures, unit) if tie.is_linear else None for tie in ties),
        tuple(map(tuple, at)),
        tuple(broken),
        unit,
    )


def _tie(index: int, check: Check, number: Callable[[Figure], int]) -> Tie | None:
    """What a check says of its figures; None where it says nothing exact, or was not decided."""
    relation = check.relation
    if relation is None or check.outcome == "undecided" or relation.operator not in ("=", "≤"):
        return None
    figures = [relation.claimed, *relation.formula.figures()]
    excused = check.outcome == "broken" and check.severity == "info"
    if any(figure.approximate for figure in figures) or (excused and relation.verdict() != "last-place"):
        return None
    try:
        terms = difference(relation, number)
    except TooLong:
        return None
    points = relation.exact or relation.operator != "="
    claimed = number(relation.claimed)
    halves = {number(figure): Fraction(0) if points or figure.exact else figure.step / 2 for figure in figures}
    if relation.formula.divides and not points:
        halves[claimed] = relation.claimed.step / 2  # a quotient is printed rounded, whatever it measures
    if excused:
        halves[claimed] += relation.claimed.step  # it was found off by one in the last place, and let pass
    occurring = {unknown for monomial in terms for unknown in monomial}
    halves = {unknown: half for unknown, half in halves.items() if unknown in occurring}
    innocent = check.diagnosis is not None and check.diagnosis.innocent
    price = PRICE_FIGURE if innocent else PRICES_UNBOUND[check.confidence]
    return Tie(index, terms, halves, relation.operator != "=", price)


def _straight(tie: Tie, figures: Sequence[Figure], unit: int) -> Straight:
    by = math.lcm(*(factor.denominator for factor in tie.terms.values()))
    factors = {monomial[0]: _whole(factor * by) for monomial, factor in tie.terms.items() if monomial}
    middles = {unknown: factor * _whole(figures[unknown].value * unit) for unknown, factor in factors.items()}
    halves = {unknown: _whole(abs(Fraction(factor)) * tie.halves[unknown] * unit) for unknown, factor in factors.items()}
    lows = {unknown: middle - halves[unknown] for unknown, middle in middles.items()}
    highs = {unknown: middle + halves[unknown] for unknown, middle in middles.items()}
    rest = _whole(tie.terms.get((), Fraction(0)) * by * unit)
    return Straight(factors, lows, highs, rest + sum(lows.values()), rest + sum(highs.values()))


def _whole(value: Fraction) -> Exact:
    return value.numerator if value.denominator == 1 else value


def _full_marks(check: Check) -> list[Figure]:
    """The full marks among the figures of a check."""
    marks = [related.figure for related in check.related if related.role == "full"]
    relation = check.relation
    if relation is not None and relation.operator == "=" and marks and len(marks) == len(check.related):
        marks.append(relation.claimed)
    return marks


def _adds_up(tie: Tie, figures: Sequence[Figure]) -> bool:
    """Whether a tie is a plain sum of parts: one whole, the rest subtracted from it, nothing negative."""
    return (
        tie.is_linear
        and not tie.order
        and () not in tie.terms
        and sum(factor > 0 for factor in tie.terms.values()) == 1
        and all(figures[unknown].value >= 0 for unknown in tie.halves)
    )


def _not_negative(figure: Figure, is_part: bool) -> bool:
    return figure.value >= 0 and (figure.kind in ("score", "count") or (is_part and figure.kind in ("money", "bare")))
