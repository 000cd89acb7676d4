"""What findings can be chosen by: severity, rule, file, decision, what an earlier draft had, and words."""

from __future__ import annotations

from collections.abc import Iterable

from lint.check import Severity
from lint.compare.record import Lot
from lint.decision import VERDICTS
from lint.report import Report
from lint.say import Language, Say
from lint.writers.compare.words import LOTS
from lint.writers.html import words
from lint.writers.html.files import names
from lint.writers.html.markup import Markup, tag
from lint.writers.words import SEVERITIES

LASTING: tuple[Lot, ...] = ("new", "remains")
"""What becomes of findings that the new draft has."""


def filters(report: Report, language: Language, *, compared: bool) -> Markup:
    """All filters; hidden until the script is there that filters."""
    found = {result.code: result for file in report.files for result in file.findings() if result.listed}
    graded = {result.severity for file in report.files for result in file.findings() if result.listed}
    called = names(report, language)
    files = [(str(file.number), called[file.number]) for file in report.files if any(file.findings())]
    states = [("-", words.OPEN.text(language)), *((said.zh, said.text(language)) for said in VERDICTS.values())]
    chosen = [_choice("by-code", words.RULE, [(code, f"{code} {found[code].title.text(language)}") for code in sorted(found)], language)]
    if len(report.files) > 1:
        chosen.append(_choice("by-file", words.FILE, files, language))
    if compared:
        chosen.append(_choice("by-lot", words.DRAFTS, [(lot, LOTS[lot].text(language)) for lot in LASTING], language))
    chosen.append(_choice("by-state", words.STATE, states, language))
    search = tag(
        "input",
        type="search",
        id="search",
        aria_label=words.SEARCH.text(language),
        placeholder=words.SEARCH_KEY.text(language),
        autocomplete="off",
    )
    return tag(
        "div",
        tag("div", *(_box(severity, said, language) for severity, said in SEVERITIES.items() if severity in graded), class_="row"),
        tag("div", *chosen, class_="row"),
        search,
        tag("p", id="shown", role="status", aria_live="polite", data_said=words.SHOWN.text(language)),
        class_="filters script",
        role="search",
    )


def _box(severity: Severity, said: Say, language: Language) -> Markup:
    box = tag("input", type="checkbox", data_severity=severity, checked=True)
    return tag("label", box, " ", said.text(language), " ", tag("span", class_="count"), class_=severity)


def _choice(name: str, said: Say, values: Iterable[tuple[str, str]], language: Language) -> Markup:
    options = [tag("option", shown, value=value) for value, shown in (("", words.EVERY.text(language)), *values)]
    return tag("label", said.text(language), " ", tag("select", *options, id=name))
