"""Cells of tables that their line or the header of their column calls by a user's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.facts.owned.calling import Called, called, label
from lint.facts.owned.named import Cell, Named
from lint.facts.tables.dating import year_of
from lint.facts.tables.items import narrows
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.own.records import Names

_NARROWED = frozenset(("rate", "change", "average", "index"))
"""Under such a header a cell is not what its line is called: a rate of it, a change of it."""


def cells(sheets: Sequence[Sheet], wanted: Names, year: int | None) -> Iterator[Named]:
    """Every such cell, in reading order; `year` is the report year, for tables that name none."""
    for sheet in sheets:
        for panel in sheet.panels:
            heads = {column.index: _called(column.name, wanted) for column in panel.columns}
            for line in panel.lines:
                of_line = None if line.loose else _called(plain_label(line.label), wanted)
                for column in panel.columns:
                    by_line = of_line if column.role not in _NARROWED else None
                    fit = by_line or heads[column.index]
                    entry = None if line.loose else line.entries.get(column.index)
                    if fit is None or entry is None or not (entry.figure or entry.is_blank):
                        continue
                    owner = fit.owner or (narrows(column) if by_line else _owner(panel, line))
                    printed = _title(fit.title, column.name if by_line else plain_label(line.label))
                    cell = Cell(sheet, panel, line, column, by_line is not None, entry)
                    yield Named(entry.figure, printed, fit.grade, owner, year_of(sheet, column, year), column.side, cell=cell)


def _called(text: str, wanted: Names) -> Called | None:
    """How a label fits; one with a verb (实际到位资金) may be another figure, as the labels of tables are names as they stand."""
    fit = called(label(text), wanted)
    return replace(fit, grade="near") if fit and fit.grade == "led" else fit


def _owner(panel: Panel, line: Line) -> str:
    """Whose figures a row holds: nobody's where it is a total or the only one."""
    return "" if rank(line) or len(panel.lines) == 1 else plain_label(line.label)


def _title(own: str, beside: str) -> str:
    return f"{own}（{beside}）" if beside else own
