"""Rubrics as data: what may be written, and how slips are told to one who has never programmed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.rubric import Rubric
from lint.rubric.library import from_file, shipped
from lint.rubric.wording import FORMS

HEAD = """name = "青禾县部门整体支出绩效自评（2024年度）"
places = ["青禾县"]
years = "2024"
kind = "部门整体"
source = "青财绩〔2025〕3号附件2"
full = 30
"""
RATE = """
[[indicators]]
level = 1
name = "投入"
full = 10

[[indicators]]
level = 2
name = "三公经费变动率"
full = 10
score = "≤0得满分，每超过1个百分点扣0.5分"
examples = ["-3%得10分", "4%得8分"]

[[indicators]]
level = 1
name = "产出"
full = 20
"""


def loaded(folder: Path, text: str) -> Rubric:
    (folder / "qinghe.toml").write_text(text, "utf-8")
    return from_file(str(folder / "qinghe.toml"))


def faults(folder: Path, text: str) -> list[str]:
    """What is told of a file, line by line, without its name."""
    with pytest.raises(UsageError) as caught:
        loaded(folder, text)
    return [line.replace(f"“{folder / 'qinghe.toml'}”", "") for line in str(caught.value).splitlines()]


def test_a_file_of_one_county_is_read(tmp_path: Path) -> None:
    rubric = loaded(tmp_path, HEAD + RATE)
    assert (rubric.id, rubric.places, rubric.years) == ("qinghe", ("青禾县",), (2024, 2024))
    assert [(level, row.name, row.full) for level, row in rubric.rows()] == [(1, "投入", 10), (2, "三公经费变动率", 10), (1, "产出", 20)]
    assert not rubric.verified


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + RATE, "utf-8-sig", newline="\r\n")
    assert from_file(str(tmp_path / "a.toml")).id == "a"


@pytest.mark.parametrize(
    ("years", "covered", "not_covered"),
    [
        ('"2024"', [2024], [2023, 2025]),
        ("2024", [2024], [2023]),
        ('"2020-2023"', [2020, 2023], [2019, 2024]),
        ('"2020起"', [2020, 2099], [2019]),
    ],
)
def test_years_are_one_several_or_open(tmp_path: Path, years: str, covered: list[int], not_covered: list[int]) -> None:
    rubric = loaded(tmp_path, HEAD.replace('"2024"', years) + RATE)
    assert all(map(rubric.covers, covered))
    assert not any(map(rubric.covers, not_covered))


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("full = 20", 'full = "20"', "第23行：indicators[2].full（“产出”）：应为大于0的数，不加引号，如 full = 10"),
        ("full = 20", "", "第20行：indicators[2].full（“产出”）：没有写，应为大于0的数"),
        ("full = 20", "ful = 20", "第23行：indicators[2].ful（“产出”）：不认识，是否想写 full？"),
        ("full = 20", "full = 25", "第6行：full：写30分，各一级指标（不含加分项）满分之和为35分（10+25）"),
        ("full = 30", "full = 40", "满分之和为30分（10+20）；没有列全的，加一行 partial = true"),
        ("level = 2", "level = 3", "第14行：indicators[1].level（“三公经费变动率”）：上一项是1级，这一项不能跳到3级"),
        ("level = 2", "", "应写明是几级指标，如 level = 3"),
        ("4%得8分", "4%得9分", "第18行：indicators[1].examples（“三公经费变动率”）：例子“4%得9分”：按评分标准应得8分"),
        ("4%得8分", "4得8分", "例子“4得8分”：评分标准里的数带百分号，例子里也应带"),
        ("4%得8分", "四得8分", "例子“四得8分”：“四”应为数字"),
        ("4%得8分", "4%→8", "例子“4%→8”：应写成“74.22%得0分”的样子"),
        (
            'examples = ["-3%得10分", "4%得8分"]',
            "",
            "第13行：indicators[1].examples（“三公经费变动率”）：有评分标准的指标至少要有一个算好的例子",
        ),
        ("每超过1个百分点扣0.5分", "每超过1个百分点酌情扣分", "第17行：indicators[1].score"),
        ('kind = "部门整体"', 'kind = "部门"', "第4行：kind：应为 部门整体 或 项目，放在英文双引号里"),
        ('"2024"', '"今年"', "第3行：years：应为报告年度"),
        ('places = ["青禾县"]', 'places = "青禾县"', '第2行：places：应为文字的列表，如 places = ["甲", "乙"]'),
        ('source = "青财绩〔2025〕3号附件2"\n', "", '第1行：source：没有写，应为放在英文双引号里的文字，如 source = "…"'),
        ('name = "产出"', 'name = "产出"\nbonus = "是"', "第23行：indicators[2].bonus（“产出”）：只能是 true（是）或 false（否）"),
        ("full = 30", "full = 30\nbonus = 5", "第7行：bonus：写5分，各加分项满分之和为0分（没有）"),
        ("full = 30", 'full = 30\nround = "凑整"', "第7行：round：看不懂“凑整”"),
        ("full = 30", 'full = 30\nextends = "qinghe/2023"', "第7行：extends：没有评分细则“qinghe/2023”"),
        ('name = "三公经费变动率"', 'name = "三公经费变动率"\nalso = "变动率"', "第16行：indicators[1].also"),
    ],
)
def test_a_slip_is_told_with_line_path_and_what_to_write(tmp_path: Path, wrong: str, right: str, told: str) -> None:
    text = HEAD + RATE
    assert text.count(wrong) == 1
    assert any(told in line for line in faults(tmp_path, text.replace(wrong, right)))


def test_all_slips_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (HEAD + RATE).replace("4%得8分", "4%得9分").replace("full = 20", "ful = 20").replace('"2024"', '"今年"')
    lines = [int(line.split("第")[1].split("行")[0]) for line in faults(tmp_path, text)]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_the_forms_are_listed_once_after_all_slips(tmp_path: Path) -> None:
    told = faults(
        tmp_path, (HEAD + RATE).replace("≤0得满分，每超过1个百分点扣0.5分", "酌情打分").replace("full = 20", 'full = 20\nscore = "看情况"')
    )
    assert [line.count("score 可以写的有") for line in told] == [0] * (len(told) - 1) + [1]


@pytest.mark.parametrize("example", ["符合得20分", "不符合得0分"])
def test_a_criterion_without_a_number_may_have_an_example(tmp_path: Path, example: str) -> None:
    text = (HEAD + RATE).replace("full = 20", f'full = 20\nscore = "全部符合得满分，有一项不符合不得分"\nexamples = ["{example}"]')
    assert [row.examples for _, row in loaded(tmp_path, text).rows()][-1] == (example,)
    assert any("按评分标准应得" in line for line in faults(tmp_path, text.replace(example, example.replace("得", "得1"))))


def test_a_file_without_indicators_is_refused(tmp_path: Path) -> None:
    assert any("至少要有一项指标，每项写成一段 [[indicators]]" in line for line in faults(tmp_path, HEAD))
    assert any("indicators：" in line for line in faults(tmp_path, HEAD + "[indicators]\nlevel = 1\n"))


def test_chinese_punctuation_is_named_as_the_cause(tmp_path: Path) -> None:
    first, second = faults(tmp_path, HEAD.replace('"部门整体"', "“部门整体”") + RATE)
    assert first.endswith("第4行写法不对：kind = “部门整体”")
    assert second.startswith("这一行有中文标点")


def test_a_file_in_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes((HEAD + RATE).encode("gb18030"))
    with pytest.raises(UsageError, match="在记事本里另存为 UTF-8"):
        from_file(str(tmp_path / "a.toml"))


def test_parts_of_one_name_are_told(tmp_path: Path) -> None:
    more = '\n[[indicators]]\nlevel = 2\nname = "数量"\nfull = 10\n\n[[indicators]]\nlevel = 2\nname = "数量"\nfull = 10\n'
    assert any("indicators[4].name（“数量”）：同一个上级下面有两项都叫“数量”" in line for line in faults(tmp_path, HEAD + RATE + more))


@pytest.mark.parametrize(("name", "told"), [("产出", "两项都叫“产出”，是不是"), ("“产出”", "两项都叫““产出””（“产出”）")])
def test_so_are_first_levels_of_one_name_whatever_their_quotes(tmp_path: Path, name: str, told: str) -> None:
    more = f'\n[[indicators]]\nlevel = 1\nname = "{name}"\nfull = 20\n'
    (line,) = faults(tmp_path, HEAD.replace("30", "50") + RATE + more)
    assert told in line


def test_another_rubric_is_extended_by_what_differs(tmp_path: Path) -> None:
    text = """
