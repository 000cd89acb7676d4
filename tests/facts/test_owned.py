"""What the user's own rules find: together where it stands together, else by name, and nothing where the text does not tell."""

from __future__ import annotations

import time

import pytest

from lint.check import Check
from lint.facts import Facts
from lint.facts.owned.calling import called
from lint.given import Given
from lint.judge import doubt
from lint.rule import all_rules
from tests.support import document_of, own_rules

SETTINGS = """
[[sum]]
name = "专项资金"
whole = ["专项资金总额", "专项资金合计"]
parts = [["中央资金"], ["省级资金"], ["市县配套", "县级配套"]]
"""
ORDER = """
[[compare]]
left = ["在职人数"]
operator = "≤"
right = ["编制数"]
"""


def checks(text: str, settings: str = SETTINGS, code: str = "OWN") -> list[Check]:
    """What the user's rules come to in a text."""
    facts = Facts(document_of(text), Given(own=own_rules(settings)))
    made = [(rule, check) for rule in all_rules() if rule.code.startswith(code) for check in rule.check(facts)]
    return [check for _, check in doubt(made)]


def told(text: str, settings: str = SETTINGS, code: str = "OWN") -> list[tuple[str, str, str]]:
    """Outcome, what is claimed and what is derived of every check, or why there is none."""
    return [
        (check.outcome, check.claimed, check.reason.text() if check.reason else check.derived) for check in checks(text, settings, code)
    ]


@pytest.mark.parametrize(
    ("printed", "grade", "owner"),
    [
        ("专项资金总额", "exact", ""),
        ("2023年专项资金总额为", "exact", ""),
        ("（1）其中：专项资金总额", "exact", ""),
        ("全县专项资金总额约", "exact", ""),
        ("甲镇专项资金总额", "exact", "甲镇"),
        ("青禾县水务局的专项资金总额", "exact", "青禾县水务局"),
        ("共安排专项资金总额", "led", ""),
        ("专项资金总额实际到位", "led", ""),
        ("乡村振兴专项资金总额", "near", ""),
    ],
)
def test_words_call_a_figure_by_its_name(printed: str, grade: str, owner: str) -> None:
    fit = called(printed.replace("（", "(").replace("）", ")"), ("专项资金总额",))
    assert fit is not None and (fit.grade, fit.owner) == (grade, owner)


@pytest.mark.parametrize("printed", ["其他专项资金总额", "上年专项资金总额", "扣除专项资金总额", "专项资金总额的一半", "资金总额", ""])
def test_other_words_call_another_figure(printed: str) -> None:
    assert called(printed, ("专项资金总额",)) is None


def test_parts_in_the_paragraphs_of_a_list_belong_to_its_total() -> None:
    text = "专项资金总额500万元，其中：\n（1）中央资金300万元；\n（2）省级资金100万元；\n（3）县级配套120万元。\n"
    assert told(text) == [("broken", "500万元", "520万元")]
    assert checks(text)[0].confidence == "high"


def test_several_totals_of_a_paragraph_each_have_their_own_parts() -> None:
    first = "甲镇专项资金总额200万元，其中中央资金100万元、省级资金60万元、县级配套40万元；"
    second = "乙镇专项资金总额300万元，其中中央资金200万元、省级资金60万元、县级配套50万元。"
    assert told(first + second) == [("holds", "200万元", "200万元"), ("broken", "300万元", "310万元")]
    behind = "中央资金100万元、省级资金60万元、县级配套40万元，专项资金合计200万元；中央资金200万元、省级资金60万元、县级配套50万元，专项资金合计300万元。"
    assert told(behind) == [("holds", "200万元", "200万元"), ("broken", "300万元", "310万元")]


def test_a_part_with_two_values_decides_nothing() -> None:
    text = "专项资金总额500万元。\n\n中央资金300万元。\n\n省级资金100万元，县级配套120万元。\n\n据统计，中央资金280万元。"
    assert told(text) == [
        ("undecided", "", "自定规则“专项资金”（gouji.toml第2行）：“中央资金”在文中有不同的数（300万元、280万元），不知该用哪一个")
    ]


