"""One table of `gouji.toml` made a rule; every fault is told with the path of what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from lint.check import Severity
from lint.entries import plain, table_of
from lint.errors import UsageError, nearest
from lint.own.amount import Amount, amount_of
from lint.own.records import Head, Names, OwnComparison, OwnRatio, OwnRequired, OwnSum, OwnYears, Where
from lint.relation import Operator

_COMMON = ("name", "severity", "message", "why")
_SEVERITIES = ("error", "warning", "info")
_OPERATORS: dict[str, Operator] = {
    "=": "=", "==": "=", "等于": "=",
    "≤": "≤", "<=": "≤", "不超过": "≤", "不大于": "≤", "不高于": "≤", "不多于": "≤", "小于等于": "≤",
    "≥": "≥", ">=": "≥", "不低于": "≥", "不小于": "≥", "不少于": "≥", "大于等于": "≥",
    "<": "<", "小于": "<", "低于": "<", "少于": "<",
    ">": ">", "大于": ">", "高于": ">", "超过": ">", "多于": ">",
}  # fmt: skip
_FIRST, _LAST = 1949, 2999


@dataclass(frozen=True)
class Entry:
    """A table of the settings: what stands in it, its path (``sum[0]``), and where it stands in the file called `file`."""

    data: Mapping[str, Any]
    path: str
    file: str
    line: int

    def head(self, name: str) -> Head:
        """What every table says; `name` is what to call one that has no name."""
        severity = self.data.get("severity")
        if severity not in (None, *_SEVERITIES):
            raise UsageError(
                f"{self.path}.severity 只能是 {'、'.join(_SEVERITIES)}，不能是 {severity!r}{nearest(str(severity), _SEVERITIES)}"
            )
        own = self.text("name") if "name" in self.data else name
        message, why = (self.text(key) if key in self.data else "" for key in ("message", "why"))
        return Head(own, cast("Severity | None", severity), message, why, self.file, self.line)

    def text(self, key: str) -> str:
        value = self.data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"{self.path}.{key} 应为一段文字，不能是空的")
        return " ".join(value.split())

    def names(self, key: str, *others: str) -> Names:
        """The names under a key, or under the first of the others that is there."""
        used = next((each for each in (key, *others) if each in self.data), key)
        value = self.data.get(used)
        return _names([value] if used == "name" else value, f"{self.path}.{used}")

    def amount(self, key: str) -> Amount | None:
        return amount_of(self.data[key], f"{self.path}.{key}") if key in self.data else None

    def year(self, value: object, key: str) -> int:
        if not isinstance(value, int) or not _FIRST <= value <= _LAST:
            raise UsageError(f"{self.path}.{key} 应为四位年份，如 2023，不能是 {value!r}")
        return value

    def listed(self, key: str) -> list[Any]:
        value = self.data.get(key)
        if not isinstance(value, list) or not value:
            raise UsageError(f"{self.path}.{key} 应为列表，至少写一项")
        return value

    def knows(self, *keys: str) -> None:
        """Refuse keys that such a table does not have."""
        table_of(self.data, self.path, (*_COMMON, *keys))


def sum_of(entry: Entry) -> OwnSum:
    entry.knows("whole", "parts")
    whole = entry.names("whole")
    listed = entry.data.get("parts")
    if not isinstance(listed, list) or len(listed) < 2:
        raise UsageError(f'{entry.path}.parts 至少要有两项，每项是同一个数的各种名称，如 [["甲"], ["乙", "乙的别名"]]')
    parts = tuple(_names(names, f"{entry.path}.parts[{index}]") for index, names in enumerate(listed))
    for index, names in enumerate(parts):
        _apart(f"{entry.path}.parts[{index}]", names, whole, "合计（whole）")
        for before in range(index):
            _apart(f"{entry.path}.parts[{index}]", names, parts[before], f"分项 parts[{before}]")
    return OwnSum(entry.head(entry.data["whole"][0]), whole, parts)


def ratio_of(entry: Entry) -> OwnRatio:
    entry.knows("names", "part", "whole", "times", "least", "most")
    part, whole = entry.names("part"), entry.names("whole")
    least, most = (_limit(entry, key) for key in ("least", "most"))
    names = entry.names("names", "name") if "names" in entry.data or "name" in entry.data else ()
    if not (names or least or most):
        raise UsageError(f"{entry.path} 要写明比率的名称（names），或者上下限（least、most）")
    _apart(f"{entry.path}.whole", whole, part, "分子（part）")
    for names_of, key in ((part, "part"), (whole, "whole")):
        _apart(f"{entry.path}.{key}", names_of, names, "比率（names）")
    head = entry.head(entry.data["names"][0] if "names" in entry.data else f"{entry.data['part'][0]}÷{entry.data['whole'][0]}")
    return OwnRatio(head, names, part, whole, _times(entry), least, most)


def comparison_of(entry: Entry) -> OwnComparison:
    entry.knows("left", "operator", "right", "value")
    left, value = entry.names("left"), entry.amount("value")
    if ("right" in entry.data) == (value is not None):
        raise UsageError(f"{entry.path} 要写 right（另一个数的名称）或者 value（一个值），两者写一个")
    right = () if value else entry.names("right")
    written = entry.data.get("operator")
    operator = _OPERATORS.get(plain(written)) if isinstance(written, str) else None
    if operator is None:
        close = nearest(str(written), list(_OPERATORS)) if isinstance(written, str) else ""
        raise UsageError(f"{entry.path}.operator 只能是 =、≤、≥、<、>（也可写 <=、>=、不超过、不低于），不能是 {written!r}{close}")
    _apart(f"{entry.path}.right", right, left, "左边（left）")
    name = f"{entry.data['left'][0]}{operator}{value or entry.data['right'][0]}"
    return OwnComparison(entry.head(name), left, operator, right, value)


def required_of(entry: Entry) -> OwnRequired:
    entry.knows("names", "in", "year")
    names = entry.names("names", "name")
    where = entry.data.get("in", "")
    if where not in ("text", "table", ""):
        raise UsageError(f"{entry.path}.in 只能是 text（正文）或 table（表格），不写则两处都可以，不能是 {where!r}")
    year = entry.year(entry.data["year"], "year") if "year" in entry.data else None
    return OwnRequired(entry.head(entry.data["names"][0] if "names" in entry.data else names[0]), names, cast(Where, where), year)


def years_of(entry: Entry) -> OwnYears:
    entry.knows("years", "allow")
    years = tuple(entry.year(value, f"years[{index}]") for index, value in enumerate(entry.listed("years")))
    allow = _names(entry.listed("allow"), f"{entry.path}.allow") if "allow" in entry.data else ()
    return OwnYears(entry.head("不应出现的年份" + "、".join(map(str, years))), years, allow)


READERS: dict[str, Callable[[Entry], Any]] = {
    "sum": sum_of,
    "ratio": ratio_of,
    "compare": comparison_of,
    "require": required_of,
    "forbid-year": years_of,
}
"""What reads the tables of each key."""


def _limit(entry: Entry, key: str) -> Amount | None:
    amount = entry.amount(key)
    if amount is not None and amount.kind != "percent":
        raise UsageError(f'{entry.path}.{key} 应为百分数，如 "30%"，不能是 {amount}')
    return amount


def _times(entry: Entry) -> Fraction:
    value = entry.data.get("times", 1)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)) or not value > 0:
        raise UsageError(f"{entry.path}.times 应为正数（乘以多少，默认 1），不能是 {value!r}")
    return Fraction(str(value))


def _names(value: object, where: str) -> Names:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise UsageError(f'{where} 应为名称的列表，如 ["甲", "甲的别名"]')
    if not value or not all(map(plain, value)):
        raise UsageError(f"{where} 不能是空的，至少写一个名称")
    return tuple(dict.fromkeys(map(plain, value)))


def _apart(where: str, names: Names, others: Names, what: str) -> None:
    """Refuse a name that stands on both sides of a rule."""
    if shared := next((name for name in names if name in others), ""):
        raise UsageError(f"{where}：“{shared}”也写在{what}里，同一个数不能既是这个又是那个")
