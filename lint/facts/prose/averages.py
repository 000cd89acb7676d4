"""Averages: 人均, 户均, 车均 … with the amount and the number they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.levels import Levels
from lint.facts.prose.mention import Mention
from lint.facts.prose.weak import is_per_unit
from lint.lexicon import lexicon
from lint.pattern import pattern

_HELD = pattern(r"保有|实有|现有")
"""What an average over several counts of one sentence is over: 购置2辆，年末保有量11辆，车均…."""

_SPELL = pattern(r"[月日天周季]$")
"""月人均 is over months as well."""


@dataclass(frozen=True, eq=False)
class PerHead:
    """`average` is claimed to be `amount` over `number`, which stands in its own sentence; so does the amount, or earlier in the paragraph.

    `name` is what the text calls it, from 人均 on.
    """

    average: Mention
    amount: Mention
    number: Mention
    name: str


def per_head(mentions: Sequence[Mention], levels: Levels) -> Iterator[PerHead]:
    """The averages of money whose amount is named in the same sentence, or by its own name before it in the paragraph, with one number that fits."""
    terms = [(word, entry.units) for entry in lexicon().averages for word in entry.words]
    for mention in mentions:
        lead = mention.token.lead
        found = next(((word, units) for word, units in terms if word in lead), None) if mention.figure.kind == "money" else None
        if found is None:
            continue
        word, units = found
        if _SPELL.search(lead.partition(word)[0]):
            continue
        called = names.title_of(lead.partition(word)[2])
        own = names.key(called)
        paragraph = [level for level in levels.before(mention, 12) if level.passage is mention.passage]
        before = [level for level in paragraph if level.sentence == mention.sentence]
        before = [level for level in before if level.segment == mention.segment] or before
        money = [level for level in before if level.figure.kind == "money" and not is_per_unit(level)]
        amounts = [level for level in money if own and _names(level, own)] or ([] if own else money)
        amounts = amounts or [level for level in paragraph if level.figure.kind == "money" and own and _names(level, own)]
        numbers = [level for level in before if level.figure.unit in units and level.figure.value and not _is_torn(level)]
        numbers = [level for level in numbers if _HELD.search(level.name)] or numbers
        if len(amounts) == len(numbers) == 1:
            yield PerHead(mention, amounts[0], numbers[0], word + called)


def _names(level: Mention, own: str) -> bool:
    """Whether an amount is what the average names: 人均培训费 of 培训费 and of 培训支出."""
    return own in level.key or own.removesuffix("费") == level.key


def _is_torn(mention: Mention) -> bool:
    """Whether digits stand right before it: 4 3 2 人次, spaced out, is no 2人次."""
    return mention.passage.text[: mention.start].rstrip()[-1:].isdigit()
