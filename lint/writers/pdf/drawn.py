"""How a highlight and the note of a file look; drawn, so that they show in every viewer."""

from __future__ import annotations

from collections.abc import Sequence

from lint.check import Severity
from lint.writers.pdf.syntax import array, dictionary, numbers, stream

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""The corners of a box as the page shows it, in the space of the file: top left, top right, bottom left, bottom right."""
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in the space of the file."""

COLORS: dict[Severity, tuple[float, float, float]] = {
    "error": (1.0, 0.70, 0.66),
    "warning": (1.0, 0.87, 0.45),
    "info": (0.72, 0.86, 1.0),
}
"""Light enough to read what is under them, on paper too."""
NOTE = (1.0, 0.87, 0.45)
_FORM = {"Type": "/XObject", "Subtype": "/Form"}
_SHEET = "0.5 w 0.45 0.35 0.1 RG 1 0.87 0.45 rg 1.5 1.5 17 17 re B 1 w 5 14 m 15 14 l S 5 10.5 m 15 10.5 l S 5 7 m 11 7 l S"
"""A sheet with three lines, 20 units wide and high."""


def rect_of(quads: Sequence[Quad]) -> Rect:
    """The box around them."""
    points = [point for quad in quads for point in quad]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def highlight(quads: Sequence[Quad], severity: Severity) -> bytes:
    """Colour laid over the quads, through which the text is seen; two on one text are no darker than one."""
    state = dictionary({"G": dictionary({"Type": "/ExtGState", "BM": "/Darken"})})
    drawn = ["/G gs", f"{numbers(COLORS[severity])} rg"]
    for a, b, c, d in quads:
        drawn.append(f"{numbers(a)} m {numbers(b)} l {numbers(d)} l {numbers(c)} l h f")
    form = {**_FORM, "BBox": array([numbers(rect_of(quads))]), "Resources": dictionary({"ExtGState": state})}
    return stream(form, "\n".join(drawn).encode("ascii"))


def sheet() -> bytes:
    """The sign of a note."""
    return stream({**_FORM, "BBox": "[0 0 20 20]"}, _SHEET.encode("ascii"))
