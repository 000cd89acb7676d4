"""What the pages of CI systems read: JUnit, GitHub, GitLab."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

from lint.check import Check
from lint.report import FileReport, Problem
from lint.say import Say
from tests.support import facts_of, report_of
from tests.writers.forms import TEXT, checked, decided, only, written

WRONG = "现有在职5人，其中：甲科2人，乙科4人。\n"


def cases(*files: FileReport, **settings: str) -> list[tuple[str, str, str]]:
    """Code, element and message of every case."""
    root = ElementTree.fromstring(written("junit", *files, **settings))
    return [
        (case.get("classname", ""), *next(((of.tag, of.get("message", "")) for of in case), ("", ""))) for case in root.iter("testcase")
    ]


def test_junit_has_a_case_for_every_check_and_a_failure_for_what_makes_the_run_fail() -> None:
    found = cases()
    assert [(code, element) for code, element, _ in found] == [
        ("SUM001", ""),
        ("RAT001", ""),
        ("SUM002", "skipped"),
        ("RAT001", "failure"),
        ("SUM001", "failure"),
        ("SUM001", "skipped"),
    ]
    assert found[2][2].startswith(f"由[{only(checked(), 'RAT001').fingerprint[:8]}]引起：")
    assert found[5][2].startswith("无法核对：")
    assert not any(element == "failure" for _, element, _ in cases(fail_on="never"))


def test_junit_counts_its_cases() -> None:
    root = ElementTree.fromstring(written("junit", checked(), checked(WRONG, 1, "y.txt")))
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "7",
        "failures": "3",
        "errors": "0",
        "skipped": "2",
    }
    assert [suite.get("name") for suite in root] == ["x.txt", "y.txt"]


def test_junit_skips_what_was_decided_and_tells_why() -> None:
    assert ("SUM001", "skipped", "误报：另有口径（王某）") in cases(decided(checked(), "SUM001"))


def test_junit_holds_signs_that_xml_cannot_hold_and_internal_failures() -> None:
    facts = facts_of("共5人。")
    report = report_of(facts, Check.observe(facts.figures[0]).but(message=Say("甲\x00\x1b<乙>&\ud800", "x")))
    failed = replace(report, problems=(Problem("SUM001", "KeyError: 1"),))
    assert [case[1:] for case in cases(failed)] == [
        ("failure", "甲??<乙>&?"),
        ("error", "内部错误：SUM001 未能完成（KeyError: 1），请报告给开发者"),
    ]


def test_github_has_an_annotation_for_every_finding_and_one_with_the_counts() -> None:
    lines = written("github").splitlines()
    column = TEXT.index("52.42%") + 1
    assert lines[0].startswith(
        f"::error file=x.txt,line=1,col={column},endColumn={column + 6},title=RAT001 {only(checked(), 'RAT001').title.zh}::x.txt:1:{column}%0A"
    )
    assert "%0A由此引起（1条）：SUM002 " in lines[0]
    assert lines[-1].startswith("::notice title=gouji::1个文件：问题2条")
    assert len(lines) == 3


def test_nothing_in_a_document_or_its_name_can_be_a_command_for_github() -> None:
    facts = facts_of("共5人。")
    report = report_of(facts, Check.observe(facts.figures[0]).but(message=Say("甲\n::set-env name=A::1%0A\r\n::error::", "x")))
    named = replace(report, document=replace(report.document, path="a,line=9::b\n::error::%.txt"))
    found = written("github", named)
    assert len(found.splitlines()) == 2
    assert found.startswith("::error file=a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3A%25.txt,line=1,")


def test_gitlab_tells_code_place_and_followers_and_the_same_finding_in_two_files_apart() -> None:
    entries = json.loads(written("gitlab", checked(WRONG), checked(WRONG, 1, "y.txt"), checked(TEXT, 2, "z.txt")))
    assert [(entry["check_name"], entry["location"]) for entry in entries] == [
        ("SUM001", {"path": "x.txt", "lines": {"begin": 1}}),
        ("SUM001", {"path": "y.txt", "lines": {"begin": 1}}),
        ("RAT001", {"path": "z.txt", "lines": {"begin": 1}}),
        ("SUM001", {"path": "z.txt", "lines": {"begin": 2}}),
    ]
    assert len({entry["fingerprint"] for entry in entries}) == 4
    assert entries[0]["description"].startswith("SUM001 x.txt:1:5: 现有在职写5人")
    assert "由此引起（1条）：SUM002" in entries[2]["description"]
    assert [entry["severity"] for entry in entries] == ["major"] * 4
