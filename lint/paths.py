"""Which files a run looks at: what the user named, folders searched, everything once and in order."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from lint.errors import Unreadable
from lint.readers import SUFFIXES, Source

STDIN = "-"
LIMIT = 100 << 20
"""Bytes beyond which no file is read."""
FOREIGN = frozenset({".doc", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".ofd", ".htm", ".html"})
"""Documents that a folder may hold and no reader reads: passed over, but counted."""


def missing(paths: Iterable[str]) -> list[str]:
    """The named paths that do not exist."""
    return [path for path in paths if path != STDIN and not os.path.exists(path)]


def find(paths: Iterable[str], passed_over: Counter[str] | None = None) -> list[str]:
    """Every file that the paths name or hold, once, in the order of the paths and sorted within a folder.

    A file that was named is taken whatever it is; a folder gives the files of known suffixes. `passed_over`
    counts, by suffix, the documents in folders that no reader reads.
    """
    skipped: Counter[str] = Counter() if passed_over is None else passed_over
    found: dict[str, str] = {}
    for path in paths:
        for file in _walk(path, skipped, set()) if path != STDIN and os.path.isdir(path) else [path]:
            found.setdefault(file if file == STDIN else os.path.normcase(os.path.abspath(file)), file)
    return list(found.values())


def _walk(folder: str, skipped: Counter[str], seen: set[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        yield folder
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith((".", "~$")):
            continue
        if os.path.isdir(path):
            yield from _walk(path, skipped, seen)
            continue
        if os.path.exists(path) and not os.path.isfile(path):
            continue  # a pipe or device would be waited for
        suffix = os.path.splitext(name)[1].lower()
        if suffix in SUFFIXES:
            yield path
        elif suffix in FOREIGN:
            skipped[suffix] += 1


def load(path: str, encoding: str | None = None) -> Source:
    """The bytes of a file, or of standard input. Raises Unreadable where the system refuses or the file is too large."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with open(path, "rb") as stream:
                data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        raise Unreadable("missing") from None
    except OSError as error:
        raise Unreadable("io", error.strerror or str(error)) from None
    if len(data) > LIMIT:
        raise Unreadable("too-large", f"> {LIMIT >> 20} MiB")
    return Source(path, data, encoding)
