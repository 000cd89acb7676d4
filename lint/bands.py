"""Grade bands: from which score on a report may call itself 优, 良, 中 or 差; the program's own, a user's, or a report's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from lint.errors import UsageError

Source = Literal["usual", "given", "report"]
"""*usual*: 财预〔2020〕10号 and the practice of the central departments · *given*: of `gouji.toml` · *report*: printed in the report itself."""


@dataclass(frozen=True, slots=True)
class Band:
    """A grade with its other `names`, the lowest score that earns it, and the highest where the next band does not begin right above it."""

    grade: str
    lowest: Fraction
    names: tuple[str, ...] = ()
    highest: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of one scale, best first."""

    bands: tuple[Band, ...]
    source: Source = "usual"

    def of(self, word: str) -> Band | None:
        """The band that a grade word means; None for a word of another scale."""
        return next((band for band in self.bands if word == band.grade or word in band.names), None)

    def above(self, band: Band) -> Band | None:
        """The next better band; None above the best."""
        index = self.bands.index(band)
        return self.bands[index - 1] if index else None

    def holding(self, score: Fraction) -> Band | None:
        """The band of a score; None in a gap between two (89.5 where 80–89 and 90–100 are printed) and below the last."""
        band = next((band for band in self.bands if score >= band.lowest), None)
        return None if band is None or (band.highest is not None and score > band.highest) else band


def bands_of(entries: object, where: str, source: Source) -> Bands:
    """The bands that TOML tables ``{grade, from, to?, also?}`` describe, best first. Raises UsageError with the path of what is wrong."""
    if not isinstance(entries, Sequence) or isinstance(entries, str) or len(entries) < _FEWEST:
        raise UsageError(f"{where} 至少要有两档，每档写成 [[{where}]] 表")
    bands = tuple(_band(entry, f"{where}[{index}]") for index, entry in enumerate(entries))
    for index, band in enumerate(bands[1:], 1):
        if band.lowest >= bands[index - 1].lowest:
            raise UsageError(f"{where}[{index}].from 应低于上一档（各档从高到低写）")
        if band.highest is not None and band.highest >= bands[index - 1].lowest:
            raise UsageError(f"{where}[{index}].to 与上一档重叠")
    words = [word for band in bands for word in (band.grade, *band.names)]
    if doubled := [word for word in words if words.count(word) > 1]:
        raise UsageError(f"{where}：“{doubled[0]}”出现在两档里")
    return Bands(bands, source)


_FEWEST = 2


def _band(entry: object, where: str) -> Band:
    if not isinstance(entry, Mapping):
        raise UsageError(f"{where} 应为表")
    if unknown := [key for key in entry if key not in ("grade", "from", "to", "also")]:
        raise UsageError(f"{where}.{unknown[0]} 不认识，可以写的有 also、from、grade、to")
    names = [entry.get("grade"), *(also if isinstance(also := entry.get("also", []), list) else [None])]
    if not all(isinstance(name, str) and name.strip() for name in names):
        raise UsageError(f"{where}.grade 应为等级的名称，also 为别称的列表")
    lowest, highest = _score(entry, "from", where), _score(entry, "to", where) if "to" in entry else None
    if highest is not None and highest < lowest:
        raise UsageError(f"{where}.to 不能低于 from")
    return Band(str(names[0]), lowest, tuple(map(str, names[1:])), highest)


def _score(entry: Mapping[str, Any], key: str, where: str) -> Fraction:
    value = entry.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise UsageError(f"{where}.{key} 应为分数")
    return Fraction(str(value))
