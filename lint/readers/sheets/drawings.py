"""What lies over the cells of an Excel sheet: text boxes are read, pictures are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.errors import Unreadable
from lint.readers.package import MC, Package
from lint.readers.sheets.book import Drawn
from lint.readers.sheets.cell import Shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ANCHORS = (_XDR + "twoCellAnchor", _XDR + "oneCellAnchor", _XDR + "absoluteAnchor")


def drawn(package: Package, part: str) -> Drawn:
    """The drawing of a sheet; one that is missing or damaged holds nothing but counts as a box that was not read."""
    boxes: list[Shown] = []
    pictures = lost = 0
    for kind, name in package.related(part).values():
        if kind != "drawing":
            continue
        try:
            root = package.tree(name)
        except Unreadable:
            lost += 1
            continue
        for anchor in root.iter(*_ANCHORS):
            shown = [each for each in anchor.iter(_XDR + "pic", _XDR + "sp") if next(each.iterancestors(MC + "Fallback"), None) is None]
            pictures += sum(each.tag == _XDR + "pic" for each in shown)
            at = _index(anchor, "row"), _index(anchor, "col")
            boxes.extend(Shown(*at, text) for each in shown if each.tag == _XDR + "sp" and (text := _text(each)))
    return Drawn(tuple(boxes), pictures, lost)


def _text(shape: _Element) -> str:
    paragraphs = ("".join(run.text or "" for run in paragraph.iter(_A + "t")).strip() for paragraph in shape.iter(_A + "p"))
    return "\n".join(text for text in paragraphs if text)


def _index(anchor: _Element, name: str) -> int:
    """Row or column of the cell under the upper left corner, from 0."""
    value = anchor.findtext(f"{_XDR}from/{_XDR}{name}") or "0"
    return int(value) if value.isdigit() and len(value) < 8 else 0
