"""Quotients read otherwise: upside down, or over another divisor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.diagnoses.case import Case
from lint.diagnoses.places import Neighbour
from lint.diagnoses.relations import distinct, fits, is_telling, place
from lint.diagnosis import Diagnosis
from lint.expression import Expression, minus, over
from lint.figure import Figure
from lint.say import Say

INVERTED = Say("若分子分母颠倒则相符", "it holds with numerator and denominator exchanged")
DIVISOR = Say("若除以“{name}”{value}则相符", "it holds if divided by {name}, {value}")
BY_CURRENT = Say("若除以本期数{value}则相符（应除以上期数）", "it holds if divided by the current value {value} instead of the prior one")
BY_OPERAND = Say(
    "若除以“{name}”{value}则相符（公式除的是另一个数）", "it holds if divided by {name}, {value}, which the formula does not divide by"
)
BY_OTHER = Say("若以“{name}”{value}为基数则相符", "it holds if the change is from {name}, {value}")
COPIED = Say(
    "百分比与增减额{value}数字相同，疑为把增减额填进了百分比", "the percentage repeats the difference {value}: was the amount copied?"
)


def inverted(case: Case) -> Diagnosis | None:
    """Numerator and denominator exchanged; for what exceeds a plan, the plan over what was done."""
    parts = _quotient(case)
    if parts is None:
        return None
    above, below = parts
    turned = [over(below, above)]
    if not case.is_change and above.operator == "-" and below.figure is not None:
        turned += [over(below, figure) for figure in above.figures() if place(figure) != place(below.figure)]
    fitting = any(fits(replace(case.relation, formula=formula)) for formula in turned)
    return Diagnosis("inverted", INVERTED) if fitting and _is_telling(case, len(turned)) else None


def denominator(case: Case) -> Diagnosis | None:
    """Another plan, budget or total of the neighbourhood as the divisor: where the words leave it open the facts have taken it already."""
    parts = _quotient(case)
    whole = parts[1].figure if parts else None
    if whole is None or case.is_change:
        return None
    others = _others(case, whole)
    found = [other for other in others if case.holds_with(whole, other.figure)]
    if not _is_one(found) or not _is_telling(case, len(others)):
        return None
    return Diagnosis("denominator", DIVISOR.of(name=found[0].name, value=found[0].figure))


def base(case: Case) -> Diagnosis | None:
    """A change taken of this year's figure instead of the earlier one, or from another amount of the neighbourhood."""
    parts = _quotient(case)
    if parts is None:
        return None
    above, below = parts
    current = case.role("current")
    own = distinct([*([current] if current else []), *(above.figures() if len(above.figures()) > 1 else below.figures())])
    own = [figure for figure in own if figure is not above.figure and figure is not below.figure]
    for figure in own:
        if fits(replace(case.relation, formula=over(above, figure))) and _is_telling(case, len(own)):
            say = BY_CURRENT.of(value=figure) if case.is_change else BY_OPERAND.of(name=case.name(figure), value=figure)
            return Diagnosis("base", say)
    return _from_other(case, above, current) if case.is_change and current else None


def _from_other(case: Case, above: Expression, current: Figure) -> Diagnosis | None:
    """A change from a budget, or from an amount on a comparable basis; innocent where no word says from which."""
    others = _others(case, current)
    found = [other for other in others if any(fits(replace(case.relation, formula=way)) for way in _changes(above, current, other.figure))]
    if not _is_one(found) or not _is_telling(case, 3 * len(others)):
        return None
    return Diagnosis("base", BY_OTHER.of(name=found[0].name, value=found[0].figure), case.scene.is_open(case.claimed))


def _changes(above: Expression, current: Figure, other: Figure) -> list[Expression]:
    """The change as printed over another amount, and the changes to the current one from it."""
    return [over(above, other), over(minus(current, other), other), over(minus(other, current), other)]


def copied(case: Case) -> Diagnosis | None:
    """The amount of a change printed as its percentage."""
    if case.claimed.kind != "percent" or not case.claimed.value or not case.is_change:
        return None
    said = case.claimed.number.value
    for delta in _deltas(case):
        if abs(delta.number.value) == abs(said):
            return Diagnosis("delta-as-percent", COPIED.of(value=delta))
    return None


def _deltas(case: Case) -> Sequence[Figure]:
    """The amounts of a change that are printed beside its percentage."""
    delta, current = case.role("delta"), case.role("current")
    shown = case.scene.changes(current) if current else []
    return [delta, *shown] if delta else shown


def _quotient(case: Case) -> tuple[Expression, Expression] | None:
    formula = case.relation.formula
    return (formula.arguments[0], formula.arguments[1]) if formula.operator == "÷" and len(formula.arguments) == 2 else None


def _others(case: Case, figure: Figure) -> list[Neighbour]:
    """The amounts beside a figure that the relation does not use."""
    return [other for other in case.scene.beside(figure) if not case.takes(other.figure) and other.figure.value > 0]


def _is_one(found: Sequence[Neighbour]) -> bool:
    """Whether there is one value among them: with two, none is told."""
    return len({other.figure.value for other in found}) == 1


def _is_telling(case: Case, tries: int) -> bool:
    return is_telling(tries, case.claimed.step, case.claimed.value)
