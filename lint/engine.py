"""Read, gather facts, run the rules, doubt what never balances, report."""

from __future__ import annotations

import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable

from lint import readers
from lint.check import Check
from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.facts import Facts
from lint.readers import Source
from lint.report import FileReport, Problem, Result, Year, fingerprint, result_of
from lint.rule import Rule, all_rules, selected
from lint.say import Say
from lint.settings import Settings

DOUBT = 3
"""From this many broken checks of one manner on, with none that holds, the manner itself is doubted."""
DOUBTED = Say("这类对应关系在全文无一成立，可能读错了对应关系，不下结论", "this kind of binding never balances in the document: the binding itself is doubtful")


def check_source(source: Source, settings: Settings) -> FileReport:
    """Check one file; an unreadable one gives a report with a `DOC` result that says why."""
    try:
        document = readers.read(source)
    except Unreadable as error:
        document = Document.unread(source.name, source.suffix.lstrip("."), Notice(error.kind, error.detail), source.sha256)  # type: ignore[arg-type]  # kinds are NoticeKind by contract
    return check_document(document, settings)


def check_document(document: Document, settings: Settings) -> FileReport:
    """Run the selected rules over a document that was read."""
    facts = Facts(document, settings.year)
    problems: list[Problem] = []
    made: list[tuple[Rule, Check]] = []
    for rule in selected(all_rules(), settings.select, settings.ignore):
        try:
            made.extend((rule, check) for check in rule.check(facts))
        except Exception:  # one rule's crash must cost neither the other rules nor the other files
            problems.append(Problem(rule.code, traceback.format_exc(limit=-3)))
    results = _present(doubt(made), document)
    year = facts.report_year
    found = Year(year.value, year.evidence) if year else None
    return FileReport(document, results, facts.figures, found, tuple(problems))


def doubt(made: Iterable[tuple[Rule, Check]]) -> list[tuple[Rule, Check]]:
    """Turn the broken checks of a manner of binding that never balances into undecided ones."""
    checks = list(made)
    by_manner: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for rule, check in checks:
        if check.manner:
            by_manner[rule.code, check.manner][check.outcome] += 1
    doubted = {
        key for key, outcomes in by_manner.items() if outcomes["broken"] >= DOUBT and not outcomes["holds"] and not outcomes["rounding"]
    }
    return [
        (rule, check.but(outcome="undecided", reason=DOUBTED) if check.outcome == "broken" and (rule.code, check.manner) in doubted else check)
        for rule, check in checks
    ]


def _present(made: Iterable[tuple[Rule, Check]], document: Document) -> tuple[Result, ...]:
    """Results in reading order, those of the whole file first, each with a fingerprint of its own."""
    ordered = sorted(made, key=lambda pair: (pair[1].span.start if pair[1].span else -1, pair[0].code))
    seen: Counter[str] = Counter()
    results: list[Result] = []
    for rule, check in ordered:
        key = fingerprint(rule.code, check, document)
        results.append(result_of(rule, check, document, seen[key]))
        seen[key] += 1
    return tuple(results)
