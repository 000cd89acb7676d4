"""The sample report and the labelled cases that lie beside the project, where they are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lint.engine import check_source
from lint.readers import Source
from lint.report import FileReport
from lint.settings import Settings

SHARED = Path(__file__).parent.parent.parent / "shared"
SAMPLE = SHARED / "reports"

pytestmark = pytest.mark.skipif(
    not SAMPLE.exists(), reason="needs the folder shared/ beside the project: sample reports and labelled cases"
)


def checked(name: str) -> FileReport:
    return check_source(Source(name, (SAMPLE / name).read_bytes()), Settings())


def errors(report: FileReport) -> list[tuple[str, str]]:
    """Code and quoted text of every error, in reading order; the formats differ in blanks."""
    found = [result for result in report.findings() if result.severity == "error"]
    return [(result.code, "".join(report.document.quote(result.check.span).split())) for result in found if result.check.span]


ERRORS = [
    ("SCO001", "105分"),
    ("SCO005", "105分"),
    ("SCO002", "20分"),
    ("UNI001", "74.22"),
    ("YEA001", "2021年度部门决算报表财决01-1表《财政拨款收入支出决算总表》相关数据计算，2020年度结转结余率"),
    ("YEA001", "2021年度部门决算报表"),
]


def test_the_errors_of_the_sample_are_found_and_no_others() -> None:
    assert errors(checked("seed.txt")) == ERRORS


@pytest.mark.parametrize("name", ["seed.docx", "seed-automatic-numbering.docx", "seed.pdf"])
def test_word_and_pdf_give_the_same_and_the_broken_total_of_their_table(name: str) -> None:
    assert errors(checked(name)) == [*ERRORS, ("SCO001", "105")]


def test_the_stale_figures_of_the_sample_are_warnings() -> None:
    report = checked("seed.txt")
    warnings = [
        (result.code, report.document.quote(result.check.span))
        for result in report.findings()
        if result.severity == "warning" and result.check.span
    ]
    assert warnings == [("YEA002", "2021年底实有43人")]


def test_the_stale_sentence_of_the_sample_is_one_finding_that_says_everything() -> None:
    (found, *_) = [result for result in checked("seed.txt").findings() if result.code == "YEA001"]
    told = found.message.text()
    for part in (
        "报告年度为2022年（按“填报日期：2023年”推定",
        "本句写的是2020年度的结转结余率",
        "2021年度的资料",
        "代入的2942.34",
        "2186.11万元",
    ):
        assert part in told
    assert [related.role for related in found.check.related] == ["year", "year", "operand", "same"]


@pytest.mark.parametrize(
    ("code", "working", "outcome"),
    [
        ("SUM001", "1033.06+1153.06", "rounding"),
        ("SUM001", "2086.11+100", "holds"),
        ("SUM001", "86+52", "holds"),
        ("RAT005", "12.15÷12.15×100%", "holds"),
        ("RAT005", "3分×100%", "holds"),
        ("CMP002", "3.2万元≤10万元", "holds"),
        ("CMP002", "22.33万元≤27.8万元", "holds"),
        ("LST001", "", "holds"),
        ("SCO011", "财政拨款收入预决算差异率74.22%，不低于70%：0分", "holds"),
    ],
)
def test_what_fits_is_said_to_fit(code: str, working: str, outcome: str) -> None:
    found = [(result.check.working, result.outcome) for result in checked("seed.txt").results if result.code == code]
    assert (working, outcome) in found


def test_the_year_of_the_sample_is_read_from_its_cover() -> None:
    year = checked("seed.txt").year
    assert year is not None
    assert year.value == 2022


def test_the_labelled_cases_meet_the_goals(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [
        sys.executable,
        str(SHARED / "tools/score_cases.py"),
        str(SHARED / "cases"),
        "--command",
        f"{sys.executable} -m lint",
        "--json",
        str(figures),
    ]
    subprocess.run(command, check=True, capture_output=True)
    found = json.loads(figures.read_text())
    assert found["recall"] >= 0.85
    assert found["precision"] >= 0.97
    assert found["alarms_per_10k"] <= 0.5
    assert found["verified_share"] >= 0.75
    assert found["warnings_per_10k"] <= 3
    assert found["soft_as_error"] == 0
