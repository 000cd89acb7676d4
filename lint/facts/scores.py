"""Every score tree of a document, from running text and from tables, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable

from lint.document import Document
from lint.facts import titles
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.tree import Tree


def scores(document: Document, passages: Iterable[Passage], tokens: Iterable[Token]) -> tuple[Tree, ...]:
    """The trees of the titles, of listing sentences, and of the tables, in this order."""
    passages, tokens = tuple(passages), tuple(tokens)
    prose = titles.read(passages, tokens)
    tree = titles.tree_of(prose)
    return tuple(found for found in (tree, *prose.sentences) if found is not None)
