"""A bureau's own printed forms in its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.cli import main
from lint.config.load import load
from lint.errors import UsageError
from lint.template import templates

FORM = """
[[template]]
name = "村级自评表"
titles = ["村级项目资金表"]

[template.columns]
target = ["该做多少"]
done = ["做了多少"]

[[template.sum]]
whole = ["全村到账"]
parts = [["上级给的"], ["自己凑的"]]
"""
REPORT = "村级项目资金表\n单位：万元\n来源 | 金额\n上级给的 | 30\n自己凑的 | 12\n全村到账 | {}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the run, below the one with the settings file."""
    (tmp_path / "gouji.toml").write_text(FORM, "utf-8")
    below = tmp_path / "2023"
    below.mkdir()
    monkeypatch.chdir(below)
    return below


def test_a_form_of_the_bureau_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(REPORT.format("44"), "utf-8")
    assert main(["check", "a.txt"]) == 1
    shown = capsys.readouterr().out
    assert "按村级自评表的表样，“全村到账（金额）”应为各项之和42万元（30+12），表中写44万元" in shown
    (folder / "a.txt").write_text(REPORT.format("42"), "utf-8")
    assert main(["check", "a.txt"]) == 0
    main(["show", "a.txt"])
    assert "表样：村级自评表" in capsys.readouterr().out


def test_without_the_settings_nothing_is_known_of_the_form(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(REPORT.format("44"), "utf-8")
    (tmp_path / "gouji.toml").unlink()
    assert main(["check", "a.txt"]) == 0
    assert "SUM008" not in capsys.readouterr().out


def test_the_columns_of_a_form_are_read_by_their_own_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(
        "三级指标 | 该做多少 | 做了多少 | 分值 | 得分\n修路 | ≥9公里 | 5公里 | 20 | 20\n种树 | ≥90棵 | 95棵 | 80 | 80\n", "utf-8"
    )
    main(["check", "a.txt"])
    assert "“修路”指标值≥9公里，完成值5公里，没有达到，却得满分20" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[template]]\nname = 5\n", "第2行：template[0].name 应为一个名称"),
        ('[[template]]\nname = "甲"\n', "第1行：template[0].titles 应为名称的列表"),
        ('\n[[template]]\nname = "甲"\ntitles = ["甲"]\nsun = 1\n', "第5行：template[0].sun 不认识"),
        (
            '[[template]]\nname = "甲"\ntitles = ["甲"]\n[[template.sum]]\nwhole = ["合计"]\nparts = [["合计"], ["乙"]]\n',
            "“合计”既是合计又是分项",
        ),
        (
            '[[template]]\nname = "甲"\ntitles = ["甲"]\n[[template.sum]]\nwhole = ["合计"]\nparts = [["乙"]]\n',
            "第6行：template[0].sum[0].parts 至少要有两项",
        ),
        (
            '[[template]]\nname = "甲"\ntitles = ["甲"]\n[[template.sum]]\nwhole = ["合计"]\nparts = [["丙"], ["乙"]]\nneeds = 9\n',
            "template[0].sum[0].needs 应为 2 到 2 的整数",
        ),
        (
            '[[template]]\nname = "甲"\ntitles = ["甲"]\n[[template.sum]]\nalong = "rows"\nwhole = ["合计"]\nparts = [["丙"], ["乙"]]\n',
            "template[0].sum[0].along 只能是 lines",
        ),
        ('[[template]]\nname = "甲"\ntitles = []\n', "第3行：template[0].titles 不能是空的"),
        ("[colour]\nred = 1\n", "第1行：colour 不认识"),
        ("name = \n", "的写法不对"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "gouji.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        load(str(tmp_path / "gouji.toml"))
    assert told in str(caught.value)


def test_a_faulty_settings_file_stops_the_run_before_it_starts(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(REPORT.format("44"), "utf-8")
    (tmp_path / "gouji.toml").write_text("[[template]]\n", "utf-8")
    assert main(["check", "a.txt"]) == 2
    assert "gouji.toml”第1行：template[0].name" in capsys.readouterr().err


def test_a_settings_file_can_be_named(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(REPORT.format("44"), "utf-8")
    (tmp_path / "gouji.toml").rename(tmp_path / "other.toml")
    assert main(["check", "a.txt"]) == 0
    assert main(["check", "a.txt", "--config", str(tmp_path / "other.toml")]) == 1
    assert main(["check", "a.txt", "--config", str(tmp_path / "gone.toml")]) == 2


def test_the_forms_of_the_program_are_sound_and_have_names_of_their_own() -> None:
    assert len({template.name for template in templates()}) == len(templates()) >= 6
    assert all(template.titles for template in templates())
