"""A check: one relation that a report asserts, re-derived.

A relation compares a figure with an expression over other figures. Outcome, claimed, derived, difference
and working are computed here and nowhere else, exactly: on points where the digits are the value, on
intervals where they are rounded.

* *holds*: the printed figure is what the others give, or what their result rounds to;
* *rounding*: it agrees only because printed digits stand for an interval;
* *broken*: no values that the digits allow agree;
* *undecided*: something is missing, approximate, or was bound too loosely to accuse anyone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from lint.diagnosis import Diagnosis
from lint.expression import Expression, as_expression
from lint.figure import Figure
from lint.number import plain
from lint.place import Span
from lint.relation import Operator, Relation
from lint.say import Say

Outcome = Literal["holds", "rounding", "broken", "undecided"]
Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Binding = Literal["stated", "named", "near"]
"""How figures were bound: *stated* by the sentence or table itself, *named* elsewhere by the same name, *near* by a similar one."""
Role = Literal[
    "total",
    "part",
    "current",
    "prior",
    "delta",
    "rate",
    "whole",
    "budget",
    "actual",
    "operand",
    "full",
    "score",
    "limit",
    "count",
    "year",
    "same",
]


@dataclass(frozen=True, slots=True)
class Related:
    """A figure that takes part in a check, and the part it plays."""

    figure: Figure
    role: Role
    label: str = ""


@dataclass(frozen=True)
class Check:
    """One relation and what came of it.

    `primary` is the figure that the report claims, or a span for an observation (a blank slot, a stale year).
    `severity` is set only where this check deserves another than its rule's. `manner` names the way the
    figures were bound, so that a manner that never balances anywhere can be doubted as a whole. `diagnosis` explains
    the difference, `note` tells what else a reader should know (which reading was chosen, what a rule rests on).
    """

    outcome: Outcome
    primary: Figure | Span | None
    related: tuple[Related, ...] = ()
    claimed: str = ""
    derived: str = ""
    difference: str = ""
    working: str = ""
    reason: Say | None = None
    diagnosis: Diagnosis | None = None
    note: Say | None = None
    severity: Severity | None = None
    confidence: Confidence = "high"
    relation: Relation | None = None
    manner: str = ""
    message: Say | None = None
    values: dict[str, object] = field(default_factory=dict)

    @property
    def span(self) -> Span | None:
        return self.primary.span if isinstance(self.primary, Figure) else self.primary

    @property
    def notes(self) -> list[Say]:
        """What is told beside the message: the diagnosis first."""
        return [say for say in (self.diagnosis.say if self.diagnosis else None, self.note) if say is not None]

    def figures(self) -> list[Figure]:
        """Every figure that takes part, the primary one first."""
        first = [self.primary] if isinstance(self.primary, Figure) else []
        return first + [related.figure for related in self.related]

    def but(self, **changes: object) -> Check:
        """The same check with some fields changed; `values` are added to those it has."""
        if "values" in changes:
            changes["values"] = {**self.values, **changes["values"]}  # type: ignore[dict-item]  # callers pass a dict
        return replace(self, **changes)  # type: ignore[arg-type]  # field names are checked by replace itself

    @classmethod
    def undecided(cls, primary: Figure | Span | None, reason: Say, related: Sequence[Related] = (), /, **values: object) -> Check:
        return cls("undecided", primary, tuple(related), reason=reason, values=values)

    @classmethod
    def observe(cls, primary: Span | Figure | None, related: Sequence[Related] = (), /, **values: object) -> Check:
        """Something that is wrong by itself, with nothing to calculate."""
        return cls("broken", primary, tuple(related), values=values)

    @classmethod
    def agrees(cls, primary: Span | Figure | None, related: Sequence[Related] = (), /, **values: object) -> Check:
        """Something looked at and found in order, with nothing to calculate."""
        return cls("holds", primary, tuple(related), values=values)

    @classmethod
    def equal(
        cls,
        claimed: Figure,
        formula: Expression,
        roles: Sequence[Related] = (),
        *,
        signed: int = 1,
        exact: bool = False,
        binding: Binding = "stated",
        manner: str = "",
        **values: object,
    ) -> Check:
        """`claimed` should equal `formula`; see `lint.relation` for what counts as equal."""
        related = tuple(roles) or tuple(Related(figure, "part", figure.name) for figure in formula.figures())
        relation = Relation(claimed, "=", formula, signed, exact)
        excess = 2 if formula.divides else _excess(claimed, formula)
        return cls("undecided", claimed, related, relation=relation, manner=manner, values=values)._judged(binding, excess)

    @classmethod
    def ordered(
        cls,
        left: Figure,
        operator: Operator,
        right: Figure | Expression,
        roles: Sequence[Related] = (),
        *,
        binding: Binding = "stated",
        **values: object,
    ) -> Check:
        """`left` should stand in the order `operator` to `right`."""
        formula = as_expression(right)
        related = tuple(roles) or tuple(Related(figure, "limit", figure.name) for figure in formula.figures())
        base = cls("undecided", left, related, relation=Relation(left, operator, formula), values=values)
        return base._judged(binding, 2)

    def _judged(self, binding: Binding, excess: int) -> Check:
        """The check with its outcome and what to print of it; `excess` places more than the claim has."""
        relation = self.relation
        assert relation is not None
        claimed, formula = relation.claimed, relation.formula
        derived = relation.derived()
        if derived is None:
            return self.but(reason=ZERO_DIVISOR, claimed=str(claimed))
        gap = abs(claimed.value - derived)
        return self.but(
            claimed=str(claimed),
            derived=claimed.show(derived, excess),
            difference=claimed.show(gap, excess),
            values=_points(claimed, gap, excess),
            working=working(claimed, formula) if relation.operator == "=" else f"{claimed}{relation.operator}{formula.show(bare=False)}",
            **_came_of(relation, binding),
        )


def _came_of(relation: Relation, binding: Binding) -> dict[str, object]:
    """The outcome of a relation that has a result; why, where it is undecided; how sure and how grave, where it is broken."""
    verdict = relation.verdict()
    if verdict in ("holds", "rounding"):
        return {"outcome": verdict}
    if verdict == "vague":
        return {"reason": VAGUE}
    if any(figure.approximate for figure in (relation.claimed, *relation.formula.figures())):
        return {"reason": APPROXIMATE}
    if binding == "near":
        return {"reason": LOOSE}
    confidence = "high" if binding == "stated" else "medium"
    if verdict == "last-place":
        note = LAST_PLACE if relation.formula.divides else MISCOPIED
        return {"outcome": "broken", "severity": "info", "note": note, "confidence": confidence}
    return {"outcome": "broken", "confidence": confidence}


def _points(claimed: Figure, gap: Fraction, excess: int) -> dict[str, object]:
    """How a message calls the difference of two percentages: in 百分点, not in %."""
    if claimed.kind != "percent":
        return {}
    return {"difference": Say("{n}个百分点", "{n} percentage points", {"n": plain(gap * 100, claimed.number.places + excess)})}


def working(claimed: Figure, formula: Expression) -> str:
    """The formula with its figures, units left out where all share the claimed one's or one of their own."""
    suffixes = {figure.suffix for figure in formula.figures()} - {""}
    text = formula.show(bare=len(suffixes) <= 1 and (claimed.kind == "percent" or suffixes != {"%"}))
    if claimed.kind == "percent" and formula.divides and "%" not in text:
        text += "×100%"
    return text


def _excess(claimed: Figure, formula: Expression) -> int:
    """How many places more than the claimed figure a sum of the formula's figures can have."""
    places = [figure.number.places - figure.number.scale + claimed.number.scale for figure in formula.figures()]
    return max(0, *(place - claimed.number.places for place in places)) if places else 0


ZERO_DIVISOR = Say("分母为零，无法计算", "the divisor is zero")
APPROXIMATE = Say("其中有约数，不作精确比较", "a figure is approximate")
VAGUE = Say("所用的数字印得太粗，误差范围远大于所写数字的末位，不能判断", "the operands are printed too coarsely to tell")
LOOSE = Say("所用数字是按相近名称找到的，不下结论", "the operands were found by similar names only")
LAST_PLACE = Say("与重算结果只差末位一个单位，可能是尾差或者凑整", "differs from the result by one in the last printed place only")
MISCOPIED = Say(
    "两处只差末位一个单位，可能是舍入方法不同，也可能抄错了末位",
    "the two differ by one in the last place: rounded in two ways, or miscopied",
)
