"""The command line as users and scripts meet it: outputs, exit codes and faults, with real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE

import pytest

from lint import cli
from lint.rule import all_rules
from tests.conftest import Ran

Run = Callable[..., Ran]
WRONG = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出210万元，占42%。\n"
RIGHT = "2022年部门支出合计500万元，其中：基本支出300万元，占60%；项目支出200万元，占40%。\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a report that is right and one that is wrong."""
    folder = tmp_path / "项目 报告"
    folder.mkdir()
    (folder / "对（一）.txt").write_text(RIGHT, "utf-8")
    (folder / "错.txt").write_text(WRONG, "utf-8")
    return folder


def test_nothing_to_look_at_is_exit_code_0(gouji: Run, reports: Path) -> None:
    ran = gouji("check", str(reports / "对（一）.txt"))
    assert (ran.code, ran.err) == (0, "")
    assert "没有发现问题" in ran.out
    assert ran.out.rstrip().rpartition("\n")[2].startswith("核对")


def test_a_finding_is_exit_code_1_and_stands_with_its_place_and_working(gouji: Run, reports: Path) -> None:
    ran = gouji("check", str(reports))
    assert ran.code == 1
    assert "错.txt:1:12  错误  SUM001" in ran.out
    assert "【500万元】" in ran.out
    assert "300+210" in ran.out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_says_from_which_severity_on_the_exit_code_is_1(gouji: Run, reports: Path, fail_on: str, code: int) -> None:
    assert gouji("check", str(reports), "--fail-on", fail_on, "-q").code == code


def test_findings_below_the_severity_that_fails_are_exit_code_0(gouji: Run) -> None:
    ran = gouji("check", "-", "--encoding", "utf-8", stdin=RIGHT.encode() + b"\n\xff\n")
    assert (ran.code, "DOC004" in ran.out) == (0, True)


def test_an_unreadable_file_is_a_result_and_exit_code_1_and_the_others_are_checked(gouji: Run, reports: Path) -> None:
    (reports / "空.docx").write_bytes(b"")
    (reports / "坏.docx").write_bytes(b"PK\x03\x04 word/ and nothing else")
    (reports / "假.pdf").write_bytes(b"no pdf")
    ran = gouji("check", str(reports), "--ignore", "SUM", "-f", "json")
    files = {Path(file["path"]).name: file for file in json.loads(ran.out)["files"]}
    assert ran.code == 1
    assert {name: [check["code"] for check in file["checks"] if check["outcome"] == "broken"] for name, file in files.items()} == {
        "对（一）.txt": [], "错.txt": [], "空.docx": ["DOC007"], "坏.docx": ["DOC001"], "假.pdf": ["DOC001"],
    }  # fmt: skip
    assert files["错.txt"]["checks"]


