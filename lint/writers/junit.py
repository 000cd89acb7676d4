"""For CI dashboards: a suite per file and a case per check, so that what agrees is seen to pass.

A finding that makes the run fail is a failure; a lighter or decided one, one that follows from another, and what could not be decided
are skipped, with the reason. Without times: the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lint.document import Document
from lint.report import FileReport, Report, Result
from lint.say import Say
from lint.settings import Settings
from lint.text import legible
from lint.writers.listing import FINGERPRINT, Listed, failures, flat, said
from lint.writers.words import SEVERITIES, called, opinion, where

FOLLOWS = Say("由[{cause}]引起：{message}", "follows from [{cause}]: {message}")
STANDS = Say("与所比版本相同：{message}", "as in the revision compared with: {message}")
LIGHT = Say("{severity}：{message}", "{severity}: {message}")


def write(report: Report, settings: Settings) -> str:
    """The suites in the order of the files."""
    root = Element("testsuites", name="gouji")
    documents = [file.document for file in report.files]
    followers = report.followers()
    folded = {(number, result.fingerprint) for results in followers.values() for number, result in results}
    for file in report.files:
        suite = SubElement(root, "testsuite", name=legible(called(file.document.path).text(settings.language)))
        for result in file.results:
            key = (file.number, result.fingerprint)
            _case(suite, Listed(file, result, followers.get(key, ())), key in folded, documents, settings)
        _problems(suite, file, settings)
        _count(suite)
    _count(root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, item: Listed, follows: bool, documents: Sequence[Document], settings: Settings) -> None:
    language, result = settings.language, item.result
    span = result.check.span
    place = where(item.file.document.place(span)).text(language) if span is not None else ""
    name = flat(f"{result.title.text(language)} {place} [{result.fingerprint[:FINGERPRINT]}]")
    case = SubElement(suite, "testcase", classname=result.code, name=legible(name))
    message = flat(result.message.text(language))
    if result.is_finding and not follows and result.is_open and result.listed and settings.fails(result.severity):
        failure = SubElement(case, "failure", type=result.severity, message=legible(message))
        failure.text = legible("\n".join(said(item, documents, language)))
    elif result.is_finding or result.outcome == "undecided":
        SubElement(case, "skipped", message=legible(_passed_over(result, message, follows, settings)))


def _passed_over(result: Result, message: str, follows: bool, settings: Settings) -> str:
    """Why a case neither passes nor fails."""
    language = settings.language
    if follows:
        return FOLLOWS.of(cause=result.cause[:FINGERPRINT], message=message).text(language)
    if result.decided and result.decided.settled:
        return opinion(result.decided.decision, result.decided.state, language)
    if result.unchanged:
        return STANDS.of(message=message).text(language)
    if result.is_finding:
        return LIGHT.of(severity=SEVERITIES[result.severity], message=message).text(language)
    return message


def _problems(suite: Element, file: FileReport, settings: Settings) -> None:
    for problem, told in zip(file.problems, failures(file, settings.language), strict=True):
        case = SubElement(suite, "testcase", classname="gouji", name=legible(problem.where))
        SubElement(case, "error", message=legible(told))


def _count(suite: Element) -> None:
    """Give a suite, or all of them, the counts of its cases."""
    suite.set("tests", str(len(list(suite.iter("testcase")))))
    for name, of in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(list(suite.iter(of)))))
