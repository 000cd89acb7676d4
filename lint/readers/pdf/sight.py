"""A picture of a page seen one way up: its lines of text, its rulings, and what the lines say.

A page a little askew is set level first. Lines are cut at the rulings before they are read, and the rulings painted
over, so that none becomes a 1 and no line reaches over two cells.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import atan2
from statistics import median
from unicodedata import east_asian_width

from lint.readers.pdf.frames import rotated
from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.ocr import Corner, Reading, Recogniser
from lint.readers.pdf.picture import Picture, Stroke, ink_of, levelled, rulings_of, without
from lint.readers.pdf.rulings import Edge, edge

SAMPLE = 6
"""Lines that are read to find out which way up a page is."""
_FLAT, _STEEP = 0.0015, 0.2
"""Radians up to which lines count as level (a point over the width of a page), and beyond which the slope is not that of a page."""
_SAME = 0.15
"""By how much the measured sizes of lines of one size differ."""
_HAN_INK, _DIGIT_INK = 0.92, 0.74
"""Ems that the ink of Chinese characters and of digits is high."""
_EARLY = 0.05
"""Ems by which the recogniser sees characters too far right."""
_OPENS = "(（《〈“‘[【〔"
_HOLLOW = 0.28
"""Ems from the middle of an opening bracket to its ink."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """The box of a line, or of the part of it in one cell."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


class Sight:
    """A picture turned one way, set level, its lines found and the widest of them read."""

    def __init__(self, picture: Picture, turn: int, recogniser: Recogniser) -> None:
        self.turn, self._scale, self._recogniser = turn, picture.scale, recogniser
        image = picture.turned(turn)
        boxes = recogniser.lines(image)
        self.slope = _slope(boxes)
        image = levelled(image, self.slope)
        ink = ink_of(image)
        self._level, self._upright = rulings_of(ink, picture.scale)
        strokes = [*self._level, *self._upright]
        paper = [int(median(image[::16, ::16, channel].ravel().tolist())) for channel in range(3)]
        self._image, self._ink = without(image, strokes, paper), without(ink, strokes, 0)
        height, width = image.shape[:2]
        flat = ([rotated(x, y, -self.slope, width, height) for x, y in box] for box in boxes)
        self._strips = [strip for box in flat for strip in self._cut(box, width, height)]
        tall = sum(strip.height > 1.5 * (strip.right - strip.left) for strip in self._strips)
        self._readings: dict[_Strip, Reading] = {}
        self.score = 0.0
        if 2 * tall <= len(self._strips):
            widest = sorted(self._strips, key=lambda strip: strip.left - strip.right)[:SAMPLE]
            scores = [score for strip in widest for score in self._read(strip).scores]
            self.score = sum(scores) / len(scores) if scores else 0.0

    def _cut(self, box: list[Corner], width: int, height: int) -> Iterator[_Strip]:
        """The box of a line, as far as there is ink, cut at the rulings that pass through it."""
        xs, ys = sorted(x for x, _ in box), sorted(y for _, y in box)
        left, right = max(int(xs[0]), 0), min(round(xs[3]), width)
        top, bottom = max(int((ys[0] + ys[1]) / 2), 0), min(round((ys[2] + ys[3]) / 2), height)
        middle = (top + bottom) / 2
        crossing = sorted((x0, x1) for x0, y0, x1, y1 in self._upright if y0 < middle < y1 and left < x1 and x0 < right)
        for start, end in zip([left, *(x1 for _, x1 in crossing)], [*(x0 for x0, _ in crossing), right], strict=True):
            if end - start > 2 and self._ink[top:bottom, start:end].any(axis=0).sum() > 2:
                yield _Strip(start, top, end, bottom)

    def _read(self, strip: _Strip) -> Reading:
        if strip not in self._readings:
            self._readings[strip] = self._recogniser.read(self._image[strip.top : strip.bottom, strip.left : strip.right])
        return self._readings[strip]

    def runs(self) -> list[Run]:
        """The text, a run for each stretch without a blank; lines of about the page's usual size have that size."""
        read = [(strip, self._read(strip)) for strip in self._strips]
        lines = [_Line(strip, reading, *self._extent(strip), self._scale) for strip, reading in read if reading.text]
        sizes = Counter[float]()
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.reading.text)
        usual = sizes.most_common(1)[0][0] if sizes else 0.0
        return [run for line in lines for run in line.runs(usual if abs(line.size - usual) <= _SAME * usual else line.size)]

    def _extent(self, strip: _Strip) -> tuple[int, int]:
        """Where the ink of a line begins and ends from top to bottom."""
        rows = self._ink[strip.top : strip.bottom, strip.left : strip.right].sum(axis=1)
        inked = (rows > 0.03 * rows.max()).nonzero()[0]
        return strip.top + int(inked[0]), strip.top + int(inked[-1]) + 1

    def edges(self) -> list[Edge]:
        return [self._edge("h", stroke) for stroke in self._level] + [self._edge("v", stroke) for stroke in self._upright]

    def _edge(self, orientation: str, stroke: Stroke) -> Edge:
        x0, top, x1, bottom = (round(side / self._scale, 3) for side in stroke)
        if orientation == "h":
            top = bottom = (top + bottom) / 2
        else:
            x0 = x1 = (x0 + x1) / 2
        return edge(orientation, x0, x1, top, bottom)


