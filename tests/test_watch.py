"""`gouji check --watch`: the command as a process of its own, and files saved the way programs save them."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from lint.saved import GONE, LOOK, PATIENCE, STILL, Saved

WRONG = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。\n"
RIGHT = WRONG.replace("210", "200").replace("42", "40")
WAITING = "按 Ctrl-C 结束"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends an interrupt")


class Watching:
    """A running `gouji check --watch` and what it says."""

    def __init__(self, folder: Path, *arguments: str, isolated: bool = True) -> None:
        command = [sys.executable, "-W", "error", "-m", "lint", "check", "--watch", *(["--isolated"] if isolated else []), *arguments]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def told(self, last: str = WAITING, seconds: float = 60) -> str:
        """All that is said up to the end of the next round."""
        said, end = "", time.monotonic() + seconds
        while last not in said:
            said += self._lines.get(timeout=max(0.01, end - time.monotonic()))
        return said

    def is_silent(self, seconds: float) -> bool:
        """Whether nothing is said for so long."""
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """Starts the command in the test's folder."""
    running: list[Watching] = []

    def start(*arguments: str, isolated: bool = True) -> Watching:
        running.append(Watching(tmp_path, *arguments, isolated=isolated))
        return running[-1]

    yield start
    for each in running:
        each.process.kill()
        each.process.wait()
        assert each.process.stdout is not None
        each.process.stdout.close()


