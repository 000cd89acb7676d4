"""What a bureau adds of its own, in the files that say it: own rules, grade bands, scoring tables."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lint.config.asked import asked_of, settings_of
from lint.errors import UsageError
from lint.given import Given
from tests.config.conftest import Put, Run

LIMIT = '[[compare]]\nname = "接待费限额"\nleft = ["公务接待费"]\noperator = "不超过"\nvalue = "{}万元"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def given(path: str, **options: object) -> Given:
    """What holds for a file."""
    return settings_of(asked_of(options, {}).of(path)).given


def test_a_rule_of_a_nearer_file_stands_for_the_one_of_its_name_in_the_file_it_extends(put: Put) -> None:
    put(
        **{
            "省.toml": LIMIT.format(9) + '[[require]]\nname = "公务接待费"\n',
            "县/gouji.toml": 'extend = "../省.toml"\n\n' + LIMIT.format(3),
        }
    )
    own = given("县/a.txt").own
    assert [(rule.head.file, rule.head.line, str(rule.value)) for rule in own.comparisons] == [("gouji.toml", 3, "3万元")]
    assert [rule.head.file for rule in own.required] == ["省.toml"]


def test_own_rules_of_each_folder_are_for_its_reports(run: Run, put: Put) -> None:
    put(**{"甲/gouji.toml": LIMIT.format(3), "甲/a.txt": "公务接待费5万元。\n", "乙/b.txt": "公务接待费5万元。\n"})
    files = run("check", ".", "-f", "json").data["files"]
    assert {file["path"]: [check["code"] for check in file["checks"] if check["outcome"] == "broken"] for file in files} == {
        "./乙/b.txt": [],
        "./甲/a.txt": ["OWN003"],
    }


def test_own_rules_that_cannot_hold_together_are_told_with_their_lines(put: Put) -> None:
    put(**{"gouji.toml": "year = 2022\n" + LIMIT.format(3) + LIMIT.format(3).replace("不超过", "超过").replace("限额", "下限")})
    with pytest.raises(UsageError, match=r"gouji.toml”第7行：compare\[1\]：第2行的“接待费限额”、第7行的“接待费下限”不可能同时成立"):
        given("a.txt")


def test_grade_bands_can_be_those_of_the_bureau(put: Put) -> None:
    put(**{"gouji.toml": '[[band]]\ngrade = "优"\nfrom = 95\n[[band]]\ngrade = "良"\nfrom = 85.5\n'})
    bands = given("a.txt").bands
    assert bands is not None and [(band.grade, band.lowest) for band in bands.bands] == [("优", 95), ("良", Fraction(171, 2))]
    assert given("a.txt", isolated=True).bands is None
    put(**{"gouji.toml": '[[band]]\ngrade = "优"\nfrom = 85\n[[band]]\ngrade = "良"\nfrom = 95\n'})
    with pytest.raises(UsageError, match=r"第6行：band\[1\].from 应低于上一档"):
        given("a.txt")


def test_a_scoring_table_is_named_by_its_id_or_by_its_file_beside_the_settings(put: Put) -> None:
    put(**{"gouji.toml": 'rubric = "guangdong-county/2022"\n[[per-file]]\nfiles = ["乙"]\nrubric = "没有/2022"\n'})
    named = given("甲/a.txt").rubric
    assert named is not None and named.id == "guangdong-county/2022"
    with pytest.raises(UsageError, match=r"gouji.toml”第4行：没有评分细则“没有/2022”"):
        given("乙/a.txt")
    with pytest.raises(UsageError, match=r"^没有评分细则文件“x.toml”"):
        given("乙/a.txt", rubric="x.toml")
    put(**{"gouji.toml": 'rubric = "细则/y.toml"\n'})
    with pytest.raises(UsageError, match=r"没有评分细则文件“.*细则/y.toml”"):
        given("深/a.txt")
