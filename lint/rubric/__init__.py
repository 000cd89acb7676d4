"""Scoring tables (评分细则): the indicators of one authority and year, what each can reach, and how its score follows from a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.rubric.rounding import Rounding
from lint.rubric.scoring import Scoring

Kind = Literal["部门整体", "项目"]
BonusRule = Literal["可超过", "只补扣分", "不明"]
"""Whether bonus items carry a total beyond the full mark, only make up for deductions, or nothing is known of it."""

EVERYWHERE = "全国"
"""The place of a table that holds for any."""


@dataclass(frozen=True)
class Indicator:
    """One row of a rubric. `full` is what it can reach, `names` all that it is called, the first as printed.

    `scoring` is None where its score does not follow from a number, `wording` the sentence that says how it does. `reads` are the
    names of the number that it is scored by. `bonus` items are not counted in the full mark of the whole; `partial` says that not
    all of its parts are listed. `verified` and `source` are those of the rubric where it has none of its own.
    """

    names: tuple[str, ...]
    full: Fraction
    children: tuple[Indicator, ...] = ()
    scoring: Scoring | None = None
    wording: str = ""
    rounding: Rounding | None = None
    reads: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    bonus: bool = False
    partial: bool = False
    verified: bool = True
    source: str = ""

    @property
    def name(self) -> str:
        return self.names[0]

    def walk(self, level: int = 1) -> Iterator[tuple[int, Indicator]]:
        """The indicator and everything below it in the order of the table, each with its level from 1."""
        yield level, self
        for child in self.children:
            yield from child.walk(level + 1)


@dataclass(frozen=True)
class Rubric:
    """A scoring table. `id` is ``authority/year``; `places` are the names of which a report must hold one for it to be chosen
    unasked, `EVERYWHERE` for any; `years` the first and last year, None where it is open.

    `full` is the full mark without bonus items, `bonus` what those can add. `verified` is False where not every full mark and
    criterion was seen in `source`. `partial` says that not all first-level indicators are listed.
    """

    id: str
    name: str
    places: tuple[str, ...]
    years: tuple[int | None, int | None]
    kind: Kind
    full: Fraction
    bonus: Fraction
    bonus_rule: BonusRule
    indicators: tuple[Indicator, ...]
    source: str
    verified: bool = False
    partial: bool = False
    extends: str = ""

    def rows(self) -> Iterator[tuple[int, Indicator]]:
        """Every indicator in the order of the table, with its level from 1."""
        for indicator in self.indicators:
            yield from indicator.walk()

    def covers(self, year: int) -> bool:
        """Whether it is the table of this year."""
        first, last = self.years
        return (first is None or first <= year) and (last is None or year <= last)

    @property
    def ceiling(self) -> Fraction | None:
        """The highest total that it allows; None where it is not known what bonus items may do."""
        if not self.bonus or self.bonus_rule == "只补扣分":
            return self.full
        return self.full + self.bonus if self.bonus_rule == "可超过" else None
