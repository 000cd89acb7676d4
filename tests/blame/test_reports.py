"""Hidden culprits in whole reports: drawn as texts and tables, read, checked and blamed as a user's are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import pytest

from lint.engine import check_source
from lint.readers import Source
from lint.report import FileReport, Result
from lint.rule import all_rules
from lint.settings import Settings
from tests.blame import brute, ledgers, reports, trees
from tests.blame.reports import Draft
from tests.blame.sheet import Sheet
from tests.blame.shown import Shown, shown, told_of
from tests.blame.slips import planted

REPORTS = 60
MOST = 3
Drawn = tuple[Sheet, Callable[[Sheet], Draft]]


def texts(random: Random) -> Drawn:
    tree = trees.tree(random, [(3, 4), (2, 3), (2, 3)][: random.choice((2, 3))])
    return trees.sheet(tree), lambda sheet: reports.scored(tree, sheet)


def tables(random: Random) -> Drawn:
    ledger = ledgers.ledger(random, most=4)
    return ledgers.sheet(ledger), lambda sheet: reports.tabled(ledger, sheet)


KINDS: Mapping[str, Callable[[Random], Drawn]] = {"texts": texts, "tables": tables}


def checked(draft: Draft) -> FileReport:
    return check_source(Source("report.txt", draft.text.encode()), Settings())


def outcome(draft: Draft, sheet: Sheet) -> Shown | None:
    """What is shown of the slips in a report; None where one of them stands in no check that comes to a verdict."""
    report = checked(draft)
    checks = [result.check for result in report.results if ties(result)]
    culprits = frozenset(key for key in brute.Claims.of(checks).figures if draft.starts.get(key[1].start) in sheet.altered)
    if len(culprits) < len(sheet.altered):
        return None
    accounts = {id(result.account): result.account for result in report.results if result.account is not None}
    return shown([*accounts.values()], culprits, fair=brute.is_cheapest(checks, culprits))


def ties(result: Result) -> bool:
    """Whether the check asserts something of its figures that a repair must keep; a goal that is missed is no slip."""
    (asserts,) = (rule.asserts for rule in all_rules() if rule.code == result.code)
    relation = result.check.relation
    return relation is not None and (asserts == "bounds" or (asserts != "goal" and relation.operator == "="))


@pytest.mark.parametrize("kind", KINDS)
def test_culprits_hidden_in_reports_are_among_those_shown_and_nobody_else_is_suspected(kind: str) -> None:
    results: list[Shown | None] = []
    number = 0
    while len(results) < REPORTS:
        number += 1
        random = Random(f"{kind} {number}")
        sheet, draw = KINDS[kind](random)
        if any(result.is_finding for result in checked(draw(sheet)).results):
            continue  # a bonus beyond the full mark is a finding without any slip
        slipped = planted(sheet, random.randint(1, MOST), random)
        results.append(outcome(draw(slipped), slipped))
    seen = [each for each in results if each is not None]
    measured = "\n".join(told_of(seen))
    fair = [each for each in seen if each.fair]
    assert len(fair) >= 0.7 * REPORTS, measured
    assert not any(each.wrong for each in fair), measured
    assert sum(each.told for each in fair) >= 0.99 * len(fair), measured
