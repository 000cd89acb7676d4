"""Lines that are details of the line above them, told by 其中, by their names, or by adding up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import repeat, takewhile
from typing import Literal

from lint.facts.tables.columns import Column
from lint.facts.tables.labels import bare, rank
from lint.facts.tables.sheets import Line
from lint.figure import Figure
from lint.interval import total as total_of
from lint.outline import mark_of
from lint.pattern import pattern

Closed = Literal["yes", "no", "unknown"]
Manner = Literal["total-row", "code", "mark", "among", "detail", "signed"]
"""total-row: 合计, 小计 · code: subject codes · mark: 一、 over 1. · among: 其中 · detail: unmarked lines under a line they add up to ·
signed: 加 and 减"""

_FUND = pattern(r"(?:一般公共预算|政府性基金预算|国有资本经营预算)财政拨款")
_LONGEST = 12
"""How many unmarked lines may be the details of one line."""


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """A line and the lines that it adds up; `closed` "no" where it is unclear which they are.

    `guessed` where the reading was chosen because it balances. `signs` are those of the parts; none where all are added.
    """

    total: Line
    parts: tuple[Line, ...]
    closed: Closed
    manner: Manner
    guessed: bool = False
    signs: tuple[int, ...] = ()


def count_among(parent: Line, following: Sequence[Line], columns: Sequence[Column]) -> tuple[int, bool]:
    """How many of the lines after `parent`, the first marked 其中, are its details; False where nothing tells."""
    limit = next((at for at, line in enumerate(following[1:], 1) if mark_of(line.label) or rank(line)), len(following))
    for count in range(limit, 0, -1):
        agree, against = agreement(parent, tuple(following[:count]), columns)
        if agree and not against:
            return count, True
    for count in range(limit, 1, -1):  # another column shows how far the list goes
        agree, against = agreement(parent, tuple(following[:count]), columns)
        if agree >= against > 0:
            return count, True
    return 1, limit == 1


def details(flat: Sequence[Line], columns: Sequence[Column]) -> list[Group]:
    """Unmarked lines that are the details of the line above: they add up to it, or their names repeat its beginning."""
    found: list[Group] = []
    index = 0
    while index < len(flat) - 1:
        parent = flat[index]
        count = _adding(parent, flat[index + 1 : index + 1 + _LONGEST], columns)
        named = 0 if count else sum(1 for _ in takewhile(lambda line, parent=parent: _is_kind_of(line, parent), flat[index + 1 :]))  # type: ignore[misc]  # the default binds the loop variable
        if count or named > 1 or (named and _FUND.fullmatch(bare(flat[index + 1].label))):
            found.append(Group(parent, tuple(flat[index + 1 : index + 1 + (count or named)]), "unknown", "detail", True))
            index += count or named
        index += 1
    return found


def _adding(parent: Line, following: Sequence[Line], columns: Sequence[Column]) -> int:
    """How many of the lines after `parent`, two at least, add up to it in every column; 0 where none do."""
    sums = [_Sum(claimed, column) for column in columns if (claimed := parent.figure(column))]
    for count, line in enumerate(following, 1):
        for running in sums:
            running.add(line)
        if any(running.is_exceeded for running in sums):
            return 0
        verdicts = [running.agrees for running in sums] if count > 1 else []
        if True in verdicts and False not in verdicts:
            return count
    return 0


class _Sum:
    """A running sum of a column, with how much rounding may have moved it from the claimed figure."""

    def __init__(self, claimed: Figure, column: Column) -> None:
        self._claimed = claimed
        self._column = column
        self._total = Fraction(0)
        self._slack = _slack(claimed)
        self._seen = False
        self._filled = bool(claimed.number.value)

    def add(self, line: Line) -> None:
        if figure := line.figure(self._column):
            self._total += figure.value
            self._slack += _slack(figure)
            self._seen = True
            self._filled = self._filled or bool(figure.number.value)

    @property
    def is_exceeded(self) -> bool:
        """Whether amounts have passed the claimed one, which no further amount can mend."""
        return self._column.role == "amount" and self._total - self._claimed.value > self._slack

    @property
    def agrees(self) -> bool | None:
        """Whether the sum can be the claimed figure; None where numbers lack or all are zero."""
        return abs(self._total - self._claimed.value) <= self._slack if self._seen and self._filled else None


def _slack(figure: Figure) -> Fraction:
    return Fraction(0) if figure.exact else figure.step / 2


def _is_kind_of(line: Line, parent: Line) -> bool:
    """Whether a label names one part of what its parent's names: 公务用车购置费 of 公务用车购置及运行维护费; a fund, of what was carried over."""
    label, name = bare(line.label), bare(parent.label)
    if "结转" in name and _FUND.fullmatch(label):
        return True
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(label, name, strict=False)))
    return common >= 3 and any(word in name for word in "及和与") and len(label) < len(name) and not any(word in label for word in "及和与")


def agreement(total: Line, parts: Sequence[Line], columns: Sequence[Column], signs: Sequence[int] = ()) -> tuple[int, int]:
    """In how many columns the parts add up to the total, and in how many they do not; zeros count for nothing."""
    found = [adds_up(total, parts, column, signs) for column in columns]
    return found.count(True), found.count(False)


def adds_up(total: Line, parts: Sequence[Line], column: Column, signs: Sequence[int] = ()) -> bool | None:
    """Whether the parts add up to the total in a column; None where numbers lack or all are zero."""
    claimed = total.figure(column)
    found = [(sign, figure) for part, sign in zip(parts, signs or repeat(1), strict=False) if (figure := part.figure(column))]
    if claimed is None or not found:
        return None
    if len({claimed.number.scale, *(figure.number.scale for _, figure in found)}) == 1:
        exact = sum(sign * figure.number.value for sign, figure in found) == claimed.number.value
    else:
        exact = sum(sign * figure.value for sign, figure in found) == claimed.value
    if exact:
        return bool(claimed.number.value) or any(figure.number.value for _, figure in found) or None
    return claimed.interval.meets(total_of(figure.interval if sign > 0 else -figure.interval for sign, figure in found))
