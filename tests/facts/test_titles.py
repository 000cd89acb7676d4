"""Score trees in running text: titles, sentences that list parts, claimed totals."""

from __future__ import annotations

from lint.facts.nodes import Node
from lint.facts.tree import Tree
from support import facts_of


def tree(text: str) -> Tree:
    (found,) = facts_of(text).scores
    return found


def shape(node: Node) -> tuple[object, ...]:
    return (node.name, str(node.full or ""), str(node.awarded or ""), *(shape(child) for child in node.children))


def totals(found: Tree) -> list[tuple[str, str]]:
    return [(str(total.awarded or ""), str(total.full or "")) for total in found.totals]


def test_numbering_gives_the_levels() -> None:
    found = tree(
        "1.投入（满分20分，得分18分）。\n（1）目标（满分10分，得分9分）。\n（2）配置（满分10分，得分9分）。\n2.产出（满分80分，得分80分）。"
    )
    assert [shape(node) for node in found.nodes] == [
        ("投入", "20分", "18分", ("目标", "10分", "9分"), ("配置", "10分", "9分")),
        ("产出", "80分", "80分"),
    ]


def test_level_words_give_the_levels_without_numbering() -> None:
    found = tree(
        "一级指标“决策”满分20分，得18分，其中二级指标“立项”满分10分，得9分，二级指标“目标”满分10分，得9分。一级指标“产出”满分80分，得78分。"
    )
    assert [node.name for node in found.nodes] == ["决策", "产出"]
    assert [child.name for child in found.nodes[0].children] == ["立项", "目标"]


def test_a_score_may_lack_its_unit_and_a_cap_its_words() -> None:
    found = tree("1.投入（40分），得38分。\n2.产出（满分60分，自评得分为55）。")
    assert [shape(node) for node in found.nodes] == [("投入", "40分", "38分"), ("产出", "60分", "55")]


def test_the_sentence_below_a_title_gives_its_score() -> None:
    found = tree("1.投入（40分）。\n该指标自评得分38分。\n2.产出（60分）。\n自评得分55分。")
    assert [shape(node) for node in found.nodes] == [("投入", "40分", "38分"), ("产出", "60分", "55分")]


def test_criteria_are_not_scores() -> None:
    found = tree("1.完成率（5分）：完成率≥95%得5分，每低1个百分点扣0.5分，扣完为止。\n2.及时率（5分），得4分。")
    assert [shape(node) for node in found.nodes] == [("完成率", "5分", ""), ("及时率", "5分", "4分")]


def test_a_heading_between_scored_ones_may_be_an_indicator_without_score() -> None:
    found = tree("1.投入（40分），得38分。\n2.过程\n3.产出（60分），得55分。\n4.存在问题")
    assert [node.name for node in found.nodes] == ["投入", "过程", "产出"]


def test_a_deduction_item_has_what_it_takes_off() -> None:
    found = tree("综合得分93分。\n1.投入（40分），得38分。\n2.产出（60分），得57分。\n3.扣分项，扣2分。")
    group = found.whole(found.totals[0], "awarded")
    assert group is not None
    assert [str(node.awarded) for node in group.taken] == ["2分"]
    assert group.check().outcome == "holds"


def test_the_conclusion_claims_the_total() -> None:
    found = tree("（一）自评结论\n根据评分标准，得分为93分。\n（二）指标分析\n1.投入（40分），得38分。\n2.产出（60分），得55分。")
    assert totals(found) == [("93分", "")]


def test_a_total_may_say_its_full_mark() -> None:
    assert totals(tree("本次自评总分100分，自评得分92分。")) == [("92分", "100分")]


def test_averages_other_years_and_bands_are_no_totals() -> None:
    assert facts_of("5个项目平均得分95分。上年综合得分90分。综合得分90分（含）以上为优。").scores == ()


def test_a_sentence_lists_the_parts_of_its_total() -> None:
    found = tree("经评价，总得分88分，其中：投入18分、过程26分、产出44分。")
    assert found.source == "sentence"
    assert [shape(node) for node in found.nodes] == [("投入", "", "18分"), ("过程", "", "26分"), ("产出", "", "44分")]


def test_parts_may_stand_before_their_total() -> None:
    found = tree("决策得分18分（满分20分），产出得分70分（满分80分），总分88分。")
    assert [shape(node) for node in found.nodes] == [("决策", "20分", "18分"), ("产出", "80分", "70分")]


def test_projects_are_no_parts_of_a_total() -> None:
    found = tree("部门整体支出绩效自评得分96分。纳入自评的项目2个，其中：培训项目自评得分98分，采购项目自评得分95分。")
    assert found.nodes == ()


def test_each_project_keeps_its_own_total() -> None:
    text = "一、甲项目自评情况。\n本项目自评得分95分。\n1.产出（50分），得48分。\n2.效益（50分），得47分。\n"
    text += "二、乙项目自评情况。\n本项目自评得分90分。\n1.产出（50分），得45分。\n2.效益（50分），得45分。"
    found = tree(text)
    assert found.totals == ()
    assert [str(node.awarded) for node in found.nodes] == ["95分", "90分"]
