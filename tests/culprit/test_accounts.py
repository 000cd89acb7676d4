"""Who can be to blame, what would follow, and which findings have one cause: from texts, by the whole engine."""

from __future__ import annotations

from lint.blame import Account
from lint.engine import check_document
from lint.given import Given
from lint.report import FileReport, Report, Result
from lint.rubric.library import shipped
from lint.settings import Settings
from lint.writers import json, text
from tests.support import document_of

GRADED = """项目综合得分91分，评价等级为“优”。
1.决策（满分30分，扣2分，得分28分）。
2.过程（满分30分，扣5分，得分25分）。
3.产出（满分40分，扣5分，得分35分）。
"""
"""The deductions speak for the scores, the scores against their total."""

SHARES = "2023年支出合计3,038.79万元，其中：基本支出1,476.25万元，占48.58%；项目支出1,562.54万元，占52.42%。"

TREE = """部门整体支出综合得分为95分。
1.预算编制（满分30分，自评得分为30分）。
（1）编制质量（满分15分，自评得分为11分）。
①完整性（满分8分，自评得分为8分）。
②准确性（满分7分，自评得分为3分）。
（2）目标设置（满分15分，自评得分为15分）。
①合理性（满分8分，自评得分为8分）。
②明确性（满分7分，自评得分为7分）。
2.预算执行（满分60分，自评得分为60分）。
（1）执行率（满分60分，自评得分为60分）。
3.加分项（满分10分，自评得分为6分）。
"""
"""Of the structure of the sample: a parent that equals its full mark, and a total that fits neither before nor after."""


def checked(content: str) -> FileReport:
    return check_document(document_of(content), Settings())


def finding(report: FileReport, code: str) -> Result:
    return next(result for result in report.findings() if result.code == code)


def account(report: FileReport, code: str) -> Account:
    found = finding(report, code).account
    assert found is not None
    return found


def told(account: Account) -> list[list[str]]:
    return [[f"{change.figure}→{change.becomes}" for change in repair.changes] for repair in account.repairs]


def test_the_figure_that_all_smallest_repairs_change_is_the_suspect_with_the_value_it_would_take() -> None:
    found = account(checked(GRADED), "SCO001")
    assert [(str(change.figure), change.becomes) for change in found.suspects] == [("91分", "88分")]
    assert told(found) == [["91分→88分"]]


def test_what_the_report_leaves_open_is_shown_as_a_tie_and_nothing_else_is() -> None:
    report = checked(TREE)
    found = account(report, "SCO001")
    assert [(str(change.figure), change.becomes) for change in found.suspects] == [("30分", "26分")]
    assert told(found) == [["95分→92分", "30分→26分"], ["30分→26分", "6分→9分"]]
    assert account(report, "SCO002") is found


def test_a_score_that_equals_its_full_mark_is_evidence_and_printed() -> None:
    (suspect,) = account(checked(TREE), "SCO002").suspects
    assert [evidence.text() for evidence in suspect.evidence] == ["与满分相同，可能照抄了满分"]


def test_one_slip_at_the_keyboard_puts_a_repair_first_and_says_why() -> None:
    found = account(checked("2023年末资产总额13.00万元，负债总额9.90万元，净资产3.01万元。"), "SUM007")
    assert found.repairs[0].favoured
    assert told(found) == [["3.01万元→3.10万元"], ["13.00万元→12.91万元"], ["9.90万元→9.99万元"]]
    assert not found.suspects


def test_a_repair_tells_what_becomes_of_the_grade() -> None:
    (consequence,) = account(checked(GRADED), "SCO001").consequences
    assert (consequence.code, consequence.effect, consequence.claimed, consequence.derived) == ("SCO007", "breaks", "优", "良")


def test_a_repair_tells_which_threshold_would_be_crossed() -> None:
    content = "结转结余率＝150÷1000×100%＝8%，结转结余率≤10%，得5分。"
    found = account(checked(content), "RAT005")
    ways = {consequence.repair: consequence.code for consequence in found.consequences}
    assert told(found)[next(iter(ways))] == ["8%→15%"]
    assert set(ways.values()) == {"CMP003"}


def test_a_repair_tells_the_score_that_the_scoring_table_would_give() -> None:
    content = """采购管理（满分8分，自评得分6.83分）。
①政府采购执行率（满分3分，自评得分1.83分）。
2022年的政府采购执行率＝6.2÷12.15×100%＝61.03%。
②采购合规性（满分5分，自评得分5分）。
"""
    given = Given(rubric=shipped()["guangdong-county/2022"])
    found = account(check_document(document_of(content), Settings(given=given)), "RAT005")
    (consequence,) = (each for each in found.consequences if each.code == "SCO011")
    assert told(found)[consequence.repair] == ["61.03%→51.03%"]
    assert (consequence.effect, consequence.claimed, consequence.derived) == ("breaks", "1.83分", "1.53分")


def test_a_finding_that_vanishes_with_every_repair_of_another_is_folded_under_it() -> None:
    report = checked(SHARES)
    cause, follower = finding(report, "RAT001"), finding(report, "SUM002")
    assert (cause.cause, follower.cause) == ("", cause.fingerprint)
    assert Report((report,)).followers() == {(0, cause.fingerprint): [(0, follower)]}


def test_findings_that_one_change_settles_together_are_told_once_with_the_others_below_and_counted_apart() -> None:
    written = text.write(Report((checked(SHARES),)), Settings())
    assert written.count("SUM002") == 1
    assert "由此引起（1条）：SUM002" in written
    assert "问题1条：错误1，警告0，提示0；另有1条由它们引起" in written


def test_a_finding_whose_cause_was_decided_upon_stands_by_itself() -> None:
    report = checked(SHARES)
    kept = tuple(result for result in report.results if result.code != "RAT001")
    alone = Report((FileReport(report.document, kept, report.figures),))
    assert alone.followers() == {}
    assert "SUM002  占比合计不为100%" in text.write(alone, Settings())


def test_json_has_the_suspects_with_plain_values_every_repair_and_the_cause() -> None:
    whole = json.write(Report((checked(TREE),)), Settings())
    assert '"blame": "tied"' in whole
    report = checked(TREE)
    assert {change.becomes for repair in account(report, "SCO001").repairs for change in repair.changes} == {"92分", "26分", "9分"}
    assert '"becomes": "26"' in whole


def test_a_score_never_gets_more_than_its_full_mark_nor_less_than_nothing() -> None:
    content = "综合得分为99分。\n1.投入（满分40分，得分39分）。\n2.产出（满分60分，得分54分）。\n"
    assert told(account(checked(content), "SCO001")) == [["99分→93分"], ["54分→60分"]]


def test_where_there_are_too_many_ways_it_says_so() -> None:
    rows = "\n".join(f"街道{number} | 10.00" for number in range(1, 131))
    found = account(checked(f"表1 各街道支出情况 单位：万元\n街道 | 支出\n{rows}\n合计 | 1299.00\n"), "SUM003")
    assert found.open is not None
    assert (found.repairs, found.suspects) == ((), ())
