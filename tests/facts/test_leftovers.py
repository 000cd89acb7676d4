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
    text = "财政拨款总收入620.5万元。根据收入支出决算总表，差异率＝（620.5－500.8）÷500.8×100%＝23.9%。"
    found = {str(operand.figure): operand for operand in facts_of(text).operands}
    assert found["620.5"].elsewhere is not None
    assert found["500.8"].elsewhere is None and [str(figure) for figure in found["500.8"].comparable] == ["620.5万元"]


def test_an_operand_is_compared_only_with_totals_of_its_own_topic_and_size() -> None:
    text = "财政拨款总收入620.5万元，总支出6.5万元。采购执行率＝300.25÷300.25×100%＝100%。收入执行率＝30.25÷30.25×100%＝100%。"
    assert all(operand.comparable == () for operand in facts_of(text).operands)
