"""What the user says of the reports beyond what stands in them: options and settings that the facts are read by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.own.records import NO_RULES, Own

if TYPE_CHECKING:
    from lint.bands import Bands
    from lint.ratio import RatioTerm
    from lint.rubric import Rubric
    from lint.template import Template


@dataclass(frozen=True)
class Given:
    """`year` is the report year, None to find it out; `forms` and `ratios` are the user's own, tried before those of the program; `own` are own rules.

    `rubric` is the scoring table that the user named, None to choose one; `rubrics` are the user's own, chosen from like those of the program.
    `bands` are the grade bands of a report that prints none of its own, None for the usual ones.
    """

    year: int | None = None
    forms: tuple[Template, ...] = ()
    ratios: tuple[RatioTerm, ...] = ()
    own: Own = NO_RULES
    rubric: Rubric | None = None
    rubrics: tuple[Rubric, ...] = ()
    bands: Bands | None = None


NOTHING = Given()
