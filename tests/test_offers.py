"""What the language server offers to put in the place of figures: taken, it settles the finding that it was offered for."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.cli import parse
from lint.commands.lsp.draft import Draft, Remark, checked
from lint.commands.lsp.lines import Lines
from lint.commands.lsp.offers import Offer
from lint.place import Span

FIRE = Path(__file__).parents[1] / "corpus" / "fire"
REPORTS = ["fujian-three-public", "gansu-slips-in-words", "jilin-project-review", "ningxia-slips-in-tables", "xinjiang-final-accounts"]


def draft_of(text: str) -> Draft:
    return checked("草稿.txt", Lines(text), parse(["lsp", "--isolated"]))


def taken(text: str, offer: Offer) -> str:
    """The text with an offer taken."""
    for span, new in sorted(offer.edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def is_settled(text: str, remark: Remark, offer: Offer) -> bool:
    """Whether the finding is gone from its place once an offer is taken, or is no more than a last digit."""
    moved = sum(len(new) - len(span) for span, new in offer.edits if span.end <= remark.span.start)
    after = draft_of(taken(text, offer)).report.findings()
    same = [result for result in after if result.code == remark.result.code and result.check.span is not None]
    return all(result.severity == "info" or result.check.span.start != remark.span.start + moved for result in same if result.check.span)


@pytest.mark.parametrize("name", REPORTS)
def test_an_offer_that_is_taken_settles_its_finding(name: str) -> None:
    text = (FIRE / name / "report.txt").read_text("utf-8-sig")
    draft = draft_of(text)
    offered = list(draft.offers(Span(0, len(text))))
    assert offered
    for remark, offer in offered[:12]:
        assert is_settled(text, remark, offer), offer.title


def test_a_number_is_put_in_as_the_old_one_is_printed_and_its_sign_stays_in_words() -> None:
    text = "2023年收入1,100.00万元，比上年减少10.00万元；2022年收入1,120.00万元。\n"
    offered = [edit for _, offer in draft_of(text).offers(Span(0, len(text))) for edit in offer.edits]
    assert [(text[span.start : span.end], new) for span, new in offered] == [
        ("1,100.00万元", "1,110.00万元"), ("10.00万元", "20.00万元"), ("1,120.00万元", "1,110.00万元"),
    ]  # fmt: skip
