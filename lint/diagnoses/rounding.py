"""Innocent habits of rounding: digits cut off, and figures made coarse before they were used."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import partial

from lint.diagnoses.case import Case
from lint.diagnoses.relations import exchanged, fits, is_telling, printed
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.say import Say

TRUNCATED = Say("按截断（不四舍五入）则相符", "it holds if truncated instead of rounded")
CARRIED = Say("像是进位取整", "it looks as if it was rounded up to a whole number")
OPERANDS = Say("若各数先取到{place}再计算则相符", "it holds if the figures are first rounded to {place}")
DECIMALS = Say("{count}位小数", "{count} decimals")
WHOLE = Say("整数", "a whole number")
RESULT = Say("若结果只取到{place}（末位补零）则相符", "it holds if the result is rounded to {place} and zeros are appended")


def truncated(case: Case) -> Diagnosis | None:
    """The digits behind the last printed place cut off; a whole score may also have been carried up."""
    claimed, derived = case.claimed, case.relation.derived()
    if not derived or not claimed.value or not (case.relation.formula.divides or all(f.step < claimed.step for f in case.operands)):
        return None
    off = (derived - claimed.value) * (1 if derived > 0 else -1)
    if 0 < off < claimed.step:
        return Diagnosis("truncated", TRUNCATED, innocent=True)
    whole = claimed.kind in ("score", "bare") and claimed.step == 1
    return Diagnosis("truncated", CARRIED, innocent=True) if whole and -1 < off < 0 else None


def mixed(case: Case) -> Diagnosis | None:
    """Operands rounded before the calculation, or a result given to fewer places than it is printed with."""
    if case.claimed.kind == "percent" and case.claimed.value == 1:
        return None
    operands = list(_operands(case))
    ways = [(1, way) for way in _results(case)] + [(len(operands), way) for way in operands]  # a coarser result holds the finer ones
    for tries, (words, step, fitting) in ways:
        if fitting and is_telling(tries, step, case.claimed.value):
            return Diagnosis("mixed-precision", words, innocent=True)
    return None


Way = tuple[Say, Fraction, bool]
"""What to say of a coarser way to calculate, how coarse its result is, and whether that is the claim."""


def _results(case: Case) -> Iterator[Way]:
    claimed, derived = case.claimed, case.relation.derived()
    if derived is None or not case.relation.formula.divides:
        return
    text, places = claimed.number.printed, claimed.number.places
    zeros = min(places, len(text) - len(text.rstrip("0")))
    for kept in range(places - 1, places - zeros - 1, -1):
        coarse = printed(claimed, claimed.number.value.quantize(Decimal(1).scaleb(-kept)))
        yield RESULT.of(place=DECIMALS.of(count=kept) if kept else WHOLE), coarse.step, derived in coarse.printed


def _operands(case: Case) -> Iterator[Way]:
    units = {(figure.number.scale, figure.unit) for figure in case.operands}
    if len(units) > 1:
        return
    places = max(figure.number.places for figure in case.operands)
    smallest = min(abs(figure.number.value) for figure in case.operands)
    steps = [Decimal(1).scaleb(-kept) for kept in range(places - 1, -1, -1)]
    if case.operands[0].kind == "money" and not case.operands[0].number.scale:
        steps.append(Decimal(10_000))
    for step in steps:
        if smallest >= 10 * step:
            made = exchanged(case.relation, partial(_rounded, step=step, kept=case.claimed))
            words = f"{step}{case.operands[0].suffix}" if step < 10 else "1万元"
            yield OPERANDS.of(place=words), case.claimed.step, fits(made)


def _rounded(figure: Figure, *, step: Decimal, kept: Figure) -> Figure:
    """A figure rounded half up to a step of its printed number, but for the claim."""
    if figure is kept:
        return figure
    return printed(figure, (figure.number.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step)
