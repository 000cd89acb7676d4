"""Figures of a table that face each other: two lines, or two columns, whose labels differ in one word alone (团组数, 人次数)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.facts.phrases.counts import Visit
from lint.facts.phrases.staffing import Staffing
from lint.facts.tables.sheets import Panel, Sheet
from lint.figure import Figure
from lint.pattern import pattern

_TRIMMINGS = pattern(r"^\(?[\d一二三四五六七八九十]{1,2}[.、)]|其中[：，]?|\((?:个|人|辆|次|批|名|批次|人次|单位[^()]*)\)|[\s“”\"：]")
_GROUPS = pattern(r"(?:团组|批次)数?量?$")
_PERSONS = pattern(r"(?:人次|人数)数?量?$")
_POSTS = pattern(r"^(?:核定|人员)?编制(?:总)?(?:人)?数?$")
_STAFF = pattern(r"^(?:年末|实有|实际)*(?:在职|在编)(?:在编)?(?:人员|职工)?(?:总)?(?:人)?数?$")


def table_visits(sheets: tuple[Sheet, ...]) -> Iterator[Visit]:
    """Every number of groups or batches in a table that shows the persons in them, too."""
    return (Visit(groups, persons, None) for groups, persons in _facing(sheets, _GROUPS, _PERSONS))


def table_staffing(sheets: tuple[Sheet, ...]) -> Iterator[Staffing]:
    """Every establishment in a table that shows the staff, too."""
    return (Staffing(staff, posts) for posts, staff in _facing(sheets, _POSTS, _STAFF))


def _facing(sheets: tuple[Sheet, ...], first: re.Pattern[str], second: re.Pattern[str]) -> Iterator[tuple[Figure, Figure]]:
    """The figures under a label that `first` finds a word in and under one with a word of `second` in its place."""
    for sheet in sheets:
        for panel in sheet.panels:
            yield from _lines(panel, first, second)
            yield from _columns(panel, first, second)


def _lines(panel: Panel, first: re.Pattern[str], second: re.Pattern[str]) -> Iterator[tuple[Figure, Figure]]:
    others = {subject: line for line in panel.lines if (subject := _subject(line.label, second)) is not None}
    for line in panel.lines:
        if (subject := _subject(line.label, first)) is not None and (other := others.get(subject)) is not None:
            yield from _both((line.figure(column), other.figure(column)) for column in panel.columns)


def _columns(panel: Panel, first: re.Pattern[str], second: re.Pattern[str]) -> Iterator[tuple[Figure, Figure]]:
    others = {subject: column for column in panel.columns if (subject := _subject(column.full, second)) is not None}
    for column in panel.columns:
        if (subject := _subject(column.full, first)) is not None and (other := others.get(subject)) is not None:
            yield from _both((line.figure(column), line.figure(other)) for line in panel.lines)


def _subject(label: str, word: re.Pattern[str]) -> str | None:
    """What is left of a label without the word and the numbering and unit around it; None where the word is not in it."""
    text = _TRIMMINGS.sub("", label)
    match = word.search(text)
    return text[: match.start()] + text[match.end() :] if match else None


def _both(pairs: Iterator[tuple[Figure | None, Figure | None]]) -> Iterator[tuple[Figure, Figure]]:
    return ((one, other) for one, other in pairs if one is not None and other is not None)
