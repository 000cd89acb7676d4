"""The left side: the states that figures have, and every file with its text, and its pages where it is a PDF."""

from __future__ import annotations

from lint.report import FileReport, Report
from lint.settings import Settings
from lint.writers.html import words
from lint.writers.html.marks import Mark, Marks
from lint.writers.html.markup import Markup, join, tag
from lint.writers.html.reading import Reading
from lint.writers.html.sheets import sheets
from lint.writers.words import called

VIEWS = (("pages", words.PAGES), ("text", words.WORDS))


def documents(report: Report, settings: Settings, spent: int) -> Markup:
    """All files; `spent` are the bytes that the other side has for each."""
    language, marks = settings.language, Marks(report, settings.language)
    legend = [tag("li", tag("span", "12.3", class_=f"n {state}"), " ", said.text(language)) for state, said in words.STATES.items()]
    return tag(
        "section",
        tag("h2", words.PLACE.text(language), class_="hidden"),
        tag("ul", *legend, class_="legend", aria_label=words.LEGEND.text(language)),
        *(_file(file, marks.of(file), settings, spent) for file in report.files),
        id="documents",
        aria_label=words.PLACE.text(language),
        tabindex="-1",
    )


def _file(file: FileReport, marks: list[Mark], settings: Settings, spent: int) -> Markup:
    path = called(file.document.path).text(settings.language)
    text = Reading(file.document, marks, settings.language).body() if not file.unread else _unread(file, settings)
    pages, pictured = sheets(file, marks, settings, spent + len(text.encode()))
    return tag(
        "article",
        tag("h2", path, class_="path"),
        _views(settings) if pictured else None,
        tag("div", pages, class_="pages") if pages else None,
        tag("div", text, class_="text", lang="zh-CN" if not file.unread else None),
        class_="file",
        data_file=str(file.number),
        data_view="pages" if pictured else None,
        aria_label=path,
    )


def _unread(file: FileReport, settings: Settings) -> Markup:
    """What there is in place of the text of a file that could not be read."""
    why = [tag("p", result.message.text(settings.language)) for result in file.findings()]
    return join((tag("p", words.UNREAD.text(settings.language), class_="unread"), *why))


def _views(settings: Settings) -> Markup:
    """What chooses between the pages and the text of a PDF."""
    made = [
        tag("button", said.text(settings.language), type="button", data_view=name, aria_pressed="true" if name == "pages" else "false")
        for name, said in VIEWS
    ]
    return tag("div", *made, class_="views script", role="group", aria_label=words.PLACE.text(settings.language))
