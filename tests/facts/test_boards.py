"""Score tables with headers, and rows without."""

from __future__ import annotations

import pytest

from lint.facts.scores.tree import Tree
from support import facts_of


def trees(text: str) -> tuple[Tree, ...]:
    return facts_of(text).scores


def leaves(tree: Tree) -> list[tuple[str, str, str]]:
    return [(node.name, str(node.full or ""), str(node.awarded or "")) for node in tree.walk() if not node.children]


FORM = (
    "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
    "\t年度资金总额\t100\t100\t95\t10\t95%\t9.5\n"
    "\t其中：财政拨款\t100\t100\t95\t-\t95%\t-\n"
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n"
    "产出指标（50分）\t数量指标\t培训人数\t≥100人\t100人\t20\t20\t\n"
    "\t质量指标\t合格率\t≥95%\t96%\t30\t28\t\n"
    "效益指标（40分）\t社会效益\t知晓率\t≥90%\t91%\t40\t38\t\n"
    "总分\t\t\t\t\t100\t95.5\t\n"
)


def test_a_second_header_sets_the_columns_anew() -> None:
    (tree,) = trees(FORM)
    assert leaves(tree) == [("年度资金总额", "10", "9.5"), ("培训人数", "20", "20"), ("合格率", "30", "28"), ("知晓率", "40", "38")]
    assert [(str(total.full), str(total.awarded)) for total in tree.totals] == [("100", "95.5")]


def test_caps_in_names_are_full_marks() -> None:
    (tree,) = trees(FORM)
    assert [str(group.claimed) for group in tree.groups("full")] == ["50分", "40分"]


def test_a_full_mark_may_stand_behind_every_level() -> None:
    (tree,) = trees(
        "一级指标\t分值\t三级指标\t分值\t得分\n决策\t20\t依据\t5\t5\n\t\t程序\t15\t15\n产出\t80\t数量\t80\t79\n合计\t100\t\t100\t99\n"
    )
    assert [(node.name, str(node.full), len(node.children)) for node in tree.nodes] == [("决策", "20", 2), ("产出", "80", 1)]


def test_numbering_in_the_only_key_column_gives_levels() -> None:
    (tree,) = trees("评价指标\t标准分\t自评得分\n一、投入\t20\t19\n目标\t10\t10\n配置\t10\t9\n二、过程\t80\t78\n合计\t100\t97\n")
    assert [(node.name, len(node.children)) for node in tree.nodes] == [("投入", 2), ("过程", 0)]


def test_a_subtotal_covers_the_rows_since_the_last_one() -> None:
    (tree,) = trees(
        "一级指标\t三级指标\t分值\t得分\n投入\t目标\t20\t18\n投入\t预算\t10\t10\n小计\t\t30\t28\n产出\t数量\t70\t68\n小计\t\t70\t68\n"
    )
    assert [(str(group.claimed), len(group.nodes)) for group in tree.groups("awarded")] == [("28", 2), ("68", 1)]


def test_two_columns_of_scores_are_two_trees() -> None:
    first, second = trees("一级指标\t分值\t自评得分\t复评得分\n投入\t20\t20\t18\n产出\t80\t80\t78\n合计\t100\t100\t96\n")
    assert sorted(str(tree.totals[0].awarded) for tree in (first, second)) == ["100", "96"]


def test_a_list_of_projects_is_no_tree() -> None:
    assert trees("序号\t项目名称\t自评得分\n1\t甲项目\t98\n2\t乙项目\t95\n合计\t\t96.5\n") == ()


def test_parents_and_parts_side_by_side_are_told_apart_by_their_full_marks() -> None:
    (tree,) = trees("指标\t分值\t得分\n投入\t20\t18\n目标\t10\t9\n配置\t10\t9\n产出\t80\t70\n数量\t80\t70\n合计\t100\t88\n")
    assert [(node.name, len(node.children)) for node in tree.nodes] == [("投入", 2), ("产出", 1)]
    assert tree.note is not None


def test_parents_and_parts_whose_full_marks_do_not_tell_are_not_added() -> None:
    (tree,) = trees("指标\t分值\t得分\n投入\t20\t18\n目标\t10\t9\n配置\t15\t9\n产出\t80\t70\n数量\t80\t70\n合计\t100\t88\n")
    group = tree.whole(tree.totals[0], "awarded")
    assert group is not None
    assert group.check().outcome == "undecided"


