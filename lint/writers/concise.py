"""For grep and editors: one line per finding, ``file:line:column: severity CODE message``, those that follow from it named at its end; then the counts."""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Document
from lint.report import Report
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import FINGERPRINT, Listed, failures, flat, listed, position
from lint.writers.text import agreed, summary
from lint.writers.words import SEVERITIES, called


def write(report: Report, settings: Settings) -> str:
    """Findings by file in reading order, with `passes` the other checks, then the counts; with `quiet` these alone."""
    return "\n".join([*([] if settings.quiet else _lines(report, settings)), *summary(report, settings.language), ""])


def _lines(report: Report, settings: Settings) -> Iterator[str]:
    documents = [file.document for file in report.files]
    for file, found in listed(report, settings):
        for item in found:
            yield _line(item, documents, settings)
        for failure in failures(file, settings.language):
            yield f"{called(file.document.path).text(settings.language)}: {failure}"
    yield from (flat(line) for line in agreed(report, settings))


def _line(item: Listed, documents: list[Document], settings: Settings) -> str:
    language, result = settings.language, item.result
    at = position(item.file.document, result, language, ":")
    line = f"{at}: {SEVERITIES[result.severity].text(language)} {result.code} {flat(result.message.text(language))} [{result.fingerprint[:FINGERPRINT]}]"
    return f"{line} {Words(documents, item.file.number, language).following(item.followers)}" if item.followers else line
