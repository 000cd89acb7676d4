"""Formulas of scoring tables: names, numbers, + - × ÷ and brackets, calculated exactly on intervals. Nothing else can be said in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.interval import Interval
from lint.pattern import pattern
from lint.text import fold

_TOKEN = pattern(r"(?P<number>\d+(?:\.\d+)?%?)|(?P<name>[^\W\d_][^\W_]*)|(?P<sign>[-+×÷*/()])")
_SIGNS = {"*": "×", "/": "÷"}
_DEEPEST = 20
"""Brackets within brackets."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number, a name, or an operator with its two sides."""

    operator: Literal["number", "name", "+", "-", "×", "÷"]
    number: Fraction = Fraction(0)
    name: str = ""
    sides: tuple[Term, ...] = ()

    def interval(self, values: Mapping[str, Interval]) -> Interval:
        if self.operator == "number":
            return Interval.point(self.number)
        if self.operator == "name":
            return values[self.name]
        left, right = (side.interval(values) for side in self.sides)
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        return left * right if self.operator == "×" else left / right


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written, the names in it in order, and what it calculates."""

    text: str
    names: tuple[str, ...]
    root: Term

    def interval(self, values: Mapping[str, Interval]) -> Interval:
        """All results that the values allow; everything where a divisor may be zero."""
        return self.root.interval(values)


def formula_of(text: str) -> Formula:
    """The formula that a line of text is. Raises ValueError with what cannot be read in it."""
    reader = _Reader(fold(text).replace(" ", ""))
    return Formula(text.strip(), tuple(dict.fromkeys(reader.names)), reader.whole())


class _Reader:
    """Recursive descent: sums of products of numbers, names and brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.names = [match["name"] for match in _TOKEN.finditer(text) if match["name"]]

    def whole(self) -> Term:
        found = self._sum()
        if self.at < len(self.text):
            raise ValueError(f"公式看到“{self.text[self.at :]}”为止看不懂，只能用名称、数字、＋－×÷和括号")
        return found

    def _sum(self) -> Term:
        found = self._product()
        while sign := self._sign("+-"):
            found = Term("+" if sign == "+" else "-", sides=(found, self._product()))
        return found

    def _product(self) -> Term:
        found = self._atom()
        while sign := self._sign("×÷*/"):
            found = Term("×" if _SIGNS.get(sign, sign) == "×" else "÷", sides=(found, self._atom()))
        return found

    def _atom(self) -> Term:
        match = _TOKEN.match(self.text, self.at)
        if match is None or match["sign"] not in (None, "("):
            raise ValueError(f"公式在“{self.text[self.at :] or '末尾'}”处应为名称、数字或左括号")
        self.at = match.end()
        if match["name"]:
            return Term("name", name=match["name"])
        if match["number"]:
            digits = match["number"].rstrip("%")
            return Term("number", Fraction(digits) / (100 if match["number"].endswith("%") else 1))
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ValueError("公式的括号套得太多")
        found = self._sum()
        if not self._sign(")"):
            raise ValueError("公式少一个右括号")
        self.depth -= 1
        return found

    def _sign(self, wanted: str) -> str:
        """The sign that stands here, if it is one of those wanted."""
        sign = self.text[self.at : self.at + 1]
        if not sign or sign not in wanted:
            return ""
        self.at += 1
        return sign
