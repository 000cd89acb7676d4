"""Where a report speaks of an indicator: the row of its table, or the text from its title to the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lint.facts.passages import Passage
from lint.facts.scores.nodes import Node
from lint.facts.scores.tree import Tree
from lint.place import Span


@dataclass(frozen=True, eq=False)
class Stretches:
    """`passages` in reading order; `ends` is where the text of a node ends that stands in no table, by the node's span."""

    passages: Sequence[Passage]
    ends: Mapping[Span, int]

    def of(self, node: Node) -> tuple[Span, ...]:
        """The cells of the node's row, merged ones left out, or its text as one span; empty where the node prints nothing."""
        printed = node.awarded or node.full
        home = next((passage for passage in self.passages if printed is not None and printed.span in passage.source), None)
        if home is None:
            return ()
        if home.cell is None:
            return (Span(node.span.start, self.ends[node.span]),)
        row = home.cell.row
        cells = ((passage, passage.cell) for passage in self.passages if passage.table is home.table)
        return tuple(passage.source for passage, cell in cells if cell is not None and cell.row == row and cell.rows == 1)


def stretches(trees: Sequence[Tree], passages: Sequence[Passage], length: int) -> Stretches:
    """The text of a node goes on to the next node, that of the last one of a tree to the next heading; `length` is the document's."""
    starts = sorted({node.span.start for tree in trees for node in tree.walk()})
    headings = sorted({*starts, *(passage.source.start for passage in passages if passage.block is not None and passage.block.depth)})
    ends: dict[Span, int] = {}
    for tree in trees:
        nodes = list(tree.walk())
        for node in nodes:
            marks = starts if node is not nodes[-1] else headings
            ends[node.span] = next((start for start in marks if start > node.span.start), length)
    return Stretches(passages, ends)
