"""Whether one slip at the keyboard turns one printed number into another.

The slips are those of the R package deductive, `correct_typos` (van der Loo and de Jonge): digits exchanged, left out, typed twice, a
decimal point in the wrong place, a sign. One wrong digit is no sign of anything: between short numbers it is always possible.
"""

from __future__ import annotations

from itertools import pairwise

from lint.say import Say

SWAPPED = Say("与“{becomes}”只差相邻两位数字颠倒", "two neighbouring digits of “{becomes}” are exchanged")
DROPPED = Say("比“{becomes}”少打一位数字", "one digit of “{becomes}” is missing")
DOUBLED = Say("比“{becomes}”多打一位相同的数字", "one digit of “{becomes}” is typed twice")
POINT = Say("与“{becomes}”数字相同，只是小数点位置不同", "the digits are those of “{becomes}”, the decimal point stands elsewhere")
ZERO_MORE = Say("比“{becomes}”多打一个0", "“{becomes}” with a zero too many")
ZERO_LESS = Say("比“{becomes}”少打一个0", "“{becomes}” with a zero too few")
SIGN = Say("只是正负号（增减的方向词）相反", "only the sign (up or down) is the other one")
SAME_DIGITS = (POINT, ZERO_MORE, ZERO_LESS)
FARTHEST = 2
"""How many places a decimal point may be off by one slip."""
FEWEST = 3
"""Numbers of fewer digits are one slip from each other too often to mean anything."""


def slip(printed: str, meant: str) -> Say | None:
    """What kind of slip makes `printed` of `meant`, two plain numbers; None where it takes more than one."""
    one, other = printed.lstrip("-"), meant.lstrip("-")
    if one == other:
        return SIGN if printed != meant else None
    digits, wanted = one.replace(".", ""), other.replace(".", "")
    if max(len(digits), len(wanted)) < FEWEST or printed[:1] + meant[:1] in ("-" + meant[:1], printed[:1] + "-"):
        return None
    if digits.strip("0") == wanted.strip("0"):
        if "." not in one + other:
            return (ZERO_MORE if len(one) > len(other) else ZERO_LESS) if abs(len(one) - len(other)) == 1 else None
        return POINT if abs(len(one.partition(".")[0]) - len(other.partition(".")[0])) <= FARTHEST else None
    if len(one) == len(other) and _point(one) == _point(other):
        places = [at for at, pair in enumerate(zip(digits, wanted, strict=True)) if pair[0] != pair[1]]
        if (
            len(places) == 2
            and places[1] - places[0] == 1
            and digits[places[0]] == wanted[places[1]]
            and digits[places[1]] == wanted[places[0]]
        ):
            return SWAPPED
    if len(digits) + 1 == len(wanted) and any(_without(other, at) == one for at in range(len(other)) if other[at] != "."):
        return DROPPED
    if len(digits) == len(wanted) + 1:
        doubled = (at for at in range(1, len(one)) if one[at] == one[at - 1] and one[at] != ".")
        if any(_without(one, at) == other for at in doubled):
            return DOUBLED
    return None


def _point(text: str) -> int:
    return len(text) - 1 - text.rfind(".") if "." in text else 0


def _without(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def twins(printed: str) -> set[str]:
    """The numbers that one slip turns into `printed`, but for those that have a digit more: these are too many to mean anything."""
    sign, digits = ("-", printed[1:]) if printed.startswith("-") else ("", printed)
    at = [place for place, char in enumerate(digits) if char != "."]
    found = {digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :] for i, j in pairwise(at)}
    found |= {_without(digits, j) for i, j in pairwise(at) if digits[i] == digits[j] and len(at) > 1}
    bare, point = digits.replace(".", ""), len(digits.partition(".")[0])
    for by in range(-FARTHEST, FARTHEST + 1):
        if 0 < point + by < len(bare):
            found.add(f"{bare[: point + by]}.{bare[point + by :]}")
        elif point + by >= len(bare):
            found.add(bare.ljust(point + by, "0"))
    return {sign + text for text in found if text != digits and slip(printed, sign + text)}
