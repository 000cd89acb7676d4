"""Numbers and codes that a narrow cell of a PDF broke."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lint.readers import Source, pdf
from paper import Paper, width

MARGIN = 5.4
"""Points that Word keeps free on either side of a cell."""


def narrow(text: str) -> float:
    """How wide a cell is that has room for the first line of a text, and for half a digit more."""
    return width(text.split("\n")[0]) + 0.5 * width("0") + 2 * MARGIN


def cells(texts: Sequence[str], align: float = 0.0, widths: Sequence[float] = ()) -> list[str]:
    """The cells of a row whose columns are as narrow as they can be; `align` is 0.5 for centred lines, 1 for lines at the right."""
    paper = Paper().text(72, 60, "附表")
    left = 72.0
    for text, broad in zip(texts, widths or map(narrow, texts), strict=True):
        paper.box(left, 80, left + broad, 140)
        for number, line in enumerate(text.split("\n")):
            paper.text(left + MARGIN + align * (broad - 2 * MARGIN - width(line)), 82 + 18 * number, line)
        left += broad
    document = pdf.read(Source("a.pdf", paper.data()))
    return [document.quote(cell.span) for cell in document.tables[0].cells]


@pytest.mark.parametrize(
    "text",
    ["2,684.5\n2", "1,23\n6.40", "48.6\n0", "208050\n5", "2080\n505", "208\n050\n5", "≥32\n00户", "≥32\n50户", "312\n0户", "95.1\n7%"],
)
@pytest.mark.parametrize("align", [0.0, 0.5, 1.0])
def test_a_number_broken_by_its_cell_is_one(text: str, align: float) -> None:
    assert cells([text, "合计"], align)[0] == text.replace("\n", "")


@pytest.mark.parametrize(
    "text", ["15\n14", "10\n5", "100\n98", "001\n002", "1,234.50\n2", "2080505\n2", "2022\n2023", "186.30\n124.20", "12.5\n3.20"]
)
def test_two_numbers_in_two_lines_stay_two(text: str) -> None:
    assert cells([text, "合计"])[0] == text.replace("\n", " ")


def test_a_line_with_room_for_another_digit_breaks_no_number() -> None:
    text = "48.6\n0"
    assert cells([text, "合计"], widths=[narrow(text) + 1.5 * width("0"), 60])[0] == "48.6 0"


def test_numbers_beside_two_numbers_one_under_the_other_are_two_as_well() -> None:
    assert cells(["10.5\n2", "10\n12"]) == ["10.5 2", "10 12"]