def test_rows_without_header_end_with_full_mark_and_score() -> None:
    text = "年度资金总额 | 100 | 95 | 10 | 95% | 9.5\n产出 | 人数 | 100 | 人 | 100 | 50 | 50\n效益 | 知晓率 | 有效 | 有效 | 40 | 38 | 未达标\n总分 | 100 | 97.5 | 优"
    (tree,) = trees(text)
    assert not tree.firm
    assert [(full, awarded) for _, full, awarded in leaves(tree)] == [("10", "9.5"), ("50", "50"), ("40", "38")]


def test_flattened_rows_nest_by_the_caps_they_begin_with() -> None:
    (tree,) = trees("过程（15分） 管理（15分） 制度 5 5；比率≤100%，计6分；每超过一个百分点扣1分 6 6；进度 4 3")
    (outer,) = tree.nodes
    (inner,) = outer.children
    assert [(str(child.full), str(child.awarded)) for child in inner.children] == [("5", "5"), ("6", "6"), ("4", "3")]


def test_rows_whose_columns_nothing_confirms_accuse_nobody() -> None:
    (tree,) = trees("指标 | 分值 | 得分 | 备注\n人数 | 5 | 人 | 30 | 30\n比率 | 9 | % | 30 | 20\n总分 | 100 | 90 | 优")
    group = tree.whole(tree.totals[0], "awarded")
    assert group is not None
    assert group.check().outcome == "undecided"


def test_a_table_may_lie_on_its_side() -> None:
    (tree,) = trees("一级指标\t决策\t过程\t产出\t合计\n分值\t20\t30\t50\t100\n得分\t18\t27\t45\t90\n得分率\t90%\t90%\t90%\t90%\n")
    assert leaves(tree) == [("决策", "20", "18"), ("过程", "30", "27"), ("产出", "50", "45")]
    assert str(tree.totals[0].awarded) == "90"


def test_a_total_said_above_a_table_without_one_is_its_total() -> None:
    (tree,) = trees("自评总得分：98分。\n\n一级指标\t三级指标\t分值\t得分\n产出\t人数\t60\t60\n效益\t知晓率\t40\t38\n")
    assert [str(total.awarded) for total in tree.totals] == ["98分"]


RAGGED = (
    "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 原因\n"
    "产出指标（50分） | 数量指标 | 修渠里程 | ≥12公里 | 12公里 | 30 | 30 | \n"
    "质量指标 | 合格率 | 100% | 100% | 20 | 18 | 返工\n"
    "满意度指标（50分） | 群众满意度 | ≥90% | 92% | 50 | 50 | \n"
    "总分 | 100 | 98\n"
)


def test_rows_shorter_than_their_header_are_put_under_it() -> None:
    (tree,) = trees(RAGGED)
    assert tree.firm
    assert not tree.level
    assert [(node.name, str(node.full), len(node.children)) for node in tree.nodes] == [("产出指标", "50分", 2), ("满意度指标", "50分", 1)]
    assert [(str(total.full), str(total.awarded)) for total in tree.totals] == [("100", "98")]


def test_a_row_that_fits_in_two_ways_leaves_the_table_without_header() -> None:
    (tree,) = trees("一级指标 | 二级指标 | 分值 | 得分 | 得分率\n产出 | 60 | 50 | 83\n效益 | 服务 | 40 | 40 | 100\n总分 | 100 | 90\n")
    assert tree.source == "rows"


def test_a_line_of_words_above_a_table_is_its_header() -> None:
    (tree,) = trees("一级指标 三级指标 分值 评分标准 得分\n投入 目标合理性 20 合理得20分 18\n产出 完成率 80 按比例 78\n合计 100 96")
    assert tree.source == "table"
    assert leaves(tree) == [("目标合理性", "20", "18"), ("完成率", "80", "78")]


def test_sums_of_inferred_levels_accuse_only_where_the_outermost_level_is_settled() -> None:
    unsettled = RAGGED.replace("产出指标（50分）", "产出指标（60分）")
    for text, outcomes in ((RAGGED, ["holds", "holds"]), (unsettled, ["undecided", "holds"])):
        (tree,) = trees(text)
        assert [group.check().outcome for group in tree.groups("full")] == outcomes


def test_amounts_are_no_scores() -> None:
    assert trees("绩效自评得分95分。\n\n项目 | 预算数 | 决算数 | 备注\n培训 | 80 | 95\n采购 | 20 | 30\n合计 | 100 | 125\n")[0].nodes == ()


