"""Which figures of running text make up a total, and whether they are all."""

from __future__ import annotations

import pytest

from lint.facts.prose.addition import Sum
from tests.support import facts_of


def sums(text: str) -> list[Sum]:
    return list(facts_of(text).sums)


def shown(text: str) -> list[tuple[str, list[str]]]:
    return [(str(claim.total.figure), [str(part.figure) for part in claim.parts]) for claim in sums(text)]


@pytest.mark.parametrize(
    "text",
    [
        "支出合计35万元，其中：公务接待费30万元，会议费5万元。",
        "支出合计35万元（其中：公务接待费30万元、会议费5万元）。",
        "支出合计35万元。其中，公务接待费30万元，占85.71%；会议费5万元，占14.29%。",
        "支出合计35万元，比上年减少2万元，包括公务接待费30万元、会议费5万元。",
        "支出合计35万元，其中：1.公务接待费30万元，主要是来访增加。2.会议费5万元，主要是年会。",
    ],
)
def test_lists_in_many_forms(text: str) -> None:
    assert ("35万元", ["30万元", "5万元"]) in shown(text)


def test_a_list_that_opens_at_the_end_of_a_paragraph_runs_over_the_next_ones() -> None:
    assert shown("支出合计35万元。其中：\n\n公务接待费30万元。\n\n会议费5万元。\n\n二、其他\n\n培训费8万元。") == [
        ("35万元", ["30万元", "5万元"])
    ]


def test_nested_parts_are_added_at_their_own_level() -> None:
    text = "支出100万元，其中：用车费60万元（其中：购置40万元、运行20万元），接待费40万元。"
    assert shown(text) == [("100万元", ["60万元", "40万元"]), ("60万元", ["40万元", "20万元"])]


def test_an_inner_list_ends_where_the_outer_one_goes_on() -> None:
    text = "合计100万元。其中：1.接待费40万元。2.用车费60万元。其中，购置40万元；运行20万元。"
    assert ("100万元", ["40万元", "60万元"]) in shown(text)
    assert ("60万元", ["40万元", "20万元"]) in shown(text)


def test_differences_are_added_with_their_signs() -> None:
    text = "支出9万元，比上年减少1万元，其中：接待费4万元，比上年减少3万元；会议费5万元，比上年增加2万元。"
    (delta,) = (claim for claim in sums(text) if claim.form == "delta")
    assert delta.signs == (1, -1)
    assert delta.meets


def test_figures_of_two_years_make_two_sums() -> None:
    text = "2016年预算33万元，2015年预算57.55万元。其中：1、接待费2016年预算8万元，2015年预算12.35万元；2、用车费2016年预算25万元，2015年预算45.2万元。"
    assert ("33万元", ["8万元", "25万元"]) in shown(text)
    assert ("57.55万元", ["12.35万元", "45.2万元"]) in shown(text)


def test_interleaved_measures_are_told_apart_by_their_names() -> None:
    text = "企业资产总额210亿元，负债总额135亿元。其中，中央企业资产总额80亿元、负债总额55亿元；地方企业资产总额130亿元、负债总额80亿元。"
    assert ("210亿元", ["80亿元", "130亿元"]) in shown(text)
    assert ("135亿元", ["55亿元", "80亿元"]) in shown(text)


def test_a_running_total_leaves_out_the_parts_of_its_first_term() -> None:
    text = "基金预算收入130.2亿元。其中：土地收入125.6亿元。加上转移性收入33.8亿元，收入合计164亿元。"
    assert ("164亿元", ["130.2亿元", "33.8亿元"]) in shown(text)


