"""A workbook made of sheets. Nothing in it depends on when or where it was made, and no text of a report is ever a formula."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lint.check import Severity
from lint.pattern import pattern
from lint.say import Say
from lint.writers.xlsx.sheet import Column, Row, Sheet, Value

_FOREIGN = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What the XML of a workbook cannot hold, and what would turn the direction of a text."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula when a text is typed, edited, or saved as separated values."""
LONGEST, MOST_ROWS, MOST_LINKS = 32_000, 1_048_000, 65_000
"""What Excel bears of characters in a cell, and of rows and links in a sheet (32,767, 1,048,576 and 65,530), with room to spare."""
LINE, TALLEST = 13.5, 405
"""Points of a line of text, and of the tallest row that Excel shows; heights are given, for not every program works them out."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every workbook was made: the earliest moment that the archive knows."""
FONT = "宋体"
HEAD, TO_FILL, HAND = "44546A", "7F6000", "FFF9E5"
SEVERITIES: dict[Severity, tuple[str, str]] = {"error": ("FBE0DD", "9C0006"), "warning": ("FFEFC9", "7F4F00"), "info": ("E3ECF7", "1F4E79")}
"""Background and letters; the word says it, too."""
MORE = Say("另有{count}行写不下，请分批核对", "{count} more rows do not fit: check fewer files at once")
CHOOSE = Say("请选 {choices}；{reasoned}要写明理由", "choose one of {choices}; {reasoned} need a reason")


def packed(sheets: Sequence[Sheet]) -> bytes:
    """The workbook as it is saved."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "gouji"
    book.properties.created = book.properties.modified = datetime(*EPOCH, tzinfo=UTC).replace(tzinfo=None)  # as openpyxl wants it
    styles = _Styles.made()
    for sheet in sheets:
        _draw(book.create_sheet(sheet.name), sheet, styles)
    stream = io.BytesIO()
    ExcelWriter(book, _Archive(stream, "w", zipfile.ZIP_DEFLATED)).save()
    return stream.getvalue()


class _Archive(zipfile.ZipFile):
    """An archive whose entries all bear one date."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = zipfile.ZipInfo(zinfo_or_arcname, EPOCH)
        entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        with open(filename, "rb") as stream:
            self.writestr(arcname, stream.read())


@dataclass(frozen=True)
class _Styles:
    """The looks of cells, made once."""

    plain: Any
    bold: Any
    linked: Any
    head: Any
    top: Any
    centred: Any
    indented: Any
    border: Any
    unlocked: Any
    hand: Any
    heads: dict[bool, Any]
    severities: dict[Severity, tuple[Any, Any]]

    @classmethod
    def made(cls) -> _Styles:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        def fill(color: str) -> Any:
            return PatternFill("solid", start_color=color)

        side = Side("thin", "D0D0D0")
        return cls(
            plain=Font(FONT, 10),
            bold=Font(FONT, 10, bold=True),
            linked=Font(FONT, 10, color="0563C1", underline="single"),
            head=Font(FONT, 10, bold=True, color="FFFFFF"),
            top=Alignment(vertical="top", wrap_text=True),
            centred=Alignment("center", "center", wrap_text=True),
            indented=Alignment("left", "top", wrap_text=True, indent=1),
            border=Border(side, side, side, side),
            unlocked=Protection(locked=False),
            hand=fill(HAND),
            heads={False: fill(HEAD), True: fill(TO_FILL)},
            severities={name: (fill(back), Font(FONT, 10, bold=True, color=letters)) for name, (back, letters) in SEVERITIES.items()},
        )


