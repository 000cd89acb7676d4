"""Styles of a Word file, as far as they decide what is read: headings, numbering, hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.pattern import pattern
from lint.readers.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = pattern(r"(?:heading|标题) ?([1-9])$", re.IGNORECASE)
_UNRANKED = pattern(r"(?:title|subtitle|标题|副标题|toc ?\d|目录 ?\d)$", re.IGNORECASE)
_INTEGER = pattern(r"-?[0-9]{1,9}$")
_ANCESTORS = 40
"""Styles that a style may be based on, one on the other; Word itself allows about ten."""
_OFF = frozenset({"0", "false", "off"})


def on(element: _Element) -> bool:
    """Whether a property that can be switched on and off is on: ``<w:vanish/>``, ``w:val="1"``."""
    return element.get(W + "val", "1") not in _OFF


def integer(element: _Element | None, default: int | None = None) -> int | None:
    """The number in ``w:val``; the default where there is no element, or no number that fits into 32 bits."""
    text = element.get(W + "val", "") if element is not None else ""
    return int(text) if _INTEGER.match(text) else default


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits. `depth` is its outline level from 1, 0 for body text; `ranked` is False for
    titles and tables of contents, which are never headings; `lineage` has its own id and those it is based on."""

    lineage: tuple[str, ...] = ()
    depth: int = 0
    ranked: bool = True
    number: int | None = None
    level: int | None = None
    hidden: bool = False


class Styles:
    """The styles of a file; `None` for a file that has no style part. `hiding` says whether any style may hide text."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in root.iterchildren(W + "style") if root is not None else ():
            name = element.get(W + "styleId", "")
            self._elements[name] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = name
        self.hiding = root is not None and next(root.iter(W + "vanish"), None) is not None

    def __getitem__(self, name: str) -> Style:
        """The style with that id; for ``""`` and unknown ids the default paragraph style."""
        if name not in self._elements:
            name = self._default
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def character(self, name: str) -> Style:
        """The character style with that id; an empty one if there is none."""
        return self[name] if name in self._elements else Style()

    def _resolve(self, name: str) -> Style:
        lineage: list[str] = []
        depth: int | None = None
        number: int | None = None
        level: int | None = None
        hidden: bool | None = None
        ranked = True
        while name in self._elements and name not in lineage and len(lineage) < _ANCESTORS:
            element = self._elements[name]
            lineage.append(name)
            title = ""
            base = ""
            for child in element:
                if child.tag == W + "name":
                    title = child.get(W + "val", "")
                elif child.tag == W + "basedOn":
                    base = child.get(W + "val", "")
                elif child.tag == W + "pPr":
                    outline = integer(child.find(W + "outlineLvl"))
                    if depth is None and outline is not None:
                        depth = outline + 1 if 0 <= outline < 9 else 0
                    if number is None:
                        number = integer(child.find(f"{W}numPr/{W}numId"))
                    if level is None:
                        level = integer(child.find(f"{W}numPr/{W}ilvl"))
                elif child.tag == W + "rPr" and hidden is None:
                    vanish = child.find(W + "vanish")
                    hidden = on(vanish) if vanish is not None else None
            if depth is None and (heading := _HEADING.match(title)):
                depth = int(heading[1])
            if len(lineage) == 1:
                ranked = not _UNRANKED.match(title)
            name = base
        return Style(tuple(lineage), depth or 0 if ranked else 0, ranked, number, level, bool(hidden))
