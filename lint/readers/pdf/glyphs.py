"""The characters of a PDF page as runs of text, with their boxes, in the direction the page is read.

Positions are those of the reading frame: the page turned so that most of its text stands upright.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any
from unicodedata import normalize

from lint.readers.pdf.clips import Clips
from lint.readers.pdf.frames import Frame

CHARACTERS = 500_000
"""More characters on one page than this are not read; a page of a report has about a thousand."""

_ASCENT = 0.88
_HYPHEN = 2
_MEANINGLESS = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))
_MAYBE_GENERATED = frozenset((2, 10, 13, 32, 45))
_RADICALS = {number: normalize("NFKC", chr(number)) for number in range(0x2F00, 0x2FD6)} | {
    ord(radical): letter
    for radical, letter in zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻩⻬⻮⻰⻳", "母民虎西见角贝车长门青页风飞食马骨鱼鸟黄齐齿龙龟", strict=True
    )
}
"""Radicals that some exports write instead of the characters they look like (⽤ for 用): one for one."""

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters drawn one after the other on one baseline: `lefts` and `rights` are their edges, `base` the baseline.

    `scores` say how certain each is (0 to 1) where they were recognised in a picture; empty for text of the file.
    """

    text: str
    lefts: array[float]
    rights: array[float]
    base: float
    size: float
    scores: tuple[float, ...] = ()

    @property
    def top(self) -> float:
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base + (1 - _ASCENT) * self.size

    @property
    def middle(self) -> float:
        return self.base + (0.5 - _ASCENT) * self.size

    def part(self, start: int, end: int) -> Run:
        part = slice(start, end)
        return Run(self.text[part], self.lefts[part], self.rights[part], self.base, self.size, self.scores[part])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a page: its reading frame, its upright runs in drawing order, and those that stand askew.

    `mute` counts characters that the file gives no meaning to: their font names no Unicode.
    """

    frame: Frame
    runs: list[Run]
    askew: list[Run]
    mute: int


def sheet_of(raw: Any, page: Any, shown: Frame) -> Sheet:
    """The text of a page. Raises OverflowError for one with more than `CHARACTERS` characters."""
    textpage = raw.FPDFText_LoadPage(page)
    if not textpage:
        raise ValueError("no text page")
    try:
        count = raw.FPDFText_CountChars(textpage)
        if count > CHARACTERS:
            raise OverflowError(f"{count} characters")
        frames = [Frame(shown.bounds, turn) for turn in range(4)]
        scan = _Scan(raw, textpage, frames)
        drawn = list(scan.runs(count))
    finally:
        raw.FPDFText_ClosePage(textpage)
    amount = [sum(len(run.text) for turn, run in drawn if turn == wanted) for wanted in range(4)]
    turn = max(range(4), key=lambda turn: (amount[turn], turn == shown.turn))
    frame = frames[turn]
    upright = [run for its, run in drawn if its == turn and _inside(run, frame)]
    return Sheet(frame, upright, [run for its, run in drawn if its != turn], scan.mute)


def _inside(run: Run, frame: Frame) -> bool:
    return run.rights[-1] > 0 and run.lefts[0] < frame.width and 0 < run.middle < frame.height


class _Scan:
    """One pass over the characters of a page."""

    def __init__(self, raw: Any, textpage: Any, frames: list[Frame]) -> None:
        self._raw, self._textpage, self._frames = raw, textpage, frames
        self._clips = Clips(raw, textpage)
        self.mute = 0

    def runs(self, count: int) -> Iterator[tuple[int, Run]]:
        """Visible runs with the quarter turn of their frame (-1: not at right angles, boxes as if upright)."""
        textpage, frames = self._textpage, self._frames
        unicode_of, loose_box = self._raw.FPDFText_GetUnicode, self._raw.FPDFText_GetLooseCharBox
        generated = self._raw.FPDFText_IsGenerated
        rect = self._raw.FS_RECTF()
        rect_ref = ctypes.byref(rect)
        type_of = _Typesetting(self._raw, textpage)
        page_left = frames[0].bounds[0]
        turn, base, size = 0, 0.0, 0.0
        key: tuple[float, float] | None = None
        draft = _Draft()
        high = 0
        for index in range(count):
            number = unicode_of(textpage, index)
            if number in _MAYBE_GENERATED and (number in (10, 13) or generated(textpage, index) == 1):
                continue
            if 0xD800 <= number < 0xDC00:
                high = number
                continue
            char = _character(number, high)
            high = 0
            if not char or not loose_box(textpage, index, rect_ref):
                self.mute += number in _MEANINGLESS
                continue
            low, top = rect.bottom, rect.top
            if key != (low, top):  # another line or another font: ask for the rest
                turn, base, size = type_of(index, frames)
                key = (low, top) if turn == 0 else None
            if turn <= 0:
                left, right = rect.left - page_left, rect.right - page_left
            else:
                ends = frames[turn].point(rect.left, low)[0], frames[turn].point(rect.right, top)[0]
                left, right = min(ends), max(ends)
            if not (size > 0.5 and left <= right and abs(base) < 1e5 and abs(left) < 1e5 and right < 1e6):
                continue
            if draft.chars and not draft.takes(turn, base, size, left):
                if self._shows(draft):
                    yield draft.turn, draft.run()
                draft = _Draft()
            if not draft.chars:
                draft.start(index, turn, base, size, (rect.left, low, rect.right, top))
            draft.chars.append(char)
            draft.lefts.append(left)
            draft.rights.append(right)
            draft.end = right
            draft.last = (rect.left, low, rect.right, top)
        if draft.chars and self._shows(draft):
            yield draft.turn, draft.run()

    def _shows(self, draft: _Draft) -> bool:
        return not self._clips.hides(draft.index, *draft.corners)


def _character(number: int, high: int) -> str:
    """The character to read for a code of pdfium; empty for codes that show nothing."""
    if number >= 32 and number < 0x2E80 and number != 0xA0:
        return chr(number)
    if number in (9, 0xA0):
        return " "
    if number == _HYPHEN:
        return "-"
    if number < 32 or number == 0xFEFF or number in _MEANINGLESS:
        return ""
    if 0xDC00 <= number < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (number - 0xDC00)) if high else ""
    return _RADICALS.get(number) or chr(number)


class _Draft:
    """A run while it grows."""

    __slots__ = ("base", "chars", "end", "first", "index", "last", "lefts", "rights", "size", "turn")

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.lefts, self.rights = array("f"), array("f")

    def start(self, index: int, turn: int, base: float, size: float, box: _Box) -> None:
        self.index, self.turn, self.base, self.size = index, turn, base, size
        self.first = self.last = box
        self.end = 0.0

    def takes(self, turn: int, base: float, size: float, left: float) -> bool:
        """Whether a character goes on in this run: same direction, baseline and size, no blank before it."""
        if turn == self.turn == -1:  # askew: in drawing order, there is no baseline to go by
            return abs(size - self.size) < 0.1 * size
        return (
            turn == self.turn
            and abs(base - self.base) < 0.1 * size
            and abs(size - self.size) < 0.1 * size
            and self.end - 0.6 * size < left < self.end + 0.25 * size
        )

    @property
    def corners(self) -> _Box:
        """Left, bottom, right, top in the space of the file."""
        first, last = self.first, self.last
        return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])

    def run(self) -> Run:
        return Run("".join(self.chars), self.lefts, self.rights, self.base, self.size)


class _Typesetting:
    """Direction, baseline and size of a character: three more calls, so asked only where something changed.

    The baseline and the font size are better guides than the character's box: some fonts declare an ascent
    and descent that would put their characters on another line.
    """

    def __init__(self, raw: Any, textpage: Any) -> None:
        self._raw, self._textpage = raw, textpage
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def __call__(self, index: int, frames: list[Frame]) -> tuple[int, float, float]:
        """Quarter turn (-1: askew), baseline in that frame, size; a size of 0 where pdfium does not know."""
        raw, matrix = self._raw, self._matrix
        if not raw.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(matrix)):
            return 0, 0.0, 0.0
        if not raw.FPDFText_GetCharOrigin(self._textpage, index, ctypes.byref(self._x), ctypes.byref(self._y)):
            return 0, 0.0, 0.0
        size = raw.FPDFText_GetFontSize(self._textpage, index) * hypot(matrix.c, matrix.d)
        along, across = matrix.a, matrix.b
        if abs(across) <= 0.05 * abs(along):
            turn = 0 if along > 0 else 2
        elif abs(along) <= 0.05 * abs(across):
            turn = 1 if across > 0 else 3
        else:
            turn = -1
        return turn, frames[max(turn, 0)].point(self._x.value, self._y.value)[1], size
