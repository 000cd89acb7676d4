"""Number formats of spreadsheets: what a cell shows of the value it holds.

0.8562 under ``0.00%`` is printed 85.62%, and what is printed is what a report claims. The codes are those of
ECMA-376 part 1 §18.8.31. A negative value always keeps a minus, also where the format prints it red or in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lint.pattern import pattern

_SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_UP)
"""The digits that a spreadsheet keeps of a number."""
_GENERAL = 11
"""Characters that the format General gives a number, its point included."""
_TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<padding>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>[Gg]eneral|G/通用格式)|(?P<clock>AM/PM|A/P|上午/下午)|(?P<date>y+|m+|d+|h+|s+|a{3,}|e+|b+|g+)"
    r"|(?P<exponent>[Ee][+-]0+)|(?P<digit>[0#?])|(?P<text>@)|(?P<sign>[.,%/])|(?P<other>.)"
)
_ELAPSED = pattern(r"[hms]+$")
_CONDITION = pattern(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)$")
_MINUS = "-△▲"
"""Signs in front of the digits that say what the minus of a negative value says."""
_EPOCHS = (datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC))
BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""The formats that files name by number alone, in their Chinese form."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: literal words around digits and between them, or the tokens of a date.

    `inner` are the words between whole digits, each with the number of digits that follow it: ``0!.0,`` prints a
    point before the last one. `condition` is the comparison that a value must meet, None where its sign decides.
    """

    kind: Literal["general", "number", "date", "text", "words"]
    before: str = ""
    after: str = ""
    whole: int = 0
    places: int = 0
    needed: int = 0
    grouped: bool = False
    shift: int = 0
    tokens: tuple[tuple[str, str], ...] = ()
    inner: tuple[tuple[int, str], ...] = ()
    condition: tuple[str, Decimal] | None = None


def printed(value: str, code: str, *, since_1904: bool = False) -> str:
    """What a cell of this format shows of a stored number; other text stays as it is."""
    try:
        return shown(significant(value), code, since_1904=since_1904)
    except InvalidOperation:
        return value


def significant(value: str) -> Decimal:
    """A stored number to the fifteen digits that count: 2186.1099999999997 is 2186.11. Raises decimal.InvalidOperation for other text."""
    number = _SIGNIFICANT.create_decimal(value)
    if not number.is_finite():
        raise InvalidOperation(value)
    return number


def shown(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """What a cell of this format shows of a number; a format that is not understood shows it plainly."""
    section = _chosen(value, _sections(code))
    if section.kind == "date":
        return _date(value, section, since_1904=since_1904)
    if section.kind == "words":
        return section.before
    if section.kind != "number":
        return section.before + general(value) + section.after
    digits = _digits(abs(value).scaleb(section.shift), section)
    if value >= 0:
        return section.before + digits + section.after
    minus = "-" if any(char in "123456789" for char in digits) else ""
    return minus + "".join(char for char in section.before if char not in _MINUS) + digits + section.after.rstrip("-")


def _chosen(value: Decimal, sections: tuple[_Section, ...]) -> _Section:
    """The section for a value: by the conditions in brackets, else by its sign; a value that meets none is shown plainly."""
    if all(section.condition is None for section in sections):
        return sections[0 if value > 0 or len(sections) == 1 else 1 if value < 0 else 2 if len(sections) > 2 else 0]
    for index, section in enumerate(sections):
        last = index == len(sections) - 1 and index
        if _meets(value, section.condition) if section.condition else last or (value > 0 if index == 0 else value < 0):
            return section
    return _Section("general")


def _meets(value: Decimal, condition: tuple[str, Decimal]) -> bool:
    sign, limit = condition
    return (value < limit and "<" in sign) or (value > limit and ">" in sign) or (value == limit and "=" in sign)


def general(value: Decimal) -> str:
    """A number without a format: every digit of whole ones, as many places as eleven characters hold."""
    whole = len(str(int(abs(value))))
    places = max(0, _GENERAL - whole - 1)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=60))
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _digits(value: Decimal, section: _Section) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-section.places), ROUND_HALF_UP, Context(prec=60))
    whole, _, places = f"{rounded:f}".partition(".")
    places = places[: section.needed] + places[section.needed :].rstrip("0")
    whole = whole.lstrip("0").rjust(section.whole, "0")
    if section.grouped:
        whole = f"{int(whole or 0):,}".rjust(section.whole, "0")
    tail = ""
    done = 0
    for following, words in section.inner:
        whole = whole.rjust(following - done, "0")
        at = len(whole) - (following - done)
        whole, tail, done = whole[:at], words + whole[at:] + tail, following
    if tail:
        whole = (whole or "0" * tail.startswith(".")) + tail
    return f"{whole or '0'}.{places}" if places else whole


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    pieces: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code or "General"):
        group = match.lastgroup or "other"
        if group == "other" and match[0] == ";":
            pieces.append([])
        else:
            pieces[-1].append((group, match[group]))
    return tuple(replace(_section(tokens), condition=_condition(tokens)) for tokens in pieces[:3])


