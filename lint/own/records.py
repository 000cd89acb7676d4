"""What a user's own rules say, as records: sums, ratios, comparisons, figures that must be stated, years that must not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Protocol

from lint.check import Severity
from lint.own.amount import Amount
from lint.relation import Operator
from lint.say import Say

Names = tuple[str, ...]
"""Every name that one figure goes by, folded and without blanks and quotes."""
Where = Literal["text", "table", ""]
"""Running text, tables, or either."""
PLACE = Say("{file}第{line}行", "{file}, line {line}")


@dataclass(frozen=True, slots=True)
class Head:
    """What every table says. `severity` is None where the program decides; `message` and `why` are the user's words, empty for none.

    `line` is where the table stands in the settings file called `file`.
    """

    name: str
    severity: Severity | None
    message: str
    why: str
    file: str
    line: int

    @property
    def place(self) -> Say:
        return PLACE.of(file=self.file, line=self.line)


class Ruled(Protocol):
    """A rule of any kind."""

    @property
    def head(self) -> Head:
        """What its table says besides."""


@dataclass(frozen=True, slots=True)
class OwnSum:
    """A figure that is the sum of others."""

    head: Head
    whole: Names
    parts: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class OwnRatio:
    """A figure called `names` that is part ÷ whole × `times`; one that is at least `least` and at most `most`.

    `names` is empty for a ratio without a name, of which only the bounds count.
    """

    head: Head
    names: Names
    part: Names
    whole: Names
    times: Fraction
    least: Amount | None
    most: Amount | None

    @property
    def is_limited(self) -> bool:
        return self.least is not None or self.most is not None


@dataclass(frozen=True, slots=True)
class OwnComparison:
    """A figure that stands in an order to another one, or to a value; `right` is empty for a value."""

    head: Head
    left: Names
    operator: Operator
    right: Names
    value: Amount | None


@dataclass(frozen=True, slots=True)
class OwnRequired:
    """A figure that a report must state; `year` is the year it must be about, None for any."""

    head: Head
    names: Names
    where: Where
    year: int | None


@dataclass(frozen=True, slots=True)
class OwnYears:
    """Years that a report must not name, but in sentences that hold one of the words of `allow`."""

    head: Head
    years: tuple[int, ...]
    allow: tuple[str, ...]


@dataclass(frozen=True)
class Own:
    """Every rule of the user, in the order of the settings file."""

    sums: tuple[OwnSum, ...] = ()
    ratios: tuple[OwnRatio, ...] = ()
    comparisons: tuple[OwnComparison, ...] = ()
    required: tuple[OwnRequired, ...] = ()
    years: tuple[OwnYears, ...] = ()

    def __bool__(self) -> bool:
        return any((self.sums, self.ratios, self.comparisons, self.required, self.years))


NO_RULES = Own()
