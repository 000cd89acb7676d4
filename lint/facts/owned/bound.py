"""The figures of one rule of the user in one place of a report, and how what came of them is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from lint.check import Binding, Check, Related
from lint.facts.owned.named import Named
from lint.figure import Figure
from lint.own.records import Ruled
from lint.own.told import of_rule, told
from lint.relation import Relation
from lint.say import Say

R = TypeVar("R", bound=Ruled)
COARSE = Say("两数印到的位数不同，相差在四舍五入之内，不能判断", "the difference lies within the rounding of the two figures")


@dataclass(frozen=True, eq=False, slots=True)
class Bound(Generic[R]):
    """The figures of one rule in one place: `first` (the sum, the rate, the left side), then its operands in their order.

    `reason` tells why nothing can be said, None where something can. `gap` tells which operands have a cell without a number;
    `empty` that there is not even a dash in one, which counts as nothing but proves nothing.
    """

    rule: R
    first: Named
    operands: tuple[Named, ...] = ()
    binding: Binding = "stated"
    reason: Say | None = None
    gap: Say | None = None
    empty: bool = False

    @property
    def figure(self) -> Figure:
        assert self.first.figure is not None  # only figures are first
        return self.first.figure

    @property
    def figures(self) -> list[tuple[Figure, str]]:
        """The operands that are figures, with what they are called."""
        return [(operand.figure, operand.printed) for operand in self.operands if operand.figure is not None]

    def undecided(self, reason: Say) -> Check:
        """Why the rule cannot be applied here."""
        return Check.undecided(
            self.figure, of_rule(self.rule.head, reason), [Related(figure, "operand", name) for figure, name in self.figures]
        )

    def told(self, check: Check, says: Say) -> Check:
        """The check in the words of the rule. What only names bind is a warning.

        Nothing is said where a blank may hold what is missing from a total, or rounding what puts two figures out of order.
        """
        relation = check.relation
        if check.outcome == "broken" and relation and _is_coarse(relation):
            return self.undecided(COARSE)
        if check.outcome == "broken" and self.empty and self.gap and relation and self.figure.value > (relation.derived() or 0):
            return self.undecided(self.gap)
        return told(check, self.rule.head, says, None if self.binding == "stated" else "warning")


def _is_coarse(relation: Relation) -> bool:
    """Whether two figures printed to different places may stand in the right order all the same."""
    others = relation.formula.figures()
    coarse = any(figure.step != relation.claimed.step for figure in others)
    return relation.operator != "=" and coarse and relation.claimed.interval.meets(relation.formula.interval())
