"""What machine formats point to beside a finding: the figures that take part, those that can be to blame, the findings that follow."""

from __future__ import annotations

from collections.abc import Iterator

from lint.place import Span
from lint.say import Language, Say
from lint.writers.listing import FINGERPRINT, Listed
from lint.writers.text import label
from lint.writers.words import ROLES

SUSPECT = Say("疑错：应为{becomes}", "suspect: should be {becomes}")
FOLLOWER = Say("由此引起：{code} {title}", "follows from it: {code} {title}")


def beside(item: Listed, language: Language) -> Iterator[tuple[int, Span | None, str]]:
    """The number of the file, the place there, and what is said of it."""
    result = item.result
    for related in result.check.related:
        yield related.figure.file, related.figure.span, f"{ROLES[related.role].text(language)} {label(related)}".strip()
    for change in result.account.suspects if result.account else ():
        yield change.figure.file, change.figure.span, SUSPECT.of(becomes=change.becomes).text(language)
    for number, follower in item.followers:
        told = FOLLOWER.of(code=follower.code, title=follower.title).text(language)
        yield number, follower.check.span, f"{told} [{follower.fingerprint[:FINGERPRINT]}]"
