"""`gouji compare`: check two drafts, lay them side by side, say by the exit code whether the new one brought anything to look at."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lint.commands.deciding import with_decisions
from lint.commands.output import colored, emit
from lint.commands.outputs import outputs_of, refuse_overwriting
from lint.commands.work import tell_problems, work_of
from lint.compare import versions
from lint.compare.record import Versions
from lint.engine import check_files
from lint.errors import UsageError
from lint.judge import codes_of
from lint.paths import STDIN
from lint.report import FileReport, Report
from lint.saving import save
from lint.settings import Settings
from lint.writers import compare
from lint.writers.compare import COMPARED


def run(options: Namespace) -> int:
    _refuse_unlike(options.old, options.new)
    outputs = outputs_of(options.output, COMPARED)
    before, after = (Namespace(**{**vars(options), "paths": [path]}) for path in (options.old, options.new))
    settings, new = work_of(after)
    old = _old(before, settings)
    settings = replace(settings, quiet=options.quiet, color=colored(options.color), show_decided=options.show_decided)
    refuse_overwriting([*old, *new], outputs)
    shared = _shared([*old.values(), *new.values()])
    earlier = _checked(old, settings, shared)
    report = with_decisions(Report(_checked(new, settings, shared)), after, new.values())
    found = versions(earlier, report.files, settings.given, _roots(options.old, [options.new]))
    for path, form in outputs.items():
        save(path, compare.write(form, found, settings))
    emit(compare.write(options.format, found, settings), machine=options.format != "text")
    tell_problems(Report((*earlier, *report.files)))
    return exit_code(found, settings)


def beside(options: Namespace, own: Mapping[str, Settings], settings: Settings, report: Report) -> Versions:
    """The files of a report, checked by their `own` settings, beside the earlier draft that `gouji check --compare` names. Raises UsageError."""
    old = _old(Namespace(**{**vars(options), "paths": [options.draft], "files_from": None}), settings)
    shared = _shared([*old.values(), *own.values()])
    earlier = _checked(old, settings, shared)
    tell_problems(Report(earlier))
    later = tuple(_of(file, shared) for file in report.files)
    return versions(earlier, later, settings.given, _roots(options.draft, options.paths))


def _old(options: Namespace, settings: Settings) -> dict[str, Settings]:
    """The files of the old version, each with its own settings."""
    return {file: replace(own, together=settings.together) for file, own in work_of(options)[1].items()}


def _roots(old: str, new: Sequence[str]) -> tuple[str, str]:
    """The folders in which the versions stand; none where they are files."""
    return (old, new[0]) if len(new) == 1 and os.path.isdir(new[0]) else ("", "")


def exit_code(found: Versions, settings: Settings) -> int:
    """2 where the program failed somewhere, 1 where a new finding is listed and not decided or a file of either version could not be read.

    What remains from the old version does not count: `gouji check` of the new one tells it.
    """
    files = [report for file in found.files for report in (file.old, file.new) if report is not None]
    if any(report.problems for report in files):
        return 2
    unread = settings.fail_on != "never" and any(report.unread for report in files)
    return int(unread or any(settings.fails(result.severity) for result in found.open()))


def _refuse_unlike(old: str, new: str) -> None:
    """Raises UsageError where a file is to be compared with a folder, or standard input with itself."""
    if old == new == STDIN:
        raise UsageError("两稿不能都从标准输入读取")
    kinds = {os.path.isdir(path) for path in (old, new) if path == STDIN or os.path.exists(path)}
    if len(kinds) > 1:
        raise UsageError(f"“{old}”和“{new}”一个是文件、一个是文件夹，不能比较")


def _shared(each: Sequence[Settings]) -> frozenset[str]:
    """The rules that all files are checked by; others are told, for what only one draft was asked cannot be compared."""
    ran = [codes_of(own) for own in each]
    shared = frozenset(set.intersection(*ran))
    if single := sorted(set.union(*ran) - shared):
        print(f"gouji: 各文件的设置不同，这些规则不是每个文件都用，没有比较：{'、'.join(single)}", file=sys.stderr)
    return shared


def _checked(own: Mapping[str, Settings], settings: Settings, shared: frozenset[str]) -> tuple[FileReport, ...]:
    """The reports of one version with the results of the rules that both were checked by."""
    return tuple(_of(report, shared) for report in check_files(own, settings, own))


def _of(report: FileReport, shared: frozenset[str]) -> FileReport:
    return replace(report, results=tuple(result for result in report.results if result.code in shared))
