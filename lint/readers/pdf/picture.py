"""A page as a picture: rendered, turned, set level, and the ruling lines that are seen in it. Lengths are pixels."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from math import degrees
from typing import Any

from lint.readers.pdf.frames import Frame
from lint.readers.pdf.ocr import Image

DPI = 200
PIXELS = 8_000_000
"""Pixels of a picture at most: an A3 page at 200 dpi has 7.7 million."""
FEWEST = 0.00002
"""The part of a page that must be darker than its surroundings for anything to stand on it: a single character has as much."""
LONG = 0.042
"""The part of a page's shorter side from which on a straight stroke may be a ruling, 25 points on A4; characters are smaller."""
STROKES = 4_000
"""Long strokes on a page beyond which it shows a pattern or a map, and no table."""
_CLOSE = 5
"""Pixels between the end of a ruling and the one it meets."""

Stroke = tuple[int, int, int, int]
"""Left, top, right, bottom of a ruling, its thickness included."""


@dataclass(frozen=True)
class Picture:
    """A page as rendered, `scale` pixels a point."""

    image: Image
    scale: float

    @property
    def blank(self) -> bool:
        """Whether hardly anything stands on it."""
        return float((ink_of(self.image) > 0).mean()) < FEWEST

    def turned(self, quarters: int) -> Image:
        """The image turned clockwise."""
        import numpy

        return numpy.ascontiguousarray(numpy.rot90(self.image, -quarters))


def picture_of(raw: Any, page: Any, shown: Frame) -> Picture:
    """A page as shown. Raises ValueError for one that is too narrow to be rendered."""
    import numpy

    scale = min(DPI / 72, (PIXELS / (shown.width * shown.height)) ** 0.5)
    width, height = round(shown.width * scale), round(shown.height * scale)
    if not (0 < width <= PIXELS and 0 < height <= PIXELS):
        raise ValueError("a page without an area")
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    rows = numpy.frombuffer(data, numpy.uint8).reshape(height, stride)
    return Picture(rows[:, : width * 3].reshape(height, width, 3), scale)


def levelled(image: Image, angle: float) -> Image:
    """An image turned back by an angle in radians by which its lines fall to the right."""
    if not angle:
        return image
    import cv2

    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(angle), 1.0)
    return cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))


def ink_of(image: Image) -> Image:
    """Where an image is darker than its surroundings: 255 there, else 0."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 51, 15)


def rulings_of(ink: Image) -> tuple[list[Stroke], list[Stroke]]:
    """The level and the upright rulings that meet another; a long stroke alone may be a dash or a blank to fill in."""
    length = round(LONG * min(ink.shape))
    level, upright = _strokes(ink, length, 1), _strokes(ink, 1, length)
    if len(level) + len(upright) > STROKES:
        return [], []
    return [line for line in level if _meets(line, upright)], [line for line in upright if _meets(line, level)]


def _strokes(ink: Image, width: int, height: int) -> list[Stroke]:
    import cv2

    gap = cv2.getStructuringElement(cv2.MORPH_RECT, (min(width, 3), min(height, 3)))
    whole = cv2.getStructuringElement(cv2.MORPH_RECT, (width, height))
    kept = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, gap), cv2.MORPH_OPEN, whole)
    _, _, stats, _ = cv2.connectedComponentsWithStats(kept)
    found = [(x, y, x + wide, y + high) for x, y, wide, high, _ in stats[1:].tolist()]
    return [stroke for stroke in found if min(stroke[2] - stroke[0], stroke[3] - stroke[1]) <= max(width, height) / 4]


def _meets(stroke: Stroke, others: list[Stroke]) -> bool:
    left, top, right, bottom = stroke
    return any(
        left - _CLOSE <= other[2] and other[0] <= right + _CLOSE and top - _CLOSE <= other[3] and other[1] <= bottom + _CLOSE
        for other in others
    )


def without(image: Image, strokes: list[Stroke], paper: Any) -> Image:
    """A copy of an image with strokes painted over."""
    cleaned = image.copy()
    for left, top, right, bottom in strokes:
        cleaned[max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1] = paper
    return cleaned
