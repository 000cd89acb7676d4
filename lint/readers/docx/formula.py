"""Office formulas in one line: (a-b)/c. What a fraction, a root or a bracket draws becomes a sign of its own.

Without those signs 12.15 over 100 would read 12.15100.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.pattern import pattern
from lint.readers.package import M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

Part = tuple[str, "_Element | None"]
"""Characters and the m:r that they stand in; None for a sign that the layout stands for."""

_OPERATOR = pattern(r"[-+*/×÷−=±≤≥<>]")
_TEXTS = frozenset({M + "t", W + "t"})
_PROPERTIES = pattern(r"\}\w+Pr$")


def parts(element: _Element) -> Iterator[Part]:
    """The characters of a formula (m:oMath, or anything inside one) in reading order."""
    for child in element:
        tag = child.tag
        if tag == M + "r":
            text = "".join(piece.text or "" for piece in child if piece.tag in _TEXTS)
            if text:
                yield text, child
        elif tag in _SHAPES:
            yield from _SHAPES[tag](child)
        elif not _PROPERTIES.search(tag) and tag not in (W + "del", W + "moveFrom"):
            yield from parts(child)


def _inner(element: _Element, name: str) -> list[Part]:
    child = element.find(M + name)
    return list(parts(child)) if child is not None else []


def _grouped(inner: list[Part]) -> list[Part]:
    """In brackets where an operator inside would otherwise bind to what stands outside."""
    return [("(", None), *inner, (")", None)] if _OPERATOR.search("".join(text for text, _ in inner)) else inner


def _fraction(element: _Element) -> list[Part]:
    return [*_grouped(_inner(element, "num")), ("/", None), *_grouped(_inner(element, "den"))]


def _power(element: _Element) -> list[Part]:
    return [*_grouped(_inner(element, "e")), *_inner(element, "sub"), ("^", None), *_grouped(_inner(element, "sup"))]


def _root(element: _Element) -> list[Part]:
    return [*_inner(element, "deg"), ("√", None), *_grouped(_inner(element, "e"))]


def _brackets(element: _Element) -> list[Part]:
    signs = {"begChr": "(", "sepChr": "|", "endChr": ")"}
    for name in signs:
        sign = element.find(f"{M}dPr/{M}{name}")
        if sign is not None:
            signs[name] = sign.get(M + "val", "")
    out: list[Part] = []
    for inner in element.iterchildren(M + "e"):
        out += [(signs["sepChr"] if out else signs["begChr"], None), *parts(inner)]
    return [*out, (signs["endChr"], None)]


def _sum(element: _Element) -> list[Part]:
    sign = element.find(f"{M}naryPr/{M}chr")
    return [
        (sign.get(M + "val", "") if sign is not None else "∫", None),
        *_inner(element, "sub"),
        *_inner(element, "sup"),
        *_inner(element, "e"),
    ]


_SHAPES = {
    M + "f": _fraction, M + "sSup": _power, M + "sSubSup": _power, M + "rad": _root, M + "d": _brackets, M + "nary": _sum,
}  # fmt: skip
