"""Automatic numbering: the labels that Word shows before paragraphs and that stand nowhere in the text.

A paragraph names a list (w:num) and a level. Lists made from the same definition (w:abstractNum) share
their counters; a list may replace levels or start anew the first time it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lint.pattern import pattern
from lint.readers.docx.formats import ordinal
from lint.readers.docx.styles import Style, Styles, integer, on
from lint.readers.docx.symbols import symbol
from lint.readers.package import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SLOT = pattern(r"%([1-9])")
_LONGEST = 255
"""Characters of a level's text, as in Word; the label of every paragraph is made from it."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: `text` has a slot ``%1`` … ``%9`` for the ordinal of each level.

    `restart` is the level (from 1) whose use starts this one anew: 0 none, None every outer one. `legal` shows
    all slots in Arabic digits, `style` is the id of the paragraph style that brings this level, `width` pads with zeros.
    """

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str
    width: int


@dataclass(slots=True)
class _List:
    """A w:num: the definition it counts with, its own levels, and the starts that are still to be applied."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file, and how far they have counted. `None` for a file that has no numbering part."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        definitions = {element.get(W + "abstractNumId", ""): element for element in root.iterchildren(W + "abstractNum")}
        targets: dict[str, str] = {}
        elements: dict[int, _Element] = {}
        for element in root.iterchildren(W + "num"):
            number = element.get(W + "numId", "")
            target = element.find(W + "abstractNumId")
            if number.isdecimal() and target is not None:
                targets[number] = target.get(W + "val", "")
                elements[int(number)] = element
        linked = {
            link.get(W + "val", ""): name for name, element in definitions.items() if (link := element.find(W + "styleLink")) is not None
        }
        levels = {name: _levels(element) for name, element in definitions.items()}
        for index, element in elements.items():
            name = targets[str(index)]
            link = definitions[name].find(W + "numStyleLink") if name in definitions else None
            if link is not None:
                style = link.get(W + "val", "")
                name = linked.get(style) or targets.get(str(styles.character(style).number), name)
            self._lists[index] = _overridden(name, levels.get(name, {}), element)

    def label(self, number: int | None, level: int | None, style: Style) -> str:
        """Count a paragraph and return its label, ``""`` if it has none.

        `number` and `level` are what the paragraph itself says, None where it leaves that to its style.
        """
        if number is None:
            number = style.number
            if level is None:
                level = self._level_of(number, style)
        used = self._lists.get(number) if number else None
        if used is None:
            return ""
        level = min(max(level or 0, 0), 8)
        return self._count(used, level)

    def _level_of(self, number: int | None, style: Style) -> int | None:
        """The level that names the style, or the nearest of those it is based on; else the one that the style names."""
        used = self._lists.get(number) if number else None
        if used is not None:
            for name in style.lineage:
                for index, level in used.levels.items():
                    if level.style == name:
                        return index
        return style.level

    def _count(self, used: _List, level: int) -> str:
        shown = used.levels.get(level)
        if shown is None:
            return ""
        counts = self._counts.setdefault(used.definition, {})
        for deeper in [index for index in counts if index > level]:
            restart = used.levels[deeper].restart if deeper in used.levels else None
            if restart is None or level < restart:
                del counts[deeper]
        for outer in range(level):  # a level that was passed over counts as shown once
            if outer not in counts and outer in used.levels:
                counts[outer] = used.levels[outer].start
        if level in used.starts:
            counts[level] = used.starts.pop(level)
        else:
            counts[level] = counts[level] + 1 if level in counts else shown.start
        return _SLOT.sub(lambda slot: _slot(used, counts, shown, int(slot[1]) - 1), shown.text)


def _slot(used: _List, counts: dict[int, int], shown: Level, index: int) -> str:
    level = used.levels.get(index)
    if level is None:
        return ""
    number = counts.get(index, level.start)
    return str(number).zfill(level.width) if shown.legal else ordinal(number, level.format).zfill(level.width)


def _levels(definition: _Element) -> dict[int, Level]:
    return {
        int(name): _level(element) for element in definition.iterchildren(W + "lvl") if (name := element.get(W + "ilvl", "")).isdecimal()
    }


def _overridden(definition: str, levels: dict[int, Level], element: _Element) -> _List:
    used = _List(definition, levels)
    for override in element.iterchildren(W + "lvlOverride"):
        name = override.get(W + "ilvl", "")
        if not name.isdecimal():
            continue
        replacement = override.find(W + "lvl")
        if replacement is not None:
            used.levels = {**used.levels, int(name): _level(replacement)}
        start = integer(override.find(W + "startOverride"))
        if start is not None:
            used.starts[int(name)] = start
    return used


def _level(element: _Element) -> Level:
    found = {child.tag: child for child in element}
    kind, width = _format(element)
    legal, text, style = (found.get(W + name) for name in ("isLgl", "lvlText", "pStyle"))
    shown = text.get(W + "val", "")[:_LONGEST] if text is not None else ""
    vanish = element.find(f"{W}rPr/{W}vanish")
    if vanish is not None and on(vanish):
        shown = ""
    if kind == "bullet":
        shown = _bullet(element, shown)
    return Level(
        start=integer(found.get(W + "start"), 0) or 0,
        format=kind,
        text=shown,
        restart=integer(found.get(W + "lvlRestart")),
        legal=legal is not None and on(legal),
        style=style.get(W + "val", "") if style is not None else "",
        width=width,
    )


def _format(level: _Element) -> tuple[str, int]:
    """The number format and the width that it is padded to; ``"001, 002, …"`` is written as an alternative."""
    custom = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if custom is not None and (sample := custom.get(W + "format", "").split(",")[0].strip()).isdecimal():
        return "decimal", len(sample)
    usual = next(level.iter(W + "numFmt"), None) if custom is None else level.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return (usual.get(W + "val", "decimal") if usual is not None else "decimal"), 0


def _bullet(level: _Element, text: str) -> str:
    fonts = level.find(f"{W}rPr/{W}rFonts")
    font = (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""
    shown = "".join(symbol(ord(char), font) for char in text)
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in shown)
