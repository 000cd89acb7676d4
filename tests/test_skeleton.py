"""The skeleton of a rule: a file that runs at once, and refuses what would collide."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import skeleton


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules" / "RAT").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_skeleton_is_a_preview_rule_with_a_page_and_examples_of_both_kinds(checkout: Path) -> None:
    assert skeleton.main(["RAT990", "sold-share"]) == 0
    text = (checkout / "rules/RAT/RAT990_sold_share.py").read_text("utf-8")
    compile(text, "RAT990_sold_share.py", "exec")
    assert text.startswith('"""RAT990 ')
    assert 'name="sold-share"' in text and 'status="preview"' in text
    assert text.count("Bad(") == text.count("Good(") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "CODE="),
        (["RAT990"], "NAME="),
        (["rat990", "sold-share"], "CODE="),
        (["RAT001", "sold-share"], "RAT001"),
        (["RAT990", "share"], "RAT001"),
        (["ZZZ001", "sold-share"], "no family yet"),
    ],
)
def test_what_cannot_be_a_new_rule_is_refused(arguments: list[str], told: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert skeleton.main(arguments) == 2
    assert told in capsys.readouterr().err
    assert not list(checkout.glob("rules/*/*.py"))