def _slope(boxes: list[list[Corner]]) -> float:
    """The angle in radians by which most lines fall to the right."""
    slopes: list[float] = []
    for (x0, y0), (x1, y1), _, (x3, y3) in boxes:
        if x1 - x0 > 5 * abs(y3 - y0) + abs(x3 - x0):
            slopes.append(atan2(y1 - y0, x1 - x0))
    angle = median(slopes) if slopes else 0.0
    return angle if _FLAT <= abs(angle) <= _STEEP else 0.0


@dataclass(frozen=True)
class _Line:
    """A line that was read: its ink reaches from `top` to `bottom`, in pixels."""

    strip: _Strip
    reading: Reading
    top: int
    bottom: int
    scale: float

    @property
    def size(self) -> float:
        """The font size in points: the usual distance of Chinese characters side by side, else from the height of the ink."""
        text, places = self.reading.text, self.reading.places
        width = self.strip.right - self.strip.left
        by_ink = (self.bottom - self.top) / self.scale / (_HAN_INK if any(map(_wide, text)) else _DIGIT_INK)
        steps = [
            (after - before) * width / self.scale
            for (one, before), (other, after) in pairwise(zip(text, places, strict=True))
            if _han(one) and _han(other)
        ]
        return min(median(steps), 1.2 * by_ink) if len(steps) >= 4 else by_ink

    def runs(self, size: float) -> Iterator[Run]:
        """The line in points, cut where a blank stands."""
        reading, scale = self.reading, self.scale
        base = (self.top + self.bottom) / 2 / scale + 0.38 * size
        lefts, rights = array("f"), array("f")
        for char, place in zip(reading.text, reading.places, strict=True):
            middle = (self.strip.left + place * (self.strip.right - self.strip.left)) / scale
            middle -= (_HOLLOW if char in _OPENS else _EARLY) * size
            half = (0.5 if _wide(char) or char in _OPENS else 0.25) * size
            lefts.append(middle - half)
            rights.append(middle + half)
        for at, (right, left) in enumerate(zip(rights[:-1], lefts[1:], strict=True)):
            if right > left:
                rights[at] = lefts[at + 1] = (right + left) / 2
        run = Run(reading.text, lefts, rights, base, size, reading.scores)
        start = 0
        for at in range(1, len(run.text)):
            if reading.words[at] or lefts[at] - rights[at - 1] > size:
                yield run.part(start, at)
                start = at
        yield run.part(start, len(run.text))


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WFA"


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
