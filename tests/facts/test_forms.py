"""Printed forms: recognised by their titles, and what they prescribe."""

from __future__ import annotations

import pytest

from lint.facts.scores.target import Executed, Target
from lint.facts.tables.forms import prescribed
from tests.support import facts_of, tables_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2023年度项目支出绩效自评表\n项目名称 | 清淤\n资金总额 | 10\n其他 | 2\n", "项目支出绩效自评表"),
        ("2023年度部门整体支出绩效自评表\n部门名称 | 水务局\n基本支出 | 10\n项目支出 | 2\n", "部门整体支出绩效自评表"),
        ("转移支付区域（项目）绩效目标自评表\n转移支付名称 | 清淤\n资金总额 | 10\n其他 | 2\n", "转移支付绩效自评表"),
        ("2023年度收入支出决算总表\n项目 | 决算数\n本年收入合计 | 10\n收入总计 | 10\n", "收入支出决算总表"),
        ("2023年度支出决算表\n项目 | 本年支出合计 | 基本支出 | 项目支出\n教育 | 10 | 4 | 6\n", "支出决算表"),
        ("2023年度“三公”经费支出决算表\n项目 | 决算数\n公务接待费 | 10\n合计 | 10\n", "“三公”经费支出表"),
    ],
)
def test_a_form_is_recognised_by_its_title(text: str, name: str) -> None:
    assert [form.template.name for form in tables_of(text).forms] == [name]


def test_a_table_with_another_title_is_no_form() -> None:
    assert tables_of("重点项目情况\n项目名称 | 金额\n清淤 | 10\n修路 | 2\n").forms == ()


def sums(text: str) -> list[tuple[str, list[str]]]:
    return [(str(found.total), [str(figure) for figure, _ in found.parts]) for found in tables_of(text).prescribed]


def test_the_columns_of_a_form_add_up_as_it_prescribes() -> None:
    text = "2023年度支出决算表\n单位：万元\n科目 | 本年支出合计 | 基本支出 | 项目支出\n教育支出 | 10.00 | 4.00 | 6.00\n住房支出 | 8.00 | 8.00 | 0.00\n"
    found = [(str(each.total), [str(figure) for figure, _ in each.parts]) for each in prescribed(tables_of(text).forms)]
    assert found == [("10.00万元", ["4.00万元", "6.00万元"]), ("8.00万元", ["8.00万元", "0.00万元"])]
    assert sums(text) == [], "the header itself says so already"


def test_a_blank_part_counts_as_nothing_and_one_part_alone_says_nothing() -> None:
    text = "2023年度部门整体支出绩效自评表\n部门名称 | 水务局\n项目（万元） | 预算数 | 决算数\n基本支出 | 60 | 50\n人员经费 | 45 | \n公用经费 | 15 | 50\n"
    assert sums(text) == [("60万元", ["45万元", "15万元"]), ("50万元", ["50万元"])]
    assert sums("2023年度部门整体支出绩效自评表\n部门名称 | 水务局\n项目（万元） | 预算数\n基本支出 | 60\n人员经费 | 45\n") == []


ROWS = "项目支出绩效自评表\n三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因\n{}\n演出 | ≥ | 40 | 场 | 50 | 10 | 10 | \n"


@pytest.mark.parametrize(
    ("row", "met"),
    [
        ("培训 | ≥ | 120 | 人 | 104 | 15 | 15 | ", False),
        ("成本 | ≤ | 6000 | 元 | 5800 | 15 | 15 | ", True),
        ("成本 | ≤ | 6000 | 元 | 6200 | 15 | 15 | ", False),
        ("完成率 | ＝ | 100 | % | 100 | 15 | 15 | ", True),
        ("时限 | ＝ | 12 | 月 | 11 | 15 | 15 | ", None),
    ],
)
def test_a_result_meets_its_target_or_not_as_the_sign_says(row: str, met: bool | None) -> None:
    found = [target for target in facts_of(ROWS.format(row)).indicators if isinstance(target, Target)]
    assert len(found) == 2 and found[0].is_met is met


