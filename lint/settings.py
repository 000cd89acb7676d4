"""What the user asked for, in one frozen record that is passed whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lint.check import Severity
from lint.given import NOTHING, Given
from lint.say import Language

FailOn = Literal["error", "warning", "info", "never"]
RANK: dict[str, int] = {"info": 0, "warning": 1, "error": 2, "never": 3}


@dataclass(frozen=True)
class Settings:
    """`select` and `ignore` hold rule codes, prefixes or names; `given` is what the user says of the reports.

    `timeout` (seconds) and `memory` (bytes of address space beyond the start) bound the guarded worker for each file. `passes`,
    `figures`, `quiet`, `show_decided` and `color` say how much writers show and how. `together` treats all files as one submission.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
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
    show_decided: bool = False

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the run end with exit code 1."""
        return RANK[severity] >= RANK[self.fail_on]
