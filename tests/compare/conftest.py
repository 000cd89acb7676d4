"""Two texts checked and compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.compare import compared
from lint.compare.record import Comparison
from lint.engine import check_document
from lint.settings import Settings
from tests.support import document_of

Drafts = Callable[[str, str], Comparison]
"""What the fixture `drafts` gives."""


@pytest.fixture
def drafts() -> Drafts:
    """The comparison of two texts."""

    def compare(old: str, new: str) -> Comparison:
        first, second = (check_document(document_of(text), Settings()) for text in (old, new))
        return compared(first, second)

    return compare


def moves(found: Comparison) -> list[tuple[str, str, str]]:
    """What became of every figure that is not the same, and what is printed in either draft."""
    return [(move.pair.state, str(move.pair.old or ""), str(move.pair.new or "")) for move in found.moves()]


def fates(found: Comparison) -> list[tuple[str, str, str]]:
    """What became of every finding, why, and its rule."""
    return [(fate.lot, fate.why, fate.result.code) for fate in found.fates]
