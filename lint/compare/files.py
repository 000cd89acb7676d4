"""Which file of the old version of a submission is which of the new: by name, then by what stands in them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from lint.compare.draft import Draft

ALIKE = Fraction(1, 2)
"""The part of their stretches that two files of different names must share to be drafts of one."""


def likened(old: Sequence[Draft], new: Sequence[Draft], roots: tuple[str, str] = ("", "")) -> list[tuple[Draft | None, Draft | None]]:
    """Pairs in the order of the new files, then old ones that have no like; `roots` are the folders that were named.

    A single file of either version is the draft of the other, whatever they are called.
    """
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    found: dict[int, int] = {}
    for name in (_path, _stem, _base):
        olds = {index: name(draft, roots[0]) for index, draft in enumerate(old) if index not in found}
        news = {index: name(draft, roots[1]) for index, draft in enumerate(new) if index not in found.values()}
        found |= _alone(olds, news)
    found |= _by_content(old, new, found)
    back = {two: one for one, two in found.items()}
    pairs: list[tuple[Draft | None, Draft | None]] = [(old[back[two]] if two in back else None, draft) for two, draft in enumerate(new)]
    return [*pairs, *((draft, None) for one, draft in enumerate(old) if one not in found)]


def _path(draft: Draft, root: str) -> str:
    """The path within the version."""
    path = draft.report.document.path
    return os.path.normcase(os.path.relpath(path, root) if root else path)


def _stem(draft: Draft, root: str) -> str:
    """That path without its suffix: the format may change."""
    return os.path.splitext(_path(draft, root))[0]


def _base(draft: Draft, root: str) -> str:
    """The name alone: the folder may change."""
    return os.path.basename(_stem(draft, root))


def _alone(old: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Files whose name no other one bears in either version; names by the index of their file."""
    one, two = Counter(old.values()), Counter(new.values())
    place = {name: index for index, name in new.items()}
    return {index: place[name] for index, name in old.items() if one[name] == two[name] == 1}


def _by_content(old: Sequence[Draft], new: Sequence[Draft], found: dict[int, int]) -> dict[int, int]:
    """Files not yet found that say the same, those that share most first."""
    scored = sorted(
        (-share, one, two)
        for one in range(len(old))
        for two in range(len(new))
        if one not in found and two not in found.values() and (share := _share(old[one], new[two])) >= ALIKE
    )
    made: dict[int, int] = {}
    for _, one, two in scored:
        if one not in made and two not in made.values():
            made[one] = two
    return made


def _share(one: Draft, other: Draft) -> Fraction:
    """The part of the letters of two files that stand in stretches of the same words; forms of two projects share most and are none."""
    if not one.facts.subject.is_like(other.facts.subject):
        return Fraction(0)
    left, right = (Counter({unit.key: unit.letters for unit in draft.units}) for draft in (one, other))
    both = left.total() + right.total()
    return Fraction(2 * (left & right).total(), both) if both else Fraction(0)
