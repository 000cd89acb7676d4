"""What a comparison of two drafts comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.compare.figures import Pair, State
from lint.figure import Figure
from lint.fingerprint import folded
from lint.place import Span
from lint.relation import Relation
from lint.report import FileReport, Result

Lot = Literal["fixed", "lost", "remains", "new"]
"""*fixed*: it was wrong and is not · *lost*: whether it is still wrong cannot be told · *remains*: it is still wrong · *new*."""
Why = Literal[
    "agrees",  # fixed: the same relation is printed and holds now
    "removed",  # fixed: what was wrong is no longer printed
    "altered",  # fixed: the words there are others and give no cause any more · new: they are others and give cause
    "undecided",  # lost: the relation is printed and can no longer be decided · new: it could not be decided before
    "unpaired",  # lost: no file of the new version is the like of its own
    "unread",  # lost: parts of the new draft could not be read · new: the old draft could not be read
    "unchecked",  # lost: the place stands and the relation was not found again · new: the relation was not found before
    "same",  # remains: with the same numbers
    "changed",  # remains: with other numbers · new: because of other numbers
    "added",  # new: in what was added
    "reading",  # fixed, new: of how the file was read, which differs between the drafts
]


@dataclass(frozen=True, eq=False, slots=True)
class Fate:
    """What became of a finding. `old` is the check in the old draft, `new` in the new one, each None where there is none.

    `moves` are the figures of it that were changed, removed or added. `again` is the relation over the new figures where it holds
    and the rule, which tells of contradictions alone, says nothing of it any more.
    """

    lot: Lot
    why: Why
    old: Result | None
    new: Result | None
    moves: tuple[Pair, ...] = ()
    again: Relation | None = None

    @property
    def result(self) -> Result:
        """The finding itself: that of the new draft where it is there, else that of the old."""
        found = self.new if self.new is not None and self.new.is_finding else self.old
        assert found is not None
        return found


@dataclass(frozen=True, eq=False, slots=True)
class Move:
    """A figure that is not the same in both drafts, and the findings that went or came with it."""

    pair: Pair
    fixed: tuple[Fate, ...] = ()
    broke: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A score in both drafts. `path` are the names of the indicator and those above it, outermost first; None where a draft prints none."""

    path: tuple[str, ...]
    old_full: Figure | None
    new_full: Figure | None
    old: Figure | None
    new: Figure | None

    @property
    def difference(self) -> Fraction | None:
        """How many points more the new draft gives; None where one of the two is not printed."""
        return None if self.old is None or self.new is None else self.new.value - self.old.value


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade words given for one score, as printed; None where a draft prints none."""

    score: Figure
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class Board:
    """The scores of one list of indicators (in titles, in a sentence, in a table), then what is claimed of the whole."""

    source: str
    marks: tuple[Mark, ...]
    totals: tuple[Mark, ...]


@dataclass(frozen=True)
class Comparison:
    """Two drafts of one file; a file without its like stands alone. `pairs` are all figures of either draft."""

    old: FileReport | None
    new: FileReport | None
    pairs: tuple[Pair, ...] = ()
    fates: tuple[Fate, ...] = ()
    boards: tuple[Board, ...] = ()
    grades: tuple[Grade, ...] = ()

    def lots(self) -> Counter[Lot]:
        return Counter(fate.lot for fate in self.fates)

    def whys(self) -> Counter[tuple[Lot, Why]]:
        return Counter((fate.lot, fate.why) for fate in self.fates)

    def standing(self) -> Iterator[Result]:
        """The findings of the new draft that stand as they stood in the old one: the same quote, and no figure of it printed otherwise."""
        for fate in self.of("remains"):
            if fate.new is not None and not fate.moves and _quote(self.old, fate.old) == _quote(self.new, fate.new):
                yield fate.new

    def of(self, lot: Lot) -> list[Fate]:
        return [fate for fate in self.fates if fate.lot == lot]

    def states(self) -> Counter[State]:
        """How many figures of the kinds that are told are the same, changed, and so on."""
        return Counter(pair.state for pair in self.pairs if pair.is_listed)

    def moves(self) -> Iterator[Move]:
        """Every figure that is not the same, with what it fixed and broke; one that is merely printed otherwise only where it did either."""
        fixed: dict[int, list[Fate]] = {}
        broke: dict[int, list[Fate]] = {}
        for fate in self.fates:
            for pair in fate.moves:
                if fate.lot == "fixed":
                    fixed.setdefault(id(pair), []).append(fate)
                elif (fate.lot, fate.why) == ("new", "changed"):
                    broke.setdefault(id(pair), []).append(fate)
        for pair in self.pairs:
            move = Move(pair, tuple(fixed.get(id(pair), ())), tuple(broke.get(id(pair), ())))
            if pair.is_listed and (pair.state not in ("same", "restated") or move.fixed or move.broke):
                yield move


def _quote(report: FileReport | None, result: Result | None) -> str:
    """What a check quotes, folded; empty where it quotes nothing."""
    span = result.check.span if result is not None else None
    return folded(report.document.quote(span)) if report is not None and span is not None else ""


@dataclass(frozen=True)
class Versions:
    """Two versions of a submission, file by file: pairs in the order of the new one, then files that have no like."""

    files: tuple[Comparison, ...]

    def lots(self) -> Counter[Lot]:
        return sum((file.lots() for file in self.files), Counter())

    def whys(self) -> Counter[tuple[Lot, Why]]:
        return sum((file.whys() for file in self.files), Counter())

    def states(self) -> Counter[State]:
        return sum((file.states() for file in self.files), Counter())

    def open(self) -> Iterator[Result]:
        """The new findings that no decision has settled and that outputs for people list: those that count."""
        return (fate.result for file in self.files for fate in file.of("new") if fate.result.is_open and fate.result.listed)
