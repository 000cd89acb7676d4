"""Comments of a Word file: who says what, in answer to which comment, and which comments stand on the same text."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from lint.readers.comment import Comment
from lint.readers.docx.inline import TEXT
from lint.readers.package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"
"""What the main part is called where a file does not tell."""
COMMENT, START, END, REFERENCE = (W + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference"))
ID, AUTHOR, DATE = W + "id", W + "author", W + "date"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_BREAKS = (W + "br", W + "cr")


def comments(data: bytes) -> list[Comment]:
    """The comments of a file, in its order; none where it has none. Raises Unreadable."""
    package = Package(data)
    main = package.main(MAIN)
    parts = {kind: name for kind, name in package.related(main).values() if name in package}
    if "comments" not in parts:
        return []
    each = list(package.tree(parts["comments"]).iterchildren(COMMENT))
    parents = _parents(each, package.tree(parts["commentsExtended"])) if "commentsExtended" in parts else {}
    beside = _beside(package.tree(main))
    return [
        Comment(own, comment.get(AUTHOR, ""), comment.get(DATE, ""), _lines(comment), parents.get(own, ""), tuple(beside.get(own, ())))
        for comment in each
        for own in (comment.get(ID, ""),)
    ]


def _lines(comment: _Element) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in comment.iter(W + "p"):
        text = "".join("\n" if part.tag in _BREAKS else part.text or "" for part in paragraph.iter(TEXT, *_BREAKS))
        found += (line.strip() for line in text.split("\n"))
    return tuple(found)


def _parents(each: list[_Element], extended: _Element) -> dict[str, str]:
    """The comments that others answer, by the ids of the answers: a thread is told by the ids of last paragraphs."""
    homes = {paragraph.get(_W14 + "paraId", ""): comment.get(ID, "") for comment in each for paragraph in comment.iter(W + "p")}
    found: dict[str, str] = {}
    for item in extended.iter(_W15 + "commentEx"):
        answer, parent = homes.get(item.get(_W15 + "paraId", "")), homes.get(item.get(_W15 + "paraIdParent", ""))
        if answer and parent:
            found[answer] = parent
    return found


def _beside(root: _Element) -> dict[str, list[str]]:
    """The comments on text that another one is on as well, by the id of that one."""
    ranges: dict[str, tuple[int, int]] = {}
    at = 0
    for element in root.iter(TEXT, START, END, REFERENCE):
        if element.tag == TEXT:
            at += len(element.text or "")
            continue
        own = element.get(ID, "")
        first, _ = ranges.setdefault(own, (at, at))
        if element.tag == END:
            ranges[own] = (first, at)
    found: dict[str, list[str]] = {}
    for (one, (start, end)), (other, (begin, stop)) in combinations(ranges.items(), 2):
        if (start, end) == (begin, stop) or (start < stop and begin < end):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found
