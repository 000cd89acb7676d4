"""The sums that the lines of a table claim, column by column: 合计, 小计, 其中 and subject codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import repeat

from lint.facts.tables.columns import Column
from lint.facts.tables.details import Closed, Group, Manner, adds_up
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.nesting import adding, groups
from lint.facts.tables.sheets import Entry, Line, Panel, Sheet
from lint.figure import Figure
from lint.place import Span

NEARLY = Fraction(1, 50)
"""An open list whose sum misses the total by at most this share of it is taken for a complete one."""
FAR = Fraction(1, 4)
"""A sum further off than this, in a table where no other column confirms the structure, is a prompt rather than an error."""


@dataclass(frozen=True, eq=False, slots=True)
class TableSum:
    """One column of a group: `total` is None where its cell holds no number.

    `gaps` are the labels of parts without a number, `zeros` tells that the sheet leaves zeros blank; `open` that one
    of them is a change that could not be read, and may be negative; `confirmed`
    that the group balances in another column, or that codes fix the structure; `alone` that no other column is
    off; `guessed` that arithmetic chose among readings.
    """

    name: str
    total: Figure | None
    cell: Span
    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    labels: tuple[str, ...]
    gaps: tuple[str, ...]
    closed: Closed
    manner: Manner
    confirmed: bool
    alone: bool
    guessed: bool
    open: bool = False
    zeros: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the total is blank or zero although its parts are not."""
        return self.closed != "no" and bool(self.derived) and (self.total is None or not self.total.value)

    @property
    def omitted(self) -> str:
        """The label of the part without which the others add up to the total; empty where there is none."""
        if self.total is None or len(self.parts) < 3:
            return ""
        excess = self.derived - self.total.value
        parts = zip(self.labels, self.parts, self.signs, strict=True)
        return next((label for label, part, sign in parts if excess and sign * part.value == excess), "")

    @property
    def is_over(self) -> bool:
        """Whether the parts exceed the total."""
        return self.total is not None and self.derived > self.total.value

    @property
    def derived(self) -> Fraction:
        return sum((sign * part.value for part, sign in zip(self.parts, self.signs, strict=True)), Fraction(0))

    @property
    def is_settled(self) -> bool:
        """Whether a difference is a contradiction: the list is complete, nearly closes, or exceeds its total."""
        if self.total is None or self.closed == "no" or (self.is_far and not self.confirmed and not self.alone):
            return False
        if self.is_over:
            return not self.open
        return (not self.gaps or self.zeros) and (
            self.closed == "yes" or abs(self.total.value - self.derived) <= abs(self.total.value) * NEARLY
        )

    @property
    def is_decided(self) -> bool:
        """Whether it comes to a verdict: it adds up, or its difference is a contradiction."""
        return self.is_settled or (self.total is not None and self.total.value == self.derived)

    @property
    def is_far(self) -> bool:
        """Whether the sum is off by more than slips of the pen make it."""
        return self.total is not None and abs(self.total.value - self.derived) > abs(self.total.value) * FAR

    @property
    def is_doubtful(self) -> bool:
        """Whether the structure may be misread: nothing confirms it and every column is off, or far off, or would do without one line."""
        return bool(self.gaps) or (not self.confirmed and (self.is_far or not self.alone or bool(self.omitted)))


def table_sums(sheets: Sequence[Sheet]) -> tuple[TableSum, ...]:
    """Every sum that the lines of a table claim."""
    return tuple(found for sheet in sheets for found in _of_sheet(sheet))


def _of_sheet(sheet: Sheet) -> list[TableSum]:
    found = [found for panel in sheet.panels for group in groups(panel) for found in _sums(group, panel)]
    zeros = any(each.gaps and each.total and each.total.value and each.total.value == each.derived for each in found)
    return [replace(each, zeros=True) for each in found] if zeros else found


def _sums(group: Group, panel: Panel) -> Iterator[TableSum]:
    if group.total.loose:
        return
    columns = adding(panel)
    adding_up = [adds_up(group.total, group.parts, column, group.signs) for column in columns]
    agree, against = adding_up.count(True), adding_up.count(False)
    for column, balance in zip(columns, adding_up, strict=True):
        entry = group.total.entries.get(column.index)
        if entry is None:
            continue
        figures = [(part, part.figure(column)) for part in group.parts]
        parts = tuple(figure for _, figure in figures if figure)
        signs = tuple(sign for (_, figure), sign in zip(figures, group.signs or repeat(1), strict=False) if figure)
        if not parts or not _alike(entry.figure, parts) or (entry.figure is None and not _is_left_out(group, entry, parts)):
            continue
        yield TableSum(
            plain_label(group.total.label) + (f"（{column.name}）" if column.name else ""),
            entry.figure,
            entry.span if len(entry.span) else group.total.span,
            parts,
            signs,
            tuple(plain_label(part.label) for part, figure in figures if figure),
            tuple(plain_label(part.label) for part, figure in figures if figure is None),
            group.closed,
            group.manner,
            group.manner == "code" or agree > (balance is True),
            against == (balance is False),
            group.guessed,
            column.role == "change" and any(_is_unread(part, column) for part, figure in figures if figure is None),
        )


def _is_unread(line: Line, column: Column) -> bool:
    entry = line.entries.get(column.index)
    return entry is not None and not entry.slot.is_blank


def _is_left_out(group: Group, entry: Entry, parts: Sequence[Figure]) -> bool:
    """Whether an empty cell of a 合计 line should hold a total: a dash is deliberate, and only money is sure to add up."""
    return entry.is_empty and bool(rank(group.total)) and all(part.kind == "money" for part in parts)


def _alike(total: Figure | None, parts: Sequence[Figure]) -> bool:
    """Whether all are of one kind and unit, so that adding them means something."""
    figures = [*parts, total] if total else list(parts)
    return len({(figure.kind, figure.unit) for figure in figures}) == 1 and parts[0].kind not in ("percent", "points")
