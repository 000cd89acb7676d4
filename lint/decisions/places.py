"""What a book calls the files that its decisions are about, and which of those names a run could look at."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from lint.decision import Book


@dataclass(frozen=True, slots=True)
class Places:
    """Names of a book: files that are `here` on the disk, and those that are `gone` from the folders that were checked."""

    here: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def places_of(book: Book, folders: Iterable[str]) -> Places:
    """What has become of every file that the decisions of a book name; `folders` are those that were checked."""
    named = [os.path.realpath(folder) for folder in folders]
    paths = {name: os.path.join(_folder(book.path), name) for decision in book.decisions for name in decision.files}
    here = frozenset(name for name, path in paths.items() if os.path.lexists(path))
    gone = (name for name in paths.keys() - here if any(_inside(paths[name], folder) for folder in named))
    return Places(here, frozenset(gone))


def remark(path: str, book: str) -> str:
    """What a book calls a file: its path from the folder of the book on, the whole path where it lies on another drive."""
    try:
        inside = os.path.relpath(os.path.abspath(path), _folder(book))
    except ValueError:  # another drive
        inside = os.path.abspath(path)
    return inside.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode()


def _folder(book: str) -> str:
    return os.path.dirname(os.path.abspath(book))


def _inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder, or lay there before it went."""
    return os.path.realpath(path).startswith(os.path.join(folder, ""))
