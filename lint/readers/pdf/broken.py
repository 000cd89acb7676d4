"""Numbers and codes broken by a narrow cell: their last digits stand in the next line, as if they were a number.

A word processor fills the line before it breaks a number, so not one digit more would have had room. Whether the
pieces are one number is told by its form; digits that may as well be two numbers, one in each line, stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from lint.pattern import pattern
from lint.readers.pdf.lines import Line
from lint.readers.pdf.ruled import Slot

_MARGIN = 6.0
"""Points that a cell keeps free on either side, at most: 5.4 in Word, and a little for the width of the ruling."""
_SLACK = 0.5
"""Points by which widths may be measured wrongly."""
_HEAD = pattern(r"(?<![\d.,])\d[\d,.]*$")
_TAIL = pattern(r"\d[\d,.]*(?<=\d)")
_NUMBER = pattern(r"[-—+]?\d[\d,]*(?:\.\d+)?[%％]?$")
_AMOUNT = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d{2})?$|\d+\.\d{2}$")
_CODE = pattern(r"[235]\d{4}(?:\d{2})?$")
"""A code of the classification of expenditure: two digits more for each of its levels."""
_LONGEST = 3
"""Digits that a broken number may have in its next line: more are a number of their own."""
_BARE = pattern(r"[^\w\s]{0,2}\d{2,}$")
"""A number without its unit, that a sign may precede: ≥32."""
_MEASURED = pattern(r"\d{1,2}[%％一-鿿]")


def line_ends(row: Sequence[Slot], edges: Sequence[float]) -> list[list[float]]:
    """Where each line of the cells of a row had to end: a number broken there fills its line, one that is whole does not."""
    broken = [[_breaks(slot, at, edges[slot.column]) for at in range(len(slot.lines) - 1)] for slot in row]
    pairs = [[_whole(above) and _whole(below) for above, below in pairwise(slot.lines)] for slot in row]
    # where two numbers stand one under the other, those in the cells beside do so too
    stacked = any(pair and not cut for cell, cuts in zip(pairs, broken, strict=True) for pair, cut in zip(cell, cuts, strict=True))
    return [
        [
            inf if pair and stacked else line.right if cut and not stacked else slot.right
            for line, pair, cut in zip(slot.lines, cell, cuts, strict=False)
        ]
        for slot, cell, cuts in zip(row, pairs, broken, strict=True)
    ]


def _whole(line: Line) -> bool:
    return _NUMBER.match(line.text) is not None


def goes_on(above: Slot, below: Slot, left: float) -> bool:
    """Whether a cell begins with the last digits of the number at the end of another, which begins at `left`."""
    joined = Slot(above.row, above.column, above.rows, above.columns, above.right, (*above.lines, *below.lines))
    return _breaks(joined, len(above.lines) - 1, left)


def _breaks(slot: Slot, at: int, left: float) -> bool:
    """Whether a line of a cell ends inside a number, of which the lines before may hold a part already."""
    above, below = slot.lines[at], slot.lines[at + 1]
    if not _is_full(above, below, left, slot.right):
        return False
    before = "".join(line.text for line in slot.lines[:at])
    head, tail = _HEAD.search(above.text), _TAIL.match(below.text)
    if head is None or tail is None:
        return False
    if head.start() == 0 and (earlier := _HEAD.search(before)) and at and _breaks(slot, at - 1, left):
        return _one(earlier[0] + head[0], below.text, tail[0], alone=False)
    return _one(head[0], below.text, tail[0], alone=_BARE.match(above.text) is not None)


def _is_full(line: Line, below: Line, left: float, right: float) -> bool:
    """Whether the first digit of the line below would not have had room."""
    margin = min(line.left - left, right - line.right, _MARGIN)
    free = (right - left) - (line.right - line.left) - 2 * margin
    return free < below.rights[0] - below.lefts[0] + _SLACK


def _one(head: str, below: str, tail: str, alone: bool) -> bool:
    """Whether two pieces make one well-formed number and may not as well be two."""
    whole = head + tail
    if "." in whole or "," in whole:
        return _AMOUNT.match(whole) is not None and not _AMOUNT.match(head) and ("." in head or "," in head)
    if len(tail) > _LONGEST:
        return False
    if tail[0] == "0" and len(tail) > 1:  # no number of its own
        return head[0] != "0"
    if _CODE.match(whole):
        return len(head) > 3
    return alone and _MEASURED.match(below) is not None
