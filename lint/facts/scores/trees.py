"""Every score tree of a document, from running text and from tables, and how they hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lint.document import Document, Table
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import boards, crosswise, flat, heads, marks, rows, shifts, titles
from lint.facts.scores.boards import Board
from lint.facts.scores.cells import Cells, Index
from lint.facts.scores.funds import Funds
from lint.facts.scores.heads import Columns
from lint.facts.scores.rows import Stream
from lint.facts.scores.tree import Tree

_HEAD = 40
"""How many characters above or at the head of a table tell whose scores it holds."""
_FEW = 2
"""A table of no more scores may be the money block above another's indicators."""
_FLATTENED = 12
"""A lone row of more cells is a form whose line breaks were lost."""


def scores(document: Document, passages: Sequence[Passage], tokens: Sequence[Token], index: Index) -> tuple[Tree, ...]:
    """The trees of the titles, of listing sentences, of tables and of rows, in this order.

    A total claimed in prose belongs to the titles; without titles to the one table that has no total of its own,
    else it stands alone.
    """
    if marks.SPOKEN.search(document.text) is None:
        return ()
    walk = _Walk(document, index, _by_passage(tokens))
    parts: list[tuple[int, Passage | Table]] = [(table.span.start, table) for table in document.tables]
    parts.extend((passage.source.start, passage) for passage in passages if passage.cell is None)
    for _, part in sorted(parts, key=lambda pair: pair[0]):
        if isinstance(part, Table):
            walk.table(part)
        else:
            walk.prose(part)
    tabled = walk.finish()
    tabled = _completed(tabled, Funds(document, passages, walk.numbers, index))
    prose = titles.read([passage for passage in passages if passage.cell is None and passage.index not in walk.lines], walk.numbers)
    tree = titles.tree_of(prose)
    listed = {id(total) for sentence in prose.sentences for total in sentence.totals}
    free = tuple(total for total, _ in prose.totals if id(total) not in listed)
    bare: Tree | None = None
    if tree is None and free:
        if len(tabled) == 1 and not any(total.awarded for total in tabled[0].totals):
            tabled = [replace(tabled[0], totals=(*free, *tabled[0].totals))]
        else:
            declared = tabled[0].totals[0].full if len(tabled) == 1 and tabled[0].totals else None
            bare = Tree((), "sentence", tuple(replace(total, full=total.full or declared) for total in free))
    return tuple(found for found in (tree, *prose.sentences, bare, *tabled) if found is not None)


def _completed(tabled: Sequence[Tree], funds: Funds) -> list[Tree]:
    """The trees of tables with the rows of the money that stand apart from them, behind the last tree with a total of its own."""
    since, found = 0, list[Tree]()
    for tree in tabled:
        found.append(funds.completed(tree, since))
        if tree.totals:
            since = max((node.span.end for node in tree.walk()), default=since)
    return found


def _by_passage(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if marks.is_score(token):
            found[token.passage.index].append(token)
    return found


@dataclass
class _Walk:
    """Tables and lines in reading order, gathered into boards and streams of rows."""

    document: Document
    cells: Index
    numbers: dict[int, list[Token]]
    lines: set[int] = field(default_factory=set)
    found: list[Tree | None] = field(default_factory=list)
    board: Board = field(default_factory=Board)
    columns: Columns | None = None
    width: int = 0
    caption: str = ""
    stream: Stream = field(default_factory=Stream)

    def table(self, table: Table) -> None:
        cells = Cells(table, self.cells)
        if table.height == 1 and table.width > _FLATTENED and flat.row(cells, self.document.text, self.stream):
            return
        header = next((row for row in range(min(table.height, 12)) if heads.columns_of(cells, row)), None)
        spoken = shifts.header_of(dict(enumerate(self.caption.split(" ")))) if header is None and not self.stream.items else None
        ragged = spoken is not None or (header is not None and shifts.is_ragged(cells, header))
        straight = shifts.justified(cells, spoken) if ragged else cells if header is not None else None
        if straight is not None:
            self._headed(straight, spoken.columns if spoken else None, level=not ragged)
        elif header is None and self.columns is not None and self.width == table.width and not self.board.totals:
            self.columns = boards.read(cells, self.board, self.columns)
        elif crosswise.read(cells, lying := Board()):
            self._close_stream()
            lying.scope = marks.scope(self.caption)
            self.found.append(lying.tree())
        else:
            for _, found in cells.rows():
                rows.row(cells, found, self.stream)

    def _headed(self, cells: Cells, columns: Columns | None, *, level: bool) -> None:
        """Read a table with headers; one that is whole by itself, or follows a whole one, continues nothing."""
        self._close_stream()
        before, self.board = self.board, Board(level=level)
        self.board.scope = marks.scope(self.caption[-_HEAD:]) or marks.scope(self.document.quote(cells.table.span)[:_HEAD])
        self.columns = boards.read(cells, self.board, columns)
        self.width = cells.table.width
        if before.totals or sum(item.scored for item in before.items) > _FEW or self.board.whole:
            self.found.append(before.tree())
        else:
            self.board.follow(before)
        if self.columns is not None and self.columns.more:
            second = Board(level=level)
            boards.read(cells, second, columns, rank=1)
            self.found.append(second.tree())

    def prose(self, passage: Passage) -> None:
        self.caption = passage.text or self.caption
        tokens = self.numbers.get(passage.index, [])
        if len(tokens) > 1 and flat.line(passage, self.document.quote(passage.source), tokens, self.stream):
            self.lines.add(passage.index)
        elif passage.text and not rows.heading(passage, tokens, self.stream):
            self._close_stream()
            self.stream.evidence = rows.announces(passage.text)

    def finish(self) -> list[Tree]:
        self._close_stream()
        self._close_board()
        return [tree for tree in self.found if tree is not None]

    def _close_stream(self) -> None:
        self.found.append(self.stream.tree())
        self.stream = Stream()

    def _close_board(self) -> None:
        self.found.append(self.board.tree())
        self.board, self.columns = Board(), None
