"""Differences in percentage points between two percentages of one sentence: 96.00%，与上年91.50%相比，提高4.5个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_BASE = pattern(r"(?:比|较|与|同|由|从|上年|去年|同期)(?:(?:19|20)\d\d年)?[^，。；\d]{0,16}$")
_RISE = pattern(r"提高|上升|增加|增长|[高快多]|领先|超")
_FALL = pattern(r"下降|降低|减少|回落|[低慢少]|落后")


@dataclass(frozen=True, eq=False)
class Points:
    """`difference` is claimed to be by how much `high` exceeds `low`."""

    difference: Mention
    high: Mention
    low: Mention


def points(mentions: Sequence[Mention]) -> Iterator[Points]:
    """Every difference whose two percentages stand right before it, one of them called the base of the comparison."""
    for index, mention in enumerate(mentions):
        if mention.role != "points" or index < 2:
            continue
        first, second = mentions[index - 2 : index]
        if not all(_beside(each, mention) for each in (first, second)):
            continue
        bases = [bool(_BASE.search(each.token.lead)) for each in (first, second)]
        if bases.count(True) != 1:
            continue
        base, current = (first, second) if bases[0] else (second, first)
        rises, falls = bool(_RISE.search(mention.token.lead)), bool(_FALL.search(mention.token.lead))
        if rises != falls:
            yield Points(mention, current, base) if rises else Points(mention, base, current)


def _beside(each: Mention, mention: Mention) -> bool:
    return (
        each.figure.kind == "percent"
        and each.role != "growth"
        and each.passage is mention.passage
        and each.segment == mention.segment
        and each.depth == mention.depth
    )
