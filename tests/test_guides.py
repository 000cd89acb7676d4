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
