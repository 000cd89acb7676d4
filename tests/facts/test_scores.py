"""What should add up to what: gaps, bonus items, ceilings, scores in two places, misplaced columns."""

from __future__ import annotations

import pytest

from lint.check import Check
from lint.engine import check_source
from lint.readers import Source
from lint.settings import Settings
from support import facts_of


def total_check(text: str) -> Check:
    tree = facts_of(text).scores[0]
    group = tree.whole(tree.totals[0], "awarded")
    assert group is not None
    return group.check()


def test_a_total_without_the_bonus_is_accepted_and_says_so() -> None:
    check = total_check("综合得分96分。\n1.投入（40分），得38分。\n2.产出（60分），得58分。\n3.加分项（5分），得2分。")
    assert check.outcome == "holds"
    assert check.diagnosis is not None


def test_a_missing_part_leaves_a_short_sum_undecided_and_names_it() -> None:
    check = total_check("综合得分96分。\n1.投入（40分），得38分。\n2.过程（20分）。\n3.产出（40分），得38分。")
    assert check.outcome == "undecided"
    assert check.reason is not None
    assert "过程" in check.reason.text()


def test_a_sum_beyond_the_total_is_broken_even_with_a_part_missing() -> None:
    check = total_check("综合得分70分。\n1.投入（40分），得38分。\n2.过程（20分）。\n3.产出（40分），得38分。")
    assert check.outcome == "broken"


def test_a_first_level_that_does_not_reach_the_whole_is_not_held_complete() -> None:
    check = total_check("综合得分96分。\n1.产出（50分），得48分。\n2.效益（40分），得38分。")
    assert check.outcome == "undecided"


def test_scores_are_exact_even_without_their_unit() -> None:
    check = total_check("指标\t分值\t得分\n决策\t20\t18\n产出\t80\t78\n合计\t100\t97\n")
    assert (check.outcome, check.claimed, check.derived) == ("broken", "97", "96")


def test_the_ceiling_is_what_the_first_level_can_reach_without_bonus() -> None:
    tree = facts_of("综合得分103分。\n1.投入（40分），得40分。\n2.产出（60分），得60分。\n3.加分项（5分），得3分。").scores[0]
    ceiling = tree.ceiling(tree.totals[0])
    assert ceiling.formula.point() == 100
    assert ceiling.extras == "加分项（满分5分）"


def test_another_split_is_compared_by_its_full_marks_alone() -> None:
    text = (
        "综合得分98分。\n1.投入（40分），得38分。\n2.产出（60分），得60分。\n\n指标\t分值\t得分\n投入\t30\t28\n产出\t60\t60\n合计\t90\t88\n"
    )
    twins = [(twin.name, str(twin.prose), str(twin.table)) for twin in facts_of(text).twins]
    assert twins == [("总分", "98分", "88"), ("投入", "40分", "30"), ("产出", "60分", "60"), ("产出", "60分", "60")]


def test_targets_that_add_to_one_hundred_are_full_marks() -> None:
    (found,) = facts_of("三级指标\t指标值\t完成值\n里程\t30\t30\n合格\t30\t30\n完工\t20\t18\n满意\t20\t20\n").misplaced
    assert [str(figure) for figure in found.targets] == ["30", "30", "20", "20"]


def test_targets_with_scores_beside_them_are_targets() -> None:
    text = "三级指标\t指标值\t完成值\t分值\t得分\n里程\t30\t30\t40\t40\n合格\t30\t30\t20\t20\n完工\t20\t18\t20\t18\n满意\t20\t20\t20\t20\n"
    assert facts_of(text).misplaced == ()


def test_a_total_at_its_ceiling_that_bonus_items_would_exceed_is_left_undecided() -> None:
    check = total_check("综合得分100分。\n1.投入（40分），得40分。\n2.产出（60分），得58分。\n3.加分项（5分），得5分。")
    assert check.outcome == "undecided"


def test_a_list_without_full_marks_is_complete_only_where_it_nearly_reaches_the_total() -> None:
    assert total_check("总得分100分，其中：产出50分、效益30分、满意度10分。").outcome == "undecided"
    assert total_check("总得分98分，其中：执行10分、产出48分、效益30分、满意度9分。").outcome == "broken"


