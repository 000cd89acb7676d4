"""Text that a clipping path hides: a frame that goes on over the page end is drawn whole on both pages, and cut."""

from __future__ import annotations

import ctypes
from typing import Any

_VISIBLE = 0.25
"""The part of a line's height that must show."""
_PATHS = 20
_SEGMENTS = 100

Limits = tuple[float, float, float, float]


class Clips:
    """Answers for the characters of one page whether they are hidden; remembers the last text object."""

    def __init__(self, raw: Any, textpage: Any) -> None:
        self._raw, self._textpage = raw, textpage
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._own, self._drawn = raw.FS_MATRIX(), raw.FS_MATRIX()

    def hides(self, index: int, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether a box, in the space of the file, of the text that `index` belongs to lies outside its clip."""
        item = self._raw.FPDFText_GetTextObject(self._textpage, index)
        limits = self._limits(item) if item else None
        if limits is None:
            return False
        clip_left, clip_bottom, clip_right, clip_top = limits
        wide = min(right, clip_right) - max(left, clip_left)
        high = min(top, clip_top) - max(bottom, clip_bottom)
        if wide > _VISIBLE * min(right - left, top - bottom) and high > _VISIBLE * min(top - bottom, right - left):
            return False
        return self._in_page_space(item, index)

    def _limits(self, item: Any) -> Limits | None:
        """The box that all clipping paths of an object leave; None without clipping."""
        raw = self._raw
        clip = raw.FPDFPageObj_GetClipPath(item)
        paths = raw.FPDFClipPath_CountPaths(clip) if clip else 0
        if not 0 < paths <= _PATHS:
            return None
        x_ref, y_ref = ctypes.byref(self._x), ctypes.byref(self._y)
        left = bottom = float("-inf")
        right = top = float("inf")
        for path in range(paths):
            count = raw.FPDFClipPath_CountPathSegments(clip, path)
            if not 0 < count <= _SEGMENTS:
                continue
            xs: list[float] = []
            ys: list[float] = []
            for at in range(count):
                if raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, at), x_ref, y_ref):
                    xs.append(self._x.value)
                    ys.append(self._y.value)
            if xs:
                left, right = max(left, min(xs)), min(right, max(xs))
                bottom, top = max(bottom, min(ys)), min(top, max(ys))
        return left, bottom, right, top

    def _in_page_space(self, item: Any, index: int) -> bool:
        """Whether the object stands on the page itself: inside a form its clip is counted from elsewhere."""
        raw, own, drawn = self._raw, self._own, self._drawn
        if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(own)):
            return False
        if not raw.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(drawn)):
            return False
        pairs = ((own.a, drawn.a), (own.b, drawn.b), (own.c, drawn.c), (own.d, drawn.d), (own.e, drawn.e), (own.f, drawn.f))
        return all(abs(mine - theirs) < 0.01 for mine, theirs in pairs)
