"""What a run of `gouji check` is to do, and the delivery of what it found."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint import paths, writers
from lint.commands.deciding import today_of, with_decisions
from lint.commands.output import colored, emit
from lint.commands.outputs import outputs_of, refuse_overwriting, without_outputs
from lint.commands.work import tell_problems, work_of
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


def exit_code(report: Report, settings: Settings) -> int:
    """2 where the program failed somewhere, 1 where something that is listed and not decided is to be looked at or a file could not be read."""
    if any(file.problems for file in report.files):
        return 2
    unread = settings.fail_on != "never" and any(file.unread for file in report.files)
    return int(unread or any(settings.fails(severity) for severity in report.listed()))
