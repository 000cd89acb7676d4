"""Several workers: what they find and in which order hangs on no number of them, and none outlives the run."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from lint import crew
from lint.crew import FEW, Crew, workers_for
from lint.guard import Guard
from tests.conftest import Ran
from tests.corpus.reports import CORPUS
from tests.test_guard import MEMORY, deadly, no_dumps  # noqa: F401  # no_dumps is a fixture

RUN = """
import sys
from lint import cli, engine
import tests.stand_in
engine.PRELOAD = (*engine.PRELOAD, "tests.stand_in")
sys.exit(cli.main(["check", *sys.argv[1:], "--no-cache"]))
"""
"""The command with readers that stand in for the real ones."""
ROOT = Path(__file__).parents[1]


def command(stand_in: str, noted: Path, *words: str) -> tuple[list[str], dict[str, str]]:
    """What to start, and its environment."""
    own = {"STAND_IN": stand_in, "NOTED": str(noted), "PYTHONIOENCODING": "utf-8", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    return [sys.executable, "-c", RUN, *words], {**os.environ, **own}


def sleep(seconds: float, number: int) -> int:
    time.sleep(seconds)
    return number


def slept(seconds: float, number: int, guard: Guard) -> int:
    return guard.call(sleep, seconds, number)


def refused(_: Guard) -> int:
    raise ArithmeticError


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    with Crew(workers, 60, MEMORY) as several:
        tasks = [partial(slept, 0.2 if number % 4 == 0 else 0.01, number) for number in range(14)]
        assert list(several.each(tasks)) == list(range(14))


def test_no_more_tasks_are_taken_than_there_is_work_for() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Callable[[Guard], int]]:
        for number in range(1000):
            taken.append(number)
            yield partial(slept, 0, number)

    with Crew(2, 60, MEMORY) as several:
        assert next(several.each(tasks())) == 0
        assert len(taken) <= 2 * crew.AHEAD + 1


def test_a_task_that_raises_ends_the_work_and_every_worker() -> None:
    with pytest.raises(ArithmeticError), Crew(2, 60, MEMORY) as several:
        list(several.each([refused, partial(slept, 30, 2), partial(slept, 30, 3)]))
    assert all(guard._pool is None for guard in several.guards)


def test_a_closed_guard_ends_what_it_does() -> None:
    from threading import Timer

    with Guard(60, MEMORY) as guard:
        Timer(0.5, guard.close).start()
        started = time.monotonic()
        with pytest.raises(Exception):  # noqa: B017  # whatever pebble calls it
            guard.call(sleep, 60, 1)
        assert time.monotonic() - started < 10


def test_one_process_where_more_would_cost_more(tmp_path: Path) -> None:
    files = []
    for number in range(FEW):
        files.append(str(tmp_path / f"{number}.txt"))
        Path(files[-1]).write_bytes(b"x")
    several = min(len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1, crew.MOST)
    assert workers_for(files[1:]) == 1
    assert workers_for(files) == several
    with open(files[0], "wb") as stream:
        stream.truncate(crew.SMALL)
    assert workers_for(files[:1]) == 1
    assert workers_for(files[:2]) == min(several, 2)
    assert workers_for(files[:3], 2) == 2
    assert workers_for(["-"], 4) == workers_for([], 4) == 1


@pytest.mark.parametrize("asked", [("-f", "json"), ("-f", "jsonl"), ("-f", "json", "--together")])
def test_the_same_bytes_from_any_number_of_workers(gouji: Callable[..., Ran], tmp_path: Path, asked: tuple[str, ...]) -> None:
    (tmp_path / "稿").mkdir()
    for path in (CORPUS / "fire" / "guangdong-county-department").glob("report.*"):
        if path.suffix in (".txt", ".docx", ".pdf", ".html"):
            shutil.copy(path, tmp_path / "稿")
    (tmp_path / "稿" / "坏.pdf").write_bytes(b"%PDF-1.4 nothing")
    runs = [gouji("check", "稿", "-j", jobs, "--no-cache", *asked) for jobs in ("1", "3")]
    assert len({(ran.code, ran.raw, ran.err) for ran in runs}) == 1


def test_a_file_that_kills_its_worker_costs_no_other(tmp_path: Path) -> None:
    files = []
    for name in ("crash.pdf", "a.pdf", "hang.pdf", "b.txt", "memory.pdf", *(f"{number}.txt" for number in range(6))):
        files.append(str(tmp_path / name))
        Path(files[-1]).write_bytes("支出20万元。".encode())
    words, environment = command("deadly", tmp_path, *files, "-j", "3", "-f", "json", "--timeout", "5", "--set", f"memory={MEMORY >> 20}")
    ran = subprocess.run(words, capture_output=True, env=environment, check=False, timeout=100)
    found = json.loads(ran.stdout)["files"]
    assert [file["path"] for file in found] == files
    codes = [[check["code"] for check in file["checks"] if check["outcome"] == "broken"] for file in found]
    assert codes == [["DOC001"], [], ["DOC006"], [], ["DOC006"], *([] for _ in range(6))]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_an_interrupt_ends_the_run_and_every_worker(tmp_path: Path, jobs: str) -> None:
    with Slow(tmp_path, jobs) as (run, workers):
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=20)
        assert (run.returncode, err) == (130, "gouji: 已中断\n")
        soon(lambda: not any(map(alive, workers)))


def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    with Slow(tmp_path, "3") as (run, workers):
        run.kill()
        soon(lambda: not any(map(alive, workers)))


class Slow:
    """A run whose workers are busy for a minute, and their process ids."""

    def __init__(self, folder: Path, jobs: str) -> None:
        self._noted = folder / "noted"
        self._noted.mkdir()
        self._jobs = jobs
        (folder / "reports").mkdir()
        for number in range(8):
            (folder / "reports" / f"{number}.html").write_bytes(b"<html><p>5")
        words, environment = command("slow", self._noted, str(folder / "reports"), "-j", jobs)
        self.run = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", env=environment)

    def __enter__(self) -> tuple[subprocess.Popen[str], list[int]]:
        soon(lambda: len(list(self._noted.iterdir())) == int(self._jobs))
        return self.run, [int(path.name) for path in self._noted.iterdir()]

    def __exit__(self, *_: object) -> None:
        self.run.kill()
        self.run.wait()
        if self.run.stderr:
            self.run.stderr.close()


def alive(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except FileNotFoundError:
        return False


def soon(ask: Callable[[], Any]) -> None:
    for _ in range(300):
        if ask():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within fifteen seconds")


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", ""])
def test_a_number_of_workers_that_is_none_is_refused(gouji: Callable[..., Ran], tmp_path: Path, jobs: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"5")
    ran = gouji("check", "a.txt", f"--jobs={jobs}")
    assert (ran.code, ran.err) == (2, f"gouji: --jobs 要写 auto 或 1 以上的整数，不能写“{jobs}”\n")