def test_words_in_the_target_say_which_way_it_is_meant() -> None:
    text = "三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n药费 | 不高于46元 | 43.8元 | 30 | 28\n人次 | 2万人次以上 | 2.3万人次 | 10 | 10\n程度 | 提升 | 提升 | 10 | 10\n"
    assert [(target.sense, target.is_met) for target in facts_of(text).indicators if isinstance(target, Target)] == [
        ("most", True),
        ("least", True),
    ]


def test_a_scored_rate_is_read_with_its_full_mark() -> None:
    text = "项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n年度资金总额 | 100 | 90 | 10 | 90% | 9\n其中：财政拨款 | 100 | 90 | — | 90% | —\n"
    found = [row for row in facts_of(text).indicators if isinstance(row, Executed)]
    assert [(str(row.rate), str(row.full), str(row.awarded)) for row in found] == [("90%", "10", "9")]


HEAD = "三级指标 | {} | {} | 分值 | 得分 | {}\n"
ROW = "{} | {} | {} | 50 | 50 | \n"


def met(name: str, target: str, done: str) -> bool | None:
    (found,) = facts_of(
        "项目支出绩效自评表\n" + HEAD.format("年度指标值", "实际完成值", "偏差原因") + ROW.format(name, target, done)
    ).indicators
    assert isinstance(found, Target)
    return found.is_met


@pytest.mark.parametrize(
    ("name", "target", "done", "answer"),
    [
        ("维修水库", "12座", "9座", False),
        ("群众满意度", "90%", "88%", False),
        ("缺岗率", "5%", "3%", None),  # less is better, or may be
        ("停电次数", "5次", "2次", None),
        ("接警响应", "5分钟", "3分钟", None),
        ("抛荒面积", "50亩", "30亩", None),
        ("参训人数", "约500人", "495人", None),
        ("水质等级", "不低于2级", "1级", None),
        ("验收合格率", "=100%", "98%", False),
    ],
)
def test_a_lower_result_misses_a_bare_target_only_where_more_is_surely_better(
    name: str, target: str, done: str, answer: bool | None
) -> None:
    assert met(name, target, done) is answer


@pytest.mark.parametrize(
    ("target", "done"),
    [
        ("年度指标值（A）", "全年实际完成值（B）"),
        ("2023年指标值", "2023年完成值"),
        ("预期指标值（包含数字及文字描述）", "全年实际完成情况"),
        ("绩效指标值", "实际完成值"),
    ],
)
def test_columns_are_known_with_letters_years_and_remarks(target: str, done: str) -> None:
    (found,) = facts_of("项目支出绩效自评表\n" + HEAD.format(target, done, "备注") + ROW.format("巡查次数", "≥24次", "20次")).indicators
    assert isinstance(found, Target)
    assert (found.is_met, found.asked, found.excused) == (False, "", False)


def test_a_reason_may_stand_in_any_column_for_it() -> None:
    text = "三级指标 | 指标值 | 完成值 | 偏差原因分析 | 改进措施 | 备注\n巡查次数 | ≥24次 | 20次 | | 汛后补齐 |\n"
    (found,) = facts_of("项目支出绩效自评表\n" + text).indicators
    assert isinstance(found, Target)
    assert (found.asked, found.excused) == ("偏差原因分析", True)


def test_an_indicator_is_named_by_its_own_column() -> None:
    text = "一级指标 | 三级指标 | 评分标准 | 指标值 | 完成值 | 分值 | 得分\n产出 | 救助人数 | 每少1人扣0.1分 | ≥200人 | 180人 | 50 | 48\n"
    (found,) = facts_of("部门整体支出绩效自评表\n" + text).indicators
    assert found.name == "救助人数"


def test_a_percentage_is_not_held_against_a_fraction() -> None:
    text = "三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 分值 | 得分\n满意度 | ≥ | 95 | % | 0.97 | 50 | 50\n"
    (found,) = facts_of("项目支出绩效自评表\n" + text).indicators
    assert isinstance(found, Target) and found.is_met is None
