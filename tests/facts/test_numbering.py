"""Numbered lists of running text: what follows, what is missing, what is used twice."""

from __future__ import annotations

import pytest

from tests.support import facts_of


def found(text: str) -> list[tuple[str, str, str, str]]:
    return [(item.kind, item.before, item.mark, item.missing) for item in facts_of(text).numberings]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("一、概况\n二、绩效\n四、建议\n", ("gap", "二、", "四、", "三")),
        ("1.概况\n2.绩效\n5.建议\n", ("gap", "2.", "5.", "3、4")),
        ("工作：①清淤；②加固；④修建。", ("gap", "②", "④", "3")),
        ("一、概况\n1.机构\n2.人员\n二、绩效\n二、问题\n三、建议\n", ("again", "二、", "二、", "")),
        ("十、说明\n十一、采购\n十三、其他\n", ("gap", "十一、", "十三、", "十二")),
    ],
)
def test_a_number_that_does_not_follow_is_told(text: str, broken: tuple[str, str, str, str]) -> None:
    assert [item for item in found(text) if item[0] != "runs"] == [broken]


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n1.机构\n2.人员\n二、预算\n1.收入\n2.支出\n3.结余\n三、绩效\n",
        "（一）收入\n（二）支出\n1、基本支出\n2、项目支出\n（三）结余\n",
        "1.概况\n（1）机构\n（2）人员\n1）编制\n2）实有\n（3）职能\n2.收入\n3.支出\n",
        "一、概况\n内容。二、绩效\n三、问题。四、原因\n五、建议\n",
        "第一部分概况\n一、职责\n二、机构\n第二部分决算\n一、收支\n二、收入\n三、支出\n第三部分说明\n",
        "（1）职责\n（2）机构\n（1）自动编号\n（4）资产\n（5）车辆\n",
        "一、概况\n二、绩效\n二、绩效\n三、建议\n",
    ],
)
def test_nested_restarted_and_continued_lists_are_in_order(text: str) -> None:
    assert {item[0] for item in found(text)} <= {"runs"}


def test_a_list_with_several_gaps_is_an_excerpt() -> None:
    assert [item[0] for item in found("一、概况\n三、绩效\n五、建议\n")] == ["torn"]


def test_labels_of_a_table_that_was_laid_flat_are_no_list() -> None:
    assert found("一、一般公共服务\n1\n二、外交\n2\n二、上级补助\n3\n三、国防\n4\n")[0][0] == "runs"
