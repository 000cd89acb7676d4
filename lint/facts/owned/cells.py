"""Cells of tables that their line or the header of their column calls by a user's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.owned.calling import called, label
from lint.facts.owned.named import Cell, Named
from lint.facts.tables.items import year_of
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.own.records import Names


def cells(sheets: Sequence[Sheet], wanted: Names, year: int | None) -> Iterator[Named]:
    """Every such cell, in reading order; `year` is the report year, for tables that name none."""
    for sheet in sheets:
        for panel in sheet.panels:
            for line in panel.lines:
                by_line = called(label(plain_label(line.label)), wanted)
                for column in panel.columns:
                    fit = by_line or called(label(column.name), wanted)
                    entry = None if line.loose else line.entries.get(column.index)
                    if fit is None or entry is None or not (entry.figure or entry.is_blank) or column.role == "change":
                        continue
                    owner = fit.owner or ("" if by_line else _owner(panel, line))
                    printed = _title(fit.title, column.name if by_line else plain_label(line.label))
                    cell = Cell(sheet, panel, line, column, by_line is not None, entry)
                    yield Named(entry.figure, printed, fit.grade, owner, year_of(sheet, column, year), column.side, cell=cell)


def _owner(panel: Panel, line: Line) -> str:
    """Whose figures a row holds: nobody's where it is a total or the only one."""
    return "" if rank(line) or len(panel.lines) == 1 else plain_label(line.label)


def _title(own: str, beside: str) -> str:
    return f"{own}（{beside}）" if beside else own
