"""One report in several formats: the drafts say the same, and an edit in one format is found in another."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from lint.compare import compared
from lint.engine import check_document, check_files
from lint.settings import Settings
from tests.compare.edits import Plan, edited
from tests.support import document_of

FIRE = Path(__file__).parents[2] / "corpus" / "fire"
FORMATS = [
    pytest.param(folder, suffix, id=f"{folder}.{suffix}")
    for folder in ("guangdong-county-department", "hebei-project-forms")
    for suffix in ("docx", "pdf", "xlsx", "html")
    if (FIRE / folder / f"report.{suffix}").exists()
]


@pytest.mark.parametrize(("folder", "suffix"), FORMATS)
def test_another_format_changes_nothing(folder: str, suffix: str) -> None:
    old, new = check_files([str(FIRE / folder / "report.txt"), str(FIRE / folder / f"report.{suffix}")], Settings())
    found = compared(old, new)
    assert not list(found.moves())
    assert {(fate.lot, fate.why) for fate in found.fates if not fate.result.code.startswith("DOC")} == {("remains", "same")}


@pytest.mark.parametrize(("folder", "suffix"), FORMATS)
def test_edits_are_told_across_formats(folder: str, suffix: str) -> None:
    edits = edited((FIRE / folder / "report.txt").read_text("utf-8"), Random(suffix), Plan(changes=6, inserts=2, moves=2))
    (old,) = check_files([str(FIRE / folder / f"report.{suffix}")], Settings())
    found = compared(old, check_document(document_of(edits.new), Settings()))
    listed = [pair for pair in found.pairs if pair.is_listed]
    assert {pair.new.span.start for pair in listed if pair.new and pair.state == "changed"} == edits.changed
    assert {pair.new.span.start for pair in listed if pair.new and pair.old is None} == {
        at for at, was in edits.truth.items() if was is None
    }
    assert not [pair for pair in listed if pair.new is None]
