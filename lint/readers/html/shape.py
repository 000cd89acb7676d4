"""Evening out a page before it is read: what stands in its forms becomes text, and blocks drawn as a table become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.pattern import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DRAWN = pattern(r"display\s*:\s*(table(?:-row|-cell)?)\s*(?:;|!|$)")
_FORBIDDEN = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a tree does not take."""
_TAGS = {"table": "table", "table-row": "tr", "table-cell": "td"}
_BOXES = frozenset(("", "text", "number", "tel", "search", "date", "month"))
"""Kinds of input that show their value as text."""


def even(root: HtmlElement) -> None:
    """Change a page in place."""
    for element in root.xpath("//*[contains(@style, 'table')]"):
        if match := _DRAWN.search(element.get("style", "").lower()):
            element.tag = _TAGS[match[1]]
    for element in root.xpath("//input | //select | //textarea"):
        if (shown := _shown(element)) is not None:
            for child in list(element):
                element.remove(child)
            element.tag, element.text = "span", _FORBIDDEN.sub("", shown)


def _shown(element: HtmlElement) -> str | None:
    """What a field of a form shows; None for what is no text."""
    if element.tag == "input":
        return element.get("value", "") if element.get("type", "").lower() in _BOXES else None
    if element.tag == "textarea":
        return "".join(element.itertext())
    options = element.xpath(".//option")
    chosen = [option for option in options if option.get("selected") is not None]
    if not chosen and element.get("multiple") is None:
        chosen = options[:1]
    return " ".join("".join(option.itertext()).strip() for option in chosen)
