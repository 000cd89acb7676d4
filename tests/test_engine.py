"""The engine: every file gets a report, and no rule, file or selection can make another one silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lint import engine, judge
from lint.check import Check, Outcome
from lint.document import Notice
from lint.engine import check_document, check_files, check_source
from lint.facts import Facts
from lint.given import Given
from lint.judge import DOUBT, doubt
from lint.place import Span
from lint.readers import Source
from lint.rule import Rule, all_rules
from lint.say import Say
from lint.settings import Settings
from tests.support import document_of

TEXT = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。"


def made_rule(code: str, *made: Check) -> Rule:
    """A rule that gives these checks, whatever the document."""

    def check(_: Facts) -> Iterator[Check]:
        yield from made

    return replace(all_rules()[0], code=code, name=code.lower(), says=Say("不符", "broken"), check=check)


def failing_rule(code: str, error: Exception) -> Rule:
    def check(_: Facts) -> Iterator[Check]:
        yield Check.agrees(Span(0, 1))
        raise error

    return replace(all_rules()[0], code=code, name=code.lower(), check=check)


def use(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    monkeypatch.setattr(judge, "all_rules", lambda: rules)


def test_a_rule_that_crashes_is_a_problem_and_costs_no_other_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, failing_rule("AAA001", ZeroDivisionError("by nothing")), made_rule("BBB001", Check.observe(Span(0, 4))))
    report = check_document(document_of(TEXT), Settings())
    assert [(result.code, result.outcome) for result in report.results] == [("AAA001", "holds"), ("BBB001", "broken")]
    assert [problem.where for problem in report.problems] == ["AAA001"]
    assert "by nothing" in report.problems[0].detail


def test_a_message_with_an_unknown_field_is_a_problem_and_no_lost_run(monkeypatch: pytest.MonkeyPatch) -> None:
    nameless = made_rule("AAA001", Check.observe(Span(0, 4)).but(message=Say("{nothing}", "{nothing}")))
    use(monkeypatch, nameless, made_rule("BBB001", Check.observe(Span(0, 4))))
    report = check_document(document_of(TEXT), Settings())
    assert [result.code for result in report.results] == ["BBB001"]
    assert [problem.where for problem in report.problems] == ["AAA001"]


def test_running_out_of_memory_in_a_rule_is_left_to_the_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, failing_rule("AAA001", MemoryError()))
    with pytest.raises(MemoryError):
        check_document(document_of(TEXT), Settings())


def test_results_stand_in_reading_order_those_of_the_whole_file_first(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, made_rule("AAA001", Check.observe(Span(9, 12)), Check.observe(Span(2, 4))), made_rule("BBB001", Check.observe(None)))
    assert [result.code for result in check_document(document_of(TEXT), Settings()).results] == ["BBB001", "AAA001", "AAA001"]


def test_equal_findings_have_fingerprints_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, made_rule("AAA001", Check.observe(Span(2, 4)), Check.observe(Span(2, 4))))
    first, second = check_document(document_of(TEXT), Settings()).results
    assert first.fingerprint != second.fingerprint


def test_a_fingerprint_does_not_depend_on_path_or_line() -> None:
    here = check_source(Source("here.txt", TEXT.encode()), Settings()).results
    there = check_source(Source("there.txt", f"\n\n{TEXT}".encode()), Settings()).results
    assert [result.fingerprint for result in here] == [result.fingerprint for result in there] != []


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (["broken"] * DOUBT, "undecided"),
        (["broken"] * (DOUBT - 1), "broken"),
        (["broken"] * DOUBT + ["holds"], "broken"),
        (["broken"] * DOUBT + ["rounding"], "broken"),
    ],
)
def test_a_manner_of_binding_that_never_balances_is_doubted(outcomes: list[Outcome], expected: Outcome) -> None:
    rule = made_rule("AAA001")
    made = [(rule, Check(outcome, Span(0, 1), manner="column")) for outcome in outcomes]
    assert doubt(made)[0][1].outcome == expected


def test_checks_without_a_manner_are_never_doubted() -> None:
    rule = made_rule("AAA001")
    made = [(rule, Check("broken", Span(0, 1)))] * (2 * DOUBT)
    assert {check.outcome for _, check in doubt(made)} == {"broken"}


def test_no_selection_makes_an_unread_file_silent(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"")
    for settings in (Settings(select=("SUM",)), Settings(ignore=("DOC",)), Settings(ignore=("ALL",))):
        (report,) = check_files([str(path)], settings)
        assert report.unread
        assert [(result.code, result.severity) for result in report.findings()] == [("DOC007", "error")]


def test_results_on_reading_stay_with_any_selection_but_can_be_ignored() -> None:
    source = Source("a.txt", TEXT.encode() + b"\xff\xff", "utf-8")
    assert [result.code for result in check_source(source, Settings(select=("TPL",))).findings()] == ["DOC004"]
    assert list(check_source(source, Settings(select=("TPL",), ignore=("DOC004",))).findings()) == []


def test_a_file_that_vanished_and_one_that_cannot_be_opened_are_results_and_the_others_are_checked(tmp_path: Path) -> None:
    fine, folder = tmp_path / "a.txt", tmp_path / "b.txt"
    fine.write_text(TEXT, "utf-8")
    folder.mkdir()
    reports = list(check_files([str(tmp_path / "gone.txt"), str(folder), str(fine)], Settings()))
    assert [[notice.kind for notice in report.document.notices] for report in reports] == [["missing"], ["io"], []]
    assert [report.unread for report in reports] == [True, True, False]
    assert reports[2].results


def test_a_reader_that_stumbles_costs_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Source) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr(engine.readers, "read", stumble)
    report = check_source(Source("a.txt", b"x"), Settings())
    assert [notice.kind for notice in report.document.notices] == ["crash"]
    assert "out of range" in next(report.findings()).message.text()


def test_long_texts_and_parsers_of_binary_formats_run_in_the_guard() -> None:
    assert not engine.needs_guard(Source("a.txt", b"x"))
    assert engine.needs_guard(Source("a.txt", b"x" * (engine.TRUSTED + 1)))
    assert engine.needs_guard(Source("a.txt", b"%PDF-1.7"))


def test_the_year_of_the_user_comes_before_that_of_the_text() -> None:
    report = check_source(Source("a.txt", TEXT.encode()), Settings(given=Given(year=2020)))
    assert report.year is not None
    assert report.year.value == 2020


def test_figures_are_counted_as_seen_bound_and_checked() -> None:
    seen, bound, checked = check_source(Source("a.txt", f"{TEXT}\n\n另有3辆车。".encode()), Settings()).coverage()
    assert seen == 6
    assert 3 <= checked <= bound < seen


@pytest.mark.parametrize(
    ("notice", "severity", "said"),
    [
        (Notice("partial", pages=(2, 5, 6, 7)), "error", "第2、5–7页没有完整读出"),
        (
            Notice("partial", Say("插入的其他文档没有读取", "inserted documents"), count=1),
            "error",
            "有的部分没有完整读出（插入的其他文档没有读取）",
        ),
        (Notice("partial", "word/header1.xml"), "warning", "有的部分没有完整读出（word/header1.xml）"),
        (Notice("encoding", "gbk", count=6), "error", "按编码 gbk 读取，有6个字不能识别"),
        (Notice("encoding", "gbk", count=5), "warning", "按编码 gbk 读取，有5个字不能识别"),
    ],
)
def test_what_was_lost_is_an_error_unless_it_is_a_trifle(notice: Notice, severity: str, said: str) -> None:
    report = check_document(replace(document_of(TEXT), notices=(notice,)), Settings(select=("DOC",)))
    (result,) = report.findings()
    assert result.severity == severity
    assert said in result.message.text()
