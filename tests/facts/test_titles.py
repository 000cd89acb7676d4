"""Score trees in running text: titles, sentences that list parts, claimed totals."""

from __future__ import annotations

import pytest

from lint.facts.scores.nodes import Node
from lint.facts.scores.tree import Tree
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


def test_what_stands_in_an_indicators_bracket_is_not_the_total() -> None:
    found = tree("我局成立自评小组，执行（满分10分，得10）、产出（满分90分，自评得分86分），自评总分96分。")
    assert totals(found) == [("96分", "")]
    assert [shape(node) for node in found.nodes] == [("执行", "10分", "10"), ("产出", "90分", "86分")]


def test_indicators_named_after_among_them_may_not_be_all() -> None:
    found = tree(
        "（一）预算（满分20分，自评得18分）。其中差异率指标满分4分，自评得2分；合理性指标满分5分，自评得5分。\n（二）效益（满分80分，自评得80分）。"
    )
    assert [group.check().outcome for group in found.groups("awarded")] == ["undecided"]


def test_points_added_up_below_the_titles_are_the_total_if_no_indicator_reaches_them() -> None:
    found = tree("1.投入（满分40分，得38分）。\n2.产出（满分60分，得55分）。\n合计自评得分93分。")
    group = found.whole(found.totals[0], "awarded")
    assert group is not None
    assert group.check().outcome == "holds"


def test_a_subtotal_in_the_same_words_accuses_nobody() -> None:
    found = tree("1.投入（满分40分，得38分）。\n合计自评得分20分。\n2.产出（满分60分，得55分）。")
    group = found.whole(found.totals[0], "awarded")
    assert group is not None
    assert group.check().outcome == "undecided"


def test_the_score_may_follow_the_criteria_of_its_title() -> None:
    found = tree("1.执行率（10分）。执行率100%得10分，每低1%扣0.5分。实际执行率95%，扣2.5分，得7.5分。\n2.产出（90分），得90分。")
    assert [shape(node) for node in found.nodes] == [("执行率", "10分", "7.5分"), ("产出", "90分", "90分")]


def test_a_sentence_that_repeats_the_titles_name_gives_its_score() -> None:
    found = tree(
        "（一）部门决策（满分20分）\n部门决策指标自评得分19分，得分率95%。\n（二）部门绩效（满分80分）\n部门绩效指标自评得分78分。"
    )
    assert [shape(node) for node in found.nodes] == [("部门决策", "20分", "19分"), ("部门绩效", "80分", "78分")]


def test_the_division_of_the_points_is_no_score() -> None:
    found = tree("评价标准：投入40分、产出60分，总分100分。\n1.投入（40分），得38分。\n2.产出（60分），得55分。\n综合得分93分。")
    assert totals(found) == [("93分", "")]


def test_parts_in_the_next_sentence_belong_to_the_total_if_their_full_marks_make_up_the_whole() -> None:
    text = "综合评价得分{}分。产出指标满分60分，自评得分56分；效益指标满分{}分，自评得分38分。"
    assert len(tree(text.format(94, 40)).nodes) == 2
    assert all(not found.nodes for found in facts_of(text.format(94, 30)).scores if found.source == "sentence")


def test_projects_below_a_departments_total_are_not_added() -> None:
    text = "一、自评结论\n我局自评得分96分。\n（一）甲项目。项目自评得分98分。\n（二）乙项目。项目自评得分95分。"
    assert [
        group.check().outcome for found in facts_of(text).scores for total in found.totals if (group := found.whole(total, "awarded"))
    ] == ["undecided"]


def test_points_taken_off_are_read_unless_they_are_conditional() -> None:
    found = tree("1.投入（满分40分，扣2分，得38分）。\n2.产出（满分60分），每少一项扣5分，得60分。")
    assert [[str(figure) for figure in node.off] for node in found.nodes] == [["2分"], []]


def test_a_score_told_in_passing_in_another_chapter_is_no_indicator() -> None:
    text = (
        "二、收支情况\n（一）指标计算。结转结余率＝2÷（5＋95）×100%＝2%，得5分。\n"
        "四、自评得分\n综合得分95分。\n1.投入（满分40分，得38分）。\n2.产出（满分60分，得57分）。\n"
    )
    (tree,) = [tree for tree in facts_of(text).scores if tree.source == "titles"]
    assert [node.name for node in tree.nodes] == ["投入", "产出"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.“三公”经费控制率（满分5分，得分4分）。\n2.预算执行（满分5分，得分5分）。", "“三公”经费控制率"),
        ("1.“预算执行率”（满分5分，得分4分）。\n2.预算执行（满分5分，得分5分）。", "预算执行率"),
    ],
)
def test_a_name_keeps_its_own_quotes_and_loses_those_around_it(text: str, name: str) -> None:
    assert facts_of(text).scores[0].nodes[0].name == name
