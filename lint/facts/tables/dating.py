"""Which year a figure of running text or a column of a table is about, where the two are to be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.periods import Period, said
from lint.facts.prose.mention import Mention
from lint.facts.tables.columns import Column
from lint.facts.tables.sheets import Sheet
from lint.pattern import pattern
from lint.place import Span

_YEAR = pattern(r"((?:19|20)\d\d)年")


def said_year(mention: Mention, year: int | None) -> tuple[int | None, bool]:
    """The year that a figure is about, and whether the text leaves no doubt of it; `year` is the report year."""
    if mention.year is not None:
        return mention.year, True
    period = said(mention.token, year)
    return (period.year, period.sure) if period else (None, False)


def year_of(sheet: Sheet, column: Column, year: int | None) -> int | None:
    """The year that a column is about: its own, or that of the caption, or the report year."""
    period = column_period(sheet, column, year)
    return period.year if period else None


def column_period(sheet: Sheet, column: Column, year: int | None) -> Period | None:
    """The year that a column is about, and what says so; `year` is the report year."""
    if column.year:
        return Period(column.year, column.year, "column", column.full)
    captioned = set(_YEAR.findall(sheet.caption))
    named = int(captioned.pop()) if len(captioned) == 1 else None
    of_sheet = named or year
    if of_sheet is None:
        return None
    if column.period == "prior":
        return Period(of_sheet - 1, of_sheet - 1, "column", column.full)
    return Period(named, named, "caption", f"{named}年") if named else Period.of_report(of_sheet)


def cell_periods(sheets: Sequence[Sheet], year: int | None) -> Iterator[tuple[Span, Period]]:
    """Every figure of the tables, by its span, with the year that it is about; `year` is the report year."""
    for sheet in sheets:
        for panel in sheet.panels:
            for column in panel.columns:
                period = column_period(sheet, column, year)
                for line in panel.lines if period else ():
                    entry = line.entries.get(column.index)
                    if entry and entry.figure and period:
                        yield entry.figure.span, period
