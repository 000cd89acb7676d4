"""For programs: one object, version 1; `schema.py` says what it holds. Places and checks are those of `-f json` of a report.

`file` of a place is an index into the files of its own version, `old` or `new`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import get_args

from lint import __version__
from lint.check import working
from lint.compare.figures import Pair, State
from lint.compare.record import Board, Comparison, Fate, Grade, Lot, Mark, Move, Versions
from lint.document import Document
from lint.figure import Figure
from lint.number import plain
from lint.place import Span
from lint.report import FileReport, Report, Result
from lint.settings import Settings
from lint.writers.compare.words import WHYS
from lint.writers.json import Object, place, shown
from lint.writers.json import summary as counted

VERSION = 1


def write(versions: Versions, settings: Settings) -> str:
    """The whole comparison."""
    olds, news = (_Side([side for side in reports if side], settings) for reports in _reports(versions))
    tool = {"name": "gouji", "version": __version__}
    files = [_file(file, olds, news, settings) for file in versions.files]
    whole = {"version": VERSION, "tool": tool, "summary": _summary(versions), "old": olds.told(), "new": news.told(), "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _reports(versions: Versions) -> tuple[list[FileReport | None], list[FileReport | None]]:
    return [file.old for file in versions.files], [file.new for file in versions.files]


class _Side:
    """The files of one version by their numbers, and how their checks and figures are told."""

    def __init__(self, reports: list[FileReport], settings: Settings) -> None:
        self.reports = sorted(reports, key=lambda report: report.number)
        self.documents: Mapping[int, Document] = {report.number: report.document for report in self.reports}
        self.language = settings.language

    def told(self) -> list[Object]:
        counts = [counted(Report((report,))) for report in self.reports]
        return [
            {
                "path": report.document.path.replace(os.sep, "/"),
                "format": report.document.format,
                "sha256": report.document.sha256,
                "unread": report.unread,
                **{name: count[name] for name in ("checks", "holds", "rounding", "broken", "undecided", "figures")},
            }
            for report, count in zip(self.reports, counts, strict=True)
        ]

    def check(self, report: FileReport | None, result: Result | None) -> Object | None:
        if report is None or result is None:
            return None
        return shown(report.number, [self.documents[number] for number in sorted(self.documents)], result, self.language)

    def figure(self, figure: Figure | None, label: str = "") -> Object | None:
        return place(figure.file, self.documents[figure.file], figure.span, figure, label=label) if figure is not None else None

    def quote(self, report: FileReport | None, span: Span | None) -> Object | None:
        return place(report.number, report.document, span) if report is not None and span is not None else None


def _summary(versions: Versions) -> Object:
    """Counts over all files: findings by what became of them and why, figures by what became of them, new findings that count."""
    lots, whys, states = versions.lots(), versions.whys(), versions.states()
    opened = list(versions.open())
    return {
        "files": len(versions.files),
        "unpaired": {
            "old": sum(file.new is None for file in versions.files),
            "new": sum(file.old is None for file in versions.files),
        },
        "findings": {lot: {"count": lots[lot], "why": {why: whys[lot, why] for (own, why) in WHYS if own == lot}} for lot in get_args(Lot)},
        "open": {severity: sum(result.severity == severity for result in opened) for severity in ("error", "warning", "info")},
        "figures": {state: states[state] for state in get_args(State)},
    }


def _file(file: Comparison, olds: _Side, news: _Side, settings: Settings) -> Object:
    return {
        "old": file.old.number if file.old else None,
        "new": file.new.number if file.new else None,
        "findings": [_fate(file, fate, olds, news, settings) for fate in file.fates],
        "figures": [_move(move, olds, news) for move in file.moves()],
        "scores": [_board(board, olds, news) for board in file.boards],
        "grades": [_grade(file, grade, olds, news) for grade in file.grades],
    }


def _fate(file: Comparison, fate: Fate, olds: _Side, news: _Side, settings: Settings) -> Object:
    return {
        "became": fate.lot,
        "why": fate.why,
        "told": WHYS[fate.lot, fate.why].text(settings.language),
        "recomputed": working(fate.again.claimed, fate.again.formula) if fate.again else None,
        "changes": [_pair(pair, olds, news) for pair in fate.moves],
        "old": olds.check(file.old, fate.old),
        "new": news.check(file.new, fate.new),
    }


def _pair(pair: Pair, olds: _Side, news: _Side) -> Object:
    return {"became": pair.state, "old": olds.figure(pair.old, pair.label), "new": news.figure(pair.new, pair.label)}


def _move(move: Move, olds: _Side, news: _Side) -> Object:
    fixed, broke = ([fate.result.fingerprint for fate in fates] for fates in (move.fixed, move.broke))
    return _pair(move.pair, olds, news) | {"fixed": fixed, "broke": broke}


def _board(board: Board, olds: _Side, news: _Side) -> Object:
    return {
        "source": board.source,
        "indicators": [_mark(mark, olds, news) for mark in board.marks],
        "totals": [_mark(mark, olds, news) for mark in board.totals],
    }


def _mark(mark: Mark, olds: _Side, news: _Side) -> Object:
    return {
        "path": list(mark.path),
        "full": {"old": olds.figure(mark.old_full), "new": news.figure(mark.new_full)},
        "score": {"old": olds.figure(mark.old), "new": news.figure(mark.new)},
        "difference": plain(mark.difference) if mark.difference is not None else None,
    }


def _grade(file: Comparison, grade: Grade, olds: _Side, news: _Side) -> Object:
    return {"old": olds.quote(file.old, grade.old), "new": news.quote(file.new, grade.new)}
