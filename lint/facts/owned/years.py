"""Years that a user does not want to see in a report, with the words that excuse them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.own.records import OwnYears
from lint.pattern import pattern

_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, eq=False, slots=True)
class Sighting:
    """A year that a rule forbids, where it stands; `excuse` is the word of its sentence that allows it, empty for none."""

    rule: OwnYears
    year: int
    figure: Figure
    excuse: str


def sightings(rules: Sequence[OwnYears], sentences: Sequence[Sentence]) -> Iterator[Sighting]:
    """Every such year in a year or date, in reading order; those in numbers of documents and in titles of works are none."""
    for sentence in sentences:
        for token in sentence.tokens:
            if token.figure.kind in ("year", "date"):
                named = {int(year) for year in _YEAR.findall(token.passage.text, token.start, token.end)} | {token.figure.year}
                for rule in rules:
                    for year in rule.years:
                        if year in named:
                            yield Sighting(rule, year, token.figure, next((word for word in rule.allow if word in sentence.text), ""))
