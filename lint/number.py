"""A printed number: its exact value, its scale, its printed precision, and what those digits allow.

Values are `Decimal` made from the printed string, never floats: 2186.110 keeps its three places. The scale
(万 is 4, 亿 is 8) is kept apart, so that 2186.11万元 is precise to 100 元.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from lint.interval import Interval

Bound = Literal["exact", "about", "above", "below", "least", "most"]
"""exact · about (约 左右) · above (逾 余 多 超) · below (近 不足) · least (以上 不低于 ≥) · most (以下 不超过 ≤)"""

SCALES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}

_DIGITS = {char: value for value, chars in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for char in chars}
_TENS = {"十": 10, "百": 100, "千": 1000}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""A plain number in folded text; a comma counts only as a thousands separator."""
CHINESE = r"[〇零一二两三四五六七八九十百千]+(?:点[〇零一二三四五六七八九]+)?"
"""A Chinese numeral; whether the characters are one is for the context to say (进一步 holds none)."""

_PREFIXES: dict[str, Bound] = {
    "约": "about", "大约": "about", "约为": "about", "大概": "about", "近": "below", "将近": "below", "接近": "below", "不足": "below",
    "逾": "above", "超": "above", "超过": "above", "突破": "above", "≥": "least", "不低于": "least", "不少于": "least", "至少": "least",
    "≤": "most", "不超过": "most", "不高于": "most", "不多于": "most", "至多": "most", ">": "above", "<": "below",
}  # fmt: skip
_SUFFIXES: dict[str, Bound] = {
    "余": "above",
    "多": "above",
    "左右": "about",
    "上下": "about",
    "以上": "least",
    "以下": "most",
    "以内": "most",
}

BOUND_BEFORE = "|".join(sorted(map(re.escape, _PREFIXES), key=len, reverse=True))
BOUND_AFTER = "左右|上下|以上|以下|以内"


def bound_of(before: str, inside: str, after: str) -> Bound:
    """The bound that the words before a number, between digits and scale (1200多万), and after its unit put on it."""
    for word, table in ((inside, _SUFFIXES), (before, _PREFIXES), (after, _SUFFIXES)):
        if word:
            return table[word]
    return "exact"


def chinese_integer(text: str) -> int:
    """The value of a Chinese integer: 二十三, 一百零五, 二〇二二, 十二.

    Raises ValueError for anything else.
    """
    if not text or any(char not in _DIGITS and char not in _TENS for char in text):
        raise ValueError(f"not a Chinese integer: {text!r}")
    if not any(char in _TENS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    value = digit = 0
    for char in text:
        if char in _TENS:
            value += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return value + digit


def chinese_decimal(text: str) -> Decimal:
    """The value of a Chinese numeral with or without 点: 三十七点七五 is 37.75."""
    whole, _, places = text.partition("点")
    value = Decimal(chinese_integer(whole))
    if places:
        value += Decimal("0." + "".join(str(_DIGITS[char]) for char in places))
    return value


@dataclass(frozen=True)
class Number:
    """A number as printed. `printed` has folded digits and no sign words: ``"2,186.11"``, ``"三十七点七五"``.

    `scale` is a power of ten (万: 4); `places` counts the printed decimals; `step` is ten to the power of
    the last printed place, in scaled units (2186.11万: 100).
    """

    printed: str
    value: Decimal
    scale: int = 0
    bound: Bound = "exact"

    @cached_property
    def places(self) -> int:
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @cached_property
    def scaled(self) -> Fraction:
        """The value in units of one: 2186.11万 is 21861100."""
        over, under = self.value.as_integer_ratio()
        return Fraction(over * _power(self.scale), under)

    @cached_property
    def step(self) -> Fraction:
        exponent = self.scale - self.places
        return Fraction(_power(exponent)) if exponent >= 0 else Fraction(1, _power(-exponent))

    @cached_property
    def rounded(self) -> Interval:
        """The values, in units of one, that are printed as this number when rounded to nearest.

        约 counts the trailing zeros of a whole number as not printed: 约600 is [550, 650]. 逾, 余 and 多
        reach up to the next step of that size, 近 down to the one before; 以上 and ≥ are unbounded above.
        """
        if self.bound == "exact":
            return Interval(self.scaled - self.step / 2, self.scaled + self.step / 2)
        coarse = self._coarse_step
        if self.bound == "about":
            return Interval(self.scaled - coarse / 2, self.scaled + coarse / 2)
        if self.bound == "above":
            return Interval(self.scaled, self.scaled + coarse, low_open=True, high_open=True)
        if self.bound == "below":
            return Interval(self.scaled - coarse, self.scaled, low_open=True, high_open=True)
        if self.bound == "least":
            return Interval(self.scaled, None)
        return Interval(None, self.scaled)

    @property
    def point(self) -> Interval:
        """The value itself, for numbers that are never rounded (scores, people, list lengths)."""
        return Interval.point(self.scaled) if self.bound == "exact" else self.rounded

    @property
    def _coarse_step(self) -> Fraction:
        if self.places or not self.value:
            return self.step
        digits = str(abs(self.value))
        return self.step * _power(len(digits) - len(digits.rstrip("0")))


def _power(exponent: int) -> int:
    """Ten to a power that is not negative."""
    return int(10**exponent)


def read(digits: str, scale: str = "", bound: Bound = "exact", *, negative: bool = False) -> Number:
    """The number printed as `digits` (Arabic, with thousands separators, or Chinese) with a scale word."""
    plain = digits.replace(",", "")
    value = Decimal(plain) if plain[0].isdigit() and plain.isascii() else chinese_decimal(plain)
    if negative:
        value, digits = -value, "-" + digits
    return Number(digits, value, SCALES[scale], bound)


def plain(value: Fraction | Decimal, places: int = 6) -> str:
    """`value` in decimal notation, rounded half up to at most `places`, without trailing zeros."""
    over, under = value.as_integer_ratio()
    whole = (2 * abs(over) * _power(places) + under) // (2 * under)
    digits = str(whole).rjust(places + 1, "0")
    text = (digits[:-places] + "." + digits[-places:]).rstrip("0").rstrip(".") if places else digits
    return "-" + text if over < 0 and whole else text
