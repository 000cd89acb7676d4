"""What a reading needs before it explains anything, and what an explanation costs a finding."""

from __future__ import annotations

import pytest

from lint.diagnosis import Diagnosis, Kind
from lint.engine import check_document
from lint.report import Result
from lint.settings import Settings
from tests.support import document_of

TITLE = "2023年度自评报告\n\n"


def finding(text: str, code: str) -> Result:
    """The one finding of this rule."""
    (found,) = [result for result in check_document(document_of(TITLE + text), Settings()).findings() if result.code == code]
    return found


def explained(text: str, code: str) -> Diagnosis | None:
    return finding(text, code).check.diagnosis


def kind(text: str, code: str) -> Kind | None:
    found = explained(text, code)
    return found.kind if found else None


def test_figures_made_coarse_before_the_calculation_are_innocent_and_lower_the_severity() -> None:
    found = finding("2023年印刷费年初预算为423.62万元，支出决算为361.47万元，完成年初预算的85.14%。", "RAT002")
    assert found.check.diagnosis is not None
    assert (found.check.diagnosis.kind, found.check.diagnosis.innocent, found.severity) == ("mixed-precision", True, "warning")


def test_a_change_is_innocent_where_no_word_says_from_what() -> None:
    text = "邮电费年初预算62.40万元，支出78.65万元，{}增加9.38万元，增长26.04%。"
    open_one, said = (explained(text.format(words), "RAT003") for words in ("", "比上年"))
    assert open_one is not None and said is not None
    assert [(found.kind, found.innocent) for found in (open_one, said)] == [("base", True), ("base", False)]


def test_a_divisor_other_than_the_one_named_is_told_and_stays_an_error() -> None:
    text = "2023年印刷费年初预算50.00万元，调整后预算64.00万元，支出决算为48.00万元，完成年初预算的75.00%。"
    found = finding(text, "RAT002")
    assert found.check.diagnosis is not None
    assert (found.check.diagnosis.kind, found.check.diagnosis.innocent, found.severity) == ("denominator", False, "error")
    assert "调整后预算”64.00万元" in found.check.diagnosis.say.text()


def test_digits_cut_off_are_innocent_and_take_the_place_of_the_remark_on_the_last_place() -> None:
    found = finding("2023年印刷费年初预算为28416.35万元，支出决算为24218.72万元，完成年初预算的85.22%。", "RAT002")
    assert (found.check.diagnosis and found.check.diagnosis.kind, found.severity, found.check.note) == ("truncated", "info", None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2023年商品服务支出合计30万元，其中：办公费10万元，印刷费5万元，其他支出5万元。", "SUM001"),  # 10, a round number
        ("2023年商品服务支出合计25.60万元，其中：办公费12.80万元，印刷费0万元，其他支出0万元。", "SUM001"),  # nothing but itself
        ("2023年印刷费年初预算为50万元，支出决算为40万元，完成年初预算的90%。", "RAT002"),
        ("2023年印刷费年初预算为61.30万元，支出决算为48.75万元，完成年初预算的100%。", "RAT002"),
    ],
)
def test_what_fits_too_easily_explains_nothing(text: str, code: str) -> None:
    assert explained(text, code) is None


def test_two_figures_that_fill_a_gap_are_both_told() -> None:
    text = "2023年商品服务支出合计146.73万元，其中：办公费62.15万元，印刷费22.43万元，其他支出22.43万元。"
    assert kind(text.replace("146.73", "129.44"), "SUM001") == "doubled-part"
    found = explained(text.replace("146.73", "129.44"), "SUM001")
    assert found is not None and "有两处" in found.say.text()


def test_a_subtotal_counted_beside_its_parts_is_told_as_such() -> None:
    table = (
        "支出情况表\n单位：万元\n项目 | 金额\n基本支出 | {}\n其中：人员经费 | 183.46\n公用经费 | 57.92\n项目支出 | 326.15\n合计 | 808.91\n"
    )
    found = explained(table.format("241.38"), "SUM003")
    assert found is not None and found.kind == "doubled-part"


def test_a_first_digit_left_out_explains_nothing_as_any_gap_of_one_digit_would() -> None:
    text = "2023年商品服务支出合计1872.64万元，其中：办公费472.64万元，印刷费318.27万元，其他支出81.73万元。"
    assert explained(text, "SUM001") is None


def test_a_pair_of_figures_one_keystroke_apart_accuses_neither() -> None:
    table = "\n\n2023年度支出决算表\n单位：万元\n项目 | 决算数\n印刷费 | 31.57\n会议费 | 6.10\n"
    found = explained("2023年度印刷费支出决算为35.17万元，会议费支出决算为6.10万元。" + table, "REF002")
    assert found is not None and found.kind == "keystroke"
    assert found.say.text() == "35.17万元与31.57万元只差一次击键（相邻两位数字颠倒）"


def test_a_part_under_the_name_of_the_total_is_a_swap() -> None:
    text = "2023年商品服务支出合计162.38万元，其中：办公费414.83万元，印刷费170.72万元，其他支出81.73万元。"
    assert kind(text, "SUM001") == "swapped"


def test_an_explanation_is_told_in_both_languages() -> None:
    found = explained("2023年印刷费年初预算为81.20万元，支出决算为67.35万元，完成年初预算的120.56%。", "RAT002")
    assert found is not None and found.kind == "inverted"
    assert found.say.text("en") == "it holds with numerator and denominator exchanged"
