"""Which findings have one cause: those that one change, whichever of the possible ones it is, would settle together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.blame import Account, Blame, Repair
from lint.blame.mended import holds, mended
from lint.figure import Figure
from lint.report import Result

Settled = list[frozenset[int]]
"""For each repair of a group, the changes of it that settle a finding by themselves."""
_GRAVEST = ("error", "warning", "info")


def causes(groups: Sequence[Blame], accounts: Mapping[int, Account], results: Sequence[Result]) -> dict[int, int]:
    """For each finding that follows from another one, by its index, the index of that one."""
    found: dict[int, int] = {}
    for group in groups:
        if group.open is not None:
            continue
        open_ = list(group.checks)
        settled = {at: _settled(group.repairs, results[at]) for at in open_}
        ranked = sorted(open_, key=lambda at: (_GRAVEST.index(results[at].severity), not _is_claimed(group, results[at]), at))
        for at in ranked:
            root = next((other for other in ranked if other == at or _meet(settled[other], settled[at])), at)
            if root != at and root not in found:
                found[at] = root
        found |= _beside(group, accounts[ranked[0]], ranked, results, found)
    return found


def _settled(repairs: Sequence[Repair], result: Result) -> Settled:
    """Which changes of each repair make a finding hold by themselves."""
    return [
        frozenset(number for number, change in enumerate(repair.changes) if holds(mended(result.check, (change,)))) for repair in repairs
    ]


def _meet(one: Settled, other: Settled) -> bool:
    """Whether in every repair one change settles both."""
    return all(mine & theirs for mine, theirs in zip(one, other, strict=True))


def _is_claimed(group: Blame, result: Result) -> bool:
    """Whether a suspect is what the finding claims: the finding to tell the others under."""
    primary = result.check.primary
    return isinstance(primary, Figure) and any(
        (change.figure.file, change.figure.span) == (primary.file, primary.span) for change in group.suspects
    )


def _beside(group: Blame, account: Account, ranked: Sequence[int], results: Sequence[Result], known: Mapping[int, int]) -> dict[int, int]:
    """Findings outside the group that vanish whichever repair is right: they follow from the first of the group that has no cause itself."""
    root = next(at for at in ranked if at not in known)
    vanishing = [
        {(found.code, found.file, found.span) for found in account.consequences if found.effect == "vanishes" and found.repair == number}
        for number in range(len(group.repairs))
    ]
    always = set.intersection(*vanishing) if vanishing else set()
    if not always:
        return {}
    return {
        at: root
        for at, result in enumerate(results)
        if result.is_finding
        and at not in ranked
        and result.check.span is not None
        and any((code, span) == (result.code, result.check.span) for code, _, span in always)
    }
