"""For a workflow on GitHub: one annotation per finding, at its line where the file has lines, and one with the counts.

What a document says is escaped, so that no line of it can be taken for a command. Those that follow from a finding are named in its annotation.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from lint.check import Severity
from lint.report import Report
from lint.settings import Settings
from lint.writers.listing import Listed, failures, listed, position, said
from lint.writers.text import summary

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, settings: Settings) -> str:
    """A command per line; with `quiet` the counts alone."""
    return "".join(f"{line}\n" for line in _lines(report, settings))


def _lines(report: Report, settings: Settings) -> Iterator[str]:
    language = settings.language
    documents = [file.document for file in report.files]
    for file, found in () if settings.quiet else listed(report, settings):
        for item in found:
            told = [position(file.document, item.result, language), *said(item, documents, language)]
            yield _command(COMMANDS[item.result.severity], "\n".join(told), **_at(item, settings))
        for failure in failures(file, language):
            yield _command("error", failure, file=file.document.path, title="gouji")
    yield _command("notice", "\n".join(summary(report, language)), title="gouji")


def _at(item: Listed, settings: Settings) -> dict[str, object]:
    """File, title and, in files with lines, where the finding begins; its end where that is on the same line."""
    document, result = item.file.document, item.result
    found: dict[str, object] = {"file": document.path.replace(os.sep, "/")}
    span = result.check.span
    place = document.place(span) if span is not None else None
    if span is not None and place is not None and place.line is not None:
        found |= {"line": place.line, "col": place.column}
        if "\n" not in document.quote(span):
            found["endColumn"] = (place.column or 1) + len(span)
    return found | {"title": f"{result.code} {result.title.text(settings.language)}"}


def _command(name: str, message: str, **properties: object) -> str:
    told = ",".join(f"{key}={_escaped(str(value), property=True)}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str, *, property: bool = False) -> str:
    """Text as a command takes it; in a property, what separates properties is escaped, too."""
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if property else {})
    return "".join(escapes.get(sign, sign) for sign in text)
