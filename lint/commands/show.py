"""`gouji show`: what was read from a file, so that one can see why something was or was not found."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from lint.commands.asking import settings_for
from lint.commands.drawing import drawn
from lint.commands.output import emit
from lint.engine import check_document, read_file, unread
from lint.errors import Unreadable, UsageError
from lint.facts import Facts
from lint.paths import STDIN, missing
from lint.readers import Source
from lint.say import Language
from lint.settings import Settings


def run(options: Namespace) -> int:
    if missing([options.path]):
        raise UsageError(f"找不到文件：{options.path}")
    if options.path != STDIN and os.path.isdir(options.path):
        raise UsageError(f"“{options.path}”是文件夹，show 一次只看一个文件")
    settings = settings_for(options, options.path)
    try:
        document = read_file(options.path, settings)
    except Unreadable as error:
        print(f"gouji: {_why(options.path, error, settings.language)}", file=sys.stderr)
        return 1
    if options.text:
        emit(document.text, machine=True)
    elif options.format == "json":
        from lint.commands.data import data  # late: text needs no json

        emit(data(Facts(document, settings.given), check_document(document, settings), settings.language), machine=True)
    else:
        facts = Facts(document, settings.given)
        emit("\n".join(drawn(facts, check_document(document, settings), settings.language)) + "\n")
    return 0


def _why(path: str, error: Unreadable, language: Language) -> str:
    """Why a file could not be read, in the words of the rule that reports it."""
    report = check_document(unread(Source(path, b""), error), Settings(select=("DOC",)))
    return f"{path}：" + "；".join(result.message.text(language) for result in report.findings())
