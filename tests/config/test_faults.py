"""Faults of settings: told with file, line, path and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.load import load
from lint.errors import UsageError
from lint.lines import lines_of
from tests.config.conftest import Put, Run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\nselct = ["SUM"]\n', "第2行：selct 不认识，是否想用 select？"),
        ('confidence = "high"\n', "第1行：confidence 不认识，是否想用 min-confidence？"),
        ("colour = 1\n", "第1行：colour 不认识，可以写的有 select、ignore、"),
        ('select = "SUM"\n', '第1行：select 应为列表，如 ["SUM", "table-total"]'),
        ('select = ["SUM"]\nignore = [\n  "SUM01",\n]\n', "第2行：ignore[0]：没有规则“SUM01”，是否想用 SUM001？"),
        ('fail-on = "eror"\n', "第1行：fail-on 不能是“eror”，可用的有 error、warning、info、never，是否想用 error？"),
        ('profile = "audit"\n', "第1行：profile 不能是“audit”，可用的有 drafter、reviewer、auditor，是否想用 auditor？"),
        ("year = 22\n", "第1行：year 要求四位年份，不能是 22"),
        ('year = "2022"\n', "第1行：year 要求四位年份，不能是“2022”；数字不加引号"),
        ("timeout = 0\n", "第1行：timeout 至少为 1 秒"),
        ("timeout = true\n", "第1行：timeout 要求整数，不能是 true"),
        ("memory = 1\n", "第1行：memory 至少为 64 MB"),
        ('passes = "yes"\n', "第1行：passes 应为 true 或 false，不能是“yes”"),
        ('encoding = "utf-9"\n', "第1行：encoding：不认识编码“utf-9”"),
        ('[severity]\nSUM = "error"\nSUM002 = "fatal"\n', "第3行：severity.SUM002 不能是“fatal”，可用的有 error、warning、info"),
        ('[severity]\nSUM001 = "info"\nSUM099 = "error"\n', "第3行：severity.SUM099：没有规则“SUM099”"),
        ('severity = {SUM099 = "error"}\n', "第1行：severity.SUM099：没有规则“SUM099”"),
        (
            '[severity]\nSUM001 = "error"\nparts-total = "info"\n',
            "第3行：severity.parts-total：“SUM001”和“parts-total”给同一规则 SUM001 定了不同的级别",
        ),
        ("[[per-file]]\nyear = 2022\n", "第1行：per-file[0].files 没有写：管哪些文件"),
        ('[[per-file]]\nfiles = ["/归档"]\n', "第2行：per-file[0].files 中的“/归档”是绝对路径"),
        ('[[per-file]]\nfiles = ["C:/归档"]\n', "是绝对路径"),
        ('[[per-file]]\nfiles = ["../a.txt"]\n', "之外（..），永远对不上"),
        ('[[per-file]]\nfiles = ["a"]\n[[per-file]]\nfiles = ["b"]\nyaer = 1\n', "第5行：per-file[1].yaer 不认识，是否想用 year？"),
        ('[[per-file]]\nfiles = ["a"]\nfail-on = "never"\n', "第3行：per-file[0].fail-on 不能只对部分文件写"),
        ("[per-file]\nyear = 2022\n", "第1行：per-file 应写成 [[per-file]]"),
        ("per-file = [1]\n", "第1行：per-file[0] 应为表"),
        ('select = ["SUM002", "RAT"]\nignore = ["SUM"]\n', "第1行：select：“SUM002”既写在 select 里，又被 ignore 全部排除"),
        ('include = ["*.txt"]\nexclude = ["*.txt"]\n', "第2行：exclude：“*.txt”既写在 include 里，又写在 exclude 里"),
        ('min-severity = "error"\nfail-on = "info"\n', "第2行：fail-on 是 info，min-severity 却是 error"),
        ('extend = "没有.toml"\n', "没有.toml”不存在"),
        ("extend = 5\n", "第1行：extend 应为一个设置文件的路径"),
        ("templates = []\n", "第1行：templates 不认识，是否想用 template？"),
        ("[template]\n", "第1行：template 应写成 [[template]]"),
        ("select = [\n", "的写法不对（应为 TOML"),
        ("year = 2022\nyear = 2023\n", "第2行第12列：这一项写了两次，请合成一处"),
        ('[severity]\nSUM = "info"\n[severity]\n', "：这一项写了两次，请合成一处"),
        ('severity = {SUM = "info", SUM = "error"}\n', "：这一项写了两次，请合成一处"),
        ("部门 = 1\n", "第1行第1列的写法不对（应为 TOML，中文名称和文字要加引号）"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "gouji.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        load(str(path))
    assert str(caught.value).startswith(f"设置文件“{path}”")
    assert told in str(caught.value)


def test_files_that_extend_each_other_in_a_circle_are_named(tmp_path: Path, put: Put) -> None:
    put(**{"a.toml": 'extend = "b.toml"\n', "b.toml": "year = 2022\nextend = 'c/c.toml'\n", "c/c.toml": 'extend = "../a.toml"\n'})
    with pytest.raises(UsageError) as caught:
        load(str(tmp_path / "a.toml"))
    a, b, c = (str(tmp_path / name) for name in ("a.toml", "b.toml", "c/c.toml"))
    assert str(caught.value) == f"设置文件“{c}”第1行：extend 绕成了圈：{a} → {b} → {c} → {a}"


def test_a_fault_of_a_project_file_is_told_with_its_line(tmp_path: Path, put: Put) -> None:
    put(**{"pyproject.toml": '[project]\nname = "x"\n\n[tool.gouji]\nselect = ["SUM"]\nyear = 5\n', "甲/pyproject.toml": "[project]\n"})
    with pytest.raises(UsageError, match="第6行：year 要求四位年份"):
        load(str(tmp_path / "pyproject.toml"))
    with pytest.raises(UsageError, match=r"没有表 \[tool.gouji\]"):
        load(str(tmp_path / "甲/pyproject.toml"))


def test_a_file_that_is_not_utf_8_is_told_so_and_a_mark_of_byte_order_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "gouji.toml"
    path.write_bytes("# 设置\nyear = 2022\n".encode("gbk"))
    with pytest.raises(UsageError, match="不是 UTF-8 编码，请另存为 UTF-8"):
        load(str(path))
    path.write_bytes("\ufeff# 设置\r\nyear = 2022\r\n".encode())
    assert load(str(path)).values["year"][0].origin.line == 2


def test_the_faults_of_a_file_below_stop_the_run_before_it_starts(run: Run, put: Put) -> None:
    put("a.txt", "甲/b.txt", **{"甲/gouji.toml": "selct = 1\n"})
    said = run("check", ".")
    assert (said.code, said.out) == (2, "")
    assert "甲/gouji.toml”第1行：selct 不认识，是否想用 select？" in said.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--set", "yaer=2022"), "yaer 不认识，是否想用 year？"),
        (("--set", "year"), "--set year 应写成 --set 名称=值"),
        (("--set", "year=22"), "--set year 要求四位年份，不能是 22"),
        (("--set", "per-file=a"), "--set 不能设置 per-file，请写在设置文件里"),
        (("--set", "extend=a.toml"), "--set 不能设置 extend，请写在设置文件里"),
        (("--set", "template=x"), "--set 不能设置 template，请写在设置文件里"),
        (("--set", "severity=info"), '--set severity 应为表，如 severity = {SUM002 = "warning"}'),
        (("--set", "severity.SUM099=info"), "--set severity：没有规则“SUM099”，是否想用 SUM008？"),
        (("--ignore", "SUM01"), "--ignore：没有规则“SUM01”，是否想用 SUM001？"),
        (("--set", "lang=cn"), "--set lang 不能是“cn”，可用的有 zh、en"),
        (("--set", "year=2022", "--year", "2023"), "--year 和 --set year=2022 说的是同一项"),
        (("--select", "SUM002", "--ignore", "SUM"), "“SUM002”既写在 select 里，又被 ignore 全部排除"),
        (("--exclude", "/甲"), "--exclude 中的“/甲”是绝对路径，应写成相对路径"),
        (("--profile", "audit"), "--profile 不能是“audit”，可用的有 drafter、reviewer、auditor，是否想用 auditor？"),
    ],
)
def test_a_fault_of_the_command_line_is_one_sentence(run: Run, put: Put, options: tuple[str, ...], told: str) -> None:
    put("a.txt")
    said = run("check", "a.txt", *options)
    assert (said.code, said.err) == (2, f"gouji: {told}\n")


def test_every_statement_of_a_toml_text_is_found_in_its_line() -> None:
    text = (
        'a = 1 # [no]\nb.c = """\n[x]\ny = 2\n"""\n\n[[t]]\nn = ["x",\n["y"]\n]\n[t.u]\n"中 文" = {z = 1}\n[[t]]\n[[t.s]]\nk = 1\n'
        "[[t.s]]\n[ v . w ]\nq = 1\n"
    )
    assert {path: line for path, line in lines_of(text).items() if path[-1] not in ("z", "c") and len(path) < 5} == {
        ("a",): 1, ("b",): 2, ("t", 0): 7, ("t", 0, "n"): 8, ("t", 0, "n", 0): 8, ("t", 0, "n", 1): 8, ("t", 0, "u"): 11,
        ("t", 0, "u", "中 文"): 12, ("t", 1): 13, ("t", 1, "s", 0): 14, ("t", 1, "s", 1): 16, ("v", "w"): 17, ("v", "w", "q"): 18,
    }  # fmt: skip
