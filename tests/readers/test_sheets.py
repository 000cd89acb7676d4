"""Workbooks: cells as they are shown, merged and hidden ones, formulas without results, titles and tables of a sheet."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff, xls
from lint.say import Say

CORPUS = Path(__file__).parents[2] / "corpus"


def book(write: Callable[[Any], None], name: str = "支出表", **more: Callable[[Any], None]) -> bytes:
    """A workbook whose first sheet, and further ones by name, are written by functions."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = name
    write(sheet)
    for title, fill in more.items():
        fill(workbook.create_sheet(title))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def document(data: bytes, name: str = "a.xlsx") -> Document:
    return read(Source(name, data))


def told(found: Document) -> list[tuple[str, str, int]]:
    return [(notice.kind, text if isinstance(text := notice.detail, str) else text.text("zh"), notice.count) for notice in found.notices]


def rows(*given: list[Any]) -> Callable[[Any], None]:
    def write(sheet: Any) -> None:
        for row in given:
            sheet.append(row)

    return write


def grid(read_from: Document, table: int = 0) -> list[list[str]]:
    return [[read_from.quote(cell.span) for cell in row] for row in read_from.tables[table].rows()]


TABLE = [["项目", "预算数", "决算数"], ["基本支出", 100, 90.5], ["合计", 100, 90.5]]


def test_titles_above_and_notes_below_a_table_are_paragraphs() -> None:
    found = document(book(rows(["2022年度支出决算表"], ["单位：万元"], *TABLE, ["注：不含上级补助"])))
    assert [found.quote(block.span) for block in found.blocks if block.kind != "aside"] == [
        "2022年度支出决算表",
        "单位：万元",
        "注：不含上级补助",
    ]
    assert grid(found) == [["项目", "预算数", "决算数"], ["基本支出", "100", "90.5"], ["合计", "100", "90.5"]]


def test_an_empty_row_ends_a_table_and_an_empty_cell_does_not() -> None:
    found = document(book(rows(*TABLE, [], ["项目", "人数"], ["编制", None], ["实有", 5])))
    assert [table.height for table in found.tables] == [3, 3]
    assert grid(found, 1) == [["项目", "人数"], ["编制", ""], ["实有", "5"]]


def test_a_place_names_sheet_and_cell() -> None:
    found = document(book(rows(["标题"], *TABLE)))
    at = found.text.index("90.5")
    place = found.place(found.tables[0].cells[5].span)
    assert (found.text[place.span.start : place.span.end], place.sheet, place.address) == ("90.5", "支出表", "C3")
    assert at == place.span.start


def test_a_merged_cell_covers_its_rows_and_columns() -> None:
    def write(sheet: Any) -> None:
        rows(["一级", "二级", "得分"], ["产出", "数量", 5], [None, "质量", 4], ["合计", None, 9])(sheet)
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("A4:B4")

    table = document(book(write)).tables[0]
    spans = {(cell.row, cell.column): (cell.rows, cell.columns) for cell in table.cells}
    assert (spans[1, 0], spans[3, 0], (2, 0) in spans, (3, 1) in spans) == ((2, 1), (1, 2), False, False)


def test_numbers_are_read_as_their_format_prints_them() -> None:
    def write(sheet: Any) -> None:
        rows(["项目", "比例", "金额", "日期"], ["甲", 0.8562, 1234.5, date(2022, 12, 31)])(sheet)
        sheet["B2"].number_format = "0.00%"
        sheet["C2"].number_format = "#,##0.00"
        sheet["D2"].number_format = 'yyyy"年"m"月"d"日"'

    assert grid(document(book(write)))[1] == ["甲", "85.62%", "1,234.50", "2022年12月31日"]


def test_a_formula_without_a_result_is_shown_as_it_is_and_told() -> None:
    found = document(book(rows(["项目", "金额"], ["甲", 1], ["合计", "=SUM(B2:B2)"])))
    assert grid(found)[2] == ["合计", "=SUM(B2:B2)"]
    assert told(found) == [("uncalculated", "支出表!B3", 1)]


