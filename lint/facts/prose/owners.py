"""Which owner of a list an item belongs to: by dimension, year, 预算 or 决算, base of comparison, and name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from lint.facts import names
from lint.facts.prose.addition import meets
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.weak import is_weak
from lint.pattern import pattern

_OFF = pattern(r"扣(?:分|减|除|掉)?(?:了|共|合计|为)*$")
"""Points taken off: 共扣5.5分，其中…扣1.5分."""


def assign(found: List, role: str) -> dict[Mention, list[Mention]]:
    """The items of one role (level, delta, prior) of every owner of that role; scores have trees of their own, points taken off have not."""
    owners = [owner for owner in found.owners if owner.role == role and _adds_up(owner)]
    if len(owners) > 1:
        largest = {
            dimension: max(item.figure.value for item in found.items if item.dimension == dimension)
            for dimension in {item.dimension for item in found.items}
        }
        owners = [owner for owner in owners if not is_weak(owner) or owner.figure.value >= largest.get(owner.dimension, 0)] or owners
    parts: dict[Mention, list[Mention]] = {owner: [] for owner in owners}
    columns = _columns(found, owners) if role == "level" else {}
    for item in found.items:
        if item in columns:
            parts[columns[item]].append(item)
        elif item.role == role and _adds_up(item) and (owner := owner_of(item, owners)) is not None:
            parts[owner].append(item)
    return parts


def _adds_up(mention: Mention) -> bool:
    return mention.figure.kind != "score" or _OFF.search(mention.token.lead) is not None


def _columns(found: List, owners: list[Mention]) -> dict[Mention, Mention]:
    """“预算T，支出S。其中：A a，支出b；C c，支出d”: where every part of the list repeats all owners in turn, which is whose.

    Only the first figure of each part has a name of its own; the others are called as their owner is (支出, 实际完成), or nothing at all.
    """
    levels = [item for item in found.items if item.role == "level"]
    dimensions = {item.dimension for item in levels}
    owners = [owner for owner in owners if owner.dimension in dimensions]
    if len(owners) < 2 or len(dimensions) != 1:
        return {}
    rows = [list(row) for _, row in groupby(levels, key=lambda item: (item.passage.index, item.segment))]
    if len(rows) == 1:  # 数量指标6项完成6项、质量指标4项完成3项
        rows = [list(row) for _, row in groupby(levels, key=lambda item: item.key)]
    owners = _answered(rows, owners)
    if len(rows) < 2 or any(len(row) != len(owners) for row in rows):
        return {}
    if not all(names.key(row[0].name) for row in rows):
        return {}
    repeated = all(_answers(item, owner) for row in rows for item, owner in zip(row[1:], owners[1:], strict=True))
    repeated = repeated or not any(names.title_of(item.token.lead) for row in rows for item in row[1:])
    balanced = all(meets(owner, column, (1,) * len(column)) for owner, column in zip(owners, zip(*rows, strict=True), strict=True))
    return {item: owner for row in rows for item, owner in zip(row, owners, strict=True)} if repeated or balanced else {}


def _answered(rows: list[list[Mention]], owners: list[Mention]) -> list[Mention]:
    """The owners that the parts repeat: all of them, or the first and those that the further figures of every part name."""
    width = len(rows[0])
    if width < 2 or width >= len(owners) or any(len(row) != width for row in rows):
        return owners
    further = [next((o for o in owners[1:] if all(_answers(row[at], o) for row in rows)), None) for at in range(1, width)]
    found = [owners[0], *(owner for owner in further if owner is not None)]
    return found if len(found) == width else owners


def _answers(item: Mention, owner: Mention) -> bool:
    """Whether the words that lead to an item, and none that it inherits, call it as its owner is called: 支出, 实际完成."""
    own, whole = item.token.lead, owner.token.lead
    called = names.title_of(own)
    return bool(called and called == names.title_of(whole)) or (names.side(own) == names.side(whole) != "")


def owner_of(item: Mention, owners: Sequence[Mention]) -> Mention | None:
    """The owner that an item is of, by what the words of both say, else the last; None where none is of its dimension."""
    fitting = [owner for owner in owners if owner.dimension == item.dimension]
    for test in (_same_year, _same_side, _same_base):
        fitting = [owner for owner in fitting if test(owner, item) is True] or [owner for owner in fitting if test(owner, item) is None]
    if len(fitting) > 1 and item.role == "level":
        lengths = [_alike(owner, item) for owner in fitting]
        best = max(lengths)
        if best >= 2 and lengths.count(best) == 1:
            return fitting[lengths.index(best)]
    return fitting[-1] if fitting else None


def _alike(owner: Mention, item: Mention) -> int:
    """How many last characters of their own names an owner and an item share: 支出 of 全年支出 and 基本支出, whose keys lack it."""
    keys = _common_suffix(names.key(owner.name) or owner.name, names.key(item.name) or item.name)
    return max(keys, _common_suffix(owner.name, item.name))


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
