"""Ratios as data: what may stand in rules/ratios.toml and in `[[named-ratio]]` of gouji.toml, and how its faults are told."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from lint.cli import main
from lint.config.load import load
from lint.errors import UsageError
from lint.ratio import Ratios, RatioTerm, ratios_of, shipped

ENTRY = """
[[ratio]]
names = ["茶园改造率"]
inputs."改造面积" = ["改造"]
inputs."茶园面积" = ["茶园"]
[[ratio.formula]]
name = "改造占全部"
expression = "改造面积 / 茶园面积"
source = "青禾县茶办"
example = { "改造面积" = 25, "茶园面积" = 200, gives = 12.5 }
"""


def terms(text: str) -> tuple[RatioTerm, ...]:
    return ratios_of(tomllib.loads(text, parse_float=Decimal), "ratio")


def test_an_entry_gives_a_ratio_with_its_formulas() -> None:
    (term,) = terms(ENTRY)
    assert term.names == ("茶园改造率",)
    assert (term.unit, term.reach, term.is_quotient) == ("percent", "passage", True)
    assert (term.part, term.whole) == (("改造",), ("茶园",))
    assert [variant.words for variant in term.variants] == ["改造面积÷茶园面积"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"改造面积 / 茶园面积"', '"改造面积 / 茶园"', "ratio[0].formula[0].expression：“茶园”没有列在 inputs 里"),
        ('"改造面积 / 茶园面积"', '"改造面积 /"', "ratio[0].formula[0].expression 不是公式：没有写完"),
        ('"改造面积 / 茶园面积"', '"(改造面积 / 茶园面积"', "ratio[0].formula[0].expression 不是公式"),
        ("gives = 12.5", "gives = 12.6", "ratio[0].formula[0].example.gives 写 12.6，按公式计算为 12.5"),
        ('"茶园面积" = 200, gives', '"茶园面积" = 0, gives', "ratio[0].formula[0].example 的分母为零"),
        ('"茶园面积" = 200, ', "", "ratio[0].formula[0].example.茶园面积 应为一个数"),
        ('"茶园面积" = 200', '"茶园面积" = true', "ratio[0].formula[0].example.茶园面积 应为一个数"),
        ('"茶园面积" = 200', '"茶园面积" = 200, "林地" = 1', "ratio[0].formula[0].example.林地 不认识"),
        ('example = { "改造面积" = 25, "茶园面积" = 200, gives = 12.5 }', "", "ratio[0].formula[0].example 应为表"),
        ('["茶园改造率"]', "[]", "ratio[0].names 不能是空的"),
        ('inputs."茶园面积" = ["茶园"]', 'inputs."茶园面积" = ["茶园"]\ninputs."林地" = ["林地"]', "ratio[0].inputs.林地 没有公式用到"),
        ('inputs."茶园面积" = ["茶园"]', 'inputs."茶园-面积" = ["茶园"]', "ratio[0].inputs：“茶园-面积”不能作代入项的名称"),
        ('inputs."茶园面积" = ["茶园"]', 'inputs."茶园面积" = "茶园"', "ratio[0].inputs.茶园面积 应为名称的列表"),
        ('names = ["茶园改造率"]', 'names = ["茶园改造率"]\nunit = "元"', "ratio[0].unit 只能是 percent、points、times"),
        ('names = ["茶园改造率"]', 'names = ["茶园改造率"]\nreach = "far"', "ratio[0].reach 只能是 clause、passage、report"),
        ('names = ["茶园改造率"]', 'names = ["茶园改造率"]\nsort = 1', "ratio[0].sort 不认识"),
        ('source = "青禾县茶办"', "", "ratio[0].formula[0].source 应为一个名称"),
        ('source = "青禾县茶办"', 'source = "青禾县茶办"\nverified = "yes"', "ratio[0].formula[0].verified 只能是 true 或 false"),
    ],
)
def test_a_fault_is_told_with_its_path(old: str, new: str, told: str) -> None:
    assert old in ENTRY
    with pytest.raises(UsageError) as caught:
        terms(ENTRY.replace(old, new))
    assert str(caught.value).startswith(told)


def test_two_ratios_cannot_have_one_name() -> None:
    with pytest.raises(UsageError, match=r"ratio\[1\]\.names：“茶园改造率”已经是 ratio\[0\] 的名称"):
        terms(ENTRY + ENTRY)


def test_a_formula_cannot_stand_twice() -> None:
    again = ENTRY[ENTRY.index("[[ratio.formula]]") :]
    with pytest.raises(UsageError, match=r"ratio\[0\]\.formula\[1\]\.expression 与前面的公式相同"):
        terms(ENTRY + again)


def test_a_worked_example_may_be_rounded_as_it_is_printed() -> None:
    assert terms(ENTRY.replace("= 25,", "= 66,").replace("= 200,", "= 99,").replace("12.5", "66.67"))


def test_the_longest_name_that_ends_a_name_counts() -> None:
    known = Ratios()
    assert known.alias("本次抽检不合格率") == "不合格率"
    assert known.alias("2023年“三公”经费控制率") == "三公经费控制率"
    assert known.of("结转结余变动率") is not known.of("结转结余率")
    assert known.of("人口出生率") is None


def test_the_page_tells_every_ratio_and_formula() -> None:
    page = html.parse(Path(__file__).parents[1] / "docs/site/ratios.html").getroot().text_content()
    assert all(variant.words in page for term in shipped() for variant in term.variants)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gouji.toml").write_text(ENTRY.replace("[ratio", "[named-ratio"), "utf-8")
    return tmp_path


def test_a_ratio_of_the_bureau_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("全县茶园200亩，其中当年改造25亩，茶园改造率15%。", "utf-8")
    assert main(["check", "a.txt"]) == 1
    assert "茶园改造率写15%" in capsys.readouterr().out
    (folder / "a.txt").write_text("全县茶园200亩，其中当年改造25亩，茶园改造率12.5%。", "utf-8")
    assert main(["check", "a.txt"]) == 0


def test_a_ratio_of_the_bureau_outranks_one_of_the_program(folder: Path) -> None:
    own = (
        ENTRY.replace("[ratio", "[named-ratio")
        .replace("茶园改造率", "结转结余率")
        .replace('["改造"]', '["结余"]')
        .replace('["茶园"]', '["收入"]')
    )
    (folder / "gouji.toml").write_text(own, "utf-8")
    (folder / "a.txt").write_text("本年收入1000万元，全年预算800万元，年末结转结余40万元，结转结余率5.00%。", "utf-8")
    assert main(["check", "a.txt"]) == 1
    (folder / "gouji.toml").unlink()
    assert main(["check", "a.txt"]) == 0


def test_a_fault_in_the_settings_is_told_with_its_line(folder: Path) -> None:
    path = folder / "gouji.toml"
    path.write_text(path.read_text("utf-8").replace("12.5", "14"), "utf-8")
    with pytest.raises(UsageError, match=r"gouji\.toml”第\d+行：named-ratio\[0\]\.formula\[0\]\.example\.gives 写 14"):
        load(str(path))


@pytest.mark.parametrize(
    ("unit", "text"), [("points", "改造20%，茶园15%，茶园改造率差3个百分点。"), ("times", "改造300亩，茶园200亩，茶园改造率差2.5倍。")]
)
def test_a_ratio_may_be_printed_in_points_or_times(folder: Path, unit: str, text: str) -> None:
    own = ENTRY.replace("[ratio", "[named-ratio").replace("茶园改造率", "茶园改造率差").replace("names =", f'unit = "{unit}"\nnames =')
    own = own.replace("改造面积 / ", "改造面积 - ") if unit == "points" else own
    own = own.replace("12.5", "-175" if unit == "points" else "0.125")
    (folder / "gouji.toml").write_text(own, "utf-8")
    (folder / "a.txt").write_text(text, "utf-8")
    assert main(["check", "a.txt"]) == 1
