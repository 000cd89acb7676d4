"""Two drafts laid side by side: which stretch is which, which figure is which, and where a check of the one stands in the other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.compare.draft import Draft
from lint.compare.figures import Pair
from lint.figure import Figure
from lint.fingerprint import folded
from lint.place import Span
from lint.report import Result

Key = tuple[int, Span]
"""A figure in a submission: the number of its file, and where it stands there."""


@dataclass(frozen=True)
class Links:
    """The pairs of figures of all files, by the figure of the old and of the new version."""

    old: Mapping[Key, Pair]
    new: Mapping[Key, Pair]

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Links:
        old = {(pair.old.file, pair.old.span): pair for pair in pairs if pair.old is not None}
        return cls(old, {(pair.new.file, pair.new.span): pair for pair in pairs if pair.new is not None})

    def there(self, key: Key) -> Key | None:
        """The figure of the new draft that one of the old draft is; None where it is gone."""
        pair = self.old.get(key)
        return None if pair is None or pair.new is None else (pair.new.file, pair.new.span)

    def figure(self, figure: Figure) -> Figure | None:
        """That figure itself."""
        pair = self.old.get((figure.file, figure.span))
        return None if pair is None else pair.new


@dataclass(frozen=True, eq=False)
class Aligned:
    """Two drafts of a file; `units` are the matches of their stretches, `links` those of the figures of all files."""

    old: Draft
    new: Draft
    units: Mapping[int, int]
    links: Links

    @cached_property
    def back(self) -> dict[int, int]:
        """The matches from new to old."""
        return {later: earlier for earlier, later in self.units.items()}

    def before(self, result: Result) -> Hashable | None:
        """Where a check of the old draft stands in the new one; None where that is gone."""
        primary = result.check.primary
        if primary is None:
            return ("whole",)
        if isinstance(primary, Figure):
            return self.links.there((primary.file, primary.span))
        unit = self.old.at(primary)
        return None if unit is None or unit not in self.units else ("unit", self.units[unit])

    def after(self, result: Result) -> Hashable | None:
        """Where a check stands in the new draft."""
        primary = result.check.primary
        if primary is None:
            return ("whole",)
        if isinstance(primary, Figure):
            return (primary.file, primary.span)
        unit = self.new.at(primary)
        return None if unit is None else ("unit", unit)

    def says_the_same(self, old: int | None, new: int | None) -> bool:
        """Whether two matched stretches say the same, numbers and numbering marks included."""
        if old is None or new is None or self.units.get(old) != new:
            return False
        quotes = (self.old.report.document.quote(self.old.units[old].span), self.new.report.document.quote(self.new.units[new].span))
        return folded(quotes[0]) == folded(quotes[1])


def keys_of(result: Result | None) -> list[Key]:
    """Every figure of a check once, the one that it is about first."""
    if result is None:
        return []
    check = result.check
    operands = check.relation.formula.figures() if check.relation else []
    return list(dict.fromkeys((figure.file, figure.span) for figure in [*check.figures(), *operands]))
