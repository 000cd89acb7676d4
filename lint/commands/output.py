"""Where the output of a command goes: standard output or a file."""

from __future__ import annotations

import os
import sys

from lint.errors import UsageError


def emit(text: str, *, machine: bool = False) -> None:
    """Write to standard output; for machines as UTF-8 with line ends as they are, whatever the terminal speaks.

    A reader that has seen enough and closes the pipe (`| head`) is no fault.
    """
    try:
        if machine and hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(encoded(text))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save(path: str, text: str) -> None:
    """Write a file, UTF-8. Raises UsageError where the system refuses."""
    try:
        with open(path, "wb") as stream:
            stream.write(encoded(text))
    except OSError as error:
        raise UsageError(f"不能写入“{path}”：{error.strerror}") from None


def encoded(text: str) -> bytes:
    """UTF-8; what cannot be encoded (half a surrogate pair in a file name) is written as its escape."""
    return text.encode("utf-8", "backslashreplace")