def _condition(tokens: list[tuple[str, str]]) -> tuple[str, Decimal] | None:
    for group, text in tokens:
        if group == "bracket" and (match := _CONDITION.match(text.strip())):
            return match[1], Decimal(match[2])
    return None


def _section(tokens: list[tuple[str, str]]) -> _Section:
    groups = {group for group, _ in tokens}
    if "date" in groups or any(group == "bracket" and _ELAPSED.match(text.lower()) for group, text in tokens):
        return _Section("date", tokens=tuple(tokens))
    if "digit" not in groups:
        before, after = _around(tokens, ("general", "text"))
        return _Section("general" if groups & {"general", "text"} else "words", before, after)
    if "exponent" in groups or ("sign", "/") in tokens:
        return _Section("general", *_around(tokens, ("digit", "exponent", "sign")))
    places = [text for group, text in tokens if group == "digit" or (group, text) in (("sign", "."), ("sign", ","))]
    whole, _, decimals = "".join(places).partition(".")
    scale = len(whole) - len(whole.rstrip(",")) + len(decimals) - len(decimals.rstrip(","))
    percent = sum(1 for token in tokens if token == ("sign", "%"))
    before, after = _around(tokens, ("digit",))
    inner = tuple(_inner(tokens))
    return _Section(
        "number",
        before,
        after,
        whole.count("0"),
        len(decimals.rstrip(",")),
        len(decimals.rstrip(",").rstrip("#?")),
        "," in whole.rstrip(",") and not inner,
        2 * percent - 3 * scale,
        inner=inner,
    )


def _inner(tokens: list[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """The words between the digits before the point, from right to left, with the number of digits that follow each."""
    end = tokens.index(("sign", ".")) if ("sign", ".") in tokens else len(tokens)
    at = [index for index, (group, _) in enumerate(tokens[:end]) if group == "digit"]
    for following, (left, right) in enumerate(reversed(list(pairwise(at))), 1):
        if words := _words(tokens[left + 1 : right]):
            yield following, words


def _around(tokens: list[tuple[str, str]], inner: tuple[str, ...]) -> tuple[str, str]:
    """The literal words before and after the digits; a pair of brackets that says “negative” is left out."""
    at = [index for index, (group, _) in enumerate(tokens) if group in inner]
    first, last = (at[0], at[-1]) if at else (len(tokens), len(tokens))
    before, after = _words(tokens[:first]), _words(tokens[last + 1 :])
    if (before[:1], after[-1:]) in (("(", ")"), ("（", "）")):
        before, after = before[1:], after[:-1]
    return before.strip(), after.strip()


def _words(tokens: list[tuple[str, str]]) -> str:
    """What literal tokens print; of brackets only a currency sign: [$¥-804]."""
    told = []
    for group, text in tokens:
        if group == "bracket":
            told.append(text[1:].partition("-")[0] if text.startswith("$") else "")
        elif group in ("quoted", "escaped", "other") or (group, text) == ("sign", "%") or (group == "sign" and text == "/"):
            told.append(text)
    return "".join(told)


def _date(value: Decimal, section: _Section, *, since_1904: bool) -> str:
    """A date or time from the days since the epoch; the number itself where it is none."""
    try:
        moment = _EPOCHS[since_1904] + timedelta(seconds=int((value * 86400).to_integral_value(ROUND_HALF_UP)))
    except OverflowError:
        return general(value)
    noon = any(group == "clock" for group, _ in section.tokens)
    told: list[str] = []
    timed = False
    for index, (group, text) in enumerate(section.tokens):
        letter = text[:1].lower()
        if group == "date":
            following = next((other[:1].lower() for kind, other in section.tokens[index + 1 :] if kind == "date"), "")
            minute = letter == "m" and (timed or following == "s")
            told.append(_part(moment, letter, len(text), minute=minute, noon=noon))
            timed = letter == "h" or (timed and letter not in "yd" and not minute)
        elif group == "bracket":
            if _ELAPSED.match(text.lower()):
                told.append(str(int(value * {"h": 24, "m": 1440, "s": 86400}[letter])))
                timed = letter == "h"
        elif group == "clock":
            told.append(("上午" if moment.hour < 12 else "下午") if "上" in text else "AM" if moment.hour < 12 else "PM")
        elif group not in ("padding", "fill", "text"):
            told.append(text)
    return "".join(told).strip()


def _part(moment: datetime, letter: str, count: int, *, minute: bool, noon: bool) -> str:
    if letter in "ye":
        return f"{moment.year:04d}" if count > 2 or letter == "e" else f"{moment.year % 100:02d}"
    if letter == "a":
        return ("星期" if count > 3 else "") + "一二三四五六日"[moment.weekday()]
    if letter in "bg":
        return ""
    if letter == "m" and not minute and count > 2:
        return f"{moment:%b}" if count == 3 else f"{moment:%B}"
    if letter == "d" and count > 2:
        return f"{moment:%a}" if count == 3 else f"{moment:%A}"
    hour = (moment.hour - 1) % 12 + 1 if noon else moment.hour
    number = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}[letter]
    return f"{number:0{min(count, 2)}d}"
