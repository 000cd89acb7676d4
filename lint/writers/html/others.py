"""What agrees, with its working, and what could not be decided, with the reason; what failed inside the program comes first."""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Outcome
from lint.report import FileReport, Report, Result
from lint.say import Language
from lint.writers.html.files import names
from lint.writers.html.marks import card_id, mark_id, parts
from lint.writers.html.markup import Markup, join, tag
from lint.writers.listing import failures
from lint.writers.words import OUTCOMES, context, where

ORDER: tuple[Outcome, ...] = ("undecided", "rounding", "holds")
"""What a reviewer may want to look at first."""


def others(report: Report, language: Language) -> Markup:
    """The checks that are no findings, by outcome, in reading order."""
    called = names(report, language)
    made = [tag("p", line, class_="failure") for file in report.files for line in failures(file, language)]
    for outcome in ORDER:
        rows = [
            _row(file, index, result, language, called[file.number] if len(report.files) > 1 else "")
            for file, index, result in _of(report, outcome)
        ]
        if rows:
            head = tag("summary", OUTCOMES[outcome].text(language), " ", tag("span", str(len(rows)), class_="count"))
            made.append(tag("details", head, tag("ul", *rows, class_="checks"), class_=f"outcome {outcome}", open=outcome == "undecided"))
    return join(made)


def _of(report: Report, outcome: Outcome) -> Iterator[tuple[FileReport, int, Result]]:
    for file in report.files:
        for index, result in enumerate(file.results):
            if result.outcome == outcome:
                yield file, index, result


def _row(file: FileReport, index: int, result: Result, language: Language, path: str) -> Markup:
    span = result.check.span
    place = where(file.document.place(span)).text(language) if span is not None else ""
    quote = f"【{context(file.document, span)[1]}】" if span is not None else ""
    head = [tag("span", result.code, class_="code"), " ", result.title.text(language)]
    return tag(
        "li",
        tag("a", *head, href=f"#{mark_id(file.number, span)}", class_="go") if span is not None else tag("span", *head),
        tag("span", f"{path}　{place}" if path else place, class_="place"),
        tag("span", quote, result.message.text(language), class_="message"),
        class_=f"check {result.outcome}",
        id=card_id(file, index),
        tabindex="-1",
        data_parts=" ".join(parts(file, result)) or None,
    )
