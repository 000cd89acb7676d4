"""Grade bands that a report prints itself: 90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lint.bands import Band, Bands
from lint.facts.passages import Passage
from lint.number import read
from lint.pattern import pattern

_GRADES = "优秀?|良好?|中等?|不合格|合格|及格|一般|较差|差"
_SCORE = r"\d{1,3}(?:\.\d+)?"
_OPEN = rf"(?:≥|不低于|高于|大于等于)?(?P<a>{_SCORE})分?(?:\(含(?:{_SCORE}分?)?\))?分?"
_RANGE = rf"{_OPEN}(?:(?:及|\(含\))?以(?P<up>上|下)|不满|(?:[-~—至到]+|[≤<]得?分?[≤<])(?P<b>{_SCORE})分?(?:\((?:不?含)(?:{_SCORE}分?)?\))?分?(?:以下)?)(?:\(不?含\))?"
_BEFORE = pattern(rf"{_RANGE}[^\d。；，、]{{0,8}}?(?:为|是|评为|定为|的为|属于?|：)[“\"]?(?P<grade>{_GRADES})(?![^\W\d_A-Za-z])")
_AFTER = pattern(rf"[“\"]?(?P<grade>{_GRADES})[”\"]?(?:等?级|等次|档)?(?:\(|：|为){_RANGE}")
_FEWEST = 3
"""So many grades at least a scale has."""


def printed_bands(passages: Sequence[Passage]) -> Bands | None:
    """The first scale of grades that a paragraph or cell prints; None where none does."""
    for passage in passages:
        if "优" in passage.text and "分" in passage.text:
            for words in (_BEFORE, _AFTER):
                if found := _scale(list(_read(passage.text, words))):
                    return found
    return None


def _read(text: str, words: re.Pattern[str]) -> Iterator[tuple[str, Fraction, Fraction | None]]:
    """Grade, lowest and highest score of each band, as printed; 60分以下 begins at 0."""
    for match in words.finditer(text):
        first = read(match["a"]).scaled
        second = read(match["b"]).scaled if match["b"] else None
        if second is not None:
            yield match["grade"], min(first, second), max(first, second)
        else:
            yield (match["grade"], first, None) if match["up"] == "上" else (match["grade"], Fraction(0), None)


def _scale(found: list[tuple[str, Fraction, Fraction | None]]) -> Bands | None:
    """The scale, where the grades come from the best down and none twice."""
    if len(found) < _FEWEST or not found[0][0].startswith("优") or len({grade for grade, _, _ in found}) < len(found):
        return None
    bands: list[Band] = []
    for grade, lowest, highest in found:
        above = bands[-1].lowest if bands else None
        if above is not None and (lowest >= above or (highest or lowest) > above):
            return None
        gap = highest if highest is not None and above is not None and highest < above else None
        bands.append(Band(grade, lowest, (), gap))
    return Bands(tuple(bands), "report")
