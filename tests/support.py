"""Documents and facts made from a few lines of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint import readers
from lint.check import Check
from lint.config.asked import settings_in
from lint.document import Document
from lint.facts import Facts
from lint.facts.tables.tables import Tables
from lint.fingerprint import identify
from lint.given import Given
from lint.own.records import Own
from lint.readers import Source, soffice
from lint.readers.pdf import ocr
from lint.report import FileReport, named, result_of
from lint.rule import all_rules
from lint.say import Say

needs_libreoffice = pytest.mark.skipif(soffice.program() is None, reason="needs LibreOffice: apt-get install libreoffice-writer-nogui")

needs_ocr = pytest.mark.skipif(not ocr.available(), reason="needs the ocr extra: pip install -e '.[ocr]'")


Submit = Callable[..., list[FileReport]]
"""What the fixture `submitted` gives."""


def findings(reports: list[FileReport]) -> list[tuple[str, str, str]]:
    """Code, claimed and derived of every finding."""
    return [(result.code, result.check.claimed, result.check.derived) for report in reports for result in report.findings()]


def document_of(text: str) -> Document:
    """The document that a text file with this text gives."""
    return readers.read(Source("x.txt", text.encode()))


def facts_of(text: str, year: int | None = None) -> Facts:
    """The facts of a text file with this text."""
    return Facts(document_of(text), Given(year))


def own_rules(settings: str) -> Own:
    """The user's own rules in the text of a settings file."""
    return settings_in(settings).given.own


def tables_of(text: str) -> Tables:
    """What the tables of a text file with this text state; it has some."""
    tables = facts_of(text).tables
    assert tables is not None
    return tables


def report_of(facts: Facts, *checks: Check) -> FileReport:
    """The report on a document to which these checks came."""
    rule = replace(
        all_rules()[0],
        code="AAA001",
        name="example",
        severity="error",
        title=Say("例", "example"),
        says=Say("{name}写{claimed}，算得{derived}，相差{difference}", "{name}: {claimed} claimed, {derived} derived"),
    )
    results = named(result_of(rule, check, identify(rule.code, check, facts.document)) for check in checks)
    return FileReport(facts.document, results, facts.figures, periods=facts.periods)
