"""Lines of a PDF joined into paragraphs."""

from __future__ import annotations

import pytest

from lint.readers import Source, pdf
from paper import LEFT, RIGHT, SIZE, Paper, width

IN = "\u3000\u3000"


def text(paper: Paper) -> str:
    return pdf.read(Source("a.pdf", paper.data())).text


def full(start: str, end: str = "") -> str:
    """A line that reaches the right margin: 36 ems, of which digits take about half of one."""
    bare = start.lstrip("\u3000")
    room = RIGHT - LEFT - SIZE * (len(start) - len(bare)) - width(bare + end)
    return start + "本" * int(room / SIZE) + end


BODY = [IN + "甲" * 34, "乙" * 36, "丙" * 36, "丁" * 36, "完。"]
"""A paragraph that shows where the margins are."""


def joined(*lines: str) -> list[str]:
    """The paragraphs of lines that stand under `BODY`."""
    return text(Paper().lines(80, [*BODY, *lines])).split("\n")[1:-1]


def test_a_paragraph_goes_on_over_full_lines() -> None:
    assert len(joined(full(IN + "子"), full("丑"), "寅。")) == 1


def test_words_and_numbers_cut_by_the_line_end_become_whole() -> None:
    assert joined(full(IN + "子", "比上年增加1.0"), "5万元，用于购", full(IN + "丑", "用于办公设备购"), "置费。")[0].endswith(
        "增加1.05万元，用于购"
    )
    assert joined(full(IN + "丑", "用于办公设备购"), "置费。")[0].endswith("办公设备购置费。")


def test_two_latin_words_are_kept_apart() -> None:
    assert joined(full(IN + "子", "the word"), "budget。")[0].endswith("the word budget。")


def test_an_indent_begins_a_paragraph() -> None:
    assert len(joined(full(IN + "子", "。"), IN + "丑。")) == 2


def test_a_short_line_ends_a_paragraph() -> None:
    assert len(joined(IN + "子。", "丑。")) == 2


def test_a_numbering_mark_begins_a_paragraph_after_a_full_sentence() -> None:
    assert len(joined(full(IN + "子", "。"), "（二）丑。")) == 2


def test_a_number_at_the_start_of_a_line_is_no_numbering_mark() -> None:
    assert joined(full(IN + "子", "预算为"), "12.15万元。")[0].endswith("预算为12.15万元。")


def test_a_long_number_that_did_not_fit_leaves_a_hole_that_ends_nothing() -> None:
    assert joined(full(IN + "子", "执行数为")[:-8] + "执行数为", "123456789.00元。")[0].endswith("执行数为123456789.00元。")


def test_punctuation_at_the_start_of_a_line_belongs_to_the_line_above() -> None:
    assert joined(full(IN + "子", "（443.18万元"), "）。")[0].endswith("443.18万元）。")


def test_a_wide_distance_begins_a_paragraph() -> None:
    paper = Paper().lines(80, BODY).lines(200, [full("子")]).lines(250, [full("丑")])
    assert len(text(paper).split("\n")[1:-1]) == 2


def test_another_font_size_begins_a_paragraph() -> None:
    paper = Paper().lines(80, BODY).lines(200, [full("子")]).text(LEFT, 220, "小字附注说明", 9)
    assert text(paper).split("\n")[-2] == "小字附注说明"


def test_a_paragraph_hangs_from_its_mark() -> None:
    paper = Paper().lines(80, BODY).lines(200, ["1、" + full("子")[2:]])
    assert text(paper.lines(220, ["丑。"], left=LEFT + 1.5 * SIZE)).split("\n")[-2].endswith("本丑。")


def test_lines_of_a_list_of_contents_stay_apart() -> None:
    assert len(joined("一、概况" + "…" * 32, "二、结论" + "…" * 32, "三、建议" + "…" * 32)) == 3


def test_a_title_in_large_type_over_two_lines_is_one_heading() -> None:
    paper = Paper().text(190, 60, "蕉岭县科工商务局部门整体", 18).text(220, 84, "支出绩效自评报告", 18).lines(130, BODY)
    document = pdf.read(Source("a.pdf", paper.data()))
    assert document.quote(document.blocks[0].span) == "蕉岭县科工商务局部门整体支出绩效自评报告"
    assert (document.blocks[0].kind, document.blocks[0].depth) == ("heading", 0)


