"""Files of one submission against each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.cli import main
from lint.engine import check_files
from lint.facts import Facts
from lint.facts.subject import Subject
from lint.settings import Settings
from tests.support import Submit, document_of, findings

REPORT = "2023年度青禾县水务局部门整体支出绩效自评报告\n\n{}\n"
TABLE = "2023年度支出决算表\n编制单位：{office}\n单位：万元\n项目 | 决算数\n公务接待费 | {money}\n公务用车运行费 | 5.10\n合计 | {total}\n"
SCORES = "2023年度部门整体支出绩效自评表\n一级指标\t二级指标\t分值\t得分\n投入\t目标设定\t40\t38\n产出\t职责履行\t60\t57\n合计\t\t100\t95\n"
FORM = "2023年度项目支出绩效自评表\n项目名称 | 河道清淤工程\n项目资金（万元） | 全年预算数 | 全年执行数 | 执行率\n年度资金总额 | 120 | 114 | 95%\n"


def table(money: str = "3.20", total: str = "8.30", office: str = "青禾县水务局") -> str:
    return TABLE.format(money=money, total=total, office=office)


def test_the_text_of_one_file_is_held_against_the_table_of_another(submitted: Submit) -> None:
    reports = submitted(report=REPORT.format("2023年度公务接待费支出决算为3.50万元。"), table=table())
    assert findings(reports) == [("REF002", "3.50万元", "3.2万元")]
    found = next(reports[0].findings())
    assert found.message.zh.count("{") and "report.txt" in found.message.text("zh") and "table.txt" in found.message.text("zh")
    assert [related.figure.file for related in found.check.related] == [1]


def test_files_stand_alone_unless_they_are_one_submission(submitted: Submit) -> None:
    assert not findings(submitted(together=False, report=REPORT.format("2023年度公务接待费支出决算为3.50万元。"), table=table()))


def test_reports_of_two_offices_are_not_compared(submitted: Submit) -> None:
    text, other = (
        f"2023年度{office}部门决算\n\n机关运行经费支出决算为{value}万元。"
        for office, value in (("青禾县水务局", "184.65"), ("青禾县林业局", "148.65"))
    )
    assert not findings(submitted(one=text, other=other))


@pytest.mark.parametrize("office", ["白石镇人民政府", "青禾县林业局"])
def test_tables_of_another_office_are_not_compared(submitted: Submit, office: str) -> None:
    text = "编制单位：青禾县水务局\n\n" + REPORT.format("2023年度公务接待费支出决算为3.50万元。")
    assert not findings(submitted(report=text, table=table(office=office)))


def test_a_table_of_another_year_is_not_compared(submitted: Submit) -> None:
    text = REPORT.format("2023年度公务接待费支出决算为3.50万元。")
    assert findings(submitted(report=text, table=table().replace("2023", "2022"))) == [("YEA004", "2022", "")]


def test_two_labels_swapped_between_report_and_table_are_named_as_such(submitted: Submit) -> None:
    text = "2023年度公务接待费支出决算为5.10万元，公务用车运行费支出决算为3.20万元。"
    assert [code for code, _, _ in findings(submitted(report=REPORT.format(text), table=table()))] == ["REF003"]


def test_a_count_without_money_in_the_table_of_another_file_is_found(submitted: Submit) -> None:
    reports = submitted(report=REPORT.format("2023年公务接待12批次、80人次。"), table=table("0.00", "5.10"))
    assert [code for code, _, _ in findings(reports)] == ["REF007"]


def test_the_claimed_score_is_held_against_the_score_table(submitted: Submit) -> None:
    reports = submitted(report=REPORT.format("部门整体支出绩效自评总分为96分。"), scores=SCORES)
    assert findings(reports) == [("SCO006", "96分", "95分")]
    assert not findings(submitted(report=REPORT.format("部门整体支出绩效自评总分为95分。"), scores=SCORES))


def test_two_score_tables_are_held_against_each_other(submitted: Submit) -> None:
    found = submitted(first=SCORES, second=SCORES.replace("57", "56").replace("95", "94"))
    assert ("SCO006", "95", "94") in findings(found)
    message = next(result for result in found[0].findings()).message.text("zh")
    assert "一张表" in message and "另一张表" in message


def test_the_money_of_a_project_is_looked_up_in_its_own_form(submitted: Submit) -> None:
    text = REPORT.format("2023年河道清淤工程全年预算数120万元，全年执行数110万元。")
    assert findings(submitted(report=text, form=FORM)) == [("REF002", "110万元", "114万元")]


def test_the_forms_of_two_projects_are_not_compared(submitted: Submit) -> None:
    assert not findings(submitted(one=FORM, other=FORM.replace("河道清淤", "堤坝加固").replace("114", "102").replace("95%", "85%")))


def test_the_forms_of_one_project_of_two_units_are_not_compared(submitted: Submit) -> None:
    one, other = (
        FORM.replace("项目名称 | 河道清淤工程\n", f"项目名称 | 河道清淤工程 | 实施单位 | {unit}\n")
        for unit in ("青禾县水务局", "河道管理所")
    )
    text = REPORT.format("2023年河道清淤工程全年预算数120万元，全年执行数110万元。")
    assert not findings(submitted(report=text, one=one, other=other.replace("114", "102").replace("95%", "85%")))


def test_the_form_of_last_year_is_not_compared(submitted: Submit) -> None:
    found = findings(submitted(report=REPORT.format("部门整体支出绩效自评总分为96分。"), scores=SCORES.replace("2023", "2022")))
    assert found == [("YEA004", "2022", "")]


def test_the_accounts_of_the_office_itself_are_not_those_of_the_whole(submitted: Submit) -> None:
    text = "编制单位：青禾县水务局\n\n" + REPORT.format("2023年度公务接待费支出决算为3.50万元。")
    assert not findings(submitted(report=text, table=table(office="青禾县水务局本级")))


def test_the_name_of_a_file_tells_the_year_that_its_tables_lack(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(REPORT.format("2023年度公务接待费支出决算为3.50万元。"), "utf-8")
    (tmp_path / "2022年决算表.txt").write_text(table().replace("2023年度", ""), "utf-8")
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    assert not findings(list(check_files(files, Settings(together=True))))


def test_what_was_carried_over_at_the_beginning_is_not_what_is_at_the_end(submitted: Submit) -> None:
    sheet = "2023年度收入支出决算总表\n单位：万元\n项目 | 决算数\n本年支出合计 | 98.00\n年初结转和结余 | 5.00\n年末结转和结余 | 7.00\n"
    text = REPORT.format("2023年度本年支出决算为98.00万元，年末结转和结余决算数{}万元。")
    assert not findings(submitted(report=text.format("7.00"), sheet=sheet))


def test_a_projects_plan_of_the_year_is_its_adjusted_one(submitted: Submit) -> None:
    form = FORM.replace("全年预算数 | 全年执行数 | 执行率", "年初预算数 | 调整预算数（A） | 全年执行数（B） | 执行率（B/A）").replace(
        "| 120 |", "| 100 | 120 |"
    )
    text = REPORT.format("2023年河道清淤工程全年预算数{}万元，全年执行数114万元。")
    assert not findings(submitted(report=text.format(120), form=form))
    assert findings(submitted(report=text.format(130), form=form)) == [("REF002", "130万元", "120万元")]


def test_a_quantity_that_two_texts_state_is_held_against_itself(submitted: Submit) -> None:
    text, other = (REPORT.format(f"机关运行经费支出决算为{value}万元。") for value in ("184.65", "148.65"))
    assert findings(submitted(report=text, other=other)) == [("REF005", "148.65万元", "184.65万元")]


def test_an_operand_that_another_file_shows_has_a_source(submitted: Submit) -> None:
    text = REPORT.format("财政拨款总收入620.5万元。根据《财政拨款收入支出决算总表》，结转结余率＝0÷（0＋{}）×100%＝0。")
    sheet = "2022年度收入表\n单位：万元\n项目 | 决算数\n财政拨款收入 | 700.30\n其他收入 | 15.00\n本年收入合计 | 715.30\n"
    assert not findings(submitted(report=text.format("715.3"), sheet=sheet))
    assert findings(submitted(report=text.format("751.3"), sheet=sheet)) == [("REF001", "751.3", "715.30万元")]


def test_the_operands_that_a_definition_names_are_held_against_the_accounts(submitted: Submit) -> None:
    text = REPORT.format("结转结余率=年末财政拨款结转和结余÷（年初财政拨款结转和结余+本年财政拨款收入）×100%={}÷（5+100）×100%={}%。")
    sheet = "2023年度财政拨款收入支出决算总表\n单位：万元\n项目 | 金额\n本年收入合计 | 100\n年初财政拨款结转和结余 | 5\n总计 | 105\n年末财政拨款结转和结余 | 7\n"
    assert not findings(submitted(report=text.format("7", "6.67"), sheet=sheet))
    assert ("REF009", "9万元", "7万元") in findings(submitted(report=text.format("9", "8.57"), sheet=sheet))
    assert not findings(
        submitted(report=text.format("9", "8.57"), sheet=sheet.replace("财政拨款收入支出决算总表", "其他资金表").replace("财政拨款", ""))
    )


def test_a_file_without_a_year_is_of_the_year_of_the_others(submitted: Submit) -> None:
    sheet = table().replace("2023年度", "")
    reports = submitted(report=REPORT.format("2023年度公务接待费支出决算为3.50万元。"), table=sheet)
    assert findings(reports) == [("REF002", "3.50万元", "3.2万元")]


def test_a_file_that_cannot_be_read_does_not_stop_the_comparison(tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "report.txt").write_text(REPORT.format("2023年度公务接待费支出决算为3.50万元。"), encoding="utf-8")
    (tmp_path / "table.txt").write_text(table(), encoding="utf-8")
    reports = list(check_files([str(tmp_path / name) for name in ("broken.docx", "report.txt", "table.txt")], Settings(together=True)))
    assert [code for code, _, _ in findings(reports)] == ["DOC001", "REF002"]


def test_json_points_to_the_file_of_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT.format("2023年度公务接待费支出决算为3.50万元。"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(table(), encoding="utf-8")
    assert main(["check", "--together", "-f", "json", str(tmp_path)]) == 1
    report = json.loads(capsys.readouterr().out)
    check = next(check for check in report["files"][0]["checks"] if check["outcome"] == "broken")
    assert (check["place"]["file"], check["related"][0]["file"], check["related"][0]["line"]) == (0, 1, 5)


def test_text_names_the_file_of_a_figure_that_stands_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT.format("2023年度公务接待费支出决算为3.50万元。"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(table(), encoding="utf-8")
    main(["check", "--together", str(tmp_path)])
    assert "b.txt 第5行第" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("编制单位：青禾县水务局  单位：万元\n", Subject("青禾县水务局")),
        ("项目名称 | 河道清淤工程\n主管部门 | 青禾县水务局\n实施单位 | 水利工程中心\n", Subject("", "河道清淤工程")),
        ("2023年度河道清淤项目支出绩效自评报告\n\n正文。\n", Subject("", "河道清淤项目", side="outcome")),
        ("2023年度部门整体支出绩效自评报告\n\n部门名称：青禾县水务局\n", Subject("青禾县水务局", side="outcome")),
        ("项目名称 | 资金安排 | 执行数\n清淤 | 10 | 9\n修路 | 20 | 18\n", Subject()),
        ("收支情况\n单位：万元\n", Subject()),
        ("关于青禾县水务局2023年度部门整体支出绩效自评的报告\n", Subject("青禾县水务局", side="outcome")),
        ("2023年度青禾县住房和城乡建设局部门决算\n", Subject("青禾县住房和城乡建设局", side="actual")),
        ("项目名称 | 预算数 | 执行数\n甲工程 | 10 | 9\n", Subject()),
        ("青禾县水务局2023年度项目支出绩效自评情况\n\n正文。\n", Subject("青禾县水务局", side="outcome")),
        ("项目名称 | 河道清淤工程\n\n正文。\n\n项目名称 | 堤坝加固工程\n", Subject()),
        ("青禾县水务局2023年度部门整体支出绩效自评报告\n\n项目名称 | 河道清淤工程\n", Subject("青禾县水务局", side="outcome")),
    ],
)
def test_the_subject_is_read_from_the_head_of_a_form_or_the_title(text: str, expected: Subject) -> None:
    assert Facts(document_of(text)).subject == expected
