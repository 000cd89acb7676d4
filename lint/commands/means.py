"""By what means a run does its work, as its options say: how many workers, which cache."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Collection

from lint.cache import NO_CACHE, Cache, folder
from lint.crew import workers_for
from lint.errors import UsageError
from lint.means import Means


def means_of(options: Namespace, files: Collection[str], done: Callable[[str], None]) -> Means:
    """The means for these files; `done` is told of each. Raises UsageError for a number of workers that is none."""
    return Means(workers_for(files, _asked(options.jobs)), NO_CACHE if options.no_cache else _cache(options.cache_dir), done)


def _asked(jobs: str) -> int | None:
    if jobs == "auto":
        return None
    if not jobs.isdecimal() or not int(jobs):
        raise UsageError(f"--jobs 要写 auto 或 1 以上的整数，不能写“{jobs}”")
    return int(jobs)


def _cache(path: str | None) -> Cache:
    """The cache at a path, else the user's; one that was named and cannot be used is told, and the run goes on without."""
    found = folder.opened(path or folder.usual())
    if found is None and path:
        print(f"gouji: 缓存文件夹“{path}”不能写入，或者别人也能写入，没有使用缓存", file=sys.stderr)
    return Cache(found)
