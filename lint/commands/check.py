"""`gouji check`: check files, write the results, say by the exit code whether there is something to look at."""

from __future__ import annotations

import codecs
import os
import sys
from argparse import Namespace
from collections import Counter

from lint import config, paths, writers
from lint.commands.deciding import with_decisions
from lint.commands.faults import nearest
from lint.commands.output import emit, save
from lint.engine import check_files
from lint.errors import UsageError
from lint.given import Given
from lint.report import Report
from lint.rubric import Rubric, library
from lint.rule import all_rules, matches
from lint.settings import Settings


def run(options: Namespace) -> int:
    settings = settings_of(options)
    outputs = {path: _form_of(path) for path in options.output}
    files = files_of(options)
    _refuse_overwriting(files, outputs)
    report = with_decisions(Report(tuple(check_files(files, settings))), options, settings)
    for path, form in outputs.items():
        save(path, writers.write(form, report, settings))
    emit(writers.write(options.format, report, settings), machine=options.format != "text")
    tell_problems(report)
    return exit_code(report, settings)


def tell_problems(report: Report) -> None:
    """Say on standard error that a run is incomplete, where it is."""
    if failed := sum(len(file.problems) for file in report.files):
        print(f"gouji: 有{failed}项检查因内部错误没有完成，结果不完整，请报告给开发者", file=sys.stderr)


def settings_of(options: Namespace) -> Settings:
    """What the options ask for. Raises UsageError for rules, encodings and limits that do not exist."""
    if options.timeout < 1:
        raise UsageError("--timeout 至少为 1 秒")
    if options.year is not None and not 1949 <= options.year <= 2999:
        raise UsageError(f"--year 要求四位年份，不能是 {options.year}")
    return Settings(
        select=_handles(options.select),
        ignore=_handles(options.ignore),
        given=given_by(options, options.year),
        encoding=known_encoding(options.encoding),
        fail_on=options.fail_on,
        language=options.lang,
        timeout=options.timeout,
        passes=options.passes,
        figures=options.figures,
        quiet=options.quiet,
        color=_colored(options.color),
        together=options.together,
        show_decided=options.show_decided,
    )


def given_by(options: Namespace, year: int | None = None) -> Given:
    """What options and settings file say of the reports. Raises UsageError for a settings file or a scoring table with faults."""
    chosen = options.config or config.found()
    named, rubrics = config.rubrics(chosen) if chosen else ("", ())
    rubric = rubric_by(options.rubric or named, rubrics)
    if not chosen:
        return Given(year, rubric=rubric)
    return Given(year, config.forms(chosen), config.ratios(chosen), config.own(chosen), rubric, rubrics)


def rubric_by(name: str, own: tuple[Rubric, ...] = ()) -> Rubric | None:
    """The scoring table of that id, of the user's `own` or of the program's, or in that file. Raises UsageError."""
    if not name:
        return None
    if name.endswith(library.SUFFIX) or os.path.isfile(name):
        return library.from_file(name)
    known = {**library.shipped(), **{rubric.id: rubric for rubric in own}}
    if name not in known:
        raise UsageError(f"没有评分细则“{name}”{nearest(name, list(known))}（gouji rubric list 列出全部；也可以写文件名）")
    return known[name]


def exit_code(report: Report, settings: Settings) -> int:
    """2 where the program failed somewhere, 1 where something undecided is to be looked at or could not be read, else 0."""
    if any(file.problems for file in report.files):
        return 2
    unread = settings.fail_on != "never" and any(file.failed for file in report.files)
    return int(unread or any(settings.fails(severity) for severity in report.open()))


def known_encoding(name: str | None) -> str | None:
    """The name, if Python knows an encoding for text of that name. Raises UsageError."""
    if name is None:
        return None
    try:
        "".encode(name)
    except LookupError:
        raise UsageError(f"不认识编码“{name}”，常用的有 utf-8、gb18030、big5") from None
    return codecs.lookup(name).name


def _handles(given: list[str]) -> tuple[str, ...]:
    """Rule handles, comma-separated. Raises UsageError for one that no rule has."""
    handles = tuple(handle for text in given for handle in text.replace("，", ",").split(",") if handle.strip())
    for handle in handles:
        if not any(matches(rule, handle) for rule in all_rules()):
            words = [word for rule in all_rules() for word in (rule.code, rule.name)]
            raise UsageError(f"没有规则“{handle}”{nearest(handle, words)}")
    return handles


def files_of(options: Namespace) -> list[str]:
    """The files to check. Raises UsageError where a named path does not exist or nothing is left."""
    if absent := paths.missing(options.paths):
        raise UsageError(f"找不到文件或文件夹：{'、'.join(absent)}")
    passed_over: Counter[str] = Counter()
    files = paths.find(options.paths, passed_over)
    if passed_over:
        kinds = "，".join(f"{suffix or '没有后缀'} {count}个" for suffix, count in sorted(passed_over.items()))
        print(f"gouji: 文件夹中另有{passed_over.total()}个文件不是可以读取的报告，没有检查：{kinds}", file=sys.stderr)
    if not files:
        raise UsageError(f"没有可检查的文件：{'、'.join(options.paths)}")
    return files


def _form_of(path: str) -> str:
    suffix = os.path.splitext(path)[1].lower()
    for form, own in writers.FORMATS.items():
        if own == suffix:
            return form
    raise UsageError(f"不知道“{path}”用什么格式，后缀可用 {' '.join(writers.FORMATS.values())}")


def _refuse_overwriting(files: list[str], outputs: dict[str, str]) -> None:
    """Refuse, before the work is done, outputs that cannot be written or would replace what is to be checked."""
    for path in outputs:
        folder = os.path.dirname(path) or "."
        if not os.path.isdir(folder):
            raise UsageError(f"没有文件夹“{folder}”，不能写入“{path}”")
        if os.path.isdir(path):
            raise UsageError(f"“{path}”是文件夹，不能写入")
        if any(os.path.exists(path) and os.path.exists(file) and os.path.samefile(path, file) for file in files if file != paths.STDIN):
            raise UsageError(f"“{path}”是要检查的文件，不能覆盖")


def _colored(wish: str) -> bool:
    """Whether to use colour: as asked, else where a terminal shows it and NO_COLOR is not set."""
    if wish != "auto":
        return wish == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
