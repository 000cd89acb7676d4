"""What should add up to what: gaps, bonus items, ceilings, scores in two places, misplaced columns."""

from __future__ import annotations

from lint.check import Check
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
