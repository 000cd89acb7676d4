"""`gouji check --diff-base`: findings whose figures changed since a revision, in real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from jsonschema import validate
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from lint.cli import main
from lint.writers.schema import SCHEMA

HEAD = "青禾县水利局2023年度部门整体支出绩效自评报告"
OLD = "2023年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。"
OTHER = "现有在职人员5人，其中：甲科2人，乙科4人。"
LONGER = "全年共举办培训班12期，培训860人次，培训对象满意度为96%，年度培训任务全部完成，培训资料已经归档。"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in a folder of reports, one level down in a repository with one commit: its exit code, output and errors."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "县 仓库" / "报告"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    text("自评报告（一）.txt", OLD, OTHER)
    git("init", "-q", "..")
    commit()

    def check(*arguments: str) -> tuple[int, str, str]:
        code = main(["check", "--isolated", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return check


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def commit() -> None:
    git("add", "-A", ":/")
    git("commit", "-q", "-m", "稿")


def text(path: str, *lines: str) -> None:
    Path(path).write_text("\n\n".join([HEAD, *lines, ""]), "utf-8")


def word(path: str, *lines: str) -> None:
    document = docx.Document()
    for line in (HEAD, *lines):
        document.add_paragraph(line)
    document.save(path)


def sheet(path: str, *lines: str) -> None:
    book = openpyxl.Workbook()
    for line in (HEAD, *lines):
        book.active.append([line])
    book.save(path)


def pdf(path: str, *lines: str) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(path)
    canvas.setFont("STSong-Light", 11)
    for number, line in enumerate((HEAD, *lines)):
        canvas.drawString(40, 780 - 40 * number, line)
    canvas.save()


def test_nothing_changed_is_nothing_to_look_at_and_the_last_line_counts_what_was_left_out(run: Run) -> None:
    code, out, err = run(".", "--diff-base", "HEAD")
    assert (code, err) == (0, "")
    assert "没有要列出的问题" in out
    assert out.splitlines()[-1].endswith("与所比版本相同而没有列出的问题2条")


@pytest.mark.parametrize(
    ("old", "new"), [("210", "220"), ("500", "505"), ("300", "300.0")], ids=["an operand", "the figure itself", "printed otherwise"]
)
def test_a_finding_of_which_any_figure_changed_is_listed_and_the_others_are_not(run: Run, old: str, new: str) -> None:
    text("自评报告（一）.txt", LONGER, OLD.replace(old, new), OTHER)
    code, out, _ = run(".", "--diff-base", "HEAD")
    assert (code, "SUM001" in out, "甲科" in out) == (1, True, False)
    assert out.splitlines()[-1].endswith("没有列出的问题1条")


def test_a_finding_whose_words_alone_moved_is_left_out(run: Run) -> None:
    text("自评报告（一）.txt", OTHER, LONGER, OLD)
    assert run(".", "--diff-base", "HEAD")[0] == 0


def test_a_new_contradiction_among_old_figures_is_listed(run: Run) -> None:
    text("自评报告（一）.txt", OLD.replace("其中：基本支出", "除去其他以后，基本支出"), OTHER)
    commit()
    text("自评报告（一）.txt", OLD, OTHER)
    code, out, _ = run(".", "--diff-base", "HEAD")
    assert (code, "SUM001" in out, "甲科" in out) == (1, True, False)


@pytest.mark.parametrize(("suffix", "write"), [("txt", text), ("docx", word), ("DOCX", word), ("xlsx", sheet), ("pdf", pdf)])
def test_every_format_is_compared(run: Run, suffix: str, write: Callable[..., None]) -> None:
    write(f"决算说明.{suffix}", OLD, OTHER)
    commit()
    write(f"决算说明.{suffix}", OLD.replace("210", "220"), OTHER)
    code, out, _ = run(f"决算说明.{suffix}", "--diff-base", "HEAD")
    assert (code, "SUM001" in out, "甲科" in out) == (1, True, False), out
    assert out.splitlines()[-1].endswith("没有列出的问题1条")


@pytest.mark.parametrize("staged", [True, False])
@pytest.mark.parametrize(("suffix", "write"), [("txt", text), ("docx", word)])
def test_a_renamed_file_is_followed_even_where_it_was_altered(run: Run, suffix: str, write: Callable[..., None], staged: bool) -> None:
    write(f"初稿.{suffix}", OLD, OTHER, LONGER)
    text("别的.txt", "关于印发办法的通知", "各单位要按照办法抓好落实。")
    commit()
    os.unlink(f"初稿.{suffix}")
    os.unlink("别的.txt")
    os.mkdir("送审")
    write(f"送审/送审稿.{suffix}", OLD.replace("210", "220"), OTHER, LONGER)
    if staged:
        git("add", "-A", ":/")
    code, out, _ = run("送审", "--diff-base", "HEAD")
    assert (code, "SUM001" in out, "甲科" in out) == (1, True, False), out


def test_all_findings_of_a_new_file_are_listed(run: Run) -> None:
    text("新报告.txt", OLD.replace("水利", "林业"), OTHER)
    code, out, _ = run("新报告.txt", "--diff-base", "HEAD")
    assert (code, "SUM001" in out, "甲科" in out) == (1, True, True)


def test_json_and_the_exit_code_tell_which_findings_count(run: Run) -> None:
    text("自评报告（一）.txt", OLD.replace("210", "220"), OTHER)
    code, out, _ = run(".", "--diff-base", "HEAD", "-f", "json")
    found = json.loads(out)
    validate(found, SCHEMA)
    broken = [check for check in found["files"][0]["checks"] if check["outcome"] == "broken"]
    assert [(check["code"], check.get("unchanged", False)) for check in broken] == [("SUM001", False), ("SUM001", True)]
    assert (code, found["summary"]["unchanged"], found["summary"]["unlisted"]) == (1, 1, 0)
    assert (json.loads(run(".", "--diff-base", "HEAD", "-f", "sarif")[1])["runs"][0]["results"][-1]).get("baselineState") == "unchanged"


def test_an_older_revision_or_a_branch_can_be_named_from_any_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    git("branch", "基线")
    text("自评报告（一）.txt", OLD.replace("210", "220"), OTHER)
    commit()
    assert run(".", "--diff-base", "HEAD")[0] == 0
    assert run(".", "--diff-base", "HEAD~1")[0] == 1
    folder = os.getcwd()
    monkeypatch.chdir("/")
    assert run(folder, "--diff-base", "基线")[0] == 1


def test_files_of_a_submission_are_compared_with_those_of_the_revision(run: Run) -> None:
    report = "2023年度公务接待费支出决算为{}万元。"
    table = "2023年度支出决算表\n编制单位：青禾县水利局\n单位：万元\n项目 | 决算数\n公务接待费 | 3.20\n公务用车运行费 | 5.10\n合计 | 8.30\n"
    text("自评报告（一）.txt", report.format("3.50"))
    Path("决算表.txt").write_text(table, "utf-8")
    commit()
    assert "REF002" in run(".", "--together")[1]
    assert run(".", "--together", "--diff-base", "HEAD")[0] == 0
    Path("决算表.txt").write_text(table.replace("3.20", "3.30").replace("8.30", "8.40"), "utf-8")
    code, out, _ = run(".", "--together", "--diff-base", "HEAD")
    assert (code, "REF002" in out) == (1, True)


def test_the_repository_is_that_of_the_file_even_in_a_hook_of_another_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/没有")
    assert run(".", "--diff-base", "HEAD")[0] == 0


def test_what_cannot_be_compared_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "外面.txt").write_text(OLD, "utf-8")
    outside = str(tmp_path / "外面.txt")
    assert run(outside, "--diff-base", "HEAD") == (2, "", f"gouji: “{outside}”不在 git 仓库中，不能用 --diff-base\n")
    assert run(".", "--diff-base", "没有")[2].endswith("的 git 仓库中没有版本“没有”\n")
    assert run("-", "--diff-base", "HEAD")[2] == "gouji: --diff-base 要与 git 仓库中的旧稿比较，标准输入没有旧稿\n"
    assert run(".", "--diff-base=--help")[2] == "gouji: --diff-base 要求 git 的版本，不能是“--help”\n"
