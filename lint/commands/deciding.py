"""Which decisions count in a run: the books that were named, or the nearest of each file, and the day on which they count."""

from __future__ import annotations

import os
import time
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from lint.decisions.find import nearest
from lint.errors import UsageError
from lint.paths import STDIN
from lint.report import Report
from lint.settings import Settings

if TYPE_CHECKING:
    from lint.decision import Book


def with_decisions(report: Report, options: Namespace, settings: Iterable[Settings]) -> Report:
    """The report with the decisions beside its findings; unchanged where there are none. Raises UsageError for a book with faults.

    `settings` are those of its files.
    """
    today = today_of(options)
    shelf = shelf_of([file.document.path for file in report.files], options)
    if not any(shelf):
        return report
    from lint.decisions.match import Scope, decided  # late: few have decisions
    from lint.decisions.places import places_of
    from lint.judge import codes_of
    from lint.rule import all_rules

    folders = [path for path in options.paths if path != STDIN and os.path.isdir(path)]
    places = {book.path: places_of(book, folders) for own in shelf for book in own}
    each = list(settings)
    ran = frozenset.intersection(*(frozenset(codes_of(own)) for own in each))
    return decided(report, shelf, Scope(today, all_rules(), ran, each[0].together, places))


def shelf_of(files: Sequence[str], options: Namespace) -> list[tuple[Book, ...]]:
    """The books of each file, stronger ones first: the one that was named or the nearest one, then the baseline."""
    if options.no_decisions and options.decisions:
        raise UsageError("--decisions 与 --no-decisions 不能同时使用")
    paths = [[] if options.no_decisions else [options.decisions] if options.decisions else _nearest(file) for file in files]
    after = [options.baseline] if options.baseline else []
    if not any(paths) and not after:
        return [() for _ in files]
    from lint.decisions.read import read  # late: few have decisions

    books = {path: read(path) for path in {path: None for own in paths for path in [*own, *after]}}
    return [tuple(books[path] for path in dict.fromkeys([*own, *after])) for own in paths]


def _nearest(file: str) -> list[str]:
    found = nearest("." if file == STDIN else os.path.dirname(os.path.abspath(file)))
    return [found] if found else []


def today_of(options: Namespace) -> date:
    """The day of --today, else of SOURCE_DATE_EPOCH, else of the clock. Raises UsageError for one that is none."""
    if options.today:
        from lint.decisions.lists import day_of  # late: few say it

        if (day := day_of(options.today)) is None:
            raise UsageError(f"--today 要求日期，例如 2026-11-23，不能是“{options.today}”")
        return day
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise UsageError(f"SOURCE_DATE_EPOCH 要求秒数，不能是“{epoch}”") from None
    return datetime.fromtimestamp(time.time(), UTC).astimezone().date()
