"""By what means a run does its work: none of it changes a result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lint.cache import NO_CACHE, Cache


def untold(_: str) -> None:
    """Nobody asks how far a run has come."""


@dataclass(frozen=True)
class Means:
    """`workers` are the processes that check files, `cache` keeps what was found, `done` is told of every file that is checked, by its path.

    With several workers `done` is called by several threads.
    """

    workers: int = 1
    cache: Cache = NO_CACHE
    done: Callable[[str], None] = untold


PLAIN = Means()
