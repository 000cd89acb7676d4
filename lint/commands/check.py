"""`gouji check`: check files, write the results, say by the exit code whether there is something to look at."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint import paths, writers
from lint.commands.deciding import shelf_of, today_of, with_decisions
from lint.commands.means import means_of
from lint.commands.output import emit
from lint.commands.outputs import outputs_of, refuse_overwriting, without_outputs
from lint.commands.progress import progress
from lint.commands.work import tell_problems, work_of
from lint.document import Document
from lint.engine import check_files
from lint.errors import UsageError
from lint.report import FileReport, Report
from lint.revision import Revision, revision
from lint.saving import save
from lint.settings import Settings

if TYPE_CHECKING:
    from lint.decisions.lists import Opinion


@dataclass(frozen=True)
class Task:
    """What a run is to do: which files it checks, each with its own settings, and where what comes of it goes.

    `outputs` are formats by the path that is written, `copies` where the copy of each Word file goes, `answers` what reviewers wrote into
    the copies of an earlier run, `base` what the findings are measured against.
    """

    options: Namespace
    settings: Settings
    own: Mapping[str, Settings]
    outputs: Mapping[str, str]
    copies: dict[str, str]
    answers: Mapping[str, list[Opinion]]
    base: Revision | None


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


def task_of(options: Namespace) -> Task:
    """What is asked for. Raises UsageError, before any work is done, where it cannot be."""
    outputs = outputs_of(options.output, list(writers.FORMS))
    settings, own = work_of(options)
    settings = replace(
        settings, figures=options.figures, quiet=options.quiet, color=colored(options.color), show_decided=options.show_decided
    )
    own = without_outputs(own, outputs, options.paths)
    refuse_overwriting(own, outputs)
    if options.draft is not None:
        _refuse_without_page(options.draft, outputs)
    targets: dict[str, str] = {}
    answers: dict[str, list[Opinion]] = {}
    if options.annotate:
        from lint.commands.annotating import copies, reports  # late: few ask for it
        from lint.commands.answering import given

        own = {file: own[file] for file in reports(own, options.annotate, settings)}
        targets = copies(own, options.annotate)
        answers = {} if options.no_decisions else given(targets.values(), settings)
    base = revision(options.diff_base, list(own)) if options.diff_base else None
    return Task(options, settings, own, outputs, targets, answers, base)


def deliver(task: Task, checked: tuple[FileReport, ...], last: Callable[[Report], str] | None = None) -> int:
    """Write what was found wherever it is asked for, on standard output with `last` only what is left to say; the exit code."""
    options, settings = task.options, task.settings
    report = with_decisions(Report(checked), options, task.own.values())
    if task.answers:
        from lint.commands.answering import enter

        enter(task.answers, report, options)
        report = with_decisions(Report(checked), options, task.own.values())
    if task.base:
        from lint.commands.since import since  # late: few ask for it

        report = since(report, task.base, settings, task.own)
    if options.annotate:
        from lint.commands.annotating import annotate

        annotate(report, task.copies, settings, today_of(options))
    versions = None
    if options.draft:
        from lint.commands.compare import beside

        versions = beside(options, task.own, settings, report)
    for path, form in task.outputs.items():
        save(path, writers.write(form, report, settings, versions))
    rest = last(report) if last else writers.write(options.format, report, settings)
    emit(rest, machine=not writers.FORMS[options.format].people)
    tell_problems(report)
    return exit_code(report, settings)


def _refuse_without_page(old: str, outputs: Mapping[str, str]) -> None:
    """Refuse an earlier draft that no output would tell of, or that is not there."""
    if not any(writers.FORMS[form].compares for form in outputs.values()):
        raise UsageError("--compare 只用于 HTML，要加 -o 结果.html；只比较两稿用 gouji compare")
    if old == paths.STDIN or paths.missing([old]):
        raise UsageError(f"找不到旧稿：{old}")


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


def exit_code(report: Report, settings: Settings) -> int:
    """2 where the program failed somewhere, 1 where something that is listed and not decided is to be looked at or a file could not be read."""
    if any(file.problems for file in report.files):
        return 2
    unread = settings.fail_on != "never" and any(file.unread for file in report.files)
    return int(unread or any(settings.fails(severity) for severity in report.listed()))


def colored(wish: str) -> bool:
    """Whether to use colour: as asked, else never with NO_COLOR, always with FORCE_COLOR or CLICOLOR_FORCE, else where a terminal shows it."""
    if wish != "auto" or os.environ.get("NO_COLOR"):
        return wish == "always"
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
