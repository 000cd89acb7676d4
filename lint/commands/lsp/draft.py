"""A draft that is open in an editor: its text, what was found in it, and what is shown of that at a place."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.commands.deciding import with_decisions
from lint.commands.drawing import dated, touched
from lint.commands.lsp.lines import Lines
from lint.commands.lsp.offers import Offer, offers
from lint.config.asked import asked_of, settings_of
from lint.engine import check_source
from lint.place import Span
from lint.readers import Source
from lint.report import FileReport, Report, Result
from lint.settings import Settings
from lint.writers.beside import beside
from lint.writers.listing import Listed, listed, said
from lint.writers.text import details
from lint.writers.words import KINDS, OUTCOMES


@dataclass(frozen=True)
class Remark:
    """A finding at a place of the text, with all that is said of it and the places that this points to; `follows`: it is gone with another one."""

    result: Result
    span: Span
    message: str
    related: tuple[tuple[Span, str], ...]
    follows: bool = False


@dataclass(frozen=True)
class Draft:
    """A text as checked by the settings and with the decisions of its folder."""

    lines: Lines
    report: FileReport
    remarks: tuple[Remark, ...]
    settings: Settings

    def remarked(self, span: Span) -> list[Remark]:
        """The remarks on what touches a span."""
        return [remark for remark in self.remarks if _touches(remark.span, span)]

    def shown(self, at: int) -> tuple[Span, str] | None:
        """What there is to say of the figure or finding at an offset, and where that stands; None where there is neither."""
        span = Span(at, at)
        language, document = self.settings.language, self.report.document
        figure = next((figure for figure in self.report.figures if _touches(figure.span, span)), None)
        remarks = self.remarked(span)
        parts = [f"{remark.result.code} {remark.message}" for remark in remarks]
        if figure is not None:
            words = (str(figure), KINDS[figure.kind].text(language), figure.name, dated(self.report.periods.get(figure.span), language))
            parts.append("  ".join(word for word in words if word))
            for result in touched(self.report).get(figure.span, ()):
                if all(remark.result is not result for remark in remarks):
                    lines = details(document, result, [document], language)
                    parts.append("\n".join([f"{result.code} {OUTCOMES[result.outcome].text(language)}", *lines]))
        if not parts:
            return None
        return figure.span if figure is not None else remarks[0].span, "\n\n".join(parts)

    def offers(self, span: Span) -> Iterator[tuple[Remark, Offer]]:
        """What can be done about the remarks on a span."""
        for remark in self.remarked(span):
            for offer in offers(remark.result, self.report.document, self.report.number, self.settings.language):
                yield remark, offer


def checked(path: str, lines: Lines, options: Namespace) -> Draft:
    """Check a text that is, or will be, saved at a path. Raises UsageError where settings or decisions have faults."""
    asked = asked_of(vars(options), os.environ, [path])
    settings = replace(settings_of(asked.of(path)), figures=True, together=False, encoding="utf-8")
    data = lines.text.replace("\ufeff", " ", 1) if lines.text.startswith("\ufeff") else lines.text
    report = check_source(Source(path, data.encode("utf-8", "replace"), "utf-8"), settings)
    whole = with_decisions(Report((report,)), options, [settings])
    return Draft(lines, whole.files[0], tuple(_remarks(whole, settings)), settings)


def _remarks(report: Report, settings: Settings) -> Iterator[Remark]:
    documents = [file.document for file in report.files]
    for file, found in listed(report, settings):
        if file.unread:
            continue  # an empty text has nothing wrong in it yet
        for item in found:
            yield _remark(item, "\n".join(said(item, documents, settings.language)), settings)
            for _, follower in item.followers:
                told = "\n".join(said(Listed(file, follower), documents, settings.language))
                yield replace(_remark(Listed(file, follower), told, settings), follows=True)


def _remark(item: Listed, told: str, settings: Settings) -> Remark:
    places = tuple((span, words) for _, span, words in beside(item, settings.language) if span is not None)
    return Remark(item.result, item.result.check.span or Span(0, 0), told, places)


def _touches(one: Span, other: Span) -> bool:
    """Whether two spans have a place in common; an empty one is the place between two characters."""
    return one.start <= other.end and other.start <= one.end
