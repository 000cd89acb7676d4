"""Guards at work at the same time: each has a worker process of its own, and results come in the order of the tasks."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import TypeVar

from lint.guard import Guard

T = TypeVar("T")

FEW, SMALL = 8, 20 << 20
"""Fewer files, with fewer bytes together, are done before further processes have started."""
MOST = 8
"""Workers that are started unasked: what they find passes through one process."""
AHEAD = 4
"""Tasks for each worker that may be taken before the first of them is done."""


def workers_for(files: Iterable[str], asked: int | None = None) -> int:
    """How many workers to have for these files: as many as asked for, else as there are processors where it is worth it."""
    sizes = [os.path.getsize(file) if os.path.isfile(file) else 0 for file in files]
    if asked is None:
        processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        asked = 1 if len(sizes) < FEW and sum(sizes) < SMALL else min(processors, MOST)
    return max(1, min(asked, len(sizes)))


class Crew:
    """One or more guards; with one, everything happens in turn and no thread is started."""

    def __init__(self, workers: int, timeout: int, memory: int, preload: Sequence[str] = ()) -> None:
        """`preload` are the modules that several workers share: they are imported once."""
        self.guards = tuple(Guard(timeout, memory, preload if workers > 1 else None) for _ in range(workers))

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for guard in self.guards:
            guard.close()

    def each(self, tasks: Iterable[Callable[[Guard], T]]) -> Iterator[T]:
        """The result of every task, in their order. A task that raises ends the whole; the others' workers are stopped."""
        if len(self.guards) == 1:
            yield from (task(self.guards[0]) for task in tasks)
            return
        from concurrent.futures import Future, ThreadPoolExecutor
        from queue import SimpleQueue

        idle: SimpleQueue[Guard] = SimpleQueue()
        for guard in self.guards:
            idle.put(guard)

        def done(task: Callable[[Guard], T]) -> T:
            guard = idle.get()
            try:
                return task(guard)
            finally:
                idle.put(guard)

        waiting = iter(tasks)
        with ThreadPoolExecutor(len(self.guards)) as threads:
            try:
                under_way: deque[Future[T]] = deque(threads.submit(done, task) for task in islice(waiting, AHEAD * len(self.guards)))
                while under_way:
                    yield under_way.popleft().result()
                    under_way.extend(threads.submit(done, task) for task in islice(waiting, 1))
            except BaseException:  # an interrupt above all: threads end when their workers do
                threads.shutdown(wait=False, cancel_futures=True)
                for guard in self.guards:
                    guard.close()
                raise
