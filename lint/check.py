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

from lint.expression import Expression, as_expression
from lint.figure import Figure
from lint.place import Span
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
Operator = Literal["=", "≤", "≥", "<", ">"]


@dataclass(frozen=True, slots=True)
class Relation:
    """`claimed` stands in relation `operator` to `formula`; what blame and consequence evaluate again.

    `signed` is -1 where the claimed figure is printed without the sign that a word gives it (减少 5).
    """

    claimed: Figure
    operator: Operator
    formula: Expression
    signed: int = 1


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
    figures were bound, so that a manner that never balances anywhere can be doubted as a whole.
    """

    outcome: Outcome
    primary: Figure | Span | None
    related: tuple[Related, ...] = ()
    claimed: str = ""
    derived: str = ""
    difference: str = ""
    working: str = ""
    reason: Say | None = None
    diagnosis: Say | None = None
    severity: Severity | None = None
    confidence: Confidence = "high"
    relation: Relation | None = None
    manner: str = ""
    message: Say | None = None
    values: dict[str, object] = field(default_factory=dict)

    @property
    def span(self) -> Span | None:
        return self.primary.span if isinstance(self.primary, Figure) else self.primary

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
    def undecided(cls, primary: Figure | Span | None, reason: Say, related: Sequence[Related] = (), **values: object) -> Check:
        return cls("undecided", primary, tuple(related), reason=reason, values=values)

    @classmethod
    def observe(cls, primary: Span | Figure | None, related: Sequence[Related] = (), **values: object) -> Check:
        """Something that is wrong by itself, with nothing to calculate."""
        return cls("broken", primary, tuple(related), values=values)

    @classmethod
    def agrees(cls, primary: Span | Figure | None, related: Sequence[Related] = (), **values: object) -> Check:
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
        binding: Binding = "stated",
        manner: str = "",
        **values: object,
    ) -> Check:
        """`claimed` should equal `formula`; quotients and products may be printed rounded, sums must be exact or explained."""
        related = tuple(roles) or tuple(Related(figure, "part", figure.name) for figure in formula.figures())
        relation = Relation(claimed, "=", formula, signed)
        base = cls("undecided", claimed, related, relation=relation, manner=manner, values=values)
        derived = formula.point()
        if derived is None:
            return base.but(reason=ZERO_DIVISOR, claimed=str(claimed))
        derived *= signed
        rounded_by_nature = formula.divides
        shown = dict(
            claimed=str(claimed),
            derived=claimed.show(derived, 2 if rounded_by_nature else _excess(claimed, formula)),
            difference=claimed.show(abs(claimed.value - derived), 2 if rounded_by_nature else _excess(claimed, formula)),
            working=working(claimed, formula),
        )
        if claimed.value == derived or (
            rounded_by_nature and not claimed.exact and not claimed.approximate and derived in claimed.interval
        ):
            return base.but(outcome="holds", **shown)
        reach = formula.interval()
        if claimed.interval.meets(reach if signed == 1 else -reach):
            return base.but(outcome="rounding", **shown)
        if any(figure.approximate for figure in (claimed, *formula.figures())):
            return base.but(reason=APPROXIMATE, **shown)
        if binding == "near":
            return base.but(reason=LOOSE, **shown)
        wider = claimed.interval.widened(claimed.step)
        last_place = rounded_by_nature and not claimed.exact and wider.meets(reach if signed == 1 else -reach)
        return base.but(
            outcome="broken",
            severity="info" if last_place else None,
            diagnosis=LAST_PLACE if last_place else None,
            confidence="high" if binding == "stated" else "medium",
            **shown,
        )

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
        limit = formula.point()
        if limit is None:
            return base.but(reason=ZERO_DIVISOR, claimed=str(left))
        shown = dict(
            claimed=str(left),
            derived=left.show(limit, 2),
            difference=left.show(abs(left.value - limit), 2),
            working=f"{left}{operator}{formula.show(bare=False)}",
        )
        if holds(left.value, operator, limit):
            return base.but(outcome="holds", **shown)
        if left.approximate or any(figure.approximate for figure in formula.figures()):
            return base.but(reason=APPROXIMATE, **shown)
        if binding == "near":
            return base.but(reason=LOOSE, **shown)
        return base.but(outcome="broken", **shown)


def holds(left: Fraction, operator: Operator, right: Fraction) -> bool:
    if operator == "=":
        return left == right
    if operator in "≤<":
        return left < right or (operator == "≤" and left == right)
    return left > right or (operator == "≥" and left == right)


def working(claimed: Figure, formula: Expression) -> str:
    """The formula with its figures, units left out where all share the claimed one's or one of their own."""
    suffixes = {figure.suffix for figure in formula.figures()} - {""}
    text = formula.show(bare=len(suffixes) <= 1)
    if claimed.kind == "percent" and formula.divides and "%" not in text:
        text += "×100%"
    return text


def _excess(claimed: Figure, formula: Expression) -> int:
    """How many places more than the claimed figure a sum of the formula's figures can have."""
    places = [figure.number.places - figure.number.scale + claimed.number.scale for figure in formula.figures()]
    return max(0, *(place - claimed.number.places for place in places)) if places else 0


ZERO_DIVISOR = Say("分母为零，无法计算", "the divisor is zero")
APPROXIMATE = Say("其中有约数，不作精确比较", "a figure is approximate")
LOOSE = Say("所用数字是按相近名称找到的，不下结论", "the operands were found by similar names only")
LAST_PLACE = Say("只差末位，属四舍五入或尾数处理", "differs in the last printed place only")
