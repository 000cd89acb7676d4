"""A line per file, as soon as it is checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen
from sys import executable

from tests.conftest import Ran
from tests.writers.forms import TEXT, checked, written

WRONG = "现有在职5人，其中：甲科2人，乙科4人。\n"


def test_the_objects_are_those_of_json() -> None:
    files = (checked(), checked(WRONG, 1, "y.txt"))
    whole = json.loads(written("json", *files))
    *lines, last = (json.loads(line) for line in written("jsonl", *files).splitlines())
    assert [line["file"] for line in lines] == whole["files"]
    assert [line["index"] for line in lines] == [0, 1]
    assert last == {"version": 1, "tool": whole["tool"], "summary": whole["summary"]}


def test_what_is_streamed_and_what_is_saved_are_the_same_bytes(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    ran = gouji("check", ".", "-f", "jsonl", "-o", "run.jsonl")
    assert (ran.code, ran.raw) == (1, (tmp_path / "run.jsonl").read_bytes())
    together = gouji("check", ".", "-f", "jsonl", "--together")
    assert len(together.out.splitlines()) == 3


def test_a_line_is_there_before_the_next_file_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    with Popen([executable, "-m", "lint", "check", "a.txt", "-", "-f", "jsonl"], cwd=tmp_path, stdin=PIPE, stdout=PIPE) as run:
        assert run.stdin is not None and run.stdout is not None
        assert json.loads(run.stdout.readline())["file"]["path"] == "a.txt"  # standard input is still open
        run.stdin.close()
        assert [list(json.loads(line)) for line in run.stdout] == [["version", "index", "file"], ["version", "tool", "summary"]]