def test_a_total_in_the_text_is_compared_with_the_table_of_the_same_scope() -> None:
    table = "\n\n{}\n指标\t分值\t得分\n投入\t40\t38\n产出\t60\t57\n合计\t100\t95\n"
    said = "部门整体支出绩效自评得分96分。"
    assert [twin.whole for twin in facts_of(said + table.format("部门整体支出评分表")).twins] == [True]
    assert [twin.whole for twin in facts_of(said + table.format("评分表")).twins] == [False]
    assert facts_of(said + table.format("项目支出绩效自评表")).twins == ()


def test_rows_without_header_accuse_only_where_their_full_marks_add_up() -> None:
    text = "得分情况：\n执行 10 9\n产出 {} 48\n效益 30 28\n满意 10 10\n合计 100 94"
    assert [total_check(text.format(full)).outcome for full in (50, 55)] == ["broken", "undecided"]


def test_an_excess_in_rows_without_header_speaks_against_the_reading() -> None:
    text = "得分情况：\n执行 10 9\n产出 50 58\n效益 30 28\n满意 10 10\n合计 100 95"
    assert total_check(text).outcome == "undecided"


PARTS = "（一）决策（15分）。立项5分，得5分；目标10分，得8分。{}\n（二）过程（85分）。到位50分，得49分；执行35分，得29分。{}"


@pytest.mark.parametrize(
    ("text", "working"),
    [
        (PARTS.format("", ""), "5+8+49+29"),
        (PARTS.replace("立项", "决策依据").replace("执行", "过程控制").format("", ""), "5+8+49+29"),
        (PARTS.format("本项得13分。", "该指标得78分。"), "13+78"),
        ("决策得分13分（权重15分），过程得分78分（权重85分）。\n" + PARTS.format("", ""), "13+78"),
    ],
)
def test_the_score_of_a_part_is_none_of_its_title(text: str, working: str) -> None:
    check = total_check("自评总分91分。\n" + text)
    assert (check.outcome, check.working) == ("holds", working)


def test_parts_that_make_up_a_title_are_summed_and_accused() -> None:
    check = total_check("自评总分92分。\n" + PARTS.format("", ""))
    assert (check.outcome, check.derived) == ("broken", "91分")


def test_titles_below_a_heading_go_before_the_parts_that_its_sentence_names() -> None:
    text = "自评总分91分。\n（一）决策（15分）。立项5分，得5分；目标10分，得8分。\n1.立项（5分），得5分。\n2.目标（10分），得8分。\n（二）过程（85分），得78分。"
    assert total_check(text).outcome == "holds"


@pytest.mark.parametrize("text", ["（四）分值5\n（五）扣分3。\n项目自评5", "总分1\n（四）分值0\n（五）扣分5"])
def test_points_off_alone_are_no_sum(text: str) -> None:
    facts = facts_of(text)
    assert all(tree.whole(total, "awarded") is None for tree in facts.scores for total in tree.totals)


def total_message(text: str) -> str:
    report = check_source(Source("a.txt", text.encode()), Settings(select=("SCO001",)))
    return next(report.findings()).message.text()


def test_a_message_names_what_is_summed_and_prints_a_long_sum_as_a_count() -> None:
    rows = "".join(f"指标{name}\t10\t9\n" for name in "甲乙丙丁戊己庚辛壬癸")
    assert "表中各指标得分合计90（共10项）" in total_message(f"指标\t分值\t得分\n{rows}合计\t100\t95\n")
    assert "表中各指标得分合计93（18+48+27）" in total_message(
        "指标\t分值\t得分\n决策\t20\t18\n产出\t50\t48\n效益\t30\t27\n合计\t100\t94\n"
    )
    assert "各一级指标得分合计91分（5+8+49+29）" in total_message("自评总分92分。\n" + PARTS.format("", ""))


def test_a_score_behind_the_cap_of_a_part_and_its_reasons_is_the_part_s() -> None:
    text = "（一）决策（15分）。立项5分，程序合规，得5分；目标10分，未细化，扣2分，得8分。\n（二）过程（85分），得78分。"
    assert total_check("自评总分91分。\n" + text).outcome == "undecided"


def test_a_total_between_scores_without_full_marks_may_be_their_average() -> None:
    rows = "一小 | 校舍 | 560.00 | 548.20 | 97.8\n二小 | 操场 | 320.00 | 320.00 | 98\n三小 | 食堂 | 210.00 | 162.45 | 92.7\n"
    (tree,) = facts_of(f"学校 | 内容 | 预算 | 支出 | 自评得分\n{rows}合计 | | 1090.00 | 1030.65 | 96.17\n").scores
    group = tree.whole(tree.totals[0], "awarded")
    assert group is not None and group.check().outcome == "undecided"
