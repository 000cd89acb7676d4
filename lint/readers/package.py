"""Opening the zip of an Office file without letting it harm the machine.

Parts are read by name and never extracted to paths; sizes are limited by what is really read, not by what
the file declares; XML with a document type declaration is refused, so there are no entities to expand.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from lint.errors import Unreadable
from lint.say import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

FILE_LIMIT = 100 << 20
PART_LIMIT = 128 << 20
TOTAL_LIMIT = 512 << 20
PARTS_LIMIT = 20_000
RATIO_LIMIT = 200
RATIO_FLOOR = 10 << 20
"""A part may unpack to more than RATIO_LIMIT times its packed size only while it stays below this size."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    _STRICT + b"wordprocessingml/main": W,
    _STRICT + b"spreadsheetml/main": S,
    _STRICT + b"officeDocument/relationships": R,
    _STRICT + b"officeDocument/math": M,
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError)


SIZE = Say("{count}MB", "{count} MiB")
PART_SIZE = Say("其中的{name}展开后过大", "{name} is too large")
DAMAGED = Say("其中的{name}已损坏", "{name}: {error}")


class Package:
    """The parts of an Office Open XML file; names are those inside the zip, in any letter case."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable for data that is no zip, needs a password, or is beyond a limit."""
        if not data:
            raise Unreadable("empty")
        if data.startswith(_OLE):
            names = data.lower()
            encrypted = any(name.encode("utf-16-le") in names for name in ("encryptedpackage", "dataspaces"))
            raise Unreadable("password") if encrypted else Unreadable("broken", Say("是 Word 97 格式", "an OLE file, not a zip"))
        if len(data) > FILE_LIMIT:
            raise Unreadable("too-large", SIZE.of(count=len(data) >> 20))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise Unreadable("broken", Say("压缩包不完整", "{error}", {"error": str(error)})) from error
        members = self._zip.infolist()
        if len(members) > PARTS_LIMIT:
            raise Unreadable("too-large", Say("内含{count}个部分", "{count} parts", {"count": len(members)}))
        self._members = {_key(member.filename): member for member in members}
        self._total = 0

    def main(self, otherwise: str) -> str:
        """The name of the part with the body or the workbook; `otherwise` where the file does not tell."""
        return next((name for kind, name in self.related("").values() if kind == "officeDocument"), otherwise)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises Unreadable if it is missing, damaged, encrypted or too large."""
        member = self._members.get(_key(name))
        if member is None:
            raise Unreadable("broken", Say("缺少{name}", "no {name}", {"name": name}))
        if member.flag_bits & 1:
            raise Unreadable("password")
        limit = min(PART_LIMIT, TOTAL_LIMIT - self._total, max(RATIO_FLOOR, RATIO_LIMIT * member.compress_size))
        if member.file_size > limit:
            raise Unreadable("too-large", PART_SIZE.of(name=name))
        try:
            with self._zip.open(member) as stream:
                data = stream.read(limit + 1)
        except _DAMAGE as error:
            raise Unreadable("broken", DAMAGED.of(name=name, error=str(error))) from error
        if len(data) > limit:
            raise Unreadable("too-large", PART_SIZE.of(name=name))
        self._total += len(data)
        return data

    def tree(self, name: str) -> _Element:
        """The root element of an XML part; Strict namespaces are turned into the usual ones. Raises Unreadable."""
        data = self.read(name)
        if is_strict(data):
            for strict, usual in _TRANSITIONAL.items():
                for quote in (b'"', b"'"):
                    data = data.replace(quote + strict + quote, quote + usual[1:-1].encode() + quote)
        return parsed(data, name)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts inside the file that a part refers to: relation id -> (last word of its type, part name).

        ``related("")`` gives those of the whole package. A part without relations has none.
        """
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", base + ".rels")
        if relations not in self:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in self.tree(relations):
            target = relation.get("Target", "")
            if target and relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                found[relation.get("Id", "")] = (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        return found


def is_strict(data: bytes) -> bool:
    """Whether a part is of the Strict kind of Office files, with namespaces of its own."""
    return _STRICT in data


def as_strict(data: bytes) -> bytes:
    """A part with the namespaces of the Strict kind in place of the usual ones."""
    for strict, usual in _TRANSITIONAL.items():
        for quote in (b'"', b"'"):
            data = data.replace(quote + usual[1:-1].encode() + quote, quote + strict + quote)
    return data


def parsed(data: bytes, name: str) -> _Element:
    """The root element of XML without entities, comments and instructions. Raises Unreadable."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("broken", DAMAGED.of(name=name, error=str(error))) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):  # not in the stubs
        raise Unreadable("broken", Say("{name}中有不该有的声明", "{name}: has a document type declaration", {"name": name}))
    return root


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
