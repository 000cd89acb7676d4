"""The row of the money, which a form scores like an indicator, and which the total of its indicators counts.

“年度资金总额 500 480 456 10 95% 9.5” above the indicators of a 自评表; “预算执行率，满分10分，得9.2分” in running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from lint.document import Cell, Document, Table
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks, spoken
from lint.facts.scores.cells import Cells, Index
from lint.facts.scores.nodes import Node, gathered
from lint.facts.scores.rows import MOST
from lint.facts.scores.tree import Tree
from lint.pattern import pattern
from lint.say import Say

_SPENT = pattern(r"资金总额|总额$|执行率|预算执行")
BESIDE = Say("计入另处所写的“{name}”", "counting “{name}”, which stands elsewhere")


class Funds:
    """What a document prints beside its score tables: full mark and score of the money."""

    def __init__(self, document: Document, passages: Sequence[Passage], numbers: dict[int, list[Token]], index: Index) -> None:
        """`numbers` are those that can be scores, by the index of their passage."""
        self._document = document
        self._passages = passages
        self._numbers = numbers
        self._index = index

    def completed(self, tree: Tree, since: int) -> Tree:
        """The tree of a table with the row of the money that its total counts; `since` is where the tree before it ended.

        What fills the gaps of both columns is that row, wherever it stands. Where nothing does, some figure is wrong: then
        the row of the form's own money block belongs to it, whatever its figures are, unless one of the columns is complete
        without it and the other not with it.
        """
        gaps = _gaps(tree)
        if gaps is None:
            return tree
        rows = [*self._spoken(), *self._printed()] if gaps[0] > 0 else []
        found = next((node for node in rows if _values(node) == gaps), None)
        if found is None and not any(_SPENT.search(node.name) for node in tree.walk()):
            above = self._above(tree, since)
            fills = above is not None and any(value == gap for value, gap in zip(_values(above), gaps, strict=True))
            found = above if fills or 0 not in gaps else None
        return tree if found is None else replace(tree, nodes=(*tree.nodes, found), note=BESIDE.of(name=found.name))

    def _spoken(self) -> Iterator[Node]:
        for passage in self._passages:
            if passage.cell is None and len(self._numbers.get(passage.index, ())) > 1:
                pair = spoken.pair(passage.text, 0, self._numbers[passage.index])
                if pair.full is not None and pair.awarded is not None:
                    yield Node(marks.name_of(passage.text.partition("：")[0]), pair.full.span, pair.full, pair.awarded)

    def _printed(self) -> Iterator[Node]:
        """Every two numbers side by side in a row that tells the money spent."""
        for table in self._document.tables:
            cells = Cells(table, self._index)
            for label, found in _rows(cells):
                values = [figure for cell in found if (figure := cells.number(cell)) is not None]
                for full, awarded in pairwise(values):
                    yield Node(label, found[0].span, full, awarded)

    def _above(self, tree: Tree, since: int) -> Node | None:
        """The one row of the money between the tree before and this one whose last numbers are full mark, rate and score."""
        start = min(node.span.start for node in tree.walk())
        tables = [table for table in self._document.tables if since <= table.span.start < start]
        rows = [node for table in tables for node in self._rated(table)]
        return rows[0] if len(rows) == 1 and rows[0].span.start < start else None

    def _rated(self, table: Table) -> Iterator[Node]:
        cells = Cells(table, self._index)
        for label, found in _rows(cells):
            last = max((at for at, cell in enumerate(found) if cells.number(cell) is not None), default=0)
            if last < 2 or label.startswith("其中"):
                continue
            rate = next((at for at in (last - 1, last - 2) if cells.text(found[at]).endswith("%")), None)
            full = cells.number(found[last - 2 if rate == last - 1 else last - 1])
            awarded = cells.number(found[last])
            if rate is not None and full is not None and awarded is not None and full.value <= MOST:
                yield Node(label, found[0].span, full, awarded)


def _rows(cells: Cells) -> Iterator[tuple[str, list[Cell]]]:
    """The rows that tell the money spent, with their labels."""
    for _, found in cells.rows():
        label = cells.text(found[0]) if found else ""
        if _SPENT.search(label):
            yield label.strip("："), found


def _gaps(tree: Tree) -> tuple[Fraction, Fraction] | None:
    """By how much full marks and scores fall short of the row of totals; None where one of them is not printed."""
    total = next((total for total in tree.totals if total.in_table and total.full and total.awarded), None)
    full, missing = gathered(tree.nodes, "full")
    awarded, unscored = gathered(tree.nodes, "awarded")
    if total is None or total.full is None or total.awarded is None or missing or unscored:
        return None
    return (
        total.full.value - sum(node.full.value for node in full if node.full),
        total.awarded.value - sum(node.awarded.value for node in awarded if node.awarded),
    )


def _values(node: Node) -> tuple[Fraction | None, Fraction | None]:
    return (node.full.value if node.full else None, node.awarded.value if node.awarded else None)
