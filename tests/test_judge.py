"""What becomes of checks whose numbers were recognised in pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from lint.document import Document, Recognised
from lint.engine import check_document
from lint.place import Span
from lint.report import Result
from lint.settings import Settings
from tests.support import document_of

TEXT = "支出合计186.29万元，其中基本支出84.12万元、项目支出104.17万元。人员经费合计30.25万元，其中工资20.14万元、补贴10.11万元。"


def recognised(scores: Mapping[str, float]) -> Document:
    """The text as recognised in a picture: every character certain but those of the given pieces."""
    certain = [0.99] * len(TEXT)
    for piece, score in scores.items():
        certain[TEXT.index(piece)] = score
    return replace(document_of(TEXT), recognised=(Recognised(Span(0, len(TEXT)), tuple(certain)),))


def sums(document: Document) -> list[Result]:
    return [result for result in check_document(document, Settings()).results if result.code == "SUM001"]


def test_text_of_the_file_is_as_certain_as_before() -> None:
    assert [(result.outcome, result.confidence) for result in sums(document_of(TEXT))] == [("broken", "high"), ("holds", "high")]


@pytest.mark.parametrize(("scores", "confidence"), [({}, "medium"), ({"4.12": 0.85}, "low"), ({"本支出": 0.3}, "medium")])
def test_a_finding_is_as_certain_as_the_least_certain_sign_of_its_numbers(scores: dict[str, float], confidence: str) -> None:
    broken, _ = sums(recognised(scores))
    assert (broken.outcome, broken.confidence) == ("broken", confidence)
    assert broken.check.note is not None
    assert broken.check.note.text() == "支出合计由这几项构成；数字由扫描件识别得到，请对照原件"


def test_a_doubtful_number_accuses_nobody_and_one_that_agrees_was_read_rightly() -> None:
    broken, holds = sums(recognised({"6.29": 0.6, "0.25": 0.6}))
    assert (broken.outcome, broken.message.text()) == ("undecided", "无法核对：数字由扫描件识别得到，识别把握不足，请对照原件")
    assert holds.outcome == "holds"


def test_a_doubtful_sign_beside_a_number_may_have_cut_it_short() -> None:
    text = "支出合计1%0.5万元，其中基本支出6万元。"
    document = replace(document_of(text), recognised=(Recognised(Span(0, len(text)), tuple(0.5 if char == "%" else 1.0 for char in text)),))
    assert document.certainty(Span(6, 11)) == 0.5
    assert document.certainty(Span(0, 2)) == pytest.approx(1, abs=0.05)
    assert document_of(text).certainty(Span(6, 11)) is None
