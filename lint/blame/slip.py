"""Whether one slip at the keyboard turns one printed number into another.

The slips are those of the R package deductive, `correct_typos` (van der Loo and de Jonge): digits exchanged, left out, typed twice, a
decimal point in the wrong place, a sign. One wrong digit is no sign of anything: between short numbers it is always possible.
"""

from __future__ import annotations

from lint.say import Say

SWAPPED = Say("与“{becomes}”只差相邻两位数字颠倒", "two neighbouring digits of “{becomes}” are exchanged")
DROPPED = Say("比“{becomes}”少打一位数字", "one digit of “{becomes}” is missing")
DOUBLED = Say("比“{becomes}”多打一位相同的数字", "one digit of “{becomes}” is typed twice")
POINT = Say("与“{becomes}”数字相同，只是小数点位置不同", "the digits are those of “{becomes}”, the decimal point stands elsewhere")
SIGN = Say("只是正负号（增减方向）相反", "only the sign (up or down) is the other one")
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
        return POINT if abs(len(one.partition(".")[0]) - len(other.partition(".")[0])) <= FARTHEST else None
    if len(one) == len(other) and _point(one) == _point(other):
        places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        if len(places) == 2 and places[1] - places[0] == 1 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]:
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
