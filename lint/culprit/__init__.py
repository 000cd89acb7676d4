"""Findings told with the figures that can be to blame, what would follow from mending them, and which of them have one cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.blame import Account, Blame, Repair
from lint.blame.find import blame
from lint.check import Check
from lint.culprit.causes import causes
from lint.culprit.follow import Again, followed
from lint.place import Span
from lint.report import FileReport, Result
from lint.rule import all_rules


def accounted(reports: Sequence[FileReport], again: Again) -> list[FileReport]:
    """The reports of files that are looked at together, their findings with accounts and causes.

    `again` runs rules on the same documents with some figures corrected.
    """
    results = [(report.number, result) for report in reports for result in report.results]
    if not any(result.is_finding and result.check.relation for _, result in results):
        return list(reports)
    bounds = {rule.code: rule.asserts for rule in all_rules()}
    tied = [at for at, (_, result) in enumerate(results) if _is_tied(bounds.get(result.code, "goal"), result.check)]
    figures = [figure for report in reports for figure in report.figures]
    blames = blame([results[at][1].check for at in tied], figures)
    found = [_placed(one, tied) for one in blames]
    accounts: dict[int, Account] = {}
    for one, consequences in zip(found, followed(found, results, again), strict=True):
        unbound = tuple(tuple(_place(results[at]) for at in repair.unbound) for repair in one.repairs)
        doubts = tuple(_place(results[at]) for at in one.doubted)
        account = Account(one.repairs, one.suspects, unbound, doubts, one.open, consequences)
        accounts |= dict.fromkeys(one.checks, account)
    follows = causes(found, accounts, [result for _, result in results])
    made = [
        replace(result, account=accounts.get(at), cause=results[follows[at]][1].fingerprint if at in follows else "")
        for at, (_, result) in enumerate(results)
    ]
    places = iter(made)
    return [replace(report, results=tuple(next(places) for _ in report.results)) for report in reports]


def _is_tied(asserts: str, check: Check) -> bool:
    """Whether the relation of a check ties its figures together."""
    if check.relation is None or asserts == "goal":
        return False
    return check.relation.operator == "=" or asserts == "bounds"


def _placed(one: Blame, tied: Sequence[int]) -> Blame:
    """The same with the indexes of results in place of those of the checks that were handed in."""
    repairs = tuple(Repair(repair.changes, tuple(tied[at] for at in repair.unbound), repair.favoured) for repair in one.repairs)
    doubts = tuple(tied[at] for at in one.doubted)
    return replace(one, checks=tuple(tied[at] for at in one.checks), repairs=repairs, doubted=doubts)


def _place(placed: tuple[int, Result]) -> tuple[int, Span]:
    number, result = placed
    return number, result.check.span or Span(0, 0)
