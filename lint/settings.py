"""What the user asked for, in one frozen record that is passed whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lint.check import Check, Confidence, Severity
from lint.given import NOTHING, Given
from lint.say import Language

FailOn = Literal["error", "warning", "info", "never"]
RANK: dict[str, int] = {"info": 0, "warning": 1, "error": 2, "never": 3}
SURENESS: dict[Confidence, int] = {"low": 0, "medium": 1, "high": 2}


@dataclass(frozen=True)
class Settings:
    """`select` and `ignore` hold rule codes, prefixes or names; `given` is what the user says of the reports.

    `severity` is what the findings of a rule, by code, cost in place of what the rule says. Findings below `min_severity` or
    `min_confidence` are counted and not listed; with `undecided`, what could not be decided is listed, too.
    `timeout` (seconds) and `memory` (bytes of address space beyond the start) bound the guarded worker for each file. `passes`,
    `figures`, `quiet`, `show_decided` and `color` say how much writers show and how. `together` treats all files as one submission.
    `stdin` is what standard input is called; `opinion` is the path of the template for notes to send back, empty for ours.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = "info"
    min_confidence: Confidence = "low"
    undecided: bool = False
    given: Given = NOTHING
    encoding: str | None = None
    fail_on: FailOn = "error"
    language: Language = "zh"
    timeout: int = 120
    memory: int = 2 << 30
    passes: bool = False
    figures: bool = False
    quiet: bool = False
    color: bool = False
    together: bool = False
    stdin: str = "-"
    show_decided: bool = False
    opinion: str = ""

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the run end with exit code 1."""
        return RANK[severity] >= RANK[self.fail_on]

    def grade(self, code: str, usual: Severity, own: Severity | None) -> Severity:
        """What a finding costs whose rule of this code says `usual` and whose check says `own`.

        What the user says of a rule stands for what the rule says, and is the most that a finding of it costs: a check that is
        graver than its rule is lowered with it, one that is lighter (a last place) is not raised.
        """
        asked = self.severity.get(code)
        if asked is None or own is None:
            return asked or own or usual
        return min(asked, own, key=lambda severity: RANK[severity])

    def lists(self, check: Check, severity: Severity) -> bool:
        """Whether outputs for people list a check of this severity, apart from `passes`."""
        if check.outcome != "broken":
            return self.undecided and check.outcome == "undecided"
        return RANK[severity] >= RANK[self.min_severity] and SURENESS[check.confidence] >= SURENESS[self.min_confidence]


DEFAULTS = Settings()
