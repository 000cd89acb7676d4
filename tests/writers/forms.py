"""One report for all formats: a finding with another folded under it, one that was decided upon, a tie, what agrees and what is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from lint.decision import Decided, Decision, State, Verdict
from lint.engine import check_document
from lint.report import FileReport, Report, Result
from lint.settings import Settings
from lint.writers import write
from tests.support import document_of

SHARES = "2023年支出合计3,038.79万元，其中：基本支出1,476.25万元，占48.58%；项目支出1,562.54万元，占52.42%。\n"
PEOPLE = "现有在职5人，其中：甲科2人，乙科4人。\n"
NEARLY = "全年参加约70人次，其中：上半年30人次，下半年50人次。\n"
TEXT = SHARES + PEOPLE + NEARLY
"""52.42% is no share of the sum, so the shares do not add up either; 5 people are not 2 and 4; 约70 decides nothing."""


def checked(text: str = TEXT, number: int = 0, path: str = "x.txt") -> FileReport:
    return check_document(replace(document_of(text), path=path), Settings(), number)


def only(report: FileReport, code: str) -> Result:
    (found,) = (result for result in report.results if result.code == code and result.is_finding)
    return found


def decided(report: FileReport, code: str, verdict: Verdict = "false-alarm", state: State = "applies") -> FileReport:
    """The report with a decision on its one finding of that rule."""
    found = only(report, code)
    decision = Decision(verdict, found.identity, found.fingerprint, 1, "另有口径", "王某")
    kept = (replace(result, decided=Decided(decision, state)) if result is found else result for result in report.results)
    return replace(report, results=tuple(kept))


def written(form: str, *files: FileReport, **settings: Any) -> str:
    return cast(str, write(form, Report(files or (checked(),)), Settings(**settings)))
