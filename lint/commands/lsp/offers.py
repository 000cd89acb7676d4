"""What can be put in the place of figures so that a finding is gone: one offer for each repair, none of which is the right one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.blame import Account, Change
from lint.document import Document
from lint.figure import Figure
from lint.place import Span
from lint.report import Result
from lint.say import Language, Say
from lint.writers.culprits import CHANGE, Words
from lint.writers.words import where

ONLY = Say("改法：{way}", "change: {way}")
ONE_OF = Say(
    "改法{number}（共{count}种，报告本身不能确定是哪一种）：{way}", "change {number} of {count}, the report does not tell which: {way}"
)


@dataclass(frozen=True)
class Offer:
    """What it would do, in words, and what it would put where."""

    title: str
    edits: tuple[tuple[Span, str], ...]


def offers(result: Result, document: Document, file: int, language: Language) -> Iterator[Offer]:
    """The offers for a finding in the file of that number; only what can be put in place as it stands."""
    account = result.account
    if account is None:
        yield from _derived(result, document, language)
        return
    for number, repair in enumerate(account.repairs):
        edits = [_edit(change, document, file) for change in repair.changes]
        known = tuple(edit for edit in edits if edit is not None)
        if known and len(known) == len(edits) and not repair.unbound:
            yield Offer(_title(account, number, document, file, language), known)


def _title(account: Account, number: int, document: Document, file: int, language: Language) -> str:
    way = Words([document] * (file + 1), file, language).way(account, number)
    count = len(account.repairs)
    return (ONLY if count == 1 else ONE_OF).of(number=number + 1, count=count, way=way).text(language)


def _derived(result: Result, document: Document, language: Language) -> Iterator[Offer]:
    """The derived value where nobody can be blamed but where the figure itself is claimed to be equal to it."""
    check, figure = result.check, result.check.primary
    if not isinstance(figure, Figure) or check.relation is None or check.relation.operator != "=" or figure.approximate:
        return
    if check.derived.endswith(figure.suffix) and check.derived[:1].isdigit() and figure.number.value >= 0:
        way = CHANGE.of(figure=figure, place=where(document.place(figure.span)), becomes=check.derived)
        yield Offer(ONLY.of(way=way).text(language), ((figure.span, check.derived),))


def _edit(change: Change, document: Document, file: int) -> tuple[Span, str] | None:
    """A change as a replacement of what is printed; None where the value is open, or words around it say its sign."""
    figure, number = change.figure, change.number
    if number is None or figure.file != file or figure.approximate or figure.number.value < 0 or number.value < 0:
        return None
    printed = document.quote(figure.span)
    if number.scale == figure.number.scale and printed.count(figure.number.printed) == 1:  # the unit stays as it is written
        return figure.span, printed.replace(figure.number.printed, change.becomes.removesuffix(figure.suffix))
    return figure.span, change.becomes
