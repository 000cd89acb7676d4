"""Numbers over two lines of a table cell."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from lint.facts import Facts
from lint.readers import Source, read


def numbers(*column: str) -> list[list[str]]:
    """The values of the figures in every cell of a column below its header, as a workbook shows them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["项目", "金额"], *([name, text] for name, text in zip("甲乙丙丁", column, strict=False))):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    facts = Facts(read(Source("a.xlsx", out.getvalue())))
    cells = [cell.span for cell in facts.document.tables[0].cells if cell.column and cell.row]
    return [[str(each.number.value) for each in facts.figures if cell.start <= each.span.start < cell.end] for cell in cells]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("420.0\n0", "420.00"), ("420.\n00", "420.00"), ("1,4\n20.00", "1420.00"), ("420\n.00", "420.00"), ("1,420.\r\n0\r\n0", "1420.00")],
)
def test_a_number_over_lines_is_one(cell: str, value: str) -> None:
    assert numbers(cell, "290.00", "70.00")[0] == [value]


def test_with_its_percent_sign_too() -> None:
    assert numbers("87.5\n0%", "93.10%", "85.71%")[0] == ["87.50"]


@pytest.mark.parametrize(
    "column",
    [
        ("9.5\n8", "9.5", "10"),
        ("9.5\n8", "9.5\n7", "8"),
        ("420.00\n380.00", "290.00"),
        ("420\n38", "29"),
        ("42\n0.00", "8.00"),
        ("—\n5", "8"),
    ],
)
def test_numbers_each_on_a_line_stay_apart(column: tuple[str, ...]) -> None:
    assert numbers(*column)[0] == [line for line in column[0].split("\n") if line != "—"]
