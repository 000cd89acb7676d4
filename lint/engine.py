"""Read, gather facts, run the rules, report: file by file, and over the files of a submission."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from lint import paths, readers
from lint.cache import NO_CACHE, Cache
from lint.crew import Crew
from lint.document import Document, Notice, NoticeKind
from lint.errors import Unreadable
from lint.guard import Guard
from lint.means import PLAIN, Means
from lint.readers import Source
from lint.report import ChosenRubric, FileReport, Problem, Year
from lint.say import Say
from lint.settings import Settings

# Facts and rules are loaded where they are needed: a run that finds everything in its cache needs none.
if TYPE_CHECKING:
    from lint.check import Check
    from lint.culprit.follow import Corrections
    from lint.facts import Facts
    from lint.facts.periods import Period
    from lint.figure import Figure
    from lint.place import Span
    from lint.rule import Rule

PRELOAD = ("lint.preload",)
"""What several workers have loaded when they start."""
TRUSTED = 1 << 20
"""Bytes up to which a text file is checked in this process."""


def check_files(
    files: Iterable[str], settings: Settings, own: Mapping[str, Settings] | None = None, means: Means = PLAIN
) -> Iterator[FileReport]:
    """Check files and give their reports in order; what goes wrong with one is its own report and costs no other.

    `settings` are those of the run, and of each file that has none of its `own` (by path). `means` say how the work is done.
    With `together` they are one submission, and what they say of the same things is compared when all are read.
    """
    each = [(file, (own or {}).get(file, settings)) for file in files]
    with Crew(min(means.workers, len(each)) or 1, settings.timeout, settings.memory, PRELOAD) as crew:
        reports = crew.each(partial(check_file, file, its, number, means) for number, (file, its) in enumerate(each))
        yield from _together(list(reports), [its for _, its in each], crew.guards[0]) if settings.together else reports


def check_file(file: str, settings: Settings, number: int, means: Means, guard: Guard) -> FileReport:
    """The report of one file. Where there are several workers, this process computes nothing: what others are forked from must stand still."""
    source, several = Source(file, b""), means.workers > 1
    try:
        source = paths.load(file, settings.encoding, settings.stdin)
        if kept := means.cache.report(source, settings, number):
            return kept
        if several or needs_guard(source):
            return guard.call(check_source, source, settings, number, means.cache)
        return check_source(source, settings, number, means.cache)
    except Unreadable as error:
        document = unread(source, error)
        return guard.call(check_document, document, settings, number) if several else check_document(document, settings, number)
    finally:
        means.done(file)


def _together(reports: list[FileReport], own: Sequence[Settings], guard: Guard) -> list[FileReport]:
    """The reports with what holds or fails between their files, each under the file that claims it."""
    from lint.across import Across, compared

    read = [report for report in reports if not report.unread]
    if not read:
        return reports
    documents = {report.number: report.document for report in read}
    try:
        across = guard.call(compared, documents, {number: own[number] for number in documents})
    except Unreadable as error:
        across = Across((), (Problem("together", f"{error.kind}: {error}"),))
    whole = [across.added(report) for report in reports]
    try:
        return guard.call(blamed, whole, own)
    except Unreadable as error:
        return [replace(whole[0], problems=(*whole[0].problems, Problem("blame", f"{error.kind}: {error}"))), *whole[1:]]


def blamed(reports: list[FileReport], own: Sequence[Settings]) -> list[FileReport]:
    """The reports of one submission with what their findings can be blamed on; `own` are the settings of each file by its number."""
    from lint.culprit import accounted
    from lint.facts import Facts
    from lint.judge import costing_one

    facts = {report.number: Facts(report.document, own[report.number].given, report.number) for report in reports}
    problems: list[Problem] = []
    found = reports
    with costing_one("blame", problems):
        found = accounted(reports, partial(again, facts, dict(enumerate(own))))
    return [replace(found[0], problems=(*found[0].problems, *problems)), *found[1:]]


def read_file(file: str, settings: Settings) -> Document:
    """Read one file, guarded where its format asks for it. Raises Unreadable."""
    source = replace(paths.load(file, settings.encoding, settings.stdin), seconds=settings.timeout)
    if not needs_guard(source):
        return readers.read(source)
    with Guard(settings.timeout, settings.memory) as guard:
        return guard.call(readers.read, source)


def read_once(source: Source, cache: Cache) -> Document:
    """Read a file that no earlier run has read. Raises Unreadable."""
    if kept := cache.document(source):
        return kept
    document = readers.read(source)
    cache.keep_document(source, document)
    return document


def needs_guard(source: Source) -> bool:
    """Whether reading these bytes may harm the process that does it. Raises Unreadable for what no reader reads."""
    return readers.sniff(source) in readers.BINARY or len(source.data) > TRUSTED


def unread(source: Source, error: Unreadable) -> Document:
    """The document that stands for a file that could not be read."""
    notice = Notice(cast(NoticeKind, error.kind), error.detail)
    return Document.unread(source.name, source.suffix.lstrip("."), notice, source.sha256 if source.data else "")


def check_source(source: Source, settings: Settings, number: int = 0, cache: Cache = NO_CACHE) -> FileReport:
    """Check one file, the one with this number in the run; an unreadable one gives a report with a `DOC` result that says why."""
    try:
        document = read_once(replace(source, seconds=settings.timeout), cache)
    except Unreadable as error:
        document = unread(source, error)
    except MemoryError:
        raise
    except Exception as error:  # a reader that stumbles over a strange file must cost that file alone
        document = unread(
            source, Unreadable("crash", Say("程序错误 {error}", "program error {error}", {"error": f"{type(error).__name__}: {error}"}))
        )
    report = check_document(document, settings, number)
    cache.keep_report(source, settings, report)
    return report


def check_document(document: Document, settings: Settings, number: int = 0) -> FileReport:
    """Run the selected rules over a document that was read, and those on reading itself in any case."""
    from lint.culprit import accounted
    from lint.facts import Facts
    from lint.judge import costing_one, doubt, explained, presented, rules_for

    facts = Facts(document, settings.given, number)
    problems: list[Problem] = []
    made: list[tuple[Rule, Check]] = []
    for rule in rules_for(document, settings):
        if rule.reach == "files" or (settings.together and rule.reach == "whole"):
            continue
        with costing_one(rule.code, problems):
            made.extend((rule, check) for check in rule.check(facts))
    results = presented(explained(doubt(made), {number: facts}, problems), {number: document}, number, problems, settings)
    figures: tuple[Figure, ...] = ()
    found = None
    rubric = None
    periods: Mapping[Span, Period] = {}
    with costing_one("facts", problems):
        figures = facts.figures
        periods = facts.periods if settings.figures else {}
        if year := facts.report_year:
            found = Year(year.value, year.evidence)
        if chosen := facts.rubric:
            table = chosen.rubric
            rubric = ChosenRubric(table.id, table.name, chosen.named, chosen.evidence, table.verified)
    report = FileReport(document, results, figures, found, (), number, rubric=rubric, periods=periods)
    if not settings.together:  # else when what the files say of each other is known
        with costing_one("blame", problems):
            report = accounted([report], partial(again, {number: facts}, {number: settings}))[0]
    return replace(report, problems=tuple(problems))


def again(
    facts: Mapping[int, Facts], settings: Mapping[int, Settings], corrections: Corrections, codes: Collection[str]
) -> Iterator[tuple[int, str, Check]]:
    """Run the rules of these codes on the files that hold a corrected figure, as if it were printed so."""
    from lint.judge import rules_for

    for number in sorted({file for file, _ in corrections}):
        corrected = replace(facts[number], corrected={span: made for (file, span), made in corrections.items() if file == number})
        for rule in rules_for(corrected.source, settings[number]):
            if rule.code in codes and rule.reach != "files":
                yield from ((number, rule.code, check) for check in rule.check(corrected))
