"""`gouji check`: check files, write the results, say by the exit code whether there is something to look at."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from lint import paths, writers
from lint.commands.asking import asked_aloud
from lint.commands.deciding import shelf_of, today_of, with_decisions
from lint.commands.output import emit
from lint.commands.outputs import outputs_of, refuse_overwriting
from lint.config.asked import Asked, settings_of, wanted
from lint.document import Document
from lint.engine import check_files
from lint.errors import UsageError
from lint.report import FileReport, Report
from lint.saving import save
from lint.settings import Settings


def run(options: Namespace) -> int:
    outputs = outputs_of(options.output, list(writers.FORMS))
    settings, own = work_of(options)
    settings = replace(
        settings, figures=options.figures, quiet=options.quiet, color=colored(options.color), show_decided=options.show_decided
    )
    refuse_overwriting(own, outputs)
    targets = {}
    if options.annotate:
        from lint.commands.annotating import copies, reports  # late: few ask for it

        own = {file: own[file] for file in reports(own, options.annotate)}
        targets = copies(own, options.annotate)
    files = check_files(own, settings, own)
    streaming = streams(options, settings, own)
    checked = tuple(streamed(options.format, files, settings) if streaming else files)
    report = with_decisions(Report(checked), options, own.values())
    if options.annotate:
        from lint.commands.annotating import annotate

        annotate(report, targets, settings, today_of(options))
    for path, form in outputs.items():
        save(path, writers.write(form, report, settings))
    rest = writers.streaming(options.format).last(report) if streaming else writers.write(options.format, report, settings)
    emit(rest, machine=not writers.FORMS[options.format].people)
    tell_problems(report)
    return exit_code(report, settings)


def streams(options: Namespace, settings: Settings, own: Mapping[str, Settings]) -> bool:
    """Whether a file can be shown as soon as it is checked: where what comes of it does not hang on the others.

    That a decision has moved from one finding to another is known when all are there.
    """
    called = [settings.stdin if file == paths.STDIN else file for file in own]
    return writers.FORMS[options.format].streamed and not settings.together and not any(shelf_of(called, options))


def streamed(form: str, files: Iterable[FileReport], settings: Settings) -> Iterator[FileReport]:
    """The files, each shown before the next one is checked."""
    writer, documents = writers.streaming(form), list[Document]()
    for file in files:
        documents.append(file.document)
        emit(writer.line(file, documents, settings), machine=True)
        yield file


def tell_problems(report: Report) -> None:
    """Say on standard error that a run is incomplete, where it is."""
    if failed := sum(len(file.problems) for file in report.files):
        print(f"gouji: 有{failed}项检查因内部错误没有完成，结果不完整，请报告给开发者", file=sys.stderr)


def exit_code(report: Report, settings: Settings) -> int:
    """2 where the program failed somewhere, 1 where something that is listed and not decided is to be looked at or a file could not be read."""
    if any(file.problems for file in report.files):
        return 2
    unread = settings.fail_on != "never" and any(file.unread for file in report.files)
    return int(unread or any(settings.fails(severity) for severity in report.listed()))


def work_of(options: Namespace) -> tuple[Settings, dict[str, Settings]]:
    """The settings of the run, and the files to check, each with its own. Raises UsageError for wrong settings, and where no file is left."""
    stdin = _stdin(options)
    named = _named(options)
    asked = asked_aloud(options, [stdin if path == paths.STDIN else path for path in named])
    settings = replace(settings_of(asked.run()), stdin=stdin)
    own = {
        file: replace(settings_of(asked.of(stdin if file == paths.STDIN else file)), stdin=stdin) for file in _files(options, named, asked)
    }
    return settings, own


def _stdin(options: Namespace) -> str:
    """What to call standard input. Raises UsageError where a name is given and nothing is to be called so."""
    if options.stdin_filename is None:
        return paths.STDIN
    if paths.STDIN not in options.paths:
        raise UsageError("--stdin-filename 只用于标准输入，路径请写 -")
    return str(options.stdin_filename)


def _named(options: Namespace) -> list[str]:
    """The paths that were named. Raises UsageError where there are none or one does not exist."""
    if options.files_from == paths.STDIN and paths.STDIN in options.paths:
        raise UsageError("标准输入不能既是报告又是 --files-from 的清单")
    named = [*options.paths, *(paths.listed(options.files_from) if options.files_from else ())]
    if not named and not options.allow_empty:
        raise UsageError("缺少路径，用 gouji check --help 查看用法" if not options.files_from else f"“{options.files_from}”中没有路径")
    if absent := paths.missing(named):
        raise UsageError(f"找不到文件或文件夹：{'、'.join(absent)}")
    return named


def _files(options: Namespace, named: list[str], asked: Asked) -> list[str]:
    """The files to check. Raises UsageError where nothing is left."""
    passed_over: Counter[str] = Counter()
    unwanted: list[str] = []
    files = paths.find(named, passed_over, partial(_wanted, asked, unwanted))
    if passed_over:
        kinds = "，".join(f"{suffix or '没有后缀'} {count}个" for suffix, count in sorted(passed_over.items()))
        print(f"gouji: 文件夹中另有{passed_over.total()}个文件不是可以读取的报告，没有检查：{kinds}", file=sys.stderr)
    if unwanted:
        print(f"gouji: 文件夹中另有{len(unwanted)}个文件按 include、exclude 的设置没有检查", file=sys.stderr)
    if not files and not options.allow_empty:
        raise UsageError(f"没有可检查的文件：{'、'.join(named)}")
    return files


def _wanted(asked: Asked, unwanted: list[str], file: str) -> bool:
    """Whether the settings want a file that a folder holds; one that they do not want is noted."""
    if wanted(asked.of(file), file):
        return True
    unwanted.append(file)
    return False


def colored(wish: str) -> bool:
    """Whether to use colour: as asked, else where a terminal shows it and NO_COLOR is not set."""
    if wish != "auto":
        return wish == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
