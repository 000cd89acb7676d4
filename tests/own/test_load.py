"""The user's own rules as they are loaded: every fault is told with its path and line, and what cannot hold is refused."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lint.config.load import load
from lint.errors import UsageError
from tests.support import own_rules

SUM = '[[sum]]\nwhole = ["合计"]\nparts = [["甲"], ["乙"]]\n'


def compare(left: str, operator: str, right: str) -> str:
    """A table that compares two figures, or a figure with a value that begins with a digit."""
    other = f'value = "{right}"' if right[0].isdigit() else f'right = ["{right}"]'
    return f'[[compare]]\nleft = ["{left}"]\noperator = "{operator}"\n{other}\n'


def refused(tmp_path: Path, text: str) -> str:
    """What is said of a settings file that is refused."""
    (tmp_path / "gouji.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        load(str(tmp_path / "gouji.toml"))
    return str(caught.value).removeprefix(f"设置文件“{tmp_path / 'gouji.toml'}”")


def test_a_rule_knows_its_name_and_line() -> None:
    own = own_rules(f"\n{SUM}severity = 'info'\nwhy = '省里的规定'\n" + compare("公务接待费", "不超过", "3.2万元"))
    assert (own.sums[0].head.name, own.sums[0].head.line, own.sums[0].head.severity) == ("合计", 2, "info")
    comparison = own.comparisons[0]
    assert (comparison.head.name, comparison.operator, comparison.head.place.text()) == ("公务接待费≤3.2万元", "≤", "gouji.toml第7行")
    assert comparison.value is not None and comparison.value.value == 32000


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [
        ('"3.2万元"', Fraction(32000), "money"),
        ('"1,200.50 元"', Fraction(2401, 2), "money"),
        ('"2亿元"', Fraction(200_000_000), "money"),
        ('"-5%"', Fraction(-1, 20), "percent"),
        ("40", Fraction(40), "bare"),
        ("0.1", Fraction(1, 10), "bare"),
        ('"３０人"', Fraction(30), "count"),
        ('"90分"', Fraction(90), "score"),
        ('"2个百分点"', Fraction(1, 50), "points"),
    ],
)
def test_a_value_is_read_exactly(written: str, value: Fraction, kind: str) -> None:
    read = own_rules(f'[[compare]]\nleft = ["甲"]\noperator = "<="\nvalue = {written}\n').comparisons[0].value
    assert read is not None and (read.value, read.kind) == (value, kind)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[sum]]\nname = 5\n", "第1行：sum[0].whole 应为名称的列表"),
        (SUM + "name = 5\n", "第4行：sum[0].name 应为一段文字"),
        (f'{SUM}severity = "eror"\n', "第4行：sum[0].severity 只能是 error、warning、info，不能是 'eror'，是否想用 error？"),
        (f"{SUM}[[sum]]\nwhole = []\nparts = [['丙'], ['丁']]\n", "第5行：sum[1].whole 不能是空的"),
        ('[[sum]]\nwhole = ["合计"]\nparts = [["甲"], []]\n', "第3行：sum[0].parts[1] 不能是空的"),
        ('[[sum]]\nwhole = ["合计"]\nparts = [["甲"]]\n', "第3行：sum[0].parts 至少要有两项"),
        ('[[sum]]\nwhole = ["合计"]\nparts = ["甲", "乙"]\n', "第3行：sum[0].parts[0] 应为名称的列表"),
        ('[[sum]]\nwhole = ["合计"]\nparts = [["甲"], ["乙", "合 计"]]\n', "第3行：sum[0].parts[1]：“合计”也写在合计（whole）里"),
        ('[[sum]]\nwhole = ["合计"]\nparts = [["甲"], ["乙", "甲"]]\n', "第3行：sum[0].parts[1]：“甲”也写在分项 parts[0]里"),
        (SUM + "part = []\n", "第4行：sum[0].part 不认识，可以写的有 name、severity、message、why、whole、parts，是否想用 parts？"),
        ("[sum]\nwhole = []\n", "第1行：sum 应写成 [[sum]] 表"),
        (
            "[[sums]]\n",
            "第1行：sums 不认识，是否想用 sum？",
        ),
        ('[[ratio]]\npart = ["甲"]\nwhole = ["乙"]\n', "第1行：ratio[0] 要写明比率的名称（names），或者上下限"),
        ('[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["甲"]\n', "第4行：ratio[0].whole：“甲”也写在分子（part）里"),
        ('[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\ntimes = 0\n', "第5行：ratio[0].times 应为正数"),
        ('[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\nleast = "多"\n', "第5行：ratio[0].least 应为一个数"),
        ('[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\nmost = 30\n', "第5行：ratio[0].most 应为百分数"),
        (compare("甲", "<>", "乙"), "第3行：compare[0].operator 只能是 =、≤、≥、<、>"),
        (compare("甲", "不超", "乙"), "是否想用 不超过？"),
        (compare("甲", "<", "甲"), "第4行：compare[0].right：“甲”也写在左边（left）里"),
        ('[[compare]]\nleft = ["甲"]\noperator = "<"\n', "第1行：compare[0] 要写 right（另一个数的名称）或者 value（一个值），两者写一个"),
        ('[[compare]]\nleft = ["甲"]\noperator = "<"\nvalue = true\n', "第4行：compare[0].value 应为一个数"),
        ('[[require]]\nname = "甲"\nin = "page"\n', "第3行：require[0].in 只能是 text（正文）或 table（表格）"),
        ('[[require]]\nname = "甲"\nyear = "2023"\n', "第3行：require[0].year 应为四位年份"),
        ("[[forbid-year]]\nyears = 2019\n", "第2行：forbid-year[0].years 应为列表"),
        ("[[forbid-year]]\nyears = [2019, 19]\n", "第2行：forbid-year[0].years[1] 应为四位年份"),
        ("[[forbid-year]]\nyears = [2019]\nallow = ['']\n", "第3行：forbid-year[0].allow 不能是空的"),
    ],
)
def test_a_fault_is_told_with_its_line_and_path(tmp_path: Path, text: str, told: str) -> None:
    assert told in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SUM + SUM, "第4行：sum[1]：与第1行的表同名（“合计”），内容也相同"),
        (SUM + SUM.replace("乙", "丙"), "第4行：sum[1]：与第1行的表同名（“合计”），内容却不同"),
        (compare("甲", "≤", "乙") + compare("甲", ">", "乙"), "第5行：compare[1]：第1行的“甲≤乙”、第5行的“甲>乙”不可能同时成立"),
        (
            compare("甲", "≤", "3万元") + compare("甲", "≥", "50000元"),
            "第5行：compare[1]：第1行的“甲≤3万元”、第5行的“甲≥50000元”不可能同时成立",
        ),
        (
            compare("甲", "=", "3万元") + compare("乙", "=", "5万元") + compare("甲", "=", "乙"),
            "第1行的“甲=3万元”、第5行的“乙=5万元”、第9行的“甲=乙”不可能",
        ),
        (
            compare("甲", "<", "乙") + compare("丁", "≤", "9元") + compare("乙", "≤", "丙") + compare("丙", "≤", "甲"),
            "第13行：compare[3]：第1行的“甲<乙”、第9行的“乙≤丙”、第13行的“丙≤甲”不可能同时成立",
        ),
        (
            SUM + compare("甲", "≥", "3万元") + compare("乙", "≥", "4万元") + compare("合计", "<", "7万元"),
            "第12行：compare[2]：第1行的“合计”、第4行的“甲≥3万元”、第8行的“乙≥4万元”、第12行的“合计<7万元”不可能同时成立",
        ),
        (SUM + compare("合计", "<", "甲") + compare("乙", "≥", "0元"), "第1行的“合计”、第4行的“合计<甲”、第8行的“乙≥0元”不可能同时成立"),
        (
            SUM + '[[sum]]\nname="二"\nwhole=["合计"]\nparts=[["甲"],["乙"],["丙"]]\n' + compare("丙", ">", "0元"),
            "第1行的“合计”、第4行的“二”、第8行的“丙>0元”",
        ),
        (
            '[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\nleast = "50%"\nmost = "30%"\n',
            "第1行：ratio[0]：第1行的“率”不可能同时成立",
        ),
        (
            '[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\nleast = "50%"\n' + compare("率", "<", "30%"),
            "第6行：compare[0]：第1行的“率”、第6行的“率<30%”不可能同时成立",
        ),
        (
            compare("甲", "≤", "3万元") + compare("甲", "≤", "乙") + compare("乙", "≤", "5人"),
            "第1行的“甲≤3万元”、第9行的“乙≤5人”所写的值单位不同",
        ),
        (
            SUM + '[[compare]]\nleft=["合计","总计"]\noperator="="\nright=["丙"]\n[[compare]]\nleft=["总计","甲"]\noperator=">"\nvalue=0\n',
            "互相矛盾：“合计”与“甲”",
        ),
        ("[[require]]\nname = '甲'\nyear = 2019\n[[forbid-year]]\nyears = [2019]\n", "第4行：forbid-year[0]：第1行的“甲”、第4行的"),
    ],
)
def test_tables_that_contradict_each_other_are_named(tmp_path: Path, text: str, told: str) -> None:
    assert told in refused(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        SUM + compare("合计", "<", "甲"),  # the other part may be negative
        compare("甲", "≤", "乙") + compare("乙", "≤", "甲"),  # both are equal
        compare("甲", "≤", "3万元") + compare("甲", "≥", "30000元"),
        SUM + '[[sum]]\nname = "分项"\nwhole = ["甲"]\nparts = [["丙"], ["丁"]]\n',
        '[[ratio]]\nname = "率"\npart = ["甲"]\nwhole = ["乙"]\nleast = "120%"\n' + compare("甲", "<", "乙"),  # both may be negative
        "[[require]]\nname = '甲'\nyear = 2019\n[[forbid-year]]\nyears = [2019]\nallow = ['批复']\n",
        compare("人数", "≤", "40").replace('"40"', "40") + compare("人数", "≥", "20人"),
        "",
    ],
)
def test_tables_that_can_all_hold_are_accepted(text: str) -> None:
    own_rules(text)


def test_many_rules_are_held_against_each_other_in_no_time() -> None:
    chain = "".join(compare(f"甲{number}", "≤", f"甲{number + 1}") for number in range(60))
    own_rules(chain)
    with pytest.raises(UsageError, match="不可能同时成立"):
        own_rules(chain + compare("甲60", "<", "甲0"))
