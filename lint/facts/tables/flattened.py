"""Printed rates and the formulas for them, and those of tables that plain text has flattened into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint.expression import Expression, over
from lint.facts.figures import Token
from lint.figure import Figure

Kind = Literal["formula", "execution", "saving", "share", "growth", "change"]

SPENT = re.compile(r"执行|支出(?!预算)|决算|完成|支付|使用|已用")
"""What a column of outcomes is called."""
BUDGETS = tuple(
    re.compile(pattern)
    for pattern in (
        r"全年预算",
        r"调整后?的?预算|预算调整|调整数",
        r"年初预算|批复|批准",
        r"预算|计划|下达|任务|目标",
        r"合计|总额",
        r"到位",
    )
)
"""What a column of budgets is called, the customary divisor of an execution rate first."""
_HEAD = re.compile(r"([^\s，。；：()\[\]]{2,16})[(\[]([A-Z])(?:[/÷]([A-Z]))?(?:[×*]100%)?[)\]]")
_PAIR_RATE = re.compile(r"(?:执行率|完成率|支付率)[：: ]*$")


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


def flattened(tokens: Sequence[Token]) -> Iterator[TableRate]:
    """Tables that lost their grid: heads with letters and as many numbers in a row; 合计 309 执行数 309 执行率 100%."""
    passage = None
    inside: list[Token] = []
    for token in [*tokens, None]:
        if token is None or token.passage is not passage:
            if len(inside) > 2 and any(other.figure.kind == "percent" for other in inside):
                yield from _lettered(inside)
                yield from _paired(inside)
            passage, inside = (token.passage, []) if token else (None, [])
        if token is not None and token.passage.cell is None and token.is_quantity:
            inside.append(token)


def _lettered(tokens: list[Token]) -> Iterator[TableRate]:
    text = tokens[0].passage.text
    if "/" not in text and "÷" not in text:
        return
    heads = list(_HEAD.finditer(text))
    quotients = [head for head in heads if head[3]]
    places = {head[2]: index for index, head in enumerate(heads) if not head[3]}
    if len(quotients) != 1 or quotients[0][2] not in places or quotients[0][3] not in places:
        return
    at, upper, lower = heads.index(quotients[0]), places[quotients[0][2]], places[quotients[0][3]]
    for start in range(len(tokens) - len(heads) + 1):
        run = tokens[start : start + len(heads)]
        gaps = [text[left.end : right.start] for left, right in pairwise(run)]
        if run[0].start < heads[-1].end() or any(gap.strip() for gap in gaps) or run[at].figure.kind != "percent":
            continue
        named = ((run[upper].figure, heads[upper][1]), (run[lower].figure, heads[lower][1]))
        way = Way(over(named[0][0], named[1][0]), f"{named[0][1]}÷{named[1][1]}", named)
        yield TableRate(run[at].figure, heads[at][1], "formula", (way,))


def _paired(tokens: list[Token]) -> Iterator[TableRate]:
    """Labels and numbers in turn, with nothing but blanks between them."""
    for budget, spent, rate in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if rate.figure.kind != "percent" or not _PAIR_RATE.search(rate.lead) or not SPENT.search(spent.lead):
            continue
        text = rate.passage.text
        if any(char in text[budget.end : rate.start] for char in "，。；") or not any(pattern.search(budget.lead) for pattern in BUDGETS):
            continue
        named = ((spent.figure, spent.lead.strip()), (budget.figure, budget.lead.strip()))
        yield TableRate(
            rate.figure, rate.lead.strip(" ：:"), "execution", (Way(over(spent.figure, budget.figure), "执行数÷预算数", named),)
        )
