"""Scores before and after: indicators of both drafts brought together by their names, and what is claimed of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.compare.aligned import Links
from lint.compare.draft import Draft
from lint.compare.record import Board, Grade, Mark
from lint.facts.prose.grades import Graded
from lint.facts.scores.marks import stem
from lint.facts.scores.nodes import Node
from lint.facts.scores.tree import Tree
from lint.figure import Figure

Path = tuple[str, ...]
Row = tuple[Path, Figure | None, Figure | None]
"""An indicator: its path, full mark and score."""


def boards(old: Draft | None, new: Draft | None, links: Links) -> tuple[Board, ...]:
    """The lists of indicators of both drafts, each beside the one that it shares most names with."""
    left = list(old.facts.scores) if old else []
    made: list[Board] = []
    for tree in new.facts.scores if new else ():
        like = max(left, key=lambda other: _likeness(other, tree), default=None)
        if like is not None and _likeness(like, tree) > (0, False):
            left.remove(like)
            made.append(_board(like, tree, links))
        else:
            made.append(_board(None, tree, links))
    made += [_board(tree, None, links) for tree in left]
    return tuple(board for board in made if board.marks or board.totals)


def _likeness(old: Tree, new: Tree) -> tuple[int, bool]:
    """How many paths two trees share, and whether they stand in the same kind of place; of bare totals the latter alone."""
    shared = len({path for path, _, _ in _rows(old)} & {path for path, _, _ in _rows(new)})
    bare = not old.nodes and not new.nodes
    return shared + bare, old.source == new.source


def _board(old: Tree | None, new: Tree | None, links: Links) -> Board:
    marks = _marks(list(_rows(old)), list(_rows(new)), links)
    totals = _marks(list(_totals(old)), list(_totals(new)), links)
    tree = new or old
    assert tree is not None
    return Board(tree.source, marks, totals)


def _rows(tree: Tree | None) -> Iterator[Row]:
    """The indicators that print a full mark or a score; of several with one path each with its count."""
    seen: Counter[Path] = Counter()
    for path, node in _walk(tree.nodes if tree else (), ()):
        if node.full is not None or node.awarded is not None:
            seen[path] += 1
            yield (path if seen[path] == 1 else (*path, str(seen[path]))), node.full, node.awarded


def _walk(nodes: Sequence[Node], above: Path) -> Iterator[tuple[Path, Node]]:
    for node in nodes:
        path = (*above, stem(node.name) or node.name)
        yield path, node
        yield from _walk(node.children, path)


def _totals(tree: Tree | None) -> Iterator[Row]:
    for total in tree.totals if tree else ():
        yield (total.name,), total.full, total.awarded


def _marks(old: Sequence[Row], new: Sequence[Row], links: Links) -> tuple[Mark, ...]:
    """Rows brought together by the figures that are known to be one, else by path; in the order of the new draft, removed ones where they stood."""
    by_figure = {(figure.file, figure.span): row for row in new for figure in row[1:] if figure is not None}
    by_path = {row[0]: row for row in new}
    like: dict[int, Row] = {}
    for row in old:
        keys = [links.there((figure.file, figure.span)) for figure in row[1:] if figure is not None]
        found = next((by_figure[key] for key in keys if key in by_figure), None) or by_path.get(row[0])
        if found is not None and id(found) not in like:
            like[id(found)] = row
    taken = {id(row): later for later, row in like.items()}
    made = [Mark(row[0], before[1], row[1], before[2], row[2]) for row in new for before in [like.get(id(row), (row[0], None, None))]]
    place = {id(row): index for index, row in enumerate(new)}
    at = 0
    for row in old:
        if id(row) in taken:
            at = place[taken[id(row)]] + 1 + len(made) - len(new)
        else:
            made.insert(at, Mark(row[0], row[1], None, row[2], None))
            at += 1
    return tuple(made)


def grades(old: Draft | None, new: Draft | None, links: Links) -> tuple[Grade, ...]:
    """The grade words of both drafts, by the score they are given for; a single one of either draft is the same one."""
    olds, news = list(old.facts.grades) if old else [], list(new.facts.grades) if new else []
    known = {(found.score.file, found.score.span): found for found in news}
    pairs: list[tuple[Graded, Graded | None]] = []
    for found in olds:
        key = links.there((found.score.file, found.score.span))
        alone = news[0] if len(olds) == len(news) == 1 else None
        pairs.append((found, known.get(key, alone) if key else alone))
    later = {id(other) for _, other in pairs}
    made = [Grade((other or found).score, found.span, other.span if other else None) for found, other in pairs]
    return (*made, *(Grade(found.score, None, found.span) for found in news if id(found) not in later))
