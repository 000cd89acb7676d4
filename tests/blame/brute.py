"""The cheapest repairs of a set of checks, found the slow and obvious way: every set of figures is tried.

A repair is a set of figures that are printed otherwise, and of broken checks whose relation is given up, after which every
check that was decided holds (or holds by rounding). All sets are listed by their price, cheapest first; one is a repair if the
linear conditions that the relations put on its figures have a common solution (the method of Fourier and Motzkin, in fractions)
and if `Relation.verdict`, asked of figures printed with that solution, agrees. The sets of the first price that has any are
the answer. Nothing is cut short but sets that leave a broken relation as it is, and sets that change one figure alone
of a relation that holds exactly: neither can be a smallest repair, whatever the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import chain, combinations, product

from lint.check import Check
from lint.expression import Expression
from lint.figure import Figure
from lint.number import plain
from lint.relation import Relation
from tests.blame.prices import Key, full_marks, key_of, price_of, price_to_drop

Set = tuple[frozenset[Key], frozenset[int]]
"""The figures changed, and the indexes of the checks given up."""
Factors = dict[Key, Fraction]
PLACES = 12
"""How many decimals a value may need; what no such decimal prints (a third) is left to the conditions alone."""
GOOD = ("holds", "rounding", "vague")
"""Verdicts on a relation with the values of a repair: a figure printed to very many places leaves coarse ones vague."""


class TooHard(Exception):
    """A relation that this reference cannot decide: a product of two figures that both change."""


@dataclass(frozen=True)
class Condition:
    """The sum of factor × figure is at most `limit`, or below it."""

    factors: Factors
    limit: Fraction
    strict: bool = False


@dataclass(frozen=True)
class Claims:
    """The decided relations of some checks, and the figures that stand in them."""

    relations: Mapping[int, Relation]
    broken: frozenset[int]
    figures: Mapping[Key, Figure]
    prices: Mapping[Key, int]
    drops: Mapping[int, int]
    """What each broken relation costs to give up."""
    within: Mapping[int, frozenset[Key]]
    spare: Mapping[int, Fraction]
    """How much further apart than rounding allows the sides of a relation may be: one in the last place where that is information alone."""

    @classmethod
    def of(cls, checks: Sequence[Check]) -> Claims:
        decided = {
            index: check.relation
            for index, check in enumerate(checks)
            if check.relation is not None and check.outcome in ("holds", "rounding", "broken")
        }
        figures = {key_of(figure): figure for relation in decided.values() for figure in _figures(relation)}
        broken = [index for index in decided if checks[index].outcome == "broken" and checks[index].severity != "info"]
        full = full_marks(checks)
        return cls(
            decided,
            frozenset(broken),
            figures,
            {key: price_of(key, full) for key in figures},
            {index: price_to_drop(checks[index]) for index in broken},
            {index: frozenset(map(key_of, _figures(relation))) for index, relation in decided.items()},
            {index: relation.claimed.step if checks[index].severity == "info" else Fraction(0) for index, relation in decided.items()},
        )

    @cached_property
    def stiff(self) -> Mapping[Key, Sequence[frozenset[Key]]]:
        """The figures of all relations of each figure that hold, and hold for no other value of it alone."""
        found: dict[Key, list[frozenset[Key]]] = {key: [] for key in self.figures}
        for index, relation in self.relations.items():
            if index not in self.broken and _is_stiff(relation):
                for key in self.within[index]:
                    found[key].append(self.within[index])
        return found


def cheapest(checks: Sequence[Check], limit: int) -> tuple[int, set[Set]]:
    """The lowest price of a repair and all repairs of that price; no repairs where none costs `limit` or less."""
    claims = Claims.of(checks)
    if not claims.broken:
        return 0, {(frozenset(), frozenset())}
    for price in range(1, limit + 1):
        found = {made for made in sets(claims, price) if repairs(claims, made)}
        if found:
            return price, found
    return limit + 1, set()


def is_cheapest(checks: Sequence[Check], keys: frozenset[Key]) -> bool:
    """Whether the change of these figures is a repair, and none is cheaper."""
    claims = Claims.of(checks)
    price = sum(claims.prices[key] for key in keys)
    return repairs(claims, (keys, frozenset())) and not any(
        repairs(claims, made) for cheaper in range(price) for made in sets(claims, cheaper)
    )


def sets(claims: Claims, price: int) -> Iterator[Set]:
    """All sets of changes of this price that touch every broken relation or give it up, and change no figure that must stay."""
    for count in range(len(claims.broken) + 1):
        for dropped in map(frozenset, combinations(sorted(claims.broken), count)):
            left = price - sum(claims.drops[index] for index in dropped)
            if left >= 0:
                yield from ((keys, dropped) for keys in _changed(claims, left, dropped))


def _changed(claims: Claims, price: int, dropped: frozenset[int]) -> Iterator[frozenset[Key]]:
    """Sets of figures of this price that touch every broken relation but those dropped."""
    touching = set(_touching(claims, sorted(claims.broken - dropped), frozenset(), price))
    for keys in {frozenset((*first, *rest)) for first in touching for rest in _others(claims, first, price)}:
        if not any(len(keys & others) == 1 for key in keys for others in claims.stiff[key]):
            yield keys


def _touching(claims: Claims, broken: Sequence[int], chosen: frozenset[Key], price: int) -> Iterator[frozenset[Key]]:
    """Sets that touch these broken relations, with a figure of the first, of the first that is left then, and so on."""
    left = [index for index in broken if not claims.within[index] & chosen]
    if not left:
        yield chosen
        return
    for key in claims.within[left[0]]:
        if claims.prices[key] <= price:
            yield from _touching(claims, left[1:], chosen | {key}, price - claims.prices[key])


def _others(claims: Claims, chosen: frozenset[Key], price: int) -> Iterator[tuple[Key, ...]]:
    """All sets of other figures for what is left of the price."""
    rest = price - sum(claims.prices[key] for key in chosen)
    kinds = sorted(set(claims.prices.values()))
    pools = {each: [key for key in claims.figures if claims.prices[key] == each and key not in chosen] for each in kinds}
    for counts in _shares(rest, kinds):
        picked = (combinations(pools[each], count) for each, count in zip(kinds, counts, strict=True))
        yield from (tuple(chain.from_iterable(each)) for each in product(*picked))


def _shares(price: int, kinds: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """How many figures of each price come to `price`."""
    if not kinds:
        yield from [()] if price == 0 else []
        return
    for count in range(price // kinds[0] + 1):
        yield from ((count, *rest) for rest in _shares(price - count * kinds[0], kinds[1:]))


def _is_stiff(relation: Relation) -> bool:
    """Whether the relation holds for one value of each figure alone, the others as printed."""
    return relation.operator == "=" and not relation.formula.divides and (relation.exact or not _slack(relation))


def repairs(claims: Claims, made: Set) -> bool:
    """Whether these figures can be printed so that every relation holds that is not given up."""
    return _solution(claims, made) is not None


def _solution(claims: Claims, made: Set) -> dict[Key, Fraction] | None:
    keys, dropped = made
    touched = {index: claims.relations[index] for index, within in claims.within.items() if index not in dropped and within & keys}
    if claims.broken - dropped - touched.keys():
        return None
    following = {key for key in keys if _follows(claims, key, keys, touched)}
    conditions = [
        condition for index, relation in touched.items() for condition in _conditions(relation, keys, following, claims.spare[index])
    ]
    conditions += [Condition({key: Fraction(-1)}, Fraction(0)) for key in keys - following if _has_floor(claims.figures[key])]
    return _searched(claims, [*sorted(keys - following)], conditions, {}, sorted(following), touched)


def _searched(
    claims: Claims,
    left: list[Key],
    conditions: list[Condition],
    values: dict[Key, Fraction],
    following: list[Key],
    touched: Mapping[int, Relation],
) -> dict[Key, Fraction] | None:
    """Values for the figures that are left, one after the other, so that the verdict on every relation is good."""
    if not left:
        if not all(_can(condition) for condition in conditions):
            return None
        for key in following:
            values = values | {key: _followed(claims, key, values, touched)}
        if any(value * 10**PLACES % 1 for value in values.values()):
            return values
        printed = {key: reprinted(claims.figures[key], value) for key, value in values.items()}
        return values if all(_verdict(relation, printed) in GOOD for relation in touched.values()) else None
    key, *others = left
    rest = conditions
    for other in others:
        rest = eliminated(rest, other)
    for value in _values(key, rest, claims.figures[key].value):
        found = _searched(claims, others, [_with(each, key, value) for each in conditions], values | {key: value}, following, touched)
        if found is not None:
            return found
    return None


def eliminated(conditions: Iterable[Condition], key: Key) -> list[Condition]:
    """What the conditions say of the other figures: each that bounds `key` from above with each that bounds it from below."""
    made = list(conditions)
    above = [each for each in made if each.factors.get(key, 0) > 0]
    below = [each for each in made if each.factors.get(key, 0) < 0]
    kept = [each for each in made if not each.factors.get(key, 0)]
    for upper in above:
        for lower in below:
            up, down = -lower.factors[key], upper.factors[key]
            names = (upper.factors.keys() | lower.factors.keys()) - {key}
            factors = {name: upper.factors.get(name, Fraction(0)) * up + lower.factors.get(name, Fraction(0)) * down for name in names}
            kept.append(Condition(factors, upper.limit * up + lower.limit * down, upper.strict or lower.strict))
    return kept


def _can(condition: Condition) -> bool:
    """Whether a condition without figures is true."""
    return condition.limit > 0 or (condition.limit == 0 and not condition.strict)


def _with(condition: Condition, key: Key, value: Fraction) -> Condition:
    factors = {name: factor for name, factor in condition.factors.items() if name != key}
    return replace(condition, factors=factors, limit=condition.limit - condition.factors.get(key, Fraction(0)) * value)


def _values(key: Key, conditions: Sequence[Condition], printed: Fraction) -> Iterator[Fraction]:
    """Values that satisfy conditions on `key` alone: the middle of their range and its ends."""
    if not all(_can(each) for each in conditions if not each.factors.get(key, 0)):
        return
    bounds = [(each.limit / each.factors[key], each.factors[key] > 0, each.strict) for each in conditions if each.factors.get(key, 0)]
    highs = [limit for limit, above, _ in bounds if above]
    lows = [limit for limit, above, _ in bounds if not above]
    if highs and lows and max(lows) > min(highs):
        return
    ends = [*([max(lows)] if lows else []), *([min(highs)] if highs else [])]
    middle = sum(ends, Fraction(0)) / len(ends) if ends else printed
    yield from dict.fromkeys([middle, *ends])


def _has_floor(figure: Figure) -> bool:
    """Whether a figure cannot be below nothing."""
    return figure.value >= 0


def _conditions(relation: Relation, keys: frozenset[Key], following: set[Key], spare: Fraction) -> Iterator[Condition]:
    """What a relation says of the figures that change."""
    claimed, formula = relation.claimed, relation.formula
    if formula.divides:
        if key_of(claimed) not in following:
            yield from _quotient(relation, keys, spare)
        return
    factors, fixed = _minus(_linear(claimed_leaf(claimed), keys), _linear(formula, keys), relation.signed)
    if relation.operator == "=":
        slack = spare + (Fraction(0) if relation.exact else _slack(relation, keys))
        yield Condition(factors, slack - fixed)
        yield Condition(_negated(factors), slack + fixed)
    elif relation.operator in "≤<":
        yield Condition(factors, -fixed, relation.operator == "<")
    else:
        yield Condition(_negated(factors), fixed, relation.operator == ">")


def _quotient(relation: Relation, keys: frozenset[Key], spare: Fraction) -> Iterator[Condition]:
    """What c = a ÷ b (× a constant) says of a and b where c stays, or of c where both stay."""
    over, under, factor = _fraction(relation.formula)
    claimed, sign = relation.claimed, relation.signed
    half = claimed.step / 2 + spare
    if key_of(claimed) in keys:
        if {key_of(over), key_of(under)} & keys:
            raise TooHard
        reach = relation.formula.interval()
        assert reach.low is not None and reach.high is not None
        low, high = sorted((reach.low * sign, reach.high * sign))
        yield Condition({key_of(claimed): Fraction(1)}, high + spare)
        yield Condition({key_of(claimed): Fraction(-1)}, spare - low)
        return
    if sign != 1 or claimed.value < 0 or over.value < 0 or under.value <= 0:
        raise TooHard
    top, bottom = (Fraction(0) if key_of(figure) in keys else _half(figure) for figure in (over, under))
    for bound, way in (((claimed.value + half) / factor, 1), ((claimed.value - half) / factor, -1)):
        # a - top ≤ bound × (b + bottom), and the same turned round below
        left = _minus(_linear(claimed_leaf(over), keys), _linear(claimed_leaf(under), keys), bound)
        factors, fixed = left
        limit = top + max(bound, Fraction(0)) * bottom
        yield Condition({name: way * each for name, each in factors.items()}, limit - way * fixed)


def _fraction(formula: Expression) -> tuple[Figure, Figure, Fraction]:
    """The figures a and b and the constant of a ÷ b × constant."""
    factor = Fraction(1)
    while formula.operator == "×" and len(formula.arguments) == 2 and formula.arguments[1].operator == "constant":
        factor *= formula.arguments[1].constant
        formula = formula.arguments[0]
    if formula.operator != "÷" or len(formula.arguments) != 2:
        raise TooHard
    over, under = (argument.figure for argument in formula.arguments)
    if over is None or under is None:
        raise TooHard
    return over, under, factor


def _follows(claims: Claims, key: Key, keys: frozenset[Key], touched: Mapping[int, Relation]) -> bool:
    """Whether a figure that changes is the quotient of others that change, and stands nowhere else: then it takes what they give."""
    own = [relation for index, relation in touched.items() if key in claims.within[index]]
    return (
        len(own) == 1
        and own[0].operator == "="
        and own[0].formula.divides
        and key_of(own[0].claimed) == key
        and bool(set(map(key_of, own[0].formula.figures())) & keys)
    )


def _followed(claims: Claims, key: Key, values: Mapping[Key, Fraction], touched: Mapping[int, Relation]) -> Fraction:
    (relation,) = (each for index, each in touched.items() if key in claims.within[index])
    printed = {other: reprinted(claims.figures[other], value) for other, value in values.items()}
    given = _replaced(relation.formula, printed).point()
    if given is None:
        raise TooHard
    return given * relation.signed


def claimed_leaf(figure: Figure) -> Expression:
    return Expression("figure", figure=figure)


def _linear(formula: Expression, keys: frozenset[Key]) -> tuple[Factors, Fraction]:
    """A formula as factor × changed figure, and the rest."""
    if formula.figure is not None:
        key = key_of(formula.figure)
        return ({key: Fraction(1)}, Fraction(0)) if key in keys else ({}, formula.figure.value)
    if formula.operator == "constant":
        return {}, formula.constant
    if formula.operator not in "+-":
        raise TooHard
    first, *others = (_linear(argument, keys) for argument in formula.arguments)
    for other in others:
        first = _minus(first, other, 1 if formula.operator == "-" else -1)
    return first


def _minus(left: tuple[Factors, Fraction], right: tuple[Factors, Fraction], times: Fraction | int) -> tuple[Factors, Fraction]:
    names = left[0].keys() | right[0].keys()
    factors = {name: left[0].get(name, Fraction(0)) - times * right[0].get(name, Fraction(0)) for name in names}
    return {name: factor for name, factor in factors.items() if factor}, left[1] - times * right[1]


def _negated(factors: Factors) -> Factors:
    return {name: -factor for name, factor in factors.items()}


def _slack(relation: Relation, keys: frozenset[Key] = frozenset()) -> Fraction:
    """How far apart rounding may leave the sides of an equation: half a step of every figure that stays; nothing for a copy."""
    claimed, formula = relation.claimed, relation.formula
    if formula.figure is not None and formula.figure.step == claimed.step:
        return Fraction(0)
    stay = [leaf.figure for leaf in _leaves(formula) if leaf.figure is not None and not leaf.exact]
    return sum((_half(figure) for figure in (claimed, *stay) if key_of(figure) not in keys), Fraction(0))


def _leaves(formula: Expression) -> list[Expression]:
    return [leaf for argument in formula.arguments for leaf in _leaves(argument)] or [formula]


def _half(figure: Figure) -> Fraction:
    return Fraction(0) if figure.exact else figure.step / 2


def _figures(relation: Relation) -> list[Figure]:
    return [relation.claimed, *relation.formula.figures()]


def reprinted(figure: Figure, value: Fraction) -> Figure:
    """The figure as it would be printed with this value: with its own places, or with as many more as it needs."""
    shown = value * figure.divisor / Fraction(10) ** figure.number.scale
    digits = plain(shown, PLACES)
    made = Decimal(digits)
    if len(digits.partition(".")[2]) < figure.number.places:
        made = made.quantize(Decimal(1).scaleb(-figure.number.places))
    return replace(figure, number=replace(figure.number, printed=str(made), value=made))


def _verdict(relation: Relation, printed: Mapping[Key, Figure]) -> str:
    claimed = printed.get(key_of(relation.claimed), relation.claimed)
    return replace(relation, claimed=claimed, formula=_replaced(relation.formula, printed)).verdict()


def _replaced(formula: Expression, printed: Mapping[Key, Figure]) -> Expression:
    if formula.figure is not None:
        return replace(formula, figure=printed.get(key_of(formula.figure), formula.figure))
    return replace(formula, arguments=tuple(_replaced(argument, printed) for argument in formula.arguments))