def test_hidden_rows_and_columns_are_read_and_hidden_sheets_are_not() -> None:
    def write(sheet: Any) -> None:
        rows(*TABLE)(sheet)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    def hide(sheet: Any) -> None:
        sheet.append(["旧数", 98])
        sheet.sheet_state = "hidden"

    found = document(book(write, 底稿=hide))
    assert "基本支出" in found.text
    assert "旧数" not in found.text
    assert told(found) == [("hidden-rows", "支出表!2:2、支出表!B:B", 2), ("hidden-sheets", "底稿", 1)]


def test_every_sheet_is_read_under_its_name_unless_a_program_gave_it() -> None:
    found = document(book(rows(*TABLE), "Sheet1", 收入表=rows(["收入", 5], ["支出", 4])))
    assert (found.text.startswith("项目"), "收入表\n收入\t5" in found.text, len(found.tables)) == (True, True, 2)


def test_line_breaks_in_a_cell_stay_and_tabs_become_blanks() -> None:
    found = document(book(rows(["名称", "说明"], ["甲", "第一行\n第二行\t完"])))
    assert grid(found)[1] == ["甲", "第一行\n第二行 完"]


def test_a_sheet_of_text_alone_has_no_table() -> None:
    found = document(book(rows(["一、基本情况"], ["本年支出90万元。"])))
    assert (found.tables, [block.depth for block in found.blocks][-2:]) == ((), [2, 0])


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_the_formats_of_one_report_have_one_text(suffix: str) -> None:
    folder = CORPUS / "fire" / "hebei-project-forms"
    texts = [document((folder / f"report.{form}").read_bytes(), f"a.{form}").text.split() for form in ("docx", suffix)]
    assert texts[0] == texts[1]


