"""The right side: the counts, and tabs with the findings, what else was checked, an earlier draft, the scores and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.compare.record import Versions
from lint.report import Report
from lint.rule import all_rules
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.html import words
from lint.writers.html.cards import Cards
from lint.writers.html.drafts import drafts, fates_of
from lint.writers.html.filters import filters
from lint.writers.html.markup import Markup, join, tag
from lint.writers.html.others import others
from lint.writers.html.scores import trees
from lint.writers.listing import flat
from lint.writers.text import summary
from lint.writers.words import called


class Panel(NamedTuple):
    """What a tab shows, under a name for the page and one for people; `size` says how much it is."""

    name: str
    said: Say
    content: Markup
    size: int | None = None


def side(report: Report, settings: Settings, versions: Versions | None) -> Markup:
    """The whole side; `versions` are the files of the report beside an earlier draft."""
    language = settings.language
    panels = list(_panels(report, settings, versions))
    tabs = [_tab(panel, language, chosen=not number) for number, panel in enumerate(panels)]
    return tag(
        "aside",
        tag("div", *(tag("p", line) for line in summary(report, language)), class_="summary"),
        tag("div", *tabs, role="tablist", class_="tabs script", aria_label=words.FINDINGS.text(language)),
        *(_shown(panel, language) for panel in panels),
        id="side",
        aria_label=words.FINDINGS.text(language),
    )


def _panels(report: Report, settings: Settings, versions: Versions | None) -> Iterator[Panel]:
    """The panels that have something to show; the findings in any case."""
    cards = Cards(report, settings, fates_of(versions) if versions else {})
    made = cards.all()
    yield Panel("findings", words.FINDINGS, _findings(report, settings, made, compared=versions is not None), len(made))
    rest = sum(not result.is_finding for file in report.files for result in file.results)
    yield Panel("others", words.OTHERS, others(report, settings.language), rest)
    if versions is not None:
        yield Panel("drafts", words.DRAFTS, join(drafts(versions, settings, cards.ids)))
    if drawn := list(_trees(report, settings)):
        yield Panel("scores", words.SCORES, join(drawn))
    if told := list(_rules(report, settings.language)):
        yield Panel("rules", words.RULES, join(told))


def _tab(panel: Panel, language: Language, *, chosen: bool) -> Markup:
    return tag(
        "button",
        panel.said.text(language),
        tag("span", str(panel.size), class_="count") if panel.size is not None else None,
        type="button",
        role="tab",
        id=f"tab-{panel.name}",
        aria_controls=panel.name,
        aria_selected="true" if chosen else "false",
        tabindex="0" if chosen else "-1",
    )


def _shown(panel: Panel, language: Language) -> Markup:
    head = tag("h2", panel.said.text(language), class_="hidden")
    return tag("section", head, panel.content, id=panel.name, role="tabpanel", aria_labelledby=f"tab-{panel.name}", tabindex="-1")


def _findings(report: Report, settings: Settings, cards: list[Markup], *, compared: bool) -> Markup:
    language = settings.language
    if not cards:
        seen, bound, _ = report.coverage()
        told = words.NO_FINDINGS.of(checked=report.relations().total(), unchecked=seen - bound)
        return tag("p", told.text(language), class_="empty")
    reset = tag("button", words.RESET.text(language), type="button", id="reset")
    none = tag("p", words.NONE_SHOWN.text(language), " ", reset, id="none", hidden=True)
    return join((filters(report, language, compared=compared), none, tag("div", *cards, id="cards")))


def _trees(report: Report, settings: Settings) -> Iterator[Markup]:
    for file in report.files:
        drawn = list(trees(file, settings))
        if drawn and len(report.files) > 1:
            yield tag("h3", called(file.document.path).text(settings.language), class_="path")
        yield from drawn


def _rules(report: Report, language: Language) -> Iterator[Markup]:
    """What the rules that found something say of themselves."""
    codes = {result.code for file in report.files for result in file.findings()}
    for rule in all_rules():
        if rule.code in codes:
            told = [tag("p", tag("b", f"{name}　"), flat(text)) for name, text in rule.sections().items()]
            head = tag("summary", f"{rule.code} {rule.title.text(language)}")
            yield tag("details", head, tag("div", *told, lang="zh-CN"), class_="rule", id=f"r-{rule.code}")
