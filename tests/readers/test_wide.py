"""Sheets too wide for the paper of a PDF: their further columns stand on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from lint.document import Document
from lint.place import Span
from lint.readers import Source, pdf
from paper import Paper, width

LEFT, TOP, COLUMN, ROW = 54.0, 100.0, 80.0, 20.0
Cell = tuple[int, str]
"""How many columns a cell covers, and its text."""

COUNT = [(1, text) for text in "12345678"]
VALUES = [(1, text) for text in ("60", "0.50", "36.00", "18.00", "24.00", "41.37", "7.20", "34.17")]
MERGED: list[list[Cell]] = [[(4, "预算数"), (4, "决算数")], [(1, text) for text in "合甲乙丙合甲乙丙"], VALUES]


def sheet(paper: Paper, rows: Sequence[Sequence[Cell]], first: int, last: int, title: str = "") -> Paper:
    """The columns of a sheet from `first` to before `last`, as an office program draws them: cut cells open, cut text whole."""
    start, end = LEFT + first * COLUMN, LEFT + last * COLUMN
    shift = first * COLUMN
    if title:
        paper.text(LEFT + 4 * COLUMN - shift, 60, title)
    for row, cells in enumerate(rows):
        column, top = 0, TOP + row * ROW
        for columns, text in cells:
            x0, x1 = LEFT + column * COLUMN, LEFT + (column + columns) * COLUMN
            column += columns
            if x1 <= start or x0 >= end:
                continue
            for level in (top, top + ROW):
                paper.rule(max(x0, start) - shift, level, min(x1, end) - shift, level)
            for x in (x0, x1):
                if start <= x <= end and (start < x or x == x0) and (x < end or x == x1):
                    paper.rule(x - shift, top, x - shift, top + ROW)
            at = (x0 + x1 - width(text)) / 2
            if at < end and at + width(text) > start:
                paper.text(at - shift, top + 3, text)
    return paper


def read(rows: Sequence[Sequence[Cell]], cut: int = 6, title: str = "") -> Document:
    paper = sheet(Paper(), rows, 0, cut, title).text(290, 810, "1").page()
    return pdf.read(Source("a.pdf", sheet(paper, rows, cut, 8, title).text(290, 810, "2").data()))


def rows(document: Document, table: int = 0) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row] for row in document.tables[table].rows()]


def texts(cells: Sequence[Sequence[Cell]]) -> list[list[str]]:
    return [[text for _, text in row] for row in cells]


def test_a_cell_open_to_both_pages_joins_them() -> None:
    document = read(MERGED)
    assert [rows(document), len(document.tables), document.tables[0].width] == [texts(MERGED), 1, 8]


def test_columns_counted_on_join_two_pages() -> None:
    table = [[(1, text) for text in "子丑寅卯辰巳午未"], COUNT, VALUES]
    assert [rows(read(table)), rows(read(table, cut=4))] == [texts(table), texts(table)]


def test_text_that_the_paper_cuts_joins_two_pages_and_is_read_once() -> None:
    table = [[(1, text) for text in "子丑寅卯辰巳午未"], VALUES]
    title = "财政拨款“三公”经费支出决算表（金额单位为万元）"
    document = read(table, title=title)
    assert document.text.startswith(title + "\n子\t")
    assert document.text.count("财政拨款") == 1
    assert rows(document) == texts(table)


def test_a_sheet_may_go_on_over_three_pages() -> None:
    paper = Paper()
    for first, last in ((0, 3), (3, 6), (6, 8)):
        sheet(paper, [[(8, "决算数")], COUNT, VALUES], first, last).page()
    assert rows(pdf.read(Source("a.pdf", paper.data()))) == [["决算数"], *texts([COUNT, VALUES])]


def test_text_of_the_second_page_has_its_place_there() -> None:
    document = read(MERGED)
    start = document.text.index("34.17")
    place = document.place(Span(start, start + 5))
    assert place.page == 2
    assert place.box is not None
    assert abs(place.box[0] - (LEFT + 1.5 * COLUMN - width("34.17") / 2)) < 1
    assert (place.row, place.cell) == (3, 8)


def test_two_forms_of_one_shape_on_two_pages_stay_two() -> None:
    form: list[list[Cell]] = [
        [(1, "项目"), (1, "分值"), (1, "得分")],
        [(1, "数量"), (1, "10"), (1, "9")],
        [(1, "质量"), (1, "11"), (1, "9")],
    ]
    paper = sheet(Paper(), form, 0, 3).text(LEFT, 200, "另一项目").page()
    document = pdf.read(Source("a.pdf", sheet(paper, form, 0, 3).data()))
    assert [rows(document), rows(document, 1)] == [texts(form), texts(form)]


def test_page_numbers_of_pages_side_by_side_are_left_out() -> None:
    assert not any(line.isdigit() for line in read(MERGED).text.split("\n"))
