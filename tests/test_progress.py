"""The progress of a run: on a terminal, after two seconds, within its width, and gone when the run is done."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from lint.commands.progress import line, width

SLOW = """
import sys, time
from lint import cli, readers
read = readers.read
def slowly(source):
    time.sleep({seconds})
    return read(source)
readers.read = slowly
sys.exit(cli.main(["check", *sys.argv[1:], "--no-cache", "-f", "json"]))
"""


def seen(folder: Path, *asked: str, seconds: float = 2.6, encoding: str = "utf-8") -> bytes:
    """What such a run writes to a terminal as its standard error."""
    (folder / "青禾县农业农村局绩效自评报告.txt").write_text("支出5万元。", "utf-8")
    ours, theirs = pty.openpty()
    program = SLOW.format(seconds=seconds)
    command = [sys.executable, "-c", program, ".", *asked]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "TERM": "xterm", "PYTHONPATH": os.getcwd()}
    ran = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs, env=environment, timeout=60, check=False)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 1 << 16):
            shown += piece
    except OSError:  # Linux says so when nobody writes any longer
        pass
    os.close(ours)
    assert ran.returncode == 0
    return shown


def test_a_run_of_more_than_two_seconds_shows_how_far_it_is_and_erases_it(tmp_path: Path) -> None:
    shown = seen(tmp_path).decode()
    assert "[....................] 0/1 2秒" in shown
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


@pytest.mark.parametrize("asked", [("-q",), ("--no-progress",)])
def test_nobody_is_told_who_does_not_want_to(tmp_path: Path, asked: tuple[str, ...]) -> None:
    assert seen(tmp_path, *asked) == b""


def test_a_short_run_shows_nothing(tmp_path: Path) -> None:
    assert seen(tmp_path, seconds=0) == b""


def test_a_console_of_gbk_is_written_to_in_gbk(tmp_path: Path) -> None:
    assert "0/1 2秒".encode("gbk") in seen(tmp_path, encoding="gbk")


@pytest.mark.parametrize("columns", [0, 1, 20, 40, 41, 42, 79])
@pytest.mark.parametrize("name", ["a/青禾县农业农村局绩效自评报告（定稿）.docx", "e\u0301\u0301.txt", "\x1b[31m\n.txt", ""])
def test_a_line_is_never_wider_than_the_terminal(columns: int, name: str) -> None:
    shown = line(7, 20, name, 12, columns)
    assert width(shown) <= columns
    assert shown.isprintable()


def test_a_line_tells_the_last_file_that_is_done() -> None:
    assert line(5, 20, "甲/乙.docx", 12, 79) == "[#####...............] 5/20 12秒 乙.docx"
    assert line(20, 20, "", 3, 79) == "[####################] 20/20 3秒 "
