"""Tables without rulings, or with level or upright ones alone: numbers under each other below a line that names them.

Running text is never one, and a table that is only partly understood, or that may go on over a page end, is left as
text and told: half a table adds up to nothing. (The text strategy of pdfplumber makes tables of running text.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lint.readers.pdf.aligned import FEWEST_COLUMNS, bands, middles, numbers_of
from lint.readers.pdf.body import Body
from lint.readers.pdf.glyphs import Run
from lint.readers.pdf.lines import Line, lines_of
from lint.readers.pdf.margins import Item, Page
from lint.readers.pdf.naming import FIRMLY, Header
from lint.readers.pdf.ruled import Filler, Grid
from lint.readers.pdf.rulings import Edge

_HIGH, _LOW = 6, 3
"""Lines above a table that may go on from the page before (heads, titles, names), and below one that may go on."""


@dataclass(frozen=True, slots=True)
class Unruled:
    """The tables without rulings of a page and the runs outside them. Not `whole`: one or more could not be made out.

    `high` and `low` tell whether the first stands at the top of the page's text and the last at its bottom.
    """

    grids: tuple[Grid, ...]
    rest: tuple[Run, ...]
    whole: bool
    high: bool
    low: bool


def unruled(page: int, lines: Sequence[Line], edges: list[Edge], runs: list[Run]) -> Unruled | None:
    """What a page holds of tables without rulings; None if no numbers stand under each other."""
    found = list(bands(lines))
    if not found:
        return None
    high, low = found[0].first <= _HIGH, found[-1].last >= len(lines) - _LOW
    taken = {at for band in found for at in range(band.first, band.last + 1)}
    if any(len(numbers_of(line)) >= FEWEST_COLUMNS for at, line in enumerate(lines) if at not in taken):
        return Unruled((), (), False, high, low)  # a form, of which the bands are but a part
    grids: list[Grid] = []
    rest = runs
    for band in found:
        grid = _filler(Body(band, lines, edges))
        if grid is None:
            return Unruled((), (), False, high, low)
        inside, rest = grid.share(rest)
        grids.append(grid.grid(page, inside))
    return Unruled(tuple(grids), tuple(rest), True, high, low)


def placed(pages: list[Page], found: dict[int, Unruled]) -> tuple[list[Page], list[int]]:
    """The pages with their tables without rulings, found by page number, and the pages where these stay text."""
    unread: list[int] = []
    done: list[Page] = []
    for page in pages:
        here, before, after = (found.get(page.number + step) for step in (0, -1, 1))
        cut = here and ((after and here.low and after.high) or (before and before.low and here.high))
        if here and here.whole and not cut:
            ruled = [item for item in page.items if isinstance(item, Grid)]
            items: list[Item] = [*lines_of(page.number, here.rest), *ruled, *here.grids]
            page = replace(page, items=tuple(sorted(items, key=lambda item: item.top)))
        elif here:
            unread.append(page.number)
        done.append(page)
    return done, unread


def _filler(body: Body) -> Filler | None:
    """The cells of a table, still empty; None if the lines are no table or not surely all of one."""
    header = Header(body)
    if not body.sound or not header.find():
        return None
    rows = [header.lines, *_rows(body, header.lead)]
    lines = [body.lines[at] for row in rows for at in row]
    xs = [min(line.left for line in lines) - 1, *middles(header.gutters), max(line.right for line in lines) + 1]
    ys = [lines[0].top - 1, *(_between(body, above, below) for above, below in pairwise(rows)), lines[-1].bottom + 1]
    return Filler([(x0, top, x1, bottom) for top, bottom in pairwise(ys) for x0, x1 in pairwise(xs)])


def _rows(body: Body, lead: list[int]) -> list[list[int]]:
    """The lines of each row: one with numbers, and the lines of labels that belong to it."""
    numbered = body.band.rows
    boxed = all(body.ruled(above, below) for above, below in pairwise(numbered))
    rows = {at: [at] for at in numbered}
    rows[numbered[0]].extend(lead)
    for at in range(body.band.first, body.band.last + 1):
        if at in numbered:
            continue
        following = bisect_left(numbered, at)
        above, below = numbered[following - 1], numbered[following]
        steps = [abs(body.lines[other].base - body.lines[at].base) for other in (above, below)]
        if boxed:
            owner = below if body.ruled(above, at) else above
        elif min(steps) < FIRMLY * max(steps):
            owner = above if steps[0] < steps[1] else below
        else:
            owner = at
        rows.setdefault(owner, []).append(at)
    return sorted(sorted(row) for row in rows.values())


def _between(body: Body, above: list[int], below: list[int]) -> float:
    bottom, top = max(body.lines[at].bottom for at in above), min(body.lines[at].top for at in below)
    rule = body.rule(bottom, top)
    return (bottom + top) / 2 if rule is None else rule