def test_a_paragraph_goes_on_over_the_page_end_past_head_and_page_number() -> None:
    paper = Paper()
    for number, lines in enumerate(([*BODY, full(IN + "子", "比上年增加1.0")], ["5万元。", *BODY], [*BODY]), 1):
        paper.text(LEFT, 30, "蕉岭县科工商务局").lines(80, lines).text(290, 800, str(number)).page()
    found = text(paper)
    assert "增加1.05万元。\n" in found
    assert "蕉岭县科工商务局" not in found


def test_text_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    for column, start in enumerate("左右"):
        for row in range(8):
            paper.text(72 + 240 * column, 100 + 20 * row + 7 * column, f"{start}" + "文" * 16 + str(row))
    found = text(paper)
    assert found.index("左" + "文" * 16 + "7") < found.index("右" + "文" * 16 + "0")


def test_labels_and_values_side_by_side_stay_in_rows() -> None:
    paper = Paper()
    for row, (label, value) in enumerate((("部门名称：蕉岭县", "填报人：黄金兰"), ("联系电话：07537861592", "日期：2023年6月12日"))):
        paper.text(72, 100 + 25 * row, label).text(320, 100 + 25 * row, value)
    assert text(paper) == "部门名称：蕉岭县 填报人：黄金兰\n联系电话：07537861592 日期：2023年6月12日\n"


@pytest.mark.parametrize("shape", ["{}", "— {} —", "-{}-", "第{}页", "第{}页 共3页", "{}/3"])
def test_page_numbers_are_left_out(shape: str) -> None:
    paper = Paper()
    for number in (1, 2, 3):
        paper.lines(80, [IN + f"第{'一二三'[number - 1]}段。"]).text(280, 800, shape.format(number)).page()
    assert text(paper) == "第一段。\n第二段。\n第三段。\n"


def test_a_number_at_the_foot_that_counts_no_pages_stays() -> None:
    paper = Paper()
    for row in ("12", "90", "31"):
        paper.lines(600, [IN + "合计为", "", "", "", "", "", "", "", "", row]).page()
    assert [line for line in text(paper).split("\n") if line.isdigit()] == ["12", "90", "31"]


def test_the_line_with_the_unit_above_every_table_stays() -> None:
    paper = Paper()
    for _ in range(3):
        paper.text(450, 60, "单位：万元").table(80, [72, 172, 272], [["项目", "金额"], ["支出", "1"]]).page()
    assert text(paper).count("单位：万元") == 3


def spaced(*paragraphs: list[str]) -> list[str]:
    """The paragraphs found where `BODY`, twice, and others stand without indents, apart from one another by a wider distance."""
    paper, top = Paper(), 80.0
    for lines in ([BODY[1], *BODY[2:]], [BODY[1], *BODY[2:]], *paragraphs):
        paper.lines(top, lines)
        top += 20 * len(lines) + 10
    return text(paper).split("\n")[2:-1]


def test_a_wider_distance_ends_a_paragraph_whose_line_is_full_where_most_paragraphs_have_one_line() -> None:
    single = [[f"第{number}件事。"] for number in "一二三四五六七八"]
    assert spaced(*single, [full("子", "。")], ["丑。"]) == [*(line for (line,) in single), full("子", "。"), "丑。"]


def test_a_line_that_closes_a_bracket_of_the_line_before_goes_on_in_it() -> None:
    assert joined(IN + "结转率=年末结转÷（年初结转+本年收", "入）×100%=2.98%。")[0] == "结转率=年末结转÷（年初结转+本年收入）×100%=2.98%。"


def test_a_line_with_brackets_of_its_own_does_not_go_on() -> None:
    assert len(joined(IN + "说明（见附件", "表内（甲）已核。")) == 2


@pytest.mark.parametrize("title", ["支出决算表", "项目支出绩效自评表（2023年度）", "附件2"])
def test_the_title_of_a_table_is_apart_from_the_paragraph_above_it(title: str) -> None:
    assert joined(full("子", "。"), title)[-1] == title
