"""What became of an earlier draft: which of its findings were fixed, remain or can no longer be checked, which are new, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.compare.record import Fate, Lot, Versions
from lint.report import FileReport, Result
from lint.say import Say
from lint.settings import Settings
from lint.writers.compare.figures import listed
from lint.writers.compare.scores import boards
from lint.writers.compare.text import ALONE, DRAFTS, FRESH, HEAD, NEW, OLD, ORDER, why
from lint.writers.compare.told import COLON, Told, documents
from lint.writers.compare.words import LOTS
from lint.writers.html.markup import Child, Markup, tag
from lint.writers.listing import FINGERPRINT
from lint.writers.words import SEVERITIES, called, context

QUOTED = Say("{draft}（{place}）", "{draft} ({place})")


def fates_of(versions: Versions) -> dict[int, Fate]:
    """What a comparison says of the findings of the new draft, by the identity of their results."""
    return {id(fate.new): fate for file in versions.files for fate in file.fates if fate.new is not None and fate.new.is_finding}


def told_of(fate: Fate, settings: Settings) -> str:
    """Whether a finding of the new draft is new, and why."""
    return COLON.of(lead=LOTS[fate.lot], rest=why(fate)).text(settings.language)


def drafts(versions: Versions, settings: Settings, cards: Mapping[int, str]) -> Iterator[Markup]:
    """One pair of drafts after the other; `cards` are the ids of the cards of the new findings, by the identity of their results."""
    olds, news = documents(versions)
    for file in versions.files:
        yield from _file(Told(file, olds, news, settings), cards)


def _file(told: Told, cards: Mapping[int, str]) -> Iterator[Markup]:
    old, new = told.file.old, told.file.new
    names = {"old": called(old.document.path) if old else "", "new": called(new.document.path) if new else ""}
    yield tag("h3", told.say((DRAFTS if old and new else ALONE if old else FRESH).of(**names)), class_="path")
    for lot in ORDER if new else ():
        if fates := [fate for fate in told.file.of(lot) if fate.result.listed]:
            yield _lot(told, lot, fates, cards)
    if old and new:
        lines = list(listed(told))
        rows = [tag("li", line) for line in lines[1:]]
        yield tag("details", tag("summary", lines[0]), tag("ul", *rows), class_="figures", open=len(rows) <= 12)
        for title, table, rest in boards(told.file, told.settings.language, whole=False):
            yield _board(title, table, rest)


def _lot(told: Told, lot: Lot, fates: list[Fate], cards: Mapping[int, str]) -> Markup:
    head = HEAD.of(lot=LOTS[lot], count=len(fates))
    return tag("details", tag("summary", told.say(head)), *(_fate(told, fate, cards) for fate in fates), class_=f"lot {lot}", open=True)


def _fate(told: Told, fate: Fate, cards: Mapping[int, str]) -> Markup:
    """A finding with its place in either draft, and what became of it; one of the new draft leads to its card."""
    result = fate.result
    title: list[Child] = [tag("span", result.code, class_="code"), " ", told.say(result.title), f" [{result.fingerprint[:FINGERPRINT]}]"]
    card = cards.get(id(fate.new))
    lines: list[Child] = [
        tag("p", tag("span", told.say(SEVERITIES[result.severity]), class_="severity"), " ", *title)
        if card is None
        else tag(
            "p",
            tag("span", told.say(SEVERITIES[result.severity]), class_="severity"),
            " ",
            tag("a", *title, href=f"#{card}", class_="card-link"),
        )
    ]
    if fate.old is not None and fate.old.is_finding and fate.lot != "remains":
        lines.append(_quoted(told, OLD, told.file.old, fate.old))
    if fate.new is not None and (card is None or fate.lot in ("fixed", "lost")):
        lines.append(_quoted(told, NEW, told.file.new, fate.new))
    lines.append(tag("p", told.say(result.message), class_="message"))
    reason = COLON.of(lead=why(fate), rest=told.moves(fate)) if fate.moves else why(fate)
    lines.append(tag("p", f"→ {told.say(reason)}", class_="why"))
    return tag("div", *lines, class_=f"fate {result.severity}")


def _quoted(told: Told, draft: Say, report: FileReport | None, result: Result) -> Markup | None:
    """Where a check stands in a draft, and its sentence."""
    span = result.check.span
    if span is None or report is None:
        return None
    before, quote, after = context(report.document, span)
    where = told.say(QUOTED.of(draft=draft, place=told.place(report, span)))
    return tag("p", tag("span", where, class_="place"), " ", before, tag("mark", f"【{quote}】"), after, class_="quote")


def _board(title: str, table: list[list[str]], rest: str) -> Markup:
    """The scores before and after."""
    head, *rows = table
    made = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows]
    return tag(
        "table",
        tag("caption", title),
        tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in head))),
        tag("tbody", *made),
        tag("tfoot", tag("tr", tag("td", rest, colspan=len(head)))) if rest else None,
        class_="board",
    )
