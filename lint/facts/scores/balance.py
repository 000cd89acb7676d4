"""Which scores should add up to which, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.check import Check, Related
from lint.diagnosis import Diagnosis
from lint.expression import Expression, added, minus
from lint.facts.scores.nodes import Node, Side, adds, gathered
from lint.figure import Figure
from lint.number import plain
from lint.say import Say


@dataclass(frozen=True)
class Group:
    """A claimed figure and the nodes whose figures should add up to it.

    `gap` says why the list may not be complete, None where it is; `doubt` why it may not be a list of parts at
    all; `taken` are points to subtract. `ceiling` is the highest total without bonus items, `note` what to say
    where the sum agrees.
    """

    name: str
    claimed: Figure
    side: Side
    base: tuple[Node, ...]
    bonus: tuple[Node, ...] = ()
    taken: tuple[Node, ...] = ()
    gap: Say | None = None
    doubt: Say | None = None
    manner: str = ""
    note: Say | None = None
    ceiling: Fraction | None = None

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.base + self.bonus + self.taken

    @property
    def is_average(self) -> bool:
        """Whether scores without full marks have the claimed one between them, as those of several projects have their average."""
        scores = [figure.value for figure in self._figures(self.nodes)]
        return not any(node.full for node in self.nodes) and len(scores) > 1 and min(scores) <= self.claimed.value <= max(scores)

    def formula(self, *, bonus: bool = True) -> Expression:
        """The sum, bonus items left out if asked."""
        nodes = self.base + self.bonus if bonus else self.base
        whole = added(self._figures(nodes))
        return minus(whole, *self._figures(self.taken)) if self.taken else whole

    def _figures(self, nodes: Iterable[Node]) -> list[Figure]:
        return [figure for node in nodes if (figure := node.figure(self.side)) is not None]

    def roles(self, *, bonus: bool = True) -> list[Related]:
        """The parts as related figures, each with its indicator's name."""
        role: Literal["full", "score"] = "full" if self.side == "full" else "score"
        nodes = self.nodes if bonus else self.base + self.taken
        return [Related(figure, role, node.name) for node in nodes if (figure := node.figure(self.side)) is not None]

    def check(self) -> Check:
        """Whether the parts add up to what is claimed.

        A sum that only fits without the bonus items is accepted and says so; one that falls short of the
        claim while parts may be missing is left undecided; so is one that bonus items carry beyond a total that
        stands at its ceiling. Any other that exceeds the claim is broken.
        """
        check = self._equal(bonus=True)
        if check.outcome == "holds":
            return check.but(note=self.note)
        if check.outcome == "broken" and self.bonus and self.base:
            without = self._equal(bonus=False)
            if without.outcome == "holds":
                return without.but(diagnosis=Diagnosis("bonus", WITHOUT_BONUS, innocent=True))
            if self.ceiling is not None and self.claimed.value == self.ceiling < (self.formula().point() or 0):
                return check.but(outcome="undecided", reason=CAPPED)
        if check.outcome == "broken" and self.doubt is not None:
            return check.but(outcome="undecided", reason=self.doubt)
        if check.outcome == "broken" and self.gap is not None and (self.formula().point() or 0) < self.claimed.value:
            return check.but(outcome="undecided", reason=self.gap)
        return check

    def _equal(self, *, bonus: bool) -> Check:
        # scores printed without 分 are typed as bare numbers, whose sums may be rounded; scores may not
        return Check.equal(self.claimed, self.formula(bonus=bonus), self.roles(bonus=bonus), exact=True, manner=self.manner, name=self.name)


@dataclass(frozen=True)
class Allotment:
    """First-level full marks where no total is declared; `settled` if nothing of the first level is missing."""

    base: tuple[Node, ...]
    settled: bool
    manner: str

    def check(self) -> Check:
        """Whether they add up to 100, which is assumed and therefore accuses with a warning at most."""
        figures = [node.full for node in self.base if node.full is not None]
        formula = added(figures)
        derived = formula.point() or Fraction(0)
        related = tuple(Related(node.full, "full", node.name) for node in self.base if node.full is not None)
        shown = Check(
            "holds",
            figures[0],
            related[1:],
            claimed="100分",
            derived=f"{plain(derived)}分",
            difference=f"{plain(abs(derived - 100))}分",
            working=formula.show(bare=True),
            severity="warning",
            manner=self.manner,
            values={"name": "总分"},
        )
        if derived == 100:
            return shown
        return shown.but(outcome="broken") if self.settled else shown.but(outcome="undecided", reason=UNDECLARED)


@dataclass(frozen=True)
class Ceiling:
    """The highest total that is possible, what it rests on, and the bonus items that are not in it."""

    formula: Expression
    roles: tuple[Related, ...]
    basis: Say
    bonus: tuple[Node, ...] = ()

    @property
    def extras(self) -> str:
        """The bonus items as people name them: 加分项（满分10分）; empty where there are none."""
        return "、".join(f"{node.name}（满分{node.full}）" for node in self.bonus)

    @property
    def highest(self) -> Fraction:
        """The ceiling with the bonus items in it."""
        return (self.formula.point() or Fraction(0)) + sum((node.full.value for node in self.bonus if node.full), Fraction(0))

    def higher(self, like: Figure) -> str:
        """The ceiling with the bonus items in it, printed like a total."""
        return like.show(self.highest)


def group(
    name: str, claimed: Figure, side: Side, nodes: Sequence[Node], *, full: Figure | None = None, manner: str = "", closed: bool = True
) -> Group | None:
    """The nodes whose figures should add up to `claimed`; None where none of them prints one, or only points to take off."""
    found, missing = gathered(nodes, side)
    if all(_is_taken(node, side) for node in found):
        return None
    complete = full is not None and adds(found, full)
    gap: Say | None = None
    if missing and not complete:
        gap = MISSING[side].of(child=missing[0].name)
    elif not complete and (not closed or (len(found) == 1 and not missing)):
        gap = PARTIAL
    base = tuple(node for node in found if not node.is_bonus and not _is_taken(node, side))
    return Group(
        name,
        claimed,
        side,
        base,
        tuple(node for node in found if node.is_bonus),
        tuple(node for node in found if _is_taken(node, side)),
        gap,
        manner=manner,
    )


def _is_taken(node: Node, side: Side) -> bool:
    """Whether a node's points are printed as a positive number that is to be subtracted."""
    return side == "awarded" and node.is_deduction and node.awarded is not None and node.awarded.value > 0


WITHOUT_BONUS = Say("按不含加分项的口径相符", "agrees when the bonus items are left out")
CAPPED = Say("总分等于满分上限，加分项可能只用于弥补扣分", "the total stands at its ceiling; bonus items may only make up for deductions")
UNDECLARED = Say("没有写明总分值，一级指标是否列全不能确定", "no total is declared and the first level may not be complete")
PARTIAL = Say("所列下级可能不全", "the parts listed may not be all")
MISSING: dict[Side, Say] = {
    "full": Say("下级“{child}”没有标明满分", "the part “{child}” has no full mark"),
    "awarded": Say("下级“{child}”没有得分", "the part “{child}” has no score"),
}
