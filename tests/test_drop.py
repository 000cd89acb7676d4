"""Files dropped on the program: no command, no terminal, a folder of results and a page that opens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = "2022年青禾县项目资金合计80万元，其中：中央资金50万元，县级资金33万元。\n"
Drop = Callable[..., subprocess.CompletedProcess[str]]
RESULTS, DAY = "校核结果-20231114", "1700000000"


@pytest.fixture
def drop(tmp_path: Path) -> Drop:
    """Drops files of a folder on the program; what it opens in the browser is written to a file."""
    import docx

    reports = tmp_path / "报送 材料"
    reports.mkdir()
    (reports / "甲.txt").write_text(TEXT, "utf-8")
    document = docx.Document()
    document.add_paragraph(TEXT.strip())
    document.save(str(reports / "乙（一）.docx"))
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/opened"\n', "utf-8")
    browser.chmod(0o755)

    def run(*names: str) -> subprocess.CompletedProcess[str]:
        paths = [str(reports / name) for name in names]
        environment = {**os.environ, "BROWSER": str(browser), "SOURCE_DATE_EPOCH": DAY, "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-m", "lint", *paths], capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path, check=False
        )

    return run


def test_a_folder_beside_the_files_holds_page_list_and_copies_and_the_page_opens(drop: Drop, tmp_path: Path) -> None:
    ran = drop("甲.txt", "乙（一）.docx")
    folder = tmp_path / "报送 材料" / RESULTS
    assert (ran.returncode, f"结果写入{folder}" in ran.stderr) == (1, True)
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == [
        "批注稿/乙（一）.docx",
        "结果.html",
        "问题清单.xlsx",
    ]
    assert (tmp_path / "opened").read_text("utf-8").strip() == (folder / "结果.html").as_uri()


def test_a_second_drop_has_a_folder_of_its_own_and_results_are_no_reports(drop: Drop, tmp_path: Path) -> None:
    drop("甲.txt")
    first = (tmp_path / "报送 材料" / RESULTS / "问题清单.xlsx").read_bytes()
    assert "2个文件" in drop("").stdout
    assert (tmp_path / RESULTS / "结果.html").exists()
    drop("甲.txt")
    assert (tmp_path / "报送 材料" / f"{RESULTS}-2" / "结果.html").exists()
    assert (tmp_path / "报送 材料" / RESULTS / "问题清单.xlsx").read_bytes() == first


def test_where_nothing_can_be_checked_no_folder_is_left(drop: Drop, tmp_path: Path) -> None:
    (tmp_path / "报送 材料" / "空").mkdir()
    ran = drop("空")
    assert (ran.returncode, "没有可检查的文件" in ran.stderr) == (2, True)
    assert not (tmp_path / "报送 材料" / RESULTS).exists()


def test_a_word_that_is_no_file_is_still_a_mistyped_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "lint", "chekc"], capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, "是否想用 check" in ran.stderr) == (2, True)
