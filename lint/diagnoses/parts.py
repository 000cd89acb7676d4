"""Sums with one part too many or too few."""

from __future__ import annotations

from collections.abc import Sequence

from lint.diagnoses.case import Case
from lint.diagnoses.places import Neighbour
from lint.diagnoses.relations import is_telling
from lint.diagnosis import Diagnosis
from lint.say import Say

TWICE = Say("若“{name}”{value}重复计入一次则相符", "it holds if {name}, {value}, is counted twice")
NESTED = Say("若“{name}”{value}与其所属各项重复计入则相符", "it holds if {name}, {value}, is counted beside its own parts")
WITHOUT = Say("恰好等于不含“{name}”{value}的各项之和", "it is exactly the sum without {name}, {value}")
FILLED = Say("若加上未列入的“{name}”{value}则相符", "it holds if {name}, {value}, which is not among the parts, is added")
TWO = Say("{first}；“{name}”{value}也恰好如此，有两处", "{first}; so does {name}, {value}: there are two")


def doubled(case: Case) -> Diagnosis | None:
    """One part counted twice in the claim, or a subtotal counted beside its own parts."""
    if sum(bool(figure.value) for _, figure in case.terms) < 2:
        return None
    totals = list(case.scene.subtotals(case.claimed, [figure for _, figure in case.terms]))
    nested = [total for total in totals if total.figure.value == (-case.gap if case.takes(total.figure) else case.gap)]
    if nested and _is_telling(case, len(totals)):
        return _told(nested, NESTED)
    return _told(_worth(case, 1), TWICE) if _is_telling(case, len(case.terms)) else None


def missing(case: Case) -> Diagnosis | None:
    """One part left out of the claim, or one figure beside the sum left out of the list."""
    if not case.terms:
        return None
    if len(case.terms) > 2 and _is_telling(case, len(case.terms)) and (left := _worth(case, -1)):
        return _told(left, WITHOUT)
    loose = case.scene.loose(case.claimed, [figure for _, figure in case.terms])
    return _told([other for other in loose if other.figure.value == case.gap], FILLED) if _is_telling(case, len(loose)) else None


def _worth(case: Case, sign: int) -> list[Neighbour]:
    """The parts that the claim has too many of (1), or lacks (-1)."""
    return [Neighbour(figure, case.name(figure)) for sense, figure in case.terms if sign * sense * figure.value == case.gap]


def _told(found: Sequence[Neighbour], say: Say) -> Diagnosis | None:
    """What to say of one figure that explains the gap, or of two; nothing where more do."""
    if not 0 < len(found) < 3:
        return None
    first = say.of(name=found[0].name, value=found[0].figure)
    told = first if len(found) == 1 else TWO.of(first=first, name=found[1].name, value=found[1].figure)
    return Diagnosis("missing-part" if say in (WITHOUT, FILLED) else "doubled-part", told)


def _is_telling(case: Case, tries: int) -> bool:
    return bool(case.gap) and is_telling(tries, case.claimed.step, case.gap)
