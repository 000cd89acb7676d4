"""Files dropped on the program, without a word of command: a folder of results beside them, and the page that opens.

It is `gouji check FILES -o 结果.html -o 问题清单.xlsx --annotate 批注稿` for those who never open a terminal.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from lint.commands.deciding import today_of
from lint.errors import UsageError
from lint.paths import RESULTS, cause

PAGE, LIST, COPIES = "结果.html", "问题清单.xlsx", "批注稿"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""One of these is set where a system other than Windows and macOS can show a page."""


def run(options: Namespace) -> int:
    """Check the paths of `options`, which are those of `gouji check`, and open what was found. Returns its exit code."""
    from lint.commands.check import run as check

    folder = _made(options.paths, f"{RESULTS}-{today_of(options):%Y%m%d}")
    page = os.path.join(folder, PAGE)
    options.output = [page, os.path.join(folder, LIST)]
    options.annotate = os.path.join(folder, COPIES)
    options.quiet = True
    try:
        code = check(options)
    except UsageError:
        if not os.listdir(folder):
            os.rmdir(folder)
        raise
    print(f"gouji: 结果写入{folder}", file=sys.stderr)
    _open(page)
    return code


def _made(paths: Sequence[str], name: str) -> str:
    """A new folder beside the paths. Raises UsageError where the system refuses."""
    beside = os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in paths])
    for number in count(1):
        folder = os.path.join(beside, name if number == 1 else f"{name}-{number}")
        try:
            os.mkdir(folder)
        except FileExistsError:
            continue
        except OSError as error:
            raise UsageError(f"不能建立文件夹“{folder}”：{cause(error).text()}") from None
        return folder
    raise AssertionError("counting ends nowhere")


def _open(page: str) -> None:
    """Show the page where there is a screen to show it on."""
    import webbrowser

    if sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in SCREENS):
        webbrowser.open(Path(page).as_uri())
