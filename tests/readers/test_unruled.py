"""PDF tables without rulings: numbers in columns below a line that names them are a table, text is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lint.document import Document
from lint.readers import Source, pdf
from paper import LEFT, Paper, width

RIGHTS = [250.0, 350.0, 450.0]
HEAD = ["项目", "预算数", "决算数", "执行率"]
BODY = [
    ["合计", "500.00", "430.00", "86.00%"], ["人员经费", "300.00", "270.00", "90.00%"],
    ["公用经费", "80.00", "60.00", "75.00%"], ["项目支出", "120.00", "100.00", "83.33%"],
]  # fmt: skip
ROWS = [HEAD, *BODY]


def drawn(rows: Sequence[Sequence[str]], top: float = 100, paper: Paper | None = None, pitch: float = 20) -> Paper:
    """Rows without rulings: a label at the left, the rest flush right."""
    paper = paper or Paper()
    for row, (label, *numbers) in enumerate(rows):
        if label:
            paper.text(LEFT, top + pitch * row, label)
        for right, text in zip(RIGHTS, numbers, strict=False):
            if text:
                paper.text(right - width(text), top + pitch * row, text)
    return paper


def read(paper: Paper) -> Document:
    return pdf.read(Source("a.pdf", paper.data()))


def grids(document: Document) -> list[list[list[str]]]:
    return [[[document.quote(cell.span) for cell in row] for row in table.rows()] for table in document.tables]


def told(document: Document) -> list[tuple[str, tuple[int, ...]]]:
    return [(notice.kind, notice.pages) for notice in document.notices]


def test_numbers_under_each_other_below_their_names_are_a_table() -> None:
    document = read(drawn(ROWS))
    assert grids(document) == [ROWS]
    assert document.notices == ()


def test_title_and_unit_above_and_text_below_stay_outside() -> None:
    paper = Paper().text(230, 40, "部门支出决算表").text(390, 70, "单位：万元")
    document = read(drawn(ROWS, 100, paper).text(LEFT, 200, "2023年全年预算500.00万元，全年执行430.00万元。"))
    assert grids(document) == [ROWS]
    assert document.text.split("\n")[0] == "部门支出决算表"
    assert document.text.split("\n")[-2] == "2023年全年预算500.00万元，全年执行430.00万元。"


def test_centred_numbers_are_aligned_too() -> None:
    paper = Paper()
    for row, (label, *numbers) in enumerate(ROWS):
        paper.text(LEFT, 100 + 20 * row, label)
        for right, text in zip(RIGHTS, numbers, strict=True):
            paper.text(right - 20 - width(text) / 2, 100 + 20 * row, text)
    assert grids(read(paper)) == [ROWS]


def test_three_rules_or_a_rule_under_each_row_change_nothing() -> None:
    three = drawn(ROWS).rule(60, 96, 460, 96).rule(60, 116, 460, 116).rule(60, 196, 460, 196)
    assert grids(read(three)) == [ROWS]
    every = drawn(ROWS)
    for row in range(6):
        every.rule(60, 96 + 20 * row, 460, 96 + 20 * row)
    assert grids(read(every)) == [ROWS]


def test_upright_rules_alone_and_shaded_rows_change_nothing() -> None:
    upright = drawn(ROWS)
    for x in (160, 260, 360):
        upright.rule(x, 96, x, 196)
    assert grids(read(upright)) == [ROWS]
    shaded = Paper()
    for row in (0, 2, 4):
        shaded.canvas.setFillColorRGB(0.9, 0.9, 0.9)
        shaded.canvas.rect(60, shaded.height - 116 - 20 * row, 400, 20, stroke=0, fill=1)
    shaded.canvas.setFillColorRGB(0, 0, 0)
    assert grids(read(drawn(ROWS, 100, shaded))) == [ROWS]


def test_a_row_may_lack_numbers_and_a_dash_stands_for_none() -> None:
    rows = [*ROWS, ["上年结转", "0.00", "", "—"], ["其他资金", "12.00", "9.00", "75.00%"]]
    assert grids(read(drawn(rows))) == [rows]


def test_columns_of_words_and_codes_before_the_numbers_are_columns() -> None:
    paper = drawn(
        [["编码", "", "预算数", "决算数"], ["205", "", "1.00", "2.00"], ["20508", "", "1.00", "2.00"], ["2050803", "", "1.00", "2.00"]]
    )
    for row, text in enumerate(["科目名称", "教育支出", "进修及培训", "培训支出"]):
        paper.text(150, 100 + 20 * row, text)
    assert [row[:2] for row in grids(read(paper))[0]] == [
        ["编码", "科目名称"],
        ["205", "教育支出"],
        ["20508", "进修及培训"],
        ["2050803", "培训支出"],
    ]


def test_years_above_the_columns_are_their_names() -> None:
    rows = [["项目", "2021", "2022", "2023"], *BODY]
    assert grids(read(drawn(rows))) == [rows]


def test_a_name_of_two_lines_is_one_cell() -> None:
    rows = [["", "年初", "全年", ""], ["项目", "预算数", "执行数", "执行率"], *BODY]
    document = read(drawn(rows, 80, pitch=16))
    assert grids(document)[0][0] == ["项目", "年初预算数", "全年执行数", "执行率"]


def test_the_second_line_of_a_label_belongs_to_the_nearer_row() -> None:
    paper = drawn(BODY[:2], 120, drawn([HEAD])).text(LEFT, 154, "（含离退休）")
    assert grids(read(drawn(BODY[2:], 180, paper)))[0][2] == ["人员经费（含离退休）", "300.00", "270.00", "90.00%"]


def test_a_table_whose_columns_have_no_names_is_told_and_left_as_text() -> None:
    document = read(drawn(BODY))
    assert document.tables == ()
    assert told(document) == [("unruled", (1,))]


def test_a_table_whose_columns_are_named_in_groups_is_told_and_left_as_text() -> None:
    paper = Paper().text(260, 80, "2023年度").text(390, 80, "其中")
    document = read(drawn(ROWS, 100, paper))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])


def test_half_a_table_is_none() -> None:
    wide = Paper().text(LEFT, 200, "对附属单位补助支出及上缴上级支出合计数的说明").text(415, 200, "9.00%")
    document = read(drawn([["人员经费", "300.00", "270.00", "90.00%"]] * 2, 220, drawn(ROWS, 100, wide)))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])


def test_a_table_that_may_go_on_over_the_page_end_is_told_on_both_pages() -> None:
    document = read(drawn(BODY, 80, drawn(ROWS, 640).page()))
    assert (document.tables, told(document)) == ((), [("unruled", (1, 2))])


def test_a_table_on_each_of_two_pages_with_text_around_is_read() -> None:
    text = ["\u3000\u3000" + "各单位严格执行预算，资金使用符合规定，没有截留和挪用。"] * 8
    paper = drawn(ROWS, 300, Paper().lines(100, text)).lines(420, text).page()
    assert grids(read(drawn(ROWS, 300, paper.lines(100, text)).lines(420, text))) == [ROWS, ROWS]


TEXTS = {
    "running text with numbers": [
        "\u3000\u3000年初预算500.00万元，全年预算480.00万元，全年执行430.00万元，执",
        "行率89.58%。其中人员经费300.00万元，公用经费80.00万元，项目支出",
        "120.00万元，分别占总支出的60.00%、16.00%和24.00%，比上年增加15.00",
        "万元，主要是人员经费增加10.00万元，公用经费增加5.00万元。",
    ],
    "a table of contents": ["一、部门概况…………………………1", "二、收支情况…………………………3", "三、绩效评价…………………………12", "四、存在问题…………………………15"],
    "a list": ["1. 改造管网 12.5公里；", "2. 覆盖居民 3200户；", "3. 工程验收合格率 100%；", "4. 按期完工率 96%。"],
    "a list of items with numbers apart": ["（1）预算数 500.00 万元", "（2）决算数 430.00 万元", "（3）执行率 86.00 %"],
    "a signature block": [
        "联系人：张三    电话：65432100",
        "填报人：李四    日期：2024 年 3 月 1 日",
        "审核人：王五    日期：2024 年 3 月 2 日",
    ],
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_with_numbers_is_no_table(name: str) -> None:
    document = read(Paper().lines(100, TEXTS[name]))
    assert (document.tables, document.notices) == ((), ())


def test_text_set_in_two_columns_is_no_table() -> None:
    paper = Paper()
    for row in range(8):
        paper.text(LEFT, 100 + 20 * row, "全年预算480.00万元，执行率96%").text(310, 100 + 20 * row, f"人员经费{row}00.00万元，占比60.5%")
    document = read(paper)
    assert (document.tables, document.notices) == ((), ())


def test_a_few_lines_with_numbers_are_no_table() -> None:
    document = read(drawn(ROWS[:3]))
    assert (document.tables, document.notices) == ((), ())


def test_numbers_that_are_not_aligned_are_no_table() -> None:
    paper = Paper()
    for row in range(4):
        paper.text(LEFT, 100 + 20 * row, "合计").text(160 + 17 * row, 100 + 20 * row, "500.00").text(300 + 23 * row, 100 + 20 * row, "7.5")
    document = read(paper)
    assert (document.tables, document.notices) == ((), ())


def test_a_number_in_a_column_that_began_empty_is_not_put_into_another() -> None:
    rows = [HEAD, *([label, one, "", three] for label, one, _, three in BODY[:3]), ["其他", "", "7.00", "5.00%"]]
    document = read(drawn(rows))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])


def test_the_name_of_an_empty_column_is_not_given_to_another() -> None:
    document = read(drawn([HEAD, *([label, one, "", three] for label, one, _, three in BODY)]))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])


def boxed(rows: Sequence[Sequence[str]]) -> Paper:
    """Rows in a frame with upright rules between the columns and none between the rows."""
    paper = drawn(rows).box(60, 96, 460, 96 + 20 * len(rows))
    for x in (160, 260, 360):
        paper.rule(x, 96, x, 96 + 20 * len(rows))
    return paper


def test_a_frame_with_upright_rules_alone_has_the_rows_of_its_lines() -> None:
    assert grids(read(boxed(ROWS))) == [ROWS]
    assert grids(read(boxed(ROWS).rule(60, 116, 460, 116))) == [ROWS]


def test_lines_of_one_ruled_cell_that_are_not_rows_stay_in_it() -> None:
    rows = [["项目", "", "", ""], ["合计", "500.00", "430.00", "86.00%"], ["（含离退休", "", "", ""], ["人员）", "12.00", "9.00", ""]]
    assert len(grids(read(boxed(rows)))[0]) == 1


def test_a_label_that_begins_above_the_first_numbers_belongs_to_them() -> None:
    paper = drawn([["", *BODY[0][1:]]], 132, drawn([HEAD])).text(LEFT, 124, "支出总计").text(LEFT, 140, "（含结转）")
    assert grids(read(drawn(BODY[1:], 164, paper)))[0][:2] == [HEAD, ["支出总计（含结转）", *BODY[0][1:]]]


def test_a_form_of_which_only_a_part_is_understood_is_told_and_left_as_text() -> None:
    funds = drawn([["财政拨款", "3,260.00", "3,480.50", "95.17%"], ["其他资金", "120.00", "96.00", "80.00%"]], 100)
    document = read(drawn([["指标", "目标", "完成", "得分"], *BODY], 140, funds))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])


def test_names_of_three_columns_each_are_not_taken_for_parts_of_the_middle_one() -> None:
    paper = Paper().text(350 - width("全年"), 80, "全年")
    for x in (280.0, 420.0):
        paper.text(x, 80, "季度")
    document = read(drawn(ROWS, 100, paper))
    assert (document.tables, told(document)) == ((), [("unruled", (1,))])
