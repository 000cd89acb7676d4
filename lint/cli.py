"""argv in, exit code out: parses, imports the one command that was asked for, and runs it."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module

from lint import __version__
from lint.errors import UsageError, nearest

TYPE_CHECKING = False  # a name that type checkers know: importing `typing` for it would take a third of an empty Python
if TYPE_CHECKING:
    from argparse import Namespace

BAD_USE = 2
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run `gouji` and return its exit code: 0 in order, 1 something to look at, 2 did not run properly, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    argv = sys.argv[1:] if argv is None else argv
    if argv == ["--version"]:  # scripts ask at every start, and argparse alone takes as long as an empty Python
        print(f"gouji {__version__}")
        return 0
    gc.set_threshold(100_000)  # a run makes many small objects, and the classes and patterns among them stay
    atexit.register(gc.freeze)  # nor is it worth a tenth of a small run to look for cycles among them when it ends
    try:
        options = parse(argv)
        run = import_module(f"lint.commands.{options.command}").run
        return int(run(options))
    except UsageError as error:
        print(f"gouji: {error}", file=sys.stderr)
        return BAD_USE
    except KeyboardInterrupt:
        print("gouji: 已中断", file=sys.stderr)
        return INTERRUPTED
    except Exception:  # the one place where a defect of the program becomes a message and an exit code
        import traceback

        traceback.print_exc()
        print("gouji: 内部错误，检查没有完成；请把以上内容报告给开发者", file=sys.stderr)
        return BAD_USE


def parse(argv: list[str]) -> Namespace:
    """The options of a command line. Raises UsageError; prints and exits for --help and --version."""
    from lint.options import COMMANDS, COMPLETIONS, declare
    from lint.parsing import Parser

    parser = Parser(
        prog="gouji",
        description="勾稽：找出报告中互相矛盾的数字。",
        epilog="把文件或文件夹拖放到程序上（或者只写文件名）：结果写入旁边的文件夹 校核结果-日期，并打开网页。"
        "退出码：0 没有需要处理的问题；1 有问题或有文件未能读出；2 用法错误、未能运行或程序内部错误；130 被中断。",
        allow_abbrev=False,
        add_help=False,
    )
    dropped = bool(argv) and argv[0] not in COMMANDS and all(map(os.path.exists, argv))  # nothing but files: dropped on the program
    if dropped:
        argv = ["check", "--", *argv]
    commands = declare(parser, None if argv[:1] == [COMPLETIONS] else argv[0] if argv else "")
    options, unknown = parser.parse_known_args(argv)
    if strange := [word for word in unknown if word.startswith("-")]:
        named = f"{options.command} {getattr(options, 'action', '')}".strip()
        words = [word for action in commands[named]._actions for word in action.option_strings]
        raise UsageError(f"没有选项 {strange[0]}{nearest(strange[0].partition('=')[0], words)}")
    if unknown and not isinstance(getattr(options, "paths", None), list):
        raise UsageError(f"多出了“{unknown[0]}”，用 gouji {options.command} --help 查看用法")
    if unknown:
        options.paths += unknown  # argparse takes paths from one place of the line only
    if dropped:
        options.command = "drop"
    elif options.command == COMPLETIONS:
        options.parser, options.commands = parser, commands
    return options
