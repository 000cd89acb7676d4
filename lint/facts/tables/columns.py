"""What the columns of a table are: their headers from top to bottom, their roles, years and sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.facts.grid import Row, Slot, is_index
from lint.facts.names import Side
from lint.facts.tables.formulas import Formula, formula_of, letter_of
from lint.pattern import pattern

Role = Literal["amount", "rate", "change", "score", "count", "average", "index"]
"""amount: money or anything that adds up · change: 增减额 · rate: percentages · average: 单价, 标准 · index: 行次, years."""

_RATE = pattern(r"率|占比|比重|比例|百分比|[增升降减]幅|幅度|%|占.{0,12}比|[A-Z]/[A-Z]|进度")
_CHANGE = pattern(r"增减|增[（(]?\+?[)）]?[、/]?减|变动额|差额|差异|比.{0,6}增|较.{0,6}[增减]|同比|环比")
_SCORE = pattern(r"分值|得分(?!率)|权重|满分|标准分|扣分|评分|自评分|分数")
_INDEX = pattern(r"(?:行次|栏次|序号|编码|代码|编号|页码)$|^(?:预算)?年[度份]$|^(?:排名|名次|次序)$")
_NUMBER = pattern(r"\d{1,2}")
_AVERAGE = pattern(r"单价|均|标准|定额|单位成本")
_COUNT = pattern(r"人数|个数|次数|批次|户数|数量|面积|人次")
_YEAR = pattern(r"((?:19|20)\d\d)年?")
_YEAR_ALONE = pattern(r"(?:19|20)\d\d")
_PRIOR = pattern(r"上年(?!结转|末结转|初)|去年|上一年|上期|同期")
_CURRENT = pattern(r"本年|今年|当年|本期")
_PLAN = pattern(r"预算(?!执行|完成|单位|部门|财政)|计划|批复|任务|目标")
_ACTUAL = pattern(r"决算|执行|实际|完成|支付|支出数|已用|使用")
_FUNDS = pattern(r"一般公共预算|政府性基金预算|国有资本经营预算")


@dataclass(frozen=True, slots=True)
class Column:
    """A number column. `path` is its headers from the outermost to its own, each once.

    `percent` tells whether its numbers are printed with %; None where it has too few numbers or a mixture.
    `numbered` is its cell in the 栏次 row: ``"3"``, ``"3=1+2"``.
    """

    index: int
    path: tuple[str, ...]
    role: Role
    percent: bool | None = None
    numbered: str = ""

    @property
    def name(self) -> str:
        """Its own header; empty where the table has none."""
        return self.path[-1] if self.path else ""

    @property
    def full(self) -> str:
        return "".join(self.path)

    @property
    def mark(self) -> str:
        """The letter or number by which formulas mean this column: 全年预算数（A）, 栏次 1."""
        number = _NUMBER.search(self.numbered)
        return letter_of(self.name) or (number[0] if number else "")

    @property
    def formula(self) -> Formula | None:
        """The formula that its header or its 栏次 prints."""
        return formula_of(self.full, self.numbered)

    @property
    def year(self) -> int | None:
        years = _YEAR.findall(self.full)
        return int(years[-1]) if years else None

    @property
    def period(self) -> Literal["current", "prior", ""]:
        if _PRIOR.search(self.full):
            return "prior"
        return "current" if _CURRENT.search(self.full) else ""

    @property
    def side(self) -> Side:
        """Whether the header speaks of a plan or of an outcome; empty where it does not say."""
        bare = _FUNDS.sub("", self.full)
        if _ACTUAL.search(bare):
            return "actual"
        return "plan" if _PLAN.search(bare) else ""


def roles(heads: Sequence[Row], body: Sequence[Row], numbers: Sequence[int]) -> Iterator[Column]:
    """The number columns with their header paths and roles."""
    counting = next((row for row in heads if is_index(row)), None)
    words = [row for row in heads if row is not counting]
    for index in numbers:
        path = _path(words, index)
        values = [slot.text for row in body if not row.loose and (slot := row.at(index)) and slot.is_number]
        number = counting.at(index) if counting else None
        role = _role("".join(path), path[-1] if path else "", values)
        yield Column(index, path, role, _percent(values), number.text if number else "")


def _percent(values: Sequence[str]) -> bool | None:
    signs = sum(value.endswith(("%", "‰")) for value in values)
    if len(values) < 2 or min(signs, len(values) - signs) * 3 > len(values):
        return None
    return signs * 2 > len(values)


def _path(heads: Sequence[Row], index: int) -> tuple[str, ...]:
    found: list[str] = []
    for depth, row in enumerate(heads):
        slot = next((slot for slot in row.slots if slot.column <= index < slot.column + slot.columns), None)
        if slot is None or slot.is_blank:
            slot = _group(row, heads[depth + 1 :], index)
        if slot and slot.is_words and (not found or found[-1] != slot.text):
            found.append(slot.text)
    return tuple(found)


def _group(row: Row, below: Sequence[Row], index: int) -> Slot | None:
    """The group header to the left of a blank header cell: a merged cell that lost its span, with headers of its own below."""
    left = next((slot for slot in reversed(row.slots) if slot.column < index and slot.is_words), None)
    if left is None or not all(
        any((slot := other.at(column)) and slot.is_words for other in below) for column in range(left.column, index + 1)
    ):
        return None
    return left


def _role(full: str, name: str, values: Sequence[str]) -> Role:
    if _INDEX.search(name.replace(" ", "")) or (
        len(values) > 2 and not name and values == [str(number) for number in range(1, len(values) + 1)]
    ):
        return "index"
    if values and all(_YEAR_ALONE.fullmatch(value) for value in values) and not _YEAR.search(full):
        return "index"
    percents = sum(value.endswith("%") for value in values)
    if _SCORE.search(name):
        return "score"
    if percents * 2 > len(values) or (_RATE.search(name) and not re.search(r"[万亿]?元\)?$|率\(?[A-Z]\)?资金", name)):
        return "rate"
    if _CHANGE.search(full):
        return "change"
    if _AVERAGE.search(name):
        return "average"
    return "count" if _COUNT.search(full) else "amount"
