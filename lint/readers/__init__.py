"""Readers: one module per file format, each with `read(source) -> Document`.

What a file is, its content decides (`sniff`); its suffix only settles what content leaves open. A reader is
imported when a file needs it. A file that cannot be read raises `Unreadable`; a file that can be read in
part is read in part, with a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from typing import Protocol, cast

from lint.document import Document
from lint.errors import Unreadable
from lint.say import Say

TEXT_SUFFIXES = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv"}
SUFFIXES = {
    **TEXT_SUFFIXES,
    **dict.fromkeys((".docx", ".docm"), "docx"),
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"), "office"),
    **dict.fromkeys((".xlsx", ".xlsm"), "xlsx"),
    **dict.fromkeys((".xls", ".et"), "xls"),
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".mht", ".mhtml"), "mht"),
    **dict.fromkeys((".ods", ".fods"), "ods"),
    ".pdf": "pdf",
}
"""The suffixes that a folder is searched for, and the reader of each."""
FOREIGN = frozenset((
    ".xlsb",
    ".ppt", ".pptx", ".dps", ".odp", ".ofd",
))  # fmt: skip
"""Documents that no reader reads and that a folder may hold: told as results, never passed over."""
BINARY = frozenset({"docx", "pdf", "xlsx", "xls", "ods", "xml2003", "html", "mht", "office"})
"""Formats whose parsers run only in a guarded worker process."""

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|link|title|base|script|style|div|center|font|table)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a web page begins, whatever its name says."""
_TAG = re.compile(rb"</?[A-Za-z][A-Za-z0-9]*[\s/>]")
_WORKBOOK = re.compile(rb"<(?:\w+:)?workbook[\s>]")
_ARCHIVE = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.MULTILINE)
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f]")
_DECLARATION = 4096
"""Bytes in which XML names its root, and an archive its kind."""
_BEGINNING = 1 << 16
"""Bytes in which a page must begin to be one; programs write long comments in front."""


@dataclass(frozen=True)
class Source:
    """The bytes of one file. `name` is what to call it; `encoding` is what the user forces, None to find out.

    `seconds` is the time after which reading and checking it is stopped from outside, None where it is not.
    """

    name: str
    data: bytes = field(repr=False)
    encoding: str | None = None
    seconds: float | None = None

    @cached_property
    def sha256(self) -> str:
        import hashlib  # late: OpenSSL takes a while to load

        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        dot = self.name.rfind(".")
        return self.name[dot:].lower() if dot > max(self.name.rfind("/"), self.name.rfind("\\")) else ""


class Reader(Protocol):
    """What every module of this package offers."""

    def read(self, source: Source) -> Document: ...


def sniff(source: Source) -> str:
    """The format of a file: ``"txt"``, ``"docx"``, ``"pdf"``. Raises Unreadable for anything else."""
    head = source.data[:1024]
    if not source.data:
        raise Unreadable("empty")
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if form := _packed(source.data):
            return form
        if source.suffix not in SUFFIXES:
            raise Unreadable("unsupported", source.suffix or Say("压缩包", "zip"))
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise Unreadable("password")
        names = set(_streams(source.data))
        if names & {"Workbook", "Book"}:
            return "xls"
        if names & {"WordDocument", "CONTENTS", "MM"}:  # Word and WPS; the others are MS Works
            return "office"
        if SUFFIXES.get(source.suffix) not in ("xls", "office"):
            raise Unreadable("unsupported", source.suffix or Say("Office 97 文件", "OLE"))
    if head.startswith(b"{\\rtf"):
        return "office"
    if form := _declared(source.data[:_DECLARATION]):
        return form
    beginning = source.data[:_BEGINNING].replace(b"\0", b"")
    if _PAGE.match(beginning) or (SUFFIXES.get(source.suffix) == "html" and _TAG.search(beginning)):
        return "html"
    if SUFFIXES.get(source.suffix) in ("xls", "xlsx") and _is_separated(source):
        return "csv"
    if source.suffix in SUFFIXES and source.suffix not in TEXT_SUFFIXES:
        raise Unreadable("broken", Say("内容不是 {suffix} 文件", "not a {suffix} file", {"suffix": source.suffix}))
    if source.suffix in TEXT_SUFFIXES or source.suffix == "":
        return TEXT_SUFFIXES.get(source.suffix, "txt")
    raise Unreadable("unsupported", source.suffix)


def _declared(head: bytes) -> str:
    """The format that XML or an archive of pages states in its first lines; ``""`` for other files."""
    text = head.replace(b"\0", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in text and _WORKBOOK.search(text):
        return "xml2003"
    if b"<office:document" in text and b"application/vnd.oasis.opendocument.spreadsheet" in text:
        return "ods"
    return "mht" if _ARCHIVE.search(text) and b"mime-version:" in text else ""


def _is_separated(source: Source) -> bool:
    """Whether a file that should be a workbook is text of separated values."""
    from lint.readers.csv import separator
    from lint.readers.txt import decode

    text, _, replaced = decode(source.data[:_BEGINNING], source.encoding)
    return replaced < 2 and not _CONTROL.search(text) and bool(separator(text))


def _packed(data: bytes) -> str:
    """The format of a zip by the parts that its directory lists; ``""`` for one that is no document."""
    end = data.rfind(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little") if end >= 0 else 0
    listed = data[start:end] if 0 < start < end else data
    for part, form in ((b"word/", "docx"), (b"xl/workbook.xml", "xlsx")):
        if part in listed:
            return form
    kinds = ((b"opendocument.spreadsheet", "ods"), (b"opendocument.text", "office"))
    stated = data[:1024] if b"application/vnd.oasis." in data[:1024] or b"mimetype" not in listed else _stated(data)
    return next((form for kind, form in kinds if b"application/vnd.oasis." + kind in stated), "")


def _stated(data: bytes) -> bytes:
    """The part of a zip that states the kind of an OpenDocument file, where it was packed against the standard."""
    from lint.readers.package import Package

    try:
        return Package(data).read("mimetype")
    except Unreadable:
        return b""


def _streams(data: bytes) -> Iterator[str]:
    """The names in the directory of an OLE file: entries of 128 bytes, each with the length of its name at 64."""
    for match in re.finditer(rb"(?:[^\0]\0){2,31}\0\0", data):
        start = match.start()
        if start % 128 == 0 and int.from_bytes(data[start + 64 : start + 66], "little") == match.end() - start:
            yield match[0][:-2].decode("utf-16-le", "replace")


def read(source: Source) -> Document:
    """Read one file with the reader that its content asks for. Raises Unreadable."""
    from lint.readers.garbled import garbled
    from lint.readers.hashes import hashes

    module = cast(Reader, import_module(f"lint.readers.{sniff(source)}"))
    document = module.read(source)
    if any(notice.kind in ("encoding", "no-text") for notice in document.notices):
        return document
    return replace(document, notices=(*document.notices, *garbled(document.text, len(source.data), document.format), *hashes(document)))
