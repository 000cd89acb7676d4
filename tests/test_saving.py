"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.saving import save


def test_a_file_is_replaced_as_a_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "结果.txt"
    path.write_text("旧" * 99, "utf-8")
    path.chmod(0o640)
    save(str(path), "新")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("新", 0o640)
    assert os.listdir(tmp_path) == ["结果.txt"]


def test_bytes_are_written_as_they_are_and_text_as_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    save(str(tmp_path / "a"), b"\xff\r\n")
    save(str(tmp_path / "b"), "数\r\n\ud800")
    assert (tmp_path / "a").read_bytes() == b"\xff\r\n"
    assert (tmp_path / "b").read_bytes() == "数\r\n\\ud800".encode()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("旧", "utf-8")
    (tmp_path / "b").symlink_to("a")
    save(str(tmp_path / "b"), "新")
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "a").read_text("utf-8") == "新"


def test_a_file_that_is_read_only_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("旧", "utf-8")
    path.chmod(0o444)
    with pytest.raises(UsageError, match="文件是只读的"):
        save(str(path), "新")
    assert path.read_text("utf-8") == "旧"


def test_a_failure_is_one_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不能写入"):
        save(str(tmp_path / "没有" / "a"), "新")
    assert os.listdir(tmp_path) == []
