"""A report whose text and tables stand in two files of one submission is found to say the same as in one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lint.engine import check_files
from lint.report import FileReport
from tests.corpus.reports import Case, cases

CASES = [
    pytest.param(case, id=case.name)
    for case in cases()
    if case.suffix == "txt" and not case.verdict.files and any("|" in line for line in case.report.document.text.splitlines())
]
NEAR = 3
"""Lines above a table that are its caption, and go with it."""


def parts(text: str) -> tuple[str, str]:
    """The running text, and the tables with their captions under the title of the report."""
    lines = text.splitlines()
    prose: list[str] = []
    tables = [next(line for line in lines if line.strip()), ""]
    for index, line in enumerate(lines):
        following = [other for other in lines[index + 1 : index + 1 + NEAR] if other.strip()]
        caption = len(line) < 40 and any("|" in other for other in following[:2])
        if "|" in line or caption or (following and "|" in following[0]):
            tables.append(line)
        if "|" not in line:
            prose.append(line)
    return "\n".join(prose), "\n".join(tables)


def found(reports: list[FileReport]) -> set[tuple[str, str, str]]:
    return {(result.code, result.check.claimed, result.check.derived) for report in reports for result in report.findings()}


@pytest.mark.parametrize("case", CASES)
def test_text_and_tables_in_two_files_contradict_each_other_as_in_one(case: Case, tmp_path: Path) -> None:
    for name, text in zip(("report", "tables"), parts(case.report.document.text), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / "report.txt"), str(tmp_path / "tables.txt")]
    assert found(list(check_files(files, replace(case.verdict.settings, together=True)))) == found([case.report])


def test_there_are_such_reports() -> None:
    assert len(CASES) > 5
