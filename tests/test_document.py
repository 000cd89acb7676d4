"""The document model: outline, lines and columns."""

from __future__ import annotations

from lint import readers
from lint.document import Document, LineOrigin, Notice
from lint.place import Span
from lint.readers import Source


def document(text: str) -> Document:
    return readers.read(Source("x.txt", text.encode()))


def test_the_outline_names_the_headings_above_a_place() -> None:
    found = document("二、自评情况\n\n（一）结论\n\n得分为90分。\n\n（二）分析\n\n1.编制\n\n很好。")
    at = found.text.index("很好")
    assert found.outline(Span(at, at + 2)) == ("二、", "（二）", "1.")
    assert found.place(Span(at, at + 2)).outline == ("二、", "（二）", "1.")


def test_nested_numbering_that_restarts_closes_what_was_deeper() -> None:
    found = document("1.职责\n\n（1）拟订规划\n\n2.机构\n\n设10个股室。")
    at = found.text.index("设10")
    assert found.outline(Span(at, at + 1)) == ("2.",)


def test_lines_and_columns_count_from_one() -> None:
    place = LineOrigin("甲\n乙丙\n").place(Span(3, 4))
    assert (place.line, place.column) == (2, 2)


def test_a_file_that_was_not_read_is_an_empty_document_with_its_notice() -> None:
    found = Document.unread("a.pdf", "pdf", Notice("password"))
    assert found.text == ""
    assert found.notices[0].kind == "password"
