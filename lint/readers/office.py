"""Texts of older and other word processors (.doc, .wps, .rtf, .odt): as Word files, converted by LibreOffice.

Without LibreOffice a .doc or .wps is read plainly: paragraphs and cells, without automatic numbering, merged cells and
whatever else the old format hides, and the reader of the results is told so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.readers import Source, docx, soffice
from lint.readers.linear import BlockOrigin, Linear
from lint.say import Say

if TYPE_CHECKING:
    from wps2md import Paragraph, WpsDocument

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x0100
MISSING = Say("{suffix}，电脑上没有安装 LibreOffice", "{suffix}; LibreOffice is not installed")
PLAINLY = Say("没有安装 LibreOffice", "LibreOffice is not installed")
UNKNOWN = Say("文字不是 Unicode 编码", "the text is not in Unicode")


def read(source: Source) -> Document:
    """Read a text document. Raises Unreadable for one that is damaged, encrypted, empty, or needs LibreOffice where there is none."""
    form = _form(source.data)
    if form == "doc":
        _refuse_encrypted(source.data)
    program = soffice.program()
    if program is not None:
        document = docx.read(Source(source.name, soffice.converted(source.data, f".{form}", program)))
        notices = (*document.notices, Notice("converted", "LibreOffice"))
        return replace(document, format=form, notices=notices, sha256=source.sha256)
    if form != "doc":
        raise Unreadable("unsupported", MISSING.of(suffix=source.suffix or f".{form}"))
    return _plainly(source)


def _form(data: bytes) -> str:
    return "doc" if data.startswith(_OLE) else "rtf" if data.startswith(b"{\\rtf") else "odt"


def _refuse_encrypted(data: bytes) -> None:
    """Raises Unreadable for a Word 97 file with a password: a flag at the head of its text stream ([MS-DOC] §2.5.2) says so."""
    import io

    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            head = ole.openstream("WordDocument").read(12) if ole.exists("WordDocument") else b""
    except Exception as error:  # damage shows in many ways
        raise Unreadable("broken", Say("{error}", "{error}", {"error": f"{type(error).__name__}: {error}"})) from error
    if int.from_bytes(head[10:12], "little") & _ENCRYPTED:
        raise Unreadable("password")


def _plainly(source: Source) -> Document:
    import wps2md

    try:
        parsed: WpsDocument = wps2md.parse(source.data)
    except Exception as error:  # damage shows in many ways
        raise Unreadable("broken", Say("{error}", "{error}", {"error": f"{type(error).__name__}: {error}"})) from error
    if parsed.encoding != "utf-16-le":
        raise Unreadable("unsupported", UNKNOWN)
    page = _Plain()
    for paragraph in parsed.paragraphs:
        page.add(paragraph)
    page.end_table()
    linear = page.linear
    if not linear.text.strip():
        raise Unreadable("empty")
    notices = (Notice("converted", PLAINLY, count=1),)
    return Document(source.name, "doc", linear.text, tuple(linear.blocks), tuple(linear.tables), page.origin, notices, source.sha256)


class _Plain:
    """Writes the paragraphs of an old Word file; those in a table are its cells, and a mark ends each row."""

    def __init__(self) -> None:
        self.linear = Linear()
        self.origin = BlockOrigin()
        self._rows: list[list[str]] = []
        self._row: list[str] = []
        self._count = 0

    def add(self, paragraph: Paragraph) -> None:
        text = paragraph.text.strip()
        ends_row = paragraph.is_row_end if paragraph.in_table else self._row and not text  # not every row is marked
        if ends_row:
            self._rows.append(self._row)
            self._row = []
        elif not paragraph.in_table:
            self.end_table()
            self._count += 1
            if text:
                self.origin.add(self.linear.end, self._count)
                self.linear.line(text, depth=paragraph.heading_level or 0)
        else:
            self._row.append(text)

    def end_table(self) -> None:
        rows = [row for row in (*self._rows, self._row) if row]
        self._rows, self._row = [], []
        if rows:
            number = len(self.linear.tables) + 1
            self.linear.ragged(rows, lambda row, column: self.origin.add(self.linear.end, None, number, row + 1, column + 1))
