"""Scores that stand in two places: in the titles and in the score table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.facts.scores.nodes import Node, Side
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.say import Say


@dataclass(frozen=True)
class Twin:
    """One score printed in two places; `whole` if it is the total.

    `prose` is the one in the text, or in the other file's table where `tabled`.
    """

    name: str
    side: Say
    prose: Figure
    table: Figure
    whole: bool = False
    tabled: bool = False


def twins(trees: Sequence[Tree]) -> tuple[Twin, ...]:
    """Totals and indicators that stand both in the text and in the one score table of the document.

    The total of a department is none of a project's form. A total is held to be surely the same where text and
    table share indicators or both speak of a department, or both of a project.
    """
    titled = [tree for tree in trees if tree.source == "titles"]
    tabled = [tree for tree in trees if tree.source == "table" and len(tree.nodes) > 1]
    if len(titled) > 1 or len(tabled) != 1:
        return ()
    ours, theirs = _by_name(titled[0]) if titled else {}, _by_name(tabled[0])
    shared = [(name, node, theirs[name]) for name, node in ours.items() if name in theirs]
    totals = titled[0].totals if titled else _claimed(trees)
    found = [
        Twin(total.name, SIDES["awarded"], total.awarded, other.awarded, whole=len(shared) > 1 or total.scope == other.scope != "")
        for total in totals
        for other in tabled[0].totals[:1]
        if total.awarded is not None and other.awarded is not None and not _differ(total, other) and total.awarded is not other.awarded
    ]
    for name, node, other_node in shared:
        found.extend(_pair(name, node, other_node))
    return tuple(found)


def between(ours: Sequence[Tree], theirs: Sequence[Tree], project: bool) -> tuple[Twin, ...]:
    """The same scores in two files, of which the second has one score table.

    Totals are held to be the same where the files share indicators, or where both speak of a department, or both of the
    same `project`: nothing else tells that two files score one thing.
    """
    tables = [tree for tree in theirs if tree.source == "table" and len(tree.nodes) > 1]
    own = [tree for tree in ours if tree.source == "table" and len(tree.nodes) > 1]
    if len(tables) != 1 or len(own) > 1:
        return ()
    if own:
        return tuple(replace(twin, tabled=True) for twin in _alike(own[0].totals[:1], _by_name(own[0]), tables[0], project))
    titled = [tree for tree in ours if tree.source == "titles"]
    if len(titled) > 1:
        return ()
    return tuple(_alike(titled[0].totals if titled else _claimed(ours), _by_name(titled[0]) if titled else {}, tables[0], project))


def _alike(totals: Sequence[Total], nodes: Mapping[str, Node], table: Tree, project: bool) -> Iterator[Twin]:
    """Surely the same totals, and the indicators of one name."""
    named = _by_name(table)
    shared = [(name, node, named[name]) for name, node in nodes.items() if name in named and node.full and named[name].full]
    for total in totals:
        for other in table.totals[:1]:
            sure = project or len(shared) > 1 or total.scope == other.scope == "整体"
            if total.awarded is not None and other.awarded is not None and sure and not _differ(total, other):
                yield Twin(total.name, SIDES["awarded"], total.awarded, other.awarded, whole=True)
    if len(shared) > 1:
        for name, node, other_node in shared:
            yield from _pair(name, node, other_node)


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
            yield Twin(name, SIDES[side], prose, table)
            if side == "full" and prose.value != table.value:
                return


def _by_name(tree: Tree) -> dict[str, Node]:
    """Nodes by name; names that occur more than once are left out."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in tree.walk():
        nodes[node.name].append(node)
    return {name: found[0] for name, found in nodes.items() if len(found) == 1}


SIDES: dict[Side, Say] = {"full": Say("满分", "full mark"), "awarded": Say("得分", "score")}
