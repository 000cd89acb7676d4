"""Two folders as two versions of one submission."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.compare import versions
from lint.compare.record import Versions
from lint.engine import check_files
from lint.settings import Settings

HEAD = "青禾县{name}项目2023年度绩效自评报告\n\n"
TEXTS = {
    name: HEAD.format(name=name)
    + f"{name}项目由县水利局组织实施，全年{verb}。\n2023年项目支出合计50万元，其中：工程费30万元，监理费{fee}万元。\n"
    for name, verb, fee in (
        ("灌区", "新修渠道12公里，改造水闸6座", 20),
        ("防疫", "免疫牲畜9.2万头，建设站所4个", 25),
        ("培训", "举办培训班8期，培训学员320人", 20),
    )
}


def written(folder: Path, **texts: str) -> list[str]:
    """Files of these names (slashes written as __) with these texts, in their order."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return sorted(map(str, folder.rglob("*.txt")))


def made(tmp_path: Path, old: dict[str, str], new: dict[str, str], *, together: bool = False) -> Versions:
    settings = Settings(together=together)
    reports = [list(check_files(written(tmp_path / name, **texts), settings)) for name, texts in (("旧", old), ("新", new))]
    return versions(reports[0], reports[1], roots=(str(tmp_path / "旧"), str(tmp_path / "新")))


def names(found: Versions) -> list[tuple[str, str]]:
    """The names of the files of every pair."""
    return [tuple(Path(report.document.path).stem if report else "" for report in (file.old, file.new)) for file in found.files]  # type: ignore[misc]  # two names


def test_files_are_paired_by_name(tmp_path: Path) -> None:
    found = made(tmp_path, {"a": TEXTS["灌区"], "b": TEXTS["防疫"]}, {"a": TEXTS["灌区"], "b": TEXTS["防疫"]})
    assert names(found) == [("a", "a"), ("b", "b")]


def test_files_that_were_renamed_are_paired_by_what_they_say(tmp_path: Path) -> None:
    found = made(tmp_path, {"一": TEXTS["灌区"], "二": TEXTS["防疫"]}, {"甲": TEXTS["防疫"], "乙": TEXTS["灌区"]})
    assert set(names(found)) == {("一", "乙"), ("二", "甲")}


def test_files_in_another_folder_are_paired_by_their_own_name(tmp_path: Path) -> None:
    found = made(tmp_path, {"灌区": TEXTS["灌区"], "防疫": TEXTS["防疫"]}, {"终稿__灌区": TEXTS["灌区"], "终稿__防疫": TEXTS["防疫"]})
    assert set(names(found)) == {("灌区", "灌区"), ("防疫", "防疫")}


def test_files_without_their_like_are_told_and_nothing_of_them_is_fixed(tmp_path: Path) -> None:
    found = made(
        tmp_path, {"a": TEXTS["灌区"], "b": TEXTS["防疫"]}, {"a": TEXTS["灌区"], "c": "本年没有项目，也没有支出，情况说明如下。\n"}
    )
    assert sorted(names(found)) == [("", "c"), ("a", "a"), ("b", "")]
    assert found.whys()["lost", "unpaired"] == 1
    assert found.lots()["fixed"] == 0


def test_findings_of_a_new_file_are_new(tmp_path: Path) -> None:
    found = made(tmp_path, {"a": TEXTS["灌区"]}, {"a": TEXTS["灌区"], "b": TEXTS["防疫"]})
    assert [result.code for result in found.open()] == ["SUM001"]


@pytest.mark.parametrize("together", [True, False])
def test_findings_between_files_are_followed_where_files_are_one_submission(tmp_path: Path, together: bool) -> None:
    report = "2023年度青禾县水务局部门整体支出绩效自评报告\n\n2023年度公务接待费支出决算为{money}万元。\n"
    table = "2023年度支出决算表\n编制单位：青禾县水务局\n单位：万元\n项目 | 决算数\n公务接待费 | 3.20\n公务用车运行费 | 5.10\n合计 | 8.30\n"
    old, new = ({"自评": report.format(money=money), "决算": table} for money in ("3.50", "3.20"))
    assert made(tmp_path, old, new, together=together).whys()["fixed", "agrees"] == together


def test_forms_of_two_projects_are_not_drafts_of_one(tmp_path: Path) -> None:
    form = "项目支出绩效自评表\n项目名称：{name}\n主管部门：青禾县水利局\n本年预算安排资金{money}万元，全部到位，按计划完成各项任务。\n"
    old, new = {"a": form.format(name="灌区改造", money=50)}, {"b": form.format(name="河道清淤", money=60)}
    other = {"z": TEXTS["培训"]}
    assert sorted(names(made(tmp_path, old | other, new | other))) == [("", "b"), ("a", ""), ("z", "z")]
