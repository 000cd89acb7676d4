"""Web pages (.html, and tables saved by other programs as .xls or .doc): the text of the page without its menus.

What a browser does not show is left out, and so are blocks that are mostly links (menus, “上一篇”). A table that
holds tables only lays out the page; the others are read with their row and column spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.linear import AREA, TOO_WIDE, BlockOrigin, Filled, Linear
from lint.readers.txt import decode
from lint.say import Say

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = pattern(r"charset\s*=\s*[\"']?\s*([\w-]+)")
_DECLARATION = pattern(r"^\s*<\?xml[^>]*\?>")
_SPACE = pattern(r"\s+")
_UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "footer",
        "aside",
        "button",
        "select",
        "textarea",
        "iframe",
        "svg",
        "object",
        "form-error",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPAN_LIMIT = 1000
_MENU = 3
"""A block of at least so many links that make up most of its text is a menu."""


def read(source: Source) -> Document:
    """Read a page. Raises Unreadable for one that shows nothing."""
    from lxml import etree, html

    text, encoding, replaced = _decoded(source)
    try:
        root = html.document_fromstring(
            _DECLARATION.sub("", text).replace("\0", ""), parser=html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        )
    except (etree.ParserError, etree.LxmlError, ValueError) as error:
        raise Unreadable("broken", Say("{error}", "{error}", {"error": str(error)})) from error
    page = _Page(_Weights(root))
    body = root.find("body")
    try:
        page.blocks(root if body is None else body)
    except RecursionError:
        raise Unreadable("broken", Say("层次过深", "nested too deeply")) from None
    page.flush()
    linear = page.linear
    if not linear.text.strip():
        raise Unreadable("empty")
    notices = (Notice("encoding", encoding, count=replaced),) if replaced else ()
    return Document(
        source.name, "html", linear.text, tuple(linear.blocks), tuple(linear.tables), page.origin, notices, source.sha256, encoding
    )


def _decoded(source: Source) -> tuple[str, str, int]:
    """By byte order mark, by what the page declares (gb2312 means GB18030), else as plain text is."""
    declared = _CHARSET.search(source.data[:4096].decode("latin-1"))
    if source.encoding is None and declared and not source.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = "gb18030" if declared[1].lower() in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else declared[1]
        try:
            return source.data.decode(name), name, 0
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong
    return decode(source.data, source.encoding)


class _Weights:
    """How many characters every element shows, and how many of them are links."""

    def __init__(self, root: HtmlElement) -> None:
        self._seen: dict[HtmlElement, tuple[int, int, int]] = {}
        for element in reversed(list(root.iter())):
            if _is_dropped(element):
                self._seen[element] = (0, 0, 0)
                continue
            length, linked, links = len((element.text or "").strip()), 0, 0
            for child in element:
                below = self._seen.get(child, (0, 0, 0))
                length += below[0] + len((child.tail or "").strip())
                linked, links = linked + below[1], links + below[2]
            self._seen[element] = (length, length, 1) if element.tag == "a" else (length, linked, links)

    def is_menu(self, element: HtmlElement) -> bool:
        length, linked, links = self._seen.get(element, (0, 0, 0))
        return links >= _MENU and linked * 10 > length * 6


def _is_dropped(element: HtmlElement) -> bool:
    if element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    return bool(_UNSEEN.search(element.get("style", "")))


class _Page:
    """Writes what a page shows; text outside of blocks gathers until a block begins or ends."""

    def __init__(self, weights: _Weights) -> None:
        self.linear = Linear()
        self.origin = BlockOrigin()
        self._weights = weights
        self._words: list[str] = []
        self._label = ""
        self._paragraph = 0

    def blocks(self, element: HtmlElement, depth: int = 0, label: str = "") -> None:
        """Write the inside of a block; `label` is the number that a list gives it."""
        preserved = element.tag == "pre"
        self._label = label or self._label
        self._say(element.text, preserved=preserved)
        number = int(element.get("start", "1")) if element.tag == "ol" and element.get("start", "1").isdigit() else 1
        for child in element:
            if not _is_dropped(child) and not (child.tag in _BLOCKS and self._weights.is_menu(child)):
                if child.tag == "br":
                    self.flush(depth)
                elif child.tag == "table" and _is_data(child):
                    self.flush(depth)
                    self._table(child)
                elif child.tag in _BLOCKS:
                    self.flush(depth)
                    ordered = element.tag == "ol" and child.tag == "li"
                    self.blocks(child, _HEADINGS.get(child.tag, 0), f"{number}." if ordered else "")
                    self.flush(_HEADINGS.get(child.tag, 0))
                    number += ordered
                else:
                    self.blocks(child, depth)
            self._say(child.tail, preserved=preserved)

    def flush(self, depth: int = 0) -> None:
        """End the paragraph that was gathered."""
        lines = "".join(self._words).split("\n")
        self._words = []
        for line in lines:
            if shown := line.strip():
                self._paragraph += 1
                self.origin.add(self.linear.end, self._paragraph)
                self.linear.line(self._label + shown, depth=depth)
                self._label = ""

    def _say(self, text: str | None, *, preserved: bool = False) -> None:
        if text:
            blank = not preserved and self._words and self._words[-1].endswith(" ")
            self._words.append(text if preserved else _SPACE.sub(" ", text.lstrip() if blank else text))

    def _table(self, element: HtmlElement) -> None:
        cells = _cells(element)
        if not cells:
            return
        for caption in element.iterchildren("caption"):
            self.blocks(caption)
            self.flush()
        number = len(self.linear.tables) + 1
        width = max(column + cell.columns for (_, column), cell in cells.items())
        height = max(row for row, _ in cells) + 1
        self.linear.table(cells, width, height, lambda row, column: self.origin.add(self.linear.end, None, number, row + 1, column + 1))


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: no table in it, and more than one cell."""
    return next(table.iterdescendants("table"), None) is None and sum(1 for _ in table.iterdescendants("td", "th")) > 1


def _cells(table: HtmlElement) -> dict[tuple[int, int], Filled]:
    """The cells of a table by row and column, put as a browser puts them; hidden rows are left out. Raises Unreadable beyond the limit."""
    found: dict[tuple[int, int], Filled] = {}
    taken: set[tuple[int, int]] = set()
    row = 0
    for line in table.iterdescendants("tr"):
        if _is_dropped(line):
            continue
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            filled = Filled("" if _is_dropped(cell) else _text(cell), _span(cell, "rowspan"), _span(cell, "colspan"))
            found[row, column] = filled
            taken.update((row + down, column + across) for down in range(filled.rows) for across in range(filled.columns))
            if len(taken) > AREA:
                raise Unreadable("too-large", TOO_WIDE)
            column += filled.columns
        row += 1
    return found


def _text(element: HtmlElement) -> str:
    """The text of a cell, its blocks on lines of their own."""
    pieces: list[str] = []
    _gather(element, pieces)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    pieces.append(_SPACE.sub(" ", element.text or ""))
    for child in element:
        if not _is_dropped(child):
            if child.tag == "br" or child.tag in _BLOCKS:
                pieces.append("\n")
            _gather(child, pieces)
            if child.tag in _BLOCKS:
                pieces.append("\n")
        pieces.append(_SPACE.sub(" ", child.tail or ""))


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _SPAN_LIMIT) if value.isdigit() and len(value) < 6 else 1