def test_a_named_file_of_unknown_kind_is_a_result(gouji: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_bytes(b"x")
    ran = gouji("check", "a.xyz")
    assert (ran.code, "DOC005" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "没有.txt"), "找不到文件或文件夹：没有.txt"),
        (("check", "."), "没有可检查的文件：."),
        (("check", "-", "--slect", "SUM"), "没有选项 --slect，是否想用 --select？"),
        (("check", "a.txt", "-q", "b.txt"), "找不到文件或文件夹：a.txt、b.txt"),
        (("show", "a.txt", "--text", "b.txt"), "多出了“b.txt”，用 gouji show --help 查看用法"),
        (("check", "-", "--select=SUM01"), "--select：没有规则“SUM01”，是否想用 SUM001？"),
        (("check", "-", "--ignore", "parts-totals"), "--ignore：没有规则“parts-totals”，是否想用 parts-total？"),
        (
            ("check", "-", "-f", "jsn"),
            "-f/--format 不能是“jsn”，可用的有 text、concise、grouped、json、jsonl、csv、sarif、junit、github、gitlab，是否想用 json？",
        ),
        (("check", "-", "--encoding", "utf-9"), "不认识编码“utf-9”，常用的有 utf-8、gb18030、big5"),
        (("check", "-", "--encoding", "base64"), "不认识编码“base64”，常用的有 utf-8、gb18030、big5"),
        (("check", "-", "--timeout", "0"), "--timeout 至少为 1 秒"),
        (("check", "-", "--timeout", "soon"), "--timeout 要求整数，不能是“soon”"),
        (("check", "-", "--year", "22"), "--year 要求四位年份，不能是 22"),
        (
            ("check", "-", "-o", "a.pdf"),
            "不知道“a.pdf”用什么格式，后缀可用 .txt .json .jsonl .csv .xlsx .html .sarif .xml .docx；concise、grouped、github、gitlab 写作 格式:文件",
        ),
        (("check", "-", "-o", "没有/a.json"), "没有文件夹“没有”，不能写入“没有/a.json”"),
        (("check",), "缺少路径，用 gouji check --help 查看用法"),
        (
            ("chekc",),
            "命令不能是“chekc”，可用的有 check、compare、rule、show、rubric、config、opinion、decide、cache、lsp、completions，是否想用 check？",
        ),
        ((), "缺少命令，用 gouji --help 查看用法"),
        (("rule", "SUM01"), "没有规则“SUM01”，是否想用 SUM001？"),
        (("show", "没有.txt"), "找不到文件：没有.txt"),
        (("show", "."), "“.”是文件夹，show 一次只看一个文件"),
    ],
)
def test_a_wrong_use_is_exit_code_2_and_one_sentence(gouji: Run, arguments: tuple[str, ...], sentence: str) -> None:
    ran = gouji(*arguments)
    assert (ran.code, ran.raw, ran.err) == (2, b"", f"gouji: {sentence}\n")


def test_an_internal_error_is_exit_code_2_and_asks_to_be_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "parse", lambda _: 1 / 0)
    assert cli.main([]) == 2
    shown = capsys.readouterr().err
    assert "ZeroDivisionError" in shown
    assert "请把以上内容报告给开发者" in shown


def test_a_rule_that_fails_is_exit_code_2_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reports: Path
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    rules = tuple(replace(rule, check=fail) if rule.code == "SUM001" else rule for rule in all_rules())
    monkeypatch.setattr("lint.judge.all_rules", lambda: rules)
    assert cli.main(["check", str(reports / "对（一）.txt")]) == 2
    shown = capsys.readouterr()
    assert "内部错误：SUM001 未能完成" in shown.out
    assert "有1项检查因内部错误没有完成，结果不完整" in shown.err


def test_an_incomplete_run_is_told_in_the_counts_of_every_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reports: Path
) -> None:
    rules = tuple(replace(rule, check=lambda _: 1 / 0) if rule.code == "SUM001" else rule for rule in all_rules())
    monkeypatch.setattr("lint.judge.all_rules", lambda: rules)
    saved = reports / "结果.txt"
    assert cli.main(["check", str(reports / "对（一）.txt"), "-q", "-o", str(saved)]) == 2
    told = "1个文件：有1项检查因内部错误没有完成，结果不完整"
    assert capsys.readouterr().out.startswith(told)
    assert saved.read_text("utf-8").startswith(told)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no disk that is always full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_exit_code_2_and_one_sentence(reports: Path, form: str) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "lint", "check", str(reports), "-f", form]
        ran = subprocess.run(command, stdout=full, stderr=PIPE, env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False)
    assert (ran.returncode, ran.stderr.decode()) == (2, "gouji: 不能写出结果：磁盘已满\n")


def test_an_interrupted_run_is_exit_code_130() -> None:
    heard = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # tests started in the background inherit that it is ignored
    program = f"import signal, sys, lint.cli; {heard}; print('ready', flush=True); sys.exit(lint.cli.main(['check', '-']))"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(0.3)  # well inside the run, which waits for its standard input
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=20)
    assert (run.returncode, said.decode()) == (130, "gouji: 已中断\n")


def test_a_reader_that_closes_the_pipe_is_no_fault() -> None:
    command = [sys.executable, "-m", "lint", "rule", "--all"]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_standard_input_is_a_text_file_and_called_so(gouji: Run) -> None:
    ran = gouji("check", "-", stdin=WRONG.encode("gb18030"))
    assert (ran.code, "标准输入:1:12  错误  SUM001" in ran.out) == (1, True)


