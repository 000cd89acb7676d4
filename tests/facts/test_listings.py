"""Counts and their lists."""

from __future__ import annotations

import pytest

from support import facts_of


def read(text: str) -> list[tuple[str, int, int]]:
    return [(str(item.count), item.least, item.most) for item in facts_of(text).listings]


@pytest.mark.parametrize(
    ("text", "count", "least", "most"),
    [
        ("设4个股室[办公室、财务股（加挂审计股牌子）、业务股、招商和园区股]。", "4个", 4, 4),
        ("内设机构3个，即办公室、财务股、法规股，编制20名。", "3个", 3, 3),
        ("下属单位3个：水保站、灌区所和水文站。", "3个", 2, 3),
        ("下属3家单位，分别为甲中心、乙中心、丙中心。", "3家", 3, 3),
        ("为东坪村、西坪村等6个村修建蓄水池。", "6个", 2, 2),
        ("涉及东河镇（东坪村、西坪村）、南河镇（南坪村、中坪村、上坪村）2个镇5个村。", "2个", 2, 2),
        ("新增甲超市、乙超市2家限上企业。", "2家", 2, 2),
    ],
)
def test_a_count_is_bound_to_the_names_around_it(text: str, count: str, least: int, most: int) -> None:
    assert read(text) == [(count, least, most)]


@pytest.mark.parametrize(
    "text",
    [
        "新增企业8家（其中国有3家、民营5家）。",
        "共12个单位（以下简称各单位）。",
        "建成2个基地，编制3项制度。",
        "完成道路、桥梁、绿化工程3个标段。",
        "15个项目（含转列项目5个），金额985万元。",
    ],
)
def test_brackets_that_list_no_names_are_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_name_may_hold_the_word_and() -> None:
    (item,) = facts_of("设3个股室（办公室、财务股、招商和园区股）。").listings
    assert item.agrees


def test_an_open_list_need_not_be_complete() -> None:
    for text in ("涉及5个乡镇（包括东镇、西镇、北镇）。", "东镇、西镇等5个乡镇。"):
        (item,) = facts_of(text).listings
        assert item.agrees


def test_a_name_listed_twice_is_noticed() -> None:
    (item,) = facts_of("下属单位4个（第一小学、第二小学、第一小学、实验中学）。").listings
    assert item.repeated == "第一小学"


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("采取三项措施：一是学习；二是调研；三是总结。", 3),
        ("存在两个方面问题。一是预算不细。二是执行慢。", 2),
        ("主要表现在以下四点：\n\n一是管理不到位；\n\n二是资金滞后；\n\n三是其他。\n", 3),
    ],
)
def test_ordinals_are_counted_over_sentences_and_paragraphs(text: str, reached: int) -> None:
    (item,) = facts_of(text).listings
    assert item.kind == "ordinal" and item.least == reached


@pytest.mark.parametrize(
    ("text", "count", "reached"),
    [
        ("开展四项专项行动：一是春雷；二是夏安；三是秋实。", "四项", 3),
        ("实施三大重点工程，即一是修路；二是架桥；三是通水。", "三大", 3),
    ],
)
def test_ordinals_right_behind_any_noun_are_counted(text: str, count: str, reached: int) -> None:
    assert read(text) == [(count, reached, reached)]


@pytest.mark.parametrize("text", ["围绕“五大行动”，一是走访；二是落实。", "开展了六项活动，其中：一是读书月；二是健步走。"])
def test_ordinals_that_only_follow_a_name_or_open_a_part_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("内设办公室、财务股、业务股、法规股、监督股6个职能股室。", False),
        ("内设办公室、财务股、业务股、法规股、监督股等6个职能股室。", False),
        ("内设办公室、财务股等6个职能股室。", True),
        ("下辖东镇、西镇、北镇等6个乡镇。", True),
        ("东镇、西镇、北镇共5个乡镇。", False),
        ("东村、西村、北村12个村民小组。", None),
        ("协调、配合东镇、西镇2个镇。", True),
        ("涉及住建、交通、水利3个部门。", True),
        ("覆盖东镇、西镇、北镇35个村。", True),
    ],
)
def test_a_closing_count_binds_the_names_that_end_like_what_it_counts(text: str, agrees: bool | None) -> None:
    found = [item.agrees for item in facts_of(text).listings]
    assert found == ([] if agrees is None else [agrees])


def test_a_word_like_namely_equates_the_list_with_its_count() -> None:
    (item,) = facts_of("纳入范围的单位共3家，即局机关、执法大队、渣土所、监督中心。").listings
    assert item.alike and not item.agrees


def test_and_may_join_two_items_anywhere_in_a_list() -> None:
    (item,) = facts_of("预算单位4家，即局机关以及水文中心、河道管理所、灌区管理处。").listings
    assert item.agrees


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("涉及18个乡镇，其中平原乡镇11个、丘陵乡镇6个。", 17),
        ("涉及乡镇18个（其中：平原乡镇11个、丘陵乡镇7个）。", 18),
        ("共有18个村，其中：11个示范村、6个整治村。", None),
        ("涉及18个乡镇，其中试点乡镇3个、示范乡镇2个。", None),
        ("共有学校18所，其中小学11所、初中6所。", None),
    ],
)
def test_parts_of_one_name_that_nearly_add_to_their_count_are_held_against_it(text: str, listed: int | None) -> None:
    assert [item.least for item in facts_of(text).listings if item.kind == "parts"] == ([] if listed is None else [listed])


def test_ordinals_of_another_matter_are_not_counted() -> None:
    assert read("做好两项工作：（1）党建，主要通过三会，一是学；二是看；三是做。（2）其他。") == []


def test_recipients_are_counted_where_their_amounts_add_to_the_same_money() -> None:
    listed = "补助东坪村2万元、西坪村3万元、南坪村1万元、北坪村2万元。"
    assert read(listed + "8万元用于补助3个村开展整治。") == [("3个", 4, 4)]
    assert read(listed + "9万元用于补助3个村开展整治。") == []
    assert read(listed + "8万元用于补助2个项目。") == []
