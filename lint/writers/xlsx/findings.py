"""问题清单: one row per finding, what follows from one folded below it, with columns in which a reviewer decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.decision import GIVEN, VERDICTS, Decided
from lint.decisions.keys import AUTHOR, DATE, EXPIRES, FINGERPRINT, LIST, REASON, VERDICT
from lint.document import Document
from lint.report import Report, Result
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.listing import FINGERPRINT as SHORT
from lint.writers.listing import listed
from lint.writers.text import Accounts, details, summary
from lint.writers.words import SEVERITIES, called, context, where
from lint.writers.xlsx.links import link
from lint.writers.xlsx.sheet import Column, Row, Sheet, Value

COLUMNS = (
    Column(Say("级别", "severity"), 7),
    Column(Say("文件", "file"), 24),
    Column(Say("位置", "place"), 17),
    Column(Say("问题", "finding"), 46),
    Column(Say("原文", "quote"), 38),
    Column(Say("疑错和改法", "suspects"), 46),
    Column(Say(VERDICT, VERDICT), 11, "verdict"),
    Column(Say(REASON, REASON), 24, "text"),
    Column(Say(AUTHOR, AUTHOR), 9, "text"),
    Column(Say(DATE, DATE), 12, "date"),
    Column(Say(EXPIRES, EXPIRES), 12, "date"),
    Column(Say("规则", "rule"), 10),
    Column(Say(FINGERPRINT, FINGERPRINT), 19),
)
"""Those that reviewers fill in, and the fingerprint, have the names that `decide import` reads in either language."""
FOLLOWS = Say("由[{cause}]引起，改正后随之消失", "follows from [{cause}] and is gone with it")


def findings(report: Report, settings: Settings) -> Sheet:
    """The sheet of the findings that outputs for people list; those that a decision has settled with `show_decided`."""
    rows = tuple(_rows(report, settings))
    remarks = () if rows else tuple(summary(report, settings.language))
    return Sheet(LIST, COLUMNS, rows, remarks, settings.language)


def _rows(report: Report, settings: Settings) -> Iterator[Row]:
    documents, language, accounts = [file.document for file in report.files], settings.language, Accounts()
    for file, found in listed(report, settings):
        words = Words(documents, file.number, language)
        for item in found:
            yield _row(documents, file.number, item.result, language, list(accounts.lines(item.result, words, ())))
            cause = FOLLOWS.of(cause=item.result.fingerprint[:SHORT]).text(language)
            for number, follower in item.followers:
                yield _row(documents, number, follower, language, [cause], level=1)


def _row(documents: Sequence[Document], number: int, result: Result, language: Language, told: Sequence[str], level: int = 0) -> Row:
    document, span = documents[number], result.check.span
    values: tuple[Value, ...] = (
        SEVERITIES[result.severity].text(language),
        called(document.path).text(language),
        where(document.place(span)).text(language) if span is not None else None,
        "\n".join((result.title.text(language), *details(document, result, documents, language))),
        "{}【{}】{}".format(*context(document, span)) if span is not None else None,
        "\n".join(told) or None,
        *_decided(result.decided, language),
        result.code,
        result.fingerprint,
    )
    target = link(document, span)
    places = (1, 2) if span is not None else (1,)
    return Row(values, result.severity, level, dict.fromkeys(places, target) if target else {})


def _decided(decided: Decided | None, language: Language) -> tuple[Value, ...]:
    """What stands in the columns to fill in: a decision that applies, as it was made; nothing where one is to be confirmed or made anew."""
    if decided is None or decided.state != "applies" or decided.decision.verdict not in GIVEN:
        return (None,) * 5
    made = decided.decision
    return VERDICTS[made.verdict].text(language), made.reason or None, made.author or None, made.day, made.expires
