"""Establishment and staff, groups and persons: in sentences and in tables."""

from __future__ import annotations

import pytest

from support import facts_of


def pairs(text: str) -> list[tuple[str, str, bool]]:
    return [(str(item.staff), str(item.posts), item.doubtful) for item in facts_of(text).staffing]


@pytest.mark.parametrize(
    ("text", "staff", "posts"),
    [
        ("核定编制32名，其中行政编制20名、事业编制12名；年末在职人员35人。", "35人", "32名"),
        ("人员编制总数为32名，在编在职人员30名。", "30名", "32名"),
        ("在职人员30人，核定编制32名。", "30人", "32名"),
        ("核定编制32名。\n\n2022年末实有在职人员30人。\n", "30人", "32名"),
    ],
)
def test_staff_is_held_against_the_establishment_beside_it(text: str, staff: str, posts: str) -> None:
    assert pairs(text) == [(staff, posts, False)]


@pytest.mark.parametrize(
    "text",
    [
        "行政编制20名，事业编制12名，在职人员35人。",
        "局机关编制32名。下属单位共有事业编制80名，在职人员78名。",
        "核定编制32名，离退休人员40人。",
        "核定编制约30名，在职人员35人。",
    ],
)
def test_partial_establishments_and_other_people_are_left_alone(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    "text",
    ["局机关编制32名。全系统在职人员135人。", "核定编制32名，在职人员35人（含聘用6人）。", "核定编制32名，在职35人，其中含借调3人。"],
)
def test_other_offices_and_others_counted_in_leave_doubt(text: str) -> None:
    assert [doubtful for _, _, doubtful in pairs(text)] == [True]


def test_a_table_sets_them_side_by_side_or_one_below_the_other() -> None:
    assert pairs("单位 | 编制数 | 在职人数\n甲所 | 24 | 27\n乙所 | 30 | 28\n") == [("27人", "24人", False), ("28人", "30人", False)]
    assert pairs("项目 | 人数\n编制数 | 24\n在职人数 | 27\n") == [("27人", "24人", False)]


def test_lines_of_a_table_that_differ_in_groups_and_persons_alone_belong_together() -> None:
    text = "项目 | 统计数\n1.出国（境）团组数（个） | 0\n2.出国（境）人次数（人） | 2\n3.国内接待批次（个） | 5\n4.国外接待人次（人） | 3\n"
    assert [(str(visit.groups), str(visit.persons)) for visit in facts_of(text).visits] == [("0个", "2人")]
