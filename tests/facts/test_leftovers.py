"""Left-overs of forms, percent signs left out, counts that bind each other, operands without a source."""

from __future__ import annotations

import pytest

from support import facts_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("支出合计620.5万元，比上年增加（减少）20.5万元。", "增加(减少)"),
        ("支出合计620.5万元，比上年增长/下降3%。", "增长/下降"),
        ("支出决算为9万元，决算数大小于预算数的主要原因是节约。", "大小于"),
        ("接待费5.2万元，占 %，其余正常。", "占 %"),
        ("接待费5.2万元，比上年减少 万元。", "减少 万元"),
        ("工资71.6万元，占基本支出预算%，同比减少2万元。", "占基本支出预算%"),
        ("接待费5.2万元，占总支出的XX%。", "的XX%"),
        ("接待费____万元，占5%。", "费____万元"),
    ],
)
def test_what_a_form_left_is_noticed(text: str, left: str) -> None:
    found = [slot.text for slot in facts_of(text).slots]
    assert len(found) == 1 and left.endswith(found[0][-3:])


@pytest.mark.parametrize(
    "text",
    [
        "接待费5.2万元，占18.5 %，比上年减少 0.3 万元。",
        "注：增加（减少以“－”号填列）。",
        "增加（减少）额按决算数减预算数计算。",
        "万元产值能耗下降百分之五，占地5亩。",
        "单位：万元；占比（%）；完成率%。",
        "20XX年度收入5万元。",
    ],
)
def test_filled_slots_labels_and_notes_are_left_alone(text: str) -> None:
    assert facts_of(text).slots == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("比上年增长13.95。", ["13.95"]),
        ("基本支出473万元，占76.23，其余正常。", ["76.23"]),
        ("增长13.95万元，增长3%。", []),
        ("位居第3，占2，余1。", []),
    ],
)
def test_a_rate_without_sign_or_unit_is_noticed(text: str, found: list[str]) -> None:
    assert [str(item.token.figure) for item in facts_of(text).rateless] == found


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("安排因公出国（境）团组0个，累计2人次。", [("0个", "2人次", "None")]),
        ("出国（境）团组0次，累计出国（境）0人次。", [("0次", "0人次", "None")]),
        ("出国（境）费支出3.8万元，安排出国团组1个，累计2人次。", [("1个", "2人次", "3.8万元")]),
        (
            "公务接待15批次（其中外事接待0批次），105人次（其中外事接待0人次）。",
            [("15批次", "105人次", "None"), ("0批次", "0人次", "None")],
        ),
        ("公务用车购置费支出18.5万元，购置0辆，保有量5辆。", [("0辆", "None", "18.5万元")]),
        ("国内公务接待批次12个，国内公务接待人次0个。", [("12个", "0个", "None")]),
        ("抽检3108批次，合格率98%。", []),
    ],
)
def test_groups_persons_and_money_of_one_sentence_belong_together(text: str, pairs: list[tuple[str, str, str]]) -> None:
    assert [(str(visit.groups), str(visit.persons), str(visit.spent)) for visit in facts_of(text).visits] == pairs


def test_an_operand_is_looked_up_in_the_rest_of_the_document() -> None:
    text = "财政拨款总收入620.5万元，财政拨款总支出618.4万元。根据收入支出决算总表，差异率＝（620.5－500.8）÷500.8×100%＝23.9%。"
    found = {str(operand.figure): operand for operand in facts_of(text).operands}
    assert found["620.5"].elsewhere is not None
    assert found["500.8"].elsewhere is None and [str(sight.figure) for sight in found["500.8"].comparable] == ["618.4万元"]


def test_a_total_without_a_name_is_compared_under_the_name_before_it() -> None:
    text = "“三公”经费预算数24.50万元，决算数18.60万元，控制率＝19.60÷24.50×100%＝80%。"
    found = {str(operand.figure): operand for operand in facts_of(text).operands}
    assert [str(sight.figure) for sight in found["19.60"].comparable] == ["18.60万元"]


def test_an_operand_is_compared_only_with_totals_of_its_own_topic_and_size() -> None:
    text = "财政拨款总收入620.5万元，总支出6.5万元。采购执行率＝300.25÷300.25×100%＝100%。收入执行率＝30.25÷30.25×100%＝100%。"
    assert all(operand.comparable == () for operand in facts_of(text).operands)


def test_a_ratio_of_expenditure_is_compared_with_the_expenditure_in_all() -> None:
    text = "本年支出合计205.6万元。预算完成率＝187.32÷198.7×100%＝94.27%。项目资金执行率＝187.4÷198.9×100%＝94.22%。"
    found = {str(operand.figure): [str(sight.figure) for sight in operand.comparable] for operand in facts_of(text).operands}
    assert found == {"187.32": ["205.6万元"], "198.7": [], "187.4": [], "198.9": []}


def test_of_a_part_of_the_batches_the_money_for_all_says_nothing() -> None:
    (visit,) = facts_of("公务接待费支出3.2万元，其中外事接待0批次、0人次。").visits
    assert visit.spent is None


def test_what_stands_for_a_name_is_noticed_once_in_a_report_with_numbers() -> None:
    (slot,) = facts_of("某某局收入80万元，支出70万元，其中某某中心支出20万元，结余10万元，职工5人。").slots
    assert (slot.kind, slot.text, slot.count) == ("name", "某某", 2)
    assert facts_of("某某局收入80万元。").slots == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("预算执行（满分10分，得10）、产出（满分50分，得48分）。", [("10", "分")]),
        ("支出合计1020，其中基本支出800万元。", [("1020", "万元")]),
        ("问卷得分4.6（满分5分）。", []),
        ("执行率＝800÷1020×100%＝78.43%，支出800万元。", []),
        ("会议费支出1.2万元，上年支出0，增加1.2万元。", []),
        ("名次为3，得分为95分。", []),
    ],
)
def test_an_amount_or_score_without_the_unit_of_its_neighbours_is_noticed(text: str, found: list[tuple[str, str]]) -> None:
    assert [(str(item.token.figure), item.unit) for item in facts_of(text).unitless] == found
