"""The guides in docs/: the settings they show are accepted, the commands they show exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint.cli import main, parse

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = [
    pytest.param(line.removeprefix("$ gouji ").partition("#")[0], id=line)
    for guide in sorted(DOCS.glob("*.md"))
    for block in re.findall(r"```console\n(.*?)```", guide.read_text("utf-8"), re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ gouji ")
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_a_guide_is_understood(command: str) -> None:
    assert parse(command.split()).command in command


def test_the_settings_of_the_guide_are_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extended, *blocks = re.findall(r"```toml\n(.*?)```", (DOCS / "设置.md").read_text("utf-8"), re.DOTALL)
    folder = tmp_path / "2023"
    folder.mkdir()
    (tmp_path / "gouji.toml").write_text("\n".join(blocks), "utf-8")
    (folder / "gouji.toml").write_text(extended, "utf-8")
    monkeypatch.chdir(folder)
    assert main(["config"]) == 0
    assert "TPL006" in capsys.readouterr().out


def test_the_guide_on_blame_shows_what_is_really_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (DOCS / "疑错.md").read_text("utf-8")
    (content,) = re.findall(r"```text\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "报告.txt").write_text(content, "utf-8")
    main(["check", "--isolated", str(tmp_path / "报告.txt")])
    said = [line.strip() for line in capsys.readouterr().out.splitlines()]
    shown = [line for block in re.findall(r"```output\n(.*?)```", guide, re.DOTALL) for line in block.splitlines()]
    assert len(shown) == 5
    assert not [line for line in shown if line not in said]
