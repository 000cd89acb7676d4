"""Runs a function in a worker process that may hang, crash or eat memory without harm to anyone else.

One worker serves all calls. A call that outlives its time, dies or runs out of memory costs that worker and
raises `Unreadable`; the next call gets a fresh one. Nothing is imported and no process started before the
first call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from lint.errors import Unreadable
from lint.say import Say

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from pebble import ProcessPool

P = ParamSpec("P")
T = TypeVar("T")

GRACE = 3
"""Seconds after its time limit when a worker ends itself, should its parent no longer be there to end it."""
GLANCE = 0.02
"""Seconds between two looks at the size of the worker."""
NEAR = 0.5
"""A worker that died after it had reached this part of its memory limit died of it: a buffer is doubled when it is full."""
SECONDS = Say("{count}秒", "{count} s")
MEGABYTES = Say("{count}MB", "{count} MiB")
BEAT = 0.01
"""Seconds between two looks of pebble at its pool; with its own tenth of a second a single small file would wait to be let go."""
PULSE = 1.0
"""Seconds between two looks of a worker at its parent."""


class Guard:
    """Calls functions of importable modules, with arguments and results that can be pickled.

    Calls are made by one thread at a time; `close` may come from another one, and ends the call that is under way.
    """

    def __init__(self, timeout: int, memory: int, preload: Sequence[str] | None = None) -> None:
        """`timeout` is in seconds for each call, `memory` in bytes of address space beyond what the worker begins with.

        With `preload` the worker is forked by a process that only does that and has imported these modules: one forked from here, while
        another thread imports or holds a lock, could wait for ever. Without it this process is forked, which starts sooner.
        """
        self._timeout = timeout
        self._memory = memory
        self._preload = preload
        self._pool: ProcessPool | None = None
        self._process = 0
        self._closed = False

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker, and with it the call that is under way."""
        self._closed = True
        self._drop()

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of the function; its exceptions pass through.

        Raises Unreadable of kind ``"timeout"``, ``"memory"`` or ``"crash"`` where the worker did not survive.
        """
        from pebble import ProcessExpired

        pool = self._worker()
        worker = self._process = self._process or self._ended(pool.schedule(os.getpid)).result()
        start = _size(worker, "VmSize")
        future: Future[T] = pool.schedule(_within, (self._timeout, function, args, kwargs), timeout=self._timeout)
        peak = self._watch(future, worker)
        try:
            return future.result()
        except TimeoutError:
            self._process = 0
            raise Unreadable("timeout", SECONDS.of(count=self._timeout)) from None
        except MemoryError:
            self._drop()
            raise Unreadable("memory", MEGABYTES.of(count=self._memory >> 20)) from None
        except ProcessExpired as error:
            self._process = 0
            if peak - start >= self._memory * NEAR:
                raise Unreadable("memory", MEGABYTES.of(count=self._memory >> 20)) from None
            raise Unreadable("crash", _cause(error.exitcode)) from None

    def _worker(self) -> ProcessPool:
        """The pool of the one worker, which is started where there is none. Raises RuntimeError where the guard was closed."""
        if self._closed:
            raise RuntimeError("the guard is closed")
        if self._pool is None:
            from pebble import CONSTS, ProcessPool

            CONSTS.sleep_unit = BEAT
            self._pool = ProcessPool(1, initializer=_confine, initargs=(self._memory,), context=_context(self._preload))
        return self._pool

    def _ended(self, future: Future[T]) -> Future[T]:
        self._watch(future, 0)
        return future

    def _watch(self, future: Future[T], worker: int) -> int:
        """Wait for a call to end; the most address space, in bytes, that its worker was seen to use (0 where the system does not tell).

        Raises RuntimeError where the guard is closed meanwhile: pebble may leave such a call without an end.
        """
        from concurrent.futures import wait

        peak = 0
        while not wait([future], GLANCE).done:
            if self._closed:
                raise RuntimeError("the guard is closed")
            peak = max(peak, _size(worker)) if worker else peak
        return peak

    def _drop(self) -> None:
        pool, self._pool, self._process = self._pool, None, 0
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
            pool.join()


def _context(preload: Sequence[str] | None) -> BaseContext:
    """How processes are started here."""
    import multiprocessing

    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    if preload is None:
        return multiprocessing.get_context("fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def _size(process: int | str, field: str = "VmPeak") -> int:
    """The address space of a process in bytes, at its largest or (``"VmSize"``) now; 0 where the system does not tell."""
    try:
        with open(
            f"/proc/{process}/status", "rb"
        ) as stream:  # a text would import its encoding, which a process forked just then waits for
            return next((int(line.split()[1]) << 10 for line in stream if line.startswith(field.encode())), 0)
    except OSError:
        return 0


def _cause(exitcode: int) -> Say | str:
    """How a process ended, in words: the signal that killed it or its exit code."""
    import signal

    try:
        return signal.Signals(-exitcode).name
    except ValueError:
        return Say("退出码{code}", "exit code {code}", {"code": exitcode})


def _confine(memory: int) -> None:
    """Limit what this worker takes beyond what it begins with, forked from a caller of any size, and silence what C libraries print."""
    from threading import Thread

    Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(null, stream)
    os.close(null)
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = _size("self", "VmSize") + memory
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _follow(parent: int) -> None:
    """End this process when the one that forked it is gone, or the one that asked for it.

    Neither alone would tell: workers forked later hold the pipe to a caller that forks itself, and a process that only forks lives on.
    """
    from multiprocessing import parent_process

    caller = parent_process()
    while os.getppid() == parent and (caller is None or caller.is_alive()):
        sleep(PULSE)
    os._exit(1)


def _within(seconds: int, function: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> T:
    """Call the function with an alarm set that ends this process even when it spins in C and its parent is gone."""
    if sys.platform == "win32":
        return function(*args, **kwargs)
    import signal

    signal.alarm(seconds + GRACE)
    try:
        return function(*args, **kwargs)
    finally:
        signal.alarm(0)
