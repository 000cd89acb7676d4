"""A recognised line as runs of characters in points: how large they are, where each begins and ends, where a blank stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import east_asian_width

from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.ocr import Reading

_HAN_INK, _DIGIT_INK = 0.92, 0.74
"""Ems that the ink of Chinese characters and of digits is high."""
_LOOSE = 2.0
"""How many times higher than its characters the box of a line may be; the ink of a dash says little."""
_ENOUGH = 6
"""Steps from character to character that make a measure of their size."""
_SPREAD, _SAME = 0.06, 0.15
"""By how much the sizes of lines of one size differ where they are measured by steps, and where by the height of the ink."""
_EARLY = 0.05
"""Ems by which the recogniser sees characters too far right."""
_OPENS = "(（《〈“‘[【〔"
_HOLLOW = 0.28
"""Ems from the middle of an opening bracket to its ink."""
_WORDS, _ONES, _APART, _WIDE = 0.28, 0.33, 0.5, 1.1
"""Ems without ink that are a blank: between digits or letters, beside a slender 1, between other characters, beside a sign."""


@dataclass(frozen=True)
class Line:
    """A line that was read, in points.

    Its box reaches from `left` to `right` and is `height` high; its ink from `top` to `bottom`. `ink` has a byte for
    every pixel of the width, 0 where there is none.
    """

    reading: Reading
    left: float
    right: float
    height: float
    top: float
    bottom: float
    ink: bytes

    @property
    def size(self) -> float:
        """The font size as far as it can be measured."""
        return self.pitch or self._high

    @property
    def _high(self) -> float:
        part = _HAN_INK if any(map(_wide, self.reading.text)) else _DIGIT_INK
        return max((self.bottom - self.top) / part, self.height / _LOOSE)

    @cached_property
    def pitch(self) -> float:
        """The font size by the distance of Chinese characters side by side; 0 where there are too few."""
        seen = zip(self.reading.text, self.reading.places, strict=True)
        width = self.right - self.left
        steps = [(after - before) * width for (one, before), (other, after) in pairwise(seen) if _han(one) and _han(other)]
        near = [step for step in steps if step < 1.2 * self._high]
        return sum(near) / len(near) if len(near) >= _ENOUGH else 0.0

    def runs(self, size: float) -> Iterator[Run]:
        """The characters at a font size, a run for each stretch without a blank."""
        text, lefts, rights = self.reading.text, array("f"), array("f")
        for char, place in zip(text, self.reading.places, strict=True):
            middle = self.left + place * (self.right - self.left) - (_HOLLOW if char in _OPENS else _EARLY) * size
            half = (0.5 if _wide(char) or char in _OPENS else 0.25) * size
            lefts.append(middle - half)
            rights.append(middle + half)
        starts = [0]
        for at in range(1, len(text)):
            start, end = self._gap(at)
            if end - start > _blank(text[at - 1], text[at]) * size:
                rights[at - 1], lefts[at] = start, end
                starts.append(at)
            elif rights[at - 1] > lefts[at]:
                rights[at - 1] = lefts[at] = (rights[at - 1] + lefts[at]) / 2
        run = Run(text, lefts, rights, (self.top + self.bottom) / 2 + 0.38 * size, size, self.reading.scores)
        for start, stop in pairwise([*starts, len(text)]):
            yield run.part(start, stop)

    def _gap(self, at: int) -> tuple[float, float]:
        """The widest stretch without ink between the middles of a character and the one before it."""
        one, other = (round(place * len(self.ink)) for place in self.reading.places[at - 1 : at + 1])
        start = found = one
        width = 0
        for empty in self.ink[one:other].split(b"\1"):
            if len(empty) > width:
                found, width = start, len(empty)
            start += len(empty) + 1
        point = (self.right - self.left) / len(self.ink)
        return self.left + found * point, self.left + (found + width) * point


def runs_of(lines: list[Line]) -> Iterator[Run]:
    """The runs of the lines of a page; lines of nearly one size have that size."""
    sizes = _sizes([(line.pitch, len(line.reading.text)) for line in lines if line.pitch])
    for line in lines:
        nearest = min(sizes, key=lambda size: abs(size - line.size), default=line.size)
        yield from line.runs(nearest if abs(nearest - line.size) <= _SAME * line.size else line.size)


def _sizes(measured: Iterable[tuple[float, int]]) -> list[float]:
    """The font sizes of a page, from those measured with the lengths of their lines: each the mean of some that lie together."""
    left, found = list(measured), []
    while left:
        groups = ([other for other in left if abs(other[0] - size) <= _SPREAD * size] for size, _ in left)
        together = max(groups, key=lambda group: sum(length for _, length in group))
        found.append(round(sum(size * length for size, length in together) / sum(length for _, length in together), 1))
        left = [other for other in left if other not in together]
    return found


def _blank(before: str, after: str) -> float:
    """Ems without ink between two characters beyond which a blank stands there."""
    if not (before.isalnum() and after.isalnum()):
        return _WIDE
    if before.isascii() and after.isascii():
        return _ONES if "1" in before + after else _WORDS
    return _APART


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WFA"


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
