"""What explains a planted defect is named as its verdict says, in words and in tables, whatever the format."""

from __future__ import annotations

from collections import Counter

import pytest

from lint.diagnosis import KINDS, Kind
from tests.corpus.reports import Case, Finding, cases

PLANTED = [(case, finding) for case in cases() for finding in case.findings if finding.diagnosis]
FEWEST = 3
"""Planted defects of every kind."""


def named(case: Case, finding: Finding) -> str:
    """The kind that the finding names; ``"none"`` where it names none or was not found."""
    kinds = [result.check.diagnosis.kind for result in case.hits(finding) if finding.agrees(result) and result.check.diagnosis]
    return next(iter(kinds), "none")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_planted(kind: Kind) -> None:
    assert sum(case.suffix == "txt" and finding.diagnosis == kind for case, finding in PLANTED) >= FEWEST


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_defect_is_explained_by_its_kind(kind: Kind) -> None:
    confusion = Counter(named(case, finding) for case, finding in PLANTED if finding.diagnosis == kind)
    assert confusion[kind] >= 0.95 * confusion.total(), confusion


def test_verdicts_name_kinds_that_there_are() -> None:
    assert {finding.diagnosis for _, finding in PLANTED} <= set(KINDS)


def test_a_calm_report_has_nothing_to_explain() -> None:
    told = [result for case in cases() if case.verdict.drawer == "calm" for result in case.report.findings() if result.severity != "info"]
    assert told == []
