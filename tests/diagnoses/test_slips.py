"""What explains a broken check is named right where a slip made it, and hardly ever where chance did."""

from __future__ import annotations

from collections import Counter

import pytest

from lint.diagnosis import KINDS, Kind
from lint.engine import check_document
from lint.report import Result
from lint.settings import Settings
from tests.diagnoses.slips import MAKERS, RICH, planted, unrelated
from tests.support import document_of

EACH = 20
"""Texts of every maker."""


def findings(text: str) -> list[Result]:
    report = check_document(document_of(text), Settings())
    assert report.problems == ()
    return list(report.findings())


def named(text: str, codes: tuple[str, ...], kind: Kind) -> str:
    """The kind where a finding of these rules has it, else what the first is called; silent where there is none."""
    kinds = [result.check.diagnosis.kind if result.check.diagnosis else "none" for result in findings(text) if result.code in codes]
    return kind if kind in kinds else next(iter(kinds), "silent")


def test_every_kind_is_made() -> None:
    assert set(MAKERS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_slip_is_named_by_its_kind(kind: Kind) -> None:
    confusion = Counter((maker, named(text, codes, kind)) for maker, (text, codes) in planted(kind, EACH))
    told = sum(count for (_, name), count in confusion.items() if name != "silent")
    right = sum(count for (_, name), count in confusion.items() if name == kind)
    assert told > EACH, confusion
    assert right >= 0.95 * told, confusion


def test_what_has_nothing_to_do_with_the_figures_is_rarely_explained() -> None:
    kinds = Counter(
        result.check.diagnosis.kind if result.check.diagnosis else "none"
        for maker in RICH
        for text in unrelated(maker, 80)
        for result in findings(text)
    )
    assert kinds.total() > 300
    assert kinds["none"] >= 0.95 * kinds.total(), kinds
