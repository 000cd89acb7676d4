"""What a run is to check: the files it names and finds, each with its settings; and whether all of it could be done."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from dataclasses import replace
from functools import partial

from lint import paths
from lint.commands.asking import asked_aloud
from lint.config.asked import Asked, settings_of, wanted
from lint.errors import UsageError
from lint.report import Report
from lint.settings import Settings


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


def tell_problems(report: Report) -> None:
    """Say on standard error that a run is incomplete, where it is."""
    if failed := sum(len(file.problems) for file in report.files):
        print(f"gouji: 有{failed}项检查因内部错误没有完成，结果不完整，请报告给开发者", file=sys.stderr)