name = "清陂县项目自评"
places = ["清陂县"]
source = "清财绩〔2024〕1号"
extends = "sichuan-project/2017"

[[indicators]]
name = "完成数量"
full = 4

[[indicators]]
name = "完成质量"
full = 6

[[indicators]]
name = "服务对象满意度"
drop = true

[[indicators]]
under = "项目效益"
name = "群众满意度"
full = 12
"""
    rubric, base = loaded(tmp_path, text), shipped()["sichuan-project/2017"]
    rows = {row.name: (level, row.full) for level, row in rubric.rows()}
    assert rows["完成数量"] == (3, 4)
    assert rows["完成质量"] == (3, 6)
    assert rows["群众满意度"] == (3, 12)
    assert "服务对象满意度" not in rows
    assert (rubric.kind, rubric.years, rubric.extends) == (base.kind, base.years, base.id)
    assert len(rows) == len({row.name for _, row in base.rows()})


def test_what_an_extension_changes_still_has_to_add_up(tmp_path: Path) -> None:
    text = 'name = "甲"\nsource = "乙"\nextends = "sichuan-project/2017"\n\n[[indicators]]\nname = "完成数量"\nfull = 4\n'
    assert any("写20分，下级满分之和为19分（4+5+5+5）" in line for line in faults(tmp_path, text))


def test_the_rubrics_of_the_program_are_sound_and_of_many_places() -> None:
    rubrics = shipped()
    assert len({name.partition("-")[0] for name in rubrics}) >= 8
    assert all(rubric.source and rubric.indicators for rubric in rubrics.values())
    assert all(row.source for rubric in rubrics.values() for _, row in rubric.rows())
    assert {rubric.kind for rubric in rubrics.values()} == {"部门整体", "项目"}


def test_the_sample_countys_table_is_there_with_its_bonus() -> None:
    rubric = shipped()["guangdong-county/2022"]
    assert (rubric.full, rubric.bonus, rubric.ceiling) == (100, 10, None)
    rate = next(row for _, row in rubric.rows() if row.name == "财政拨款收入预决算差异率")
    assert rate.full == Fraction(4)
    assert not rate.verified


def test_the_recipe_for_people_can_be_copied_as_it_stands(tmp_path: Path) -> None:
    recipe = (Path(__file__).parents[2] / "docs" / "评分细则.md").read_text("utf-8")
    first, second = (block.partition("```")[0] for block in recipe.split("```toml\n")[1:])
    assert len(list(loaded(tmp_path, first).rows())) == 5
    assert loaded(tmp_path, second).extends == "hunan-department/2017"
    shown = [part.partition("`")[0] for part in recipe.split('`"')[1:]]
    assert {form for form in FORMS if form + '"' in shown} >= set(FORMS) - {"=0得3分；≤10%得2分；≤20%得1分；其余得0分"}