def test_a_known_whole_is_found_without_a_word_that_opens_the_list() -> None:
    text = "“三公”经费支出5亿元。公务用车购置费0.1亿元；公务用车运行维护费3.3亿元；公务接待费0.9亿元；因公出国（境）费0.7亿元。"
    assert shown(text)[0][0] == "5亿元"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("基本支出100万元，其中：人员经费80万元，公用经费10万元。", "yes"),
        ("支出100万元，其中：教育支出60万元，占60%；卫生支出40万元，占40%。", "yes"),
        ("支出100万元，其中：教育支出60万元，卫生支出20万元，其他支出10万元。", "yes"),
        ("支出100万元，其中：教育支出60万元，卫生支出20万元。", "unknown"),
        ("支出500万元，其中：教育支出60万元，农业支出1,20万元，卫生支出20万元，其他支出10万元。", "unknown"),
    ],
)
def test_whether_a_list_is_complete(text: str, closed: str) -> None:
    assert sums(text)[0].closed == closed


def test_what_follows_a_balanced_list_is_left_out_and_told() -> None:
    (claim,) = sums("在职62人，其中：行政40人，事业22人，党员28人。")
    assert [str(part.figure) for part in claim.parts] == ["40人", "22人"]
    assert claim.choice is not None


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("全年支出9000万元，年末结转结余30万元。其中：基本支出500万元，项目支出400万元。", "9000万元", ["500万元", "400万元"]),
        ("支出85万元，结余30万元。其中：东岭镇500万元，西岭镇350万元。", "85万元", ["500万元", "350万元"]),
        ("修复渠道18公里，其中干渠12公里、支渠9公里；新建机耕道24公里。", "18公里", ["12公里", "9公里"]),
        ("建档316株，其中一级51株、二级82株、三级219株；复壮18株。", "316株", ["51株", "82株", "219株"]),
        ("在编教职工60人，其中高级4人，中级52人，初级23人，退休28人。", "60人", ["4人", "52人", "23人"]),
        ("收回98份，其中有效问卷95份，满意60份，一般20份，不满意19份。", "95份", ["60份", "20份", "19份"]),
    ],
)
def test_a_slip_does_not_lead_to_another_total_or_list(text: str, total: str, parts: list[str]) -> None:
    assert shown(text) == [(total, parts)]


def test_nameless_figures_side_by_side_are_of_the_totals_in_turn() -> None:
    text = "预算100万元，支出90万元。其中：东岭镇60万元，50万元；西岭镇40万元，45万元。"
    assert shown(text) == [("100万元", ["60万元", "40万元"]), ("90万元", ["50万元", "45万元"])]


def test_a_list_is_not_read_on_into_a_paragraph_that_tells_it_again() -> None:
    text = (
        "“三公”经费支出预算数为12万元，支出决算数为7.8万元。其中：\n公务接待费支出预算数为4万元，支出决算数为1.8万元。\n"
        "公务用车运行维护费支出预算数为8万元，支出决算数为600元。\n支出决算中，公务接待费支出决算1.8万元，公务用车运行维护费支出决算6万元，因公出国费支出决算0万元。\n"
    )
    assert ("7.8万元", ["1.8万元", "600元"]) in shown(text)


def test_two_splits_of_one_total_are_never_pooled() -> None:
    text = "收入100万元，其中：税收收入70万元，非税收入30万元。收入100万元，其中：中央60万元，地方40万元。"
    assert [len(claim.parts) for claim in sums(text)] == [2, 2]


def test_two_lists_in_one_sentence_are_both_read() -> None:
    text = "总收入110万元，其中拨款100万元，基金10万元；总支出110万元，其中基本支出60万元，项目支出50万元，收支平衡。"
    assert shown(text) == [("110万元", ["100万元", "10万元"]), ("110万元", ["60万元", "50万元"])]


def test_the_lists_of_following_paragraphs_stay_below_their_own_paragraph() -> None:
    text = (
        "支出90万元，其中：\n养护经费60万元，主要包括：材料费20万元、人工费40万元；\n巡查经费30万元，主要包括：油费10万元、租车费20万元。"
    )
    assert shown(text) == [("90万元", ["60万元", "30万元"]), ("60万元", ["20万元", "40万元"]), ("30万元", ["10万元", "20万元"])]


