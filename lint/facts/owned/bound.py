"""The figures of a user's rule put together: in one sentence, list or table where they stand there, else by their names.

What stands together is *stated*; what only the names lead to is *named*, and only where nothing speaks against it: the same
year, the same owner, one value. A name that merely ends other words is *near*. Values play no part in any choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from lint.check import Binding, Check, Related
from lint.facts.owned.calling import RANK
from lint.facts.owned.named import Named, Report
from lint.facts.prose.lists import List
from lint.figure import Figure
from lint.own.records import Names, Ruled
from lint.own.told import of_rule, told
from lint.relation import Relation
from lint.say import Say

R = TypeVar("R", bound=Ruled)
Fits = Callable[[int, Figure, Figure], bool]
"""Whether the figure for an operand (by its index) is of a unit that goes with the first figure."""
MISSING = Say("没有找到可以对应的“{names}”", "no matching figure found for “{names}”")
SEVERAL = Say("“{name}”在文中有不同的数（{values}），不知该用哪一个", "“{name}” is printed with several values ({values})")
COARSE = Say("两数印到的位数不同，相差在四舍五入之内，不能判断", "the difference lies within the rounding of the two figures")
BLANK = Say("“{names}”是空格，可能漏填", "no figure stands in the cell of “{names}”")


@dataclass(frozen=True, eq=False, slots=True)
class Bound(Generic[R]):
    """The figures of one rule in one place: `first` (the sum, the rate, the left side), then its operands in their order.

    `reason` tells why nothing can be said, None where something can. `gap` tells which operands have a cell without a number;
    `empty` that there is not even a dash in one, which counts as nothing but proves nothing.
    """

    rule: R
    first: Named
    operands: tuple[Named, ...] = ()
    binding: Binding = "stated"
    reason: Say | None = None
    gap: Say | None = None
    empty: bool = False

    @property
    def figure(self) -> Figure:
        assert self.first.figure is not None  # only figures are first
        return self.first.figure

    @property
    def figures(self) -> list[tuple[Figure, str]]:
        """The operands that are figures, with what they are called."""
        return [(operand.figure, operand.printed) for operand in self.operands if operand.figure is not None]

    def undecided(self, reason: Say) -> Check:
        """Why the rule cannot be applied here."""
        return Check.undecided(
            self.figure, of_rule(self.rule.head, reason), [Related(figure, "operand", name) for figure, name in self.figures]
        )

    def told(self, check: Check, says: Say) -> Check:
        """The check in the words of the rule. What only names bind is a warning.

        Nothing is said where a blank may hold what is missing from a total, or rounding what puts two figures out of order.
        """
        relation = check.relation
        if check.outcome == "broken" and relation and _is_coarse(relation):
            return self.undecided(COARSE)
        if check.outcome == "broken" and self.empty and self.gap and relation and self.figure.value > (relation.derived() or 0):
            return self.undecided(self.gap)
        return told(check, self.rule.head, says, None if self.binding == "stated" else "warning")


@dataclass(frozen=True)
class Binder:
    """Finds the figures of rules in one report."""

    report: Report
    lists: Sequence[List]

    def bound(self, rule: R, first: Names, operands: Sequence[Names], fits: Fits) -> Iterator[Bound[R]]:
        """Every place where the rule can be applied, and one for each first figure whose operands cannot be told."""
        stated = [each for each in self.report.named(first) if each.figure is not None]
        anchors = _sure(stated)
        sights = [self.report.named(names) for names in operands]
        open_: list[Named] = []
        complete: list[Bound[R]] = []
        for anchor in anchors:
            near = [self._near(anchor, anchors, _fitting(anchor, index, found, fits)) for index, found in enumerate(sights)]
            if all(near):
                complete.append(_made(rule, anchor, operands, near, "stated"))
            else:
                open_.append(anchor)
        yield from complete
        told = [other.first for other in complete]
        lost: list[Bound[R]] = []
        for group in self._grouped(open_):
            if known := [other for other in told if self._same(group[0], other)]:
                if _values([*group, *known]) > 1:
                    yield Bound(rule, group[0], reason=_several([*group, *known]))
                continue
            made = self._far(rule, group, operands, sights, fits)
            if made.operands or _values(group) > 1:
                yield made
            else:
                lost.append(made)
        yield from lost[:1]  # the others lack the same

    def _far(self, rule: R, group: list[Named], operands: Sequence[Names], sights: Sequence[Sequence[Named]], fits: Fits) -> Bound[R]:
        """A figure whose operands stand elsewhere, under their names."""
        first = group[0]
        if _values(group) > 1:
            return Bound(rule, first, reason=_several(group))
        found: list[list[Named]] = []
        binding: Binding = "named"
        for index, sight in enumerate(sights):
            fitting = _fitting(first, index, sight, fits)
            near = self._near(first, group, fitting)
            far = near or _sure([each for each in fitting if self._same(first, each)])
            binding = "near" if any(first.side != each.side for each in far) else binding  # 预算 or 决算: one does not say
            found.append(far)
        if missing := [names[0] for names, far in zip(operands, found, strict=True) if not far]:
            return Bound(rule, first, reason=MISSING.of(names="”“".join(missing)))
        return _made(rule, first, operands, found, binding)

    def _near(self, anchor: Named, anchors: Sequence[Named], found: Sequence[Named]) -> list[Named]:
        """Those that stand with a figure: in its row or column, in its list, in its sentence, in its paragraph."""
        if anchor.cell is not None:
            return _best([each for each in found if _beside(anchor, each)])
        mention = anchor.mention
        assert mention is not None
        listing = self._listing.get(id(mention), frozenset())
        if listed := [each for each in found if each.mention is not None and id(each.mention) in listing]:
            return _best(listed)
        inside = [each for each in found if each.mention is not None and each.mention.passage is mention.passage]
        starts = [each.mention.start for each in anchors if each.mention is not None and each.mention.passage is mention.passage]
        until = min((start for start in starts if start > mention.start), default=None)
        since = max((start for start in starts if start < mention.start), default=-1)
        after = [
            each for each in inside if each.mention and mention.start < each.mention.start and (until is None or each.mention.start < until)
        ]
        before = [each for each in inside if each.mention and since < each.mention.start < mention.start]
        if len(starts) > 1:  # several totals in one paragraph all stand before their parts, or all behind them
            last = not any(each.mention and each.mention.start > max(starts) for each in inside)
            return _best(before if last else after)
        for stretch in (_of_sentence(anchor, after), _of_sentence(anchor, before), after, before):
            if stretch:
                return _best(stretch)
        return []

    @cached_property
    def _listing(self) -> dict[int, frozenset[int]]:
        """The items of the lists that a figure owns, and the owners of those that it is an item of."""
        found: dict[int, set[int]] = defaultdict(set)
        for entry in self.lists:
            for owner in entry.owners:
                for item in entry.items:
                    found[id(owner)].add(id(item))
                    found[id(item)].add(id(owner))
        return {key: frozenset(others) for key, others in found.items()}

    def _grouped(self, anchors: Sequence[Named]) -> Iterator[list[Named]]:
        """Statements that speak of one figure."""
        left = list(anchors)
        while left:
            group = [each for each in left if each is left[0] or self._same(left[0], each)]
            yield group
            left = [each for each in left if each not in group]

    def _same(self, one: Named, other: Named) -> bool:
        """Whether nothing speaks against their being of one year and owner, both planned or both not."""
        if one.year != other.year or one.owner != other.owner or (one.side and other.side and one.side != other.side):
            return False
        if one.mention is None or other.mention is None:
            return True
        around = self.report.surroundings
        return around.season(one.mention)[0] == around.season(other.mention)[0] and not around.apart(one.mention, other.mention)


def _made(rule: R, first: Named, operands: Sequence[Names], found: Sequence[Sequence[Named]], binding: Binding) -> Bound[R]:
    chosen = tuple(each[0] for each in found)
    near = any(each.grade == "near" for each in (first, *chosen))
    gaps = [(names[0], each.cell) for names, each in zip(operands, chosen, strict=True) if each.figure is None]
    several = next((each for each in found if _values(each) > 1), None)
    return Bound(
        rule,
        first,
        chosen,
        "near" if near else binding,
        _several(several) if several else None,
        BLANK.of(names="”“".join(name for name, _ in gaps)) if gaps else None,
        any(cell is not None and cell.entry.is_empty for _, cell in gaps),
    )


def _is_coarse(relation: Relation) -> bool:
    """Whether two figures printed to different places may stand in the right order all the same."""
    others = relation.formula.figures()
    coarse = any(figure.step != relation.claimed.step for figure in others)
    return relation.operator != "=" and coarse and relation.claimed.interval.meets(relation.formula.interval())


def _fitting(anchor: Named, index: int, found: Sequence[Named], fits: Fits) -> list[Named]:
    """Those in a unit that goes with a figure, of the same year, and not the figure itself."""
    assert anchor.figure is not None
    return [
        each
        for each in found
        if each.year == anchor.year
        and each.figure is not anchor.figure
        and (each.figure is None or fits(index, anchor.figure, each.figure))
    ]


def _beside(anchor: Named, other: Named) -> bool:
    """Whether two cells stand in one column of lines, or in one row of columns; in a form of names and values, in one table."""
    one, two = anchor.cell, other.cell
    if one is None or two is None or one.sheet is not two.sheet or one.by_line is not two.by_line:
        return False
    if not one.by_line:
        return one.line is two.line and one.column.path[:-1] == two.column.path[:-1]
    return one.column is two.column or not (one.column.path or two.column.path)


def _of_sentence(anchor: Named, found: Sequence[Named]) -> list[Named]:
    return [each for each in found if anchor.mention and each.mention and each.mention.sentence == anchor.mention.sentence]


def _best(found: Sequence[Named]) -> list[Named]:
    """Those whose words fit best."""
    top = max((RANK[each.grade] for each in found), default=0)
    return [each for each in found if RANK[each.grade] == top]


def _sure(found: Sequence[Named]) -> list[Named]:
    """Those that go by the name itself, with or without a verb; all where there are none."""
    return [each for each in found if each.grade != "near"] or list(found)


def _values(found: Sequence[Named]) -> int:
    """How many values are printed that cannot be one."""
    figures = [each.figure for each in found if each.figure is not None]
    kept: list[Figure] = []
    for figure in figures:
        if not any(figure.interval.meets(other.interval) for other in kept):
            kept.append(figure)
    return len(kept) + (len(figures) < len(found))


def _several(found: Sequence[Named]) -> Say:
    values = "、".join(dict.fromkeys(str(each.figure) if each.figure else "空格" for each in found))
    return SEVERAL.of(name=found[0].printed, values=values)
