"""The note to send back: what was checked, the findings by kind, what could not be checked."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from lint.cli import main
from lint.engine import check_source
from lint.errors import UsageError
from lint.readers import Source
from lint.report import Report
from lint.settings import DEFAULTS, Settings
from lint.writers.opinion import write
from lint.writers.opinion.form import form

TEXT = """\
2022年青禾县项目资金合计80万元，其中：中央资金50万元，县级资金33万元。
2022年青禾县奖补资金合计90万元，其中：第一批40万元，第二批40万元，第三批30万元。
我局预算执行率为100%，其中部分项目支出2000万元。
"""


def report_of(*texts: str) -> Report:
    return Report(tuple(check_source(Source(f"甲/{n}.txt", text.encode()), DEFAULTS, n) for n, text in enumerate(texts)))


def lines(data: bytes) -> list[str]:
    import docx

    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_findings_stand_by_kind_with_place_quote_working_request_and_fingerprint() -> None:
    report = report_of(TEXT)
    told = lines(write(report, DEFAULTS))
    at = told.index("（一）合计与各分项之和不符（2处）")
    assert told[at + 1] == "1．第1行第15列"
    assert told[at + 2] == "原文：2022年青禾县项目资金合计【80万元】，其中：中央资金50万元，县级资金33万元。"
    first = next(iter(report.files[0].findings()))
    assert f"请核实后更正，使有关各数一致。〔SUM001 {first.fingerprint}〕" in told
    assert told[0] == "绩效报告审核意见"
    assert [line for line in told if line[:2] in ("一、", "二、", "三、", "四、")] == [
        "一、审核情况",
        "二、需要核实更正的问题",
        "三、未能核对的事项",
        "四、办理要求",
    ]


def test_every_file_is_counted_and_named_without_its_folders() -> None:
    import docx

    (table,) = docx.Document(io.BytesIO(write(report_of(TEXT, "没有数字。"), DEFAULTS))).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["文件", "相符", "按四舍五入相符", "不符", "无法核对", "读到数字", "没有用到"]
    assert [row[0] for row in rows[1:]] == ["0.txt", "1.txt"]
    assert rows[1][3] == "2"


def test_what_could_not_be_checked_is_told_with_its_reason_and_nothing_found_is_said_so() -> None:
    report = report_of("2022年财政拨款收入预决算差异率=（约2186.11－1254.8）÷1254.8×100%=74.22%。")
    told = lines(write(report, DEFAULTS))
    undecided = {result.check.reason.text() for result in report.files[0].results if result.check.reason}
    start = told.index("三、未能核对的事项")
    assert all(any(reason in line for line in told[start:]) for reason in undecided)
    assert ("核对过的地方没有发现需要核实更正的问题。" in told) == (not report.severities())


def test_the_same_report_gives_the_same_bytes_and_a_file_that_opens() -> None:
    report = report_of(TEXT)
    assert write(report, DEFAULTS) == write(report, DEFAULTS)


def template(*lines: str) -> bytes:
    import docx

    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def by_template(folder: Path, data: bytes) -> Settings:
    (folder / "模板.docx").write_bytes(data)
    return replace(DEFAULTS, opinion=str(folder / "模板.docx"))


def test_a_bureau_writes_its_notes_by_a_template_of_its_own(tmp_path: Path) -> None:
    own = template("青禾县财政局", "{%p for 类 in 类别 %}", "{{ 类.名称 }}：{{ 类.问题|length }}处", "{%p endfor %}", "共{{ 文件数 }}份")
    assert lines(write(report_of(TEXT), by_template(tmp_path, own)))[:2] == ["青禾县财政局", "合计与各分项之和不符：2处"]


def test_the_template_that_is_handed_out_is_the_one_that_ours_are_written_by(tmp_path: Path) -> None:
    assert write(report_of(TEXT), by_template(tmp_path, form())) == write(report_of(TEXT), DEFAULTS)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (template("{{ 单位 }}"), "有错：'单位' is undefined"),
        (template("{% for 类 in 类别 %}"), "有错："),
        (template("{{ ''.__class__.__mro__ }}"), "有错："),
        (b"no zip", "不是 Word 文件"),
    ],
    ids=["unknown-word", "open-loop", "reaching-out", "no-word-file"],
)
def test_a_fault_of_a_template_is_told(tmp_path: Path, data: bytes, fault: str) -> None:
    with pytest.raises(UsageError, match="审核意见的模板“.*模板.docx”.*" + fault):
        write(report_of(TEXT), by_template(tmp_path, data))


def test_what_a_report_says_is_text_and_never_a_part_of_the_template_or_the_file() -> None:
    text = "2022年<青禾>&{{ 文件数 }}\x0b项目资金合计80万元，其中：中央资金50万元，县级资金33万元。\n"
    told = "\n".join(lines(write(report_of(text), DEFAULTS)))
    assert "<青禾>&{{ 文件数 }}" in told


def test_the_settings_name_a_template_beside_themselves_and_a_missing_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "报告.txt").write_text(TEXT, "utf-8")
    (tmp_path / "甲" / "gouji.toml").write_text('opinion = "本局.docx"\n', "utf-8")
    assert main(["check", "甲/报告.txt", "--config", "甲/gouji.toml", "-o", "审核意见.docx"]) == 2
    assert "找不到文件“本局.docx”" in capsys.readouterr().err
    assert main(["opinion", "甲/本局.docx"]) == 0
    assert main(["opinion", "甲/本局.docx"]) == 2
    assert main(["check", "甲/报告.txt", "--config", "甲/gouji.toml", "-o", "审核意见.docx"]) == 1
    assert lines((tmp_path / "审核意见.docx").read_bytes())[0] == "绩效报告审核意见"
