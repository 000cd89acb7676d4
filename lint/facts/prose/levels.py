"""The levels of running text, found by name, by key and by nearness, without searching them all each time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lint.facts import names
from lint.facts.prose.mention import Mention

WINDOW = 80
"""How many levels before and after a figure count as near."""


class Levels:
    """An index over the levels of a document, in reading order."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all: list[Mention] = [mention for mention in mentions if mention.role == "level"]
        self._starts = [level.figure.span.start for level in self.all]
        self._named: dict[str, list[Mention]] = {}
        self._keyed: dict[str, list[Mention]] = {}
        self.totals: list[Mention] = []
        for level in self.all:
            self._named.setdefault(names.bare(level.name), []).append(level)
            if level.key:
                self._keyed.setdefault(level.key, []).append(level)
            if names.is_total(level.name):
                self.totals.append(level)

    def called(self, name: str) -> Sequence[Mention]:
        """Those whose own words are this name, but for years and quotes."""
        return self._named.get(names.bare(name), ())

    def keyed(self, key: str) -> Sequence[Mention]:
        """Those known under this key."""
        return self._keyed.get(key, ())

    def before(self, mention: Mention, count: int = WINDOW) -> Sequence[Mention]:
        """The last ones before a mention."""
        at = bisect_left(self._starts, mention.figure.span.start)
        return self.all[max(0, at - count) : at]

    def around(self, mention: Mention) -> Sequence[Mention]:
        """Those near a mention on both sides."""
        at = bisect_left(self._starts, mention.figure.span.start)
        return self.all[max(0, at - WINDOW) : at + WINDOW]


def nearest(found: Sequence[Mention], mention: Mention) -> Mention:
    """The last of `found` before a mention, or the first after it; `found` is not empty and in reading order."""
    before = [level for level in found if level.figure.span.start < mention.figure.span.start]
    return before[-1] if before else found[0]
