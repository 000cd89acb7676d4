"""What a Word file holds besides its text: pictures, and workbooks and other objects embedded in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lint.document import Document
from lint.errors import Unreadable
from lint.readers import Source, read, sniff
from lint.readers.package import MC, Package, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_WORKBOOKS = frozenset(("xlsx", "xls", "ods"))
_FORMULA = "equation"


class Embedded(NamedTuple):
    """The workbooks that could be read, and how many pictures and other objects could not."""

    workbooks: tuple[Document, ...]
    pictures: int
    objects: int


def embedded(package: Package, parts: dict[str, tuple[str, str]], root: _Element) -> Embedded:
    """What stands in the main part; `parts` are those it refers to. The picture of an object is none of its own."""
    found: list[Document] = []
    lost = pictures = 0
    for element in root.iter(_OBJECT, _PICTURE, _IMAGE):
        around = {above.tag for above in element.iterancestors()}
        if MC + "Fallback" in around:
            continue
        if element.tag != _OBJECT:
            pictures += W + "object" not in around
        elif not element.get("ProgID", "").lower().startswith(_FORMULA):
            try:
                found.append(_workbook(package, parts.get(element.get(R + "id", ""), ("", ""))[1]))
            except Unreadable:
                lost += 1
    return Embedded(tuple(found), pictures, lost)


def _workbook(package: Package, name: str) -> Document:
    """The workbook in a part. Raises Unreadable for anything else."""
    source = Source(name, package.read(name))
    if sniff(source) not in _WORKBOOKS:
        raise Unreadable("unsupported")
    return read(source)
