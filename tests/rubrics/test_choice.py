"""Which scoring table a report is checked by, and what follows from it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from lint.check import Check, Related
from lint.cli import main
from lint.facts import Facts
from lint.given import Given
from lint.rubric import Rubric
from lint.rubric.library import from_file
from lint.rule import all_rules, selected
from lint.writers.schema import SCHEMA
from lint.writers.text import label
from tests.support import document_of

TABLE = """name = "青禾县部门整体支出绩效自评（2024年度）"
places = ["青禾县"]
years = "2024"
kind = "部门整体"
source = "青财绩〔2025〕3号附件2"
verified = true
full = 100
bonus = 5
bonus_rule = "可超过"

[[indicators]]
level = 1
name = "投入"
full = 20

[[indicators]]
level = 2
name = "在职人员控制率"
full = 10
score = "≤100%得满分，每超1个百分点扣0.5分"
examples = ["102%得9分"]

[[indicators]]
level = 2
name = "“三公”经费变动率"
full = 10
score = "≤0得满分，每超1个百分点扣1分"
examples = ["4%得6分"]

[[indicators]]
level = 1
name = "产出"
full = 80

[[indicators]]
level = 2
name = "预算执行率"
full = 80
score = "≥95%得满分；≥90%得60分；其余得0分"
examples = ["92%得60分"]

