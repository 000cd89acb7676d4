"""`gouji decide import`: the opinions of a list that a reviewer filled in; all of them, or none where one has a fault."""

from __future__ import annotations

import os
from argparse import Namespace

from lint.commands.annotating import commented
from lint.commands.asking import settings_for
from lint.commands.decide.desk import checked
from lint.commands.decide.registering import registered
from lint.commands.output import emit
from lint.decisions.answers import answered
from lint.decisions.find import brief
from lint.decisions.lists import Row, objects_of, opinions, rows_of
from lint.engine import read_file
from lint.errors import Unreadable, UsageError
from lint.guard import Guard
from lint.paths import load, missing
from lint.readers.comments import COMMENTED


def run(options: Namespace) -> int:
    path = options.list
    if missing([path]) or os.path.isdir(path):
        raise UsageError(f"找不到清单：{path}")
    options.paths = options.paths or [_reports(path)]
    rows, without = _rows(path, options)
    given = opinions(rows, path)
    report = checked(options, leave=[path], new=True)
    lines = registered(given, path, report, options, preview=options.dry_run)
    if without:
        lines.append(f"没有表头而没有读的工作表：{'、'.join(without)}")
    if not given:
        lines.append("清单中没有填写处理意见")
    emit("\n".join([*lines, *(["只是预览，没有写入"] if options.dry_run else []), ""]))
    return 0


def _reports(path: str) -> str:
    """Where the reports of a list are to be looked for: its folder; for an annotated copy, the file of its name in the folder above."""
    folder, name = os.path.split(os.path.abspath(path))
    report = os.path.join(os.path.dirname(folder), name)
    return brief(report) if name.lower().endswith(COMMENTED) and os.path.isfile(report) else os.path.dirname(path) or "."


def _rows(path: str, options: Namespace) -> tuple[list[Row], list[str]]:
    """The rows of a list of any kind, and its sheets that have none. Raises UsageError where it cannot be read."""
    try:
        if path.lower().endswith(".json"):
            return objects_of(load(path).data.decode("utf-8-sig"), path), []
        settings = settings_for(options, path)
        if path.lower().endswith(COMMENTED):
            with Guard(settings.timeout, settings.memory) as guard:
                return answered(commented(path, guard), path), []
        return rows_of(read_file(path, settings))
    except UnicodeDecodeError:
        raise UsageError(f"清单“{path}”不是 UTF-8 编码") from None
    except Unreadable as error:
        detail = error.detail if isinstance(error.detail, str) else error.detail.text()
        raise UsageError(f"读不了清单“{path}”：{detail or error.kind}") from None
