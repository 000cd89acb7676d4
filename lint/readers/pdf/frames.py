"""A PDF page turned by quarter turns, and its points as seen there.

Lengths are PDF points from the top left corner. The frame *as shown* is turned by the page's own /Rotate; the
*reading* frame so that most of the text stands upright (a landscape annex drawn sideways on a portrait page), and,
where the page is the picture of a sheet that lay a little askew, so that its lines are level.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from math import cos, isfinite, sin
from typing import Any


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned by quarter turns: `bounds` is its box (left, bottom, right, top) in the space of the file.

    `slope` is the angle, in radians, by which lines fell to the right before they were set level.
    """

    bounds: tuple[float, float, float, float]
    turn: int
    slope: float = 0.0

    @property
    def width(self) -> float:
        left, bottom, right, top = self.bounds
        return top - bottom if self.turn % 2 else right - left

    @property
    def height(self) -> float:
        left, bottom, right, top = self.bounds
        return right - left if self.turn % 2 else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the space of the file, seen in this frame."""
        left, bottom, right, top = self.bounds
        if self.turn == 0:
            return x - left, top - y
        if self.turn == 1:
            return y - bottom, x - left
        if self.turn == 2:
            return right - x, y - bottom
        return top - y, right - x

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point of the space of the file that is seen at a point of this frame."""
        left, bottom, right, top = self.bounds
        if self.turn == 0:
            return left + x, top - y
        if self.turn == 1:
            return left + y, bottom + x
        if self.turn == 2:
            return right - x, bottom + y
        return right - y, top - x


def frame_of(raw: Any, page: Any) -> Frame:
    """The page as shown. Raises ValueError for a page without a usable size."""
    rect = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)):
        raise ValueError("no page box")
    bounds = (rect.left, rect.bottom, rect.right, rect.top)
    if not all(isfinite(side) and abs(side) < 1e6 for side in bounds):
        raise ValueError("page box out of range")
    return Frame(bounds, raw.FPDFPage_GetRotation(page) % 4)


def rotated(x: float, y: float, angle: float, width: float, height: float) -> tuple[float, float]:
    """A point turned clockwise, by an angle in radians, about the middle of a page of this size."""
    across, down = x - width / 2, y - height / 2
    return width / 2 + across * cos(angle) - down * sin(angle), height / 2 + across * sin(angle) + down * cos(angle)
