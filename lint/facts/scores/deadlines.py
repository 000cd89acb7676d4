"""Dates as targets: 2023年6月底前 against 2023年11月."""

from __future__ import annotations

from lint.pattern import pattern

Day = tuple[int, int, int]
"""Year (0 where none is printed), month, day."""
_MONTH, _DAY = r"1[0-2]|0?[1-9]", r"[12]\d|3[01]|0?[1-9]"
_DATE = pattern(
    rf"(?:(?P<year>(?:19|20)\d\d)年度?)?(?P<month>{_MONTH})月份?(?:(?P<day>{_DAY})日?|(?P<part>上旬|中旬|下旬|底|末|初))?(?!\d)"
    rf"|(?P<year2>(?:19|20)\d\d)[.\-/](?P<month2>{_MONTH})[.\-/](?P<day2>{_DAY})(?!\d)"
)
_SPAN = pattern(r"\d月?(?:份|\d日)?[-~—至到]\d{1,2}月")
"""1-12月: all of it, and no date."""
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
    if len(found) != 1 or _SPAN.search(text):
        return None
    match = found[0]
    if match["year2"]:
        day = (int(match["year2"]), int(match["month2"]), int(match["day2"]))
        return day, day
    year, month = int(match["year"] or 0), int(match["month"])
    first, last = _PARTS.get(match["part"], (1, _LAST))
    if match["day"]:
        first = last = int(match["day"])
    return (year, month, first), (year, month, last)
