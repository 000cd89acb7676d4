"""The same quantity stated twice."""

from __future__ import annotations

import pytest

from support import facts_of

TITLE = "2022年度绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str]]:
    return [(str(item.first.figure), str(item.again.figure)) for item in facts_of(TITLE + text).repeats]


@pytest.mark.parametrize(
    "text",
    [
        "机关运行经费支出184.65万元。\n\n机关运行经费支出148.65万元。",
        "2022年机关运行经费支出184.65万元。\n\n机关运行经费支出148.65万元。",
        "2022年9月，机关运行经费支出184.65万元。\n\n机关运行经费支出148.65万元。",
        "1至9月，机关运行经费支出184.65万元。\n\n1-9月，机关运行经费支出148.65万元。",
        "一、基本情况\n\n机关运行经费支出184.65万元。\n\n二、2021年对比\n\n三、成本情况\n\n机关运行经费支出148.65万元。",
    ],
)
def test_one_name_in_two_paragraphs_is_one_quantity(text: str) -> None:
    assert read(text) == [("184.65万元", "148.65万元")]


@pytest.mark.parametrize(
    "text",
    [
        "机关运行经费支出184.65万元。\n\n2021年机关运行经费支出148.65万元。",
        "机关运行经费支出184.65万元。\n\n二、2023年预算\n\n机关运行经费支出148.65万元。",
        "机关运行经费支出184.65万元。\n\n机关运行经费支出预算148.65万元。",
        "机关运行经费支出184.65万元。\n\n（二）下年安排\n\n机关运行经费支出安排148.65万元。",
        "全县机关运行经费支出184.65万元。\n\n县本级机关运行经费支出148.65万元。",
        "一、第一中学\n\n机关运行经费支出184.65万元。\n\n二、第二中学\n\n机关运行经费支出148.65万元。",
        "甲项目2022年开工，安排专项补助资金184.65万元。\n\n乙项目2022年开工，安排专项补助资金148.65万元。",
        "机关运行经费支出1万元。\n\n机关运行经费支出2万元。\n\n机关运行经费支出3万元。",
        "1-9月，机关运行经费支出184.65万元。\n\n9月，机关运行经费支出148.65万元。",
        "上半年，机关运行经费支出184.65万元。\n\n6月当月，机关运行经费支出148.65万元。",
        "一、1—9月\n\n机关运行经费支出184.65万元。\n\n二、当月\n\n机关运行经费支出148.65万元。",
        "机关运行经费支出约184.65万元。\n\n机关运行经费支出148.65万元。",
    ],
)
def test_other_years_sides_scopes_and_objects_are_other_quantities(text: str) -> None:
    assert read(text) == []


def test_money_named_by_its_source_is_one_inside_and_outside_of_a_list() -> None:
    listed = "到位资金860万元，其中：省级补助资金560万元、县级配套资金300万元。\n\n"
    assert read(listed + "县级配套资金200万元按进度拨付。") == [("300万元", "200万元")]
    assert read(listed + "灌区投资870万元，其中：省级补助资金560万元、县级配套资金310万元。") == []


def test_percentages_go_by_their_own_name_or_by_part_and_whole() -> None:
    assert read("部门预算支出执行率为94.89%。\n\n部门预算支出执行率为94.88%。") == [("94.89%", "94.88%")]
    shares = "工资福利支出320.5万元，占基本支出的34.89%。\n\n工资福利支出320.5万元，占基本支出的34.88%。"
    assert ("34.89%", "34.88%") in read(shares)
    assert ("34.89%", "34.88%") not in read(shares.replace("基本支出的34.88", "财政拨款支出的34.88"))
