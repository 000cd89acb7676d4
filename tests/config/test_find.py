"""Which settings file counts for which report, and what comes before what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.conftest import Put, Run


def findings(said: str) -> list[tuple[str, str]]:
    """File and severity of each finding listed."""
    return [(line.split(":")[0], line.split()[1]) for line in said.splitlines() if "  SUM001  " in line]


def test_each_report_goes_by_the_settings_file_nearest_to_it_and_not_by_those_above(run: Run, put: Put) -> None:
    put("甲/a.txt", "甲/深/b.txt", "乙/c.txt", "d.txt")
    put(**{"gouji.toml": 'severity = {SUM001 = "warning"}\n', "甲/gouji.toml": 'severity = {SUM001 = "info"}\n', "乙/gouji.toml": ""})
    assert findings(run("check", ".").out) == [
        ("./d.txt", "警告"),
        ("./乙/c.txt", "错误"),
        ("./甲/a.txt", "提示"),
        ("./甲/深/b.txt", "提示"),
    ]


def test_what_concerns_the_whole_run_is_said_by_the_file_nearest_to_the_folder_that_holds_all_that_is_named(
    run: Run, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.txt", "下/a.txt", "下/深/b.txt", **{"gouji.toml": "", "下/gouji.toml": 'fail-on = "never"\nlang = "en"\n'})
    assert [run("check", *named).code for named in (["下"], ["下/a.txt", "下/深"], ["a.txt", "下"], ["."])] == [0, 0, 1, 1]
    (tmp_path / "清单").write_text("下/a.txt\n下/深/b.txt\n", "utf-8")
    assert run("check", "--files-from", "清单").code == 0
    assert run("config", "fail-on", "下/a.txt", "-f", "json").sources()["fail-on"][0] == "never"
    assert run("config", "fail-on", "-f", "json").sources()["fail-on"][0] == "error"
    monkeypatch.chdir(tmp_path / "下")
    said = run("check", "a.txt")
    assert (said.code, "error  SUM001" in said.out) == (0, True)
    assert run("check", "../a.txt").code == 1


def test_a_project_file_counts_where_it_names_us(run: Run, put: Put) -> None:
    put("a.txt", "甲/b.txt", **{"pyproject.toml": '[tool.gouji]\nyear = 2022\n\n[[tool.gouji.per-file]]\nfiles = ["甲/**"]\nyear = 2021\n'})
    put(**{"甲/pyproject.toml": '[project]\nname = "gouji-helper"\n'})
    line = run("config", "year", "甲/b.txt", "-f", "json").sources()["year"]
    assert (line[0], Path(line[1]).name, line[2]) == (2021, "pyproject.toml", 6)
    assert run("config", "year", "a.txt", "-f", "json").sources()["year"][0] == 2022


def test_two_settings_files_in_one_folder_are_refused(run: Run, put: Put) -> None:
    put("a.txt", **{"gouji.toml": "", "pyproject.toml": "[tool.gouji]\n"})
    said = run("check", "a.txt")
    assert (said.code, "都写了设置，请只留一处" in said.err) == (2, True)


def test_a_named_file_stands_in_for_all_that_would_be_found(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", "甲/b.txt", **{"gouji.toml": "year = 2001\n", "甲/gouji.toml": "year = 2002\n", "别/我的.toml": "year = 2003\n"})
    assert run("config", "year", "甲/b.txt", "--config", "别/我的.toml", "-f", "json").sources()["year"][0] == 2003
    monkeypatch.setenv("GOUJI_CONFIG", "别/我的.toml")
    assert run("config", "year", "a.txt", "-f", "json").sources()["year"][0] == 2003
    said = run("check", "a.txt", "--config", "没有.toml")
    assert (said.code, "读不了设置文件" in said.err, said.err.endswith("：没有这个文件\n")) == (2, True, True)


def test_isolated_looks_at_no_file_and_no_variable(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", **{"gouji.toml": "colour = 1\n"})
    monkeypatch.setenv("GOUJI_FAIL_ON", "never")
    assert run("check", "a.txt").code == 2
    assert run("check", "a.txt", "--isolated").code == 1
    said = run("check", "a.txt", "--isolated", "--config", "gouji.toml")
    assert (said.code, said.err) == (2, "gouji: --isolated 不看任何设置文件，不能与 --config 同时使用\n")


def test_the_command_line_beats_the_environment_and_that_the_file(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", **{"gouji.toml": 'profile = "drafter"\nfail-on = "never"\nlang = "zh"\n'})
    monkeypatch.setenv("GOUJI_PROFILE", "auditor")
    monkeypatch.setenv("GOUJI_LANG", "en")
    found = run("config", "--lang", "zh", "-f", "json").sources()
    assert found["lang"] == ("zh", "--lang", None)
    assert found["profile"] == ("auditor", "GOUJI_PROFILE", None)
    assert (found["fail-on"][0], found["fail-on"][2]) == ("never", 2)
    assert found["undecided"] == (True, "auditor", None)


def test_a_wrong_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUJI_PROFILE", "audit")
    said = run("config")
    assert (said.code, said.err) == (
        2,
        "gouji: GOUJI_PROFILE 不能是“audit”，可用的有 drafter、reviewer、auditor，是否想用 auditor？\n",
    )


def test_a_variable_that_sets_nothing_is_told(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    monkeypatch.setenv("GOUJI_FAILON", "never")
    said = run("check", "a.txt")
    assert (said.code, said.err) == (1, "gouji: 环境变量 GOUJI_FAILON 没有用，是否想用 GOUJI_FAIL_ON？\n")
    assert run("check", "a.txt", "--isolated").err == ""


def test_standard_input_goes_by_the_settings_of_the_name_it_is_given(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    put(**{"甲/gouji.toml": 'severity = {SUM001 = "info"}\n'})
    text = "2022年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    said = run("check", "-", "--stdin-filename", "甲/稿.txt")
    assert (said.code, findings(said.out)) == (0, [("甲/稿.txt", "提示")])
    said = run("check", "甲", "--stdin-filename", "稿.txt")
    assert (said.code, said.err) == (2, "gouji: --stdin-filename 只用于标准输入，路径请写 -\n")
