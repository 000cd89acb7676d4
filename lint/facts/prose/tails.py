"""What stands at the end of a list and may speak of its total: “收入T，其中A a，B b，完成预算…的p%”.

The sentence leaves open whether such an end belongs to the last item or to the total. It belongs to the item
unless no other item has a statement of its kind and the total has none either; then it may belong to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import base_class


class Tails:
    """The lists of a document, by their last items."""

    def __init__(self, mentions: Sequence[Mention], lists: Sequence[List]) -> None:
        self._stated = {(_kind(mention), mention.of) for mention in mentions if mention.of is not None}
        self._lists: dict[Mention, list[List]] = {}
        for entry in lists:
            if items := _levels(entry.items):
                self._lists.setdefault(items[-1], []).append(entry)

    def totals(self, mention: Mention, item: Mention) -> Iterator[Mention]:
        """The totals that a statement after the last item of their list may speak of, instead of that item."""
        kind = _kind(mention)
        if mention.start < item.start or mention.sentence != item.sentence or mention.passage is not item.passage:
            return
        for entry in self._lists.get(item, ()):
            if any((kind, other) in self._stated for other in _levels(entry.items)[:-1]):
                continue
            for owner in reversed(_levels(entry.owners)):
                if owner.dimension == item.dimension and (kind, owner) not in self._stated:
                    yield owner


def _levels(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.role == "level"]


def _kind(mention: Mention) -> str:
    """Statements of one kind compete: shares, rates, changes against a plan, changes against an earlier year."""
    return base_class(mention.base) if mention.role in ("prior", "delta", "growth") else mention.role
