"""The same quantity stated twice in running text, by name, year, side and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lint.facts import names
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention

_YEAR = re.compile(r"((?:19|20)\d\d)年")
_SHORTEST = 5
"""A name shorter than this names too many things to be the same one twice."""


@dataclass(frozen=True, eq=False)
class Repeat:
    """Two statements of one quantity; `again` stands after `first`."""

    first: Mention
    again: Mention


def repeats(mentions: Sequence[Mention], lists: Sequence[List]) -> Iterator[Repeat]:
    """Neighbouring statements of one amount by one name; goals and results in kind share their names and are left out, names that carry more than two values name several things and are left out.

    Items of lists are told apart by the owner of their list: 人员经费 of two projects are two quantities.
    """
    owners = {item: entry.owners[0].key for entry in lists for item in entry.items}
    groups: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        if (
            mention.role != "level"
            or mention.figure.kind != "money"
            or mention.figure.approximate
            or len(names.key(mention.name)) < _SHORTEST
        ):
            continue
        mark = (names.bare(mention.name), mention.figure.number.scale, mention.said_side, _era(mention), owners.get(mention))
        groups.setdefault(mark, []).append(mention)
    for group in groups.values():
        if len({mention.figure.value for mention in group}) <= 2:
            for first, again in pairwise(group):
                if first.passage is not again.passage:
                    yield Repeat(first, again)


def _era(mention: Mention) -> int | None:
    """The last year named in its paragraph before it."""
    found = _YEAR.findall(mention.passage.text, 0, mention.start)
    return int(found[-1]) if found else None
