"""`gouji check --watch`: after every save what was saved is checked anew and everything is told again, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from itertools import accumulate
from typing import NoReturn

from lint import paths, writers
from lint.commands.task import Task, deliver, task_of
from lint.config.find import PROJECT
from lint.decisions.keys import NAME
from lint.engine import check_file, check_files
from lint.errors import UsageError
from lint.guard import Guard
from lint.means import PLAIN
from lint.report import FileReport
from lint.saved import LOOK, Saved
from lint.settings import Settings

SHARE = 5
"""A look may take this part of the time between two of them: large folders on slow drives are looked at less often."""
CLEAR = "\033[2J\033[3J\033[H"
"""An empty terminal."""


def watch(options: Namespace) -> NoReturn:
    """Check, wait for a save, check again; ended by KeyboardInterrupt. Raises UsageError where the first run cannot start."""
    if paths.STDIN in (*options.paths, options.files_from):
        raise UsageError("--watch 不能与标准输入同时使用")
    task = task_of(options)
    written = frozenset(map(os.path.realpath, task.outputs))
    saved = Saved()
    saved.take(_watched(options, written))
    with Guard(task.settings.timeout, task.settings.memory) as guard:
        kept = Kept(guard)
        _told(options, kept, task, set())
        while True:
            begin = time.monotonic()
            due = saved.look(_watched(options, written), begin)
            if due:
                try:
                    _told(options, kept, task_of(options), due)
                except UsageError as error:  # settings half written, the last report gone: the next save may mend it
                    _head(options, due)
                    print(f"gouji: {error}", file=sys.stderr)
            time.sleep(max(LOOK, SHARE * (time.monotonic() - begin) if not due else 0))


class Kept:
    """The reports on files that were not saved since, by number and path."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._reports: dict[tuple[int, str], tuple[Settings, FileReport]] = {}

    def checked(self, task: Task, due: set[str]) -> tuple[tuple[FileReport, ...], list[str]]:
        """The reports on all files, and which of these were checked: those that were saved, that are new, or whose settings changed."""
        if task.settings.together:  # what files say of each other hangs on all of them
            return tuple(check_files(task.own, task.settings, task.own)), list(task.own)
        found: dict[tuple[int, str], tuple[Settings, FileReport]] = {}
        anew: list[str] = []
        for number, (path, own) in enumerate(task.own.items()):
            known = self._reports.get((number, path))
            if known is None or path in due or known[0] != own:
                known = (own, check_file(path, own, number, PLAIN, self._guard))
                anew.append(path)
            found[number, path] = known
        self._reports = found
        return tuple(report for _, report in found.values()), anew


def _told(options: Namespace, kept: Kept, task: Task, due: set[str]) -> None:
    checked, anew = kept.checked(task, due)
    _head(options, set(anew) if due else set())
    deliver(task, checked)
    print("gouji: 保存后会重新核对，按 Ctrl-C 结束", file=sys.stderr)


def _head(options: Namespace, files: set[str]) -> None:
    """A line with the time and what was checked anew, on a cleared terminal."""
    stream = sys.stdout if writers.FORMS[options.format].people else sys.stderr
    if stream.isatty():
        stream.write(CLEAR)
    told = f"，重新核对：{'、'.join(sorted(files))}" if files else ""
    print(f"── {time.strftime('%H:%M:%S')}{told} ──", file=stream, flush=True)


def _watched(options: Namespace, written: frozenset[str]) -> Iterator[str]:
    """The files to look at: reports, but for what the run itself writes; settings, decisions and whatever else options name."""
    named = [*options.paths, *(paths.listed(options.files_from) if options.files_from else ())]
    copies = os.path.join(os.path.realpath(options.annotate), "") if options.annotate else None
    folders: set[str] = set()
    for file in paths.find(named):
        real = os.path.realpath(file)
        if real in written or (copies and real.startswith(copies)):
            continue
        folders.add(os.path.dirname(os.path.abspath(file)))
        yield file
    above = {folder for each in folders for folder in accumulate(each.split(os.sep), lambda one, two: f"{one}{os.sep}{two}")}
    yield from (os.path.join(folder or os.sep, name) for folder in above for name in (paths.SETTINGS, PROJECT, NAME))
    yield from (path for path in (options.files_from, options.config, options.decisions, options.baseline, options.rubric) if path)
