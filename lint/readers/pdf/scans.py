"""Pages of a PDF that are pictures: which of them are read by recognition, within the time there is, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any, NamedTuple

from lint.document import Notice
from lint.readers.pdf.frames import Frame
from lint.readers.pdf.glyphs import Sheet
from lint.readers.pdf.ocr import Recogniser, available
from lint.readers.pdf.picture import Picture, picture_of
from lint.readers.pdf.rulings import Edge
from lint.readers.pdf.sight import Sight
from lint.say import Say

UPRIGHT = 0.9
"""Mean certainty from which on a page is taken to stand upright: about 0.98 upright, 0.65 upside down."""
SHARE = 0.6
"""The part of the time for a file that may go into its pictures; the rest is for checking what they say."""
MISSING = Say(
    "安装文字识别（pip install 'gouji[ocr]'）后可以直接核对扫描件；也可以索取原来的 Word 文件",
    "Install text recognition (pip install 'gouji[ocr]') to have scans checked as they are, or ask for the Word file",
)
BROKEN = Say(
    "文字识别不能启动（{error}），请重新安装（pip install 'gouji[ocr]'），或索取原来的 Word 文件",
    "Text recognition does not start ({error}): install it again (pip install 'gouji[ocr]'), or ask for the Word file",
)
LATE = Say("识别扫描页的时间不够，可以用 --timeout 加大时限", "no time was left to recognise scans; --timeout gives more")


class Scan(NamedTuple):
    """What the picture of a page holds."""

    sheet: Sheet
    edges: list[Edge]


class Scans:
    """The pictures of one file. `seconds` is the time for the whole file, None for as long as it takes.

    `advice` is what would help where nothing can be recognised.
    """

    def __init__(self, seconds: float | None) -> None:
        self._until = None if seconds is None else monotonic() + SHARE * seconds
        self._longest = 0.0
        self._turn = 0
        self._recogniser: Recogniser | None = None
        self.advice: Say | str = "" if available() else MISSING
        self._unread: list[int] = []
        self._late: list[int] = []
        self._read: list[int] = []

    def read(self, raw: Any, page: Any, number: int, shown: Frame) -> Scan | None:
        """The page as seen in its picture; None for one that is blank or cannot be read, which is told among the notices."""
        if self.advice:
            self._unread.append(number)
            return None
        if self._until is not None and monotonic() + self._longest > self._until:
            self._late.append(number)
            return None
        started = monotonic()
        picture = picture_of(raw, page, shown)
        if picture.blank:
            return None
        scan = self._recognised(picture, shown)
        (self._read if scan and scan.sheet.runs else self._unread).append(number)
        self._longest = max(self._longest, monotonic() - started)
        return scan

    def _recognised(self, picture: Picture, shown: Frame) -> Scan | None:
        try:
            self._recogniser = self._recogniser or Recogniser()
        except (ImportError, OSError) as error:
            self.advice = BROKEN.of(error=f"{type(error).__name__}: {error}")
            return None
        sight = self._upright(picture, self._recogniser)
        frame = Frame(shown.bounds, (shown.turn + sight.turn) % 4, sight.slope)
        return Scan(Sheet(frame, sight.runs(), [], 0), sight.edges())

    def _upright(self, picture: Picture, recogniser: Recogniser) -> Sight:
        """The picture turned so that its text reads best; pages of a file are mostly turned alike."""
        best: Sight | None = None
        for turn in sorted(range(4), key=lambda turn: turn != self._turn):
            sight = Sight(picture, turn, recogniser)
            if best is None or sight.score > best.score:
                best = sight
            if sight.empty:
                break
            if best.score >= UPRIGHT:
                self._turn = turn
                break
        assert best is not None
        return best

    def notices(self) -> Iterator[Notice]:
        if self._unread:
            yield Notice("no-text", self.advice, pages=tuple(self._unread))
        if self._read:
            yield Notice("recognised", pages=tuple(self._read))
        if self._late:
            yield Notice("partial", LATE, pages=tuple(self._late))
