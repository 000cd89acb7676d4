"""What programs export under the name of a workbook or a report: Excel XML, separated values, web archives, flat OpenDocument; Markdown."""

from __future__ import annotations

import pytest

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff


def document(name: str, text: str, encoding: str = "utf-8") -> Document:
    return read(Source(name, text.encode(encoding)))


def grid(found: Document, table: int = 0) -> list[list[str]]:
    return [[found.quote(cell.span) for cell in row] for row in found.tables[table].rows()]


def excel(inner: str, styles: str = "") -> str:
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles>{styles}</Styles>{inner}</Workbook>'
    )


def sheet(*rows: str, name: str = "支出", more: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{"".join(rows)}</Table>{more}</Worksheet>'


def row(*cells: str, more: str = "") -> str:
    return f"<Row {more}>{''.join(cells)}</Row>"


def cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_excel_xml_is_read_as_its_formats_show_it() -> None:
    styles = '<Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="s2" ss:Parent="s1"/>'
    body = row(cell("项目"), cell("率"), cell("日期")) + row(
        cell("甲"), cell("0.856", "Number", 'ss:StyleID="s2"'), cell("2022-12-31T00:00:00.000", "DateTime")
    )
    assert grid(document("a.xls", excel(sheet(body), styles))) == [["项目", "率", "日期"], ["甲", "85.60%", "2022/12/31"]]


def test_places_merging_hiding_and_formulas_of_excel_xml() -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    body = (
        row(cell("支出", more='ss:MergeAcross="1"'), cell("1", "Number"))
        + row(cell("甲", more='ss:Index="2"'), '<Cell ss:Formula="=1"/>', more='ss:Index="2" ss:Hidden="1"')
        + row(cell("合计"), cell("2"))
    )
    found = document("a.xls", excel(sheet(body) + sheet(row(cell("旧")), name="底稿", more=hidden)))
    assert grid(found) == [["支出", "1"], ["", "甲", "=1"], ["合计", "2", ""]]
    assert found.place(found.tables[0].cells[3].span).address == "B2"
    assert [notice.kind for notice in found.notices] == ["uncalculated", "hidden-rows", "hidden-sheets"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(("name", "sign"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.xls", "\t"), ("a.xls", ",")])
def test_separated_values_are_a_sheet_in_any_encoding(name: str, sign: str, encoding: str) -> None:
    found = document(name, f'项目{sign}预算数\r\n"甲{sign}乙"{sign}"1,000.5"\r\n合计{sign}="0012"\r\n', encoding)
    shown = f"甲{sign}乙".replace("\t", " ")
    assert (found.format, grid(found)) == ("csv", [["项目", "预算数"], [shown, "1,000.5"], ["合计", "0012"]])
    assert found.place(found.tables[0].cells[3].span).address == "B2"


def test_what_is_neither_a_workbook_nor_separated_is_damage() -> None:
    for data in (b"\x01\x02,\x03\n,\x04", "支出90万元".encode()):
        with pytest.raises(Unreadable, match="broken"):
            sniff(Source("a.xls", data))


def test_the_pages_of_a_web_archive_are_read() -> None:
    page = "<table><tr><td>甲</td><td>100</td></tr></table>"
    parts = "".join(f"--B\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{page}\n" for _ in range(2))
    found = document("a.doc", f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n{parts}--B--\n')
    assert (len(found.tables), grid(found, 1)) == (2, [["甲", "100"]])


def test_a_web_archive_without_a_page_is_damage() -> None:
    with pytest.raises(Unreadable, match="broken"):
        document("a.mht", 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: image/png\n\n--B--')


def test_flat_opendocument_sheets_are_read() -> None:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style"))
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("甲", "100"))
    found = document(
        "a.fods",
        f'<?xml version="1.0"?><office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>'
        f'<table:table table:name="支出"><table:table-row>{cells}</table:table-row></table:table></office:body></office:document>',
    )
    assert (found.format, grid(found)) == ("ods", [["甲", "100"]])


MARKDOWN = "# 决算说明\n## 一、收入\n收入**5**万元。\n\n| 项目 | 金额 |\n|---|--:|\n| **合计** | `5` |\n"


def test_markdown_is_its_own_text_with_headings_and_bare_tables() -> None:
    found = document("a.md", MARKDOWN)
    assert (found.text, grid(found)) == (MARKDOWN, [["项目", "金额"], ["合计", "5"]])
    assert [(found.quote(block.span), block.kind, block.depth) for block in found.blocks] == [
        ("决算说明", "heading", 1),
        ("一、收入", "heading", 2),
        ("收入**5**万元。", "paragraph", 0),
    ]
    assert found.place(found.tables[0].cells[3].span).line == 7
