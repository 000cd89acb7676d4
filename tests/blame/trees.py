"""Random score trees: full marks that add up, scores within them that add up, a total, sometimes a bonus item and figures told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.blame.sheet import Cell, Claim, Sheet

TOTAL = "总分"
AGAIN = "总分（结论）"
MARKS = ("2", "3", "4", "5", "6", "8", "10")
BONUS = "10"


@dataclass(frozen=True, slots=True)
class Node:
    """An indicator with its full mark and score; both are sums of those below, where there are any."""

    name: str
    full: Decimal
    score: Decimal
    children: tuple[Node, ...] = ()
    bonus: bool = False

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """First-level indicators, and how often the report tells their total and themselves."""

    nodes: tuple[Node, ...]
    twice: bool = False
    told: bool = False

    @property
    def full(self) -> Decimal:
        return sum((node.full for node in self.nodes if not node.bonus), Decimal(0))

    @property
    def score(self) -> Decimal:
        return sum((node.score for node in self.nodes), Decimal(0))

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()


def tree(random: Random, widths: Sequence[tuple[int, int]], *, extras: bool = True) -> Tree:
    """A tree with as many levels of indicators as `widths` has entries: the fewest and the most children at each of them."""
    nodes = [_node(random, str(at + 1), widths[1:]) for at in range(random.randint(*widths[0]))]
    if extras and random.random() < 0.35:
        score = Decimal(random.randint(0, 10))
        nodes.append(Node(str(len(nodes) + 1), Decimal(BONUS), score, bonus=True))
    return Tree(tuple(nodes), twice=extras and random.random() < 0.4, told=extras and random.random() < 0.3)


def _node(random: Random, name: str, widths: Sequence[tuple[int, int]]) -> Node:
    if widths:
        children = tuple(_node(random, f"{name}.{at + 1}", widths[1:]) for at in range(random.randint(*widths[0])))
        return Node(
            name, sum((child.full for child in children), Decimal(0)), sum((child.score for child in children), Decimal(0)), children
        )
    full = Decimal(random.choice(MARKS))
    lost = Decimal(0) if random.random() < 0.6 else Decimal(random.choice(("0.5", "1", "1.5", "2", "3")))
    return Node(name, full, max(full - lost, Decimal(0)))


def sheet(tree: Tree) -> Sheet:
    """The tree as cells and claims: sums at every level, of scores and of full marks, and no score above its full mark."""
    cells = {TOTAL: _score(TOTAL, tree.score)}
    claims = [Claim("sum", TOTAL, tuple(node.name for node in tree.nodes))]
    if tree.twice:
        cells[AGAIN] = _score(AGAIN, tree.score)
        claims += [Claim("copy", AGAIN, (TOTAL,)), Claim("sum", AGAIN, tuple(node.name for node in tree.nodes))]
    cells[f"{TOTAL}满分"] = _score(f"{TOTAL}满分", tree.full)
    claims.append(Claim("sum", f"{TOTAL}满分", tuple(f"{node.name}满分" for node in tree.nodes if not node.bonus)))
    for node in tree.walk():
        full = f"{node.name}满分"
        cells[full] = _score(full, node.full)
        cells[node.name] = _score(node.name, node.score, full)
        claims.append(Claim("cap", node.name, (full,)))
        if node.children:
            claims.append(Claim("sum", node.name, tuple(child.name for child in node.children)))
            claims.append(Claim("sum", full, tuple(f"{child.name}满分" for child in node.children)))
    if tree.told:
        told = {node.name: f"{node.name}（正文）" for node in tree.nodes}
        cells |= {told[node.name]: _score(told[node.name], node.score) for node in tree.nodes}
        claims += [Claim("copy", told[node.name], (node.name,)) for node in tree.nodes]
        claims.append(Claim("sum", TOTAL, tuple(told.values())))
    return Sheet(cells, tuple(claims))


def _score(name: str, value: Decimal, full: str = "") -> Cell:
    return Cell(name, plain(value), "score", "分", full=full)


def plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
