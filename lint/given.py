"""What the user says of the reports beyond what stands in them: options and settings that the facts are read by."""

from __future__ import annotations

from dataclasses import dataclass

from lint.bands import Bands
from lint.template import Template


@dataclass(frozen=True)
class Given:
    """`year` is the report year, None to find it out; `forms` are the user's own printed forms, tried before those of the program;
    `bands` the grade bands of a report that prints none of its own, None for the usual ones."""

    year: int | None = None
    forms: tuple[Template, ...] = ()
    bands: Bands | None = None


NOTHING = Given()
