"""Which findings outputs list, each with those that follow from it folded under it, and what is said of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Document
from lint.report import FileReport, Report, Result
from lint.say import Language, Say
from lint.settings import Settings
from lint.writers.culprits import Words, told_with_account
from lint.writers.words import called, opinion, where

FINGERPRINT = 8
"""How many digits of a fingerprint are shown: enough to refer to a finding."""
NOTE = Say("说明：", "note: ")
DECISION = Say("处理意见：", "decision: ")
PROBLEM = Say("内部错误：{where} 未能完成（{cause}），请报告给开发者", "internal error: {where} did not finish ({cause}), please report it")


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding of a file that is listed, with those that are folded under it, each with the number of its file."""

    file: FileReport
    result: Result
    followers: Sequence[tuple[int, Result]] = ()


def listed(report: Report, settings: Settings) -> Iterator[tuple[FileReport, list[Listed]]]:
    """Every file with its findings in reading order: the open ones that are no followers, and the decided ones with `show_decided`."""
    followers = report.followers()
    folded = {(number, result.fingerprint) for results in followers.values() for number, result in results}
    for file in report.files:
        found = []
        for result in file.results:
            key = (file.number, result.fingerprint)
            if result.is_finding and result.listed and key not in folded and (result.is_open or settings.show_decided):
                found.append(Listed(file, result, followers.get(key, ())))
        yield file, found


def position(document: Document, result: Result, language: Language, between: str = "  ") -> str:
    """``file:line:column`` where there are lines, else the file and, after what stands `between`, the place in words."""
    span, path = result.check.span, called(document.path).text(language)
    if span is None:
        return path
    place = document.place(span)
    return f"{path}:{place.line}:{place.column}" if place.line is not None else f"{path}{between}{where(place).text(language)}"


def said(item: Listed, documents: Sequence[Document], language: Language) -> Iterator[str]:
    """All lines on one finding by itself: the message, what explains it, who can be to blame, what follows, the decision."""
    result = item.result
    yield flat(result.message.text(language))
    for note in notes(result):
        yield NOTE.text(language) + flat(note.text(language))
    words = Words(documents, item.file.number, language)
    if result.account is not None:
        yield from words.account(result.account, FINGERPRINT, "")
    if item.followers:
        yield words.following(item.followers)
    if result.decided:
        yield DECISION.text(language) + opinion(result.decided.decision, result.decided.state, language)


def notes(result: Result) -> list[Say]:
    """What is told beside the message: what explains the difference, unless it is told with the figure to blame, and what else there is to know."""
    check = result.check
    told = [check.note] if told_with_account(result) else check.notes
    return [note for note in (*told, check.reason) if note is not None]


def failures(file: FileReport, language: Language) -> Iterator[str]:
    """What failed inside the program, one line each."""
    for problem in file.problems:
        yield PROBLEM.of(where=problem.where, cause=problem.detail.strip().rpartition("\n")[2]).text(language)


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
