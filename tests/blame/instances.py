"""The instances of the measurement: random sheets with one to three slips, each made by its kind and number alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.blame import ledgers, tangles, trees
from tests.blame.sheet import Sheet
from tests.blame.slips import planted

SMALL: Mapping[str, Callable[[Random], Sheet]] = {
    "three levels": lambda random: trees.sheet(trees.tree(random, [(2, 4), (2, 4)])),
    "four levels": lambda random: trees.sheet(trees.tree(random, [(2, 3), (2, 3), (2, 3)])),
    "money": lambda random: ledgers.sheet(ledgers.ledger(random)),
    "tangle": tangles.tangle,
}
"""Small enough for every set of changes to be tried."""
USUAL: Mapping[str, Callable[[Random], Sheet]] = {
    "three levels": lambda random: trees.sheet(trees.tree(random, [(3, 6), (2, 6)])),
    "four levels": lambda random: trees.sheet(trees.tree(random, [(3, 4), (2, 4), (2, 5)])),
    "money": lambda random: ledgers.sheet(ledgers.ledger(random, most=4)),
}
"""As large as they are in reports."""
MOST = 3


def instance(kinds: Mapping[str, Callable[[Random], Sheet]], kind: str, number: int) -> Sheet:
    """The sheet of this kind with this number, with its slips; always the same."""
    random = Random(f"{kind} {number}")
    sheet = kinds[kind](random)
    return planted(sheet, random.randint(1, MOST), random)