@pytest.mark.parametrize(
    "text",
    [
        "覆盖农户120户，户均补助950元。其中：果树类补助6.4万元，牧草类补助5万元。",
        "培训费15万元，比标准1.6万元/人低0.4万元。其中：教材费8万元，场租费5万元。",
        "采购预算50万元，中标46万元，节约4万元。其中打印机20台，单价2000元，计4万元；电脑30台，单价6000元，计18万元。",
        "设3个事业单位，其中公路养护中心下设5个道班。",
        "危房改造竣工700户，多出的2户由上述2户指标调剂。其中：东镇竣工286户，西镇竣工226户，南镇竣工188户。",
        "8个项目进度较慢，涉及预算600万元，实际支出200万元，其中3个项目尚未开工，涉及资金240万元。",
    ],
)
def test_no_list_is_added_up_to_a_figure_that_it_does_not_split(text: str) -> None:
    assert all(sum(part.figure.value for part in claim.parts) <= claim.total.figure.value for claim in sums(text))


def test_an_average_can_be_split_into_averages() -> None:
    assert shown("居民人均收入3万元，其中：工资收入2万元，经营收入1.5万元。") == [("3万元", ["2万元", "1.5万元"])]


def test_an_average_leaves_the_list_to_the_total_of_its_sentence() -> None:
    assert shown("受理来电6万件，日均164件。其中咨询类4万件，求助类2万件。") == [("6万件", ["4万件", "2万件"])]


@pytest.mark.parametrize(
    "text",
    [
        "在职136人，其中：行政32人、参公21人、事业82人；离退休58人。",
        "现有136人，其中：行政32人、参公21人、事业82人；编外人员58人。",
        "在职136人，其中：行政32人、参公21人、事业82人；离退休3人。",
    ],
)
def test_what_stands_behind_a_semicolon_may_be_another_group(text: str) -> None:
    assert shown(text) == [("136人", ["32人", "21人", "82人"])]


def test_a_group_of_parts_behind_a_semicolon_is_counted_where_it_leads_no_further() -> None:
    assert shown("支出10万元，其中：会议费2万元、差旅费3万元；印刷费1万元、租赁费5万元。") == [
        ("10万元", ["2万元", "3万元", "1万元", "5万元"])
    ]


def test_parts_that_repeat_all_owners_are_given_to_each_in_turn() -> None:
    text = "项目预算90万元，支出80万元。其中，经常性项目60万元，支出55万元，执行率91.67%；一次性项目30万元，支出25万元，执行率83.33%。"
    assert shown(text) == [("90万元", ["60万元", "30万元"]), ("80万元", ["55万元", "25万元"])]


def test_a_part_with_a_name_is_part_of_the_last_figure_before_it() -> None:
    assert shown("总投资50万元，完成投资30万元，其中道路工程40万元。") == [("30万元", ["40万元"])]


def test_parts_with_a_semicolon_each_are_all_of_one_list() -> None:
    assert shown("支出100.0万元，其中：教育支出60.0万元；卫生支出39.5万元；农业支出30.0万元。") == [
        ("100.0万元", ["60.0万元", "39.5万元", "30.0万元"])
    ]


def test_plan_and_outcome_of_every_part_are_summed_apart() -> None:
    text = "任务500户，完成450户，其中甲镇任务300户，完成280户；乙镇任务200户，完成170户。"
    assert [(str(claim.total.figure), [str(part.figure) for part in claim.parts]) for claim in facts_of(text).sums] == [
        ("500户", ["300户", "200户"]),
        ("450户", ["280户", "170户"]),
    ]


def test_overlapping_shares_of_one_crowd_are_no_split_of_it() -> None:
    assert facts_of("职工100人，其中女职工45人，占45%，党员60人，占60%。").sums == ()


