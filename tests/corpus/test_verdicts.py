"""The corpus: what must be flagged is flagged where it stands, what is in order stays silent."""

from __future__ import annotations

import pytest

from lint.rule import Rule, all_rules
from tests.corpus.reports import CONVERTED, CORPUS, Case, Finding, cases
from tests.support import needs_libreoffice

FILES = [pytest.param(case, id=case.name) for case in cases()]
FIRE = [pytest.param(case, id=case.name) for case in cases() if case.verdict.drawer == "fire"]
CALM = [pytest.param(case, id=case.name) for case in cases() if case.verdict.drawer == "calm"]


def entries(drawer: str, kind: str) -> list[object]:
    """The entries of one kind in the verdicts of one drawer, one parameter each."""
    return [
        pytest.param(case, entry, id=f"{case.name}-{number}-{entry.code or 'no-rule'}")
        for case in cases()
        if case.verdict.drawer == drawer
        for number, entry in enumerate(getattr(case, kind), 1)
        if not entry.may
    ]


@pytest.mark.parametrize(("case", "finding"), entries("fire", "findings"))
def test_a_planted_defect_is_found_where_it_stands(case: Case, finding: Finding) -> None:
    hits = case.hits(finding)
    assert any(finding.agrees(result) for result in hits), [
        (result.severity, result.check.claimed, result.check.derived) for result in hits
    ] or f"{finding.quote}: {finding.why}"


@pytest.mark.parametrize("case", FIRE)
def test_nothing_else_is_reported(case: Case) -> None:
    assert [(result.code, result.message.text()) for result in case.unlisted()] == []


@pytest.mark.parametrize("case", CALM)
def test_a_calm_report_raises_neither_error_nor_warning(case: Case) -> None:
    assert [(result.code, result.message.text()) for result in case.unlisted()] == []


@pytest.mark.parametrize("case", FILES)
def test_a_report_is_really_checked(case: Case) -> None:
    assert case.report.problems == ()
    agreed = [result.code for result in case.report.results if result.outcome in ("holds", "rounding")]
    few = {code: agreed.count(code) for code, least in case.verdict.verified.items() if agreed.count(code) < least}
    assert few == {}


@pytest.mark.parametrize(("case", "finding"), entries("known", "findings"))
def test_a_known_miss_is_still_missed(case: Case, finding: Finding) -> None:
    assert case.hits(finding) == [], "found today: move it to fire/"


def test_every_known_false_alarm_still_sounds() -> None:
    known = [case for case in cases() if case.verdict.drawer == "known"]
    silent = [(case.name, alarm.quote) for case in known for alarm in case.alarms if not case.hits(alarm)]
    assert silent == [], "silent today: move it to calm/"


@pytest.mark.parametrize("case", FILES)
def test_a_verdict_quotes_its_report(case: Case) -> None:
    for entry in (*case.findings, *case.alarms):
        entry.span(case.report.document.text)
        assert entry.why if case.verdict.drawer == "fire" else entry.reason


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases() if case.suffix != "txt"])
def test_a_built_file_says_what_the_text_says(case: Case) -> None:
    source = case.source.read_text(encoding="utf-8")
    assert "".join(case.report.document.text.split()) == "".join(source.replace("|", "").split())


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.family != "DOC"], ids=lambda rule: rule.code)
def test_every_rule_is_planted(rule: Rule) -> None:
    assert any(finding.code == rule.code for case in cases() if case.verdict.drawer == "fire" for finding in case.findings)


@needs_libreoffice
def test_files_that_need_a_conversion_are_among_them() -> None:
    assert {case.suffix for case in cases()} >= set(CONVERTED)


def test_every_report_has_a_verdict_and_a_source() -> None:
    folders = {path.parent for path in CORPUS.glob("*/*/report.*")}
    assert folders == {case.verdict.folder for case in cases()}
    assert all((folder / "report.txt").exists() for folder in folders)
