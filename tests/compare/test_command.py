"""`gouji compare` as users and scripts meet it: outputs, exit codes and faults."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from jsonschema import validate

from lint import cli
from lint.writers.compare.schema import SCHEMA

CORPUS = Path(__file__).parents[2] / "corpus"
HEAD = "青禾县水利局2023年度部门整体支出绩效自评报告\n\n"
WRONG = HEAD + "2023年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n"
RIGHT = WRONG.replace("210", "200")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in a folder with a right and a wrong draft: its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "对.txt").write_text(RIGHT, "utf-8")
    (tmp_path / "错.txt").write_text(WRONG, "utf-8")

    def compare(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["compare", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return compare


def test_what_was_fixed_is_told_with_both_places_and_the_new_working(run: Run) -> None:
    code, out, err = run("错.txt", "对.txt")
    assert (code, err) == (0, "")
    assert "已改正 1条" in out
    assert "旧稿（第3行第12列）：2023年部门支出合计【500万元】，其中：基本支出300万元，项目支出210万元。" in out
    assert "→ 现在相符：写500万元，300+200" in out
    assert "项目支出210万元→200万元（旧稿 第3行第35列；新稿 第3行第35列）；改正 SUM001[" in out


def test_a_new_finding_is_exit_code_1_and_says_what_caused_it(run: Run) -> None:
    code, out, _ = run("对.txt", "错.txt")
    assert code == 1
    assert "→ 数字改动引起：项目支出200万元→210万元" in out
    assert "新稿新出现1条（错误1，警告0，提示0）" in out


def test_what_remains_is_listed_and_does_not_fail_a_run(run: Run) -> None:
    code, out, _ = run("错.txt", "错.txt")
    assert (code, "仍在 1条" in out) == (0, True)


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("info", 1), ("never", 0)])
def test_fail_on_says_which_new_findings_fail_a_run(run: Run, fail_on: str, code: int) -> None:
    assert run("对.txt", "错.txt", "--fail-on", fail_on)[0] == code


def test_a_new_finding_that_was_decided_does_not_count(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["decide", "add", "错.txt", "--rule", "SUM001", "--quote", "500万元", "--verdict", "误报", "--reason", "含结转"]) == 0
    capsys.readouterr()
    code, out, _ = run("对.txt", "错.txt")
    assert (code, "新出现 1条" in out) == (0, False)
    assert "其中1条已有处理意见或低于所设的级别，没有列出" in out
    assert run("对.txt", "错.txt", "--no-decisions")[0] == 1
    assert "新出现 1条" in run("对.txt", "错.txt", "--show-decided")[1]


def test_the_last_lines_say_what_was_checked_in_either_draft(run: Run) -> None:
    last = run("错.txt", "对.txt", "-q")[1].rstrip().split("\n")
    assert [line.partition("：")[0] for line in last] == ["旧稿的问题1条", "旧稿", "新稿"]
    assert all("核对1处" in line for line in last[1:])


def test_json_follows_its_schema_and_tells_all(run: Run) -> None:
    code, out, _ = run("错.txt", "对.txt", "-f", "json")
    found = json.loads(out)
    validate(found, SCHEMA)
    (file,) = found["files"]
    (finding,) = file["findings"]
    assert (code, finding["became"], finding["why"]) == (0, "fixed", "agrees")
    assert (finding["old"]["outcome"], finding["new"]["outcome"]) == ("broken", "holds")
    (figure,) = file["figures"]
    assert (figure["old"]["value"], figure["new"]["value"], figure["fixed"]) == ("210", "200", [finding["old"]["fingerprint"]])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_whole_report_in_two_formats_follows_the_schema(run: Run, language: str) -> None:
    folder = CORPUS / "fire" / "tianjin-evaluation-report"
    found = json.loads(run(str(folder / "report.docx"), str(folder / "report.html"), "-f", "json", "--lang", language)[1])
    validate(found, SCHEMA)
    assert found["summary"]["figures"]["changed"] == 0
    assert {finding["became"] for finding in found["files"][0]["findings"]} == {"remains"}
    assert found["files"][0]["scores"][0]["totals"]


def test_word_and_text_are_compared_with_each_other(run: Run, tmp_path: Path) -> None:
    document = Document()
    for line in WRONG.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "旧.docx"))
    code, out, _ = run("旧.docx", "对.txt")
    assert (code, "现在相符" in out) == (0, True)


def test_results_are_saved_in_the_format_of_their_name(run: Run, tmp_path: Path) -> None:
    run("错.txt", "对.txt", "-q", "-o", "a.json", "-o", "b.txt")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["version"] == 1
    assert "已改正0" not in (tmp_path / "b.txt").read_text("utf-8")


def test_the_same_drafts_give_the_same_bytes(run: Run) -> None:
    assert run("错.txt", "对.txt", "-f", "json") == run("错.txt", "对.txt", "-f", "json")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("对.txt", "没有.txt"), "找不到"),
        (("对.txt", "."), "不能比较"),
        (("-", "-"), "标准输入"),
        (("对.txt",), "新稿"),
        (("对.txt", "错.txt", "-o", "错.txt"), "不能覆盖"),
        (("对.txt", "错.txt", "--selekt", "SUM"), "--select"),
    ],
)
def test_misuse_is_exit_code_2(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_a_draft_that_cannot_be_read_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    code, out, _ = run("错.txt", "坏.docx")
    assert code == 1
    assert "无法再核对 1条" in out
    assert "已改正0" in out


def test_rules_that_one_draft_alone_was_checked_by_are_told_and_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "报告.txt").write_text(RIGHT, "utf-8")
    (tmp_path / "旧" / "gouji.toml").write_text('ignore = ["SUM001"]\n', "utf-8")
    code, _, err = run("旧/报告.txt", "错.txt")
    assert (code, "SUM001" in err) == (0, True)


def test_folders_are_compared_file_by_file(run: Run, tmp_path: Path) -> None:
    for folder, texts in (("一", {"甲": WRONG, "乙": RIGHT}), ("二", {"甲": RIGHT, "丙": "本年没有项目，也没有支出。\n"})):
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / f"{name}.txt").write_text(text, "utf-8")
    code, out, _ = run("一", "二")
    assert code == 0
    assert "旧稿 一/甲.txt → 新稿 二/甲.txt" in out.replace("\\", "/")
    assert "没有对应文件的旧稿" in out
