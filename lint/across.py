"""What holds or fails between the files of a submission: the rules that reach beyond one file, over all of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lint.check import Check
from lint.document import Document
from lint.facts import Facts
from lint.facts.submission import Submission
from lint.figure import Figure
from lint.judge import costing_one, doubt, explained, presented, rules_for
from lint.report import FileReport, Problem, Result, named
from lint.rule import Rule
from lint.say import Say
from lint.settings import Settings

PLACES = Say("{message}（{quote}在“{one}”，另一数在“{other}”）", "{message} ({quote} in “{one}”, the other figure in “{other}”)")


@dataclass(frozen=True)
class Across:
    """Results between files, and what went wrong in finding them; every result stands under the file of its primary figure."""

    results: tuple[tuple[int, Result], ...]
    problems: tuple[Problem, ...] = ()

    def added(self, report: FileReport) -> FileReport:
        """The report of a file with the results that stand under it; the first one tells the problems."""
        own = [result for number, result in self.results if number == report.number]
        ordered = sorted((*report.results, *own), key=lambda result: (result.check.span.start if result.check.span else -1, result.code))
        crossed = tuple(
            result
            for number, result in self.results
            if number != report.number and any(figure.file == report.number for figure in result.check.figures())
        )
        problems = self.problems if not report.number else ()
        return replace(report, results=named(ordered), problems=(*report.problems, *problems), crossed=crossed)


def compared(documents: Mapping[int, Document], settings: Mapping[int, Settings]) -> Across:
    """Run the rules that reach beyond one file over the documents; these and their settings by their numbers in the run.

    A rule has its say under a file whose settings choose it.
    """
    submission = Submission(tuple(gathered(documents, settings)))
    problems: list[Problem] = []
    made: dict[int, list[tuple[Rule, Check]]] = {number: [] for number in documents}
    chosen = {number: rules_for(document, settings[number]) for number, document in documents.items()}
    found: list[tuple[Rule, Check]] = []
    for rule in {rule.code: rule for rules in chosen.values() for rule in rules}.values():
        if rule.reach != "file":
            with costing_one(rule.code, problems):
                found.extend((rule, check) for check in rule.check(submission))
    for rule, check in explained(doubt(found), {facts.file: facts for facts in submission.files}, problems):
        number = check.primary.file if isinstance(check.primary, Figure) else min(documents)
        if rule in chosen[number]:
            made[number].append((rule, check))
    called = _called(documents)
    results = [
        (number, replace(_placed(result, called), across=True))
        for number, checks in made.items()
        for result in presented(checks, documents, number, problems, settings[number])
    ]
    return Across(tuple(results), tuple(problems))


def gathered(documents: Mapping[int, Document], settings: Mapping[int, Settings]) -> list[Facts]:
    """The facts of every document; one that names no year is of the year that the others agree on."""
    found = [Facts(document, settings[number].given, number) for number, document in documents.items()]
    years = {facts.report_year.value for facts in found if facts.report_year and facts.report_year.firm}
    if len(years) != 1:
        return found
    common = years.pop()
    return [facts if facts.report_year else dated(facts, common) for facts in found]


def dated(facts: Facts, year: int | None) -> Facts:
    """The facts as of this year."""
    return replace(facts, given=replace(facts.given, year=year))


def _placed(result: Result, called: Mapping[int, str]) -> Result:
    """A finding that names the files its figures stand in."""
    check = result.check
    others = [
        related.figure.file for related in check.related if isinstance(check.primary, Figure) and related.figure.file != check.primary.file
    ]
    if not result.is_finding or not others or not isinstance(check.primary, Figure):
        return result
    one, other = called[check.primary.file], called[others[0]]
    return replace(result, message=PLACES.of(message=result.message, quote=check.primary, one=one, other=other))


def _called(documents: Mapping[int, Document]) -> dict[int, str]:
    """The name of every file, with its folders where two files have one name."""
    names = {number: os.path.basename(document.path) for number, document in documents.items()}
    count = Counter(names.values())
    return {number: name if count[name] == 1 else documents[number].path for number, name in names.items()}
