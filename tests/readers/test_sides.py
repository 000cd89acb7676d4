"""PDF tables whose sides are open: the ends of their level rules close them."""

from __future__ import annotations

import pytest

from lint.document import Document
from lint.readers import Source, pdf
from paper import Paper

ROWS = [["项目", "预算数", "决算数"], ["合计", "500", "420"], ["人员经费", "380", "360"]]
COLUMNS = [72, 172, 272, 372]


def drawn(uprights: list[float], top: float = 100, reach: float = 0) -> Paper:
    """The rows between level rules that end `reach` beyond the columns, with upright rules where asked."""
    return _onto(Paper(), uprights, top, reach)


def _onto(paper: Paper, uprights: list[float], top: float, reach: float = 0) -> Paper:
    for row in range(4):
        paper.rule(COLUMNS[0] - reach, top + 20 * row, COLUMNS[-1] + reach, top + 20 * row)
    for x in uprights:
        paper.rule(x, top, x, top + 60)
    for row, cells in enumerate(ROWS):
        for x, text in zip(COLUMNS, cells, strict=False):
            paper.text(x + 4, top + 4 + 20 * row, text)
    return paper


def read(paper: Paper) -> Document:
    return pdf.read(Source("a.pdf", paper.data()))


def grids(document: Document) -> list[list[list[str]]]:
    return [[[document.quote(cell.span) for cell in row] for row in table.rows()] for table in document.tables]


@pytest.mark.parametrize("uprights", [[172, 272], [172, 272, 372], [72, 172, 272], [72, 172, 272, 372]])
def test_a_table_open_at_its_sides_keeps_its_first_and_last_column(uprights: list[float]) -> None:
    assert grids(read(drawn(uprights))) == [ROWS]


def test_one_upright_rule_between_two_columns_is_enough() -> None:
    paper = Paper()
    for row in range(3):
        paper.rule(72, 100 + 20 * row, 272, 100 + 20 * row)
    paper.rule(172, 100, 172, 140).text(80, 104, "项目").text(180, 104, "金额").text(80, 124, "支出").text(180, 124, "10.5")
    assert grids(read(paper)) == [[["项目", "金额"], ["支出", "10.5"]]]


def test_two_open_tables_on_one_page_stay_two() -> None:
    paper = _onto(Paper(), [172, 272], 100).text(72, 200, "下表为决算。")
    assert grids(read(_onto(paper, [172, 272], 240))) == [ROWS, ROWS]


def test_a_cell_merged_at_an_open_side_covers_its_rows() -> None:
    paper = Paper()
    for row, left in enumerate([72, 72, 172, 72]):
        paper.rule(left, 100 + 20 * row, 372, 100 + 20 * row)
    for x in (172, 272):
        paper.rule(x, 100, x, 160)
    paper.text(80, 104, "指标").text(180, 104, "内容").text(280, 104, "得分").text(80, 134, "产出")
    paper.text(180, 124, "数量").text(280, 124, "10").text(180, 144, "质量").text(280, 144, "9")
    table = read(paper).tables[0]
    assert [(cell.row, cell.rows) for cell in table.cells if cell.column == 0] == [(0, 1), (1, 2)]


def test_rules_that_stick_out_a_little_make_no_column() -> None:
    assert grids(read(drawn(COLUMNS, reach=6))) == [ROWS]


def test_a_single_rule_that_is_longer_than_the_others_makes_no_column() -> None:
    assert grids(read(drawn(COLUMNS).rule(40, 100, 500, 100))) == [ROWS]
