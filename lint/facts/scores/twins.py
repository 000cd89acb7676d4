"""Scores that stand in two places: in the titles and in the score table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lint.facts.scores.nodes import Node, Side
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.say import Say


@dataclass(frozen=True)
class Twin:
    """One score printed in two places: of an indicator (`node`) or of all; `whole` if it is surely the same total.

    `prose` is the one in the text, or in the other file's table where `tabled`.
    """

    name: str
    side: Say
    prose: Figure
    table: Figure
    whole: bool = False
    tabled: bool = False
    node: bool = False


def twins(trees: Sequence[Tree]) -> tuple[Twin, ...]:
    """Totals and indicators that stand both in the text and in the one score table of the document.

    The total of a department is none of a project's form. A total is held to be surely the same where text and
    table share indicators or both speak of a department, or both of a project.
    """
    titled, tables = _titled(trees), _tables(trees)
    if len(titled) > 1 or len(tables) != 1:
        return ()
    totals = titled[0].totals if titled else _claimed(trees)
    return tuple(_alike(totals, titled, tables[0], lambda total, other: total.scope == other.scope != ""))


def between(ours: Sequence[Tree], theirs: Sequence[Tree], project: bool) -> tuple[Twin, ...]:
    """The same scores in two files, of which the second has one score table.

    Totals are held to be the same where the files share indicators, or where both speak of a department, or both of the
    same `project`: nothing else tells that two files score one thing, so what is less than sure is left out, and so are
    indicators without full marks.
    """
    tables, own, titled = _tables(theirs), _tables(ours), _titled(ours)
    if len(tables) != 1 or len(own) > 1 or (not own and len(titled) > 1):
        return ()
    totals = own[0].totals[:1] if own else titled[0].totals if titled else _claimed(ours)
    found = _alike(totals, own or titled, tables[0], lambda total, other: project or total.scope == other.scope == "整体", measured=True)
    several = len({twin.name for twin in found if twin.node}) > 1
    return tuple(replace(twin, tabled=bool(own)) for twin in found if twin.whole or (twin.node and several))


def _alike(
    totals: Sequence[Total], trees: Sequence[Tree], table: Tree, sure: Callable[[Total, Total], bool], *, measured: bool = False
) -> list[Twin]:
    """Totals and indicators of one name, only those with full marks where `measured`; the totals are `sure`, or share several indicators."""
    ours, theirs = _by_name(trees[0]) if trees else {}, _by_name(table)
    shared = [(name, node, theirs[name]) for name, node in ours.items() if name in theirs]
    if measured:
        shared = [(name, node, other) for name, node, other in shared if node.full and other.full]
    found = []
    for total in totals:
        for other in table.totals[:1]:
            if total.awarded and other.awarded and total.awarded is not other.awarded and not _differ(total, other):
                whole = len(shared) > 1 or sure(total, other)
                found.append(Twin(total.name, SIDES["awarded"], total.awarded, other.awarded, whole=whole))
    for name, node, other_node in shared:
        found.extend(_pair(name, node, other_node))
    return found


def _titled(trees: Sequence[Tree]) -> list[Tree]:
    return [tree for tree in trees if tree.source == "titles"]


def _tables(trees: Sequence[Tree]) -> list[Tree]:
    return [tree for tree in trees if tree.source == "table" and len(tree.nodes) > 1]


def _claimed(trees: Sequence[Tree]) -> tuple[Total, ...]:
    """The totals that sentences claim, where they all claim the same."""
    totals = tuple(total for tree in trees if tree.source == "sentence" for total in tree.totals)
    return totals if len({total.awarded.value for total in totals if total.awarded}) == 1 else ()


def _differ(total: Total, other: Total) -> bool:
    """Whether one total is a department's, the other a project's."""
    return bool(total.scope and other.scope and total.scope != other.scope)


def _pair(name: str, node: Node, other: Node) -> Iterator[Twin]:
    """Full mark against full mark; scores only where the full marks agree, since another split has other scores."""
    sides: tuple[Side, ...] = ("full", "awarded")
    for side in sides:
        prose, table = node.figure(side), other.figure(side)
        if prose is not None and table is not None:
            yield Twin(name, SIDES[side], prose, table, node=True)
            if side == "full" and prose.value != table.value:
                return


def _by_name(tree: Tree) -> dict[str, Node]:
    """Nodes by name; names that occur more than once are left out."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in tree.walk():
        nodes[node.name].append(node)
    return {name: found[0] for name, found in nodes.items() if len(found) == 1}


SIDES: dict[Side, Say] = {"full": Say("满分", "full mark"), "awarded": Say("得分", "score")}
