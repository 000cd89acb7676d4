"""What stands at the end of a list and may speak of its total: “收入T，其中A a，B b，完成预算…的p%”.

The sentence leaves open whether such an end belongs to the last item or to the total. It belongs to the item
unless no other item has a statement of its kind and the total has none either; then it may belong to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import base_class
from lint.facts.prose.weak import is_per_unit

CLOSER = 3
"""How many times closer one of two readings must come for the other not to be meant, where the words leave both."""


class Tails:
    """The lists of a document, by their last items."""

    def __init__(self, mentions: Sequence[Mention], lists: Sequence[List]) -> None:
        self._stated = {(_kind(mention), mention.of) for mention in mentions if mention.of is not None}
        self._named: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.named:
                self._named.setdefault(mention.passage.index, []).append(mention)
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
                if owner.dimension == item.dimension and (kind, owner) not in self._stated and not is_per_unit(owner):
                    yield owner

    def is_shared(self, item: Mention) -> bool:
        """Whether what follows the last item of a list may as well be of the total: several items stand in its statement.

        What follows a single one, or one that ； sets apart, is told of that item unless figures say otherwise.
        """
        return any(
            len({level.key for level in _levels(entry.items) if level.passage is item.passage and level.segment == item.segment}) > 1
            for entry in self._lists.get(item, ())
        )

    def closes(self, mention: Mention, item: Mention) -> bool:
        """Whether a statement after the last item of its list can only speak of the total.

        It stands behind ， where 、 joins the items, or a like ratio behind it is told by the item's own name:
        “支出470万元，其中财政拨款支出456万元，预算执行率94%，财政拨款执行率95%”.
        """
        for entry in self._lists.get(item, ()):
            items = [level for level in _levels(entry.items) if level.dimension == item.dimension]
            if len(items) > 1 and all(joins(before, after) for before, after in pairwise(items)):
                return "，" in mention.passage.text[item.token.end : mention.start]
        later = [other for other in self._named.get(mention.passage.index, ()) if other.start > mention.start]
        return mention.named and any(
            other.sentence == mention.sentence and other.name != mention.name and other.name.startswith(item.key) for other in later
        )


def joins(before: Mention, after: Mention) -> bool:
    """Whether nothing stronger than 、 stands between two items of a list."""
    between = before.passage.text[before.token.end : after.start]
    return before.passage is after.passage and "、" in between and not any(mark in between for mark in "，；。")


def _levels(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.role == "level"]


def _kind(mention: Mention) -> str:
    """Statements of one kind compete: shares, rates, changes against a plan, changes against an earlier year."""
    return base_class(mention.base) if mention.role in ("prior", "delta", "growth") else mention.role
