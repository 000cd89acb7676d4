"""What would explain figures that do not fit: a way in which they came about under which everything balances. Never a proof of who is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from lint.say import Say

Kind = Literal[
    "truncated",  # 截断: digits cut off (or carried up) instead of rounded
    "mixed-precision",  # calculated from figures, or given to a place, coarser than printed
    "bonus",  # 含/不含加分
    "denominator",  # another plan, budget or total as divisor
    "base",  # a change taken of this year, of a budget, of another amount
    "unit",  # 元/千元/万元/亿元
    "inverted",  # 分子分母颠倒
    "delta-as-percent",  # 增减额填进百分比
    "swapped",  # two figures, columns or labels exchanged
    "last-year",  # a figure of the year before
    "doubled-part",  # one part counted twice, or a subtotal with its parts
    "missing-part",  # one part left out
    "sign",  # 正负号, or the word of direction
    "open-list",  # 其中未列全
    "keystroke",  # digits transposed, dropped, doubled, or the point shifted
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are tried: innocent ones first, then what a single reading explains, then what many readings could."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One explanation. `innocent` where nobody need have made a mistake: another habit of rounding, another basis that the text leaves open."""

    kind: Kind
    say: Say
    innocent: bool = False
