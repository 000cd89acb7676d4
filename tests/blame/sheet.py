"""Numbers and what they claim of one another, apart from how they are printed: as bare checks, or drawn as a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from lint.check import Check, Related, Role
from lint.expression import added, leaf, over
from lint.figure import Figure, Kind
from lint.number import read
from lint.place import Span

Relation = Literal["sum", "copy", "cap", "rate"]
WIDTH = 24
"""Characters from one figure of a bare sheet to the next."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number to be printed: its digits, and what kind of figure they make. `full` names the cell of a score's full mark."""

    name: str
    digits: str
    kind: Kind
    unit: str = ""
    scale: str = ""
    full: str = ""

    @property
    def value(self) -> Decimal:
        return Decimal(self.digits)

    @property
    def places(self) -> int:
        return len(self.digits.partition(".")[2])

    @property
    def is_full(self) -> bool:
        return self.name.endswith("满分")


@dataclass(frozen=True, slots=True)
class Claim:
    """`whole` is the sum of `parts`, a copy of it, at most it, or the quotient of the two."""

    relation: Relation
    whole: str
    parts: tuple[str, ...]
    exact: bool = True


@dataclass(frozen=True)
class Sheet:
    """Cells by their names, in reading order, and the claims on them."""

    cells: Mapping[str, Cell]
    claims: tuple[Claim, ...]
    altered: Mapping[str, str] = field(default_factory=dict)
    """The digits before the slips, by cell."""

    def slipped(self, name: str, digits: str) -> Sheet:
        cell = self.cells[name]
        return replace(self, cells={**self.cells, name: replace(cell, digits=digits)}, altered={name: cell.digits, **self.altered})

    def figures(self) -> dict[str, Figure]:
        """A figure for every cell, one behind the other in an imagined text."""
        return {name: figure(cell, WIDTH * at) for at, (name, cell) in enumerate(self.cells.items())}

    def checks(self) -> list[Check]:
        """The claims as checks, as the rules make them."""
        figures = self.figures()
        return [_check(claim, figures, self.cells) for claim in self.claims]

    def checks_of(self, name: str) -> list[Check]:
        """Those on one cell."""
        figures = self.figures()
        return [_check(claim, figures, self.cells) for claim in self.claims if name == claim.whole or name in claim.parts]


def figure(cell: Cell, start: int) -> Figure:
    negative = cell.digits.startswith("-")
    span = Span(start, start + len(cell.digits) + len(cell.scale) + len(cell.unit))
    return Figure(read(cell.digits.lstrip("-"), cell.scale, negative=negative), span, cell.kind, cell.unit, cell.name)


def _check(claim: Claim, figures: Mapping[str, Figure], cells: Mapping[str, Cell]) -> Check:
    whole, parts = figures[claim.whole], [figures[name] for name in claim.parts]
    if claim.relation == "copy":
        return Check.equal(whole, leaf(parts[0]), [Related(parts[0], "same")], exact=claim.exact, name=claim.whole)
    if claim.relation == "cap":
        return Check.ordered(whole, "≤", parts[0], [Related(parts[0], "full")], name=claim.whole)
    if claim.relation == "rate":
        roles = [Related(parts[0], "actual"), Related(parts[1], "budget")]
        return Check.equal(whole, over(parts[0], parts[1]), roles, manner="table-rate", name=claim.whole)
    role: Role = "full" if cells[claim.whole].is_full else "score" if cells[claim.whole].kind == "score" else "part"
    return Check.equal(whole, added(parts), [Related(part, role) for part in parts], exact=claim.exact, name=claim.whole)
