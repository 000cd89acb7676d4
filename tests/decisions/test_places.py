"""No decision is called stale, and none removed, whose file was not looked at."""

from __future__ import annotations

import pytest

from lint.decisions.read import read
from tests.decisions.conftest import TEXT, Desk

OTHER = "2022年支出合计5万元，其中：甲2万元，乙3万元。\n"


@pytest.fixture
def bureaus(desk: Desk) -> Desk:
    """A decision on a report in a folder of its own, another report beside it."""
    (desk.folder / "甲局").mkdir()
    desk.rename("报告.txt", "甲局/报告.txt")
    (desk.folder / "其他.txt").write_text(OTHER, "utf-8")
    desk.decide()
    assert [item.files for item in read("校核意见.toml").decisions] == [("甲局/报告.txt",)]
    return desk


def test_a_file_that_was_left_out_keeps_its_decisions(bureaus: Desk) -> None:
    (bureaus.folder / "gouji.toml").write_text('exclude = ["甲局/**"]\n', "utf-8")
    assert "失效0条，改用最新指纹或名称0条，未涉及1条" in bureaus.run("decide", "prune", ".").out
    assert len(read("校核意见.toml").decisions) == 1


def test_a_file_that_another_book_governs_today_keeps_its_decisions_in_the_first(bureaus: Desk) -> None:
    (bureaus.folder / "甲局" / "校核意见.toml").write_text("", "utf-8")
    assert "校核意见.toml：失效0条，改用最新指纹或名称0条，未涉及1条" in bureaus.run("decide", "prune", ".").out
    assert len(read("校核意见.toml").decisions) == 1


def test_a_file_that_is_gone_from_a_folder_that_was_checked_loses_its_decisions(bureaus: Desk) -> None:
    (bureaus.folder / "甲局" / "报告.txt").unlink()
    assert "失效1条" in bureaus.run("decide", "prune", ".").out


def test_a_decision_that_names_no_file_is_never_called_stale(desk: Desk) -> None:
    desk.decide()
    desk.edit('"文件" = ["报告.txt"]\n', "", "校核意见.toml")
    desk.edit("500万元", "508万元")
    assert "未涉及1条" in desk.run("decide", "prune", ".").out


def test_reports_of_one_name_share_a_baseline_that_lies_elsewhere(desk: Desk) -> None:
    for name, text in (("甲局", TEXT), ("乙局", TEXT.replace("500", "600").replace("80万", "90万"))):
        (desk.folder / name).mkdir()
        (desk.folder / name / "报告.txt").write_text(text, "utf-8")
    (desk.folder / "基线").mkdir()
    book = "基线/基线.toml"
    desk.run("decide", "baseline", "甲局", "-o", book)
    desk.run("decide", "baseline", "乙局", "-o", book)
    assert {item.files for item in read(book).decisions} == {("../甲局/报告.txt",), ("../乙局/报告.txt",)}
    assert [desk.run("check", name, "--baseline", book).code for name in ("甲局", "乙局")] == [0, 0]
