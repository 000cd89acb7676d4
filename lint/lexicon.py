"""Terms as data: names that mean the same, and wholes with their complete parts (`rules/terms.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from lint.bands import Bands, bands_of
from lint.shipped import text_of
from lint.text import fold


@dataclass(frozen=True, slots=True)
class Split:
    """A whole and the parts that make it up completely, as names."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Containment:
    """A total and the names of what it contains by the definition of the accounts."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """`result` equals the sum of `plus` less the sum of `minus`; all are names, or patterns of the words before a figure (`words`)."""

    result: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    words: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The possible answers to one question; a list that holds both `ends` tells them all."""

    names: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Average:
    """Words that announce an average, and the units it may be spread over."""

    words: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`canonical` leads from a synonym to the name it is read as; `offices` are the names that one office had one after another."""

    canonical: dict[str, str]
    splits: tuple[Split, ...]
    containments: tuple[Containment, ...]
    identities: tuple[Identity, ...]
    scales: tuple[Scale, ...]
    averages: tuple[Average, ...]
    bands: Bands
    offices: tuple[frozenset[str], ...]


@cache
def lexicon() -> Lexicon:
    """The terms that ship with the program."""
    data = tomllib.loads(text_of("terms.toml"))
    return Lexicon(
        canonical={fold(name): fold(group[0]) for group in data["synonyms"] for name in group[1:]},
        splits=tuple(Split(fold(entry["whole"]), _names(entry["parts"])) for entry in data["split"]),
        containments=tuple(Containment(fold(entry["whole"]), _names(entry["parts"])) for entry in data["contains"]),
        identities=tuple(
            Identity(fold(entry["result"]), _names(entry["plus"]), _names(entry["minus"]), entry.get("words", False))
            for entry in data["identity"]
        ),
        scales=tuple(Scale(_names(entry["names"]), _names(entry["ends"])) for entry in data["scale"]),
        averages=tuple(Average(_names(entry["words"]), _names(entry["units"])) for entry in data["average"]),
        bands=bands_of(data["band"], "band", "usual"),
        offices=tuple(frozenset(_names(group)) for group in data["offices"]),
    )


def _names(words: list[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)
