"""Whether what was read from a file is readable at all: fonts without a map, damage, binary data under a text name."""

from __future__ import annotations

from unicodedata import category

from lint.document import Notice
from lint.say import Say

_SAMPLE = 100_000
"""Characters that are looked at."""
_UNREADABLE = frozenset(("Cc", "Cn", "Co", "Cs"))
_SHARE = 0.3
"""The share of unreadable characters from which a text counts as garbled."""
_LARGE = 20_000
"""Bytes of a file of a kind without packaging from which a few words without a number are too little."""
_LITTLE = 200
BAD = Say("读出的字符有{share}%是乱码", "{share}% of the characters are garbled")
FEW = Say("{size}KB的文件只读出{count}个字，没有数字", "a file of {size} KB gave {count} characters and no number")


def garbled(text: str, size: int, form: str) -> tuple[Notice, ...]:
    """The notice that what was read, from a file of so many bytes, is not readable; none where it is."""
    shown = [char for char in text[:_SAMPLE] if not char.isspace()]
    bad = sum(char == "\ufffd" or category(char) in _UNREADABLE for char in shown)
    if shown and bad >= len(shown) * _SHARE:
        return (Notice("garbled", BAD.of(share=bad * 100 // len(shown)), count=bad),)
    little = size > _LARGE and len(shown) < _LITTLE and form in ("pdf", "rtf")
    if shown and (little or not any(map(str.isalnum, shown))) and not any(map(str.isdigit, shown)):
        return (Notice("garbled", FEW.of(size=max(size >> 10, 1), count=len(shown)), count=len(shown)),)
    return ()
