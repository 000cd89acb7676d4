"""How often each rule was right on the corpus, as counted when the program was built (`rules/measured.json`, by `make docs`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from lint.shipped import text_of

FILE = "measured.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was planted in the corpus for a rule and how much of it was found, its false alarms, and the claims that it confirmed."""

    planted: int = 0
    found: int = 0
    alarms: int = 0
    agreed: int = 0

    @property
    def recall(self) -> Fraction | None:
        """Found of what was planted; None where nothing was."""
        return Fraction(self.found, self.planted) if self.planted else None

    @property
    def precision(self) -> Fraction | None:
        """True of all that was reported; None where nothing was."""
        told = self.found + self.alarms
        return Fraction(self.found, told) if told else None


@cache
def measured() -> dict[str, Measured]:
    """The counts by rule code; a rule that the corpus does not know yet is not in it."""
    return {code: Measured(**counts) for code, counts in json.loads(text_of(FILE)).items()}
