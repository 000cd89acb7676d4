"""`gouji check`: check files, write the results, say by the exit code whether there is something to look at."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping

from lint import paths, writers
from lint.commands.deciding import shelf_of
from lint.commands.means import means_of
from lint.commands.output import emit
from lint.commands.progress import progress
from lint.commands.task import deliver, task_of
from lint.document import Document
from lint.engine import check_files
from lint.report import FileReport
from lint.settings import Settings


def run(options: Namespace) -> int:
    if options.watch:
        from lint.commands.watch import watch  # late: few ask for it

        watch(options)
    task = task_of(options)
    streaming = streams(options, task.settings, task.own) and not task.answers
    with progress(len(task.own), not (options.quiet or options.no_progress or (streaming and sys.stdout.isatty()))) as done:
        files = check_files(task.own, task.settings, task.own, means_of(options, task.own, done))
        checked = tuple(streamed(options.format, files, task.settings) if streaming else files)
    return deliver(task, checked, writers.streaming(options.format).last if streaming else None)


def streams(options: Namespace, settings: Settings, own: Mapping[str, Settings]) -> bool:
    """Whether a file can be shown as soon as it is checked: where what comes of it does not hang on the others.

    That a decision has moved from one finding to another is known when all are there.
    """
    called = [settings.stdin if file == paths.STDIN else file for file in own]
    alone = not settings.together and not options.diff_base
    return writers.FORMS[options.format].streamed and alone and not any(shelf_of(called, options))


def streamed(form: str, files: Iterable[FileReport], settings: Settings) -> Iterator[FileReport]:
    """The files, each shown before the next one is checked."""
    writer, documents = writers.streaming(form), list[Document]()
    for file in files:
        documents.append(file.document)
        emit(writer.line(file, documents, settings), machine=True)
        yield file
