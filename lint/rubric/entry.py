"""One table of a rubric file, read key by key: what is wrong is noted with its path, and something harmless is read in its place."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from lint.rubric.faults import Fault
from lint.rubric.rounding import Rounding, rounding_of


class Entry:
    """A table at `path` (empty for the whole file) in which the keys `known` may stand; faults go to the list `faults`."""

    def __init__(self, data: object, path: str, known: Sequence[str], faults: list[Fault]) -> None:
        self.path = path
        self._prefix = f"{path}." if path else ""
        self._faults = faults
        self._table: dict[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            faults.append(Fault(path, "应为一段设置，不能是单独的值"))
        for key in self._table:
            if key not in known:
                self.fault(key, f"不认识{_nearest(key, known)}")

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def fault(self, key: str, text: str, hint: str = "") -> None:
        self._faults.append(Fault(self._prefix + key, text, hint=hint))

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with this table so far."""
        return not any(fault.path.startswith(self._prefix) for fault in self._faults)

    def value(self, key: str) -> object:
        """What stands there, unchecked; None where nothing does."""
        return self._table.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; one must be given where there is no default."""
        value = self._table.get(key, default)
        if isinstance(value, str) and (value.strip() or value == default):
            return value.strip()
        self.fault(key, f'{self._lacking(key)}应为放在英文双引号里的文字，如 {key} = "…"')
        return ""

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._table.get(key, list(default))
        if isinstance(value, list) and all(isinstance(name, str) and name.strip() for name in value):
            return tuple(name.strip() for name in value)
        self.fault(key, f'应为文字的列表，如 {key} = ["甲", "乙"]')
        return default

    def marks(self, key: str, default: Fraction | None = None, *, none: bool = False) -> Fraction:
        """A number of marks; 0 only where there may be `none`."""
        value = self._table.get(key, default)
        if isinstance(value, float):
            value = Fraction(repr(value)) if abs(value) < 1e9 else None
        if not isinstance(value, bool) and isinstance(value, int | Fraction) and (value > 0 or (none and not value)):
            return Fraction(value)
        self.fault(key, f"{self._lacking(key)}应为大于0的数，不加引号，如 {key} = 10")
        return Fraction(1)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self._table.get(key, default)
        if isinstance(value, bool):
            return value
        self.fault(key, f"只能是 true（是）或 false（否），不加引号，如 {key} = true")
        return default

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        value = self._table.get(key, default)
        if value in choices:
            return str(value)
        self.fault(key, f"{self._lacking(key)}应为 {' 或 '.join(choices)}，放在英文双引号里")
        return choices[0]

    def _lacking(self, key: str) -> str:
        return "" if key in self._table else "没有写，"

    def rounding(self, key: str) -> Rounding | None:
        """How scores are rounded; None where it is not said."""
        if key not in self._table:
            return None
        try:
            return rounding_of(self.text(key))
        except ValueError as error:
            self.fault(key, str(error))
            return None


def _nearest(word: str, words: Sequence[str]) -> str:
    from difflib import get_close_matches  # late: needed for slips alone

    close = get_close_matches(word, words, 1)
    return f"，是否想写 {close[0]}？" if close else f"，可以写的有 {'、'.join(words)}"
