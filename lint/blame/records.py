"""What is said of a group of findings that depend on one another: every smallest way to make all of them hold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.figure import Figure
from lint.number import Number
from lint.place import Span
from lint.say import Say

ANYTHING = "…"
"""What becomes of a figure whose new value depends on others."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that would be printed otherwise.

    Every value from `low` to `high`, in the units of `Figure.value`, makes the relations hold; they are equal where the digits
    are the value, None where there is no limit. `becomes` is it printed as the figure is: ``"16分"``, ``"8～10分"``, ``"≤10分"``; several with
    ``/`` between them where repairs differ. `evidence` is what speaks for this change, and against it.
    """

    figure: Figure
    low: Fraction | None
    high: Fraction | None
    becomes: str
    number: Number | None = None
    """That value as a number printed in the place of the figure; None where the value is open."""
    evidence: tuple[Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes after which all checks of a group hold; `unbound` are the checks that it takes for wrongly read. `favoured` tells that
    evidence puts it before all others of its group."""

    changes: tuple[Change, ...]
    unbound: tuple[int, ...] = ()
    favoured: bool = False


@dataclass(frozen=True, slots=True)
class Blame:
    """A group of broken checks, by their indexes, and every smallest repair of it, likeliest first.

    `suspects` are the changes that all repairs have in common, but for those that only one of the `doubted` checks asks for: nothing
    bears it out, so it may as well be read wrongly. `open` says why nothing can be told: there are no repairs then.
    """

    checks: tuple[int, ...]
    repairs: tuple[Repair, ...] = ()
    suspects: tuple[Change, ...] = ()
    doubted: tuple[int, ...] = ()
    open: Say | None = None


Effect = Literal["vanishes", "breaks", "changes"]
"""*vanishes*: a finding that is none then · *breaks*: what held and does not then · *changes*: wrong before and after, but otherwise."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one repair would change beyond the relations of its group: a check of rule `code` at `span` of file `file`.

    `claimed` is what the report prints there, `derived` what would follow; both are empty where nothing is calculated.
    """

    repair: int
    effect: Effect
    code: str
    title: Say
    file: int
    span: Span
    claimed: str = ""
    derived: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What a finding is told with: the repairs of its group, likeliest first, the `suspects` among them, and what would follow.

    `doubted` are the places of the relations that may as well be read wrongly. `unbound` are, for each repair, the places (file and span) of the relations that it takes for wrongly read. `open` says why
    nothing can be told.
    """

    repairs: tuple[Repair, ...] = ()
    suspects: tuple[Change, ...] = ()
    unbound: tuple[tuple[tuple[int, Span], ...], ...] = ()
    doubted: tuple[tuple[int, Span], ...] = ()
    open: Say | None = None
    consequences: tuple[Consequence, ...] = ()
