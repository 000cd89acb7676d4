"""A list to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.writers.csv import safe
from tests.conftest import Ran
from tests.writers.forms import TEXT, checked, decided, only, written


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff文件,位置,")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_finding_is_a_row_and_what_follows_from_it_stands_below_with_its_cause() -> None:
    cause = only(checked(), "RAT001")
    found = rows(written("csv"))
    assert [(row["规则"], row["起因"]) for row in found] == [("RAT001", ""), ("SUM002", cause.fingerprint), ("SUM001", "")]
    assert found[2] | {"问题": "", "疑错": ""} == {
        "文件": "x.txt",
        "位置": "第2行第5列",
        "结论": "不符",
        "级别": "错误",
        "规则": "SUM001",
        "标题": "合计与各分项之和不符",
        "问题": "",
        "原文": "5人",
        "写": "5人",
        "算得": "6人",
        "相差": "1人",
        "算式": "2+4",
        "说明": "",
        "疑错": "",
        "起因": "",
        "处理意见": "",
        "理由": "",
        "指纹": only(checked(), "SUM001").fingerprint,
    }


def test_what_explains_a_difference_stands_in_its_row() -> None:
    (row,) = rows(written("csv", checked("2023年支出合计3,038.79万元，其中：基本支出1,476.25万元，占48.59%。")))
    assert (row["规则"], row["级别"]) == ("RAT001", "提示")
    assert "相邻两位数字颠倒" in row["说明"]


def test_other_checks_are_rows_with_passes_and_have_no_fingerprint_to_decide_upon() -> None:
    others = rows(written("csv", passes=True))[3:]
    assert {row["结论"] for row in others} == {"相符", "无法核对"}
    assert {(row["级别"], row["指纹"]) for row in others} == {("", "")}


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_a_cell_that_would_be_a_formula_is_text(sign: str) -> None:
    assert safe(f"{sign}HYPERLINK()") == f"'{sign}HYPERLINK()"
    found = rows(written("csv", checked(path=f"{sign}1.txt")))
    assert found[0]["文件"] == f"'{sign}1.txt"


def test_a_decision_is_shown_where_it_is_asked_for() -> None:
    (row,) = (row for row in rows(written("csv", decided(checked(), "SUM001"), show_decided=True)) if row["规则"] == "SUM001")
    assert (row["处理意见"], row["理由"]) == ("误报", "另有口径")


def test_a_list_that_was_filled_in_is_read_back(gouji: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    gouji("check", "x.txt", "-o", "清单.csv", "-q")
    text = (tmp_path / "清单.csv").read_bytes().decode()
    fingerprint = only(checked(), "SUM001").fingerprint
    (tmp_path / "清单.csv").write_bytes(text.replace(f",,{fingerprint}", f"误报,另有口径,{fingerprint}").encode())
    assert gouji("decide", "import", "清单.csv", "x.txt").code == 0
    assert "误报1" in gouji("check", "x.txt").out
