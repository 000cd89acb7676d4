"""A total and the parts that a report gives of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.interval import total as interval_total
from lint.lexicon import lexicon
from lint.say import Say

Closed = Literal["yes", "unknown"]
Form = Literal["level", "delta", "prior", "divisor"]


@dataclass(frozen=True, eq=False)
class Sum:
    """`total` is claimed to be the sum of `parts`; `signs` are relative to the total's own sign.

    `closed` says whether the parts are known to be all of them, `evidence` why. `choice` is set where the
    text left several readings and the one that balances was taken. `called` is what to call a total that has no name
    of its own.
    """

    total: Mention
    parts: tuple[Mention, ...]
    signs: tuple[int, ...]
    form: Form
    closed: Closed = "unknown"
    evidence: Say | None = None
    choice: Say | None = None
    binding: Binding = "stated"
    called: str = ""

    @property
    def meets(self) -> bool:
        """Whether the printed digits allow the parts to add up."""
        return meets(self.total, self.parts, self.signs)


def meets(owner: Mention, parts: Sequence[Mention], signs: Sequence[int]) -> bool:
    reach = interval_total(part.figure.interval if sign > 0 else -part.figure.interval for part, sign in zip(parts, signs, strict=True))
    return owner.figure.interval.meets(reach)


def known_splits() -> list[tuple[str, tuple[str, ...]]]:
    return [(names.key(split.whole), tuple(names.key(part) for part in split.parts)) for split in lexicon().splits]


SPLIT = Say("{whole}由这几项构成", "{whole} consists of these by definition")
SHARES = Say("各项占比合计100%", "their shares add to 100%")
