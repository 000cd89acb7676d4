"""Levels said to be unchanged (与上年持平), with what the text gives to tell: the earlier level, or the changes of the parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts.prose.addition import Sum
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import base_class
from lint.interval import Interval, total
from lint.pattern import pattern

_FLAT = pattern(
    r"[^，。；]{0,4}，?(?:与|较|比|和|同)(?P<base>(?:上年|去年|(?:19|20)\d\d年|年初预算|预算)[^，。；]{0,10}?)(?P<about>基本)?(?:持平|无增减|无变化|没有变化|一致)"
)


@dataclass(frozen=True, eq=False)
class Flat:
    """A level said to be the same as before. `prior` is the earlier level where it is printed; `deltas` are the changes of its parts."""

    level: Mention
    prior: Mention | None
    deltas: tuple[Mention, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the printed digits allow no change."""
        if self.prior is not None:
            return self.level.figure.interval.meets(self.prior.figure.interval)
        reach = total(delta.figure.interval if delta.sign > 0 else -delta.figure.interval for delta in self.deltas)
        return reach.meets(Interval.point(0))


def flats(mentions: Sequence[Mention], sums: Sequence[Sum]) -> Iterator[Flat]:
    """Levels said to be exactly unchanged for which the text prints something to tell."""
    parts = {claim.total: claim.parts for claim in sums if claim.form == "level"}
    changed = _changes(mentions)
    for index, mention in enumerate(mentions):
        if mention.role != "level":
            continue
        found = _FLAT.match(mention.passage.text, mention.token.end)
        if found is None or found["about"]:
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        prior = following if following is not None and following.role == "prior" and following.start < found.end() else None
        kind = base_class(found["base"])
        deltas = tuple(delta for part in parts.get(mention, ()) for delta in changed.get(part, ()) if base_class(delta.base) == kind)
        if prior is not None or deltas:
            yield Flat(mention, prior, deltas)


def _changes(mentions: Sequence[Mention]) -> Mapping[Mention, list[Mention]]:
    found: dict[Mention, list[Mention]] = {}
    for mention in mentions:
        if mention.role == "delta" and mention.of is not None:
            found.setdefault(mention.of, []).append(mention)
    return found
