"""Which owner of a list an item belongs to: by dimension, year, 预算 or 决算, base of comparison, and name."""

from __future__ import annotations

import re

from lint.facts import names
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention


def assign(found: List, role: str) -> dict[Mention, list[Mention]]:
    """The items of one role (level, delta, prior) of every owner of that role; scores have trees of their own."""
    owners = [owner for owner in found.owners if owner.role == role and owner.figure.kind != "score"]
    parts: dict[Mention, list[Mention]] = {owner: [] for owner in owners}
    for item in found.items:
        if item.role == role and (owner := _owner_of(item, owners)) is not None:
            parts[owner].append(item)
    return parts


def _owner_of(item: Mention, owners: list[Mention]) -> Mention | None:
    fitting = [owner for owner in owners if owner.dimension == item.dimension]
    for test in (_same_year, _same_side, _same_base):
        fitting = [owner for owner in fitting if test(owner, item) is True] or [owner for owner in fitting if test(owner, item) is None]
    if len(fitting) > 1 and item.role == "level":
        lengths = [_common_suffix(names.key(owner.name) or owner.name, item.key or item.name) for owner in fitting]
        best = max(lengths)
        if best >= 2 and lengths.count(best) == 1:
            return fitting[lengths.index(best)]
    return fitting[-1] if fitting else None


def _same_year(owner: Mention, item: Mention) -> bool | None:
    """True or False where both say a year, None where one does not."""
    return owner.year == item.year if owner.year and item.year else None


def _same_side(owner: Mention, item: Mention) -> bool | None:
    own = names.side(item.name) if names.says_side(item.name) else ""
    return owner.said_side == own if owner.said_side and own else None


def _same_base(owner: Mention, item: Mention) -> bool | None:
    return base_class(owner.base) == base_class(item.base) if owner.base and item.base else None


def base_class(base: str) -> str:
    """Whether a change is against a plan or against an earlier year."""
    return "plan" if names.side(base) == "plan" and not re.search(r"上年|去年", base) else "year"


def _common_suffix(left: str, right: str) -> int:
    count = 0
    while count < min(len(left), len(right)) and left[-1 - count] == right[-1 - count]:
        count += 1
    return count
