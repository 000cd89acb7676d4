"""Modifiers whose sentence does not hold the level they speak of: found again by name, or as the passage's main figure.

“支出决算数比上年减少80万元” speaks of a level that an earlier sentence gave; so does “公务接待费比去年增加0.5万元”.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.levels import nearest
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.mentions import by_passage
from lint.facts.prose.surroundings import Surroundings


def resolve(mentions: Sequence[Mention], lists: Sequence[List], surroundings: Surroundings) -> dict[Mention, tuple[Mention, Binding]]:
    """For every change and share without a level in its own sentence, the level it speaks of and how surely."""
    found: dict[Mention, tuple[Mention, Binding]] = {}
    items = {item for entry in lists for item in entry.items}
    by_key: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.role == "level" and mention.key:
            by_key.setdefault(mention.key, []).append(mention)
    for group in by_passage(mentions):
        levels: list[Mention] = []
        previous: Mention | None = None
        for mention in group:
            if mention.role == "level":
                levels.append(mention)
            elif mention.role in ("delta", "growth", "share") and mention.of is None:
                level = _level(mention, previous, found, by_key, levels, items, surroundings)
                if level is not None:
                    found[mention] = level
            previous = mention
    return found


def _level(
    mention: Mention,
    previous: Mention | None,
    found: dict[Mention, tuple[Mention, Binding]],
    by_key: dict[str, list[Mention]],
    levels: list[Mention],
    items: Set[Mention],
    surroundings: Surroundings,
) -> tuple[Mention, Binding] | None:
    own = names.key(mention.name)
    if not own and previous is not None and previous.role == "prior" and previous.of is None and previous.sentence == mention.sentence:
        own = names.key(previous.name)
    here = [level for level in levels if _fits(mention, level)]
    if own:
        named = [level for level in by_key.get(own, []) if _fits(mention, level)]
        named = [level for level in named if level.passage.index <= mention.passage.index]
        year = surroundings.opened(mention)
        named = [level for level in named if surroundings.period(level) == year] or named
        if same := [level for level in named if level.side != "plan"] or named:
            return nearest(same, mention), "named"
        return _only(
            [level for level in here if level.key.endswith(own) or (names.is_total(level.name) and names.is_total(mention.name))], items
        )
    if previous is not None and previous.role in ("delta", "growth") and previous.sentence == mention.sentence and not mention.name:
        return found.get(previous)
    if mention.name:
        return _only([level for level in here if level.side == (names.side(mention.name) or "actual")], items)
    before = [level for level in here if level.sentence == mention.sentence - 1]
    return _only([level for level in before if level.side != "plan"] or before, items)


def _only(levels: list[Mention], items: Set[Mention]) -> tuple[Mention, Binding] | None:
    """The last of the levels that are no items of a list; named where there is but one such quantity."""
    heads = [level for level in levels if level not in items and not level.depth]
    if not heads:
        return (levels[-1], "near") if levels else None
    return heads[-1], "named" if len({(level.key, level.figure.value) for level in heads}) == 1 else "near"


def _fits(mention: Mention, level: Mention) -> bool:
    if "总计" in mention.name and "总计" not in level.name and "合计" in level.name:
        return False
    return mention.role != "delta" or level.dimension == mention.dimension
