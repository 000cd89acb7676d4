"""Web pages (.html, and tables saved by other programs as .xls or .doc): the text of the page without its menus.

What a browser does not show is left out, and so are blocks that are mostly links (menus, “上一篇”); only hidden rows
of a table are read, because totals include them. A table that holds tables only lays out the page; the others are
read with their row and column spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.drawn import nothing
from lint.readers.html.ending import is_cut
from lint.readers.html.page import Page
from lint.readers.html.shape import even
from lint.readers.txt import decode
from lint.say import Say

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FRAMES = Say(
    "网页只有框架，内容在另外的文件（{names}）里。请检查这些文件，或在浏览器、Excel 中另存为单个文件",
    "the page only frames others ({names}). Check these files, or save it as a single file",
)
CUT = Say("文件不完整，在表格或标签中间中断", "the file breaks off inside a table or a tag")
_CHARSET = pattern(r"charset\s*=\s*[\"']?\s*([\w-]+)")
_DECLARATION = pattern(r"^\s*<\?xml[^>]*\?>")


def read(source: Source) -> Document:
    """Read a page. Raises Unreadable for one that shows nothing."""
    return document_of(source, [source])


def document_of(source: Source, pages: Sequence[Source]) -> Document:
    """The document of a file that holds these pages. Raises Unreadable where they show nothing."""
    page, lost, cut, encoding = Page(), 0, 0, ""
    for each in pages:
        text, encoding, replaced = _decoded(each)
        lost += replaced
        cut += is_cut(text)
        try:
            page.read(_root(text))
        except RecursionError:
            raise Unreadable("broken", Say("层次过深", "nested too deeply")) from None
    linear = page.linear
    if not linear.text.strip():
        raise Unreadable("empty", FRAMES.of(names="、".join(page.frames))) if page.frames else nothing(page.pictures)
    notices = [Notice("encoding", encoding, count=lost)] if lost else []
    if cut:
        notices.append(Notice("partial", CUT, count=cut))
    if page.hidden:
        notices.append(Notice("hidden-rows", count=page.hidden))
    return Document(
        source.name, "html", linear.text, tuple(linear.blocks), tuple(linear.tables), page.origin, tuple(notices), source.sha256, encoding
    )


def _root(text: str) -> HtmlElement:
    from lxml import etree, html

    try:
        root = html.document_fromstring(
            _DECLARATION.sub("", text).replace("\0", ""), parser=html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        )
    except (etree.ParserError, etree.LxmlError, ValueError) as error:
        raise Unreadable("broken", Say("{error}", "{error}", {"error": str(error)})) from error
    even(root)
    return root


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
