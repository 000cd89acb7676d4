"""Which decisions apply when reports are renamed, sent again and edited, and when the program has moved on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lint import fingerprint
from lint.check import Check
from lint.decisions.read import read
from lint.document import Document
from lint.fingerprint import Identity
from lint.rule import Rule, all_rules
from tests.decisions.conftest import TEXT, Desk
from tests.test_across import REPORT, table

ONE = "1个文件：问题1条：错误1，警告0，提示0；已有处理意见1（误报1，不适用0，属实0，已改0；基线0；到期0；失效0）"
STALE = "“校核意见.toml”中有1条处理意见失效（问题已不在，或者数字已改），可用 gouji decide prune 查看并清理"


def test_a_false_alarm_no_longer_counts_and_is_told_in_the_counts(desk: Desk) -> None:
    desk.decide()
    ran = desk.run("check", ".")
    assert (ran.code, "部门支出合计写500" in ran.out, ONE in ran.out) == (1, False, True)
    desk.decide("部门收入合计", "不适用")
    ran = desk.run("check", ".")
    assert ran.code == 0
    assert ran.out.startswith("1个文件：没有待处理的问题；已有处理意见2（误报1，不适用1，属实0，已改0；基线0；到期0；失效0）\n核对")


def test_what_was_decided_is_shown_on_demand(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三", "--expires", "2027-01-01")
    shown = desk.run("check", ".", "--show-decided").out
    assert "部门支出合计写500" in shown
    assert "    处理意见：误报：含上年结转（张三，2026-11-23，2027-01-01到期）\n" in shown
    assert (
        "decision: false alarm: 含上年结转 (张三, 2026-11-23, until 2027-01-01)"
        in desk.run("check", ".", "--show-decided", "--lang", "en").out
    )


@pytest.mark.parametrize(
    ("verdict", "told"), [("属实", "处理意见：属实（2026-11-23）"), ("已改", "处理意见：已改（但问题仍在）（2026-11-23）")]
)
def test_a_finding_that_is_confirmed_or_still_there_counts_and_is_marked(desk: Desk, verdict: str, told: str) -> None:
    desk.decide("部门支出合计", verdict)
    ran = desk.run("check", ".")
    assert (ran.code, told in ran.out, f"{verdict}1" in ran.out) == (1, True, True)


def test_a_file_that_is_renamed_moved_sent_again_or_converted_keeps_its_decisions(desk: Desk) -> None:
    from docx import Document as Word

    desk.decide()
    desk.rename("报告.txt", "自评报告（定稿）.txt")
    assert desk.counts() == ONE
    (desk.folder / "二次报送").mkdir()
    desk.rename("自评报告（定稿）.txt", "二次报送/a.txt")
    assert desk.counts() == ONE
    word = Word()
    for line in TEXT.split("\n\n"):
        word.add_paragraph(line)
    word.save(str(desk.folder / "二次报送" / "a.docx"))
    (desk.folder / "二次报送" / "a.txt").unlink()
    assert desk.counts() == ONE


@pytest.mark.parametrize(("old", "new"), [("500万元", "520万元"), ("300万元", "330万元"), ("210万元", "240万元"), ("500万元", "508万元")])
def test_a_changed_number_loses_the_decision_and_that_is_told(desk: Desk, old: str, new: str) -> None:
    desk.decide()
    desk.edit(old, new)
    counts = desk.counts()
    assert "问题2条" in counts
    assert "已有处理意见0（误报0，不适用0，属实0，已改0；基线0；到期0；失效1）\n" + STALE in counts


def test_changes_elsewhere_in_the_report_keep_the_decision(desk: Desk) -> None:
    desk.decide()
    desk.edit("青禾县农业农村局2022年度", "青禾县农业局（本级）2022年度")
    desk.edit("收入情况已经在单位内部公示，", "")
    desk.edit("其他收入33", "其他收入43")
    assert desk.counts() == ONE


def test_where_only_the_words_on_one_side_changed_the_decision_waits_to_be_confirmed(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三")
    desk.edit("现将有关情况报告如下。", "有关情况如下：")
    ran = desk.run("check", ".")
    assert (ran.code, "问题2条" in ran.out, "；疑似同一处待确认1\n" in ran.out) == (1, True, True)
    assert "处理意见：误报（疑似同一处，上下文有改动，请确认；确认前仍算问题）：含上年结转（张三，2026-11-23）" in ran.out
    assert desk.run("decide", "add", ".", "--moved").code == 0
    assert desk.counts() == ONE
    (kept,) = read("校核意见.toml").decisions
    assert (kept.reason, kept.author, str(kept.day)) == ("含上年结转", "张三", "2026-11-23")


def test_where_the_words_on_both_sides_changed_the_decision_is_lost(desk: Desk) -> None:
    desk.decide()
    desk.edit("现将有关情况报告如下。2022年部门支出合计500万元，其中：", "全年支出情况是：2022年部门支出合计500万元，由两部分构成：")
    assert "失效1" in desk.counts()


def test_one_decision_waits_beside_one_finding_alone(desk: Desk) -> None:
    desk.decide()
    desk.edit("现将有关情况报告如下。", "有关情况如下：")
    (desk.folder / "副本.txt").write_text(desk.folder.joinpath("报告.txt").read_text("utf-8"), "utf-8")
    assert "疑似同一处待确认1\n" in desk.run("check", ".").out


def test_an_expired_decision_no_longer_applies_and_is_told(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--expires", "2026-12-31")
    assert desk.counts("--today", "2026-12-31") == ONE
    ran = desk.run("check", ".", "--today", "2027-01-01")
    assert "处理意见：误报（已于2026-12-31到期，不再有效）：含上年结转" in ran.out
    assert ("问题2条" in ran.out, "已有处理意见0（误报0，不适用0，属实0，已改0；基线0；到期1；失效0）" in ran.out, "prune" in ran.out) == (
        True,
        True,
        False,
    )


def test_decisions_on_files_and_rules_outside_of_the_run_are_not_called_stale(desk: Desk) -> None:
    desk.decide()
    (desk.folder / "其他.txt").write_text("2022年支出合计5万元，其中：甲2万元，乙3万元。\n", "utf-8")
    assert "失效0" in desk.run("check", "其他.txt").out
    assert "失效0" in desk.run("check", ".", "--select", "RAT").out
    desk.edit("500万元", "510万元")
    assert "失效1" in desk.run("check", "报告.txt").out
    (desk.folder / "报告.txt").unlink()
    assert ("失效0" in desk.run("check", "其他.txt").out, "失效1" in desk.run("check", ".").out) == (True, True)


def test_a_decision_on_a_file_that_was_renamed_is_stale_where_another_on_it_applies(desk: Desk) -> None:
    desk.decide()
    desk.decide("部门收入合计")
    desk.rename("报告.txt", "定稿.txt")
    desk.edit("80万元", "81万元", "定稿.txt")
    assert "失效1" in desk.run("check", "定稿.txt").out


def test_a_file_that_could_not_be_read_this_time_makes_no_decision_stale(desk: Desk) -> None:
    desk.decide()
    (desk.folder / "报告.txt").write_bytes(b"")
    assert "失效0" in desk.run("check", ".").out


def test_a_file_that_cannot_be_read_can_be_decided_but_fails_the_run_all_the_same(desk: Desk) -> None:
    (desk.folder / "报告.txt").unlink()
    (desk.folder / "附件.pdf").write_bytes(b"no pdf")
    found = json.loads(desk.run("check", ".", "-f", "json").out)["files"][0]["checks"][0]["fingerprint"]
    desk.run("decide", "add", ".", "--fingerprint", found[:6], "--verdict", "不适用", "--reason", "空白附件")
    desk.run("decide", "baseline", ".", "-o", "基线.toml")
    ran = desk.run("check", ".", "--baseline", "基线.toml")
    assert (ran.code, "不适用1" in ran.out) == (1, True)
    assert desk.run("check", ".", "--fail-on", "never").code == 0


def test_the_nearest_file_of_decisions_counts_unless_one_is_named_or_none_wanted(desk: Desk) -> None:
    desk.decide()
    (desk.folder / "乙").mkdir()
    desk.rename("报告.txt", "乙/报告.txt")
    assert desk.counts() == ONE
    (desk.folder / "乙" / "校核意见.toml").write_text("", "utf-8")
    assert "已有处理意见0" in desk.counts()
    assert desk.counts("--decisions", "校核意见.toml") == ONE
    assert "处理意见" not in desk.counts("--no-decisions")
    ran = desk.run("check", ".", "--decisions", "校核意见.toml", "--no-decisions")
    assert (ran.code, ran.err) == (2, "gouji: --decisions 与 --no-decisions 不能同时使用\n")
    assert desk.run("check", ".", "--decisions", "没有.toml").err == "gouji: 读不了校核意见“没有.toml”：没有这个文件\n"


def test_what_fails_is_what_is_not_decided(desk: Desk) -> None:
    desk.decide()
    desk.decide("部门收入合计", "属实")
    assert [desk.run("check", ".", "--fail-on", level).code for level in ("error", "info", "never")] == [1, 1, 0]


def test_findings_between_files_are_decided_too_and_not_stale_when_files_are_checked_alone(desk: Desk) -> None:
    (desk.folder / "报告.txt").unlink()
    (desk.folder / "a.txt").write_text(REPORT.format("2023年度公务接待费支出决算为3.50万元。"), "utf-8")
    (desk.folder / "b.txt").write_text(table(), "utf-8")
    (check,) = [
        check
        for file in json.loads(desk.run("check", ".", "--together", "-f", "json").out)["files"]
        for check in file["checks"]
        if check["outcome"] == "broken" and any(place["file"] != check["place"]["file"] for place in check["related"])
    ]
    desk.run("decide", "add", ".", "--together", "--fingerprint", check["fingerprint"], "--verdict", "误报", "--reason", "口径不同")
    assert "误报1" in desk.run("check", ".", "--together").out
    assert read("校核意见.toml").decisions[0].files == ("a.txt", "b.txt")
    assert "误报0，不适用0，属实0，已改0；基线0；到期0；失效0" in desk.run("check", ".").out


def test_a_finding_between_files_that_quotes_one_alone_is_not_stale_when_files_are_checked_alone(desk: Desk) -> None:
    (desk.folder / "报告.txt").unlink()
    (desk.folder / "a.txt").write_text(REPORT.format("2023年公务用车购置费支出决算为15.00万元。"), "utf-8")
    empty = "2023年度“三公”经费支出决算表\n单位：万元\n项目 | 预算数 | 决算数\n公务用车运行维护费 | 12.00 | 10.40\n公务用车购置费 |  | {}\n"
    (desk.folder / "b.txt").write_text(empty.format(""), "utf-8")
    add = ("--rule", "REF010", "--quote", "15.00万元", "--verdict", "误报", "--reason", "口径不同")
    assert desk.run("decide", "add", ".", "--together", *add).code == 0
    (made,) = read("校核意见.toml").decisions
    assert (made.files, made.across) == (("a.txt",), True)
    assert ["失效0" in desk.run("check", ".", *more).out for more in ((), ("--together",))] == [True, True]
    (desk.folder / "b.txt").write_text(empty.format("15.00"), "utf-8")
    assert "失效1" in desk.run("check", ".", "--together").out


def test_json_tells_the_decision_and_counts_it(desk: Desk) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三")
    whole = json.loads(desk.run("check", ".", "-f", "json").out)
    summary = whole["summary"]
    assert (summary["findings"]["error"], summary["open"]["error"]) == (2, 1)
    assert {key: count for key, count in summary["decisions"].items() if count} == {"false-alarm": 1}
    decided = [check["decision"] for check in whole["files"][0]["checks"] if check["decision"]]
    assert decided == [
        {"verdict": "false-alarm", "state": "applies", "settled": True, "reason": "含上年结转", "author": "张三", "date": "2026-11-23", "expires": None}
    ]  # fmt: skip


def test_version_1_as_it_was_written_is_still_honoured(desk: Desk) -> None:
    (desk.folder / "校核意见.toml").write_text(Path(__file__).with_name("version1.toml").read_text("utf-8"), "utf-8")
    assert desk.counts() == ONE


def words_alone(rule: str, check: Check, document: Document) -> Identity:
    """A version of tomorrow: other context, other numbers."""
    span = check.span
    quote = document.text[max(0, span.start - 9) : span.end + 9] if span else document.sha256
    return Identity(rule, "", quote, "", (check.claimed, check.derived))


def test_a_newer_way_to_name_findings_keeps_the_decisions_and_prune_rewrites_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.decide("部门支出合计", "误报", "--by", "张三")
    monkeypatch.setitem(fingerprint.VERSIONS, 2, words_alone)
    assert desk.counts() == ONE
    assert [item.version for item in read("校核意见.toml").decisions] == [1]
    assert "改用最新指纹或名称1条" in desk.run("decide", "prune", ".").out
    (kept,) = read("校核意见.toml").decisions
    assert (kept.version, kept.author, kept.reason) == (2, "张三", "含上年结转")
    assert desk.counts() == ONE
    desk.edit("500万元", "508万元")
    assert "失效1" in desk.counts()


def test_a_rule_that_is_called_otherwise_keeps_the_decisions_on_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.decide()
    monkeypatch.setitem(fingerprint.VERSIONS, 2, words_alone)

    def renamed() -> tuple[Rule, ...]:
        return tuple(
            replace(rule, code="SUM091", name="sum-of-parts", former=("SUM001",)) if rule.code == "SUM001" else rule for rule in all_rules()
        )

    for module in ("judge", "rule", "commands.decide.adding"):
        monkeypatch.setattr(f"lint.{module}.all_rules", renamed)
    assert desk.counts() == ONE
    desk.decide("部门收入合计")  # by the code of old
    desk.run("decide", "prune", ".")
    kept, _ = read("校核意见.toml").decisions
    assert (kept.identity.rule, kept.name, kept.version) == ("SUM091", "sum-of-parts", 2)
    assert "误报2" in desk.counts()


def test_a_decision_on_a_rule_that_is_no_more_is_stale(desk: Desk) -> None:
    desk.decide()
    desk.edit("SUM001 parts-total", "XYZ999 gone", "校核意见.toml")
    desk.edit("500万元", "508万元")
    assert "失效1" in desk.run("check", ".", "--select", "RAT").out
