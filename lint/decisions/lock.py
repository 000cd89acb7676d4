"""One at a time: a file beside a book keeps other runs from changing it between its reading and its writing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from lint.errors import UsageError
from lint.paths import cause

PATIENCE = 10.0
"""Seconds after which a run that waits for another gives up."""
_PAUSE = 0.02


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Alone with a book, which need not exist yet. Raises UsageError where another run keeps it too long or the system refuses."""
    place = os.path.realpath(path)
    lock = os.path.join(os.path.dirname(place), f".{os.path.basename(place)}.lock")
    until = time.monotonic() + PATIENCE
    while not _taken(lock, path):
        if time.monotonic() > until:
            raise UsageError(f"不能写入“{path}”：另一个 gouji 正在写；如果没有，请删去“{lock}”后再试")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):  # whoever waited too long was told to remove it
            os.unlink(lock)


def _taken(lock: str, path: str) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    except PermissionError:
        if os.path.exists(lock):  # Windows: another run is about to remove it
            return False
        raise UsageError(f"不能写入“{path}”：没有权限") from None
    except OSError as error:
        raise UsageError(f"不能写入“{path}”：{cause(error).text()}") from None
    return True
