"""Totals of scores with and without bonus items."""

from __future__ import annotations

from fractions import Fraction

from lint.diagnoses.case import Case
from lint.diagnosis import Diagnosis
from lint.say import Say

WITH = Say("若计入“{names}”{value}则相符", "it holds if {names}, {value}, is counted")
WITHOUT = Say("若不计“{names}”{value}则相符", "it holds if {names}, {value}, is left out")


def bonus(case: Case) -> Diagnosis | None:
    """A total that counts bonus items where the other figure does not, or the reverse."""
    side = case.scene.total(case.claimed)
    if side is None:
        return None
    items = [item for item in case.scene.bonus(case.claimed, side) if item.figure.value]
    extra = sum((item.figure.value for item in items), Fraction(0))
    derived = case.relation.derived()
    if not extra or derived is None:
        return None
    told = {"names": "、".join(item.name for item in items), "value": case.claimed.show(extra, 2)}
    if abs(case.claimed.value - derived) != extra:
        return None
    return Diagnosis("bonus", (WITHOUT if case.claimed.value > derived else WITH).of(**told), innocent=True)
