"""What would follow from a repair: grades, scores by the rules, ceilings and thresholds, and other findings that would be gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from lint.blame import Blame, Change, Consequence, Repair
from lint.blame.mended import mended
from lint.check import Check
from lint.number import Number
from lint.place import Span
from lint.relation import Relation
from lint.report import Result

Corrections = Mapping[tuple[int, Span], Number]
"""The numbers that figures (file and span) would be printed as."""
Again = Callable[[Corrections, Collection[str]], Iterable[tuple[int, str, Check]]]
"""Runs the rules of these codes on the documents as corrected: file, code and check."""
MOST_REPAIRS = 3
"""Of how many repairs of a group the consequences are looked for."""
MOST_RUNS = 6
"""How often rules are run again for the findings of one report: what costs most."""


def followed(groups: Sequence[Blame], results: Sequence[tuple[int, Result]], again: Again) -> Iterator[tuple[Consequence, ...]]:
    """The consequences of the first repairs of each group."""
    runs = 0
    for group in groups:
        found: list[Consequence] = []
        own = frozenset(group.checks)
        for number, repair in enumerate(group.repairs[:MOST_REPAIRS]):
            changes = _settled(repair)
            if changes is None:
                continue
            found.extend(_of_relations(number, changes, own, results))
            codes = _observing(changes, results)
            if codes and runs < MOST_RUNS:
                runs += 1
                corrections = {(change.figure.file, change.figure.span): change.number for change in changes if change.number is not None}
                found.extend(_of_observations(number, list(again(corrections, codes)), codes, changes, results))
        yield tuple(found)


def _settled(repair: Repair) -> tuple[Change, ...] | None:
    """The changes of a repair; None where it changes nothing, or the new value of one is open."""
    return repair.changes if repair.changes and all(change.number is not None for change in repair.changes) else None


def _of_relations(
    number: int, changes: tuple[Change, ...], own: frozenset[int], results: Sequence[tuple[int, Result]]
) -> Iterator[Consequence]:
    """What becomes of the other checks that compare a changed figure with something."""
    for at, (file, result) in enumerate(results):
        check, span = result.check, result.check.span
        if at in own or span is None or check.outcome == "undecided":
            continue
        relation = mended(check, changes)
        if relation is None:
            continue
        held, hold = check.outcome in ("holds", "rounding"), relation.verdict() in ("holds", "rounding", "vague", "unknown")
        if held and not hold:
            yield Consequence(number, "breaks", result.code, result.title, file, span, str(relation.claimed), _derived(relation))
        elif hold and not held:
            yield Consequence(number, "vanishes", result.code, result.title, file, span)


def _told(check: Check) -> tuple[str, str]:
    """What an observation says is printed and what would follow: numbers, or words such as grades, which stand among its values."""
    return str(check.values.get("claimed", check.claimed)), str(check.values.get("derived", check.derived))


def _derived(relation: Relation) -> str:
    value = relation.derived()
    return relation.claimed.show(value if value is not None else Fraction(0), 2)


def _observing(changes: Sequence[Change], results: Sequence[tuple[int, Result]]) -> frozenset[str]:
    """The rules that say something of the changed figures without a relation."""
    places = {(change.figure.file, change.figure.span) for change in changes}
    return frozenset(
        result.code
        for _, result in results
        if result.check.relation is None
        and result.check.outcome in ("holds", "broken")
        and not places.isdisjoint((figure.file, figure.span) for figure in result.check.figures())
    )


def _of_observations(
    number: int,
    run: Iterable[tuple[int, str, Check]],
    codes: Collection[str],
    changes: Sequence[Change],
    results: Sequence[tuple[int, Result]],
) -> Iterator[Consequence]:
    """What becomes of the checks without a relation that say something of a changed figure, by running their rules again."""
    after = {(file, code, check.span): check for file, code, check in run}
    places = {(change.figure.file, change.figure.span) for change in changes}
    for file, result in results:
        check = result.check
        span = check.span
        if span is None or result.code not in codes or check.relation is not None:
            continue
        if places.isdisjoint((figure.file, figure.span) for figure in check.figures()):
            continue
        then = after.get((file, result.code, span))
        if then is None or then.outcome == check.outcome == "holds":
            continue
        effect = {("broken", "holds"): "vanishes", ("holds", "broken"): "breaks"}.get((check.outcome, then.outcome))
        if effect == "vanishes":
            yield Consequence(number, "vanishes", result.code, result.title, file, span)
        elif effect == "breaks":
            yield Consequence(number, "breaks", result.code, result.title, file, span, *_told(then))
        elif check.outcome == then.outcome == "broken" and _told(then) != _told(check):
            yield Consequence(number, "changes", result.code, result.title, file, span, *_told(then))
