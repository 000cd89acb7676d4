"""What became of a finding: fixed only where that is shown, and told why."""

from __future__ import annotations

from dataclasses import replace

from lint.compare import compared
from lint.document import Document, Notice
from lint.engine import check_document
from lint.settings import Settings
from tests.compare.conftest import Drafts, fates
from tests.support import document_of

TITLE = "青禾县水利局2023年度部门整体支出绩效自评报告\n\n"
SUM = "2023年部门支出合计500万元，其中：基本支出300万元，项目支出210万元。\n"
OTHER = "2023年部门收入合计80万元，其中：财政拨款收入50万元，其他收入33万元。\n"
RIGHT = SUM.replace("210", "200")
TEXT = TITLE + SUM + OTHER


def test_drafts_that_say_the_same_keep_their_findings(drafts: Drafts) -> None:
    assert fates(drafts(TEXT, TEXT)) == [("remains", "same", "SUM001"), ("remains", "same", "SUM001")]


def test_a_sum_put_right_is_fixed_and_its_figure_says_so(drafts: Drafts) -> None:
    found = drafts(TEXT, TITLE + RIGHT + OTHER)
    assert fates(found) == [("fixed", "agrees", "SUM001"), ("remains", "same", "SUM001")]
    (move,) = found.moves()
    assert (str(move.pair.old), str(move.pair.new), [fate.result.code for fate in move.fixed]) == ("210万元", "200万元", ["SUM001"])


def test_a_sum_that_was_changed_and_still_fails_remains(drafts: Drafts) -> None:
    found = drafts(TEXT, TITLE + SUM.replace("210", "205") + OTHER)
    assert fates(found) == [("remains", "changed", "SUM001"), ("remains", "same", "SUM001")]
    assert [str(pair.new) for pair in found.fates[0].moves] == ["205万元"]


def test_a_finding_that_moved_remains(drafts: Drafts) -> None:
    assert fates(drafts(TEXT, TITLE + OTHER + "本年工作按计划完成。\n" + SUM)) == [("remains", "same", "SUM001")] * 2


def test_a_figure_that_breaks_a_sum_is_told_with_the_finding(drafts: Drafts) -> None:
    found = drafts(TITLE + RIGHT, TITLE + RIGHT.replace("300", "310"))
    assert fates(found) == [("new", "changed", "SUM001")]
    (move,) = found.moves()
    assert [fate.result.check.derived for fate in move.broke] == ["510万元"]


def test_a_finding_in_what_was_added_is_told_as_such(drafts: Drafts) -> None:
    assert fates(drafts(TITLE + RIGHT, TITLE + RIGHT + OTHER)) == [("new", "added", "SUM001")]


def test_a_sentence_taken_out_takes_its_finding_along_as_removed(drafts: Drafts) -> None:
    assert fates(drafts(TEXT, TITLE + OTHER)) == [("fixed", "removed", "SUM001"), ("remains", "same", "SUM001")]


def test_a_finding_that_can_no_longer_be_decided_is_not_fixed(drafts: Drafts) -> None:
    assert fates(drafts(TITLE + SUM, TITLE + SUM.replace("210万元", "约210万元"))) == [("lost", "undecided", "SUM001")]


def test_a_relation_that_is_no_longer_found_is_not_fixed(drafts: Drafts) -> None:
    new = "2023年部门支出合计500万元。基本支出300万元另见附表。项目支出210万元由县财政安排。\n"
    assert [(lot, code) for lot, _, code in fates(drafts(TITLE + SUM, TITLE + new))] == [("lost", "SUM001")]


def test_what_a_silent_rule_says_no_more_is_computed_again(drafts: Drafts) -> None:
    """A rule that tells of contradictions alone has nothing to say of two figures that agree."""
    old = TITLE + "全年公用经费支出12.60万元，完成预算21.00元的60.00%。\n"
    new = old.replace("21.00元", "21.00万元")
    found = drafts(old, new)
    assert {fate.lot for fate in found.fates} <= {"fixed"}
    assert [(str(move.pair.old), str(move.pair.new)) for move in found.moves()] == [("21.00元", "21.00万元")]


def test_a_heading_numbered_right_is_fixed(drafts: Drafts) -> None:
    old = TITLE + "一、基本情况\n我局编制35人。\n二、收支情况\n收支平衡。\n四、自评结论\n自评得分为92分。\n"
    assert [(lot, why) for lot, why, code in fates(drafts(old, old.replace("四、", "三、"))) if code == "LST002"] == [("fixed", "altered")]


def test_nothing_is_fixed_by_a_draft_that_cannot_be_read() -> None:
    old = check_document(document_of(TEXT), Settings())
    new = check_document(Document.unread("新.pdf", "pdf", Notice("broken")), Settings())
    found = compared(old, new)
    assert [fate for fate in fates(found) if fate[0] != "new"] == [("lost", "unread", "SUM001")] * 2


def test_what_is_not_found_in_a_draft_with_unread_pages_is_not_fixed() -> None:
    old = check_document(document_of(TEXT), Settings())
    partly = replace(document_of(TITLE + OTHER), notices=(Notice("no-text", pages=(2, 3)),))
    found = compared(old, check_document(partly, Settings()))
    assert fates(found)[0] == ("lost", "unread", "SUM001")


def test_findings_have_no_past_where_the_old_draft_cannot_be_read() -> None:
    old = check_document(Document.unread("旧.pdf", "pdf", Notice("broken")), Settings())
    found = compared(old, check_document(document_of(TEXT), Settings()))
    assert [fate for fate in fates(found) if fate[0] == "new"] == [("new", "unread", "SUM001")] * 2


def test_one_of_two_equal_sentences_that_was_fixed_is_the_one_told(drafts: Drafts) -> None:
    old = TITLE + "一、甲项目\n" + SUM + "二、乙项目\n" + SUM
    found = drafts(old, TITLE + "一、甲项目\n" + RIGHT + "二、乙项目\n" + SUM)
    assert [
        (fate.lot, fate.old.check.span.start if fate.old and fate.old.check.span else 0)
        for fate in found.fates
        if fate.result.code == "SUM001"
    ] == [
        ("fixed", old.index("500")),
        ("remains", old.rindex("500")),
    ]