def test_documents_of_other_programs_in_a_folder_are_results_in_every_output(gouji: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "错.txt").unlink()
    (reports / "评分表.xlsb").write_bytes(b"PK\x03\x04 xl/workbook.bin")
    (reports / "旧.ppt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ran = gouji("check", str(reports), "-o", "结果.txt", "-o", "结果.json")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (tmp_path / "结果.txt").read_text("utf-8")
    assert "评分表.xlsb  错误  DOC005" in ran.out
    assert "请用 Excel 或 WPS 另存为 .xlsx" in ran.out
    assert "请导出为带文字的 PDF 或另存为 .docx" in ran.out
    assert "未能读出2个" in ran.out
    files = {Path(file["path"]).name: file for file in json.loads((tmp_path / "结果.json").read_text("utf-8"))["files"]}
    assert [files[name]["checks"][0]["code"] for name in ("旧.ppt", "评分表.xlsb")] == ["DOC005", "DOC005"]


def test_a_folder_of_sheets_alone_is_told_file_by_file(gouji: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"x")
    assert gouji("check", ".").out == gouji("check", "./a.xls").out


def test_what_is_no_report_in_a_folder_is_counted(gouji: Run, reports: Path) -> None:
    (reports / "图.png").write_bytes(b"x")
    assert gouji("check", str(reports)).err == "gouji: 文件夹中另有1个文件不是可以读取的报告，没有检查：.png 1个\n"


def test_a_link_to_nothing_is_told_as_such(gouji: Run, reports: Path) -> None:
    (reports / "链接.txt").symlink_to("没有.txt")
    assert "指向的文件不存在" in gouji("check", str(reports)).out


def test_where_nothing_could_be_checked_no_success_is_told(gouji: Run) -> None:
    ran = gouji("check", "-", stdin="共有5人。\n".encode())
    assert ran.out.startswith("1个文件：没有可核对的内容（读到数字1个）\n")
    assert "没有发现问题" not in ran.out


def test_many_lost_characters_are_an_error_and_a_few_a_warning(gouji: Run) -> None:
    ran = gouji("check", "-", "--encoding", "gbk", stdin=RIGHT.encode())
    assert (ran.code, "错误  DOC004" in ran.out) == (1, True)
    assert gouji("check", "-", "--encoding", "utf-8", stdin=RIGHT.encode() + b"\n\xff\n").code == 0


def test_chinese_output_has_no_english_sentence(gouji: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 word/ and nothing else")
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    (tmp_path / "假.pdf").write_bytes(b"no pdf")
    out = gouji("check", str(tmp_path)).out
    assert all(cause in out for cause in ("压缩包不完整", "格式错误", "内容不是 .pdf 文件"))
    assert "Word 文件" in out
    assert "not" not in out and "error" not in out


def test_outputs_are_written_beside_what_is_shown(gouji: Run, reports: Path, tmp_path: Path) -> None:
    ran = gouji("check", str(reports), "-o", "结果.json", "-o", "结果.txt", "-q")
    assert ran.code == 1
    assert json.loads((tmp_path / "结果.json").read_text("utf-8"))["summary"]["broken"] == 1
    assert (tmp_path / "结果.txt").read_text("utf-8").endswith(ran.out)
    assert len(ran.out.splitlines()) == 2


def test_a_format_is_told_before_the_path_where_the_suffix_does_not(gouji: Run, reports: Path, tmp_path: Path) -> None:
    gouji("check", str(reports), "-o", "json:结果.out", "-q")
    assert json.loads((tmp_path / "结果.out").read_text("utf-8"))["version"] == 1
    assert gouji("check", str(reports), "-o", "json:结果.txt", "-o", "结果.txt").err == "gouji: “结果.txt”不能同时是 json 和 text\n"


def test_an_output_replaces_the_old_one_whole_and_leaves_nothing_beside_it(gouji: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "结果.txt").write_text("旧" * 9999, "utf-8")
    ran = gouji("check", str(reports), "-o", "结果.txt")
    assert (tmp_path / "结果.txt").read_text("utf-8") == ran.out
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["结果.txt"]


@pytest.mark.skipif(not os.path.exists("/dev/stderr"), reason="needs devices as files")
def test_an_output_may_be_a_device(gouji: Run, reports: Path) -> None:
    ran = gouji("check", str(reports), "-q", "-o", "text:/dev/null")
    assert (ran.code, ran.err) == (1, "")
    assert not os.path.isfile("/dev/null")


def test_a_file_that_is_to_be_checked_is_never_overwritten(gouji: Run, reports: Path) -> None:
    path = str(reports / "错.txt")
    ran = gouji("check", path, "-o", path)
    assert (ran.code, ran.err) == (2, f"gouji: “{path}”是要检查的文件，不能覆盖\n")
    assert (reports / "错.txt").read_text("utf-8") == WRONG


def test_select_and_ignore_choose_rules(gouji: Run, reports: Path) -> None:
    def codes(*options: str) -> set[str]:
        files = json.loads(gouji("check", str(reports), "-f", "json", *options).out)["files"]
        return {check["code"] for file in files for check in file["checks"]}

    assert codes("--select", "SUM,rat") > codes("--select", "parts-total") == {"SUM001"}
    assert "SUM001" not in codes("--ignore", "SUM001")


def test_the_same_input_gives_the_same_bytes(gouji: Run, reports: Path) -> None:
    runs = [gouji("check", str(reports), "-f", "json", "--figures", PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert runs[0].raw == runs[1].raw


def test_json_is_utf_8_whatever_the_terminal_speaks(gouji: Run, reports: Path) -> None:
    ran = gouji("check", str(reports), "-f", "json", PYTHONIOENCODING="gbk")
    assert json.loads(ran.raw.decode("utf-8"))["version"] == 1


def test_a_chinese_console_shows_the_text_and_a_foreign_sign_does_not_stop_it(gouji: Run) -> None:
    ran = gouji("check", "-", stdin=WRONG.replace("部门支出合计", "✓部门支出合计").encode(), PYTHONIOENCODING="gbk")
    assert ran.code == 1
    assert "不符" in ran.raw.decode("gbk")
    assert "\\u2713" in ran.raw.decode("gbk")


def test_a_document_cannot_steer_the_terminal(gouji: Run) -> None:
    shown = gouji("check", "-", stdin=WRONG.replace("500", "\x1b]0;title\x07\x1b[2J500").encode()).out
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_colour_is_used_only_when_asked_for_or_on_a_terminal(gouji: Run, reports: Path) -> None:
    assert b"\x1b" not in gouji("check", str(reports)).raw
    assert b"\x1b" in gouji("check", str(reports), "--color", "always").raw


def test_messages_can_be_english(gouji: Run, reports: Path) -> None:
    ran = gouji("check", str(reports), "--lang", "en", "--passes")
    assert "error  SUM001  Total differs from the sum of its parts" in ran.out
    assert ran.out.rstrip().rpartition("\n")[2].startswith("checks: ")


def test_a_rule_is_explained_by_code_and_by_name_and_listed_by_family(gouji: Run) -> None:
    page = gouji("rule", "SUM001").out
    assert page.startswith("SUM001 合计与各分项之和不符\n")
    assert all(section in page for section in ("查什么", "为什么", "怎样处理", "不查", "例子"))
    assert gouji("rule", "parts-total").out == page
    assert [line[:6] for line in gouji("rule", "DOC").out.splitlines()][:2] == ["DOC001", "DOC002"]
    assert page in gouji("rule", "--all").out


def test_show_text_prints_exactly_the_linear_text(gouji: Run, tmp_path: Path) -> None:
    text = "一、概况\r\n支出20万元。\n\n收入\t30万元"
    (tmp_path / "a.txt").write_bytes("\ufeff".encode() + text.encode())
    assert gouji("show", "a.txt", "--text").raw == text.encode()
    (tmp_path / "b.txt").write_bytes(text.encode("gb18030"))
    assert gouji("show", "b.txt", "--text", PYTHONIOENCODING="gbk").raw == text.encode()


def test_show_tells_what_was_read_and_where(gouji: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、概况\n\n2022年支出20万元。\n\n项目|金额\n甲|5\n乙|6\n", "utf-8")
    shown = gouji("show", "a.txt").out
    assert "第3行第8列  20万元  金额  支出  2022（写明“2022年”）" in shown
    assert "甲 | 5" in shown
    whole = json.loads(gouji("show", "a.txt", "-f", "json").out)
    assert [block["mark"] for block in whole["blocks"]] == ["一、", ""]
    assert whole["blocks"][1]["outline"] == ["一、"]
    assert [figure["quote"] for figure in whole["figures"]] == ["2022年", "20万元", "5", "6"]
    (table,) = whole["tables"]
    assert [(cell["row"], cell["column"], cell["quote"]) for cell in table["cells"]][2:4] == [(2, 1, "甲"), (2, 2, "5")]


def test_show_draws_scores_roles_forms_and_the_checks_of_every_figure(gouji: Run, tmp_path: Path) -> None:
    text = (
        "综合得分为97分。\n\n2023年度项目支出绩效自评表\n项目名称 | 清淤\n一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分\n"
        "产出 | 清淤 | ≥9公里 | 9公里 | 60 | 58\n效益 | 受益 | ≥5人 | 6人 | 40 | 40\n合计 | | | | 100 | 98\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    shown = gouji("show", "a.txt").out
    assert "表样：项目支出绩效自评表" in shown and "项目：清淤" in shown
    assert "〔分数〕、得分〔分数〕" in shown and "合计行：合计" in shown
    assert "指标（指标值 → 完成值，得分/满分）：\n清淤  ≥9公里 → 9公里  达到  58/60\n" in shown
    assert "总分 98/100" in shown and "│" not in shown.split("├─")[0] and "└─ 效益" in shown
    assert "第8行第18列  98  无单位数" in shown and "SCO001 相符" in shown
    whole = json.loads(gouji("show", "a.txt", "-f", "json").out)
    assert whole["tables"][0]["form"] == "项目支出绩效自评表" and whole["tables"][0]["totals"] == ["合计"]
    assert [node["name"] for node in whole["scores"][-1]["nodes"]] == ["产出", "效益"]
    assert whole["subject"]["project"] == "清淤"
    assert [(row["name"], row["met"], row["awarded"]) for row in whole["indicators"]] == [("清淤", True, "58"), ("受益", True, "40")]
    used = {figure["quote"]: [check["code"] for check in figure["checks"]] for figure in whole["figures"]}
    assert "SCO001" in used["98"] and used["2023年度"] == []
    assert {figure["state"] for figure in whole["figures"]} >= {"holds", "none"}


def test_show_lists_what_speaks_for_the_report_year_and_against_it(gouji: Run, tmp_path: Path) -> None:
    text = "青禾县水务局2023年度部门整体支出绩效自评报告\n\n报告年度：2022年\n\n2021年底实有36人。\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    shown = gouji("show", "a.txt").out
    assert "报告年度2023（标题“2023年度”）\n  另见2022年：封面或表头“报告年度：2022”  第3行第1列\n" in shown
    assert "  与年度有关的各项不下结论：报告年度有矛盾：标题“2023年度”，封面或表头“报告年度：2022”\n" in shown
    year = json.loads(gouji("show", "a.txt", "-f", "json").out)["year"]
    assert [(sign["kind"], sign["year"], sign["rival"]) for sign in year["signs"][:2]] == [("title", 2023, False), ("cover", 2022, True)]
    assert year["value"] == year["since"] == 2023 and year["doubt"]


def test_show_says_why_a_file_cannot_be_read(gouji: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    ran = gouji("show", "a.docx")
    assert (ran.code, ran.raw) == (1, b"")
    assert ran.err.startswith("gouji: a.docx：文件没有内容")


def test_version_and_help_go_to_standard_output(gouji: Run) -> None:
    assert gouji("--version").out.startswith("gouji ")
    for command in ((), ("check",), ("rule",), ("show",), ("config",)):
        ran = gouji(*command, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert "显示帮助后退出" in ran.out
        assert ran.out.startswith("用法：gouji") and "选项:" in ran.out
        assert not any(word in ran.out for word in ("usage", "positional", "options"))
        ran.out.encode("gbk")


def test_a_file_name_that_is_no_text_does_not_stop_the_run(gouji: Run, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(name, "wb") as stream:
        stream.write(RIGHT.encode())
    assert gouji("check", str(tmp_path)).code == 0
    assert json.loads(gouji("check", str(tmp_path), "-f", "json").out)["summary"]["files"] == 1
