"""Objects appended to a PDF: its own bytes stay as they are, what is added or changed follows after them (ISO 32000, 7.5.6).

A signature over the file thus still holds for what was signed. pypdf parses; its own incremental writer is not used, for
it copies every object first and puts a stream of references after tables of them, which some viewers refuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import md5
from itertools import groupby
from typing import TYPE_CHECKING

from lint.errors import Unreadable
from lint.say import Say
from lint.writers.pdf.syntax import array, dictionary, reference, stream

if TYPE_CHECKING:
    from pypdf import PdfReader

LOST = Say("文件的目录损坏，不能加批注", "its table of objects is damaged: no comments can be added")
_HEADER = 1024
"""Bytes within which a file must say that it is a PDF; its offsets are counted from there."""
_START = b"startxref"
_KEPT = ("/Root", "/Info")


@dataclass(frozen=True)
class Ends:
    """How a file ends: where its offsets are counted from, the offset of its last table of objects, and of what kind that is."""

    header: int
    last: int
    streamed: bool


def ends_of(data: bytes) -> Ends:
    """Raises Unreadable where the file does not tell where its objects are."""
    header = max(data.find(b"%PDF-", 0, _HEADER), 0)
    told = data[data.rfind(_START) + len(_START) :][:32].split()
    if _START in data and told and told[0].isdigit():
        last = int(told[0])
        for base in dict.fromkeys((header, 0)):
            words = data[base + last : base + last + 40].split()
            if words and words[0].startswith(b"xref"):
                return Ends(base, last, streamed=False)
            if len(words) > 2 and words[0].isdigit() and words[1].isdigit() and words[2].startswith(b"obj"):
                return Ends(base, last, streamed=True)
    raise Unreadable("broken", LOST)


def next_number(reader: PdfReader) -> int:
    """The first number that no object has."""
    known = [number for own in reader.xref.values() for number in own]
    size = reader.trailer.get("/Size", 0)
    return max([*known, *reader.xref_objStm, int(size) - 1], default=0) + 1


def appended(data: bytes, reader: PdfReader, objects: Mapping[tuple[int, int], bytes]) -> bytes:
    """The file with these objects, by number and generation. Raises Unreadable where it does not tell where its own are."""
    ends = ends_of(data)
    made = bytearray(data)
    if not made.endswith((b"\n", b"\r")):
        made += b"\n"
    offsets: dict[tuple[int, int], int] = {}
    for (number, generation), content in sorted(objects.items()):
        offsets[number, generation] = len(made) - ends.header
        made += b"%d %d obj\n" % (number, generation) + content + b"\nendobj\n"
    start = len(made) - ends.header
    size = max(next_number(reader), max(number for number, _ in offsets) + 1)
    if ends.streamed:
        offsets[size, 0] = start
        made += b"%d 0 obj\n" % size + _streamed(offsets, _trailer(reader, size + 1, ends.last, data)) + b"\nendobj\n"
    else:
        made += _table(offsets) + b"trailer\n" + dictionary(_trailer(reader, size, ends.last, data)).encode("ascii") + b"\n"
    made += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(made)


def _trailer(reader: PdfReader, size: int, last: int, data: bytes) -> dict[str, str]:
    """What leads to the objects; of the two identifiers the second tells apart what was made of one file."""
    from pypdf.generic import ArrayObject, IndirectObject

    found = {"Size": str(size), "Prev": str(last)}
    for key in _KEPT:
        own = reader.trailer.raw_get(key) if key in reader.trailer else None
        if isinstance(own, IndirectObject):
            found[key[1:]] = reference(own.idnum, own.generation)
    if "Root" not in found:
        raise Unreadable("broken", LOST)
    own = reader.trailer.raw_get("/ID").get_object() if "/ID" in reader.trailer else None
    if isinstance(own, ArrayObject) and len(own) == 2:
        first = own[0].original_bytes.hex()
        found["ID"] = array([f"<{first}>", f"<{md5(data, usedforsecurity=False).hexdigest()}>"])
    return found


def _sections(offsets: Mapping[tuple[int, int], int]) -> Iterator[list[tuple[int, int, int]]]:
    """Number, generation and offset of the objects, those with numbers in sequence together."""
    rows = sorted((number, generation, offset) for (number, generation), offset in offsets.items())
    for _, section in groupby(enumerate(rows), key=lambda at: at[1][0] - at[0]):
        yield [row for _, row in section]


def _table(offsets: Mapping[tuple[int, int], int]) -> bytes:
    made = b"xref\n0 1\n0000000000 65535 f \n"
    for section in _sections(offsets):
        made += b"%d %d\n" % (section[0][0], len(section))
        made += b"".join(b"%010d %05d n \n" % (offset, generation) for _, generation, offset in section)
    return made


def _streamed(offsets: Mapping[tuple[int, int], int], trailer: Mapping[str, str]) -> bytes:
    sections = list(_sections(offsets))
    index = array(str(number) for section in sections for number in (section[0][0], len(section)))
    rows = b"".join(
        b"\1" + offset.to_bytes(8, "big") + generation.to_bytes(2, "big") for section in sections for _, generation, offset in section
    )
    return stream({"Type": "/XRef", **trailer, "Index": index, "W": "[1 8 2]"}, rows)
