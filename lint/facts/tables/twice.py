"""The same quantity in two tables of a document.

Two columns are held against each other only where they mean the same (合计, or the same header), are of one year
and side, and show the same total: then their scope is the same, and every line that both have must agree. Lines
are known by their label, below the first level of subject codes by all the labels above them. Where two tables
split one amount under the same headers (人员经费, 公用经费), the split must be the same too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.dating import year_of
from lint.facts.tables.items import line_keys, narrows, title_of
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.figure import Figure
from lint.interval import total as total_of

_ALIKE = 2
"""How many lines must agree before another one that differs is held against them."""


@dataclass(frozen=True, eq=False, slots=True)
class Twice:
    """Two cells that should show the same; `name` is their line and header, `first` and `second` the titles of their tables.

    `sure` where other lines of the two columns agree, and the differing ones are few.
    """

    name: str
    earlier: Figure
    later: Figure
    first: str
    second: str
    sure: bool


@dataclass(frozen=True, eq=False, slots=True)
class _Pillar:
    """A column with what it means, its total and its lines by their keys; `title` is what to call its table."""

    sheet: Sheet
    title: str
    panel: Panel
    column: Column
    meaning: tuple[str, int | None, names.Side]
    total: Figure
    cells: dict[str, tuple[str, Figure]]


def twice(sheets: Sequence[Sheet], year: int | None) -> tuple[Twice, ...]:
    """Every quantity that two tables show; `year` is the report year, for tables that name none."""
    if len(sheets) < 2:
        return ()
    pillars = [pillar for sheet in sheets for panel in sheet.panels for pillar in _pillars(sheet, panel, year)]
    return (*_lines(pillars), *_splits(pillars))


def _pillars(sheet: Sheet, panel: Panel, year: int | None) -> Iterator[_Pillar]:
    """The amount columns of a panel with exactly one total line of the highest rank."""
    highest = max((rank(line) for line in panel.lines), default=0)
    tops = [line for line in panel.lines if rank(line) == highest]
    if highest < 2 or len(tops) != 1:
        return
    keys = line_keys(panel)
    title = title_of(sheet)
    side = names.side(title)
    for column in panel.columns:
        total = tops[0].figure(column)
        if column.role != "amount" or total is None or total.kind != "money" or not total.value:
            continue
        own = "" if is_total_label(column.name) else narrows(column)
        yield _Pillar(
            sheet, title, panel, column, (own, year_of(sheet, column, year), column.side or side), total, _cells(panel, column, keys)
        )


def _cells(panel: Panel, column: Column, keys: dict[Line, str]) -> dict[str, tuple[str, Figure]]:
    found: dict[str, tuple[str, Figure]] = {}
    doubled: set[str] = set()
    for line in panel.lines:
        key = keys.get(line, "")
        figure = line.figure(column)
        if not key or rank(line) or figure is None:
            continue
        if key in found:
            doubled.add(key)
        found[key] = (plain_label(line.label), figure)
    return {key: cell for key, cell in found.items() if key not in doubled}


def _lines(pillars: Sequence[_Pillar]) -> Iterator[Twice]:
    """The lines of each column against those of the earlier column that has most of them."""
    known: dict[tuple[str, int | None, names.Side], list[_Pillar]] = {}
    for later in pillars:
        before = known.setdefault(later.meaning, [])
        alike = [earlier for earlier in before if earlier.sheet is not later.sheet and _same(earlier.total, later.total)]
        before.append(later)
        earlier = max(alike, key=lambda pillar: len(pillar.cells.keys() & later.cells.keys()), default=None)
        if earlier is None:
            continue
        common = [(earlier.cells[key], later.cells[key]) for key in later.cells if key in earlier.cells]
        agreeing = sum(bool(ours[1].value) and _same(ours[1], theirs[1]) for ours, theirs in common)
        differing = sum(not _same(ours[1], theirs[1]) for ours, theirs in common)
        if agreeing < max(_ALIKE, differing):
            continue
        sure = agreeing > differing and bool(later.meaning[1] and later.meaning[2])
        for (name, ours), (_, theirs) in common:
            yield Twice(_name(name, later), ours, theirs, earlier.title, later.title, sure)


def _splits(pillars: Sequence[_Pillar]) -> Iterator[Twice]:
    """Totals of columns with the same headers that split the same amount in two tables."""
    groups = _siblings(pillars)
    for at, later in enumerate(groups):
        for earlier in groups[:at]:
            pairs = [(ours, theirs) for ours, theirs in zip(earlier, later, strict=False) if ours.meaning == theirs.meaning]
            if earlier[0].sheet is later[0].sheet or not len(pairs) == len(earlier) == len(later):
                continue
            sums = [total_of(pillar.total.printed for pillar in group) for group in (earlier, later)]
            if sums[0].meets(sums[1]) and not all(_same(ours.total, theirs.total) for ours, theirs in pairs):
                for ours, theirs in pairs:
                    name = theirs.column.name
                    yield Twice(name, ours.total, theirs.total, ours.title, theirs.title, False)
                break


def _siblings(pillars: Sequence[_Pillar]) -> list[list[_Pillar]]:
    """The named columns of each header group, where it has at least two."""
    found: dict[tuple[int, tuple[str, ...]], list[_Pillar]] = {}
    for pillar in pillars:
        if pillar.meaning[0]:
            found.setdefault((id(pillar.panel), pillar.column.path[:-1]), []).append(pillar)
    return [group for group in found.values() if len(group) > 1]


def _name(label: str, pillar: _Pillar) -> str:
    return f"{label}（{pillar.column.name}）" if pillar.column.name else label


def _same(ours: Figure, theirs: Figure) -> bool:
    exact = ours.number.scale == theirs.number.scale and ours.number.value == theirs.number.value
    return exact or ours.value == theirs.value or ours.interval.meets(theirs.interval)
