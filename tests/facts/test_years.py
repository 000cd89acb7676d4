"""The report year, and what is dated or cited otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint import readers
from lint.facts import Facts
from lint.readers import Source
from support import document_of, facts_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某局2022年度部门整体绩效自评报告\n\n2021年末实有40人。", 2022),
        ("项目支出绩效自评表\n\n（2023年度）\n", 2023),
        ("某项目2023年度绩效自评报告。该项目2022年立项，2022年批复，2022年开工。", 2023),
        ("2021-2023年某灌区项目绩效评价报告\n\n2021年投资20万元，2021年完成5公里，2021年验收。", 2023),
        ("部门整体绩效自评报告\n\n报告年度：2022年\n\n填报日期：2024年3月12日\n", 2022),
        ("部门整体绩效自评报告\n\n预算年度 | 2022\n部门名称 | 青禾县水务局\n", 2022),
        ("绩效自评报告\n\n填报日期：2023年6月12日\n\n2022年总收入80万元。", 2022),
        ("2016年预算50万元，较2015年减少3万元，较2015年下降5%。", 2016),
        ("收入80万元，比2022年增长6.4%。", 2023),
        ("2016年预算拨入33万元，2015年预算拨入57万元。", 2016),
        ("2018年支出9万元，与2018年度预算相比增加1万元，与2018年度预算相比减少2万元。", 2018),
    ],
)
def test_the_report_year_is_read_from_title_cover_or_text(text: str, year: int) -> None:
    found = facts_of(text).report_year
    assert found and found.value == year


@pytest.mark.parametrize("text", ["收入80万元。", "2018年80万元。2020年90万元。"])
def test_no_year_is_better_than_a_guess(text: str) -> None:
    assert facts_of(text).report_year is None


def test_a_year_from_a_mention_or_two_is_not_firm() -> None:
    once = facts_of("2021年收入80万元。").report_year
    often = facts_of("2021年收入80万元。2021年支出70万元。2021年结余10万元。").report_year
    assert once and not once.firm and often and often.firm


def signs_of(text: str) -> list[tuple[str, int]]:
    found = facts_of(text).report_year
    return [(sign.kind, sign.year) for sign in found.signs] if found else []


def test_everything_that_says_a_year_is_kept_as_a_sign_of_it() -> None:
    text = "2022年度部门整体绩效自评报告\n\n报告年度：2022年\n\n填报日期：2023年5月6日\n\n2022年总收入80万元。\n"
    assert signs_of(text) == [("title", 2022), ("cover", 2022), ("date", 2022), ("text", 2022)]


def test_the_name_of_a_file_is_a_weak_sign() -> None:
    found = Facts(readers.read(Source("2022年自评.txt", "自评得分96分。".encode()))).report_year
    assert found and found.value == 2022 and not found.firm and found.doubt


@pytest.mark.parametrize(
    "name", ["自评20230612.txt", "2023.6.12自评.txt", "2022-2023年自评.txt", "2022年和2023年.txt", "2023年6月自评.txt"]
)
def test_a_date_in_the_name_of_a_file_is_none(name: str) -> None:
    assert Facts(readers.read(Source(name, "自评得分96分。".encode()))).report_year is None


TITLE = "青禾县水务局2023年度部门整体支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (TITLE + "报告年度：2022年\n", [("cover", 2022)]),
        (TITLE + "自评年度 | 2022年\n部门名称 | 水务局\n", [("cover", 2022)]),
        (TITLE + "（2022年度）\n", [("cover", 2022)]),
        (TITLE + "填报日期：2022年5月6日\n", [("early", 2022)]),
        (TITLE + "一、概况\n\n" + TITLE.replace("2023", "2022"), [("again", 2022)]),
        (TITLE + "2022年度收入表\n项目 | 金额\n拨款 | 5\n\n2022年度支出表\n项目 | 金额\n清淤 | 5\n", [("captions", 2022)]),
        (TITLE + "报告年度：2023年\n\n填报日期：2024年5月6日\n", []),
        (TITLE + "填报日期：2023年12月6日\n", []),
        (TITLE + "附件：青禾县水务局2022年度部门整体支出绩效自评报告\n", []),
        (TITLE + "2022年度收入表\n项目 | 金额\n拨款 | 5\n", []),
        (
            TITLE.replace("2023年度", "2021—2023年度") + "2022年度收入表\n项目 | 金额\n拨款 | 5\n\n2022年度支出表\n项目 | 金额\n清淤 | 5\n",
            [],
        ),
        ("青禾县水务局2023年度部门预算\n\n编制日期：2022年11月6日\n", []),
    ],
)
def test_signs_that_cannot_be_true_together_put_the_year_in_doubt(text: str, rivals: list[tuple[str, int]]) -> None:
    found = facts_of(text).report_year
    assert found and [(sign.kind, sign.year) for sign in found.rivals] == rivals
    assert (found.doubt is None) is (not rivals)


@pytest.mark.parametrize(
    ("title", "since"),
    [
        ("2021—2023年灌区改造项目绩效评价报告", 2021),
        ("“十四五”灌区改造项目2023年度绩效评价报告", 2023),
        ("2023年度部门整体支出绩效自评报告", 2023),
    ],
)
def test_a_report_on_several_years_is_about_each_of_them(title: str, since: int) -> None:
    found = facts_of(f"{title}\n\n2023年支出80万元。2022年支出90万元。\n").report_year
    assert found and (found.since, found.value) == (since, 2023) and found.covers(2022) is (since < 2022)


def test_a_page_head_of_another_year_puts_the_year_in_doubt() -> None:
    document = document_of(TITLE + "2022年度部门决算公开")
    *others, last = document.blocks
    found = Facts(replace(document, blocks=(*others, replace(last, kind="aside")))).report_year
    assert found and found.value == 2023 and [(sign.kind, sign.year) for sign in found.rivals] == [("head", 2022)]


def test_a_user_s_year_goes_before_everything() -> None:
    found = facts_of("2021年度绩效自评报告", 2019).report_year
    assert found and found.value == 2019


@pytest.mark.parametrize(
    ("text", "legitimate"),
    [
        ("根据2021年度部门决算报表相关数据计算，2022年采购执行率＝30÷30×100%＝100%。", ""),
        ("依据《2021年度财务报表》，实际支出35.6万元。", ""),
        ("根据二〇二一年度部门决算报表计算，实际支出35.6万元。", ""),
        ("根据21年度部门决算报表计算，实际支出35.6万元。", ""),
        ("根据2021年度决算报表，2022年年初结转结余35.6万元。", "opening"),
        ("根据2021年决算数据测算，2022年预算安排35.6万元。", "planning"),
    ],
)
def test_a_source_is_cited_with_its_year_and_what_excuses_it(text: str, legitimate: str) -> None:
    sources = [item for item in facts_of(text, 2022).citations if item.kind == "source"]
    assert [(item.year, item.legitimate) for item in sources] == [(2021, legitimate)]


@pytest.mark.parametrize(
    "text", ["根据《关于做好2021年度决算工作的通知》开展工作。", "按照2021年度部门决算报表格式编制。", "（财发〔2021〕15号）下达30万元。"]
)
def test_what_derives_no_figure_is_no_source(text: str) -> None:
    assert facts_of(text, 2022).citations == ()


def test_a_ratio_given_for_the_report_year_too_is_a_series() -> None:
    ratios = facts_of("2021年度执行率＝90÷100×100%＝90%。2022年度执行率＝96÷100×100%＝96%。", 2022).citations
    assert [(item.year, item.legitimate) for item in ratios] == [(2021, "series"), (2022, "")]


@pytest.mark.parametrize(
    "text",
    [
        "2021年底实有36人（含5名临聘人员）。",
        "截至2021年12月31日，在职人员36人。",
        "2021年末固定资产1200.5万元。",
        "21年底实有36人。",
        "二〇二一年末在职人员36人。",
    ],
)
def test_a_state_at_the_end_of_an_earlier_year_is_noticed(text: str) -> None:
    assert [item.kind for item in facts_of(text, 2022).dated] == ["state"]


@pytest.mark.parametrize(
    "text",
    [
        "2021年底实有36人，2022年底实有34人。",
        "在职34人，比2021年底实有36人减少2人。",
        "2019年3月机构改革时设立，核定编制15名，2019年底实有12人。",
        "2015年底实有36人。",
        "2023年底预计实有36人。",
        "2021年下达资金318.25万元，2022年支付318.25万元。",
        "2022年支付318.25万元。2021年下达资金318.25万元。",
        "2022年支付20万元。2021年支付20万元。",
    ],
)
def test_history_comparison_and_other_roles_are_left_alone(text: str) -> None:
    assert facts_of(text, 2022).dated == ()


def test_the_same_amount_in_the_same_role_under_two_years_is_noticed() -> None:
    (item,) = facts_of("2022年支付318.25万元。2021年支付318.25万元。", 2022).dated
    assert item.kind == "amount" and item.figure and item.twin and item.figure.value == item.twin.value


def test_a_yearly_total_of_which_the_report_year_has_none_is_noticed() -> None:
    stale = "2021年度机关运行经费支出57.5万元。"
    assert [item.kind for item in facts_of("2022年度总收入80.5万元。" + stale, 2022).dated] == ["flow"]
    assert facts_of("2022年度机关运行经费支出60.2万元。" + stale, 2022).dated == ()


@pytest.mark.parametrize(
    "text",
    [
        "截至2021年12月31日，本部门共有车辆12辆。",
        "截至2021年12月31日，某市水务局共有车辆12辆，其中其他用车9辆。",
        "2021年末共有公务用车12辆。",
    ],
)
def test_what_the_unit_owns_is_dated_the_end_of_the_year(text: str) -> None:
    assert [item.kind for item in facts_of("2022年度部门决算\n\n" + text).dated] == ["state"]
    assert facts_of("2022年度部门预算\n\n" + text).dated == ()


@pytest.mark.parametrize(
    "text",
    [
        "本部门共有车辆14辆，比2021年12月31日增加2辆。",
        "上年末（2021年12月31日）本部门共有车辆12辆。",
        "期初即2021年12月31日本部门共有车辆12辆。",
        "合同约定至2021年12月31日，中标单位共有车辆12辆。",
        "截至2021年12月31日，全县共有车辆12辆。",
    ],
)
def test_openings_terms_and_what_others_own_are_left_alone(text: str) -> None:
    assert facts_of("2022年度部门决算\n\n" + text).dated == ()


def test_a_state_given_for_both_year_ends_is_a_series() -> None:
    text = "截至2021年12月31日，本部门共有车辆12辆。截至2022年12月31日，本部门共有车辆14辆。"
    assert [item.year for item in facts_of("2022年度部门决算\n\n" + text).dated] == [2022]


STOCK = "2022年度低保项目绩效自评报告\n\n2022年发放资金500万元。"


def test_a_number_at_the_end_of_the_year_before_is_noticed_behind_results_of_the_report_year() -> None:
    (item,) = facts_of(STOCK + "截至2021年12月底，全县共有低保对象1600人。\n").dated
    assert item.kind == "state" and item.year == 2021


@pytest.mark.parametrize(
    "text",
    [
        "2022年度养护项目绩效自评报告\n\n截至2021年底，全县共有农村公路300条。2022年安排500万元。",
        STOCK + "截至2021年底，全县共有低保对象1600人。截至2022年底，全县共有低保对象1700人。",
        STOCK + "截至2021年底，全县共有低保对象1600人。与2021年底相比有所下降。",
        STOCK + "截至2020年底，全县共有低保对象1600人。",
    ],
)
def test_a_number_to_start_from_or_to_compare_with_is_left_alone(text: str) -> None:
    assert [item for item in facts_of(text, 2022).dated if item.year < 2022] == []


@pytest.mark.parametrize("text", ["三、2021年绩效评价问题整改情况", "三、2021年审计情况"])
def test_a_heading_on_what_became_of_last_year_is_left_alone(text: str) -> None:
    assert facts_of(f"2022年度绩效自评报告\n\n一、2022年度基本情况\n\n{text}\n").dated == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("结转率＝2021年结转8万元÷2021年收入160万元×100%＝5%。", [(2021, "")]),
        ("结转率＝2022年结转8万元÷2022年收入160万元×100%＝5%。", [(2022, "")]),
        ("变动率＝2021年结转8万元÷2021年收入160万元×100%＝5%。", [(2021, "opening")]),
        ("结转率＝2021年结转8万元÷2022年收入160万元×100%＝5%。", []),
        ("结转率＝2021年初结转8万元÷收入160万元×100%＝5%。", []),
    ],
)
def test_the_year_that_all_operands_of_a_ratio_carry_is_theirs(text: str, found: list[tuple[int, str]]) -> None:
    assert [(item.year, item.legitimate) for item in facts_of(text, 2022).citations] == found
