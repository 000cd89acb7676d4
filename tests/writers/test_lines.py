"""One line per finding: for grep and editors, and by rule."""

from __future__ import annotations

from dataclasses import replace

from lint.check import Check
from lint.document import LineOrigin
from lint.place import Place, Span
from lint.report import Problem
from lint.say import Say
from tests.support import facts_of, report_of
from tests.writers.forms import TEXT, checked, decided, only, written


def test_a_finding_is_one_line_with_path_line_and_column_and_names_what_follows_from_it() -> None:
    lines = written("concise").splitlines()
    cause = only(checked(), "RAT001")
    assert lines[0].startswith("x.txt:1:63: 错误 RAT001 ")
    assert f"[{cause.fingerprint[:8]}] 由此引起（1条）：SUM002 " in lines[0]
    assert lines[1].startswith("x.txt:2:5: 错误 SUM001 ")
    assert len(lines) == 2 + 2


def test_the_counts_are_those_of_every_output_for_people() -> None:
    for form in ("concise", "grouped"):
        assert written(form).splitlines()[-2:] == written("text").splitlines()[-2:]
        assert written(form, quiet=True).splitlines() == written(form).splitlines()[-2:]


def test_with_passes_other_checks_are_lines_too() -> None:
    assert any("无法核对" in line for line in written("concise", passes=True).splitlines()[2:-2])


def test_a_message_of_several_lines_is_one_line() -> None:
    facts = facts_of("共5人。")
    report = report_of(facts, Check.observe(facts.figures[0]).but(message=Say("一\n二\r\n三", "x")))
    assert written("concise", report).splitlines()[0].split("] ")[0].endswith("AAA001 一 二 三 [" + report.results[0].fingerprint[:8] + "]")


def test_where_there_are_no_lines_the_place_stands_after_the_path() -> None:
    class Paged(LineOrigin):
        def place(self, span: Span) -> Place:
            return Place(span, page=3)

    report = checked()
    paged = replace(report, document=replace(report.document, origin=Paged(TEXT)))
    assert written("concise", paged).startswith("x.txt:第3页: 错误 RAT001 ")


def test_findings_are_grouped_by_rule_the_most_frequent_first() -> None:
    files = [checked(), checked("现有在职5人，其中：甲科2人，乙科4人。", 1, "y.txt")]
    lines = written("grouped", *files).splitlines()
    assert lines[0] == "SUM001 合计与各分项之和不符：2条"
    assert lines[1].startswith("    x.txt:2:5  错误  ")
    assert lines[2].startswith("    y.txt:1:5  错误  ")
    assert lines[4].startswith("RAT001 ") and lines[4].endswith("：1条")
    assert lines[6].startswith("        由此引起（1条）：SUM002 ")


def test_what_was_decided_is_counted_and_shown_only_where_it_is_asked_for() -> None:
    for form in ("concise", "grouped"):
        assert "SUM001" not in written(form, decided(checked(), "SUM001"))
        assert "SUM001" in written(form, decided(checked(), "SUM001"), show_decided=True)


def test_an_internal_failure_is_told() -> None:
    failed = replace(checked(), problems=(Problem("SUM001", "Traceback\nZeroDivisionError: x"),))
    for form in ("concise", "grouped"):
        assert "内部错误：SUM001 未能完成（ZeroDivisionError: x）" in written(form, failed)
