"""Which files have been saved: told by looking at them again and again, for no notice of the system reaches shared drives.

A save is many steps: Word and WPS write a file beside the old one, move that away and the new one in; others write it bit by bit.
A file counts as saved when it has stood still and is whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

LOOK = 0.15
"""Seconds between two looks."""
STILL = 0.25
"""Seconds for which a file must not have changed."""
GONE = 1.0
"""Seconds for which a file must have been away: while it is saved it is, for a moment."""
PATIENCE = 5.0
"""Seconds after which a file is taken as it is that somebody holds locked, or that has no end."""
TAIL = 2048
"""Bytes in which a PDF must end."""

Mark = tuple[int, int, int]
"""What changes with every save: time, size, and which file it is."""


class Saved:
    """What is known of some files between looks at them."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[Mark, bool]] = {}
        self._seen: dict[str, tuple[Mark | None, float]] = {}

    def take(self, files: Iterable[str]) -> None:
        """Take files as they are now."""
        self._taken |= {path: (mark, is_whole(path)) for path in files if (mark := _mark(path))}

    def look(self, files: Iterable[str], now: float) -> set[str]:
        """Those of the files, and of all that were ever taken, that have been saved, added or removed since; `now` in seconds of any clock."""
        return {path for path in {*files, *self._taken} if self._is_saved(path, now)}

    def _is_saved(self, path: str, now: float) -> bool:
        mark = _mark(path)
        taken, whole = self._taken.get(path, (None, True))
        if mark == taken and (whole or not is_whole(path)):
            self._seen.pop(path, None)
            return False
        seen, since = self._seen.setdefault(path, (mark, now))
        if seen != mark:
            self._seen[path] = (mark, now)
            return False
        if mark is None:
            ready = now - since >= GONE
            whole = True
        else:
            whole = is_whole(path)
            ready = now - since >= (STILL if whole else PATIENCE)
        if not ready:
            return False
        del self._seen[path]
        self._taken.pop(path, None)
        if mark is not None:
            self._taken[path] = (mark, whole)
        return True


def _mark(path: str) -> Mark | None:
    """None where there is no such file."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def is_whole(path: str) -> bool:
    """Whether a file can be opened (Word locks those it has open), holds something, and has its end where its format has one."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(4)
            if head == b"PK\x03\x04":
                import zipfile  # late: text needs none

                return zipfile.is_zipfile(stream)
            if head == b"%PDF":
                stream.seek(-min(TAIL, os.fstat(stream.fileno()).st_size), os.SEEK_END)
                return b"%%EOF" in stream.read()
            return bool(head)
    except OSError:
        return False
