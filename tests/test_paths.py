"""Which files a run looks at."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from lint import paths
from lint.errors import Unreadable


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


def found(folder: Path, *named: str) -> list[str]:
    """The files found, relative to the folder, with forward slashes."""
    return [Path(path).relative_to(folder).as_posix() for path in paths.find([str(folder / name) for name in named] or [str(folder)])]


def test_a_folder_gives_its_files_of_known_suffixes_sorted_with_those_of_its_folders(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "A.DOCX", "c.pdf", "图.png", "项目 一/自评表（一）.docx", "项目 一/说明.md")
    assert found(tmp_path) == ["A.DOCX", "b.txt", "c.pdf", "项目 一/自评表（一）.docx", "项目 一/说明.md"]


def test_hidden_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt", "~$报告.docx", ".~lock.报告.docx", ".git/a.txt", "报告.docx")
    assert found(tmp_path) == ["报告.docx"]


def test_documents_that_no_reader_reads_are_found_and_the_rest_is_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.ppt", "b.OFD", "c.xls", "d.png", "e.txt")
    passed_over: Counter[str] = Counter()
    assert [Path(path).name for path in paths.find([str(tmp_path)], passed_over)] == ["a.ppt", "b.OFD", "c.xls", "e.txt"]
    assert passed_over == {".png": 1}


def test_a_link_and_its_file_are_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert found(tmp_path) == ["a.txt"]


def test_a_loop_of_folders_is_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a/b.txt"]


def test_pipes_in_folders_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == []


def test_a_link_to_nothing_is_found_so_that_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    assert found(tmp_path) == ["a.txt"]


def test_a_file_named_twice_is_taken_once_in_the_order_given(tmp_path: Path) -> None:
    make(tmp_path, "b/a.txt", "z.txt")
    assert found(tmp_path, "z.txt", "b", "b/a.txt", "z.txt") == ["z.txt", "b/a.txt"]


def test_a_named_file_is_taken_whatever_it_is(tmp_path: Path) -> None:
    make(tmp_path, ".hidden", "a.png")
    assert found(tmp_path, ".hidden", "a.png") == [".hidden", "a.png"]


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "LIMIT", 3)
    make(tmp_path, "a.txt")
    assert paths.load(str(tmp_path / "a.txt")).data == b"x"
    (tmp_path / "a.txt").write_text("xxxx", "utf-8")
    with pytest.raises(Unreadable) as caught:
        paths.load(str(tmp_path / "a.txt"))
    assert caught.value.kind == "too-large"
