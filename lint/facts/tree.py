"""A tree of scores: what each indicator can reach and what it was given, and which scores should add up to which.

Full marks and awarded scores are figures as printed. Nothing here knows where they were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from lint.check import Check, Related
from lint.expression import Expression, added, as_expression, constant, minus
from lint.figure import Figure
from lint.number import plain
from lint.place import Span
from lint.say import Say

Side = Literal["full", "awarded"]
Source = Literal["titles", "sentence", "table", "rows"]
"""Numbered titles, one sentence that lists them, a table with headed columns, rows or lines without any."""


@dataclass(eq=False)
class Item:
    """A node while it is read: `depth` 1 is outermost; `scored` tells an indicator from a mere heading."""

    name: str
    depth: int
    span: Span
    full: Figure | None = None
    awarded: Figure | None = None
    level: int | None = None

    @property
    def scored(self) -> bool:
        return self.full is not None or self.awarded is not None


@dataclass(frozen=True, eq=False)
class Node:
    """An indicator. `full` and `awarded` are None where nothing is printed."""

    name: str
    span: Span
    full: Figure | None = None
    awarded: Figure | None = None
    children: tuple[Node, ...] = ()

    @property
    def is_bonus(self) -> bool:
        return "加分" in self.name

    @property
    def is_deduction(self) -> bool:
        return any(word in self.name for word in ("扣分", "减分", "倒扣"))

    def figure(self, side: Side) -> Figure | None:
        return self.full if side == "full" else self.awarded

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Total:
    """The score of the whole as it is claimed somewhere, and the full mark said beside it."""

    name: str
    awarded: Figure | None = None
    full: Figure | None = None


@dataclass(frozen=True)
class Group:
    """A claimed figure and the nodes whose figures should add up to it.

    `gap` says why the list may not be complete, None where it is; `doubt` why it may not be a list of parts at
    all; `taken` are points to subtract.
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

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.base + self.bonus + self.taken

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
        claim while parts may be missing is left undecided; one that exceeds it is broken in any case.
        """
        check = self._equal(bonus=True)
        if check.outcome == "broken" and self.bonus and self.base:
            without = self._equal(bonus=False)
            if without.outcome == "holds":
                return without.but(diagnosis=WITHOUT_BONUS)
        if check.outcome == "broken" and self.doubt is not None:
            return check.but(outcome="undecided", reason=self.doubt)
        if check.outcome == "broken" and self.gap is not None and (self.formula().point() or 0) < self.claimed.value:
            return check.but(outcome="undecided", reason=self.gap)
        return check

    def _equal(self, *, bonus: bool) -> Check:
        check = Check.equal(self.claimed, self.formula(bonus=bonus), self.roles(bonus=bonus), manner=self.manner, name=self.name)
        # scores printed without 分 are typed as bare numbers, whose sums may be rounded; scores may not
        return check.but(outcome="broken") if check.outcome == "rounding" else check


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
    sections: tuple[Group, ...] = field(default=())

    @property
    def manner(self) -> str:
        return f"score-{self.source}"

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()

    def first(self, side: Side) -> tuple[Node, ...]:
        """The outermost nodes that print a figure of this side: the first level."""
        return gathered(self.nodes, side)[0]

    def bonus(self) -> tuple[Node, ...]:
        return tuple(node for node in self.first("awarded") if node.is_bonus)

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
        if self._is_layered(total):
            return replace(made, doubt=LAYERED)
        return made if self.firm or self.confirmed(total) else replace(made, doubt=UNHEADED)

    def _is_layered(self, total: Total) -> bool:
        """Whether rows of one rank add up to a multiple of the full mark: then parents and parts stand among each other."""
        marks = [node.full.value for node in gathered(self.nodes, "full")[0] if node.full]
        limit = total.full.value if total.full is not None else Fraction(100)
        return bool(limit) and self.source in ("table", "rows") and sum(marks) in (2 * limit, 3 * limit)

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
        if missing or not base:
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

    def higher(self, like: Figure) -> str:
        """The ceiling with the bonus items in it, printed like a total."""
        extra = sum((node.full.value for node in self.bonus if node.full), Fraction(0))
        return like.show((self.formula.point() or Fraction(0)) + extra)


def grow(items: Sequence[Item]) -> tuple[Node, ...]:
    """Nodes from items in reading order: the parent is the nearest item before of a smaller depth.

    Headings with nothing scored below them fall away, except between scored ones of their own depth, where
    they may be indicators whose score was forgotten.
    """
    return _grow(list(items))[0]


def _grow(items: list[Item]) -> tuple[tuple[Node, ...], bool]:
    families: list[list[Item]] = []
    for item in items:
        if not families or item.depth <= families[-1][0].depth:
            families.append([item])
        else:
            families[-1].append(item)
    made: list[tuple[Item, Node, bool]] = []
    for head, *below in families:
        children, alive = _grow(below) if below else ((), False)
        made.append((head, Node(head.name, head.span, head.full, head.awarded, children), head.scored or alive))
    depths = {head.depth for head, _, _ in made if head.scored}
    last = max((index for index, (head, _, _) in enumerate(made) if head.scored), default=-1)
    first = next((index for index, (head, _, _) in enumerate(made) if head.scored), 0)
    nodes = tuple(node for index, (head, node, alive) in enumerate(made) if alive or (first < index < last and head.depth in depths))
    return nodes, any(alive for _, _, alive in made)


def gathered(nodes: Iterable[Node], side: Side) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The outermost nodes that print a figure of this side, and those that should but do not."""
    found: list[Node] = []
    missing: list[Node] = []
    for node in nodes:
        if node.figure(side) is not None:
            found.append(node)
            continue
        below, gaps = gathered(node.children, side)
        if not below or gaps or (node.full is not None and not _adds(below, node.full)):
            missing.append(node)
        else:
            found.extend(below)
    return tuple(found), tuple(missing)


def group(
    name: str, claimed: Figure, side: Side, nodes: Sequence[Node], *, full: Figure | None = None, manner: str = "", closed: bool = True
) -> Group | None:
    """The nodes whose figures should add up to `claimed`; None where none of them prints one."""
    found, missing = gathered(nodes, side)
    if not found:
        return None
    complete = full is not None and _adds(found, full)
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


def _adds(nodes: Iterable[Node], full: Figure) -> bool:
    marks = [node.full for node in nodes if not node.is_bonus]
    return all(mark is not None for mark in marks) and sum(mark.value for mark in marks if mark) == full.value


WITHOUT_BONUS = Say("按不含加分项的口径相符", "agrees when the bonus items are left out")
DECLARED = Say("报告写明的总分值", "the declared total")
ADDED = Say("各一级指标满分之和，不含加分项", "the sum of the first-level full marks, without bonus items")
ASSUMED = Say("没有写明总分值，按100分", "no total is declared, 100 is assumed")
UNDECLARED = Say("没有写明总分值，一级指标是否列全不能确定", "no total is declared and the first level may not be complete")
PARTIAL = Say("所列下级可能不全", "the parts listed may not be all")
SEVERAL = Say("报告写有几个不同的总分，不能确定哪一个属于这组指标", "the report claims several totals; which one these scores belong to is not certain")
LAYERED = Say("表中可能把上级和下级指标并列", "parents and parts may stand side by side in the table")
UNHEADED = Say("没有可辨认的表头，各列含义不能确定", "no header tells what the columns are")
MISSING: dict[Side, Say] = {
    "full": Say("下级“{child}”没有标明满分", "the part “{child}” has no full mark"),
    "awarded": Say("下级“{child}”没有得分", "the part “{child}” has no score"),
}
