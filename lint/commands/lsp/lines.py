"""A text as editors count in it: lines that end where the protocol says, and columns in units of UTF-16.

Python ends lines at more characters (a form feed, U+2028) than editors do, so its own splitting is of no use here.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from lint.pattern import pattern

_END = pattern(r"\r\n|\n|\r")

At = tuple[int, int]
"""Line and column, both from 0; a character beyond the BMP takes two columns."""


class Lines:
    """A text that never changes."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self.text))]

    def at(self, offset: int) -> At:
        """Where a code point stands."""
        line = bisect_right(self._starts, offset) - 1
        return line, _units(self.text[self._starts[line] : offset])

    def offset(self, at: At) -> int:
        """The code point at a place; beyond the end of a line its end, beyond the last line the end of the text."""
        line, units = at
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        content = self.text[start:end].rstrip("\r\n")
        for index, character in enumerate(content):
            if units <= 0:
                return start + index
            units -= _units(character)
        return start + len(content)

    def edited(self, start: At, end: At, new: str) -> Lines:
        """The text with what stands between two places replaced."""
        first, last = self.offset(start), self.offset(end)
        return Lines(self.text[:first] + new + self.text[last:])


def _units(text: str) -> int:
    """The length in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)
