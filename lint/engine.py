"""Read, gather facts, run the rules, doubt what never balances, report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from lint import paths, readers
from lint.check import Check
from lint.document import Document, Notice, NoticeKind
from lint.errors import Unreadable
from lint.facts import Facts
from lint.figure import Figure
from lint.guard import Guard
from lint.readers import Source
from lint.report import FileReport, Problem, Result, Year, identity, result_of
from lint.rule import Rule, all_rules, selected
from lint.say import Say
from lint.settings import Settings

DOUBT = 3
"""From this many broken checks of one manner on, with none that holds, the manner itself is doubted."""
DOUBTED = Say(
    "这类对应关系在全文无一成立，可能读错了对应关系，不下结论",
    "this kind of binding never balances in the document: the binding itself is doubtful",
)
TRUSTED = 1 << 20
"""Bytes up to which a text file is checked in this process."""


def check_files(files: Iterable[str], settings: Settings) -> Iterator[FileReport]:
    """Check files one after the other; what goes wrong with one is its own report and costs no other."""
    with Guard(settings.timeout, settings.memory) as guard:
        for file in files:
            source = Source(file, b"")
            try:
                source = paths.load(file, settings.encoding)
                yield guard.call(check_source, source, settings) if needs_guard(source) else check_source(source, settings)
            except Unreadable as error:
                yield check_document(unread(source, error), settings)


def read_file(file: str, settings: Settings) -> Document:
    """Read one file, guarded where its format asks for it. Raises Unreadable."""
    source = paths.load(file, settings.encoding)
    if not needs_guard(source):
        return readers.read(source)
    with Guard(settings.timeout, settings.memory) as guard:
        return guard.call(readers.read, source)


def needs_guard(source: Source) -> bool:
    """Whether reading these bytes may harm the process that does it. Raises Unreadable for what no reader reads."""
    return readers.sniff(source) in readers.BINARY or len(source.data) > TRUSTED


def unread(source: Source, error: Unreadable) -> Document:
    """The document that stands for a file that could not be read."""
    notice = Notice(cast(NoticeKind, error.kind), error.detail)
    return Document.unread(source.name, source.suffix.lstrip("."), notice, source.sha256 if source.data else "")


def check_source(source: Source, settings: Settings) -> FileReport:
    """Check one file; an unreadable one gives a report with a `DOC` result that says why."""
    try:
        document = readers.read(source)
    except Unreadable as error:
        document = unread(source, error)
    except MemoryError:
        raise
    except Exception as error:  # a reader that stumbles over a strange file must cost that file alone
        document = unread(
            source, Unreadable("crash", Say("程序错误 {error}", "program error {error}", {"error": f"{type(error).__name__}: {error}"}))
        )
    return check_document(document, settings)


def check_document(document: Document, settings: Settings) -> FileReport:
    """Run the selected rules over a document that was read, and those on reading itself in any case."""
    facts = Facts(document, settings.year)
    problems: list[Problem] = []
    made: list[tuple[Rule, Check]] = []
    for rule in _rules(document, settings):
        with _costing_one(rule.code, problems):
            made.extend((rule, check) for check in rule.check(facts))
    results = _present(doubt(made), document, problems)
    figures: tuple[Figure, ...] = ()
    found = None
    with _costing_one("facts", problems):
        figures = facts.figures
        if year := facts.report_year:
            found = Year(year.value, year.evidence)
    return FileReport(document, results, figures, found, tuple(problems))


@contextmanager
def _costing_one(where: str, problems: list[Problem]) -> Iterator[None]:
    """Turn a failure of one part into a problem, so that it costs neither the other rules nor the other files."""
    try:
        yield
    except MemoryError:
        raise
    except Exception:
        import traceback

        problems.append(Problem(where, traceback.format_exc(limit=-3)))


def _rules(document: Document, settings: Settings) -> list[Rule]:
    """The selected rules; those on reading stay unless they are ignored, and always for a file that could not be read."""
    chosen = {rule.code for rule in selected(all_rules(), settings.select, settings.ignore)}
    ignored = settings.ignore if document.text else ()
    chosen |= {rule.code for rule in selected(all_rules(), ("DOC",), ignored)}
    return [rule for rule in all_rules() if rule.code in chosen]


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
        (
            rule,
            check.but(outcome="undecided", reason=DOUBTED) if check.outcome == "broken" and (rule.code, check.manner) in doubted else check,
        )
        for rule, check in checks
    ]


def _present(made: Iterable[tuple[Rule, Check]], document: Document, problems: list[Problem]) -> tuple[Result, ...]:
    """Results in reading order, those of the whole file first, each with a fingerprint of its own."""
    ordered = sorted(made, key=lambda pair: (pair[1].span.start if pair[1].span else -1, pair[0].code))
    seen: Counter[tuple[str, ...]] = Counter()
    results: list[Result] = []
    for rule, check in ordered:
        with _costing_one(rule.code, problems):
            named = identity(rule.code, check, document)
            results.append(result_of(rule, check, (*named, str(seen[named] or ""))))
            seen[named] += 1
    return tuple(results)
