"""What a browser shows of a page, and what of that is no report: menus, which are mostly links, and margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lint.pattern import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "head", "button", "iframe", "svg", "object", "form-error", "comment",
))  # fmt: skip
_MARGINS = frozenset(("nav", "footer", "aside"))
_CELLS = frozenset(("td", "th"))
_AMOUNT = pattern(r"[-+]?[¥￥]?(?!(?:19|20)\d\d$)(?:\d[\d,，]{2,}(?:\.\d+)?|\d+\.\d+|\d+(?:\.\d+)?[%％])")
"""A cell that no menu, pager or calendar holds: three digits, places, or a percentage; not a year."""
_MENU = 3
"""A block of at least so many links that make up most of its text is a menu."""
_TABLE = 3
"""A block of at least so many amounts is a table, however many links it holds."""


class _Weight(NamedTuple):
    length: int = 0
    linked: int = 0
    links: int = 0
    amounts: int = 0


_NOTHING = _Weight()


class Seen:
    """How many characters every element of a page shows, how many of them are links, and how many cells are amounts."""

    def __init__(self, root: HtmlElement | None = None) -> None:
        self._weights: dict[HtmlElement, _Weight] = {}
        for element in reversed(list(root.iter()) if root is not None else []):
            self._weights[element] = _NOTHING if is_hidden(element) else self._weighed(element)

    def _weighed(self, element: HtmlElement) -> _Weight:
        length, linked, links, amounts = len((element.text or "").strip()), 0, 0, 0
        for child in element:
            below = self._weights.get(child, _NOTHING)
            length += below.length + len((child.tail or "").strip())
            linked, links, amounts = linked + below.linked, links + below.links, amounts + below.amounts
        if element.tag == "a":
            linked, links = length, 1
        if element.tag in _CELLS and 0 < length < 24 and _AMOUNT.fullmatch("".join(element.itertext()).strip()):
            amounts += 1
        return _Weight(length, linked, links, amounts)

    def is_left_out(self, element: HtmlElement) -> bool:
        """Whether a block is not shown, a menu, or a margin of the page without a table of amounts."""
        if is_hidden(element):
            return True
        weight = self._weights.get(element, _NOTHING)
        if weight.amounts >= _TABLE:
            return False
        menu = element.tag in BLOCKS and weight.links >= _MENU and weight.linked * 10 > weight.length * 6
        return menu or element.tag in _MARGINS


def is_hidden(element: HtmlElement) -> bool:
    return element.tag in _DROPPED or element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style", "")))
