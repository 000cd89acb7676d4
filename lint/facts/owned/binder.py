"""The figures of a user's rule put together: in one sentence, list or table where they stand there, else by their names.

What stands together is *stated*; what only the names lead to is *named*, and only where nothing speaks against it: the same
year, the same owner, one value. A name that merely ends other words is *near*. Values play no part in any choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from lint.check import Binding
from lint.facts.owned.bound import Bound, R
from lint.facts.owned.calling import RANK
from lint.facts.owned.named import Named, Report
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.figure import Figure
from lint.own.records import Names
from lint.say import Say

Fits = Callable[[int, Figure, Figure], bool]
"""Whether the figure for an operand (by its index) is of a unit that goes with the first figure."""
MISSING = Say("没有找到可以对应的“{names}”", "no matching figure found for “{names}”")
SEVERAL = Say("“{name}”在文中有不同的数（{values}），不知该用哪一个", "“{name}” is printed with several values ({values})")
BLANK = Say("“{names}”是空格，可能漏填", "no figure stands in the cell of “{names}”")


@dataclass(frozen=True)
class Sights:
    """Every figure that goes by the names of one operand, by where it stands and by what it is about."""

    found: Sequence[Named]

    @cached_property
    def beside(self) -> dict[object, list[Named]]:
        """Cells by the column or row that they share with others."""
        return _by(_aisle, [each for each in self.found if each.cell is not None])

    @cached_property
    def inside(self) -> dict[object, list[Named]]:
        """Figures of running text by their paragraph."""
        return _by(lambda each: each.mention and each.mention.passage.index, [each for each in self.found if each.mention is not None])

    @cached_property
    def about(self) -> dict[object, list[Named]]:
        """All of them by year and owner."""
        return _by(_subject, self.found)


@dataclass(frozen=True)
class Binder:
    """Finds the figures of rules in one report."""

    report: Report
    lists: Sequence[List]

    def bound(self, rule: R, first: Names, operands: Sequence[Names], fits: Fits) -> Iterator[Bound[R]]:
        """Every place where the rule can be applied, and one for each first figure whose operands cannot be told."""
        anchors = Sights(_sure([each for each in self.report.named(first) if each.figure is not None]))
        sights = [Sights(self.report.named(names)) for names in operands]
        left: list[Named] = []
        complete: list[Named] = []
        for anchor in anchors.found:
            near = [_fitting(anchor, index, self._near(anchor, anchors, sight), fits) for index, sight in enumerate(sights)]
            if all(near):
                complete.append(anchor)
                yield _made(rule, anchor, operands, [_best(found) for found in near], "stated")
            else:
                left.append(anchor)
        told = Sights(complete).about
        lost: list[Bound[R]] = []
        for group in self._grouped(left):
            known = [other for other in told.get(_subject(group[0]), ()) if self._same(group[0], other)]
            if _values([*group, *known]) > 1:
                yield Bound(rule, group[0], reason=_several([*group, *known]))
            elif not known:
                made = self._far(rule, group[0], anchors, operands, sights, fits)
                if made.operands:
                    yield made
                else:
                    lost.append(made)
        yield from lost[:1]  # the others lack the same

    def _far(self, rule: R, first: Named, anchors: Sights, operands: Sequence[Names], sights: Sequence[Sights], fits: Fits) -> Bound[R]:
        """A figure whose operands, or some of them, stand elsewhere under their names."""
        found: list[list[Named]] = []
        for index, sight in enumerate(sights):
            near = _best(_fitting(first, index, self._near(first, anchors, sight), fits))
            about = [each for each in sight.about.get(_subject(first), ()) if self._same(first, each)]
            found.append(near or _sure(_fitting(first, index, about, fits)))
        if missing := [names[0] for names, far in zip(operands, found, strict=True) if not far]:
            return Bound(rule, first, reason=MISSING.of(names="”“".join(missing)))
        loose = any(first.side != each.side for far in found for each in far)  # 预算 or 决算: one does not say
        return _made(rule, first, operands, found, "near" if loose else "named")

    def _near(self, anchor: Named, anchors: Sights, sight: Sights) -> list[Named]:
        """Those that stand with a figure: in its row or column, in its list, in its sentence, in its paragraph."""
        mention = anchor.mention
        if mention is None:
            return _closest(anchor, sight.beside.get(_aisle(anchor), ()))
        listing = self._listing.get(id(mention), frozenset())
        if listing and (listed := [each for each in sight.found if each.mention is not None and id(each.mention) in listing]):
            return listed
        inside = [each for each in sight.inside.get(mention.passage.index, ()) if each.owner in ("", anchor.owner)]
        starts = [_start(each) for each in anchors.inside[mention.passage.index]]
        until = min((start for start in starts if start > mention.start), default=None)
        since = max((start for start in starts if start < mention.start), default=-1)
        after = [each for each in inside if mention.start < _start(each) and (until is None or _start(each) < until)]
        before = [each for each in inside if since < _start(each) < mention.start]
        if len(starts) > 1:  # several totals in one paragraph all stand before their parts, or all behind them
            return after if any(_start(each) > max(starts) for each in inside) else before
        stretches = (_of_sentence(mention, after), _of_sentence(mention, before), after, before)
        return next((stretch for stretch in stretches if stretch), [])

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
        for left in _by(_subject, anchors).values():
            while left:
                group = [each for each in left if each is left[0] or self._same(left[0], each)]
                yield group
                left = [each for each in left if each not in group]

    def _same(self, one: Named, other: Named) -> bool:
        """Whether nothing but their year and owner speaks against their being of one thing: both planned or both not, of one season."""
        if one.side and other.side and one.side != other.side:
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


def _fitting(anchor: Named, index: int, found: Sequence[Named], fits: Fits) -> list[Named]:
    """Those in a unit that goes with a figure, of the same year, and not the figure itself."""
    first = anchor.figure
    assert first is not None  # blank cells are no anchors
    others = [each for each in found if each.year == anchor.year and each.figure is not first]
    return [each for each in others if each.figure is None or fits(index, first, each.figure)]


def _aisle(named: Named) -> object:
    """What cells that belong together share: lines their column, columns their line; in a form of names and values, the table."""
    cell = named.cell
    assert cell is not None  # only cells have one
    if not cell.by_line:
        return id(cell.line)
    return id(cell.sheet), cell.column.index if cell.column.path else None


def _closest(anchor: Named, found: Sequence[Named]) -> list[Named]:
    """Cells under the same group of headers, else under those that share most of them."""
    shared = [_shared(anchor.groups, each.groups) for each in found]
    most = max(shared, default=0)
    return [each for each, count in zip(found, shared, strict=True) if count == most]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many group headers, from the outermost, are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _subject(named: Named) -> object:
    return named.year, named.owner


def _start(named: Named) -> int:
    assert named.mention is not None  # only figures of running text have one
    return named.mention.start


def _of_sentence(mention: Mention, found: Sequence[Named]) -> list[Named]:
    return [each for each in found if each.mention and each.mention.sentence == mention.sentence]


def _best(found: Sequence[Named]) -> list[Named]:
    """Those whose words fit best."""
    top = max((RANK[each.grade] for each in found), default=0)
    return [each for each in found if RANK[each.grade] == top]


def _sure(found: Sequence[Named]) -> list[Named]:
    """Those that go by the name itself, with or without a verb; all where there are none."""
    return [each for each in found if each.grade != "near"] or list(found)


def _by(key: Callable[[Named], object], found: Sequence[Named]) -> dict[object, list[Named]]:
    groups: dict[object, list[Named]] = defaultdict(list)
    for each in found:
        groups[key(each)].append(each)
    return dict(groups)


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
