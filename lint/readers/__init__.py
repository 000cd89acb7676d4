"""Readers: one module per file format, each with `read(source) -> Document`.

What a file is, its content decides (`sniff`); its suffix only settles what content leaves open. A reader is
imported when a file needs it. A file that cannot be read raises `Unreadable`; a file that can be read in
part is read in part, with a notice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import Protocol, cast

from lint.document import Document
from lint.errors import Unreadable
from lint.say import Say

TEXT_SUFFIXES = {".txt": "txt", ".text": "txt", ".md": "txt"}
SUFFIXES = {**TEXT_SUFFIXES, ".docx": "docx", ".docm": "docx", ".pdf": "pdf"}
"""The suffixes that a folder is searched for, and the reader of each."""
FOREIGN = frozenset((
    ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ett", ".ods",
    ".ppt", ".pptx", ".dps", ".odp", ".ofd", ".htm", ".html",
))  # fmt: skip
"""Documents that no reader reads and that a folder may hold: told as results, never passed over."""
BINARY = frozenset({"docx", "pdf"})
"""Formats whose parsers run only in a guarded worker process."""


@dataclass(frozen=True)
class Source:
    """The bytes of one file. `name` is what to call it; `encoding` is what the user forces, None to find out."""

    name: str
    data: bytes = field(repr=False)
    encoding: str | None = None

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
        if b"word/" in source.data:
            return "docx"
        raise Unreadable("unsupported", source.suffix or Say("压缩包", "zip"))
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise Unreadable("password")
        raise Unreadable("unsupported", source.suffix or Say("Office 97 文件", "OLE"))
    if source.suffix in SUFFIXES and source.suffix not in TEXT_SUFFIXES:
        raise Unreadable("broken", Say("内容不是 {suffix} 文件", "not a {suffix} file", {"suffix": source.suffix}))
    if source.suffix in TEXT_SUFFIXES or source.suffix == "":
        return "txt"
    raise Unreadable("unsupported", source.suffix)


def read(source: Source) -> Document:
    """Read one file with the reader that its content asks for. Raises Unreadable."""
    module = cast(Reader, import_module(f"lint.readers.{sniff(source)}"))
    return module.read(source)
