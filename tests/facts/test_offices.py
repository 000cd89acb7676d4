"""The office of a report under other names than its own."""

from __future__ import annotations

import pytest

from tests.support import facts_of

TITLE = "青禾县住房和城乡建设局2023年度部门整体支出绩效自评报告\n"


def named(text: str) -> list[tuple[str, str, int]]:
    return [(item.kind, item.name, item.count) for item in facts_of(TITLE + text).office_names]


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("青禾县住房和城市建设局核定编制20名。青禾县住房和城市建设局内设股室3个。", ("spelt", "青禾县住房和城市建设局", 2)),
        ("填报单位：青河县住房和城乡建设局\n", ("place", "青禾县住房和城乡建设局", 1)),
        ("我县住房和城镇建设局核定编制20名。", ("spelt", "县住房和城镇建设局", 1)),
    ],
)
def test_a_name_that_differs_in_one_character_is_told_once(text: str, variant: tuple[str, str, int]) -> None:
    assert named(text) == [variant]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县住建局、县住房城乡建设局核定编制20名。",
        "青河县住房和城乡建设局协助施工。",
        "市住房和城市建设局下达补助。",
        "青禾县自然资源局、青禾县财政局会同验收。",
        "机构改革前为青禾县住房和城镇建设局，后更名。",
    ],
)
def test_short_names_neighbours_superiors_and_history_are_none(text: str) -> None:
    assert named(text) == []
