"""Decisions: what reviewers say of findings, kept by fingerprint and not by file or line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lint.fingerprint import Identity
from lint.say import Say

Verdict = Literal["confirmed", "false-alarm", "fixed", "not-applicable", "baseline"]
"""*baseline*: nobody looked at it, it was there when the baseline was drawn."""
VERDICTS: dict[Verdict, Say] = {
    "false-alarm": Say("误报", "false alarm"),
    "not-applicable": Say("不适用", "not applicable"),
    "confirmed": Say("属实", "confirmed"),
    "fixed": Say("已改", "fixed"),
    "baseline": Say("基线", "baseline"),
}
GIVEN = tuple(verdict for verdict in VERDICTS if verdict != "baseline")
"""The verdicts that people give."""
SETTLING: frozenset[Verdict] = frozenset(("false-alarm", "not-applicable", "baseline"))
"""Verdicts after which a finding no longer counts; one that is confirmed, or still there though it was fixed, does."""
REASONED: frozenset[Verdict] = frozenset(("false-alarm", "not-applicable"))
"""Verdicts that must give their reason."""
State = Literal["applies", "moved", "expired", "stale", "absent"]
"""What has become of a decision: *applies* to a finding · *moved*: the same quote and numbers, but other words on one side,
so that a person should confirm it · *expired* · *stale*: its place was checked, the finding is not there or its numbers
changed · *absent*: its file or its rule was not part of the run."""

STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on one finding.

    `version` is that of the fingerprint, `name` that of the rule beside its code. `message` and `files` (those whose figures
    the finding compares, its own first) are remarks: they were true when the decision was made. `across` says that
    the finding was made where files were held against each other.
    """

    verdict: Verdict
    identity: Identity
    fingerprint: str
    version: int
    reason: str = ""
    author: str = ""
    day: date | None = None
    expires: date | None = None
    name: str = ""
    message: str = ""
    files: tuple[str, ...] = ()
    across: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """What names the finding: version and fingerprint."""
        return self.version, self.fingerprint


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision beside the finding to which it belongs; `state` is ``"applies"``, ``"moved"`` or ``"expired"``.

    `accepted` says that the finding stands in a baseline as well, whatever a person said of it.
    """

    decision: Decision
    state: State
    accepted: bool = False

    @property
    def settled(self) -> bool:
        """Whether the finding no longer counts."""
        return self.accepted or (self.state == "applies" and self.decision.verdict in SETTLING)


@dataclass(frozen=True, slots=True)
class Book:
    """The decisions of one file, in its order."""

    path: str
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a run found of the decisions of one book that belong to no finding of it."""

    book: Book
    stale: tuple[Decision, ...] = ()
    absent: tuple[Decision, ...] = ()


def verdict_of(word: str) -> Verdict | None:
    """The verdict that a word means, in either language or as programs write it; None where there is none."""
    told = word.strip().lower()
    return next((verdict for verdict, say in VERDICTS.items() if told in (verdict, say.zh, say.en)), None)