def test_a_total_that_is_stated_otherwise_elsewhere_is_told() -> None:
    text = "专项资金总额520万元。\n\n专项资金总额500万元，其中中央资金300万元，省级资金100万元，县级配套100万元。"
    assert [outcome for outcome, _, _ in told(text)] == ["holds", "undecided"]
    assert "不同的数（520万元、500万元）" in told(text)[1][2]


def test_parts_of_another_year_or_office_are_no_parts() -> None:
    other_year = "2023年专项资金总额500万元。\n\n2022年中央资金300万元，省级资金100万元，县级配套120万元。"
    assert [outcome for outcome, _, _ in told(other_year)] == ["undecided"]
    other_town = "甲镇专项资金总额500万元。\n\n乙镇中央资金300万元。\n\n省级资金100万元。\n\n县级配套120万元。"
    assert [outcome for outcome, _, _ in told(other_town)] == ["undecided"]


def test_what_is_not_found_is_told_once() -> None:
    assert told("专项资金总额500万元。\n\n专项资金总额500万元。") == [
        ("undecided", "", "自定规则“专项资金”（gouji.toml第2行）：没有找到可以对应的“中央资金”“省级资金”“市县配套”")
    ]
    assert told("中央资金300万元。") == [("undecided", "", "自定规则“专项资金”（gouji.toml第2行）：报告没有写“专项资金总额”")]
    many = SETTINGS + SETTINGS.replace('name = "专项资金"', 'name = "又一个"')
    assert told("无。", many) == [("undecided", "", "自定规则“专项资金”“又一个”所说的数，报告里都没有写")]


def test_a_dash_counts_as_nothing_and_a_blank_proves_nothing() -> None:
    table = "资金\n单位：万元\n项目 | 2022年 | 2023年\n专项资金合计 | {} | 500\n中央资金 | 300 | 300\n省级资金 | 100 | 100\n市县配套 | {} | 100\n"
    assert told(table.format("400", "-"))[0] == ("holds", "400万元", "400万元")
    assert told(table.format("480", "-"))[0] == ("broken", "480万元", "400万元")
    assert "是空格，可能漏填" in told(table.format("480", ""))[0][2]
    assert told(table.format("380", ""))[0] == ("broken", "380万元", "400万元")


def test_a_rate_of_a_line_is_not_the_line() -> None:
    table = (
        "资金\n项目 | 金额（万元） | 执行率\n专项资金合计 | 500 | 90%\n中央资金 | 300 | 80%\n省级资金 | 100 | 95%\n市县配套 | 100 | 100%\n"
    )
    assert told(table) == [("holds", "500万元", "500万元")]


def test_the_groups_of_a_header_keep_their_columns_together() -> None:
    one = "资金\n单位：万元\n乡镇 | 专项资金合计 | 其中 | 其中 | 其中\n乡镇 | 专项资金合计 | 中央资金 | 省级资金 | 市县配套\n甲镇 | 500 | 300 | 100 | 120\n乙镇 | 400 | 300 | 50 | 50\n"
    assert told(one) == [("broken", "500万元", "520万元"), ("holds", "400万元", "400万元")]
    rate = '[[ratio]]\nname = "执行率"\npart = ["执行数"]\nwhole = ["预算数"]\n'
    two = "资金\n单位：万元\n乡镇 | 中央 | 中央 | 中央 | 省级 | 省级 | 省级\n乡镇 | 预算数 | 执行数 | 执行率 | 预算数 | 执行数 | 执行率\n甲镇 | 100 | 50 | 50% | 200 | 180 | 90%\n乙镇 | 100 | 80 | 80% | 200 | 150 | 70%\n"
    assert told(two, rate) == [("holds", "50%", "50%"), ("holds", "90%", "90%"), ("holds", "80%", "80%"), ("broken", "70%", "75%")]


