"""The same quantity stated twice in running text, by name, year, side and unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lint.facts import names
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings

_SHORTEST = 5
"""A name shorter than this names too many things to be the same one twice."""
_PLACES = 2
"""Percentages with fewer places than this may be rounded for the occasion."""


@dataclass(frozen=True, eq=False)
class Repeat:
    """Two statements of one quantity; `again` stands after `first`."""

    first: Mention
    again: Mention


def repeats(mentions: Sequence[Mention], lists: Sequence[List], around: Surroundings) -> Iterator[Repeat]:
    """Neighbouring statements of one amount or percentage by one name.

    Goals and results in kind share their names and are left out; names that carry more than two values name several things
    and are left out, too. Items of lists are told apart by the owner of their list (人员经费 of two projects are two
    quantities), but for money named by its source (县级配套资金), if only one list has it.
    """
    for group in _groups(mentions, lists).values():
        for alike in _settled(group, around).values() if len(group) > 1 else ():
            if len({mention.figure.value for mention in alike}) <= 2:
                for first, again in pairwise(alike):
                    if first.passage is not again.passage and not around.apart(first, again):
                        yield Repeat(first, again)


def stated(mentions: Sequence[Mention], lists: Sequence[List], around: Surroundings) -> dict[tuple[object, ...], Mention]:
    """What a document states with one value only, by name, unit, year, part of the year, scope and side: where it says so first."""
    return {
        (*name, *mark): alike[0]
        for name, group in _groups(mentions, lists).items()
        for mark, alike in _settled(group, around, parted=True).items()
        if len({mention.figure.value for mention in alike}) == 1
    }


def _groups(mentions: Sequence[Mention], lists: Sequence[List]) -> dict[tuple[object, ...], list[Mention]]:
    """Statements by name, scale and the list that they are an item of."""
    owners = _owners(lists)
    groups: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        if name := _name(mention):
            groups.setdefault((name, mention.figure.number.scale, owners.get(mention)), []).append(mention)
    return groups


def _settled(group: list[Mention], around: Surroundings, *, parted: bool = False) -> dict[tuple[object, ...], list[Mention]]:
    """Statements of one name by year, part of the year, scope and side; a bare month counts beside other parts of the year alone."""
    seasons = [around.season(mention) for mention in group]
    parted = parted or any(sure for _, sure in seasons)
    settled: dict[tuple[object, ...], list[Mention]] = {}
    for mention, (season, _) in zip(group, seasons, strict=True):
        mark = (around.year(mention), season if parted else "", around.scope(mention), around.planned(mention))
        settled.setdefault(mark, []).append(mention)
    return settled


def _owners(lists: Sequence[List]) -> dict[Mention, str]:
    """The owner of every listed item that its name alone does not tell from those of other lists."""
    listed: dict[str, set[int]] = {}
    for entry in lists:
        for item in entry.items:
            listed.setdefault(names.bare(item.name), set()).add(id(entry))
    return {
        item: entry.owners[0].key
        for entry in lists
        for item in entry.items
        if not item.name.endswith("资金") or len(listed[names.bare(item.name)]) > 1
    }


def _name(mention: Mention) -> tuple[str, ...]:
    """Under which a statement can be found again: an amount by its name, a rate by its own, a share by its part and whole; empty for others."""
    figure = mention.figure
    if figure.approximate:
        return ()
    if figure.kind == "money" and mention.role == "level":
        return (names.bare(mention.name),) if len(names.key(mention.name)) >= _SHORTEST else ()
    if figure.kind != "percent" or figure.number.places < _PLACES:
        return ()
    if mention.role == "rate" and mention.named:
        return ("rate", names.bare(mention.name)) if len(mention.name) >= _SHORTEST else ()
    if mention.role == "share" and mention.of is not None and names.key(mention.base):
        return ("share", names.bare(mention.of.name), names.bare(mention.base)) if names.key(mention.of.name) else ()
    return ()