def test_a_whole_form_in_one_line_is_read_row_by_row() -> None:
    text = "自评表 预算执行情况（10分） 预算数 执行数 执行率 得分 50.00 45.00 90% 9 产出指标（60分） 场次 ≥5场 5场 30 30 人数 ≥9人 9人 30 28 满意度指标（30分） 满意度 ≥90% 91% 30 30 总分 100 97"
    (tree,) = trees(text)
    assert [(node.name, str(node.full), len(node.children)) for node in tree.nodes] == [
        ("预算执行情况", "10分", 0),
        ("产出指标", "60分", 2),
        ("满意度指标", "30分", 1),
    ]
    group = tree.whole(tree.totals[0], "awarded")
    assert group is not None
    assert group.check().outcome == "holds"


def test_full_marks_tell_the_levels_of_flattened_rows() -> None:
    text = "评分表（分值、得分）\n决策10分 依据 10 10\n绩效90分 产出60分 里程30分 12公里 30；质量30分 合格 29\n效益30分 受益 28"
    (tree,) = trees(text)
    assert tree.note is not None
    assert [(node.name, len(node.children)) for node in tree.nodes] == [("决策", 1), ("绩效", 2)]


def test_one_cell_a_line_is_read_like_one_line() -> None:
    text = "自评表\n分值\n执行率\n得分\n10\n100%\n10\n产出指标\n人数\n≥90人\n95人\n60\n60\n满意度指标\n≥90%\n92%\n30\n28\n总分\n100\n98"
    (tree,) = trees(text)
    assert [(full, awarded) for _, full, awarded in leaves(tree)] == [("10", "10"), ("60", "60"), ("30", "28")]


def test_the_score_in_the_head_of_a_form_is_its_total() -> None:
    (tree,) = trees("项目自评表 项目名称：修路 自评得分：97 评价等级：优\n\n一级指标 | 分值 | 得分\n产出 | 60 | 60\n效益 | 40 | 36\n")
    assert [str(total.awarded) for total in tree.totals] == ["97"]


def test_a_money_block_does_not_join_a_table_that_is_whole() -> None:
    _, second = trees("资金来源\t预算数\t权重\t得分\n总额\t240\t10\t9\n\n指标\t分值\t得分\n执行\t10\t9\n产出\t90\t88\n合计\t100\t97\n")
    assert len(second.nodes) == 2
    assert second.totals[0].awarded is not None


def loose(*, fund: tuple[str, str] = ("10", "9.5"), row: tuple[str, str] = ("60", "58"), score: str = "96.5") -> str:
    """A form flattened into lines: the money block stands apart from the indicators that its score is added to."""
    return (
        f"年度资金总额 300 280 266 {fund[0]} 95% {fund[1]}\n其中：财政拨款 300 280 266 － 95% －\n年度总体目标：新建水窖40口。\n"
        f"一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 新建水窖 40口 40口 {row[0]} {row[1]}\n"
        f"效益指标 社会效益指标 饮水条件 改善 改善 30 29\n总分 100 {score}\n"
    )


@pytest.mark.parametrize(
    ("text", "full", "awarded"),
    [
        (loose(), "100", "193/2"),
        (loose(row=("60", "85")), "100", "247/2"),
        (loose(row=("90", "58")), "130", "193/2"),
        (loose(fund=("7", "9.5")), "97", "193/2"),
        (loose(fund=("10", "5.9")), "100", "929/10"),
        (loose(score="96"), "100", "193/2"),
    ],
)
def test_the_row_of_the_money_counts_whatever_figures_it_and_the_others_have(text: str, full: str, awarded: str) -> None:
    tree = next(tree for tree in trees(text) if tree.totals)
    sides = [tree.whole(tree.totals[0], side) for side in ("full", "awarded")]
    assert [str(made.formula().point()) for made in sides if made is not None] == [full, awarded]


@pytest.mark.parametrize("row", [("70", "67.5"), ("70", "76.5"), ("7", "67.5")])
def test_the_row_of_the_money_does_not_count_where_a_column_is_complete_without_it(row: tuple[str, str]) -> None:
    tree = next(tree for tree in trees(loose(row=row)) if tree.totals)
    assert "年度资金总额" not in [node.name for node in tree.nodes]


def test_scores_that_add_up_tell_that_one_full_mark_is_far_too_high() -> None:
    (tree,) = trees("指标\t分值\t得分\n决策\t20\t18\n产出\t500\t48\n效益\t30\t27\n合计\t100\t93\n")
    made = tree.whole(tree.totals[0], "full")
    assert made is not None
    assert made.check().outcome == "broken"


def test_scores_that_add_up_leave_no_levels_to_infer() -> None:
    (tree,) = trees("指标\t分值\t得分\n决策\t20\t18\n过程\t20\t17\n产出\t50\t28\n效益\t30\t25\n合计\t100\t88\n")
    assert [node.name for node in tree.nodes] == ["决策", "过程", "产出", "效益"]
