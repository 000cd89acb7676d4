"""A picture of a page seen one way up: its lines of text, its rulings, and what the lines say.

A page a little askew is set level first. Lines are cut at the rulings before they are read, and the rulings painted
over, so that none becomes a 1 and no line reaches over two cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2
from statistics import median

from lint.readers.pdf.frames import rotated
from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.letters import Line, runs_of
from lint.readers.pdf.ocr import Corner, Reading, Recogniser
from lint.readers.pdf.picture import Picture, Stroke, ink_of, levelled, rulings_of, without
from lint.readers.pdf.rulings import Edge, edge

SAMPLE = 6
"""Lines that are read to find out which way up a page is."""
LEGIBLE = 0.4
"""Mean certainty below which a line is no text: a seal, a photograph."""
_FLAT, _STEEP = 0.0015, 0.2
"""Radians up to which lines count as level (a point over the width of a page), and beyond which the slope is not that of a page."""


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
        self._level, self._upright = rulings_of(ink)
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

    @property
    def empty(self) -> bool:
        """Whether no lines were found, which a turn would not change."""
        return not self._strips

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
        """The text, line by line, as far as it is legible."""
        return list(runs_of([self._line(strip) for strip in self._strips if self._read(strip).score >= LEGIBLE]))

    def _line(self, strip: _Strip) -> Line:
        ink = self._ink[strip.top : strip.bottom, strip.left : strip.right] > 0
        rows = ink.sum(axis=1)
        inked = (rows > 0.03 * rows.max()).nonzero()[0].tolist()
        columns = (ink.sum(axis=0) > 1).tobytes()
        top, bottom = strip.top + inked[0], strip.top + inked[-1] + 1
        left, right, height, top, bottom = (side / self._scale for side in (strip.left, strip.right, strip.height, top, bottom))
        return Line(self._read(strip), left, right, height, top, bottom, columns)

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
