"""The user's own rules in a run of the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.cli import main
from lint.writers.schema import SCHEMA

REQUIRED = '[[require]]\nname = "在职人数"\n[[require]]\nname = "编制数"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gouji.toml").write_text(REQUIRED, "utf-8")
    (tmp_path / "a.txt").write_text("2023年度绩效自评报告\n\n全年开展培训3次。\n", "utf-8")
    (tmp_path / "b.txt").write_text("2023年度绩效自评报告\n\n在职人数40人。\n", "utf-8")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """File, outcome and message of every check of a user's rule, from a report that its schema allows."""
    import jsonschema

    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    checks = [(file["path"], check) for file in report["files"] for check in file["checks"] if check["code"].startswith("OWN")]
    assert len({(path, check["fingerprint"]) for path, check in checks}) == len(checks)
    return [(path, check["outcome"], check["message"]) for path, check in checks]


@pytest.mark.usefixtures("folder")
def test_what_one_report_must_state_each_report_must_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "b.txt", "-f", "json", "--fail-on", "warning"]) == 1
    assert [(path, outcome) for path, outcome, _ in found(capsys)] == [
        ("a.txt", "broken"),
        ("a.txt", "broken"),
        ("b.txt", "broken"),
        ("b.txt", "holds"),
    ]


@pytest.mark.usefixtures("folder")
def test_what_a_submission_must_state_one_of_its_files_must_state(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--together", "a.txt", "b.txt", "-f", "json"])
    assert [(path, outcome) for path, outcome, _ in found(capsys)] == [("a.txt", "broken"), ("b.txt", "holds")]


@pytest.mark.usefixtures("folder")
def test_a_rule_is_chosen_like_any_other(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a.txt", "-f", "json", "--ignore", "own-required-figure"])
    assert found(capsys) == []


def test_a_fault_stops_the_run_before_it_starts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gouji.toml").write_text(REQUIRED.replace("name", "nam", 1), "utf-8")
    assert main(["check", "a.txt"]) == 2
    assert "gouji.toml”第2行：require[0].nam 不认识，可以写的有 name" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_not_blamed_for_what_it_does_not_state(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.txt").write_text("", "utf-8")
    main(["check", "c.txt", "-f", "json"])
    assert found(capsys) == []


def test_the_examples_of_a_rule_show_the_settings_they_need(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rule", "OWN001"])
    assert '[[sum]] name = "专项资金合计"' in capsys.readouterr().out
