"""What blame shows, in the terms of the measurement: sets of figures that were altered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from lint.blame import Account, Blame, Change
from tests.blame.brute import Set
from tests.blame.prices import Key, key_of


def repairs_of(group: Blame | Account) -> list[Set]:
    return [(keys_of(repair.changes), frozenset(repair.unbound)) for repair in group.repairs]


def keys_of(changes: Sequence[Change]) -> frozenset[Key]:
    return frozenset(key_of(change.figure) for change in changes)


def wholes(groups: Sequence[Blame]) -> set[Set]:
    """Every way to mend everything: one repair of each group."""
    chosen = product(*map(repairs_of, groups))
    return {(frozenset().union(*(keys for keys, _ in each)), frozenset().union(*(dropped for _, dropped in each))) for each in chosen}


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of one instance with hidden slips in the figures `altered`.

    `fair`: no repair is cheaper than to undo the slips, so that nothing in the document speaks against them. `told`: undoing them is
    among the repairs shown. `sole`: nothing else is. `wrong` are the suspects that were not altered; `open` tells that some group is
    left open. `first`: in every group the first repair is the one that undoes the slips.
    """

    altered: frozenset[Key]
    fair: bool
    told: bool
    sole: bool
    first: bool
    open: bool
    wrong: tuple[Change, ...]


def shown(groups: Sequence[Blame | Account], altered: frozenset[Key], *, fair: bool) -> Shown:
    """`altered` is told where one repair of each group, together, undo the slips, all of them and nothing else."""
    parts = [{keys for keys, dropped in repairs_of(group) if not dropped and keys <= altered} for group in groups]
    told = _covered(parts, altered)
    return Shown(
        altered,
        fair,
        told,
        told and all(len(group.repairs) == 1 for group in groups),
        told and all(keys_of(group.repairs[0].changes) <= altered for group in groups),
        any(group.open is not None for group in groups),
        tuple(suspect for group in groups for suspect in group.suspects if key_of(suspect.figure) not in altered),
    )


def _covered(parts: Sequence[set[frozenset[Key]]], altered: frozenset[Key]) -> bool:
    """Whether one set of each part, together, are all that was altered."""
    return any(frozenset().union(*chosen) == altered for chosen in product(*parts))


def told_of(results: Sequence[Shown]) -> Iterator[str]:
    """The measures, a line each."""
    fair = [each for each in results if each.fair]
    for name, count, whole in (
        ("nothing cheaper than undoing the slips", len(fair), len(results)),
        ("of these, the slips among the repairs shown", sum(each.told for each in fair), len(fair)),
        ("of these, the slips alone shown", sum(each.sole for each in fair), len(fair)),
        ("of these, the slips shown first", sum(each.first for each in fair), len(fair)),
        ("of these, left open", sum(each.open for each in fair), len(fair)),
        ("of these, with a suspect that was not altered", sum(bool(each.wrong) for each in fair), len(fair)),
        ("of all, the slips among the repairs shown", sum(each.told for each in results), len(results)),
        ("of all, with a suspect that was not altered", sum(bool(each.wrong) for each in results), len(results)),
    ):
        yield f"{name}: {count} of {whole} ({100 * count / max(whole, 1):.1f}%)"
