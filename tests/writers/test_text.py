"""What people read at a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.check import Check, Related
from lint.document import Document, LineOrigin, Notice
from lint.expression import added
from lint.place import Place, Span
from lint.report import FileReport, Problem, Report
from lint.say import Say
from lint.settings import Settings
from lint.writers import text, words
from lint.writers.words import context, where
from tests.support import document_of, facts_of, report_of

TEXT = "2022年支出合计500万元，其中：甲300万元，乙210万元。另有3人。"


FACTS = facts_of(TEXT)
YEAR, TOTAL, FIRST, SECOND, PEOPLE = FACTS.figures


def made(*checks: Check) -> Report:
    return Report((report_of(FACTS, *checks),))


def broken() -> Check:
    roles = [Related(FIRST, "part", "甲"), Related(SECOND, "part")]
    return Check.equal(TOTAL, added([FIRST, SECOND]), roles, name="支出合计")


def test_a_finding_tells_place_severity_code_title_quote_message_and_related_figures() -> None:
    report = made(broken())
    fingerprint = report.files[0].results[0].fingerprint
    block = text.write(report, Settings()).split("\n\n")[0].split("\n")
    assert block == [
        f"x.txt:1:10  错误  AAA001  例  [{fingerprint[:8]}]",
        "    2022年支出合计【500万元】，其中：甲300万元，乙210万元。",
        "    支出合计写500万元，算得510万元，相差10万元",
        "    计算：300+210",
        "    相关：甲【300万元】（第1行第20列）；乙【210万元】（第1行第27列）",
    ]


def test_a_working_that_the_message_holds_is_not_told_twice() -> None:
    check = broken().but(message=Say("{working}不等于{claimed}", "{working}"))
    assert text.write(made(check), Settings()).count("300+210") == 1


def test_notes_say_what_explains_a_difference() -> None:
    assert "说明：只差末位" in text.write(made(broken().but(note=Say("只差末位", "last place"))), Settings())


def test_the_last_line_counts_what_was_checked_and_what_was_not() -> None:
    checks = [broken(), Check.agrees(TOTAL), Check("rounding", FIRST), Check.undecided(SECOND, Say("缺数", "missing"))]
    lines = text.write(made(*checks), Settings()).rstrip("\n").split("\n")
    assert lines[-2:] == [
        "1个文件：问题1条：错误1，警告0，提示0",
        "核对4处：相符1，按四舍五入相符1，不符1，无法核对1；数字4个：核对时用到3个，没有用到1个",
    ]


def test_an_empty_check_is_never_told_as_a_success() -> None:
    last = text.write(Report((report_of(facts_of("没有数字。")),)), Settings()).rstrip("\n").split("\n")[-1]
    assert last.startswith("没有核对任何数字关系")
    assert "相符" not in last


def test_unread_files_are_named_in_the_counts() -> None:
    files = [FileReport(Document.unread(f"{name}.pdf", "pdf", Notice("no-text")), ()) for name in "甲乙丙丁戊己"]
    told = text.write(Report(tuple(files)), Settings())
    assert "未能读出6个（甲.pdf、乙.pdf、丙.pdf、丁.pdf、戊.pdf…）" in told


def test_other_outcomes_are_listed_only_on_demand() -> None:
    checks = [Check.agrees(TOTAL), Check.undecided(FIRST, Say("缺数", "missing"))]
    assert "AAA001" not in text.write(made(*checks), Settings())
    listed = text.write(made(*checks), Settings(passes=True))
    assert "x.txt:1:10  AAA001  【500万元】相符" in listed
    assert "x.txt:1:20  AAA001  【300万元】无法核对：缺数" in listed


def test_quiet_leaves_the_counts_alone() -> None:
    assert len(text.write(made(broken()), Settings(quiet=True, passes=True)).splitlines()) == 2


def test_internal_failures_are_told() -> None:
    file = replace(report_of(FACTS), problems=(Problem("SUM001", "Traceback …\nKeyError: 'x'\n"),))
    assert "x.txt  内部错误：SUM001 未能完成（KeyError: 'x'），请报告给开发者" in text.write(Report((file,)), Settings())


def test_colour_marks_severity_and_quote_and_nothing_else_changes() -> None:
    plain, coloured = (text.write(made(broken()), Settings(color=color)) for color in (False, True))
    assert "\033[31m错误\033[0m" in coloured
    assert "\033[1m【500万元】\033[0m" in coloured
    for code in ("\033[31m", "\033[1m", "\033[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_english_is_english_throughout() -> None:
    told = text.write(made(broken()), Settings(language="en"))
    assert told.startswith("x.txt:1:10  error  AAA001  example  [")
    assert (
        told.rstrip("\n").split("\n")[-1]
        == "checks: 1 (hold 0, hold by rounding 0, broken 1, undecided 0); figures: 4 (used in checks 3, not used 1)"
    )


def test_what_we_write_ourselves_can_be_shown_on_a_chinese_console() -> None:
    tables = (words.SEVERITIES, words.OUTCOMES, words.ROLES, words.KINDS)
    own = [say for table in tables for say in table.values()] + [value for value in vars(text).values() if isinstance(value, Say)]
    for say in own:
        say.zh.encode("gbk")
    text.write(made(broken()), Settings()).encode("gbk")


def test_a_quote_is_cut_at_the_ends_of_its_sentence() -> None:
    document = document_of("前一句。甲5万元，乙6万元；后一句。")
    assert context(document, Span(5, 8)) == ("甲", "5万元", "，乙6万元；")


def test_a_long_sentence_is_cut_with_ellipses_and_a_long_quote_in_its_middle() -> None:
    document = document_of("甲" * 200)
    before, quote, after = context(document, Span(60, 62), reach=10)
    assert (before, quote, after) == ("…" + "甲" * 10, "甲甲", "甲" * 10 + "…")
    assert len(context(document, Span(0, 200), reach=10)[1]) < 40


def test_line_ends_and_tabs_in_a_quote_become_blanks() -> None:
    document = document_of("合计\t5万\r\n元。")
    assert context(document, Span(3, 8)) == ("合计 | ", "5万 元", "。")


def test_the_quote_of_a_cell_shows_its_row() -> None:
    document = document_of("项目\t预算数\t执行数\n办公费\t12.5\t11.8\n")
    start = document.text.index("12.5")
    assert context(document, Span(start, start + 4)) == ("办公费 | ", "12.5", " | 11.8")


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(Span(0, 1), line=3, column=5), "第3行第5列", "line 3, column 5"),
        (Place(Span(0, 1), ("二、", "（一）"), paragraph=8), "二、（一）第8段", "二、（一）, paragraph 8"),
        (Place(Span(0, 1), page=2), "第2页", "page 2"),
        (Place(Span(0, 1), ("二、",), page=2), "第2页二、", "page 2, 二、"),
        (Place(Span(0, 1), ("二、",), page=2, table=1, row=4, cell=6), "第2页表1第4行第6列", "page 2, table 1, row 4, column 6"),
        (Place(Span(0, 1), ("二、",), paragraph=9, table=1, row=4, cell=6), "表1第4行第6列", "table 1, row 4, column 6"),
        (Place(Span(0, 1), sheet="收入", address="C5"), "收入!C5", "收入!C5"),
    ],
)
def test_places_are_told_as_people_look_for_them(place: Place, zh: str, en: str) -> None:
    assert (where(place).text("zh"), where(place).text("en")) == (zh, en)


def test_a_place_without_lines_stands_after_the_path() -> None:
    class Paged(LineOrigin):
        def place(self, span: Span) -> Place:
            return Place(span, page=7)

    document = replace(document_of(TEXT), origin=Paged(TEXT))
    file = replace(report_of(FACTS, broken()), document=document)
    assert text.write(Report((file,)), Settings()).startswith("x.txt  第7页  错误  AAA001")
