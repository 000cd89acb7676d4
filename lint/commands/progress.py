"""How far a run has come, on a terminal, for what takes longer than two seconds; erased when it is done.

Of our own and not tqdm: a library draws when something is done, and a single scan is not done for minutes. It must hold no lock
while workers are forked either: one line, written in one call of the system, by one thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

PATIENCE = 2.0
"""Seconds for which nobody needs to be told anything."""
BEAT = 0.2
"""Seconds between two looks."""
_CELLS = 20
"""Signs of the bar; of ASCII, which every console has."""
_USUAL = 80
"""Columns of a terminal that does not tell them."""
_REST = "\x1b[K"
"""Erases the rest of the line."""


@contextmanager
def progress(total: int, wanted: bool) -> Iterator[Callable[[str], None]]:
    """What to call with every file that is done; draws where it is `wanted` and standard error is a terminal."""
    if not wanted or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    from threading import Event, Thread

    done: list[str] = []
    over = Event()
    thread = Thread(target=_draw, args=(total, done, over), daemon=True)
    thread.start()
    try:
        yield done.append
    finally:
        over.set()
        thread.join()


def _draw(total: int, done: list[str], over: Event) -> None:
    started = monotonic()
    if over.wait(PATIENCE):
        return
    while True:
        shown = line(len(done), total, done[-1] if done else "", int(monotonic() - started), _columns())
        _put(f"\r{shown}{_REST}")
        if over.wait(BEAT):
            _put(f"\r{_REST}")
            return


def _put(text: str) -> None:
    """Write past Python's own buffer and its lock, which a worker that is forked just now would keep for ever."""
    os.write(sys.stderr.fileno(), text.encode(sys.stderr.encoding, "replace"))


def line(done: int, total: int, last: str, seconds: int, columns: int) -> str:
    """One line of at most `columns` columns: a bar, files done of all, seconds, and the name of the last one, cut where it is too long."""
    filled = _CELLS * done // total if total else 0
    head = f"[{'#' * filled}{'.' * (_CELLS - filled)}] {done}/{total} {seconds}秒 "
    name = os.path.basename(last)
    return cut(head, columns) + cut(name, columns - width(head))


def width(text: str) -> int:
    """How many columns a text takes: two for wide signs, and for those that Chinese consoles make wide."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def cut(text: str, columns: int) -> str:
    """As much of a text as `columns` hold, without what would steer the terminal."""
    taken, room = "", columns
    for sign in text:
        sign = sign if sign.isprintable() else "?"
        room -= width(sign)
        if room < 0:
            break
        taken += sign
    return taken


def _columns() -> int:
    """One less than there are: a full line would move to the next in some consoles."""
    try:
        return (os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL) - 1
    except OSError:
        return _USUAL - 1
