"""What the comments on a file say, be it Word or PDF: one on each finding, those that follow from it within, and one on what was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from lint.check import Severity
from lint.place import Span
from lint.report import FileReport, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers.culprits import Words
from lint.writers.text import Accounts, details, summary
from lint.writers.words import SEVERITIES, where

HEAD = Say("【{severity}】{title}", "[{severity}] {title}")
PLACE = Say("位置：{place}", "place: {place}")
WHOLE = Say("整个文件", "the whole file")
SUMMARY = Say("【校核情况】", "[what was checked]")
ANSWER = Say(
    "对批注的意见：答复该批注，写“校核：误报 理由”，或属实、已改、不适用；再用 gouji decide import 读回。",
    "To decide on a comment, answer it with “校核：误报 reason”, or 属实, 已改, 不适用, and read it back with gouji decide import.",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: the text it is about, None for the file; its lines but for the place, and the place in words.

    That on what was looked at has neither severity nor fingerprint.
    """

    span: Span | None
    lines: tuple[str, ...]
    place: str = ""
    severity: Severity | None = None
    fingerprint: str = ""

    def text(self, *, exact: bool) -> tuple[str, ...]:
        """Its lines; with the place, second, where it does not hang on what it is about."""
        return self.lines if exact or not self.place else (self.lines[0], self.place, *self.lines[1:])


def notes(report: Report, file: FileReport, settings: Settings) -> list[Note]:
    """The comments on a file: first what was checked and what was not, then the findings in reading order."""
    language = settings.language
    documents = [each.document for each in report.files]
    words, accounts, followers = Words(documents, file.number, language), Accounts(), report.followers()
    folded = {result.fingerprint for (home, _), each in followers.items() for number, result in each if number == home == file.number}
    own = Report((file,))
    said = [Note(None, (SUMMARY.text(language), *summary(own, language), ANSWER.text(language)))]
    for result in file.findings():
        if not (result.listed and result.is_open) or result.fingerprint in folded:
            continue
        span = result.check.span
        lines = [HEAD.of(severity=SEVERITIES[result.severity], title=result.title).text(language)]
        lines += details(file.document, result, documents, language)
        lines += accounts.lines(result, words, followers.get((file.number, result.fingerprint), ()))
        lines.append(f"{result.code} {result.fingerprint}")
        place = WHOLE if span is None else where(file.document.place(span))
        said.append(Note(span, tuple(lines), PLACE.of(place=place).text(language), result.severity, result.fingerprint))
    return said
