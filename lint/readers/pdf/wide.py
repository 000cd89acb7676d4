"""Sheets too wide for their paper: their further columns stand on the next page, at the same heights.

Office programs draw a cell or a line of text that the edge of the paper cuts on both pages, so both are laid side
by side before tables are looked for. That the next page is the further part of a sheet, and no sheet of its own
with rows of the same heights, must show: a cell open to both pages, text that runs on, columns that are counted on.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.rulings import Edge

_NEAR = 1.0
"""Points by which heights and edges that are one may differ."""
_FEWEST_LEVELS = 3
"""Level rulings that a table has at least: two rows."""
_DIGITS = 2
"""Digits of the number of a column."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the pages that lie side by side: its number, the x where it begins, and by how much it was moved."""

    number: int
    start: float
    shift: float


@dataclass(frozen=True, slots=True)
class Spread:
    """A page, or pages laid side by side: rulings and text in the frame of the first, and all `parts`."""

    number: int
    width: float
    height: float
    edges: list[Edge]
    runs: list[Run]
    parts: tuple[Part, ...] = ()


def laid_beside(sheet: Spread, page: Spread) -> tuple[Spread, list[Run]] | None:
    """The sheet with the next page at its right, and the runs of that page that are none of it; None if it is another sheet."""
    paper = sheet.width - (sheet.parts[-1].shift if sheet.parts else 0.0)
    levels = _levels(page.edges)
    if abs(sheet.height - page.height) > _NEAR or abs(paper - page.width) > _NEAR or len(levels) < _FEWEST_LEVELS:
        return None
    known = _levels(sheet.edges)
    top, bottom = levels[0] - _NEAR, levels[-1] + _NEAR
    table = [edge for edge in sheet.edges if top <= edge["top"] and edge["bottom"] <= bottom]
    if not table or not all(_has(known, level) for level in levels):
        return None
    right, left = max(edge["x1"] for edge in table), min(edge["x0"] for edge in page.edges)
    shift = right - left
    lines: list[Run] = []
    own: list[Run] = []
    for run in page.runs:
        (lines if top < run.middle < bottom or run.lefts[0] < 0 else own).append(run)
    moved = [_moved(run, shift) for run in lines]
    if not (_open(table, right, page.edges, left, levels) or _counted_on(sheet.runs, moved) or _runs_on(sheet.runs, moved, right)):
        return None
    runs = [*sheet.runs, *(part for run in moved for part in _new(run, sheet.runs))]
    edges = [*sheet.edges, *({**edge, "x0": edge["x0"] + shift, "x1": edge["x1"] + shift} for edge in page.edges)]
    parts = (*(sheet.parts or (Part(sheet.number, 0.0, 0.0),)), Part(page.number, right, shift))
    return replace(sheet, width=page.width + shift, edges=edges, runs=runs, parts=parts), own


def _levels(edges: list[Edge]) -> list[float]:
    """The heights of the level rulings."""
    heights = sorted(edge["top"] for edge in edges if edge["orientation"] == "h")
    return heights[:1] + [below for above, below in pairwise(heights) if below - above > _NEAR]


def _has(levels: list[float], level: float) -> bool:
    at = bisect_left(levels, level - _NEAR)
    return at < len(levels) and levels[at] <= level + _NEAR


def _open(table: list[Edge], right: float, edges: list[Edge], left: float, levels: list[float]) -> bool:
    """Whether a cell is closed neither at the right of one page nor at the left of the next, though each closes its other side."""
    sides = [[edge for edge in side if edge["orientation"] == "v"] for side in (table, edges)]
    for middle in ((above + below) / 2 for above, below in pairwise(levels)):
        before, after = ([edge["x0"] for edge in side if edge["top"] < middle < edge["bottom"]] for side in sides)
        if before and after and max(before) < right - _NEAR and min(after) > left + _NEAR:
            return True
    return False


def _counted_on(sheet: list[Run], page: list[Run]) -> bool:
    """Whether a row that counts the columns (栏次 1 2 3) goes on counting."""
    further = _counts(page)
    return any(base in further and count[-1] + 1 == further[base][0] for base, count in _counts(sheet).items() if len(count) > 1)


def _counts(runs: list[Run]) -> dict[int, list[int]]:
    """The whole numbers of each line that count, left to right."""
    found: dict[int, list[int]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: run.lefts[0]):
        if run.text.isdecimal() and len(run.text) <= _DIGITS:
            found[round(run.base)].append(int(run.text))
    return {base: row for base, row in found.items() if row == list(range(row[0], row[0] + len(row)))}


def _runs_on(sheet: list[Run], page: list[Run], right: float) -> bool:
    """Whether a text over the edge of the paper stands on both pages, at one place of the sheet."""
    across = [run for run in page if run.lefts[0] < right - _NEAR]
    return any(
        run.text == other.text and abs(run.base - other.base) <= _NEAR and abs(run.lefts[0] - other.lefts[0]) <= _NEAR
        for run in across
        for other in sheet
    )


def _moved(run: Run, shift: float) -> Run:
    return replace(run, lefts=array("f", [x + shift for x in run.lefts]), rights=array("f", [x + shift for x in run.rights]))


def _new(run: Run, known: list[Run]) -> Iterator[Run]:
    """What of a run does not stand on the sheet already."""
    taken = [
        other
        for other in known
        if abs(other.base - run.base) <= _NEAR and other.lefts[0] < run.rights[-1] and other.rights[-1] > run.lefts[0]
    ]
    end = max((other.rights[-1] for other in taken), default=run.lefts[0])
    start = bisect_left([(a + b) / 2 for a, b in zip(run.lefts, run.rights, strict=True)], end)
    if start < len(run.text):
        yield run.part(start, len(run.text))