def _draw(page: Any, sheet: Sheet, styles: _Styles) -> None:
    """Fill an empty page of a workbook."""
    from openpyxl.utils import get_column_letter

    rows, lost = sheet.rows[:MOST_ROWS], len(sheet.rows) - MOST_ROWS
    page.row_dimensions[1].height = 2 * LINE
    for number, column in enumerate(sheet.columns, 1):
        _head(page.cell(1, number), column, sheet, styles)
        page.column_dimensions[get_column_letter(number)].width = column.width
    links = 0
    for line, row in enumerate(rows, 2):
        for number, column in enumerate(sheet.columns):
            cell = page.cell(line, number + 1)
            _body(cell, row.values[number], column, row, styles)
            if number == 0 and row.level:
                cell.alignment = styles.indented
            if (link := row.links.get(number)) and links < MOST_LINKS:
                cell.hyperlink, cell.font, links = link.target, styles.linked, links + 1
                cell.hyperlink.location = link.location or None
        if row.severity:
            page.cell(line, 1).fill, page.cell(line, 1).font = styles.severities[row.severity]
        page.row_dimensions[line].outlineLevel = row.level
        page.row_dimensions[line].height = _height(row, sheet.columns)
    last = get_column_letter(len(sheet.columns))
    remarks = [*sheet.remarks, *([MORE.of(count=lost).text(sheet.language)] if lost > 0 else [])]
    for line, remark in enumerate(remarks, len(rows) + 3):
        cell = page.cell(line, 1)
        _put(cell, remark)
        cell.font = styles.plain
    if rows:
        totals = sum(row.strong for row in rows)
        page.auto_filter.ref = f"A1:{last}{len(rows) + 1 - totals}"
        _ask(page, sheet, len(rows) + 1)
    page.freeze_panes = "A2"
    page.sheet_properties.outlinePr.summaryBelow = False
    _print(page)


def _head(cell: Any, column: Column, sheet: Sheet, styles: _Styles) -> None:
    cell.value = column.head.text(sheet.language)
    cell.font, cell.alignment, cell.border = styles.head, styles.centred, styles.border
    cell.fill = styles.heads[bool(column.fill)]


def _body(cell: Any, value: Value, column: Column, row: Row, styles: _Styles) -> None:
    _put(cell, value)
    cell.font, cell.border = styles.bold if row.strong else styles.plain, styles.border
    cell.alignment = styles.top
    if column.fill:
        cell.fill, cell.protection = styles.hand, styles.unlocked
    if column.fill == "date":
        cell.number_format = "yyyy-mm-dd"


def _height(row: Row, columns: Sequence[Column]) -> float:
    """Points that the fullest cell of a row needs."""
    texts = zip((value if isinstance(value, str) else "" for value in row.values), columns, strict=True)
    lines = max(sum(-(-max(_width(part), 1) // (column.width - 1)) for part in text.split("\n")) for text, column in texts)
    return min(lines * LINE + 3, TALLEST)


def _width(text: str) -> int:
    """Columns of a digit that a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _put(cell: Any, value: Value) -> None:
    """Give a cell its value; a text stays one, whatever it begins with, also when somebody edits it."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = _FOREIGN.sub("?", value)
    cell.value = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    cell.data_type = "s"
    if text.startswith(FORMULAS):
        cell.quotePrefix = True


def _ask(page: Any, sheet: Sheet, last: int) -> None:
    """The list of verdicts to choose from, and a colour where one of them lacks its reason: such a list would be refused."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    fills = [column.fill for column in sheet.columns]
    if "verdict" not in fills:
        return
    at = get_column_letter(fills.index("verdict") + 1)
    separator = "、" if sheet.language == "zh" else ", "
    told = CHOOSE.of(choices=separator.join(sheet.choices), reasoned=separator.join(sheet.reasoned)).text(sheet.language)
    choice = DataValidation("list", formula1='"{}"'.format(",".join(sheet.choices)), allow_blank=True, showErrorMessage=True)
    choice.error, choice.prompt, choice.showInputMessage = told, told, True
    choice.add(f"{at}2:{at}{last}")
    page.add_data_validation(choice)
    reason = get_column_letter(fills.index("text") + 1)
    chosen = ",".join(f'${at}2="{word}"' for word in sheet.reasoned)
    missing = FormulaRule([f'AND(OR({chosen}),TRIM(${reason}2)="")'], fill=PatternFill(bgColor="F4B6AE"))
    page.conditional_formatting.add(f"{reason}2:{reason}{last}", missing)


def _print(page: Any) -> None:
    """On paper: across, as wide as the page, the heading on each."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"
    page.page_margins.left = page.page_margins.right = 0.4
