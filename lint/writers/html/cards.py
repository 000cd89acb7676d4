"""The findings on the right side: each a card with its quote, working, parts, who can be to blame, and what a reviewer decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lint.compare.record import Fate
from lint.decision import GIVEN, REASONED, VERDICTS, Decided, Verdict
from lint.document import Document
from lint.report import FileReport, Report, Result
from lint.rule import all_rules
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.html.drafts import told_of as told_of_draft
from lint.writers.html.files import names
from lint.writers.html.marks import card_id, mark_id, parts
from lint.writers.html.markup import Child, Markup, join, tag
from lint.writers.html.words import REASON, REASON_NEEDED, RULES, VERDICT
from lint.writers.listing import DECISION, FINGERPRINT, NOTE, listed, notes
from lint.writers.text import WORKING, Accounts, is_worked, label, told_of
from lint.writers.words import SEVERITIES, called, context, opinion, where

FOLLOWS = Say("由此引起的问题（{count}条），改正后随之消失", "{count} more follow from this and are gone with it")
PARTS = Say("相关的数", "figures that take part")
BUTTONS: tuple[Verdict, ...] = ("confirmed", "false-alarm", "fixed", "not-applicable")
assert set(BUTTONS) == set(GIVEN)


class Cards:
    """The cards of a report; `fates` tell of findings, by their identity, whether an earlier draft had them, `ids` what the page calls each."""

    def __init__(self, report: Report, settings: Settings, fates: Mapping[int, Fate]) -> None:
        self._report, self._settings, self._fates = report, settings, fates
        self._language: Language = settings.language
        self._documents: Sequence[Document] = [file.document for file in report.files]
        self.ids = {id(result): card_id(file, index) for file in report.files for index, result in enumerate(file.results)}
        self._names = names(report, settings.language)
        self._explained = {rule.code for rule in all_rules()}
        self._accounts = Accounts()

    def all(self) -> list[Markup]:
        """Every finding that is listed, decided ones included, followers below what they follow from."""
        made: list[Markup] = []
        for file, found in listed(self._report, replace(self._settings, show_decided=True)):
            words = Words(self._documents, file.number, self._language)
            for item in found:
                told = list(self._accounts.lines(item.result, words, ()))
                below = [self._card(self._report.files[number], result, (), None) for number, result in item.followers]
                made.append(self._card(file, item.result, told, below))
        return made

    def _card(self, file: FileReport, result: Result, told: Sequence[str], followers: Sequence[Markup] | None) -> Markup:
        """A card; that of a finding which follows from another has no place for `followers`."""
        language, own, fate = self._language, self.ids[id(result)], self._fates.get(id(result))
        return tag(
            "article",
            self._head(file, result, own, leading=followers is not None),
            self._quote(file, result),
            tag("p", result.message.text(language), class_="message"),
            tag("p", tag("b", WORKING.text(language)), result.check.working, class_="working") if is_worked(result, language) else None,
            self._parts(file, result),
            *(tag("p", tag("b", NOTE.text(language)), note.text(language), class_="note") for note in notes(result)),
            tag("div", *(tag("p", line) for line in told), class_="blame") if told else None,
            tag("p", told_of_draft(fate, self._settings), class_=f"draft {fate.lot}") if fate else None,
            self._decided(result.decided),
            self._desk(result, own),
            self._following(followers) if followers else None,
            class_=f"card {result.severity}",
            id=own,
            tabindex="-1",
            aria_labelledby=f"{own}-h",
            data_severity=result.severity,
            data_code=result.code,
            data_file=str(file.number),
            data_path=called(file.document.path).text(language),
            data_parts=" ".join(parts(file, result)) or None,
            data_print=result.fingerprint,
            data_given=_given(result.decided),
            data_lot=fate.lot if fate else None,
        )

    def _head(self, file: FileReport, result: Result, own: str, *, leading: bool) -> Markup:
        language, span = self._language, result.check.span
        title: list[Child] = [tag("span", result.code, class_="code"), " ", result.title.text(language)]
        path = self._names[file.number]
        place = where(file.document.place(span)).text(language) if span is not None else ""
        return tag(
            "header",
            tag("span", SEVERITIES[result.severity].text(language), class_="severity"),
            tag(
                "h3" if leading else "h4",
                tag("a", *title, href=f"#{mark_id(file.number, span)}", class_="go") if span is not None else join(title),
                id=f"{own}-h",
            ),
            tag(
                "p",
                tag("span", path, class_="path") if len(self._documents) > 1 else None,
                f"{place}　" if place else None,
                tag("span", f"[{result.fingerprint[:FINGERPRINT]}]", class_="print"),
                tag("a", RULES.text(language), href=f"#r-{result.code}", class_="rule-link") if result.code in self._explained else None,
                class_="place",
            ),
        )

    def _quote(self, file: FileReport, result: Result) -> Markup | None:
        if result.check.span is None:
            return None
        before, quote, after = context(file.document, result.check.span)
        return tag("p", before, tag("mark", f"【{quote}】"), after, class_="quote")

    def _parts(self, file: FileReport, result: Result) -> Markup | None:
        """The figures that take part, each leading to where it stands."""
        related = result.check.related
        if not related:
            return None
        labels = Counter(map(label, related))
        rows = []
        for item in related:
            name, printed, place = told_of(item, labels, file.document, self._documents, self._language)
            go = tag("a", printed, href=f"#{mark_id(item.figure.file, item.figure.span)}", class_="go")
            rows.append(tag("li", go, " ", tag("span", name, class_="name"), " ", tag("span", place, class_="at")))
        return tag("ul", *rows, class_="parts", aria_label=PARTS.text(self._language))

    def _decided(self, decided: Decided | None) -> Markup | None:
        if decided is None:
            return None
        said = opinion(decided.decision, decided.state, self._language)
        return tag("p", tag("b", DECISION.text(self._language)), said, class_="decided")

    def _following(self, followers: Sequence[Markup]) -> Markup:
        return tag("details", tag("summary", FOLLOWS.of(count=len(followers)).text(self._language)), *followers, class_="followers")

    def _desk(self, result: Result, own: str) -> Markup:
        """Where a reviewer decides: hidden until the script of the page is there to keep it."""
        language = self._language
        buttons = [
            tag(
                "button",
                VERDICTS[verdict].text(language),
                type="button",
                data_verdict=VERDICTS[verdict].zh,
                data_reasoned=verdict in REASONED,
                aria_pressed="false",
            )
            for verdict in BUTTONS
        ]
        reason = REASON.text(language)
        field = tag("input", type="text", class_="reason", aria_label=reason, placeholder=reason, maxlength="500", autocomplete="off")
        missing = tag("span", REASON_NEEDED.text(language), class_="missing", id=f"{own}-r", hidden=True)
        name = f"{VERDICT.text(language)} {result.code}"
        return tag("div", *buttons, missing, field, class_="desk script", role="group", aria_label=name)


def _given(decided: Decided | None) -> str | None:
    """The verdict that stands, as filters know it; None where there is none in force."""
    if decided is None or (decided.state != "applies" and not decided.accepted):
        return None
    return VERDICTS[decided.decision.verdict].zh
