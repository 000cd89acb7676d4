"""For audit stores and GitHub's code scanning: SARIF 2.1.0, with every check.

What agrees is a result of kind *pass*, what could not be decided of kind *open*; parts of a sum, figures that can be to blame and findings that follow
are related locations; decisions are suppressions. Regions count code points of the text as read (`gouji show FILE --text`), and give lines where the file has some.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from lint import __version__
from lint.check import Confidence, Severity
from lint.decision import Decided
from lint.document import Document
from lint.fingerprint import newest
from lint.place import Span
from lint.report import Report, Result
from lint.rule import Rule, all_rules
from lint.say import Language
from lint.settings import Settings
from lint.writers.beside import beside
from lint.writers.json import Object
from lint.writers.listing import Listed, failures, flat, said
from lint.writers.words import opinion, shortened, where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
RANKS: dict[Confidence, int] = {"high": 90, "medium": 60, "low": 30}
LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}
SNIPPET = 200


def write(report: Report, settings: Settings) -> str:
    """One run with all files, the rules that gave results, and these in reading order."""
    language = settings.language
    documents = [file.document for file in report.files]
    codes = {result.code for file in report.files for result in file.results}
    rules = [rule for rule in all_rules() if rule.code in codes]
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "gouji",
                "version": __version__,
                "language": LANGUAGES[language],
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "language": LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, language)],
        "artifacts": [_artifact(document) for document in documents],
        "results": list(_results(report, index, documents, language)),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, language: Language) -> Object:
    sections = rule.sections()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.text(language)},
        "fullDescription": {"text": flat(sections["查什么"])},
        "help": {"text": "\n".join(f"{name}：{flat(text)}" for name, text in sections.items())},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _invocation(report: Report, language: Language) -> Object:
    told = [failure for file in report.files for failure in failures(file, language)]
    notes = [{"level": "error", "message": {"text": text}} for text in told]
    return {"executionSuccessful": not told, "toolExecutionNotifications": notes}


def _artifact(document: Document) -> Object:
    found: Object = {"location": {"uri": _uri(document.path)}, "roles": ["analysisTarget"]}
    if document.sha256:
        found["hashes"] = {"sha-256": document.sha256}
    if document.encoding:
        found["encoding"] = document.encoding
    return found


def _uri(path: str) -> str:
    """A path as a URI: relative where the path is."""
    there = quote(path.replace(os.sep, "/").encode("utf-8", "backslashreplace"))
    return f"file://{'' if there.startswith('/') else '/'}{there}" if os.path.isabs(path) else there


def _results(report: Report, index: dict[str, int], documents: Sequence[Document], language: Language) -> Iterator[Object]:
    followers = report.followers()
    folded = {(number, result.fingerprint) for results in followers.values() for number, result in results}
    for file in report.files:
        for result in file.results:
            key = (file.number, result.fingerprint)
            yield _result(Listed(file, result, followers.get(key, ())), key in folded, index, documents, language)


def _result(item: Listed, follows: bool, index: dict[str, int], documents: Sequence[Document], language: Language) -> Object:
    result, check = item.result, item.result.check
    lines = said(item, documents, language) if result.is_finding else [result.message.text(language)]
    found: Object = {"ruleId": result.code}
    if result.code in index:
        found["ruleIndex"] = index[result.code]
    found |= _outcome(result, follows)
    found["message"] = {"text": "\n".join(lines)}
    found["locations"] = [_location(item.file.number, documents, check.span, language)]
    if related := _numbered(_location(number, documents, span, language, told) for number, span, told in beside(item, language)):
        found["relatedLocations"] = related
    found["partialFingerprints"] = {f"gouji/v{newest()}": result.fingerprint}
    found["rank"] = RANKS[check.confidence]
    if result.unchanged:
        found["baselineState"] = "unchanged"
    if result.decided:
        found["suppressions"] = [_suppression(result.decided, language)]
    kept = {
        "severity": result.severity if result.is_finding else "",
        "outcome": result.outcome,
        "claimed": check.claimed,
        "derived": check.derived,
        "difference": check.difference,
        "working": check.working,
        "cause": result.cause,
    }
    found["properties"] = {name: value for name, value in kept.items() if value}
    return found


def _outcome(result: Result, follows: bool) -> Object:
    """Kind and level; a finding that follows from another one is a note, whatever its severity: it is gone with that one."""
    if result.is_finding:
        return {"kind": "fail", "level": "note" if follows else LEVELS[result.severity]}
    return {"kind": "open" if result.outcome == "undecided" else "pass", "level": "none"}


def _numbered(locations: Iterable[Object]) -> list[Object]:
    return [{"id": number, **location} for number, location in enumerate(locations, 1)]


def _location(number: int, documents: Sequence[Document], span: Span | None, language: Language, message: str = "") -> Object:
    """A place in the file of that number; the file as a whole where there is no span."""
    document = documents[number]
    physical: Object = {"artifactLocation": {"uri": _uri(document.path), "index": number}}
    found: Object = {"physicalLocation": physical}
    if span is not None:
        physical["region"] = _region(document, span)
        if told := where(document.place(span)).text(language):
            found["logicalLocations"] = [{"fullyQualifiedName": told}]
    return found | ({"message": {"text": message}} if message else {})


def _region(document: Document, span: Span) -> Object:
    """Lines and columns where the file has some; offsets into the text as read in any case."""
    place, text = document.place(span), document.quote(span)
    lines: Object = {}
    if place.line is not None and place.column is not None:
        lines = {"startLine": place.line, "startColumn": place.column}
        if "\n" not in text and "\r" not in text:
            lines["endColumn"] = place.column + len(span)
    return lines | {"charOffset": span.start, "charLength": len(span), "snippet": {"text": shortened(text, SNIPPET)}}


def _suppression(decided: Decided, language: Language) -> Object:
    """A decision: accepted where the finding no longer counts, under review where it is to be confirmed, else rejected."""
    status = "accepted" if decided.settled else "underReview" if decided.state == "moved" else "rejected"
    return {"kind": "external", "status": status, "justification": opinion(decided.decision, decided.state, language)}
