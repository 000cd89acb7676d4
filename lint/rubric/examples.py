"""Worked examples: 74.22%得0分. They prove that a criterion was read as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from lint.interval import Interval
from lint.number import plain
from lint.pattern import pattern
from lint.rubric.rounding import PRECISE, UNKNOWN, Rounding
from lint.rubric.scoring import VALUE, Scoring
from lint.rubric.wording import number_of

_EXAMPLE = pattern(r"(?P<values>.+?)得(?P<score>\d+(?:\.\d+)?)分?")
_MET = ("符合", "不符合")
"""What examples of a criterion say that asks for no number."""


def worked(example: str, scoring: Scoring, full: Fraction, rounding: Rounding) -> None:
    """Calculate an example. Raises ValueError where it cannot be read or gives another score."""
    match = _EXAMPLE.fullmatch("".join(example.split()))
    if match is None:
        raise ValueError("应写成“74.22%得0分”的样子")
    if not scoring.inputs and match["values"] in _MET:
        _agreed(match, (Interval.point(full if match["values"] == "符合" else 0),), rounding)
        return
    values: dict[str, Interval] = {}
    for part in re.split("[，,、]", match["values"]):
        name, equals, digits = part.rpartition("=")
        value, percent = number_of(digits)
        if not equals and scoring.percent is not None and value and percent != scoring.percent:
            raise ValueError("评分标准里的数带百分号，例子里也应带" if scoring.percent else "评分标准里的数不带百分号，例子里也不带")
        values[name or VALUE] = Interval.point(value)
    if missing := [name for name in scoring.inputs if name not in values]:
        raise ValueError(f"没有写{'、'.join(missing)}")
    _agreed(match, scoring.reach(values, full), rounding)


def _agreed(match: re.Match[str], reach: Sequence[Interval], rounding: Rounding) -> None:
    """Raises ValueError where the score of an example is not among those that it can earn."""
    if not rounding.admits(Fraction(match["score"]), reach):
        raise ValueError(f"按评分标准应得{told(reach)}")


def rounding_for(scoring: Scoring, stated: Rounding | None) -> Rounding:
    """How scores are rounded: as stated, else in any way where they are fractions by nature."""
    return stated or (UNKNOWN if scoring.rounds else PRECISE)


def told(reach: Sequence[Interval]) -> str:
    """Scores as people say them: 0分, 3.5～4分, 0分或4分."""
    return "或".join(dict.fromkeys(_part(part) for part in reach))


def _part(part: Interval) -> str:
    low, high = (plain(end, 2) if end is not None else "" for end in (part.low, part.high))
    return f"{low}分" if low == high else f"{low}～{high}分"
