"""Which files a run looks at: what the user named, folders searched, everything once and in order."""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lint.errors import Unreadable, UsageError
from lint.readers import FOREIGN, SUFFIXES, Source
from lint.say import Say

STDIN = "-"
SETTINGS = "gouji.toml"
"""What settings files are called; a folder may hold one, and it is no report that was passed over."""
LIMIT = 100 << 20
"""Bytes beyond which no file is read."""
CAUSES = {
    errno.ENOENT: Say("没有这个文件", "no such file"),
    errno.EACCES: Say("没有权限", "permission denied"),
    errno.EPERM: Say("没有权限", "not permitted"),
    errno.EISDIR: Say("这是文件夹", "it is a folder"),
    errno.ELOOP: Say("链接互相指向", "links in a circle"),
    errno.ENOSPC: Say("磁盘已满", "no space left"),
    errno.EDQUOT: Say("磁盘空间已用完", "quota exceeded"),
    errno.EROFS: Say("磁盘只能读取，不能写入", "read-only disk"),
    errno.EIO: Say("磁盘读写出错", "input/output error"),
    errno.ENAMETOOLONG: Say("名称过长", "name too long"),
}
"""What the system answers, in words."""
KEPT = (".", "~$", "~WR")
"""How names of files begin that office programs keep beside one that is open, and of hidden ones."""
PAGES = (".html", ".htm")
GENERATOR = "gouji"
"""Who made a page, as it says at its beginning."""
RESULTS = "校核结果"
"""How the folders are called in which the program puts what it found in files that were dropped on it; a date follows."""
OWN = ".toml"
"""The suffix of what this program keeps beside the reports: settings, decisions, baselines."""


def missing(paths: Iterable[str]) -> list[str]:
    """The named paths that do not exist."""
    return [path for path in paths if path != STDIN and not os.path.exists(path)]


def everything(_: str) -> bool:
    """Every file is wanted."""
    return True


def find(paths: Iterable[str], passed_over: Counter[str] | None = None, wanted: Callable[[str], bool] = everything) -> list[str]:
    """Every file that the paths name or hold, once, in the order of the paths and sorted within a folder.

    A file that was named is taken whatever it is; a folder gives the files of known suffixes and the documents
    that no reader reads, so that they are told, as far as they are `wanted`. `passed_over` counts, by suffix, what else folders
    hold. A link and what it leads to are one file.
    """
    skipped: Counter[str] = Counter() if passed_over is None else passed_over
    found: dict[str, str] = {}
    for path in paths:
        for file in filter(wanted, _walk(path, skipped, set())) if path != STDIN and os.path.isdir(path) else [path]:
            found.setdefault(file if file == STDIN else os.path.normcase(os.path.realpath(file)), file)
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
        if name.startswith(KEPT) or name.endswith(OWN):
            continue
        if os.path.isdir(path):
            if not (name.startswith(f"{RESULTS}-") and name.split("-")[1].isdigit()):
                yield from _walk(path, skipped, seen)
            continue
        if os.path.exists(path) and not os.path.isfile(path):
            continue  # a pipe or device would be waited for
        suffix = os.path.splitext(name)[1].lower()
        if suffix in PAGES and _is_ours(path):
            continue
        if suffix in SUFFIXES or suffix in FOREIGN:
            yield path
        else:
            skipped[suffix] += 1


def is_report(path: str) -> bool:
    """Whether a folder that holds this would give it as a report to read."""
    return not os.path.basename(path).startswith(KEPT) and os.path.splitext(path)[1].lower() in SUFFIXES


def _is_ours(path: str) -> bool:
    """Whether a page is what this program once found, and no report."""
    try:
        with open(path, "rb") as stream:
            return f'<meta name="generator" content="{GENERATOR} '.encode() in stream.read(400)
    except OSError:
        return False


def listed(path: str) -> list[str]:
    """The paths in a list: one a line, or parted by NUL; UTF-8, else GB18030. Raises UsageError where it cannot be read."""
    try:
        data = load(path).data
    except Unreadable as error:
        told = error.detail or CAUSES[errno.ENOENT]  # of one that is missing, the kind says it all
        raise UsageError(f"读不了文件清单“{path}”：{told if isinstance(told, str) else told.text()}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    lines = text.split("\0") if "\0" in text else text.splitlines()
    return [line.strip() for line in lines if line.strip()]


def cause(error: OSError) -> Say:
    """Why the system refused, in words; what is not known stays as the system says it."""
    told = error.strerror or str(error)
    return CAUSES.get(error.errno or 0, Say(told, told))


def load(path: str, encoding: str | None = None, stdin: str = STDIN) -> Source:
    """The bytes of a file, or of standard input under the name `stdin`. Raises Unreadable where the system refuses or the file is too large."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with open(path, "rb") as stream:
                data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        raise Unreadable("dangling" if os.path.islink(path) else "missing") from None
    except OSError as error:
        raise Unreadable("io", cause(error)) from None
    if len(data) > LIMIT:
        raise Unreadable("too-large", Say("超过{count}MB", "> {count} MiB", {"count": LIMIT >> 20}))
    return Source(stdin if path == STDIN else path, data, encoding)
