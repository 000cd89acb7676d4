"""The indicators of a score tree beside those of a rubric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lint.entries import plain
from lint.facts.scores.nodes import Node
from lint.facts.scores.tree import Tree
from lint.pattern import pattern
from lint.rubric import Indicator, Rubric

FEWEST = 3
"""So many full marks must agree at least for a report to show by itself which table it follows."""
MOST_PART = Fraction(4, 5)
"""And this part of all that could."""
_BRACKETS = pattern(r"\([^()]*\)")
_TAIL = pattern(r"(?<=..)(?:指标|情况)+$")


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A node of the report and the indicator that it is."""

    node: Node
    indicator: Indicator

    @property
    def agrees(self) -> bool:
        return self.node.full is not None and self.node.full.value == self.indicator.full


@dataclass(frozen=True, eq=False)
class Fit:
    """A tree read by a rubric: its nodes that are indicators of it, in reading order."""

    tree: Tree
    rubric: Rubric
    pairs: tuple[Pair, ...]

    @property
    def agreeing(self) -> int:
        """How many full marks are those of the rubric."""
        return sum(pair.agrees for pair in self.pairs)

    @property
    def is_like(self) -> bool:
        """Whether the tree may be meant to follow the rubric: it has several of its indicators, half of them with its full marks."""
        return len(self.pairs) > 1 and 2 * self.agreeing >= len(self.pairs)

    @property
    def is_close(self) -> bool:
        """Whether the tree is that of the rubric but for slips: its full marks down to a level, or those of the indicators without parts."""
        found = {id(pair.indicator) for pair in self.pairs}
        deepest = max((level for level, indicator in self.rubric.rows() if id(indicator) in found), default=0)
        listed = sum(level <= deepest for level, _ in self.rubric.rows())
        printed = sum(pair.node.full is not None for pair in self.pairs)
        leaves = sum(not indicator.children and not indicator.bonus for _, indicator in self.rubric.rows())
        below = sum(pair.agrees and not pair.indicator.children and not pair.indicator.bonus for pair in self.pairs)
        whole = self.agreeing >= MOST_PART * listed or (below >= FEWEST and below >= MOST_PART * leaves)
        return whole and self.agreeing >= FEWEST and self.agreeing >= MOST_PART * printed

    def is_finer(self, pair: Pair) -> bool:
        """Whether the report splits what stands above a node into other parts than the rubric: those of one name need not be the same."""
        above = next((other for other in self.pairs if pair.node in other.node.children), None)
        if above is None or above.indicator.partial or not above.agrees:
            return False
        known = {id(other.node) for other in self.pairs}
        return any(id(child) not in known for child in above.node.children)

    def missing(self) -> Iterator[tuple[Pair, Indicator]]:
        """Indicators that the report lacks although it prints others below the same one, with that one."""
        found = {id(pair.indicator) for pair in self.pairs}
        for pair in self.pairs:
            below = pair.indicator.children
            if pair.node.children and any(id(child) in found for child in below):
                yield from ((pair, child) for child in below if id(child) not in found)


def fit(tree: Tree, rubric: Rubric) -> Fit:
    """Every node of a tree with the indicator of its name: the one below the indicator of its parent, else the only one of that name."""
    pairs = list(_below(tree.nodes, rubric.indicators))
    taken = {id(pair.node) for pair in pairs} | {id(pair.indicator) for pair in pairs}
    rows = [indicator for _, indicator in rubric.rows() if id(indicator) not in taken]
    nodes = [node for node in tree.walk() if id(node) not in taken]
    names = Counter(name for indicator in rows for name in _keys(indicator))
    printed = Counter(key(node.name) for node in nodes)
    by_name = {name: indicator for indicator in rows for name in _keys(indicator) if names[name] == 1}
    for node in nodes:
        name = key(node.name)
        if printed[name] == 1 and name in by_name:
            pairs.append(Pair(node, by_name[name]))
    return Fit(tree, rubric, tuple(sorted(pairs, key=lambda pair: pair.node.span.start)))


def key(name: str) -> str:
    """A name as it is compared: without quotes, remarks in brackets, 指标 and 情况 at its end."""
    return _TAIL.sub("", _BRACKETS.sub("", plain(name)))


def _keys(indicator: Indicator) -> frozenset[str]:
    return frozenset(map(key, indicator.names))


def _below(nodes: Sequence[Node], indicators: Sequence[Indicator]) -> Iterator[Pair]:
    """The nodes of one level with the indicators of one level, and what stands below both."""
    free = list(indicators)
    for node in nodes:
        indicator = next((indicator for indicator in free if key(node.name) in _keys(indicator)), None)
        if indicator is not None:
            free.remove(indicator)
            yield Pair(node, indicator)
            yield from _below(node.children, indicator.children)
