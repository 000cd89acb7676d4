"""The workbook that reviewers fill in."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lint import readers
from lint.check import Check, Related
from lint.decisions.lists import opinions, rows_of
from lint.document import Document, LineOrigin
from lint.engine import check_files
from lint.expression import added
from lint.place import Place, Span
from lint.readers import Source
from lint.report import FileReport, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers import xlsx
from lint.writers.xlsx.book import LONGEST, packed
from lint.writers.xlsx.links import link
from lint.writers.xlsx.sheet import Column, Row, Sheet
from tests.support import facts_of, report_of

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "2022年支出合计500万元，其中：甲300万元，乙210万元。另有3人。"
FACTS = facts_of(TEXT)
YEAR, TOTAL, FIRST, SECOND, PEOPLE = FACTS.figures
BROKEN = Check.equal(TOTAL, added([FIRST, SECOND]), [Related(FIRST, "part", "甲"), Related(SECOND, "part")], name="支出合计")
PASSED = Check.ordered(FIRST, "≤", TOTAL)
OPEN = Check.undecided(PEOPLE, Say("没有可比的数", "nothing to compare"))


def book(*reports: FileReport, settings: Settings | None = None) -> Any:
    return load_workbook(io.BytesIO(xlsx.write(Report(reports), settings or Settings())))


def table(page: Any) -> list[dict[str, Any]]:
    """The rows below the heading of a sheet, by its columns."""
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def shown(*values: str) -> Any:
    """The cells of one row with these values."""
    columns = tuple(Column(Say(str(number), str(number)), 10) for number in range(len(values)))
    return load_workbook(io.BytesIO(packed([Sheet("甲", columns, (Row(values),))])))["甲"][2]


def test_a_finding_has_a_row_with_everything_said_of_it_and_empty_columns_to_fill_in() -> None:
    report = report_of(FACTS, BROKEN, PASSED, OPEN)
    (row,) = table(book(report)["问题清单"])
    assert (row["级别"], row["文件"], row["位置"], row["规则"]) == ("错误", "x.txt", "第1行第10列", "AAA001")
    assert row["问题"] == (
        "例\n支出合计写500万元，算得510万元，相差10万元\n计算：300+210\n相关：甲【300万元】（第1行第20列）；乙【210万元】（第1行第27列）"
    )
    assert row["原文"] == "2022年支出合计【500万元】，其中：甲300万元，乙210万元。"
    assert row["指纹"] == report.results[0].fingerprint
    assert [row[name] for name in ("处理意见", "理由", "意见人", "日期", "到期")] == [None] * 5


def test_the_head_stays_in_sight_rows_can_be_filtered_and_verdicts_are_chosen_from_a_list() -> None:
    page = book(report_of(FACTS, BROKEN))["问题清单"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:M2")
    (choice,) = page.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1, choice.type) == ("G2", '"属实,误报,已改,不适用"', "list")
    assert [cell.column_letter for cell in page[2] if not cell.protection.locked] == list("GHIJK")
    assert all(cell.alignment.wrap_text for cell in page[2])


def test_severity_is_a_colour_and_a_word() -> None:
    cell = book(report_of(FACTS, BROKEN))["问题清单"]["A2"]
    assert (cell.value, cell.fill.start_color.rgb[2:], cell.font.color.rgb[2:]) == ("错误", "FBE0DD", "9C0006")


def test_file_and_place_lead_to_the_file() -> None:
    page = book(report_of(FACTS, BROKEN))["问题清单"]
    assert [page[at].hyperlink.target for at in ("B2", "C2")] == ["x.txt", "x.txt"]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("报告/青禾县 2022#1（定稿）.txt", "报告/青禾县%202022%231（定稿）.txt"),
        ("/srv/报告.txt", "file:///srv/报告.txt"),
        ("D:/报告.txt", "file:///D:/报告.txt"),
        ("//server/share/报告.txt", "file://server/share/报告.txt"),
        ("100%\ud800.txt", "100%25%3F.txt"),
    ],
)
def test_a_target_is_a_reference_that_a_spreadsheet_opens(path: str, target: str) -> None:
    made = link(Document(path, "txt", "甲", (), (), LineOrigin("甲")), Span(0, 1))
    assert made and (made.target, made.location) == (target, "")


def test_in_a_workbook_it_leads_to_the_cell_and_from_standard_input_nowhere() -> None:
    class Cells:
        def place(self, span: Span) -> Place:
            return Place(span, sheet="三公'经费", address="C5")

    made = link(Document("决算.xlsx", "xlsx", "甲", (), (), Cells()), Span(0, 1))
    assert made and (made.target, made.location) == ("决算.xlsx", "'三公''经费'!C5")
    assert link(Document("-", "txt", "甲", (), (), LineOrigin("甲")), None) is None


def test_what_follows_from_a_finding_is_folded_below_it() -> None:
    report = Report(tuple(check_files([str(CORPUS / "fire/fujian-three-public/report.txt")], Settings())))
    page = load_workbook(io.BytesIO(xlsx.write(report, Settings())))["问题清单"]
    rows = table(page)
    (number,) = [number for number in range(len(rows)) if page.row_dimensions[number + 2].outlineLevel]
    assert rows[number]["疑错和改法"] == f"由[{rows[number - 1]['指纹'][:8]}]引起，改正后随之消失"
    assert page.sheet_properties.outlinePr.summaryBelow is False


def test_texts_are_never_formulas_whatever_they_begin_with() -> None:
    texts = ("=1+1", "+1", "-1", "@甲", '=HYPERLINK("http://x")', "甲")
    cells = shown(*texts)
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in texts]
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False]


def test_what_a_workbook_cannot_hold_is_replaced_and_too_long_a_text_cut() -> None:
    steered, long = shown("甲\x00\x1b\u202e乙\ud800\r\n丙", "丁" * 40_000)
    assert steered.value == "甲???乙??\n丙"
    assert (len(long.value), long.value[-1]) == (LONGEST + 1, "…")


def test_counts_by_file_and_rule_are_those_of_the_list_and_end_with_what_was_looked_at() -> None:
    made = book(report_of(FACTS, BROKEN, PASSED, OPEN))
    row, *_, last = table(made["按文件汇总"])
    counts = {"错误": 1, "警告": 0, "提示": 0, "已处理": 0, "核对": 3, "相符": 1, "按四舍五入相符": 0, "不符": 1, "无法核对": 1}
    assert {name: row[name] for name in counts} == counts
    assert (row["数字"], row["核对时用到"], row["没有用到"]) == (4, 4, 0)
    assert last["文件"].startswith("核对3处：相符1")
    (rule,) = table(made["按规则汇总"])
    assert (rule["规则"], rule["标题"], rule["涉及文件"]) == ("AAA001", "例", 1)
    assert {name: rule[name] for name in counts} == counts


def test_what_agrees_is_told_with_its_working_and_what_is_undecided_with_the_reason() -> None:
    holds, undecided = table(book(report_of(FACTS, BROKEN, PASSED, OPEN))["相符项"])
    assert (holds["结论"], holds["写出的数"], holds["计算"]) == ("相符", "300万元", "300万元≤500万元")
    assert (undecided["结论"], undecided["不能核对的原因"]) == ("无法核对", "没有可比的数")


def test_a_list_without_findings_says_what_was_looked_at() -> None:
    rows = table(book(report_of(FACTS, PASSED))["问题清单"])
    assert rows[-1]["级别"].startswith("核对1处：相符1")


def test_the_same_report_gives_the_same_bytes_and_nothing_of_them_is_of_today() -> None:
    report = Report((report_of(FACTS, BROKEN, PASSED),))
    data = xlsx.write(report, Settings())
    assert data == xlsx.write(report, Settings())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert str(date.today().year).encode() not in archive.read("docProps/core.xml")  # noqa: DTZ011


def test_english_has_english_words_and_the_columns_that_are_read_back() -> None:
    page = book(report_of(FACTS, BROKEN), settings=Settings(language="en"))["问题清单"]
    (row,) = table(page)
    assert (row["severity"], row["place"], "处理意见" in row, "指纹" in row) == ("error", "line 1, column 10", True, True)
    assert page.data_validations.dataValidation[0].formula1 == '"confirmed,false alarm,fixed,not applicable"'


def test_every_finding_of_the_corpus_comes_back_by_its_fingerprint() -> None:
    files = [str(path) for path in sorted(CORPUS.glob("*/*/report.txt"))]
    report = Report(tuple(check_files(files, Settings())))
    expected = sorted(result.fingerprint for file in report.files for result in file.findings() if result.listed)
    made = load_workbook(io.BytesIO(xlsx.write(report, Settings())))
    for line in range(2, len(expected) + 2):
        made["问题清单"].cell(line, 7).value = "属实"
    stream = io.BytesIO()
    made.save(stream)
    rows, without = rows_of(readers.read(Source("问题清单.xlsx", stream.getvalue())))
    assert sorted(row.texts["指纹"] for row in rows) == expected
    assert without == []
    assert {opinion.fingerprint for opinion in opinions(rows, "问题清单.xlsx")} == set(expected)
