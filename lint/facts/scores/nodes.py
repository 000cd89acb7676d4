"""Indicators and how they nest: what each can reach, what it was given, and what stands below it.

Full marks and awarded scores are figures as printed. Nothing here knows where they were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.figure import Figure
from lint.place import Span

Side = Literal["full", "awarded"]
_BONUS = "加分"


@dataclass(eq=False)
class Item:
    """A node while it is read: `depth` 1 is outermost; `scored` tells an indicator from a mere heading.

    `open` is one of some parts that a sentence names (其中 …): there may be more; `off` what was taken off the full mark,
    `worded` where only words tell it, which may leave some out.
    """

    name: str
    depth: int
    span: Span
    full: Figure | None = None
    awarded: Figure | None = None
    level: int | None = None
    open: bool = False
    off: tuple[Figure, ...] = ()
    worded: bool = False

    @property
    def scored(self) -> bool:
        return self.full is not None or self.awarded is not None


@dataclass(frozen=True, eq=False)
class Node:
    """An indicator. `full` and `awarded` are None where nothing is printed; `open` if its siblings may not all be named;
    `off` what was taken off the full mark, `worded` where only words tell it; `below_bonus` if a heading above it says 加分."""

    name: str
    span: Span
    full: Figure | None = None
    awarded: Figure | None = None
    children: tuple[Node, ...] = ()
    open: bool = False
    off: tuple[Figure, ...] = ()
    worded: bool = False
    below_bonus: bool = False

    @property
    def is_bonus(self) -> bool:
        return self.below_bonus or _BONUS in self.name

    @property
    def is_deduction(self) -> bool:
        return any(word in self.name for word in ("扣分", "减分", "倒扣"))

    def figure(self, side: Side) -> Figure | None:
        return self.full if side == "full" else self.awarded

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def grow(items: Sequence[Item]) -> tuple[Node, ...]:
    """Nodes from items in reading order: the parent is the nearest item before of a smaller depth.

    Headings with nothing scored below them fall away, except between scored ones of their own depth, where
    they may be indicators whose score was forgotten.
    """
    return _grow(list(items))[0]


def _grow(items: list[Item], bonus: bool = False) -> tuple[tuple[Node, ...], bool]:
    families: list[list[Item]] = []
    for item in items:
        if not families or item.depth <= families[-1][0].depth:
            families.append([item])
        else:
            families[-1].append(item)
    made: list[tuple[Item, Node, bool]] = []
    for head, *below in families:
        children, alive = _grow(below, bonus or _BONUS in head.name) if below else ((), False)
        node = Node(head.name, head.span, head.full, head.awarded, children, head.open, head.off, head.worded, bonus)
        made.append((head, node, head.scored or alive))
    depths = {head.depth for head, _, _ in made if head.scored}
    last = max((index for index, (head, _, _) in enumerate(made) if head.scored), default=-1)
    first = next((index for index, (head, _, _) in enumerate(made) if head.scored), 0)
    nodes = tuple(node for index, (head, node, alive) in enumerate(made) if alive or (first < index < last and head.depth in depths))
    return nodes, any(alive for _, _, alive in made)


def gathered(nodes: Iterable[Node], side: Side) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The outermost nodes that print a figure of this side, and those that should but do not."""
    found: list[Node] = []
    missing: list[Node] = []
    for node in nodes:
        if node.figure(side) is not None:
            found.append(node)
            continue
        if side == "full" and node.is_deduction:
            continue
        below, gaps = gathered(_own(node), side)
        if not below or gaps or (node.full is not None and not _reach(below, node.full)):
            missing.append(node)
        else:
            found.extend(below)
    return tuple(found), tuple(missing)


def _own(node: Node) -> tuple[Node, ...]:
    """The parts of a node; those that a sentence names only where no titles follow, which would be the same ones again."""
    return tuple(child for child in node.children if not child.open) or node.children


def _reach(nodes: Iterable[Node], full: Figure) -> bool:
    """Whether the full marks of nodes (those of bonus items only below a heading of their own) come up to `full`, so that none can be missing."""
    marks = [node.full for node in nodes if node.below_bonus or not node.is_bonus]
    return all(mark is not None for mark in marks) and sum(mark.value for mark in marks if mark) >= full.value


def adds(nodes: Iterable[Node], full: Figure) -> bool:
    """Whether the full marks of nodes, bonus items left out, add up to `full`."""
    marks = [node.full for node in nodes if node.below_bonus or not node.is_bonus]
    return all(mark is not None for mark in marks) and sum(mark.value for mark in marks if mark) == full.value
