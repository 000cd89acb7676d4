"""Rules of the user that cannot all hold, whatever a report says: each is told with the lines of the tables that clash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from lint.cone import Condition, conflict
from lint.errors import UsageError
from lint.own.amount import Amount, alike
from lint.own.records import Head, Names, Own, OwnComparison, OwnRatio, OwnSum

Paths = Callable[[Head], str]
"""The path of the table that a head stands in."""
Bounded = OwnSum | OwnRatio | OwnComparison


class Groups:
    """Names that lead to one another, in groups; `of` gives one name that stands for the group."""

    def __init__(self, together: Iterable[Sequence[str]]) -> None:
        self._above: dict[str, str] = {}
        for names in together:
            for name in names[1:]:
                self._above[self.of(name)] = self.of(names[0])

    def of(self, name: str) -> str:
        while name in self._above and self._above[name] != name:
            name = self._above[name]
        return name


def refuse_clashes(own: Own, path_of: Paths) -> None:
    """Raises UsageError for the first rules that contradict each other."""
    _twins(own, path_of)
    _years(own, path_of)
    rules: list[Bounded] = [*own.sums, *own.ratios, *own.comparisons]
    quantities = Groups(names for rule in rules for names in _named(rule))
    _inside(rules, quantities, path_of)
    _units(rules, quantities, path_of)
    conditions = [(condition, rule.head) for rule in rules for condition in _conditions(rule, quantities)]
    if found := conflict([condition for condition, _ in conditions]):
        heads = sorted({conditions[index][1] for index in found}, key=lambda head: head.line)
        raise UsageError(f"{path_of(heads[-1])}：{_told(heads)}不可能同时成立，请改正其中一条")


def _twins(own: Own, path_of: Paths) -> None:
    """Two tables of one kind and name."""
    for rules in (own.sums, own.ratios, own.comparisons, own.required, own.years):
        seen: dict[str, Bounded] = {}
        for rule in rules:
            before = seen.setdefault(rule.head.name, rule)  # type: ignore[arg-type]  # each kind is compared with itself
            if before is not rule:
                same = replace(rule, head=before.head) == before and replace(rule.head, line=before.head.line) == before.head
                how = "内容也相同，请删去一个" if same else "内容却不同，请改名或者合并"
                raise UsageError(f"{path_of(rule.head)}：与第{before.head.line}行的表同名（“{rule.head.name}”），{how}")


def _years(own: Own, path_of: Paths) -> None:
    """A year that one table requires and another forbids everywhere."""
    for required in own.required:
        for forbidden in own.years:
            if required.year in forbidden.years and not forbidden.allow:
                heads = sorted((required.head, forbidden.head), key=lambda head: head.line)
                raise UsageError(f"{path_of(heads[1])}：{_told(heads)}互相矛盾：{required.year}年既要求写又不许出现")


def _inside(rules: Sequence[Bounded], quantities: Groups, path_of: Paths) -> None:
    """Figures that a rule sets apart and other tables call by one name."""
    for rule in rules:
        for one, other in combinations(_named(rule), 2):
            if quantities.of(one[0]) == quantities.of(other[0]):
                others = [
                    each
                    for each in rules
                    if each is not rule and any(quantities.of(names[0]) == quantities.of(one[0]) for names in _named(each))
                ]
                heads = sorted({rule.head, *(each.head for each in others)}, key=lambda head: head.line)
                raise UsageError(
                    f"{path_of(heads[-1])}：{_told(heads)}互相矛盾：“{one[0]}”与“{other[0]}”在“{rule.head.name}”中是两个数，按各表所列的名称又是同一个数"
                )


def _units(rules: Sequence[Bounded], quantities: Groups, path_of: Paths) -> None:
    """Values in units that cannot be compared, given for one figure or for figures that are added or compared."""
    linked = Groups([quantities.of(names[0]) for names in _linked(rule)] for rule in rules)
    given: dict[str, tuple[Amount, Head]] = {}
    for rule in rules:
        for names, amount in _values(rule):
            key = linked.of(quantities.of(names[0]))
            before, head = given.setdefault(key, (amount, rule.head))
            if not alike(before.kind, before.unit, amount.kind, amount.unit):
                heads = sorted({head, rule.head}, key=lambda each: each.line)
                raise UsageError(f"{path_of(heads[-1])}：{_told(heads)}所写的值单位不同，不能比较：{before}、{amount}")


def _conditions(rule: Bounded, quantities: Groups) -> Iterator[Condition]:
    """What a rule says of its figures, as linear conditions."""
    if isinstance(rule, OwnSum):
        factors = {quantities.of(rule.whole[0]): Fraction(1)}
        for names in rule.parts:
            factors[quantities.of(names[0])] = Fraction(-1)
        yield from _ordered(factors, "=", Fraction(0))
    elif isinstance(rule, OwnRatio):
        rate = {_rate(rule, quantities): Fraction(1)}
        for operator, bound in (("≥", rule.least), ("≤", rule.most)):
            if bound is not None:
                yield from _ordered(rate, operator, bound.value)
    elif rule.value is not None:
        yield from _ordered({quantities.of(rule.left[0]): Fraction(1)}, rule.operator, rule.value.value)
    else:
        factors = {quantities.of(rule.left[0]): Fraction(1), quantities.of(rule.right[0]): Fraction(-1)}
        yield from _ordered(factors, rule.operator, Fraction(0))


def _ordered(factors: dict[str, Fraction], operator: str, limit: Fraction) -> Iterator[Condition]:
    """`factors` stand in the order `operator` to `limit`: as one condition, or two where they are equal."""
    if operator in "=≤<":
        yield Condition(factors, limit, operator == "<")
    if operator in "=≥>":
        yield Condition({name: -factor for name, factor in factors.items()}, -limit, operator == ">")


def _rate(rule: OwnRatio, quantities: Groups) -> str:
    """What stands for the ratio itself; one without a name is of its own."""
    return quantities.of(rule.names[0]) if rule.names else f"{quantities.of(rule.part[0])}÷{quantities.of(rule.whole[0])}"


def _named(rule: Bounded) -> list[Names]:
    """The figures that a rule sets apart, each by its names."""
    if isinstance(rule, OwnSum):
        return [rule.whole, *rule.parts]
    if isinstance(rule, OwnRatio):
        return [names for names in (rule.names, rule.part, rule.whole) if names]
    return [names for names in (rule.left, rule.right) if names]


def _linked(rule: Bounded) -> list[Names]:
    """The figures of a rule that must have one unit."""
    return [] if isinstance(rule, OwnRatio) else _named(rule)


def _values(rule: Bounded) -> Iterator[tuple[Names, Amount]]:
    """The values that a rule gives for a figure."""
    if isinstance(rule, OwnComparison) and rule.value is not None:
        yield rule.left, rule.value
    elif isinstance(rule, OwnRatio):
        names = rule.names or (f"{rule.part[0]}÷{rule.whole[0]}",)
        yield from ((names, bound) for bound in (rule.least, rule.most) if bound is not None)


def _told(heads: Sequence[Head]) -> str:
    return "、".join(f"第{head.line}行的“{head.name}”" for head in heads)