def test_many_rows_are_bound_in_no_time() -> None:
    rows = "".join(f"村{number} | {number} | 1 | 1 | {number - 2}\n" for number in range(10, 1500))
    table = f"资金\n单位：万元\n村 | 专项资金合计 | 中央资金 | 省级资金 | {{}}\n{rows}"
    began = time.perf_counter()
    assert {outcome for outcome, _, _ in told(table.format("县级配套"))} == {"holds"}
    assert [outcome for outcome, _, _ in told(table.format("其他"))] == ["undecided"]
    assert time.perf_counter() - began < 20


def test_text_and_a_form_of_names_and_values_are_brought_together() -> None:
    form = "2023年度基本情况表\n内设机构 | 6 | 在职人数 | 40\n编制数 | 38 | 公务用车 | 2\n"
    assert told(form, ORDER) == [("broken", "40", "38")]
    apart = "2023年度绩效自评报告\n\n核定编制数38名。\n\n年末在职人数40人，内设机构6个。"
    assert told(apart, ORDER) == [("broken", "40人", "38人")]
    assert checks(apart, ORDER)[0].severity == "warning"


def test_figures_that_rounding_may_put_out_of_order_are_not_blamed() -> None:
    cost = '[[compare]]\nleft = ["甲费用"]\noperator = "≤"\nright = ["乙费用"]\n'
    assert told("甲费用3.5万元，乙费用34980元。", cost)[0][0] == "undecided"
    assert told("甲费用3.6万元，乙费用34980元。", cost)[0][0] == "broken"
    assert told("甲费用3.51万元，乙费用3.50万元。", cost)[0][0] == "broken"


def test_a_ratio_is_rounded_as_printed_and_may_be_an_average() -> None:
    rate = '[[ratio]]\nname = "配套率"\npart = ["县级配套"]\nwhole = ["专项资金总额"]\n'
    assert told("专项资金总额300万元，县级配套100万元，配套率33.33%。", rate)[0][0] == "holds"
    assert told("专项资金总额300万元，县级配套100万元，配套率33.33。", rate)[0][0] == "undecided"
    assert told("专项资金总额300万元，县级配套100万元，配套率33.33。", rate + "times = 100\n")[0][0] == "holds"
    assert told("专项资金总额300万元，县级配套100万元，配套率33.33%。", rate + "times = 100\n")[0][0] == "holds"
    head = '[[ratio]]\nname = "人均补助"\npart = ["补助总额"]\nwhole = ["补助人数"]\n'
    assert told("补助总额30万元，补助人数100人，人均补助3000元。", head)[0][0] == "holds"
    assert told("补助总额30万元，补助人数100人，人均补助3500元。", head) == [("broken", "3500元", "3000元")]


def test_a_ratio_with_a_limit_is_checked_though_it_is_not_printed() -> None:
    limit = '[[ratio]]\nname = "公用占比"\npart = ["公用经费"]\nwhole = ["基本支出"]\nleast = "10%"\nmost = "30%"\n'
    assert told("基本支出1000万元，其中公用经费320万元。", limit) == [("holds", "320万元", "100万元"), ("broken", "320万元", "300万元")]
    assert told("无。", limit) == [("undecided", "", "自定规则“公用占比”所说的数，报告里都没有写")]


def test_the_users_own_words_reason_and_severity_are_told() -> None:
    worded = SETTINGS + 'message = "配套没有算进去{0}"\nwhy = "青财〔2022〕3号"\nseverity = "info"\n'
    check = checks("专项资金总额500万元，其中中央资金300万元，省级资金100万元，县级配套120万元。", worded)[0]
    assert check.severity == "info" and check.message is not None and check.note is not None
    shown = check.message.of(claimed="", derived="", working="", difference="", **check.values).text()
    assert shown.startswith("配套没有算进去{0}（按自定规则“专项资金”（gouji.toml第2行）") and check.note.text() == "青财〔2022〕3号"
