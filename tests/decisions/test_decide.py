"""gouji decide: decisions listed, added, imported, brought up to date, and a baseline drawn."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lint.decisions.read import read
from tests.decisions.conftest import TEXT, Desk

NEW = "2022年项目资金合计80万元，其中：中央资金50万元，县级资金33万元。\n"


def fingerprints(desk: Desk) -> list[str]:
    files = json.loads(desk.run("check", ".", "-f", "json").out)["files"]
    return [check["fingerprint"] for file in files for check in file["checks"] if check["outcome"] == "broken"]


def verdicts(path: str = "校核意见.toml") -> list[tuple[str, str]]:
    """Verdict and rule of every decision of a file, none where there is none."""
    return [(item.verdict, item.reason) for item in read(path).decisions] if Path(path).exists() else []


def workbook(path: Path, *rows: tuple[object, ...]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["问题清单（2022年度）"])
    sheet.append(["序号", "文件", "指纹", "问题", "处理意见", "理由", "意见人", "日期"])
    for row in rows:
        sheet.append(row)
    book.save(str(path))


def test_a_finding_is_meant_by_the_beginning_of_its_fingerprint_as_check_shows_it(desk: Desk) -> None:
    shown = desk.run("check", ".").out
    prefix = shown.partition("\n")[0].rpartition("  ")[2]
    assert prefix == f"[{fingerprints(desk)[0][:8]}]"
    ran = desk.run("decide", "add", "报告.txt", "--fingerprint", prefix, "--verdict", "属实", "--by", "李四")
    assert (ran.code, ran.out.partition("\n")[0]) == (0, "校核意见.toml：登记1条：属实1")
    (made,) = read("校核意见.toml").decisions
    assert (made.author, made.day, made.files, made.identity.quote) == ("李四", date(2026, 11, 23), ("报告.txt",), "500万元")
    assert made.message.startswith("部门支出合计写500万元")


def test_a_second_decision_on_a_finding_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.decide("部门支出合计", "属实")
    desk.decide("部门支出合计", "误报")
    assert verdicts() == [("false-alarm", "含上年结转")]


def test_what_is_replaced_is_told_and_what_is_the_same_stays(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三")
    said = desk.decide("部门支出合计", "属实").out
    assert said.startswith("校核意见.toml：登记1条：属实1；新增0，代替1，相同0\n    代替原有意见：误报：含上年结转（张三，2026-11-23）\n")
    before = Path("校核意见.toml").read_text("utf-8")
    assert desk.decide("部门支出合计", "属实", "--today", "2027-01-01").out.startswith(
        "校核意见.toml：登记1条：属实1；新增0，代替0，相同1\n"
    )
    assert Path("校核意见.toml").read_text("utf-8") == before


def test_an_older_row_of_a_list_does_not_replace_what_was_said_since(desk: Desk) -> None:
    one, two = fingerprints(desk)
    desk.decide("部门支出合计", "误报")
    workbook(
        desk.folder / "清单.xlsx", (1, "", one, "", "属实", "", "李四", "2026-11-20"), (2, "", two, "", "属实", "", "李四", "2026-11-20")
    )
    told = desk.run("decide", "import", "清单.xlsx").out
    assert told == "校核意见.toml：登记1条：属实1\n1条没有登记，原有意见的日期更晚：第3行\n"
    assert verdicts() == [("false-alarm", "含上年结转"), ("confirmed", "")]


def test_a_new_file_of_decisions_stands_in_the_folder_that_was_named_or_beside_the_file(desk: Desk) -> None:
    (desk.folder / "甲" / "乙").mkdir(parents=True)
    desk.rename("报告.txt", "甲/乙/报告.txt")
    add = ("--rule", "parts-total", "--quote", "【部门支出 合计】", "--verdict", "属实")
    desk.run("decide", "add", "甲", *add)
    assert [item.files for item in read("甲/校核意见.toml").decisions] == [("乙/报告.txt",)]
    (desk.folder / "甲" / "校核意见.toml").unlink()
    desk.run("decide", "add", "甲/乙/报告.txt", *add)
    assert (desk.folder / "甲" / "乙" / "校核意见.toml").exists()
    desk.run("decide", "add", "甲", *add, "--decisions", "另存.toml")
    assert [item.files for item in read("另存.toml").decisions] == [("甲/乙/报告.txt",)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--fingerprint", "a", "--rule", "SUM001", "--verdict", "属实"), "用 --fingerprint，或者 --rule 和 --quote，或者 --moved，说明是哪个问题"),
        (("--rule", "SUM001", "--verdict", "属实"), "用 --fingerprint，或者 --rule 和 --quote，或者 --moved，说明是哪个问题"),
        (("--rule", "SUM001", "--quote", "合计"), "有2个问题与此相符，请用 --fingerprint 指明：\n"),
        (("--rule", "SUM001", "--quote", "没有这句", "--verdict", "属实"), "这些报告中没有这样的问题"),
        (("--rule", "SUM001", "--quote", "部门支出合计"), "用 --verdict 写明处理意见：误报、不适用、属实、已改"),
        (("--rule", "SUM001", "--quote", "部门支出合计", "--verdict", "误报"), "“误报”要用 --reason 写明理由"),
        (("--rule", "SUM001", "--quote", "部门支出合计", "--verdict", "基线"), "--verdict 不能是“基线”，可用的有 属实、误报、已改、不适用"),
        (("--rule", "SUM001", "--quote", "部门支出合计", "--verdict", "属实", "--expires", "明年"), "--expires 要求日期，例如 2026-11-23，不能是“明年”"),
        (("--rule", "SUM001", "--quote", "部门支出合计", "--verdict", "属实", "--today", "今天"), "--today 要求日期，例如 2026-11-23，不能是“今天”"),
        (("--rule", "SUM001", "--quote", "部门支出合计", "--verdict", "属实", "--expires", "2026-11-22"), "--expires 不能早于今天（2026-11-23），不能是“2026-11-22”"),
        (("--rule", "XYZ", "--quote", "部门支出合计", "--verdict", "属实"), "没有规则“XYZ”"),
        (("--moved",), "这些报告中没有疑似同一处、待确认的意见"),
        (("--verdct", "属实"), "没有选项 --verdct，是否想用 --verdict？"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_refused_and_nothing_written(desk: Desk, arguments: tuple[str, ...], told: str) -> None:
    ran = desk.run("decide", "add", ".", *arguments)
    assert (ran.code, ran.out, ran.err.startswith(f"gouji: {told}")) == (2, "", True), ran.err
    assert not (desk.folder / "校核意见.toml").exists()


def test_a_workbook_that_a_reviewer_filled_in_is_imported(desk: Desk) -> None:
    one, two = fingerprints(desk)
    workbook(
        desk.folder / "问题清单.xlsx",
        (1, "报告.txt", one, "…", "误报", "含上年结转", "张三", date(2026, 11, 20)),
        (2, "报告.txt", two, "…", None, None, None, None),
        (3, "旧稿.txt", "0" * 16, "…", "已改", None, "张三", "2026年11月21日"),
    )
    ran = desk.run("decide", "import", "问题清单.xlsx")
    assert ran.out.split("\n")[:2] == ["校核意见.toml：登记1条：误报1", "1条没有登记，报告中已没有这些问题：第5行"]
    (made,) = read("校核意见.toml").decisions
    assert (made.verdict, made.reason, made.author, made.day) == ("false-alarm", "含上年结转", "张三", date(2026, 11, 20))


def test_a_list_may_name_findings_as_check_shows_them_and_have_several_sheets(desk: Desk) -> None:
    from openpyxl import Workbook

    one, two = fingerprints(desk)
    book = Workbook()
    for title, *rows in (
        ("甲", ("指纹", "处理意见"), (f"[{one[:8]}]", "属实")),
        ("说明", ("怎样填写",)),
        ("乙", ("处理意见", "指纹"), ("已改", two[:12].upper())),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(str(desk.folder / "清单.xlsx"))
    assert desk.run("decide", "import", "清单.xlsx").out == "校核意见.toml：登记2条：属实1，已改1\n没有表头而没有读的工作表：说明\n"
    assert [verdict for verdict, _ in verdicts()] == ["confirmed", "fixed"]


@pytest.mark.parametrize("name", ["意见.csv", "意见.json"])
def test_so_are_separated_values_and_json(desk: Desk, name: str) -> None:
    one, two = fingerprints(desk)
    rows = [{"指纹": one, "处理意见": "不适用", "理由": "口径不同"}, {"指纹": two, "处理意见": "属实", "理由": ""}]
    text = "指纹,处理意见,理由\n" + "".join(f"{','.join(row.values())}\n" for row in rows)
    (desk.folder / name).write_text(
        json.dumps([{**row, "理由": row["理由"] or None} for row in rows]) if name.endswith("json") else text, "utf-8-sig"
    )
    assert desk.run("decide", "import", name, "报告.txt", "--dry-run").out.endswith("登记2条：不适用1，属实1\n只是预览，没有写入\n")
    assert verdicts() == []
    desk.run("decide", "import", name, "报告.txt")
    assert verdicts() == [("not-applicable", "口径不同"), ("confirmed", "")]


def test_a_list_with_faults_is_told_by_row_and_column_and_nothing_of_it_is_imported(desk: Desk) -> None:
    one, two = fingerprints(desk)
    workbook(
        desk.folder / "问题清单.xlsx",
        (1, "报告.txt", one, "…", "误报", "含上年结转", "张三", "2026-11-20"),
        (2, "报告.txt", two, "…", "不是问题", None, None, "昨天"),
        (3, "报告.txt", "1.2E+15", "…", "属实", None, None, None),
        (4, "报告.txt", two, "…", "不适用", None, None, None),
    )
    ran = desk.run("decide", "import", "问题清单.xlsx")
    assert ran.code == 2
    for told in (
        "一条也没有登记：E4：处理意见“不是问题”不认识，可用的有 误报、不适用、属实、已改；",
        "H4：“昨天”不是日期，写成 2026-11-23；",
        "C5：指纹“1.2E+15”不对，应是16位十六进制数，或者它的前8位以上；",
        "F6：“不适用”要写明理由；",
        "C6：与第4行是同一问题，意见却不同\n",
    ):
        assert told in ran.err
    assert verdicts() == []


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", "文件,处理意见\n报告.txt,误报\n", "清单“a.csv”中没有表头，要有“指纹”和“处理意见”两列"),
        ("a.csv", "指纹,处理意见,理由,处理意见\n,,,\n", "清单“a.csv”第1行有2列都叫“处理意见”，只能留一列"),
        ("a.json", "[1]", "清单“a.json”第1项：应是一个对象"),
        ("a.json", "{", "清单“a.json”不是 JSON"),
        ("a.json", '[{"fingerprint": "0"}]', "清单“a.json”第1项：要有“指纹”和“处理意见”"),
        ("a.json", "{}", "清单“a.json”应是一个数组"),
        ("a.xlsx", "", "读不了清单“a.xlsx”"),
    ],
)
def test_what_is_no_list_is_refused(desk: Desk, name: str, data: str, told: str) -> None:
    (desk.folder / name).write_text(data, "utf-8")
    ran = desk.run("decide", "import", name)
    assert (ran.code, ran.err.startswith(f"gouji: {told}")) == (2, True), ran.err


def test_every_decision_is_listed_with_what_has_become_of_it(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--expires", "2026-12-01")
    desk.decide("部门收入合计", "属实")
    (desk.folder / "旧.txt").write_text(NEW, "utf-8")
    desk.decide("项目资金合计", "已改")
    (desk.folder / "旧.txt").write_text("没有数字。", "utf-8")
    listed = desk.run("decide", "list", "--today", "2027-01-01").out
    assert listed.startswith("校核意见.toml：3条：有效1，待确认0，到期1，失效1，未涉及0\n\n报告.txt  SUM001  部门支出合计写500万元")
    assert "    误报（已于2026-12-01到期，不再有效）：含上年结转（2026-11-23）\n" in listed
    assert "    已改（失效：问题已不在，或者数字已改）（2026-11-23）\n" in listed
    assert "有效2，待确认0，到期0，失效0，未涉及1" in desk.run("decide", "list", "报告.txt").out


def test_without_decisions_the_list_says_so(desk: Desk) -> None:
    assert desk.run("decide", "list").out == "没有处理意见\n"


def test_stale_decisions_are_shown_and_removed_and_the_others_stay(desk: Desk) -> None:
    desk.decide()
    desk.decide("部门收入合计", "属实")
    desk.edit("500万元", "520万元")
    before = (desk.folder / "校核意见.toml").read_text("utf-8")
    shown = desk.run("decide", "prune", ".", "--dry-run").out
    assert "误报（失效：问题已不在，或者数字已改）：含上年结转" in shown
    assert "失效1条，改用最新指纹或名称0条，未涉及0条没有动\n只是预览，没有写入\n" in shown
    assert (desk.folder / "校核意见.toml").read_text("utf-8") == before
    desk.run("decide", "prune", ".")
    assert verdicts() == [("confirmed", "")]
    assert "失效0" in desk.counts()


def test_pruning_one_file_leaves_the_decisions_on_others_alone(desk: Desk) -> None:
    (desk.folder / "二.txt").write_text(NEW, "utf-8")
    desk.decide()
    desk.decide("项目资金合计", "属实")
    for name in ("报告.txt", "二.txt"):
        (desk.folder / name).write_text("没有数字。", "utf-8")
    assert "失效1条，改用最新指纹或名称0条，未涉及1条没有动" in desk.run("decide", "prune", "二.txt").out
    assert verdicts() == [("false-alarm", "含上年结转")]


def test_a_baseline_lets_later_runs_report_only_what_is_new(desk: Desk) -> None:
    ran = desk.run("decide", "baseline", ".", "-o", "基线.toml")
    assert (ran.code, ran.out) == (0, "基线.toml：记作基线2条\n")
    ran = desk.run("check", ".", "--baseline", "基线.toml")
    assert (ran.code, "已有处理意见2（误报0，不适用0，属实0，已改0；基线2；到期0；失效0）" in ran.out) == (0, True)
    (desk.folder / "新.txt").write_text(NEW, "utf-8")
    ran = desk.run("check", ".", "--baseline", "基线.toml")
    assert (ran.code, "问题1条" in ran.out, "项目资金合计写80万元" in ran.out, "部门支出合计写" in ran.out) == (1, True, True, False)
    desk.edit("500万元", "520万元")
    assert "问题2条" in desk.run("check", ".", "--baseline", "基线.toml").out


def test_a_baseline_that_is_out_of_date_is_told_to_be_drawn_again(desk: Desk) -> None:
    desk.run("decide", "baseline", ".", "-o", "基线.toml")
    desk.edit("500万元", "520万元")
    told = desk.run("check", ".", "--baseline", "基线.toml").out
    assert "“基线.toml”的基线中有1条已不在，可用 gouji decide baseline … -o “基线.toml” 更新\n" in told
    assert "prune" not in told


def test_two_rows_on_one_finding_are_refused_however_they_name_it(desk: Desk) -> None:
    one = fingerprints(desk)[0]
    (desk.folder / "a.csv").write_text(f"指纹,处理意见\n{one},属实\n{one[:8]},已改\n", "utf-8")
    assert desk.run("decide", "import", "a.csv").err == "gouji: 清单“a.csv”第3行：与第2行是同一问题，只能留一行\n"
    assert verdicts() == []


def test_updating_a_baseline_reports_what_was_new_and_drops_what_is_gone(desk: Desk) -> None:
    desk.run("decide", "baseline", ".", "-o", "基线.toml")
    (desk.folder / "新.txt").write_text(NEW, "utf-8")
    desk.edit("500万元", "510万元")
    ran = desk.run("decide", "baseline", ".", "-o", "基线.toml")
    assert ran.code == 1
    assert ran.out.startswith("./新.txt  SUM001  项目资金合计写80万元")
    assert ran.out.endswith("基线.toml：新出现1条，也记作基线；已不在1条，从基线中删去\n")
    assert desk.run("check", ".", "--baseline", "基线.toml").code == 0
    assert desk.run("decide", "baseline", ".", "-o", "基线.toml").code == 0


def test_what_people_said_is_told_before_the_baseline(desk: Desk) -> None:
    desk.decide()
    desk.decide("部门收入合计", "属实")
    desk.run("decide", "baseline", ".", "-o", "基线.toml")
    assert verdicts("基线.toml") == [("baseline", "")]
    ran = desk.run("check", ".", "--baseline", "基线.toml", "--show-decided")
    assert (ran.code, "误报1，不适用0，属实1，已改0；基线0" in ran.out, "处理意见：属实" in ran.out) == (0, True, True)


def test_a_baseline_leaves_what_people_said_in_its_file_as_it_is(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--expires", "2026-12-01")
    desk.decide("部门收入合计", "属实")
    ran = desk.run("decide", "baseline", ".", "-o", "校核意见.toml", "--today", "2027-01-01")
    assert (ran.code, ran.out) == (0, "校核意见.toml：新出现0条，也记作基线；已不在0条，从基线中删去\n")
    assert verdicts() == [("false-alarm", "含上年结转"), ("confirmed", "")]


def test_a_baseline_never_replaces_a_file_that_is_none(desk: Desk) -> None:
    assert desk.run("decide", "baseline", ".", "-o", "报告.txt").code == 2
    assert (desk.folder / "报告.txt").read_text("utf-8") == TEXT


def test_standard_input_cannot_be_decided(desk: Desk) -> None:
    assert desk.run("decide", "add", "-", "--moved").err == "gouji: decide 只能用于文件，不能从标准输入读取\n"


def test_the_file_of_decisions_is_no_report_that_was_passed_over(desk: Desk) -> None:
    desk.decide()
    assert desk.run("check", ".").err == ""
