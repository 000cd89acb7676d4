"""Ordinals as Word prints them: 一, 十二, 贰拾, 甲, ①, IV, aa. The names are those of w:numFmt."""

from __future__ import annotations

from collections.abc import Callable

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _counting(digits: str, units: str, *, one: bool = False) -> Callable[[int], str]:
    """Counting with units (``units`` are those of 10, 100, 1000, 10000); `one` keeps the 一 of 一十 below twenty."""

    def show(number: int) -> str:
        if number == 0:
            return digits[0]
        if number >= 10_000:
            high, low = divmod(number, 10_000)
            rest = (digits[0] if 0 < low < 1000 else "") + show(low) if low else ""
            return show(high) + units[3] + rest
        text = ""
        gap = False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit:
                text += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
                gap = False
            elif text:
                gap = True
        return text[1:] if 10 <= number < 20 and not one else text

    return show


def _digits(characters: str) -> Callable[[int], str]:
    return lambda number: "".join(characters[int(digit)] for digit in str(number))


def _among(characters: str) -> Callable[[int], str]:
    """One character for each ordinal; beyond the last, plain digits."""
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else str(number)


def _listed(first: int, count: int) -> Callable[[int], str]:
    return _among("".join(chr(first + step) for step in range(count)))


def _zodiac(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 40) if number > 0 else ""


def _roman(number: int) -> str:
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _below_hundred(counting: Callable[[int], str], beyond: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: counting(number) if number < 100 else beyond(number)


_simplified = _counting("零一二三四五六七八九", "十百千万")
_circled_digits = _digits("○一二三四五六七八九")
_full_width = _digits("０１２３４５６７８９")

_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": _below_hundred(_simplified, _circled_digits),
    "chineseCountingThousand": _simplified,
    "taiwaneseCounting": _below_hundred(_simplified, _circled_digits),
    "taiwaneseCountingThousand": _counting("零一二三四五六七八九", "十百千萬"),
    "japaneseCounting": _simplified,
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", one=True),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", one=True),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _circled_digits,
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographZodiacTraditional": _zodiac,
    "decimalEnclosedCircle": _listed(ord("①"), 20),
    "decimalEnclosedCircleChinese": _listed(ord("①"), 20),
    "decimalEnclosedParen": _listed(ord("⑴"), 20),
    "decimalEnclosedFullstop": _listed(ord("⒈"), 20),
    "ideographEnclosedCircle": _listed(ord("㊀"), 10),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
}


def ordinal(number: int, format: str) -> str:
    """`number` in a format of w:numFmt; formats that Chinese and English documents do not use give plain digits, as do negative numbers."""
    show = _FORMATS.get(format)
    return show(number) if show and number >= 0 else str(number)
