"""Reports of the corpus with edits at random places: the comparison says exactly what was done."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from lint.compare import compared
from lint.compare.record import Comparison
from lint.engine import check_document
from lint.settings import Settings
from tests.compare.edits import Edited, Plan, edited
from tests.corpus.reports import Case, cases
from tests.support import document_of

TEXTS = [
    case
    for case in cases()
    if case.suffix == "txt" and case.verdict.drawer == "fire" and not case.verdict.files and b"\r" not in case.path.read_bytes()
]
"""Reports of one paragraph a line."""
EACH = pytest.mark.parametrize("case", TEXTS, ids=[case.name for case in TEXTS])


def text_of(case: Case) -> str:
    return case.path.read_text("utf-8")


def made(edits: Edited) -> Comparison:
    old, new = (check_document(document_of(text), Settings()) for text in (edits.old, edits.new))
    return compared(old, new)


def told(found: Comparison) -> tuple[dict[int, int | None], set[int], set[int]]:
    """For every listed figure of the new draft that of the old one, by their starts; those that changed; those of the old one that are gone."""
    listed = [pair for pair in found.pairs if pair.is_listed]
    pairs = {pair.new.span.start: pair.old.span.start if pair.old else None for pair in listed if pair.new}
    changed = {pair.new.span.start for pair in listed if pair.new and pair.state == "changed"}
    return pairs, changed, {pair.old.span.start for pair in listed if pair.old and pair.new is None}


@EACH
def test_changed_moved_added_and_removed_figures_are_told_exactly(case: Case) -> None:
    edits = edited(text_of(case), Random(case.name), Plan(changes=8, inserts=3, deletions=2, moves=3))
    pairs, changed, removed = told(made(edits))
    assert {start: pairs.get(start) for start in edits.truth} == edits.truth
    assert (changed, removed) == (edits.changed, edits.removed)


@EACH
def test_every_finding_of_either_draft_is_told_once_and_none_is_fixed_by_what_did_not_touch_it(case: Case) -> None:
    found = made(edited(text_of(case), Random(case.name), Plan(inserts=2, moves=3)))
    assert found.old is not None
    assert found.new is not None
    olds = Counter(id(fate.old) for fate in found.fates if fate.old is not None and fate.old.is_finding)
    news = Counter(id(fate.new) for fate in found.fates if fate.new is not None and fate.new.is_finding)
    assert olds == Counter(map(id, found.old.findings()))
    assert news == Counter(map(id, found.new.findings()))
    assert not [
        fate.result.message.text()
        for fate in found.fates
        if fate.lot == "fixed" and not fate.moves and fate.result.code[:3] not in ("LST", "DOC")
    ]


def test_reworded_reports_keep_nearly_all_figures() -> None:
    right = said = wanted = 0
    for case in TEXTS:
        edits = edited(text_of(case), Random(case.name), Plan(changes=8, inserts=2, deletions=2, moves=2, words=15, rows=3))
        pairs, changed, _ = told(made(edits))
        hits = {start for start in changed & edits.changed if pairs[start] == edits.truth[start]}
        right, said, wanted = right + len(hits), said + len(changed), wanted + len(edits.changed)
    assert right >= 0.98 * said
    assert right >= 0.98 * wanted


def test_a_slip_put_right_is_fixed_and_told_with_its_figure() -> None:
    """Every planted contradiction whose claimed figure is replaced by what follows from the others."""
    missed = []
    count = 0
    for case in TEXTS:
        text = text_of(case)
        old = check_document(document_of(text), case.verdict.settings)
        for result in list(old.findings())[:4]:
            check = result.check
            if check.relation is None or check.relation.operator != "=":
                continue
            claimed = check.relation.claimed
            printed, span = claimed.number.printed, claimed.span
            value = check.derived.removesuffix(claimed.suffix)
            quote = text[span.start : span.end]
            if printed in quote and value.replace(".", "").isdigit():
                new = text[: span.start] + quote.replace(printed, value, 1) + text[span.end :]
                found = compared(old, check_document(document_of(new), case.verdict.settings))
                (move,) = found.moves()
                count += 1
                if not any(fate.old is result and fate.why == "agrees" for fate in move.fixed):
                    missed.append(f"{case.name}: {result.message.text()}")
    assert count > 40
    assert not missed
