"""Pages that break off: the file ends inside a table or a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.pattern import pattern

_ASIDE = pattern(r"<(!--|script\b|style\b|textarea\b)", re.IGNORECASE)
_ENDS = {"!--": "-->"}
"""How what is no part of the tree ends; elements end with their own tag."""
_TAG = pattern(r"</?[A-Za-z][^<>]*$")
"""A tag without its end."""
_TABLE = pattern(r"<(/?)table\b", re.IGNORECASE)
_CLOSED = pattern(r"</(?:body|html)\s*>", re.IGNORECASE)


def is_cut(text: str) -> bool:
    """Whether a page was not written or copied to its end; one that is closed only forgot to close its tables."""
    shown = "".join(_tree(text)).rstrip()
    if _TAG.search(shown):
        return True
    tables = 0
    for match in _TABLE.finditer(shown):
        tables = max(tables - 1, 0) if match[1] else tables + 1
    return tables > 0 and not _CLOSED.search(shown)


def _tree(text: str) -> Iterator[str]:
    """The text without comments and what only looks like tags."""
    lower = text.lower()
    start = 0
    while match := _ASIDE.search(text, start):
        yield text[start : match.start()]
        found = lower.find(_ENDS.get(match[1], f"</{match[1].lower()}"), match.end())
        if found < 0:
            return
        start = found + len(_ENDS.get(match[1], ""))
    yield text[start:]
