"""gouji rubric: list, show, check."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.cli import main
from lint.rubric.library import shipped


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["rubric", *arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_list_has_every_table_with_its_years_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, _ = said(capsys, "list")
    assert code == 0
    assert len(shown.splitlines()) == len(shipped())
    assert "guangdong-county/2022" in shown
    assert "未核实" in shown


def test_a_table_is_shown_with_full_marks_criteria_in_words_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    _, shown, _ = said(capsys, "show", "guangdong-county/2022")
    assert "满分100分，另有加分10分（能否超过满分不明）" in shown
    assert "评分：不超过10%：5分；大于10%：不明" in shown
    assert "来源（未核实）：报告写差异率74.22%不得分" in shown


@pytest.mark.parametrize("name", shipped())
def test_every_table_can_be_shown_on_a_chinese_console(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "show", name)[1].encode("gbk")


@pytest.mark.parametrize("name", shipped())
def test_every_table_of_the_program_is_in_order(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, _ = said(capsys, "check", name)
    assert code == 0
    assert "写法正确" in shown


def test_a_file_with_faults_is_told_by_line_and_ends_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.toml").write_text('name = "甲"\n[[indicators]]\nname = "乙"\nfull = 0\n', "utf-8")
    code, _, told = said(capsys, "check", str(tmp_path / "a.toml"))
    assert code == 2
    assert "第4行：indicators[0].full（“乙”）：应为大于0的数" in told
    assert "第2行：indicators[0].level（“乙”）：应写明是几级指标" in told


def test_a_slip_of_the_id_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = said(capsys, "show", "guangdong-county/2023")
    assert code == 2
    assert "是否想用 guangdong-county/2022？" in told
    assert said(capsys, "show")[0] == 2
    assert said(capsys, "check", "no-such.toml")[2].strip() == "gouji: 没有评分细则文件“no-such.toml”"


def test_a_file_named_without_its_ending_is_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "qinghe.toml").write_text("", "utf-8")
    assert "qinghe.toml？文件名要连“.toml”一起写" in said(capsys, "check", str(tmp_path / "qinghe"))[2]


EXAMPLE = Path(__file__).with_name("qinghe")


@pytest.mark.parametrize("arguments", [("rubric", "check", "qinghe.toml"), ("check", "report.txt", "--rubric", "qinghe.toml")])
def test_the_worked_example_of_the_recipe_shows_what_the_program_prints(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    document = (Path(__file__).parents[2] / "docs" / "评分细则-实例.md").read_text("utf-8")
    monkeypatch.chdir(EXAMPLE)
    main(list(arguments))
    assert f"$ gouji {' '.join(arguments)}\n{capsys.readouterr().out.strip()}\n```" in document
