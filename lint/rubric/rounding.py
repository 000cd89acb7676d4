"""How a table rounds the scores that it calculates, and which printed scores that allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.interval import Interval
from lint.number import plain
from lint.pattern import pattern

Way = Literal["四舍五入", "进位", "舍去", ""]
WAYS: tuple[Way, ...] = ("四舍五入", "进位", "舍去")
UNITS = (Fraction(1), Fraction(1, 2), Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))
"""Units that scores are rounded to: 1分, 0.5分, 0.1分 and finer."""
_WORDS = pattern(rf"(?P<unit>整数|\d+(?:\.\d+)?)分?(?P<way>{'|'.join(WAYS)})?")
NONE = "不取整"


@dataclass(frozen=True, slots=True)
class Rounding:
    """Scores are rounded to multiples of `unit`, None for a unit that is not known, in one `way`, empty for any."""

    unit: Fraction | None
    way: Way = ""

    def admits(self, printed: Fraction, reach: Iterable[Interval]) -> bool:
        """Whether some score in `reach` may be printed so."""
        exact = tuple(reach)
        if any(printed in part for part in exact):
            return True
        unit = self.unit or next((unit for unit in UNITS if not (printed / unit).denominator > 1), Fraction(0))
        if not unit or (printed / unit).denominator > 1:
            return False
        return any(self._before(printed, unit).meets(part) for part in exact)

    def _before(self, printed: Fraction, unit: Fraction) -> Interval:
        """The scores that are printed so."""
        if self.way == "四舍五入":
            return Interval(printed - unit / 2, printed + unit / 2)
        low = printed if self.way == "舍去" else printed - unit
        high = printed if self.way == "进位" else printed + unit
        return Interval(low, high, low_open=low < printed, high_open=high > printed)

    def told(self) -> str:
        """As people say it: 取整数（四舍五入）."""
        if self.unit is None:
            return "取整办法不明"
        unit = "整数" if self.unit == 1 else f"{plain(self.unit)}分的倍数"
        return f"取{unit}（{self.way}）" if self.way else f"取{unit}"


UNKNOWN = Rounding(None)
"""Any rounding that people use: to the last place that is printed, up, down or to nearest."""
PRECISE = Rounding(Fraction(1, 100), "四舍五入")
"""No rounding but that of print."""


def rounding_of(text: str) -> Rounding:
    """The rounding that a few words tell: 整数, 0.1 舍去, 不取整. Raises ValueError with what may be written."""
    words = "".join(text.split())
    if words == NONE:
        return PRECISE
    match = _WORDS.fullmatch(words)
    if match is None or match["unit"].strip("0.") == "":
        raise ValueError(f"看不懂“{text}”，可以写“整数”“0.5”“0.1”“不取整”，后面可加 {'、'.join(WAYS)}")
    unit = Fraction(1) if match["unit"] == "整数" else Fraction(match["unit"])
    return Rounding(unit, next((way for way in WAYS if way == match["way"]), ""))
