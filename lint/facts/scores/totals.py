"""What is claimed of the whole, and whether the indicators found are all of it and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lint.facts.scores.balance import Group
from lint.facts.scores.nodes import Node, gathered
from lint.figure import Figure

NEARLY = Fraction(19, 20)
"""A list without full marks whose scores reach this part of the total counts as complete; the 10 points of 预算执行 are often left out."""
TOO_MUCH = Fraction(5, 4)
"""Full marks beyond this many times the whole are no slip: parents stand among their parts."""


@dataclass(frozen=True)
class Total:
    """The score of the whole as it is claimed somewhere, and the full mark said beside it.

    `in_table` for a row of totals; `partial` where the words (合计得分) would fit a part of the indicators, too;
    `scope` whether it is said of a department as a whole (整体) or of a project (项目); `split` that its sentence
    says what of it is bonus.
    """

    name: str
    awarded: Figure | None = None
    full: Figure | None = None
    in_table: bool = False
    partial: bool = False
    scope: str = ""
    split: bool = False


def covers(nodes: Sequence[Node], total: Total, made: Group) -> bool:
    """Whether the first level is all there: its full marks reach the whole, or without any its scores nearly the claim."""
    marks = [node.full.value for node in gathered(nodes, "full")[0] if node.full and not node.is_bonus]
    if marks:
        return sum(marks) >= limit(total)
    derived = made.formula().point() or Fraction(0)
    return made.claimed.value * NEARLY <= derived <= made.claimed.value / NEARLY


def is_layered(nodes: Sequence[Node], total: Total) -> bool:
    """Whether parents and parts seem to stand among each other: 其中 rows, or full marks that exceed the whole by far or by a multiple.

    Scores that add up to their total tell that all rows are parts; then a single full mark may be far too high.
    """
    if any(node.name.startswith("其中") for node in nodes):
        return True
    marks = [node.full.value for node in gathered(nodes, "full")[0] if node.full]
    all_of, most = sum(marks, Fraction(0)), limit(total)
    if not 0 < most < all_of or (all_of % most and all_of <= most * TOO_MUCH):
        return False
    scores = [node.awarded.value for node in gathered(nodes, "awarded")[0] if node.awarded]
    return total.awarded is None or sum(scores) != total.awarded.value or all_of - max(marks) > most


def confirms(nodes: Sequence[Node], total: Total) -> bool:
    """Whether the full marks add up to their total and no score exceeds its own."""
    found, missing = gathered(nodes, "full")
    rows = [row for node in nodes for row in node.walk()]
    sound = all(row.awarded.value <= row.full.value for row in rows if row.awarded and row.full)
    return sound and not missing and sum(node.full.value for node in found if node.full) == limit(total)


def limit(total: Total) -> Fraction:
    """The full mark of the whole, 100 where none is printed."""
    return total.full.value if total.full is not None else Fraction(100)
