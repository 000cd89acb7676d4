"""Tables understood: sheets with a caption, panels of labelled lines, columns with their headers and roles.

A *sheet* is one header with the body below it; a table may hold several (a form). A *panel* is a column of labels with the number columns to its right; an income
and expenditure statement has two, side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from lint.document import Table
from lint.facts.grid import Slot
from lint.facts.tables.columns import Column
from lint.figure import Figure
from lint.place import Span


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A cell under a number column: its figure, or None with the text that stands there instead."""

    slot: Slot
    figure: Figure | None

    @property
    def span(self) -> Span:
        return self.slot.cell.span

    @property
    def is_blank(self) -> bool:
        return self.figure is None and self.slot.is_blank

    @property
    def is_empty(self) -> bool:
        """Nothing at all in it, not even a dash."""
        return not self.slot.text


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A body row of a panel. `code` is its subject code by parts (``("204", "06")``); `loose` rows could not be aligned.

    `falls` tells that a cell of the row says by itself that what it counts fell (方向：下降).
    """

    label: str
    span: Span
    code: tuple[str, ...]
    entries: dict[int, Entry]
    loose: bool = False
    falls: bool = False

    def figure(self, column: Column) -> Figure | None:
        """The figure under a column; None for a loose row."""
        entry = None if self.loose else self.entries.get(column.index)
        return entry.figure if entry else None


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """Labelled lines and the number columns to their right."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A header with its body. `caption` is the words above it."""

    caption: str
    span: Span
    panels: tuple[Panel, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(column for panel in self.panels for column in panel.columns)

    def is_of(self, table: Table) -> bool:
        """Whether it was read from this table."""
        return table.span.start <= self.span.start < table.span.end