[[indicators]]
level = 1
name = "加分项"
full = 5
bonus = true
"""
REPORT = """青禾县水务局2024年度部门整体支出绩效自评报告
综合得分为{total}分。
一、投入（满分20分，自评得分{input}分）。
（一）在职人员控制率（满分10分，自评得分10分）。在职人员控制率＝40÷42×100%＝95.24%。
（二）三公经费变动率（满分10分，自评得分{three}分）。三公经费变动率为{rate}。
二、产出（满分80分，自评得分80分）。
（一）预算执行率（满分80分，自评得分80分）。预算执行率为96.5%。
三、加分项（满分5分，自评得分3分）。
"""
RIGHT = {"total": "103", "input": "20", "three": "10", "rate": "-3.1%"}


@pytest.fixture
def table(tmp_path: Path) -> Rubric:
    (tmp_path / "qinghe.toml").write_text(TABLE, "utf-8")
    return from_file(str(tmp_path / "qinghe.toml"))


def facts(text: str, *own: Rubric, named: Rubric | None = None) -> Facts:
    return Facts(document_of(text), Given(rubrics=own, rubric=named))


def chosen(text: str, *own: Rubric) -> str | None:
    found = facts(text, *own).rubric
    return found.rubric.id if found else None


def test_a_report_of_the_place_and_year_that_prints_the_full_marks_is_checked_by_the_table(table: Rubric) -> None:
    found = facts(REPORT.format(**RIGHT), table).rubric
    assert found is not None
    assert found.rubric is table
    assert found.evidence.text() == "按“青禾县水务局2024年度部门整体支出绩效自评报告”、年度和6项满分相符选定"


@pytest.mark.parametrize(
    ("old", "new"),
    [("青禾县", "桐岭县"), ("2024年度", "2023年度"), ("部门整体支出", "项目支出"), ("满分10分", "满分8分")],
    ids=["another place", "another year", "another kind", "other full marks"],
)
def test_a_report_that_differs_in_one_of_these_is_not(table: Rubric, old: str, new: str) -> None:
    assert chosen(REPORT.format(**RIGHT).replace(old, new), table) is None


def test_a_project_form_with_the_national_full_marks_is_checked_by_the_national_table() -> None:
    rows = "\n".join(
        f"{name} | {full} | {full}" for name, full in (("预算执行率", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10))
    )
    assert chosen(f"2023年度项目支出绩效自评表\n项目名称 | 河道清淤\n指标 | 分值 | 得分\n{rows}\n") == "national-project/2020"
    assert chosen(f"2019年度项目支出绩效自评表\n项目名称 | 河道清淤\n指标 | 分值 | 得分\n{rows}\n") is None


def test_a_name_is_found_without_its_quotes_and_with_the_words_of_the_level(table: Rubric) -> None:
    found = facts(REPORT.format(**RIGHT).replace("一、投入", "一、投入指标情况"), table).rubric
    assert found is not None
    assert {pair.indicator.name for pair in found.fits[0].pairs} == {row.name for _, row in table.rows()}


def checked(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *options: str) -> tuple[str, list[tuple[str, str, str]]]:
    """What is printed of a report, and its findings by code, severity and message."""
    (tmp_path / "a.txt").write_text(text, "utf-8")
    main(["check", str(tmp_path / "a.txt"), *options])
    shown = capsys.readouterr().out
    main(["check", str(tmp_path / "a.txt"), "-f", "json", *options])
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, SCHEMA)
    found = data["files"][0]["checks"]
    return shown, [(check["code"], check["severity"], check["message"]) for check in found if check["outcome"] == "broken"]


def test_a_score_that_the_table_does_not_give_is_a_warning_with_its_working(
    tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.format(**RIGHT | {"rate": "4%"})
    shown, found = checked(tmp_path, capsys, text, "--rubric", str(tmp_path / "qinghe.toml"))
    assert found == [
        (
            "SCO011",
            "warning",
            f"“三公经费变动率”写10分，按评分细则“{table.name}”应得6分：“三公”经费变动率4%，不超过0：10分；每超过1个百分点扣1分，扣完为止",
        )
    ]
    assert "由 --rubric 或设置文件指定" in shown


def test_the_table_tells_how_far_bonus_items_reach(tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str]) -> None:
    named = ("--rubric", str(tmp_path / "qinghe.toml"))
    assert checked(tmp_path, capsys, REPORT.format(**RIGHT), *named)[1] == []
    (tmp_path / "qinghe.toml").write_text(TABLE.replace("可超过", "只补扣分"), "utf-8")
    ((code, severity, message),) = checked(tmp_path, capsys, REPORT.format(**RIGHT), *named)[1]
    assert (code, severity) == ("SCO005", "error")
    assert message == f"总分103分，超过满分100分（评分细则“{table.name}”满分100分，加分5分只用于弥补扣分）"


def broken(read: Facts, code: str) -> list[Check]:
    """The broken checks of one rule."""
    (rule,) = selected(all_rules(), [code])
    return [made for made in rule.check(read) if made.outcome == "broken"]


def test_a_table_that_was_not_seen_in_print_only_informs(table: Rubric) -> None:
    unseen = replace(table, verified=False)
    text = REPORT.format(**RIGHT | {"rate": "4%"})
    (warned,) = broken(facts(text, table), "SCO011")
    (informed,) = broken(facts(text, unseen), "SCO011")
    (named,) = broken(facts(text, named=unseen), "SCO011")
    assert (warned.severity, informed.severity, named.severity) == ("warning", "info", "warning")
    assert informed.note is not None
    assert "没有核实（青财绩〔2025〕3号附件2）" in informed.note.text()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("三公经费变动率为-3.1%", "-3.1%"),
        ("“三公”经费变动率（较上年）达到4%", "4%"),
        ("变动率＝（9.2－9.0）÷9.0×100%＝2.22%", "2.22%"),
        ("（9.2－9.0）÷9.0×100%＝2.22%", "2.22%"),
        ("上年三公经费变动率为6%，本年三公经费变动率为2%", "2%"),
        ("三公经费变动率的目标是不超过0", None),
        ("三公经费变动率为2%，另一处三公经费变动率为3%", None),
        ("评分标准：三公经费变动率为4%的，每超过1个百分点扣1分", None),
        ("三公经费变动率约为2%", None),
        ("全县平均三公经费变动率为5%", None),
    ],
)
def test_the_number_of_an_indicator_is_the_one_that_its_text_calls_so(table: Rubric, words: str, value: str | None) -> None:
    read = facts(REPORT.format(**RIGHT).replace("三公经费变动率为-3.1%", words), table)
    (found,) = [found for found in read.scored if "三公" in found.indicator.name]
    assert [str(figure) for figure in found.values.values()] == ([value] if value else [])


FORM = """青禾县2024年度部门整体支出绩效自评表
一级指标 | 三级指标 | 年度指标值 | 全年完成值 | 分值 | 得分
投入 | 在职人员控制率 | 100% | 95% | 10 | 10
投入 | 三公经费变动率 | 0% | 0% | 10 | 10
产出 | 预算执行率 | 100% | 96.5% | 80 | {}
"""


def test_where_the_table_decides_the_usual_practice_is_not_asked(table: Rubric) -> None:
    assert [len(broken(facts(FORM.format("80")), code)) for code in ("SCO010", "SCO011")] == [1, 0]
    assert [len(broken(facts(FORM.format("80"), named=table), code)) for code in ("SCO010", "SCO011")] == [0, 0]
    assert [len(broken(facts(FORM.format("60"), named=table), code)) for code in ("SCO010", "SCO011")] == [0, 1]


def test_a_report_that_splits_an_indicator_otherwise_is_not_accused(table: Rubric) -> None:
    text = REPORT.format(**RIGHT).replace("（二）三公经费变动率（满分10分，自评得分10分）", "（二）三公经费变动率（满分6分，自评得分6分）")
    assert len(broken(facts(text, named=table), "SCO012")) == 1
    split = text.replace("二、产出", "（三）公务接待费变动率（满分4分，自评得分4分）。\n二、产出")
    assert broken(facts(split, named=table), "SCO012") == []


@pytest.mark.parametrize(
    ("settings", "by"),
    [('rubric = "qinghe.toml"\n', "user"), ("[[rubric]]\nid = 'qinghe/2024'\n{table}", "document")],
    ids=["named", "described"],
)
def test_a_bureaus_own_table_stands_in_its_settings(
    tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str], settings: str, by: str
) -> None:
    inside = TABLE.replace("[[indicators]]", "[[rubric.indicators]]")
    (tmp_path / "gouji.toml").write_text(settings.format(table=inside), "utf-8")
    (tmp_path / "a.txt").write_text(REPORT.format(**RIGHT | {"rate": "4%"}), "utf-8")
    main(["check", str(tmp_path / "a.txt"), "-f", "json", "--config", str(tmp_path / "gouji.toml")])
    data = json.loads(capsys.readouterr().out)
    assert data["files"][0]["rubric"]["chosen_by"] == by
    assert data["files"][0]["rubric"]["name"] == table.name
    assert any(check["code"] == "SCO011" and check["outcome"] == "broken" for check in data["files"][0]["checks"])


def test_a_fault_in_the_settings_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = TABLE.replace("[[indicators]]", "[[rubric.indicators]]").replace("full = 80", "full = 70", 1)
    (tmp_path / "gouji.toml").write_text("[[rubric]]\nid = 'qinghe/2024'\n" + inside, "utf-8")
    (tmp_path / "a.txt").write_text("支出合计5万元。", "utf-8")
    assert main(["check", str(tmp_path / "a.txt"), "--config", str(tmp_path / "gouji.toml")]) == 2
    told = capsys.readouterr().err
    assert "第9行：rubric[0].full：写100分" in told
    assert "第35行：rubric[0].indicators[3].full（“产出”）：写70分，下级满分之和为80分" in told


LEAVES = """青禾县2024年度部门整体支出绩效自评表
一级指标 | 二级指标 | 三级指标 | 分值 | 得分
{}"""
ROWS = [
    ("投入", "目标", "目标合理性", 4),
    ("投入", "配置", "在职人员控制率", 6),
    ("过程", "执行", "预算完成率", 40),
    ("产出", "职责", "重点工作完成率", 50),
]


def three_levels(folder: Path) -> Rubric:
    """The table of these rows, with the sums of its upper levels, which reports do not print."""
    text = TABLE.partition("[[indicators]]")[0].replace("bonus = 5\n", "")
    above: list[str] = []
    for row in ROWS:
        for level, name in enumerate(row[:3], 1):
            full = sum(other[3] for other in ROWS if other[level - 1] == name)
            if name not in above:
                text += f'[[indicators]]\nlevel = {level}\nname = "{name}"\nfull = {full}\n'
        above += row[:3]
    (folder / "levels.toml").write_text(text, "utf-8")
    return from_file(str(folder / "levels.toml"))


def test_a_form_that_prints_only_the_full_marks_of_the_last_level_shows_its_table(tmp_path: Path) -> None:
    own = three_levels(tmp_path)
    rows = [" | ".join(map(str, (*row, row[3]))) for row in ROWS]
    assert chosen(LEAVES.format("\n".join(rows)), own) == "levels"
    assert chosen(LEAVES.format("\n".join(rows[:2])), own) is None


def test_titles_with_full_mark_and_score_in_one_bracket_show_their_table(tmp_path: Path) -> None:
    own = three_levels(tmp_path)
    text = (
        "青禾县2024年度部门整体支出绩效自评报告\n（一）投入（10分，自评9分）\n（二）过程（40分，自评32分）\n（三）产出（50分，自评48分）\n"
    )
    assert chosen(text, own) == "levels"
    assert chosen(text.replace("40", "30").replace("（10", "（20"), own) is None


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("青禾县", "桐岭县", "报告里没有出现“青禾县”"),
        ("2024年度", "2023年度", "不是2023年度的细则"),
        ("部门整体支出", "项目支出", "它是部门整体的细则，报告标题不是"),
        ("满分10分", "满分8分", "满分相符的不够多"),
    ],
)
def test_where_none_is_chosen_show_tells_the_nearest_and_what_did_not_fit(table: Rubric, old: str, new: str, lacks: str) -> None:
    read = facts(REPORT.format(**RIGHT).replace(old, new), table)
    assert read.rubric is None
    assert read.nearest_rubric is not None
    assert lacks in read.nearest_rubric.text()


def test_a_named_table_of_another_year_only_informs_and_both_outputs_say_so(
    tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.format(**RIGHT | {"rate": "4%"})
    named = ("--rubric", str(tmp_path / "qinghe.toml"))
    assert not table.covers(2023)
    shown, found = checked(tmp_path, capsys, text.replace("2024", "2023"), *named)
    assert [(code, severity) for code, severity, _ in found] == [("SCO011", "info")]
    assert "注意：它不是2023年度的细则，核对得出的只作提示" in shown
    main(["check", str(tmp_path / "a.txt"), "-f", "json", *named])
    assert "不是2023年度的细则" in json.loads(capsys.readouterr().out)["files"][0]["rubric"]["evidence"]
    main(["show", str(tmp_path / "a.txt"), *named])
    assert "不是2023年度的细则" in capsys.readouterr().out


def test_a_named_table_of_a_place_that_the_report_does_not_name_is_doubted(
    tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.format(**RIGHT | {"rate": "4%"}).replace("青禾县", "乌山县")
    shown, found = checked(tmp_path, capsys, text, "--rubric", str(tmp_path / "qinghe.toml"))
    assert [severity for _, severity, _ in found] == ["warning"]
    assert table.places == ("青禾县",)
    assert "注意：报告里没有出现“青禾县”，请确认没有用错细则" in shown


def test_show_tells_the_table_or_that_there_is_none(tmp_path: Path, table: Rubric, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT.format(**RIGHT), "utf-8")
    main(["show", str(tmp_path / "a.txt")])
    assert "评分细则：没有选用" in capsys.readouterr().out
    main(["show", str(tmp_path / "a.txt"), "--rubric", str(tmp_path / "qinghe.toml")])
    assert f"评分细则：{table.name}（qinghe，由 --rubric 或设置文件指定）" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "shown"), [("三公经费”变动率", "“三公经费”变动率"), ("预算调整率(预算调整数", "预算调整数"), ("=支出（决算）", "支出（决算）")]
)
def test_a_related_figure_is_named_with_its_quotes_and_brackets_in_pairs(name: str, shown: str) -> None:
    (token, *_) = facts("支出5万元。").tokens
    assert label(Related(token.figure, "operand", name)) == shown