def test_a_part_of_the_part_before_it_is_not_added() -> None:
    (claim,) = facts_of("困难人员500人，其中已就业450人，公益岗位安置200人，占44.44%。").sums
    assert [str(part.figure) for part in claim.parts] == ["450人"]


def test_every_division_is_of_the_total_before_the_first() -> None:
    text = (
        "2023年本年支出600万元：按性质分，基本支出200万元（其中人员经费150万元，公用经费50万元），项目支出400万元；"
        "按资金来源分，财政拨款支出500万元，单位资金支出100万元。"
    )
    assert sorted(shown(text)) == [
        ("200万元", ["150万元", "50万元"]),
        ("600万元", ["200万元", "400万元"]),
        ("600万元", ["500万元", "100万元"]),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("东岭镇380万元、西岭镇260万元、南岭镇220万元，合计870万元。", ["380万元", "260万元", "220万元"]),
        ("第一批560万元，第二批320万元，第三批120万元，共计1100万元。", ["560万元", "320万元", "120万元"]),
        ("购置设备30万元，开展培训20万元，合计投入60万元。", []),  # 合计投入: of what?
        ("购置设备30万元，开展培训20万元，聘请专家5万元，合计60万元。", []),  # three sentences in one, of which there may be more
    ],
)
def test_a_total_that_ends_a_list_is_of_its_items(text: str, parts: list[str]) -> None:
    assert [items for _, items in shown(text)] == ([parts] if parts else [])


def test_points_taken_off_are_added_and_scores_are_not() -> None:
    text = "自评得分94.5分，共扣5.5分，其中预算执行率扣1.5分，绩效目标扣1分，完成及时性扣2分，满意度扣1分。"
    assert shown(text) == [("5.5分", ["1.5分", "1分", "2分", "1分"])]
    assert shown("自评得分95分，其中：投入得分38分，产出得分57分。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训1200人次，按对象分，干部800人次、群众400人次；其中女性500人次。", ("1200人次", ["500人次"])),
        ("采购500万元，按方式分：公开招标300万元、询价200万元；授予小企业400万元。", ("500万元", ["300万元", "200万元"])),
    ],
)
def test_a_division_ends_at_the_semicolon(text: str, expected: tuple[str, list[str]]) -> None:
    assert expected in shown(text)


def test_what_was_reached_by_and_by_is_not_added() -> None:
    assert shown("支出2400万元，按时间节点分：截至6月底1200万元，截至12月底2400万元。") == []


@pytest.mark.parametrize("rest", ["其余由县级配套", "不足部分由县级解决"])
def test_a_division_that_names_a_rest_leaves_something_out(rest: str) -> None:
    (found,) = sums(f"总投资2400万元，按资金来源分：中央1200万元，省级800万元，{rest}。")
    assert found.closed == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "支出合计300万元，不含市级直接支付的保畅经费80万元，其中：基本支出200万元，项目支出110万元。",
        "支出合计300万元。上述支出不含市级直接支付的保畅经费80万元。\n\n其中：基本支出200万元，项目支出110万元。",
    ],
)
def test_what_a_total_leaves_out_is_not_what_the_list_divides(text: str) -> None:
    assert ("300万元", ["200万元", "110万元"]) in shown(text)


@pytest.mark.parametrize("opener", ["2.支出比较情况。公用支出主要用于以下几个方面：", "其中："])
def test_a_paragraph_without_a_figure_can_open_the_list(opener: str) -> None:
    text = f"1.支出情况。公用支出300万元，比上年增加20万元。\n\n{opener}\n\n（1）办公费186万元。\n\n（2）差旅费115万元。"
    assert ("300万元", ["186万元", "115万元"]) in shown(text)


def test_a_paragraph_without_a_figure_opens_no_list_of_something_else() -> None:
    text = "1.支出情况。公用支出300万元。\n\n2.工作情况。全年工作包括：\n\n（1）办公费186万元。\n\n（2）差旅费115万元。"
    assert shown(text) == []
