"""The scene of a broken check: where the figures stand, and what else was checked of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.check import Check
from lint.diagnoses.places import Neighbour, Places
from lint.diagnoses.relations import Place, place, terms
from lint.facts.scores.nodes import Side
from lint.figure import Figure
from lint.relation import Relation


@dataclass(frozen=True)
class Scene(Places):
    """The places of all figures, and the checks that were made of them."""

    checks: Sequence[Check]

    def loose(self, total: Figure, parts: Sequence[Figure]) -> list[Neighbour]:
        """The figures beside a sum that say the same kind of thing as its parts and that no sum is made of."""
        if self.in_table(total):
            across = any(self.in_line(total, part) for part in parts)
            near = [other for other in self.beside(total) if self.is_amount(other.figure)] if across else self.below(total)
        else:
            near = [other for other in self.beside(total) if self.says_as(other.figure, parts)]
        taken = {place(total), *map(place, parts)} | self._bound
        return [other for other in near if place(other.figure) not in taken]

    def subtotals(self, total: Figure, parts: Sequence[Figure]) -> Iterator[Neighbour]:
        """The totals beside a sum that are made of nothing but some of its parts."""
        own = set(map(place, parts))
        for other, members in self._sums:
            if place(other) != place(total) and members < own and len(members) > 1:
                yield Neighbour(other, self.name(other))

    def total(self, figure: Figure) -> Side | None:
        """Whether it is the score or the full mark of a whole report; None where it is neither."""
        return self._score_totals.get(place(figure))

    def bonus(self, total: Figure, side: Side) -> list[Neighbour]:
        """The full marks or the scores of the bonus items in the file of a total."""
        nodes = (node for tree in self.facts[total.file].scores for node in tree.walk() if node.is_bonus)
        return [Neighbour(score, node.name) for node in nodes if (score := node.figure(side))]

    @cached_property
    def unbalanced(self) -> list[Relation]:
        """The equalities that do not hold, whether they accuse anyone or not."""
        open_ones = (check.relation for check in self.checks if check.outcome in ("broken", "undecided"))
        return [relation for relation in open_ones if relation and relation.operator == "=" and relation.verdict() == "broken"]

    @cached_property
    def _sums(self) -> list[tuple[Figure, frozenset[Place]]]:
        found = []
        for check in self.checks:
            relation = check.relation
            if relation is not None and relation.operator == "=" and len(made := terms(relation.formula)) > 1:
                found.append((relation.claimed, frozenset(place(figure) for _, figure in made)))
        return found

    @cached_property
    def _bound(self) -> set[Place]:
        """Every part and total of a sum."""
        return {member for total, members in self._sums for member in (place(total), *members)}

    @cached_property
    def _score_totals(self) -> dict[Place, Side]:
        found: dict[Place, Side] = {}
        for facts in self.facts.values():
            for tree in facts.scores:
                for total in tree.totals:
                    if total.full is not None:
                        found[place(total.full)] = "full"
                    if total.awarded is not None:
                        found[place(total.awarded)] = "awarded"
        return found
