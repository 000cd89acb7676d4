"""What severities, thresholds and profiles change: what is listed, what is counted, and the exit code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from lint.check import Check, Confidence, Severity
from lint.place import Span
from lint.report import result_of
from lint.rule import all_rules, selected
from lint.settings import Settings
from tests.config.conftest import Put, Run

SUM001 = next(rule for rule in all_rules() if rule.code == "SUM001")


def grade(usual: Severity, own: Severity | None, asked: Severity | None) -> Severity:
    """What a finding costs whose rule, check and settings say so."""
    rule, check = replace(SUM001, severity=usual, says=SUM001.title), Check.observe(Span(0, 1)).but(severity=own)
    return result_of(rule, check, (), Settings(severity={"SUM001": asked} if asked else {})).severity


@pytest.mark.parametrize(
    ("usual", "own", "asked", "severity"),
    [
        ("error", None, None, "error"),
        ("error", None, "warning", "warning"),
        ("info", None, "error", "error"),
        ("error", "info", None, "info"),
        ("error", "info", "warning", "info"),
        ("warning", "error", None, "error"),
        ("warning", "error", "info", "info"),
        ("warning", "error", "error", "error"),
    ],
)
def test_settings_stand_for_the_rule_and_raise_no_check_that_is_lighter(
    usual: Severity, own: Severity | None, asked: Severity | None, severity: Severity
) -> None:
    assert grade(usual, own, asked) == severity


def test_a_changed_severity_counts_for_the_exit_code_and_in_every_output(run: Run, put: Put) -> None:
    put("a.txt", **{"gouji.toml": '[severity]\nSUM = "warning"\n'})
    said = run("check", "a.txt")
    assert (said.code, "警告  SUM001" in said.out, "错误0，警告1" in said.out) == (0, True, True)
    assert run("check", "a.txt", "--fail-on", "warning").code == 1
    assert run("check", "a.txt", "-f", "json").data["summary"]["findings"] == {"error": 0, "warning": 1, "info": 0}


def test_results_on_reading_have_severities_as_well(run: Run, put: Put, tmp_path: Path) -> None:
    put(**{"gouji.toml": 'encoding = "utf-8"\nseverity = {DOC = "error"}\n'})
    (tmp_path / "a.txt").write_bytes("共5人。".encode() * 200 + b"\xff")
    assert run("check", "a.txt", "--isolated", "--encoding", "utf-8").code == 0
    assert run("check", "a.txt").code == 1


def test_a_file_that_cannot_be_read_fails_the_run_whatever_its_severity(run: Run, put: Put) -> None:
    put(**{"a.docx": "", "gouji.toml": 'severity = {DOC = "info"}\nmin-severity = "error"\n'})
    assert run("check", "a.docx").code == 1


def test_findings_below_the_least_severity_are_counted_and_do_not_fail(run: Run, put: Put) -> None:
    put("a.txt", **{"gouji.toml": '[severity]\nSUM001 = "info"\n'})
    said = run("check", "a.txt", "--min-severity", "warning")
    assert said.out.startswith("1个文件：没有要列出的问题；另有1条低于所设的级别或把握，没有列出\n核对3处：")
    assert (said.code, "SUM001" in said.out) == (0, False)
    said = run("check", "a.txt", "--min-severity", "warning", "-f", "json")
    assert [check["code"] for check in said.data["files"][0]["checks"] if check["outcome"] == "broken"] == ["SUM001"]
    assert (said.data["summary"]["broken"], said.data["summary"]["unlisted"]) == (1, 1)


@pytest.mark.parametrize("confidence", get_args(Confidence))
def test_a_drafter_sees_what_is_certain_and_others_everything(confidence: Confidence) -> None:
    check = Check.observe(Span(0, 1)).but(confidence=confidence)
    assert Settings().lists(check, "info")
    assert Settings(min_confidence="high").lists(check, "error") == (confidence == "high")
    assert Settings(min_confidence="medium").lists(check, "error") == (confidence != "low")


def test_the_profiles_list_more_and_more(run: Run, put: Put) -> None:
    put(**{"a.txt": "2022年部门支出合计500万元，其中：基本支出约300万元，项目支出210万元。\n"})
    assert "无法核对：" not in run("check", "a.txt").out
    assert "无法核对：" in run("check", "a.txt", "--profile", "auditor").out
    found = run("config", "--profile", "drafter", "-f", "json").sources()
    assert found["min-confidence"] == ("high", "drafter", None)
    found = run("config", "--profile", "drafter", "--min-confidence", "medium", "-f", "json").sources()
    assert found["min-confidence"] == ("medium", "--min-confidence", None)


def test_rules_in_preview_run_only_where_they_are_named() -> None:
    rules = (replace(SUM001, status="preview"), *(rule for rule in all_rules() if rule.code != "SUM001"))
    codes = [
        {rule.code for rule in selected(rules, select)} for select in ((), ("SUM",), ("DOC",), ("SUM001",), ("parts-total",), ("ALL",))
    ]
    assert ["SUM001" in found for found in codes] == [False, False, False, True, True, True]
    assert all("SUM002" in found for found in codes[:2])
