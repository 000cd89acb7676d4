"""What each figure of running text says, and what the words around it tell of it."""

from __future__ import annotations

from functools import cached_property

from lint.facts.ground import Ground
from lint.facts.prose import respectively
from lint.facts.prose.changes import Resolved
from lint.facts.prose.levels import Levels
from lint.facts.prose.lists import List, lists
from lint.facts.prose.mention import Mention
from lint.facts.prose.mentions import by_passage, mentions
from lint.facts.prose.resolve import resolve
from lint.facts.prose.surroundings import Surroundings
from lint.facts.prose.tails import Tails


class Mentioned(Ground):
    """The part of `Facts` that single figures of running text answer for."""

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What each figure of running text says, in reading order."""
        found = mentions(self.tokens)
        for group in by_passage(found):
            respectively.pair(group)
        return found

    @cached_property
    def levels(self) -> Levels:
        """The levels among the mentions, by name and by place."""
        return Levels(self.mentions)

    @cached_property
    def lists(self) -> tuple[List, ...]:
        """Lists in running text: owners and items."""
        return lists(self.mentions, self.passages)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the words around a statement and the headings above it say."""
        return Surroundings(self.headings, self.dating)

    @cached_property
    def resolved(self) -> Resolved:
        """The level that a change or share speaks of where its own sentence does not hold it."""
        return resolve(self.mentions, self.lists, self.surroundings)

    @cached_property
    def tails(self) -> Tails:
        """What stands at the end of a list and may speak of its total."""
        return Tails(self.mentions, self.lists)
