"""What a sheet shows, apart from how a workbook is made of it: columns, rows, and what is to be seen in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lint.check import Severity
from lint.decision import GIVEN, REASONED, VERDICTS
from lint.say import Language, Say

Value = str | int | date | None
"""What a cell holds: a text is never taken for a formula."""
Fill = Literal["", "verdict", "text", "date"]
"""What a reviewer fills in: a verdict of the list, words, a day; nothing in a column of ours."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the width in characters of digits (a Chinese one takes two), and what a reviewer writes below it."""

    head: Say
    width: int
    fill: Fill = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row from the left.

    `severity` colours the first cell, `level` folds it below the row above it, `links` lead from columns (from 0) to files. `strong` is a
    row of totals.
    """

    values: tuple[Value, ...]
    severity: Severity | None = None
    level: int = 0
    links: dict[int, Link] = field(default_factory=dict)
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A file as the relation of a workbook names it, and the place in it, such as ``'收入'!C5``, for another workbook."""

    target: str
    location: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook; `remarks` stand below its rows, outside what is filtered. `choices` are the verdicts to choose from,
    `reasoned` those of them that need a reason."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    language: Language = "zh"

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(VERDICTS[verdict].text(self.language) for verdict in ("confirmed", "false-alarm", "fixed", "not-applicable"))

    @property
    def reasoned(self) -> tuple[str, ...]:
        return tuple(VERDICTS[verdict].text(self.language) for verdict in GIVEN if verdict in REASONED)
