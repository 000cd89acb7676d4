"""A broken check as the readings see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from lint.check import Check, Role
from lint.diagnoses.relations import Place, distinct, fits, having, place, terms
from lint.diagnoses.scene import Scene
from lint.diagnosis import Diagnosis
from lint.figure import Figure
from lint.relation import Relation


@dataclass(frozen=True, eq=False)
class Case:
    """A check that does not hold, its relation, and the scene in which it stands."""

    check: Check
    relation: Relation
    scene: Scene

    @property
    def claimed(self) -> Figure:
        return self.relation.claimed

    @cached_property
    def operands(self) -> list[Figure]:
        """The figures of the formula, each once."""
        return distinct(self.relation.formula.figures())

    @cached_property
    def figures(self) -> list[Figure]:
        """All figures of the relation, the claimed one first."""
        return distinct((self.claimed, *self.operands))

    @cached_property
    def terms(self) -> tuple[tuple[int, Figure], ...]:
        """The signed parts of a sum or difference; empty for any other formula."""
        return terms(self.relation.formula)

    @cached_property
    def gap(self) -> Fraction:
        """By how much the claim exceeds what follows."""
        return self.claimed.value - (self.relation.derived() or 0)

    def needed(self, figure: Figure) -> Decimal | None:
        """The number that would have to be printed for a figure of a sum so that it adds up; None for any other formula."""
        if not self.terms:
            return None
        signs = self._signs.get(place(figure), 0)
        value = (figure.value + self.gap / signs if signs else figure.value - self.gap) * figure.divisor
        return Decimal(value.numerator) / Decimal(value.denominator) / Decimal(10) ** figure.number.scale

    def holds_with(self, old: Figure, new: Figure) -> bool:
        """Whether the relation holds with another figure in the place of one, wherever that occurs."""
        if self.terms:
            claimed = new if place(old) == place(self.claimed) else self.claimed
            derived = self.claimed.value - self.gap + self._signs.get(place(old), 0) * (new.value - old.value)
            if derived not in claimed.printed:
                return False  # told without going through a long sum again
        return fits(having(self.relation, old, new))

    @cached_property
    def _signs(self) -> dict[Place, int]:
        """How often each figure is added in a sum, less how often it is taken off."""
        found: dict[Place, int] = defaultdict(int)
        for sign, figure in self.terms:
            found[place(figure)] += sign
        return found

    def role(self, role: Role) -> Figure | None:
        """The figure that plays a part in the check; None where none or several do."""
        found = [related.figure for related in self.check.related if related.role == role]
        return found[0] if len(found) == 1 else None

    @property
    def is_change(self) -> bool:
        """Whether the relation is about a change from one figure to another."""
        return any(related.role in ("current", "prior", "delta") for related in self.check.related)

    def name(self, figure: Figure) -> str:
        """What to call a figure: by its label in the check, else as it is called where it stands."""
        label = next((related.label for related in self.check.related if place(related.figure) == place(figure)), "")
        if not label and place(figure) == place(self.claimed):
            label = str(self.check.values.get("name", ""))
        return label or self.scene.name(figure)

    def takes(self, figure: Figure) -> bool:
        """Whether a figure takes part in the relation."""
        return any(place(figure) == place(other) for other in self.figures)


Reading = Callable[[Case], Diagnosis | None]
"""Tells whether under one reading of the figures everything balances; None where it does not, or would in any case."""
