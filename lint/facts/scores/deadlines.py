"""Dates as targets: 2023年6月底前 against 2023年11月."""

from __future__ import annotations

from lint.pattern import pattern

Day = tuple[int, int, int]
"""Year (0 where none is printed), month, day."""
_DATE = pattern(
    r"(?:(?P<year>(?:19|20)\d\d)[年.\-/])?(?P<month>1[0-2]|0?[1-9])(?:月(?:份)?|[.\-/](?=\d))"
    r"(?:(?P<day>[12]\d|3[01]|0?[1-9])日?|(?P<part>上旬|中旬|下旬|底|末|初))?(?!\d)"
)
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31), "初": (1, 10)}
_LAST = 31


def in_time(target: str, done: str) -> bool | None:
    """Whether what was done fell in the time set; None where the two cells give no one date each or the dates are too coarse to tell."""
    wanted, came = _period(target), _period(done)
    if wanted is None or came is None or (wanted[0][0] == 0) != (came[0][0] == 0):
        return None
    if came[0] > wanted[1]:
        return False
    return True if came[1] <= wanted[1] else None


def _period(text: str) -> tuple[Day, Day] | None:
    """The first and the last day that the one date of a text allows."""
    found = list(_DATE.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    year, month = int(match["year"] or 0), int(match["month"])
    first, last = _PARTS.get(match["part"], (1, _LAST))
    if match["day"]:
        first = last = int(match["day"])
    return (year, month, first), (year, month, last)
