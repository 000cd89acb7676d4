"""What each figure of running text says."""

from __future__ import annotations

from lint.facts.prose.mention import Mention
from tests.support import facts_of


def said(text: str) -> list[tuple[str, str]]:
    """Role and printed figure of every mention."""
    return [(mention.role, str(mention.figure)) for mention in facts_of(text).mentions]


def mention(text: str, printed: str) -> Mention:
    return next(found for found in facts_of(text).mentions if str(found.figure) == printed)


def test_a_level_its_prior_its_difference_and_its_rate() -> None:
    text = "公务接待费支出30万元，比上年累计支出32万元减少2万元，下降6.25%。"
    assert said(text) == [("level", "30万元"), ("prior", "32万元"), ("delta", "2万元"), ("growth", "6.25%")]
    assert mention(text, "2万元").sign == -1
    assert mention(text, "6.25%").of is not None
    assert str(mention(text, "6.25%").of.figure) == "30万元"  # type: ignore[union-attr]  # asserted above


def test_a_share_a_completion_rate_and_points() -> None:
    text = "项目支出60万元，占总支出的40%，完成年初预算的95%，比重比上年提高1.5个百分点。"
    assert [role for role, _ in said(text)] == ["level", "share", "rate", "points"]
    assert mention(text, "40%").base == "总支出"
    assert mention(text, "95%").base == "年初预算"


def test_the_divisor_may_stand_inside_the_phrase() -> None:
    text = "支出17.06万元，完成预算27万元的63.2%。"
    assert [role for role, _ in said(text)] == ["level", "divisor", "rate"]


def test_two_comparisons_keep_their_bases_apart() -> None:
    text = "决算数35.5万元，比上年预算数下降35.45%，比上年决算数下降34.26%。"
    assert [found.base for found in facts_of(text).mentions if found.role == "growth"] == ["上年预算数", "上年决算数"]


def test_a_new_level_is_no_difference() -> None:
    assert said("补助标准由100元提高到150元。")[-1] == ("level", "150元")


def test_a_name_that_says_nothing_takes_the_topic() -> None:
    text = "“三公”经费年初预算为22万元，支出决算为8.77万元。"
    found = mention(text, "8.77万元")
    assert found.key == mention(text, "22万元").key
    assert (mention(text, "22万元").side, found.side) == ("plan", "actual")


def test_items_inherit_the_side_of_their_list() -> None:
    assert mention("“三公”经费预算为20万元，其中：公务接待费5万元、因公出国（境）费15万元。", "5万元").side == "plan"


def test_names_and_values_are_paired_in_order() -> None:
    text = "中央单位、地方单位的采购规模分别为20亿元和80亿元，占全国采购规模的20%和80%。"
    found = facts_of(text).mentions
    assert [item.name for item in found[:2]] == ["中央单位采购规模", "地方单位采购规模"]
    assert [str(item.of.figure) for item in found[2:] if item.of] == ["20亿元", "80亿元"]


def test_a_letter_of_the_list_gives_the_topic_of_its_item() -> None:
    text = "其中：1.行政运行（项）。年初预算为10万元，支出决算为9万元。2.机关服务（项）。年初预算为8万元，支出决算为8万元。"
    keys = [item.key for item in facts_of(text).mentions]
    assert keys[0] == keys[1] != keys[2] == keys[3]
