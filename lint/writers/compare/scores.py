"""The table of scores before and after, for people: the first level, every score that changed, and the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lint.compare.record import Comparison, Mark
from lint.document import Document
from lint.figure import Figure
from lint.number import plain
from lint.place import Span
from lint.say import Language, Say
from lint.text import width
from lint.writers.compare.words import SOURCES

HEAD = (Say("指标", "indicator"), Say("满分", "full mark"), Say("旧稿", "old"), Say("新稿", "new"), Say("增减", "change"))
TITLE = Say("得分对照（{source}）", "scores ({source})")
REST = Say("其余{count}项得分未变", "{count} others unchanged")
GRADE = Say("等级（{score}）", "grade ({score})")
NONE = "—"
WIDEST = 44
"""Columns of a terminal for the names."""


def table(file: Comparison, language: Language, *, whole: bool) -> Iterator[str]:
    """The boards as lines of text."""
    for title, rows, rest in boards(file, language, whole=whole):
        yield ""
        if title:
            yield title
        yield from _drawn(rows)
        if rest:
            yield f"  {rest}"


def boards(file: Comparison, language: Language, *, whole: bool) -> Iterator[tuple[str, list[list[str]], str]]:
    """The boards on which something changed, the first one in any case; every indicator with `whole`: title, rows, and how many are left out."""
    grades = list(_grades(file, language))
    for index, board in enumerate(file.boards):
        if index and not whole and not any(map(_is_changed, (*board.marks, *board.totals))):
            continue
        shown = [mark for mark in board.marks if whole or len(mark.path) == 1 or _is_changed(mark)]
        rows = [[said.text(language) for said in HEAD], *map(_row, shown), *map(_row, board.totals), *(grades if not index else [])]
        if not index or shown or board.totals:
            rest = len(board.marks) - len(shown)
            yield TITLE.of(source=SOURCES[board.source]).text(language), rows, REST.of(count=rest).text(language) if rest else ""
    if grades and not file.boards:
        yield "", grades, ""


def _is_changed(mark: Mark) -> bool:
    return any(
        (old is None) != (new is None) or (old is not None and new is not None and old.value != new.value)
        for old, new in ((mark.old, mark.new), (mark.old_full, mark.new_full))
    )


def _row(mark: Mark) -> list[str]:
    """An indicator under those above it, its full mark (both where it changed), both scores and their difference."""
    old, new = _bare(mark.old_full), _bare(mark.new_full)
    full = new if old == new else f"{old}→{new}"
    difference = mark.difference
    told = "" if not difference else _signed(difference)
    name = "　" * (len(mark.path) - 1) + mark.path[-1]
    return [name, full, _bare(mark.old), _bare(mark.new), told]


def _signed(difference: Fraction) -> str:
    return f"{'+' if difference > 0 else '-'}{plain(abs(difference))}"


def _bare(figure: Figure | None) -> str:
    return figure.number.printed if figure is not None else NONE


def _grades(file: Comparison, language: Language) -> Iterator[list[str]]:
    """The rows of grades: the only one, or of several those that changed."""
    for grade in file.grades:
        old, new = (_quoted(report.document if report else None, span) for report, span in ((file.old, grade.old), (file.new, grade.new)))
        if len(file.grades) == 1 or old != new:
            yield [GRADE.of(score=grade.score).text(language), "", old, new, "" if old == new else f"{old}→{new}"]


def _quoted(document: Document | None, span: Span | None) -> str:
    return document.quote(span) if document is not None and span is not None else NONE


def _drawn(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with their columns under each other."""
    widths = [min(max(width(row[column]) for row in rows), WIDEST) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()
