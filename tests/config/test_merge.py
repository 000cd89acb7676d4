"""How values of several places come together, and what they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.asked import asked_of, settings_of
from lint.config.layers import BUILT_IN, profiled
from lint.settings import Settings
from tests.config.conftest import Put, Run


def settings(path: str, **options: object) -> Settings:
    """What holds for a file."""
    return settings_of(asked_of(options, {}).of(path))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_where_nobody_says_anything_the_settings_are_those_of_the_record() -> None:
    assert settings_of(profiled(BUILT_IN)) == Settings()


def test_a_file_that_extends_another_one_adds_to_it_and_has_the_last_word(put: Put) -> None:
    put(**{
        "底.toml": 'ignore = ["UNI"]\nyear = 2020\nencoding = "gbk"\nseverity = {SUM001 = "info", SUM002 = "info"}\n'
        '[[template]]\nname = "底"\ntitles = ["底表"]\n',
        "甲/gouji.toml": 'extend = "../底.toml"\nignore = ["YEA"]\nyear = 2021\nseverity = {SUM001 = "warning"}\n'
        '[[template]]\nname = "甲"\ntitles = ["甲表"]\n',
    })  # fmt: skip
    found = settings("甲/a.txt")
    assert (found.ignore, found.given.year, found.encoding) == (("YEA", "UNI"), 2021, "gbk")
    assert dict(found.severity) == {"SUM001": "warning", "SUM002": "info"}
    assert [form.name for form in found.given.forms] == ["甲", "底"]


def test_paths_are_relative_to_the_file_that_says_them(put: Put) -> None:
    put(**{"底/base.toml": '[[per-file]]\nfiles = ["甲/*.txt"]\nyear = 2001\n', "甲/gouji.toml": 'extend = "../底/base.toml"\n'})
    assert settings("甲/a.txt").given.year is None
    put(**{"base.toml": '[[per-file]]\nfiles = ["甲/*.txt"]\nyear = 2001\n', "甲/gouji.toml": 'extend = "../base.toml"\n'})
    assert settings("甲/a.txt").given.year == 2001


def test_single_files_can_have_settings_of_their_own_and_later_ones_win(put: Put) -> None:
    put(**{
        "gouji.toml": 'year = 2023\nignore = ["UNI"]\n[[per-file]]\nfiles = ["归档", "*.PDF"]\nyear = 2020\nignore = ["TPL"]\n'
        '[[per-file]]\nfiles = ["归档/2019/**"]\nyear = 2019\n',
    })  # fmt: skip
    assert settings("a.txt").given.year == 2023
    assert (settings("归档/深/a.txt").given.year, settings("归档/深/a.txt").ignore) == (2020, ("TPL", "UNI"))
    assert settings("下/b.pdf").given.year == 2020
    assert settings("归档/2019/a.pdf").given.year == 2019
    assert settings("归档/2019/a.pdf", year=2024).given.year == 2024


@pytest.mark.parametrize(
    ("glob", "means", "spares"),
    [
        ("*.txt", ["a.txt", "甲/乙/a.TXT"], ["a.pdf"]),
        ("甲", ["甲/a.txt", "乙/甲/a.txt"], ["甲乙/a.txt"]),
        ("甲/", ["甲/a.txt"], ["乙.txt"]),
        ("甲/*.txt", ["甲/a.txt"], ["甲/乙/a.txt", "乙/甲/a.txt"]),
        ("甲/**", ["甲/a.txt", "甲/乙/a.txt"], ["a.txt"]),
        ("**/乙/*.txt", ["乙/a.txt", "甲/丙/乙/a.txt"], ["乙/丙/a.txt"]),
        ("./报告[1]?.txt", ["报告[1]a.txt"], ["报告1a.txt"]),
    ],
)
def test_a_glob_means_names_anywhere_or_paths_below_the_folder(put: Put, glob: str, means: list[str], spares: list[str]) -> None:
    put(**{"gouji.toml": f'[[per-file]]\nfiles = ["{glob}"]\nyear = 2001\n'})
    assert [settings(path).given.year for path in (*means, *spares)] == [2001] * len(means) + [None] * len(spares)


def test_what_is_selected_from_a_stronger_place_stands_alone_and_what_is_ignored_adds_up(put: Put) -> None:
    put(**{"gouji.toml": 'select = ["YEA"]\nignore = ["SUM008", "DOC014"]\n'})
    assert settings("a.txt", select=["SUM"], ignore=["SUM001"]).ignore == ("SUM001", "SUM008", "DOC014")
    chosen = settings("a.txt", select=["SUM，RAT"])
    assert (chosen.select, chosen.ignore) == (("SUM", "RAT"), ("SUM008", "DOC014"))


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ('select = ["SUM001"]\n', ("--ignore", "SUM"), "“SUM001”既写在 select 里，又被 ignore 全部排除（select：设置文件“{}”第1行；ignore：选项 --ignore）"),
        ('ignore = ["SUM"]\n', ("--select", "SUM001"), "“SUM001”既写在 select 里，又被 ignore 全部排除（select：选项 --select；ignore：设置文件“{}”第1行）"),
        ('include = ["*.txt"]\n', ("--exclude", "*.txt"), "exclude 里（exclude：选项 --exclude；include：设置文件“{}”第1行）"),
        ('\nmin-severity = "error"\n', ("--fail-on", "info"), "（fail-on：选项 --fail-on；min-severity：设置文件“{}”第2行）"),
    ],
)  # fmt: skip
def test_places_that_contradict_each_other_are_named(
    run: Run, put: Put, tmp_path: Path, text: str, options: tuple[str, ...], told: str
) -> None:
    put("a.txt", **{"gouji.toml": text})
    assert run("check", "a.txt").code != 2
    said = run("check", "a.txt", *options)
    assert (said.code, told.format(tmp_path / "gouji.toml") in said.err) == (2, True)


def test_a_profile_decides_only_what_nobody_set(put: Put) -> None:
    put(**{"gouji.toml": 'min-confidence = "medium"\n'})
    assert settings("a.txt", profile="drafter").min_confidence == "medium"
    assert settings("a.txt", profile="drafter", min_confidence="low").min_confidence == "low"


def test_own_rules_that_cannot_hold_together_are_refused_across_files_too(run: Run, put: Put) -> None:
    rule = '[[compare]]\nname = "{}"\nleft = ["自筹"]\noperator = "{}"\nvalue = "{}万元"\n'
    put(
        "甲/a.txt",
        **{"底.toml": rule.format("下限", "不少于", 50), "甲/gouji.toml": 'extend = "../底.toml"\n' + rule.format("上限", "不超过", 30)},
    )
    said = run("check", "甲")
    assert (said.code, "底.toml”" in said.err, "合在一起时：" in said.err, "不可能同时成立" in said.err) == (2, True, True, True)
    put(**{"甲/gouji.toml": 'extend = "../底.toml"\n' + rule.format("下限", "不超过", 30)})
    assert run("check", "甲").code == 1


def test_the_handle_that_means_fewer_rules_sets_the_severity_and_a_stronger_place_sets_it_for_all(put: Put) -> None:
    put(**{"gouji.toml": '[severity]\nSUM = "info"\nparts-total = "warning"\n"表格合计与分项不符" = "error"\n'})
    found = settings("a.txt").severity
    assert (found["SUM001"], found["SUM002"], found["SUM003"]) == ("warning", "info", "error")
    found = settings("a.txt", set=["severity.SUM=error"]).severity
    assert {found["SUM001"], found["SUM002"]} == {"error"}


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("year=2021", lambda found: found.given.year == 2021),
        ("encoding=gbk", lambda found: found.encoding == "gbk"),
        ("select=SUM,RAT", lambda found: found.select == ("SUM", "RAT")),
        ('ignore=["SUM"]', lambda found: found.ignore == ("SUM",)),
        ("memory=100", lambda found: found.memory == 100 << 20),
        ("severity.DOC=info", lambda found: found.severity["DOC001"] == "info"),
        ("profile=auditor", lambda found: found.undecided),
    ],
)
def test_anything_but_tables_can_be_set_from_the_command_line(text: str, is_right: object) -> None:
    assert callable(is_right) and is_right(settings("a.txt", set=[text]))


def test_folders_are_searched_for_what_is_included_and_not_excluded_and_the_rest_is_counted(
    run: Run, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.txt", "b.md", "归档/c.txt", "深/草稿.txt", "深/d.txt")
    put(**{"gouji.toml": 'include = ["*.txt"]\nexclude = ["归档"]\n', "深/gouji.toml": 'exclude = ["草稿*"]\n'})
    said = run("check", ".", "-f", "json")
    assert [file["path"] for file in said.data["files"]] == ["./a.txt", "./深/d.txt"]
    assert said.err == "gouji: 文件夹中另有3个文件按 include、exclude 的设置没有检查\n"
    assert [file["path"] for file in run("check", "归档/c.txt", "-f", "json").data["files"]] == ["归档/c.txt"]
    assert [file["path"] for file in run("check", ".", "--exclude", "深", "-f", "json").data["files"]] == ["./a.txt"]
    monkeypatch.chdir("深")
    assert [file["path"] for file in run("check", "../归档", "--isolated", "--exclude", "深", "-f", "json").data["files"]] == [
        "../归档/c.txt"
    ]
    assert run("check", "../归档", "--isolated", "--exclude", "归档").code == 2
    monkeypatch.chdir("..")
    assert run("check", ".", "--exclude", "*").code == 2
    assert run("check", ".", "--exclude", "*", "--allow-empty").code == 0


def test_files_of_a_submission_keep_their_own_settings(run: Run, put: Put) -> None:
    text = "2023年度青禾县水务局部门整体支出绩效自评报告\n\n2023年度公务接待费支出决算为3.50万元。\n"
    table = "2023年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 3.20\n公务用车运行费 | 5.10\n合计 | 8.30\n"
    put(**{"甲/甲.txt": text, "乙.txt": table})
    codes = {check["code"] for file in run("check", ".", "--together", "-f", "json").data["files"] for check in file["checks"]}
    assert "REF002" in codes
    put(**{"甲/gouji.toml": 'ignore = ["REF002"]\n'})
    codes = {check["code"] for file in run("check", ".", "--together", "-f", "json").data["files"] for check in file["checks"]}
    assert "REF002" not in codes
