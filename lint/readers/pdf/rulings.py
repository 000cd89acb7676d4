"""The ruling lines of a PDF page: straight edges, level or upright, of everything that is drawn as a path."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from lint.readers.pdf.frames import Frame

DEPTH = 5
"""How deep form XObjects may nest."""
SEGMENTS = 5_000
"""Segments of one path that are looked at; a map or a chart has more and no rulings."""
EDGES = 20_000
"""Edges of one page that are collected; a dense annex table has about two thousand."""

DRAWN = 100
"""Paths on a page without text that may be letters."""

Edge = dict[str, Any]
"""What the table finder of pdfplumber takes: orientation, x0, x1, top, bottom, width, height."""
_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STRAIGHT = 0.3
_PAPER = 250


def edges_of(raw: Any, page: Any, frame: Frame) -> list[Edge]:
    """The edges of a page in its reading frame, each once, at most `EDGES`."""
    found: dict[tuple[float, float, float, float], Edge] = {}
    count, fetch = raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject
    for start, end in _lines(raw, ((fetch(page, index)) for index in range(count)), _UNIT, 0):
        (x0, y0), (x1, y1) = frame.point(*start), frame.point(*end)
        if not (abs(x0) < 1e5 and abs(y0) < 1e5 and abs(x1) < 1e5 and abs(y1) < 1e5):
            continue
        width, height = abs(x1 - x0), abs(y1 - y0)
        if width <= _STRAIGHT < height:
            x0 = x1 = round((x0 + x1) / 2, 3)
            y0, y1 = round(min(y0, y1), 3), round(max(y0, y1), 3)
            orientation = "v"
        elif height <= _STRAIGHT < width:
            y0 = y1 = round((y0 + y1) / 2, 3)
            x0, x1 = round(min(x0, x1), 3), round(max(x0, x1), 3)
            orientation = "h"
        else:
            continue
        found.setdefault((x0, y0, x1, y1), edge(orientation, x0, x1, y0, y1))
        if len(found) >= EDGES:
            break
    return list(found.values())


def is_drawn(raw: Any, page: Any) -> bool:
    """Whether a page shows something that may be text without being text: an image, or letters drawn as many paths."""
    paths = 0
    for index in range(raw.FPDFPage_CountObjects(page)):
        for kind in _kinds(raw, raw.FPDFPage_GetObject(page, index), 0):
            paths += kind == raw.FPDF_PAGEOBJ_PATH
            if kind == raw.FPDF_PAGEOBJ_IMAGE or paths >= DRAWN:
                return True
    return False


def flat_texts(raw: Any, page: Any) -> int:
    """Pieces of text that pdfium leaves out: sideways text in a font that is neither embedded nor installed has no width."""
    box = [ctypes.c_float() for _ in range(4)]
    flat = 0
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, box)):
            flat += box[2].value - box[0].value < 0.01 < box[3].value - box[1].value
    return flat


def _kinds(raw: Any, item: Any, depth: int) -> Iterator[int]:
    kind: int = raw.FPDFPageObj_GetType(item)
    yield kind
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _kinds(raw, raw.FPDFFormObj_GetObject(item, index), depth + 1)


def edge(orientation: str, x0: float, x1: float, top: float, bottom: float) -> Edge:
    """An edge as the table finder takes it: orientation ``"h"`` or ``"v"``."""
    return {
        "object_type": "line", "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def _lines(raw: Any, items: Iterator[Any], matrix: _Matrix, depth: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    own = raw.FS_MATRIX()
    for item in items:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            if _shows(raw, item) and raw.FPDFPageObj_GetMatrix(item, ctypes.byref(own)):
                yield from _segments(raw, item, _times(own, matrix))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH and raw.FPDFPageObj_GetMatrix(item, ctypes.byref(own)):
            count, fetch = raw.FPDFFormObj_CountObjects(item), raw.FPDFFormObj_GetObject
            inner = (fetch(item, index) for index in range(count))
            yield from _lines(raw, inner, _times(own, matrix), depth + 1)


def _shows(raw: Any, path: Any) -> bool:
    """Whether a path leaves a mark: white areas without an outline are paper, not rulings."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)) or stroke.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, (red, green, blue, alpha))):
        return True
    return min(red.value, green.value, blue.value) < _PAPER and alpha.value > 0


def _times(own: Any, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c, own.a * b + own.b * d,
        own.c * a + own.d * c, own.c * b + own.d * d,
        own.e * a + own.f * c + e, own.e * b + own.f * d + f,
    )  # fmt: skip


def _segments(raw: Any, path: Any, matrix: _Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
    start = here = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path), SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x_ref, y_ref):
            continue
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield here, point
        here = point
        if raw.FPDFPathSegment_GetClose(segment) and here != start:
            yield here, start
            here = start
