"""What running text may leave unsaid because it stands elsewhere in the report: in its tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lint.facts.prose.mention import Mention


class Elsewhere(Protocol):
    """Figures from outside running text, each as a level; the likeliest first, empty where there is none."""

    def totals(self, part: Mention, /) -> Sequence[Mention]:
        """The totals of the columns that show this part."""

    def called(self, base: str, part: Mention, /) -> Sequence[Mention]:
        """The figures of this name."""

    def plans(self, part: Mention, /) -> Sequence[Mention]:
        """The budgets of this item."""

    def inputs(self, name: str, ratio: Mention, /) -> Sequence[Mention]:
        """The figures of this name that a ratio may be made of."""


class _Nowhere:
    """What a report without tables has elsewhere."""

    def totals(self, *_: object) -> tuple[()]:
        return ()

    def called(self, *_: object) -> tuple[()]:
        return ()

    def plans(self, *_: object) -> tuple[()]:
        return ()

    def inputs(self, *_: object) -> tuple[()]:
        return ()


NOWHERE: Elsewhere = _Nowhere()
