"""Scoring criteria as they are printed, read into functions: ≤100%得满分，每超1个百分点扣0.5分.

Seven forms are known (FORMS), each in the words that tables use for it; what is not one of them is refused, never guessed at.
"""

from __future__ import annotations

import re
from fractions import Fraction

from lint.pattern import pattern
from lint.rubric.deductions import deduction_of
from lint.rubric.formula import formula_of
from lint.rubric.phrases import MET, NUMBER, UNIT, brief, clauses_of
from lint.rubric.proportion import SHARED, proportion_of, unclear
from lint.rubric.scoring import AllOrNothing, Calculated, Scoring
from lint.rubric.steps import steps_of
from lint.text import fold

FORMS = (
    "按比例",
    "按比例，95%为满分",
    "≤100%得满分，每超1个百分点扣0.5分",
    "≤10%得满分，否则得0分",
    "=0得3分；≤10%得2分；≤20%得1分；其余得0分",
    "符合得满分，否则得0分",
    "公式：满分×(1-差异率÷20%)",
)
_MOST = pattern(rf"[，；]?(?:累计)?(?:最多|最高|至多)扣(?P<most>{NUMBER})分")


def scoring_of(sentence: str, full: Fraction) -> Scoring:
    """The function that the criterion of an indicator with this full mark describes. Raises ValueError with what cannot be read, and what can be written instead."""
    if sentence.strip().startswith("公式"):
        return Calculated(formula_of(sentence.strip().removeprefix("公式").lstrip("：:")))
    text = brief(sentence, full)
    if text == MET:
        return AllOrNothing()
    return proportion_of(text, full) or _worked_out(text, full)


def number_of(text: str) -> tuple[Fraction, bool]:
    """A value such as 74.22%, -3% or 12, in units of one, and whether it is a percentage. Raises ValueError."""
    digits = fold(text).strip()
    digits = re.sub(f"(?<=[0-9]){UNIT}$", "", digits)
    if not re.fullmatch(rf"-?{NUMBER}%?", digits):
        raise ValueError(f"“{text}”应为数字，如 74.22% 或 12")
    return Fraction(digits.rstrip("%")) / (100 if digits.endswith("%") else 1), digits.endswith("%")


def _worked_out(text: str, full: Fraction) -> Scoring:
    if "公式" in text:
        raise ValueError("公式只能单独写；达标满分、其余按比率算的，写“≥95%得满分；其余得比率×满分”")
    most = _MOST.search(text)
    clauses = clauses_of(text.replace(most[0], "") if most else text)
    counted = [clause for clause in clauses if clause.startswith("每")]
    if counted:
        return deduction_of(clauses, counted, Fraction(most["most"]) if most else None, full)
    if most:
        raise ValueError(f"“{most[0].strip('，；')}”前面应有“每…扣…”")
    if shared := next((match for clause in clauses if (match := SHARED.fullmatch(clause))), None):
        raise ValueError(unclear(shared, clauses))
    return steps_of(clauses, full)
