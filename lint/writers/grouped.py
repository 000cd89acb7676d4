"""For many files: findings by rule, the most frequent rule first, one line each, those that follow indented below; then the counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lint.report import Report
from lint.say import Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import FINGERPRINT, Listed, failures, flat, listed, position
from lint.writers.text import summary
from lint.writers.words import SEVERITIES, called

HEADING = Say("{code} {title}：{count}条", "{code} {title}: {count}")
INDENT = "    "


def write(report: Report, settings: Settings) -> str:
    """Rules with their findings in the order of the files, then the counts; with `quiet` these alone."""
    return "\n".join([*([] if settings.quiet else _lines(report, settings)), *summary(report, settings.language), ""])


def _lines(report: Report, settings: Settings) -> Iterator[str]:
    language = settings.language
    documents = [file.document for file in report.files]
    failed = []
    by_rule: dict[str, list[Listed]] = defaultdict(list)
    for file, found in listed(report, settings):
        for item in found:
            by_rule[item.result.code].append(item)
        failed += [f"{called(file.document.path).text(language)}  {failure}" for failure in failures(file, language)]
    for code, items in sorted(by_rule.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        yield HEADING.of(code=code, title=items[0].result.title, count=len(items)).text(language)
        for item in items:
            result = item.result
            severity = SEVERITIES[result.severity].text(language)
            at = position(item.file.document, result, language)
            yield f"{INDENT}{at}  {severity}  {flat(result.message.text(language))}  [{result.fingerprint[:FINGERPRINT]}]"
            if item.followers:
                yield INDENT * 2 + Words(documents, item.file.number, language).following(item.followers)
        yield ""
    yield from [*failed, ""] if failed else ()
