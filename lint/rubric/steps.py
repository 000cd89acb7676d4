"""Steps: values by stretches, each with what it earns, read in order: a value belongs to the first step that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lint.interval import EVERYTHING, Interval
from lint.number import plain
from lint.pattern import pattern
from lint.rubric.parts import AWARD, BOUND, REST, operator_of, whole_of
from lint.rubric.phrases import MET, NUMBER, UNIT
from lint.rubric.scoring import Award, Step, Steps

_RANGE = pattern(
    rf"(?P<low>{NUMBER})(?P<a>%?){UNIT}?(?P<with_low>\(含\))?(?:-+|—+|~|至|到)(?P<high>{NUMBER})(?P<b>%?){UNIT}?(?P<with_high>\(含\))?(?:之?间)?"
)


class UnknownForm(ValueError):
    """A criterion of no known form: what can be written instead is in FORMS."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """One step as written: where it applies, None for all that is left, and what it earns."""

    text: str
    region: Interval | None
    award: Award


def steps_of(clauses: Sequence[str], full: Fraction) -> Steps:
    """The steps that clauses such as ≥90%得满分 and 其余得0分 describe. Raises ValueError."""
    units: set[bool] = set()
    made = [_clause(clause, units, full) for clause in clauses]
    if over := next((clause for clause in made if (clause.award.of(full) or 0) > full), None):
        raise ValueError(f"“{over.text}”超过满分{plain(full)}分")
    return _steps(made, units)


def _clause(text: str, units: set[bool], full: Fraction) -> _Clause:
    match = AWARD.fullmatch(text)
    if match is None:
        raise UnknownForm(f"看不懂“{text}”")
    if match["open"]:
        award = Award()
    elif "×" in match[0]:
        award = Award(whole=whole_of(match, full))
        units.add(True)
    elif match["marks"]:
        award = Award(marks=Fraction(match["marks"]))
    else:
        award = Award(share=Fraction(match["share"]) / 100 if match["share"] else Fraction(1))
    return _Clause(text, None if match["when"] in REST else _region(match["when"], units), award)


def _region(text: str, units: set[bool]) -> Interval:
    """The values that a condition names; `units` gathers whether they are percentages."""
    if match := _RANGE.fullmatch(text):
        percent = bool(match["a"] or match["b"])
        low, high = (Fraction(match[side]) / (100 if percent else 1) for side in ("low", "high"))
        if low >= high:
            raise ValueError(f"“{text}”前一个数应小于后一个")
        units.add(percent)
        marked = bool(match["with_low"] or match["with_high"])
        return Interval(low, high, marked and not match["with_low"], marked and not match["with_high"])
    match = BOUND.fullmatch(text)
    if match is None:
        if not any(sign.isdigit() for sign in text):
            raise ValueError(f"“{text}”不是由数决定的：只有满分和0分两种的写“{MET}”，分几等由人判断的不写 score")
        raise ValueError(f"看不懂条件“{text}”，可以写“=0”“≤10%”“＞30%”“80%（含）-90%”“其余”")
    value = Fraction(match["value"]) / (100 if match["unit"] else 1)
    if value:
        units.add(bool(match["unit"]))
    operator = operator_of(match)
    if operator == "=":
        return Interval.point(value)
    if operator in "≤<":
        return Interval(None, value, high_open=operator == "<")
    return Interval(value, None, low_open=operator == ">")


def _steps(clauses: Sequence[_Clause], units: set[bool]) -> Steps:
    """Every value under the first clause that names it. Raises ValueError for values that none names and clauses never reached."""
    if len(units) > 1:
        raise ValueError("有的数写了百分号，有的没有写，请写成一样")
    made: list[tuple[Interval, _Clause]] = []
    for cell in _cells([clause.region for clause in clauses if clause.region is not None]):
        clause = next((clause for clause in clauses if clause.region is None or clause.region.meets(cell)), None)
        if (clause is None or clause.region is None) and _is_slit(cell, percent=True in units):
            clause = _Clause("", cell, Award())
        if clause is None:
            told = Steps((Step(cell, Award()),), percent=True in units).told(Fraction(0)).partition("：")[0]
            raise ValueError(f"没有写{told}时得几分；最后可以补“其余得0分”，不知道的补“其余不明”")
        made.append((cell, clause))
    for clause in clauses:
        if not any(used is clause for _, used in made):
            raise ValueError(f"“{clause.text}”永远用不上：它的范围已经包括在前面几档里")
    return Steps(tuple(_merged(made)), percent=next(iter(units), None))


def _is_slit(cell: Interval, percent: bool) -> bool:
    """Whether a stretch only lies between the whole numbers of two neighbouring steps: 80-89得6分；≥90得10分."""
    if cell.low is None or cell.high is None:
        return False
    low, high = (end * (100 if percent else 1) for end in (cell.low, cell.high))
    return low.denominator == high.denominator == 1 and high - low == 1


def _cells(regions: Sequence[Interval]) -> Iterator[Interval]:
    """The stretches and points into which the ends of regions cut all values, in ascending order."""
    cuts = sorted({end for region in regions for end in (region.low, region.high) if end is not None})
    if not cuts:
        yield EVERYTHING
        return
    yield Interval(None, cuts[0], high_open=True)
    for low, high in pairwise(cuts):
        yield Interval.point(low)
        yield Interval(low, high, True, True)
    yield Interval.point(cuts[-1])
    yield Interval(cuts[-1], None, low_open=True)


def _merged(made: Sequence[tuple[Interval, _Clause]]) -> Iterator[Step]:
    """Neighbouring cells of one clause as one step."""
    start = 0
    for index in range(1, len(made) + 1):
        if index == len(made) or made[index][1] is not made[start][1]:
            first, last = made[start][0], made[index - 1][0]
            yield Step(Interval(first.low, last.high, first.low_open, last.high_open), made[start][1].award)
            start = index
