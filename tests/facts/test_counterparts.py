"""Figures of running text and the table cells that should show the same."""

from __future__ import annotations

from lint.facts.tables.pair import Pair
from tests.support import facts_of

TABLE = "\n\n2022年度支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 32.5\n会议费 | 6.1\n合计 | 38.6\n"


def pairs(text: str, table: str = TABLE) -> list[Pair]:
    return list(facts_of(text + table, 2022).pairs)


def shown(found: list[Pair]) -> list[tuple[str, str, str]]:
    return [(str(pair.mention.figure), str(pair.item.figure), pair.grade) for pair in found]


def test_name_year_and_side_make_a_certain_pair() -> None:
    assert shown(pairs("2022年公务接待费支出决算为32.5万元。")) == [("32.5万元", "32.5万元", "certain")]


def test_another_side_or_year_is_another_quantity() -> None:
    assert pairs("2022年公务接待费支出预算为40万元。") == []
    assert pairs("2021年公务接待费支出决算为40万元。") == []


def test_an_unknown_side_leaves_doubt() -> None:
    assert shown(pairs("公务接待费40万元。")) == [("40万元", "32.5万元", "open")]


def test_a_side_that_only_the_word_spending_tells_is_likely() -> None:
    assert shown(pairs("2022年公务接待费支出40万元。")) == [("40万元", "32.5万元", "likely")]


def test_several_values_under_one_name_leave_doubt() -> None:
    table = TABLE + "\n\n2022年度项目支出决算表\n单位：万元\n项目 | 决算数\n公务接待费 | 11\n会议费 | 2\n"
    assert shown(pairs("2022年公务接待费支出决算为40万元。", table)) == [("40万元", "32.5万元", "open")]


def test_a_paragraph_that_lists_the_lines_of_a_table_gives_its_total() -> None:
    found = pairs("2022年行政经费支出决算为38.6万元，其中：公务接待费32.5万元，会议费6.1万元。")
    assert ("38.6万元", "38.6万元", "certain") in shown(found)


def test_a_functional_subject_is_known_with_those_above_it() -> None:
    table = (
        "\n\n2022年度财政拨款支出决算表\n单位：万元\n科目编码 | 科目名称 | 合计\n201 | 公共服务支出 | 90\n20103 | 办公事务 | 90\n"
        "2010301 | 行政运行 | 60\n2010302 | 管理事务 | 30\n"
    )
    found = pairs("1.公共服务支出（类）办公事务（款）行政运行（项）。年初预算为50万元，支出决算为61万元。", table)
    assert shown(found) == [("61万元", "60万元", "certain")]


def test_what_goes_by_a_name_of_its_own_is_not_of_the_subject_before_it() -> None:
    table = "\n\n2022年度财政拨款支出决算表\n单位：万元\n科目编码 | 科目名称 | 合计\n201 | 公共服务支出 | 60\n20103 | 办公事务 | 60\n2010301 | 行政运行 | 60\n"
    text = (
        "公共服务支出（类）办公事务（款）行政运行（项）。支出决算为60万元，其中：房租支出40万元、印刷支出20万元。工会补助支出决算为7万元。"
    )
    assert shown(pairs(text, table)) == [("60万元", "60万元", "certain")]


def test_two_values_under_each_others_names_are_a_swap() -> None:
    facts = facts_of("2022年公务接待费支出决算为6.1万元，会议费支出决算为32.5万元。" + TABLE, 2022)
    assert [(swap.first.name, swap.second.name) for swap in facts.swaps] == [("公务接待费支出决算", "会议费支出决算")]


def test_a_line_and_a_column_named_in_one_sentence_name_a_cell() -> None:
    table = "\n\n2022年各乡镇资金表\n单位：万元\n乡镇 | 下达资金 | 支出资金\n柳河镇 | 90 | 80\n青山乡 | 70 | 65\n"
    assert shown(pairs("柳河镇2022年下达资金90万元，支出资金82万元。", table)) == [
        ("90万元", "90万元", "certain"),
        ("82万元", "80万元", "certain"),
    ]
    assert pairs("柳河镇等两个乡镇2022年支出资金145万元。", table) == []


def test_a_table_of_one_line_is_known_by_its_title() -> None:
    text = "2024年政府性基金预算支出290万元。\n\n2024年政府性基金预算支出表\n单位：元\n科目 | 合计 | 项目支出\n城乡社区支出 | {0} | {0}\n"
    assert [(pair.grade, pair.same) for pair in facts_of(text.format("2,600,000.00")).pairs] == [("certain", False)]
    assert [(pair.grade, pair.same) for pair in facts_of(text.format("2,900,000.00")).pairs] == [("certain", True)]


def test_a_name_that_the_table_gives_several_values_is_not_the_total_of_what_follows() -> None:
    accounts = (
        "\n\n2022年度财政拨款收入支出决算总表\n单位：万元\n收入 | | 支出 |\n项目 | 金额 | 项目 | 金额\n"
        "一、一般公共预算财政拨款 | 100 | 一、农林水支出 | 98\n本年收入合计 | 100 | 本年支出合计 | 98\n"
        "年初财政拨款结转和结余 | 5 | 年末财政拨款结转和结余 | 7\n总计 | 105 | 总计 | 105\n"
    )
    text = "2022年财政拨款收入100万元，比上年减少2万元；财政拨款支出98万元。年末财政拨款结转和结余7万元。"
    assert all(pair.same for pair in pairs(text, accounts))


def test_the_heading_says_of_which_fund_a_figure_is() -> None:
    table = (
        "\n\n2022年度财政拨款收入支出决算总表\n单位：万元\n收入 | | 支出 |\n项目 | 金额 | 项目 | 金额\n"
        "一、一般公共预算财政拨款 | 76 | 一、卫生健康支出 | 76\n二、政府性基金预算财政拨款 | 2 | 二、城乡社区支出 | 2\n"
        "本年收入合计 | 78 | 本年支出合计 | 78\n"
    )
    text = "五、一般公共预算财政拨款支出决算情况说明\n\n2022年度财政拨款支出76万元，比上年增加1万元。"
    assert all(pair.grade == "open" for pair in pairs(text, table) if not pair.same)


def test_the_first_plan_is_not_the_final_one() -> None:
    table = "\n\n2022年度支出决算表\n单位：万元\n项目 | 年初预算数 | 全年预算数 | 决算数\n公务接待费 | 5 | 4.5 | 4\n会议费 | 2 | 2 | 1\n"
    found = pairs("2022年公务接待费年初预算为6万元，全年预算为4.5万元，支出决算为4万元。", table)
    assert shown(found) == [("6万元", "5万元", "certain"), ("4.5万元", "4.5万元", "likely"), ("4万元", "4万元", "likely")]


def test_three_public_expenses_are_of_appropriations_whether_that_is_said_or_not() -> None:
    table = "\n\n2022年度“三公”经费支出决算表\n单位：万元\n项目 | 预算数 | 决算数\n公务接待费 | 5 | 4\n公务用车运行费 | 20 | 15\n合计 | 25 | 19\n"
    found = pairs("2022年“三公”经费财政拨款支出预算为30万元，支出决算为19万元。", table)
    assert shown(found) == [("30万元", "25万元", "certain"), ("19万元", "19万元", "likely")]
