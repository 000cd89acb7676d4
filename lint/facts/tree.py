"""A tree of scores with what the report claims of the whole, and the relations that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from lint.check import Check, Related
from lint.expression import added, as_expression, constant
from lint.facts.balance import Allotment, Ceiling, Group, group
from lint.facts.nodes import Node, Side, gathered
from lint.figure import Figure
from lint.say import Say

Source = Literal["titles", "sentence", "table", "rows"]
"""Numbered titles, one sentence that lists them, a table with headed columns, rows or lines without any."""
NEARLY = Fraction(9, 10)
"""A list without full marks whose scores reach this part of the total counts as complete."""


@dataclass(frozen=True)
class Total:
    """The score of the whole as it is claimed somewhere, and the full mark said beside it; `in_table` for a row of totals."""

    name: str
    awarded: Figure | None = None
    full: Figure | None = None
    in_table: bool = False


@dataclass(frozen=True, eq=False)
class Tree:
    """Indicators that make up one whole. `nodes` are the outermost ones, `totals` what the report says of the whole.

    `firm` tells whether words or column headers say what is a full mark and what was awarded; in rows
    without headers it is read from the order alone.
    """

    nodes: tuple[Node, ...]
    source: Source
    totals: tuple[Total, ...] = ()
    firm: bool = True
    sections: tuple[Group, ...] = ()

    @property
    def manner(self) -> str:
        return f"score-{self.source}"

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()

    def whole(self, total: Total, side: Side) -> Group | None:
        """The claimed total with the first-level figures below it; None where one of the two is not printed."""
        claimed = total.full if side == "full" else total.awarded
        if claimed is None:
            return None
        made = group(total.name, claimed, side, self.nodes, manner=self.manner)
        if made is None:
            return None
        if side == "awarded" and len({other.awarded.value for other in self.totals if other.awarded is not None}) > 1:
            return replace(made, doubt=SEVERAL)
        if side == "awarded" and not self._is_covered(total, made):
            made = replace(made, gap=made.gap or UNCOVERED)
        if self._is_layered(total):
            return replace(made, doubt=LAYERED)
        return made if self.firm or self.confirmed(total) else replace(made, doubt=UNHEADED)

    def _is_covered(self, total: Total, made: Group) -> bool:
        """Whether the first level is all there: its full marks reach the whole, or its scores nearly the claim.

        Rows above their own total always are.
        """
        if self.source in ("table", "rows") and total.in_table:
            return True
        limit = total.full.value if total.full is not None else Fraction(100)
        marks = [node.full.value for node in gathered(self.nodes, "full")[0] if node.full and not node.is_bonus]
        if marks:
            return sum(marks) >= limit
        return (made.formula().point() or Fraction(0)) >= made.claimed.value * NEARLY

    def _is_layered(self, total: Total) -> bool:
        """Whether parents and parts seem to stand among each other: 其中 rows, or a multiple of the full mark in all."""
        marks = [node.full.value for node in gathered(self.nodes, "full")[0] if node.full]
        limit = total.full.value if total.full is not None else Fraction(100)
        if self.source not in ("table", "rows"):
            return False
        return any(node.name.startswith("其中") for node in self.nodes) or (limit > 0 and sum(marks) > limit and sum(marks) % limit == 0)

    def confirmed(self, total: Total) -> bool:
        """Whether one of the two sides adds up to its total: then the columns of unheaded rows were read rightly."""
        for side in ("full", "awarded"):
            claimed = total.full if side == "full" else total.awarded
            found, _ = gathered(self.nodes, side)
            limit = claimed.value if claimed is not None else Fraction(100) if side == "full" else None
            figures = [node.figure(side) for node in found]
            if limit is not None and sum(figure.value for figure in figures if figure) == limit:
                return True
        return False

    def weighed(self, check: Check) -> Check:
        """A check of one row: an accusation is withheld where nothing shows that the columns were read rightly."""
        if check.outcome != "broken" or self.firm or any(self.confirmed(total) for total in self.totals):
            return check.but(manner=self.manner)
        return check.but(outcome="undecided", reason=UNHEADED, manner=self.manner)

    def allotment(self) -> Allotment | None:
        """The first-level full marks against 100; None where a total is declared or fewer than two are printed."""
        found, missing = gathered(self.nodes, "full")
        if any(total.full is not None for total in self.totals) or len(found) < 2:
            return None
        base = tuple(node for node in found if not node.is_bonus)
        awarded, unscored = gathered(self.nodes, "awarded")
        given = sum((node.awarded.value for node in awarded if node.awarded), Fraction(0))
        whole = any(total.awarded is not None and total.awarded.value == given for total in self.totals)
        return Allotment(base, settled=self.firm and whole and not missing and not unscored, manner=self.manner)

    def ceiling(self, total: Total) -> Ceiling:
        """What the total can reach at most: the declared full mark, else the first-level ones without bonus, else 100."""
        if total.full is not None:
            return Ceiling(as_expression(total.full), (Related(total.full, "limit", total.name),), DECLARED)
        found, missing = gathered(self.nodes, "full")
        base = [node for node in found if not node.is_bonus]
        if missing or sum(node.full.value for node in base if node.full) < 100:
            return Ceiling(constant(100), (), ASSUMED)
        bonus = tuple(node for node in found if node.is_bonus)
        roles = tuple(Related(node.full, "full", node.name) for node in base if node.full)
        return Ceiling(added(related.figure for related in roles), roles, ADDED, bonus)

    def groups(self, side: Side) -> Iterator[Group]:
        """Every node that prints a figure, with the figures printed below it."""
        for node in self.walk():
            claimed = node.figure(side)
            if claimed is not None and node.children:
                closed = self.source in ("titles", "table")
                made = group(node.name, claimed, side, node.children, full=node.full, manner=self.manner, closed=closed)
                if made is not None:
                    yield made
        yield from (section for section in self.sections if section.side == side)


DECLARED = Say("报告写明的总分值", "the declared total")
ADDED = Say("各一级指标满分之和，不含加分项", "the sum of the first-level full marks, without bonus items")
ASSUMED = Say("没有写明总分值，按100分", "no total is declared, 100 is assumed")
SEVERAL = Say("报告写有几个不同的总分，不能确定哪一个属于这组指标", "the report claims several totals; which one these scores belong to is not certain")
UNCOVERED = Say("所列一级指标的满分不足总分值，可能没有列全", "the full marks of the first level fall short of the whole; it may not be complete")
LAYERED = Say("表中可能把上级和下级指标并列", "parents and parts may stand side by side in the table")
UNHEADED = Say("没有可辨认的表头，各列含义不能确定", "no header tells what the columns are")
