"""Averages: 人均, 户均, 车均 … with the amount and the number they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.levels import Levels
from lint.facts.prose.mention import Mention
from lint.lexicon import lexicon


@dataclass(frozen=True, eq=False)
class PerHead:
    """`average` is claimed to be `amount` over `number`; both stand in its own sentence."""

    average: Mention
    amount: Mention
    number: Mention


def per_head(mentions: Sequence[Mention], levels: Levels) -> Iterator[PerHead]:
    """The averages of money whose amount is named in the same sentence, with one number that fits."""
    terms = [(word, entry.units) for entry in lexicon().averages for word in entry.words]
    for mention in mentions:
        found = next(((word, units) for word, units in terms if word in mention.name), None) if mention.figure.kind == "money" else None
        if found is None:
            continue
        word, units = found
        own = names.key(mention.name.partition(word)[2])
        before = [level for level in levels.before(mention, 12) if level.passage is mention.passage and level.sentence == mention.sentence]
        before = [level for level in before if level.segment == mention.segment] or before
        money = [level for level in before if level.figure.kind == "money"]
        amounts = [level for level in money if own and (own in level.key or own.removesuffix("费") == level.key)] or ([] if own else money)
        numbers = [level for level in before if level.figure.unit in units and level.figure.value]
        if len(amounts) == len(numbers) == 1:
            yield PerHead(mention, amounts[0], numbers[0])
