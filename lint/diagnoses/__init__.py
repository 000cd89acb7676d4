"""What would explain a broken check: an ordered table of readings, each a small function; the first under which everything balances is told.

A reading gets the check with its relation, figures and roles, and the scene around it, and says whether under it the figures
fit to the digit. One that would fit in any case, or too often by chance, says nothing: a wrong explanation is worse than none.
"""

from __future__ import annotations

from lint.check import LAST_PLACE, MISCOPIED, Check
from lint.diagnoses.case import Case, Reading
from lint.diagnoses.keys import keystroke, sign
from lint.diagnoses.parts import doubled, missing
from lint.diagnoses.quotients import base, copied, denominator, inverted
from lint.diagnoses.rounding import mixed, truncated
from lint.diagnoses.scene import Scene
from lint.diagnoses.scores import bonus
from lint.diagnoses.swaps import swapped
from lint.diagnoses.units import unit
from lint.diagnoses.years import last_year
from lint.diagnosis import KINDS, Diagnosis, Kind

READINGS: dict[Kind, Reading] = {
    "truncated": truncated,
    "mixed-precision": mixed,
    "bonus": bonus,
    "denominator": denominator,
    "base": base,
    "unit": unit,
    "inverted": inverted,
    "delta-as-percent": copied,
    "swapped": swapped,
    "last-year": last_year,
    "doubled-part": doubled,
    "missing-part": missing,
    "sign": sign,
    "keystroke": keystroke,
}
"""The readings of each kind; that a list is open its rule alone knows."""


def diagnosed(check: Check, scene: Scene) -> Check:
    """A broken check with the first reading that explains it; what its rule knows of it takes its place in the order of kinds."""
    found = _first(check, scene) if check.outcome == "broken" else None
    if found is None:
        return check
    return check.but(diagnosis=found, note=None if check.note in (LAST_PLACE, MISCOPIED) else check.note)


def _first(check: Check, scene: Scene) -> Diagnosis | None:
    relation = check.relation
    case = Case(check, relation, scene) if relation is not None and relation.operator == "=" else None
    for kind in KINDS:
        if check.diagnosis is not None and check.diagnosis.kind == kind:
            return check.diagnosis
        reading = READINGS.get(kind)
        if case is not None and reading is not None and (found := reading(case)):
            return found
    return None
