"""Units: 元 printed for 万元, and the like."""

from __future__ import annotations

from dataclasses import replace

from lint.diagnoses.case import Case
from lint.diagnoses.relations import is_telling
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.number import SCALES
from lint.say import Say

ONE = Say("若“{name}”{printed}的单位是{unit}，则相符", "it holds if {name}, {printed}, is in {unit}")
EITHER = Say("若其中一个数的单位改为{units}，则相符", "it holds if the unit of one of the figures is {units}")
OTHER = {"": ("万", "千", "亿"), "千": ("", "万"), "万": ("", "亿"), "亿": ("万", "")}
"""The scales that are confused with each; 千 for 万 is a point shifted."""


def unit(case: Case) -> Diagnosis | None:
    """One amount in another unit than printed."""
    found: list[tuple[Figure, Figure]] = []
    tries = 0
    for figure in case.figures:
        if figure.kind != "money" or not figure.value:
            continue
        for scale in OTHER.get(figure.suffix.removesuffix(figure.unit), ()):
            tries += 1
            other = replace(figure, number=replace(figure.number, scale=SCALES[scale]))
            if case.holds_with(figure, other):
                found.append((figure, other))
    if not found or not is_telling(tries, case.claimed.step, case.claimed.value):
        return None
    if len(found) == 1:
        figure, other = found[0]
        return Diagnosis("unit", ONE.of(name=case.name(figure), printed=figure, unit=other.suffix))
    if len(case.figures) > 3:
        return None
    return Diagnosis("unit", EITHER.of(units="或".join(dict.fromkeys(other.suffix for _, other in found))))
