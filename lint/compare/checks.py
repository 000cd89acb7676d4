"""Checks of the two drafts that are one: of one rule on one figure, of one fingerprint, or on the same figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from lint.compare.aligned import Aligned, keys_of
from lint.report import Result

Known = Callable[[Result], Hashable | None]
"""What a check is known by; None where it cannot be known so."""
SAME = 10
"""What the same fingerprint weighs where several checks are about one figure; a figure that both are about weighs 1."""


def together(aligned: Aligned) -> list[tuple[Result, Result]]:
    """The checks of the old draft, each with its like in the new one."""
    made: list[tuple[Result, Result]] = []
    left, fresh = list(aligned.old.report.results), list(aligned.new.report.results)
    ways: tuple[tuple[Known, Known], ...] = (
        (aligned.before, aligned.after),
        (_name, _name),
        (lambda result: _figures(aligned, result), lambda result: frozenset(keys_of(result)) or None),
    )
    for before, after in ways:
        found = list(_paired(aligned, left, fresh, before, after))
        taken = {id(result) for pair in found for result in pair}
        left, fresh = ([result for result in side if id(result) not in taken] for side in (left, fresh))
        made += found
    return made


def _paired(aligned: Aligned, old: Sequence[Result], new: Sequence[Result], before: Known, after: Known) -> Iterator[tuple[Result, Result]]:
    """Checks of one rule that are known by the same; of several those that share most."""
    waiting: dict[Hashable, list[Result]] = defaultdict(list)
    for result in new:
        if (key := after(result)) is not None:
            waiting[result.code, key].append(result)
    groups: dict[Hashable, list[Result]] = defaultdict(list)
    for result in old:
        if (key := before(result)) is not None and (result.code, key) in waiting:
            groups[result.code, key].append(result)
    for group, own in groups.items():
        others = waiting[group]
        scored = sorted(
            (-_shared(aligned, earlier, later), one, two) for one, earlier in enumerate(own) for two, later in enumerate(others)
        )
        ones: set[int] = set()
        twos: set[int] = set()
        for _, one, two in scored:
            if one not in ones and two not in twos:
                ones.add(one)
                twos.add(two)
                yield own[one], others[two]


def _shared(aligned: Aligned, old: Result, new: Result) -> int:
    keys = {aligned.links.there(key) for key in keys_of(old)} & set(keys_of(new))
    return len(keys) + SAME * (old.fingerprint == new.fingerprint)


def _name(result: Result) -> Hashable | None:
    """The fingerprint; both drafts were named by the newest version."""
    return result.fingerprint


def _figures(aligned: Aligned, result: Result) -> Hashable | None:
    """All figures of a check of the old draft as those of the new one; None where one is gone, or there are none."""
    keys = [aligned.links.there(key) for key in keys_of(result)]
    return frozenset(keys) if keys and None not in keys else None
