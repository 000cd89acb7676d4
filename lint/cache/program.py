"""Which program it is that reads and judges: its files, its Python, and what it uses of others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module

READING = (
    "document.py", "errors.py", "interval.py", "number.py", "outline.py", "pattern.py", "place.py", "say.py", "text.py",
    "readers",
)  # fmt: skip
"""What of this package takes part in reading a file; a test holds it against what readers import."""


@cache
def program() -> str:
    """The whole program with its rules and data. Like Python itself for its compiled files, it goes by the sizes and times of files."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    rules = import_module("lint.rules").__path__[0]  # by name: it stands on a higher floor, and elsewhere in a checkout
    return _digest(sys.version, *_stamps(folder), *(() if rules.startswith(folder) else _stamps(rules)))


@cache
def reading() -> str:
    """The part of the program that reads files."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return _digest(sys.version, *(stamp for name in READING for stamp in _stamps(os.path.join(folder, name))))


@cache
def outside(form: str) -> str:
    """What others have part in reading files of a format: the packages installed, by name and version, and LibreOffice."""
    found = [name for folder in sys.path if folder and os.path.isdir(folder) for name in os.listdir(folder) if name.endswith(".dist-info")]
    if form == "office":
        from lint.readers import soffice

        found += _stamps(os.path.realpath(soffice.program() or ""))
    return _digest(*sorted(found))


def _stamps(path: str) -> Iterator[str]:
    """Every file at or below a path, as far as Python reads it."""
    if os.path.isdir(path):
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name != "__pycache__" and not entry.name.endswith(".pyc"):
                    yield from _stamps(entry.path)
    elif os.path.exists(path):
        found = os.stat(path)
        yield f"{path}:{found.st_size}:{found.st_mtime_ns}"


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