def word(path: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def saved_by_word(path: Path, text: str) -> None:
    """What Word does: writes a file beside the old one, renames that away, renames the new one into its place, removes the old one."""
    new, old = path.with_name("~WRD0001.tmp"), path.with_name("~WRL0002.tmp")
    path.with_name(f"~${path.name[2:]}").write_bytes(b"\x05user")
    word(new, text)
    path.rename(old)
    time.sleep(0.2)
    new.rename(path)
    old.unlink()


def test_what_is_saved_is_checked_within_about_a_second_and_the_rest_is_kept(watching: Callable[..., Watching], tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(WRONG, "utf-8")
    (tmp_path / "乙.txt").write_text(RIGHT, "utf-8")
    run = watching(".")
    first = run.told()
    assert "甲.txt:1:12  错误  SUM001" in first
    assert "重新核对：" not in first
    begin = time.monotonic()
    (tmp_path / "甲.txt").write_text(RIGHT, "utf-8")
    second = run.told()
    assert time.monotonic() - begin < 10  # with room for a busy machine; the watch itself is timed below
    assert "重新核对：./甲.txt ──" in second
    assert "2个文件：核对过的地方没有发现问题" in second


def test_a_word_file_saved_by_renaming_is_checked_once_and_its_temporary_files_never(
    watching: Callable[..., Watching], tmp_path: Path
) -> None:
    path = tmp_path / "自评报告.docx"
    word(path, RIGHT)
    run = watching(".")
    assert "没有发现问题" in run.told()
    saved_by_word(path, WRONG)
    told = run.told()
    assert "重新核对：./自评报告.docx ──" in told
    assert "SUM001" in told
    assert "~WR" not in told
    assert run.is_silent(1.5)


def test_a_file_that_is_written_slowly_is_checked_when_it_is_whole(watching: Callable[..., Watching], tmp_path: Path) -> None:
    path = tmp_path / "自评报告.docx"
    word(path, RIGHT)
    run = watching(".")
    run.told()
    word(tmp_path / "new", WRONG)
    data = (tmp_path / "new").read_bytes()
    (tmp_path / "new").unlink()
    with path.open("wb") as stream:
        for start in range(0, len(data), len(data) // 4 + 1):
            stream.write(data[start : start + len(data) // 4 + 1])
            stream.flush()
            time.sleep(2 * STILL)
    told = run.told()
    assert "SUM001" in told
    assert "DOC" not in told
    assert run.is_silent(1.5)


def test_files_that_come_and_go_are_seen_and_what_the_run_writes_is_none(watching: Callable[..., Watching], tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(RIGHT, "utf-8")
    run = watching(".", "-o", "结果.csv", "-o", "结果.docx")
    run.told()
    assert run.is_silent(1.5)
    (tmp_path / "申报.txt").write_text(WRONG, "utf-8")
    told = run.told()
    assert "重新核对：./申报.txt ──" in told
    assert (tmp_path / "结果.csv").read_text("utf-8-sig").count("SUM001") == 1
    (tmp_path / "申报.txt").unlink()
    assert "1个文件：核对过的地方没有发现问题" in run.told()


def test_settings_are_read_again_and_a_fault_in_them_ends_nothing(watching: Callable[..., Watching], tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(WRONG, "utf-8")
    settings = tmp_path / "gouji.toml"
    settings.write_text('ignore = ["RAT"]\n', "utf-8")
    run = watching(".", isolated=False)
    assert "错误1，" in run.told()
    settings.write_text("ignore = [", "utf-8")
    assert "gouji.toml" in run.told("gouji: ")
    settings.write_text('ignore = ["SUM"]\n', "utf-8")
    told = run.told()
    assert "重新核对：./甲.txt ──" in told
    assert "没有发现问题" in told


def test_a_terminal_is_cleared_before_every_round(tmp_path: Path) -> None:
    import pty

    (tmp_path / "甲.txt").write_text(WRONG, "utf-8")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "lint", "check", "--isolated", "--watch", "甲.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=follower, stdout=follower, stderr=follower) as process:
        said = b""
        while WAITING.encode() not in said:
            said += os.read(leader, 4096)
        process.kill()
    os.close(leader)
    os.close(follower)
    assert said.startswith(b"\033[2J")


def test_an_interrupt_is_exit_code_130(watching: Callable[..., Watching], tmp_path: Path) -> None:
    word(tmp_path / "甲.docx", WRONG)
    run = watching(".")
    run.told()
    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(60) == 130


def test_standard_input_is_not_watched(watching: Callable[..., Watching]) -> None:
    run = watching("-")
    assert run.process.wait(60) == 2


def test_a_save_is_seen_in_much_less_than_a_second(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("1", "utf-8")
    saved = Saved()
    saved.take([str(path)])
    path.write_text("22", "utf-8")
    looks = [saved.look([str(path)], LOOK * number) for number in range(1, 10)]
    assert (looks.index({str(path)}) + 1) * LOOK < 0.6


def test_a_file_that_is_away_for_a_moment_was_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("1", "utf-8")
    saved = Saved()
    saved.take([str(path)])
    path.unlink()
    assert not saved.look([], 0)
    assert not saved.look([], GONE / 2)
    path.write_text("22", "utf-8")
    assert not saved.look([str(path)], GONE)
    assert saved.look([str(path)], GONE + STILL) == {str(path)}
    assert not saved.look([str(path)], GONE + 2 * STILL)
    path.unlink()
    assert not saved.look([], 10)
    assert saved.look([], 10 + GONE) == {str(path)}
    assert not saved.look([], 20)


def test_a_package_without_its_end_is_waited_for_and_then_taken_as_it_is_and_again_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    word(path, RIGHT)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    saved = Saved()
    assert not saved.look([str(path)], 0)
    assert not saved.look([str(path)], PATIENCE - 1)
    assert saved.look([str(path)], PATIENCE) == {str(path)}
    assert not saved.look([str(path)], 60)
    path.write_bytes(whole)
    assert not saved.look([str(path)], 61)
    assert saved.look([str(path)], 61 + STILL) == {str(path)}


LOCKED = """
import os, sys, tempfile
from lint.saved import PATIENCE, Saved
if os.geteuid() == 0:
    os.seteuid(65534)  # whom permissions bind
with tempfile.TemporaryDirectory() as folder:
    path, saved = os.path.join(folder, "a.txt"), Saved()
    open(path, "w", encoding="utf-8").close()
    os.chmod(path, 0)
    print(*(bool(saved.look([path], now)) for now in (0, 1, PATIENCE, PATIENCE + 1)))
    os.chmod(path, 0o600)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("1")
    os.chmod(path, 0)
    print(*(bool(saved.look([path], now)) for now in (10, 11)))
    os.chmod(path, 0o600)
    print(*(bool(saved.look([path], now)) for now in (12, 13)))
"""


def test_a_locked_file_is_waited_for_and_looked_at_as_soon_as_it_is_free() -> None:
    ran = subprocess.run([sys.executable, "-c", LOCKED], capture_output=True, encoding="utf-8", check=False)
    assert ran.stdout.splitlines() == ["False False True False", "False False", "True False"], ran.stderr
