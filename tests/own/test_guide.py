"""The guide for reviewers: its example does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint.cli import main
from lint.own.read import READERS

GUIDE = Path(__file__).parents[2] / "docs" / "自定规则.md"


def block(kind: str) -> str:
    """The first block of this kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_example_of_the_guide_prints_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gouji.toml").write_text(block("toml"), "utf-8")
    Path("report.txt").write_text(block("text"), "utf-8")
    assert main(["check", "report.txt"]) == 1
    assert capsys.readouterr().out == block("console")


def test_the_guide_tells_every_key() -> None:
    guide = GUIDE.read_text("utf-8")
    assert all(f"[[{key}]]" in guide for key in READERS)
    assert all(
        f"`{key}`" in guide
        for key in ("name", "severity", "message", "why", "whole", "parts", "names", "part", "times", "least", "most", "left", "operator")
    )
    assert all(f"`{key}`" in guide for key in ("right", "value", "in", "year", "years", "allow"))
