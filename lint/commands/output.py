"""Where the output of a command goes that is not saved: standard output, in colour or not."""

from __future__ import annotations

import os
import sys

from lint.errors import UsageError
from lint.paths import cause
from lint.pattern import pattern
from lint.saving import encoded

_CONTROL = pattern(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\x1b(?!\[[0-9;]*m)")
"""What a document may hold and a terminal would obey: control characters and changes of direction, but for colours."""


def emit(text: str | bytes, *, machine: bool = False) -> None:
    """Write to standard output; for machines as UTF-8 with line ends as they are, whatever the terminal speaks.

    For people, what a document holds to steer a terminal is shown as question marks. A reader that has seen
    enough and closes the pipe (`| head`) is no fault. Raises UsageError where the system refuses.
    """
    try:
        if isinstance(text, bytes) or (machine and hasattr(sys.stdout, "buffer")):
            sys.stdout.flush()
            sys.stdout.buffer.write(encoded(text) if isinstance(text, str) else text)
        else:
            sys.stdout.write(_CONTROL.sub("?", text))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _let_go()
        raise UsageError(f"不能写出结果：{cause(error).text()}") from None


def colored(wish: str) -> bool:
    """Whether to use colour: as asked, else never with NO_COLOR, always with FORCE_COLOR or CLICOLOR_FORCE, else where a terminal shows it."""
    if wish != "auto" or os.environ.get("NO_COLOR"):
        return wish == "always"
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _let_go() -> None:
    """Lead standard output away, so that what is still held back is not tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