def parts(data: bytes, **changed: str) -> bytes:
    """A workbook with some parts written anew: ``parts(data, **{"xl/worksheets/sheet1.xml": "…"})``."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return out.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def with_sheet(inner: str) -> bytes:
    return parts(book(rows(*TABLE)), **{"xl/worksheets/sheet1.xml": SHEET.format(inner)})


def test_cells_without_an_address_follow_one_another() -> None:
    cells = "".join(f"<row>{''.join(f'<c><v>{number}</v></c>' for number in row)}</row>" for row in ((1, 2), (3, 4)))
    assert grid(document(with_sheet(f"<sheetData>{cells}</sheetData>"))) == [["1", "2"], ["3", "4"]]


def test_text_results_errors_and_truths_are_shown() -> None:
    cells = (
        '<c r="A1" t="str"><f>A2</f><v>甲</v></c><c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="inlineStr"><is><r><t>乙</t></r><r><t>_x4E19_</t></r></is></c>'
    )
    assert grid(document(with_sheet(f'<sheetData><row r="1">{cells}</row></sheetData>'))) == [["甲", "#DIV/0!", "TRUE", "乙丙"]]


@pytest.mark.parametrize(
    "inner",
    [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
    ],
)
def test_far_cells_and_vast_merges_cost_nothing(inner: str) -> None:
    assert "1" in document(with_sheet(inner)).text


def column(number: int) -> str:
    return f"{chr(65 + number // 26 // 26)}{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"


VAST = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="{column(row)}{row}"><v>2</v></c></row>' for row in range(1, 1500))


def test_a_sheet_beyond_the_limit_is_left_out_and_told() -> None:
    with pytest.raises(Unreadable, match="too-large"):
        document(with_sheet(f"<sheetData>{VAST}</sheetData>"))
    two = parts(book(rows(*TABLE), 收入表=rows(*TABLE)), **{"xl/worksheets/sheet1.xml": SHEET.format(f"<sheetData>{VAST}</sheetData>")})
    found = document(two)
    assert (len(found.tables), told(found)) == (1, [("partial", "工作表支出表过大，没有读取", 1)])


def test_rows_and_columns_that_hold_nothing_cost_nothing() -> None:
    def write(sheet: Any) -> None:
        rows(*TABLE)(sheet)
        sheet.merge_cells("A2:XFD2")
        sheet["ZZ3"] = "备注"

    table = document(book(write)).tables[0]
    assert (table.width, table.height) == (4, 3)
    found = document(book(write))
    assert found.place(found.tables[0].cells[-1].span).address == "ZZ3"


def test_a_table_goes_on_after_a_blank_row() -> None:
    head, *body = TABLE
    for given in ([*TABLE[:2], [], TABLE[2]], [head, [], *body], [["一、支出表"], head, body[0], [None], ["项目支出", 5, 5], [], body[1]]):
        assert len(document(book(rows(*given))).tables) == 1
    for given in ([*TABLE, [], *TABLE], [*TABLE, [], ["项目", 2022, 2023], ["甲", 1, 2]], [*TABLE, [], [], [], [], [], [], TABLE[2]]):
        assert len(document(book(rows(*given))).tables) == 2


def test_the_pairs_of_a_form_are_no_body_of_the_words_above_them() -> None:
    pairs = [["项目名称", "道路维修", "负责人", "张三"], [], ["预算数", 100, "执行数", 90]]
    assert len(document(book(rows(*pairs))).tables) == 2


def test_numbers_under_a_merged_cell_are_told() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    cells = "".join(f'<c r="{name}1"><v>{value}</v></c>' for name, value in (("A", 1), ("B", 2), ("C", 3)))
    found = document(with_sheet(f'<sheetData><row r="1">{cells}</row></sheetData>{merged}'))
    assert (grid(found), told(found)) == ([["1", "3"]], [("beneath", "支出表!B1", 1)])


@pytest.mark.parametrize("refs", [("B1:A1",), ("A1:B1", "B1:C1"), ("A1:B1", "A1:B1")])
def test_merged_cells_that_cannot_be_are_none(refs: tuple[str, ...]) -> None:
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    cells = "".join(f'<c r="{name}1"><v>{value}</v></c>' for name, value in (("A", 1), ("B", 2), ("C", 3)))
    found = document(with_sheet(f'<sheetData><row r="1">{cells}</row></sheetData><mergeCells>{merged}</mergeCells>'))
    assert grid(found) == [["1", "2", "3"]]


def kind_of(data: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as caught:
        document(data, name)
    return caught.value.kind


def test_damage_is_told_as_damage() -> None:
    good = book(rows(*TABLE))
    old = (CORPUS / "fire" / "hebei-project-forms" / "report.xls").read_bytes()
    assert kind_of(good[: len(good) // 2], "a.xlsx") == "broken"
    assert kind_of(parts(good, **{"xl/workbook.xml": "<workbook"}), "a.xlsx") == "broken"
    assert kind_of(parts(good, **{"xl/worksheets/sheet1.xml": "<!DOCTYPE x><worksheet/>"}), "a.xlsx") == "broken"
    assert kind_of(old[:9000], "a.xls") == "broken"
    assert kind_of(book(rows()), "a.xlsx") == "empty"


def test_an_old_workbook_with_a_password_says_so() -> None:
    old = bytearray((CORPUS / "fire" / "hebei-project-forms" / "report.xls").read_bytes())
    start = bytes(old).index(struct.pack("<HH", 0x809, 16))
    old[start + 20 : start + 24] = struct.pack("<HH", 0x2F, 4)  # the record that says “encrypted”
    assert kind_of(bytes(old), "a.xls") == "password"


@pytest.mark.parametrize(("form", "suffix"), [("xlsx", ".xls"), ("xls", ".et"), ("ods", ".xlsx")])
def test_what_a_workbook_is_its_content_decides(form: str, suffix: str) -> None:
    data = (CORPUS / "fire" / "hebei-project-forms" / f"report.{form}").read_bytes()
    assert sniff(Source(f"a{suffix}", data)) == form


def test_formula_errors_are_told_with_their_cells() -> None:
    cells = "".join(f'<c r="{name}1" t="e"><v>{value}</v></c>' for name, value in (("A", "#REF!"), ("B", "#N/A"), ("C", "#甲")))
    assert told(document(with_sheet(f'<sheetData><row r="1">{cells}</row></sheetData>'))) == [("formula-errors", "支出表!A1、支出表!B1", 2)]


def test_of_many_places_the_first_are_named() -> None:
    cells = "".join(f'<c r="{name}1" t="e"><v>#REF!</v></c>' for name in "ABCDEFG")
    assert told(document(with_sheet(f'<sheetData><row r="1">{cells}</row></sheetData>')))[0][1].endswith("支出表!E1等")


def test_a_damaged_sheet_costs_only_itself() -> None:
    found = document(parts(book(rows(*TABLE), 收入表=rows(*TABLE)), **{"xl/worksheets/sheet1.xml": "<worksheet"}))
    assert (len(found.tables), told(found)) == (1, [("partial", "工作表支出表已损坏，没有读出", 1)])


def without(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
    return out.getvalue()


def test_missing_words_and_formats_are_told() -> None:
    def write(sheet: Any) -> None:
        rows(*TABLE)(sheet)
        sheet["C2"].number_format = "0.00"

    words = '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>5</v></c></row></sheetData>'
    assert told(document(with_sheet(words))) == [("partial", "缺少文字表，1个单元格的文字没有读出", 1)]
    assert told(document(without(book(write), "xl/styles.xml"))) == [("partial", "缺少样式表，1个数字的格式没有读出", 1)]


def test_a_workbook_that_hides_its_content_says_so() -> None:
    def hide(sheet: Any) -> None:
        rows(*TABLE)(sheet)
        sheet.sheet_state = "hidden"

    with pytest.raises(Unreadable) as caught:
        document(book(rows(), 底稿=hide))
    assert caught.value.kind == "empty"
    assert isinstance(caught.value.detail, Say) and "底稿" in caught.value.detail.text()


def test_an_opendocument_workbook_is_known_though_its_kind_is_packed() -> None:
    out = io.BytesIO()
    given = io.BytesIO((CORPUS / "fire" / "hebei-project-forms" / "report.ods").read_bytes())
    with zipfile.ZipFile(given) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(name, old.read(name))
    assert sniff(Source("a.ods", out.getvalue())) == "ods"


@pytest.mark.parametrize(
    ("results", "never"), [((b"\3\0\0\0\0\0\xff\xff",), True), ((b"\3\0\0\0\0\0\xff\xff", struct.pack("<d", 5)), False), ((), False)]
)
def test_an_old_workbook_none_of_whose_formulas_has_a_result_was_never_calculated(
    results: tuple[bytes, ...], never: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = b"".join(struct.pack("<HHHHH", 6, 14, 0, 0, 0) + result for result in results) + struct.pack("<HH", 10, 0)

    class Compound:
        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        def locate_named_stream(self, _: str) -> tuple[bytes, int, int]:
            return stream, 0, len(stream)

    monkeypatch.setattr("xlrd.compdoc.CompDoc", Compound)
    assert xls._never_calculated(b"\xd0\xcf\x11\xe0") is never


XDR = 'xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
BOX = "<x:sp><x:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></x:txBody></x:sp>"


def drawing(*shapes: str, cells: str = "") -> bytes:
    """A workbook whose sheet has these shapes over B3."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    at = "<x:from><x:col>1</x:col><x:row>2</x:row></x:from>"
    anchors = "".join(f"<x:twoCellAnchor>{at}{shape}</x:twoCellAnchor>" for shape in shapes)
    out = io.BytesIO(with_sheet(f"<sheetData>{cells}</sheetData>"))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/worksheets/_rels/sheet1.xml.rels", relation)
        package.writestr("xl/drawings/drawing1.xml", f"<x:wsDr {XDR}>{anchors}</x:wsDr>")
    return out.getvalue()


def test_text_boxes_over_a_sheet_are_read_and_pictures_are_counted() -> None:
    found = document(drawing(BOX.format("支出90万元。"), "<x:pic/>", cells='<row r="1"><c r="A1"><v>5</v></c></row>'))
    assert found.text == "支出表\n5\n支出90万元。\n"
    assert (found.place(found.blocks[-1].span).address, told(found)) == ("B3", [("not-read", "1张图片", 1)])


def test_a_workbook_of_pictures_alone_says_so() -> None:
    assert kind_of(drawing("<x:pic/>"), "a.xlsx") == "no-text"
