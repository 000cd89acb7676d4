"""A tree of scores with what the report claims of the whole, and the relations that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from lint.check import Check, Related
from lint.expression import added, as_expression, constant
from lint.facts.scores.balance import Allotment, Ceiling, Group, group
from lint.facts.scores.nodes import Node, Side, gathered
from lint.facts.scores.totals import Total, confirms, covers, is_layered
from lint.figure import Figure
from lint.say import Say

Source = Literal["titles", "sentence", "table", "rows"]
"""Numbered titles, one sentence that lists them, a table with headed columns, rows or lines without any."""


@dataclass(frozen=True, eq=False)
class Tree:
    """Indicators that make up one whole. `nodes` are the outermost ones, `totals` what the report says of the whole.

    `firm` tells whether words or column headers say what is a full mark and what was awarded; in rows
    without headers it is read from the order alone. `level` tells whether the levels are printed; in rows that
    lack cells they are inferred. `note` is what to say of a reading that was chosen because it adds up.
    """

    nodes: tuple[Node, ...]
    source: Source
    totals: tuple[Total, ...] = ()
    firm: bool = True
    level: bool = True
    sections: tuple[Group, ...] = ()
    note: Say | None = None

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
        made = replace(made, note=self.note, ceiling=self.ceiling(total).formula.point() if side == "awarded" else None)
        if side == "awarded" and len({other.awarded.value for other in self.totals if other.awarded is not None}) > 1:
            return replace(made, doubt=SEVERAL)
        if side == "awarded" and total.partial and not self._is_above_all(claimed):
            return replace(made, doubt=SECTION)
        if side == "awarded" and not (self.source in ("table", "rows") and total.in_table) and not covers(self.nodes, total, made):
            marked = any(node.full is not None for node in made.nodes)
            made = replace(made, gap=made.gap or UNCOVERED, doubt=None if marked else made.gap or UNMARKED)
        if side == "awarded" and made.is_average:
            return replace(made, doubt=AVERAGE)
        if self.source in ("table", "rows") and is_layered(self.nodes, total):
            return replace(made, doubt=LAYERED)
        return made if self.firm or self.confirmed(total) else replace(made, doubt=UNHEADED)

    def _is_above_all(self, claimed: Figure) -> bool:
        """Whether a claimed score is more than any single indicator can reach."""
        return all(node.full is not None and node.full.value < claimed.value for node in self.nodes)

    def confirmed(self, total: Total) -> bool:
        """Whether the full marks of unheaded rows add up to their total and no score exceeds its own: the columns were read rightly."""
        return confirms(self.nodes, total)

    @property
    def settled(self) -> bool:
        """Whether the outermost indicators print full marks that add up to the whole: then what stands between two belongs to the first."""
        declared = {total.full.value for total in self.totals if total.full is not None} or {Fraction(100)}
        return all(node.full is not None for node in self.nodes) and sum(node.full.value for node in self.nodes if node.full) in declared

    def weighed(self, check: Check, total: Total | None = None) -> Check:
        """A check of one row: where no header says what the columns are, an excess speaks against the reading first.

        A row of totals is read rightly where the rows above it confirm it.
        """
        if check.outcome != "broken" or self.firm or (total is not None and (not total.in_table or self.confirmed(total))):
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
        """Every node that prints a figure, with the figures printed below it.

        Where levels or columns are inferred, a sum that fails counts only if the outermost level is settled
        and another sum of the kind holds.
        """
        found = list(self._parents(side))
        if not (self.firm and self.level):
            kept = self.settled and any(len(made.nodes) > 1 and made.check().outcome == "holds" for made in found)
            found = found if kept else [replace(made, doubt=UNHEADED if not self.firm else INFERRED) for made in found]
        yield from found
        yield from (section for section in self.sections if section.side == side)

    def _parents(self, side: Side) -> Iterator[Group]:
        for node in self.walk():
            claimed = node.figure(side)
            named = [child for child in node.children if child.open]
            for children, closed in (
                ([child for child in node.children if not child.open], self.source in ("titles", "table")),
                (named, False),
            ):
                made = group(node.name, claimed, side, children, full=node.full, manner=self.manner, closed=closed) if claimed else None
                if made is not None:
                    yield replace(made, note=self.note)


DECLARED = Say("报告写明的总分值", "the declared total")
ADDED = Say("各一级指标满分之和，不含加分项", "the sum of the first-level full marks, without bonus items")
ASSUMED = Say("没有写明总分值，按100分", "no total is declared, 100 is assumed")
AVERAGE = Say("合计一行的得分在各行得分之间，可能是平均分", "the total lies between the scores and may be their average")
SEVERAL = Say(
    "报告写有几个不同的总分，不能确定哪一个属于这组指标",
    "the report claims several totals; which one these scores belong to is not certain",
)
UNCOVERED = Say(
    "所列一级指标的满分不足总分值，可能没有列全", "the full marks of the first level fall short of the whole; it may not be complete"
)
LAYERED = Say("表中可能把上级和下级指标并列", "parents and parts may stand side by side in the table")
UNMARKED = Say(
    "所列各项没有标明满分，合计与总分相差较大，可能不是同一总分的组成部分",
    "no full marks are given and the sum is far from the total; these may be no parts of it",
)
SECTION = Say("该合计可能只是部分指标的小计", "this may be the subtotal of some indicators only")
INFERRED = Say("表格各行缺少单元格，上下级关系不能确定", "rows of the table lack cells; the levels are not certain")
UNHEADED = Say("没有可辨认的表头，各列含义不能确定", "no header tells what the columns are")
