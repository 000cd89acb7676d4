"""Printed rates and changes of tables, with the formulas for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lint.expression import Expression
from lint.figure import Figure
from lint.pattern import pattern

Kind = Literal["formula", "execution", "saving", "score", "share", "growth", "change"]

SPENT = pattern(r"执行|支出(?!预算)|决算|完成|支付|使用|已用")
"""What a column of outcomes is called."""
BUDGETS = tuple(
    pattern(words)
    for words in (
        r"全年预算",
        r"调整后?的?预算|预算调整|调整数",
        r"年初预算|批复|批准",
        r"预算|计划|下达|任务|目标",
        r"合计|总额",
        r"可用|可支配|可使用",
        r"到位",
    )
)
"""What a column of budgets is called, the customary divisor of an execution rate first."""


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """One formula for a rate: `words` names its columns (``执行数÷全年预算数``), `operands` its figures with their names."""

    formula: Expression
    words: str
    operands: tuple[tuple[Figure, str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class TableRate:
    """A printed rate or change with the admissible formulas for it, best first; none where an operand is missing.

    `sign` is -1 for a column of reductions, printed without sign.
    """

    rate: Figure
    name: str
    kind: Kind
    ways: tuple[Way, ...]
    sign: int = 1
