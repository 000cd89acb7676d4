"""Page numbers and running heads: found by their shape and by repetition at one height, then left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from lint.pattern import pattern
from lint.readers.pdf.lines import Line
from lint.readers.pdf.ruled import Grid

Item = Line | Grid

_ZONE = 0.12
"""The part of the page height, at the top and at the bottom, where heads and page numbers stand."""
_OUTERMOST = 3
"""How many lines from the edge of the page may be heads."""
_DECORATED = pattern(
    r"""(?:第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?
      | [-–—－·•~～]+\s*\d{1,4}\s*[-–—－·•~～]+
      | \d{1,4}\s*/\s*\d{1,4})$""",
    re.VERBOSE,
)
_BARE = pattern(r"\d{1,4}$|[ivxIVX]{1,6}$|[IVX\u2160-\u217f]{1,6}$")
_CAPTION = pattern(r"单位\s*[:：]|[、。；]$")
_DIGITS = pattern(r"\d+")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines and tables of a page, top to bottom, in its reading frame."""

    number: int
    width: float
    height: float
    items: tuple[Item, ...]


def without_heads(pages: list[Page]) -> list[Page]:
    """The pages without running heads, feet and page numbers."""
    edges = [(page, at) for page in pages for at in _outermost(page)]
    heights = Counter(_key(page, at) for page, at in edges)
    enough = 2 if len(pages) <= 4 else 3
    repeated = {key for key, count in heights.items() if count >= enough}
    numbered = _numbered(edges)
    drop: dict[int, set[int]] = defaultdict(set)
    for page, at in edges:
        text = _text(page, at)
        if _BARE.match(text):
            head = (page.number, at) in numbered
        else:
            head = bool(_DECORATED.match(text)) or (_key(page, at) in repeated and not _CAPTION.search(text))
        if head:
            drop[page.number].add(at)
    return [
        replace(page, items=tuple(item for at, item in enumerate(page.items) if at not in drop[page.number])) if drop[page.number] else page
        for page in pages
    ]


def _outermost(page: Page) -> list[int]:
    """Where the outermost lines of a page stand among its items, if they lie in the zones."""
    found: list[int] = []
    for at in range(min(_OUTERMOST, len(page.items))):
        item = page.items[at]
        if not isinstance(item, Line) or item.bottom > _ZONE * page.height:
            break
        found.append(at)
    for at in range(len(page.items) - 1, max(len(page.items) - 1 - _OUTERMOST, -1), -1):
        item = page.items[at]
        if not isinstance(item, Line) or item.top < (1 - _ZONE) * page.height or at in found:
            break
        found.append(at)
    return found


def _text(page: Page, at: int) -> str:
    line = page.items[at]
    return line.text.strip() if isinstance(line, Line) else ""


def _key(page: Page, at: int) -> tuple[str, int, bool]:
    """What two heads on two pages have in common: text but for numbers, and height."""
    line = page.items[at]
    text = _DIGITS.sub("#", "".join(_text(page, at).split()))
    low = line.top > page.height / 2
    return text, round((page.height - line.bottom if low else line.top) / 4), low


def _numbered(edges: list[tuple[Page, int]]) -> set[tuple[int, int]]:
    """Lines of a bare number that counts the pages: at least two with one distance to the page's own number.

    One alone (a report of one page, the roman number of a preface) must fit its page and stand apart from the text.
    """
    bare: list[tuple[Page, int, str]] = []
    for page, at in edges:
        if _BARE.match(text := _text(page, at)):
            bare.append((page, at, text))
    steps = Counter(int(text) - page.number for page, _, text in bare if text.isdecimal())
    found: set[tuple[int, int]] = set()
    for page, at, text in bare:
        counts = text.isdecimal() and steps[int(text) - page.number] >= 2
        fits = not text.isdecimal() or int(text) == page.number
        if counts or (fits and _apart(page, at)):
            found.add((page.number, at))
    return found


def _apart(page: Page, at: int) -> bool:
    line = page.items[at]
    neighbours = [page.items[other] for other in (at - 1, at + 1) if 0 <= other < len(page.items)]
    return all(max(item.top - line.bottom, line.top - item.bottom) > 1.5 * (line.bottom - line.top) for item in neighbours)
