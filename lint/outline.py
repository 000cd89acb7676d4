"""Numbering marks at the start of a paragraph, and the depth they give it in the outline.

Chinese official documents number 一、 （一） 1. （1） ① (GB/T 9704—2012 §7.3.3); reports add 第一部分 and 1）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lint.number import chinese_integer
from lint.pattern import pattern

MarkKind = Literal["part", "han", "han-paren", "arabic", "arabic-paren", "arabic-half", "circled"]

DEPTH: dict[MarkKind, int] = {
    "part": 1, "han": 2, "han-paren": 3, "arabic": 4, "arabic-paren": 5, "arabic-half": 6, "circled": 7,
}  # fmt: skip

_HAN = "[一二三四五六七八九十百]{1,5}"
_MARK = pattern(
    rf"""\s*(?:
      (?P<part>第(?:{_HAN}|\d{{1,2}})(?:部分|章|节))
    | (?P<han>{_HAN})(?:、|[．.](?!\d))
    | [（(](?P<hanparen>{_HAN})[)）]、?
    | [（(](?P<arabicparen>\d{{1,2}}|[１-９])[)）]
    | (?P<arabichalf>\d{{1,2}})[)）]
    | (?P<arabic>\d{{1,2}})(?:、(?!\d)|[．.](?!\d))
    | (?P<circled>[①-⑳])
    )""",
    re.VERBOSE,
)
_KINDS: dict[str, MarkKind] = {
    "part": "part", "han": "han", "hanparen": "han-paren", "arabic": "arabic",
    "arabicparen": "arabic-paren", "arabichalf": "arabic-half", "circled": "circled",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark: its kind, its ordinal (``（三）`` is 3), the characters, and where they end."""

    kind: MarkKind
    ordinal: int
    text: str
    end: int

    @property
    def depth(self) -> int:
        return DEPTH[self.kind]


def mark_of(text: str, start: int = 0) -> Mark | None:
    """The numbering mark that `text` begins with at `start`, white space before it allowed; None if it has none."""
    match = _MARK.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    digits = match[match.lastgroup]
    kind = _KINDS[match.lastgroup]
    if kind == "circled":
        ordinal = ord(digits) - ord("①") + 1
    elif kind == "part":
        inner = digits[1:].rstrip("部分章节")
        ordinal = int(inner) if inner.isdigit() else chinese_integer(inner)
    else:
        ordinal = int(digits) if digits.isdigit() else chinese_integer(digits)
    return Mark(kind, ordinal, match[0].strip(), match.end())
