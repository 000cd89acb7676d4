"""Folding text for reading by machine, with the way back to every character.

Extraction works on a `Folded` text: full-width digits and signs in one form, brackets and commas in one
form, white space gone where it separates nothing (a PDF breaks 购|置 and 1.05 万|元 over lines). Every
position in it leads back to the text it was made from; folding never searches and never guesses twice.
"""

from __future__ import annotations

from bisect import bisect_right
from unicodedata import decimal, east_asian_width

from lint.pattern import pattern
from lint.place import Span

_ONE_TO_ONE: dict[int, int | str] = {0xFF01 + i: 0x21 + i for i in range(94)}
_ONE_TO_ONE |= {
    ord("，"): "，", ord("；"): "；", ord("："): "：", ord("！"): "！", ord("？"): "？",
    ord(";"): "；", ord(":"): "：",
    ord("＝"): "=", ord("═"): "=", ord("≧"): "≥", ord("≦"): "≤", ord("⩾"): "≥", ord("⩽"): "≤",
    ord("﹪"): "%", ord("−"): "-", ord("–"): "-", ord("﹣"): "-", ord("～"): "~", ord("∼"): "~",
    ord("✕"): "×", ord("╳"): "×", ord("＊"): "*", ord("∶"): "：", ord("﹕"): "：",
    ord("〔"): "[", ord("〕"): "]", ord("【"): "[", ord("】"): "]", ord("［"): "[", ord("］"): "]",
    ord("萬"): "万", ord("億"): "亿", ord("\u3000"): " ", ord("\xa0"): " ", ord("\u200b"): " ", ord("\ufeff"): " ",
    ord("\u2002"): " ", ord("\u2003"): " ", ord("\u2009"): " ", ord("\t"): "\t",
}  # fmt: skip

_FULL_STOP = pattern(r"(?:(?<=[^\W\d_A-Za-z])|(?<=[%)]))\.(?=[^\W\d_A-Za-z]|[\s(“]|$)")
_FOREIGN_DIGIT = pattern(r"(?![0-9])\d")
_LIST_COMMA = pattern(r"(?<!\d),|,(?!\d)")
_TRIANGLE = pattern(r"[△▲](?=\d)")
_NUMERAL = pattern(
    r"\s*(?:['‘’]\s*[(+-]?[¥￥]?(?:\d{1,3}(?:,\d{3})+|\d+)|[(+-]?[¥￥]?\d{1,3}(?:(?:，\d{3})+|(?:\s\d{3})+))(?:\.\d+)?(?:[%‰]|[万亿]?元)?\)?\s*"
)
_GROUP = pattern(r"(?<=\d)[，\s](?=\d{3})")
_APOSTROPHE = str.maketrans("'‘’", "   ")
_SPACE = pattern(r"\s+")
_WORD = pattern(r"[0-9A-Za-z]")
_ILLEGAL = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """One form for signs that differ only in width or style; the length stays the same."""
    folded = _LIST_COMMA.sub("，", text.translate(_ONE_TO_ONE))
    folded = _FOREIGN_DIGIT.sub(lambda match: str(decimal(match[0])), folded)
    if ("△" in folded or "▲" in folded) and "▼" not in folded:  # beside ▼ it means a rise
        folded = _TRIANGLE.sub("-", folded)
    return _FULL_STOP.sub("。", folded) if "." in folded else folded


def numeral(folded: str) -> str:
    """The folded text of a cell; of one that is a number as a whole, groups of three are set apart by commas and no apostrophe leads it."""
    if not _NUMERAL.fullmatch(folded):
        return folded
    return _GROUP.sub(",", folded.translate(_APOSTROPHE))


class Folded:
    """A folded and compacted piece of a longer text.

    `text` is what to read; `span(start, end)` gives the place of a part of it in the longer text.
    """

    __slots__ = ("_at", "_shift", "base", "text")

    def __init__(self, source: str, base: int = 0, *, cell: bool = False, whole: bool = False) -> None:
        """Fold `source`, which stands at offset `base` of the longer text; a `cell` may be one number, a `whole` is one in spite of its line ends."""
        folded = numeral(fold(source)) if cell else fold(source)
        pieces: list[str] = []
        self._at = [0]
        self._shift = [0]
        self.base = base
        length = done = 0
        for match in _SPACE.finditer(folded):
            start, end = match.span()
            keep = "" if whole else _gap(folded, start, end)
            if keep == match[0]:
                continue
            pieces.append(folded[done:start])
            pieces.append(keep)
            length += start - done + len(keep)
            done = end
            self._at.append(length)
            self._shift.append(end - length)
        pieces.append(folded[done:])
        self.text = "".join(pieces)

    def offset(self, position: int) -> int:
        """Where the character at `position` stands in the longer text."""
        return self.base + position + self._shift[bisect_right(self._at, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """The span, in the longer text, of the non-empty part `start`..`end`."""
        return Span(self.offset(start), self.offset(end - 1) + 1)


def _gap(text: str, start: int, end: int) -> str:
    """What white space becomes: nothing where it separates nothing, else one space."""
    if start == 0 or end == len(text):
        return ""
    before, after = text[start - 1], text[end]
    if _WORD.match(before) and _WORD.match(after):
        return " "
    broken = "\n" in text[start:end] or "\r" in text[start:end]
    if before in ".," and after.isdigit():
        return "" if broken else " "
    if not broken and _is_word_end(before) and _is_word_end(after):
        return " "
    return ""


def _is_word_end(char: str) -> bool:
    """Whether white space beside this character may separate two clauses."""
    return "\u3400" <= char <= "\u9fff" or char in "%‰〇"


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: two for wide and full-width characters (Unicode Standard Annex 11)."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def legible(text: str) -> str:
    """A text with what XML 1.0 (§2.2) cannot hold, such as control characters, as question marks."""
    return _ILLEGAL.sub("?", text)
