"""A folder of entries by their keys: each written whole or not at all, by any number of runs at a time, the oldest given up for new ones.

Entries lie in sixteen folders by the first digit of their keys, and each of these is kept below its share of the whole,
whenever something is written to it: no run ever has to look at all entries.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from threading import get_ident

LIMIT = 512 << 20
"""Bytes that all entries together may take; reports of 25 pages take about 60 KB each."""
_PARTS = "0123456789abcdef"
_TAG = "CACHEDIR.TAG"
"""Tells programs for backups that nothing here is worth keeping (https://bford.info/cachedir/)."""
_TAGGED = "Signature: 8a477f597d28d172789f06886806bc55\n# gouji\n"


def usual() -> str:
    """The user's folder for what may be lost, as each system has it."""
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
        return os.path.join(home, "gouji", "cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/gouji")
    given = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(given if os.path.isabs(given) else os.path.expanduser("~/.cache"), "gouji")


def opened(path: str) -> Folder | None:
    """The folder at a path, made where it is not there; None where it cannot be, or where others may write.

    Others could put results there that are not what our rules say.
    """
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
        if not is_private(path):
            return None
        if not os.path.exists(os.path.join(path, _TAG)):
            with open(os.path.join(path, _TAG), "w", encoding="utf-8") as stream:
                stream.write(_TAGGED)
    except OSError:
        return None
    return Folder(path)


def is_private(path: str) -> bool:
    """Whether a folder is ours and nobody else may write to it; Windows says so by where the folder is."""
    if sys.platform == "win32":
        return os.path.isdir(path)
    found = os.stat(path)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


@dataclass(frozen=True)
class Folder:
    """The entries below `path`, of at most `limit` bytes together."""

    path: str
    limit: int = LIMIT

    def read(self, key: str) -> bytes | None:
        """The bytes of an entry, None where there is none; what is read is what is given up last."""
        place = self._place(key)
        try:
            with open(place, "rb") as stream:
                data = stream.read()
            os.utime(place)
        except OSError:
            return None
        return data

    def write(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, if that is possible."""
        place = self._place(key)
        part = os.path.dirname(place)
        draft = f"{place}.{os.getpid()}-{get_ident()}"
        if len(data) > self._share:
            return
        try:
            os.makedirs(part, mode=0o700, exist_ok=True)
            _make_room(part, self._share - len(data))
            with open(draft, "wb") as stream:
                stream.write(data)
            os.replace(draft, place)
        except OSError:
            _forget(draft)

    def size(self) -> tuple[int, int]:
        """How many entries there are, and their bytes."""
        sizes = [found.st_size for part in self._parts() for _, found in _entries(part)]
        return len(sizes), sum(sizes)

    def clean(self) -> None:
        """Give up all entries, and nothing else that may lie in the folder."""
        for part in self._parts():
            for path, _ in _entries(part):
                _forget(path)
            try:
                os.rmdir(part)
            except OSError:  # another run is writing to it
                continue

    @property
    def _share(self) -> int:
        return self.limit // len(_PARTS)

    def _parts(self) -> list[str]:
        return [part for digit in _PARTS if os.path.isdir(part := os.path.join(self.path, digit))]

    def _place(self, key: str) -> str:
        return os.path.join(self.path, key[0], key[1:])


def _make_room(part: str, room: int) -> None:
    """Give up the entries that were not used for longest, until what is left takes no more than `room` bytes."""
    found = list(_entries(part))
    taken = sum(entry.st_size for _, entry in found)
    if taken <= room:
        return
    for path, entry in sorted(found, key=lambda each: each[1].st_mtime_ns):
        _forget(path)
        taken -= entry.st_size
        if taken <= room:
            return


def _entries(part: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files of a folder; one that another run gives up meanwhile is none."""
    try:
        with os.scandir(part) as entries:
            for entry in entries:
                try:
                    if entry.is_file(follow_symlinks=False):
                        yield entry.path, entry.stat(follow_symlinks=False)
                except OSError:
                    continue
    except OSError:
        return


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:  # it is gone already, or in use
        return
