"""One side of a printed equation, read into a formula: figures, + - × ÷, brackets, and words that name operands."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lint.expression import Expression, added, constant, leaf, minus, over, times
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_OPERATOR = pattern(r"[×*÷/+—-]|乘以|乘|除以|加上|加|减去|减")
_OPERATORS = {
    "×": "×", "*": "×", "乘以": "×", "乘": "×", "÷": "÷", "/": "÷", "除以": "÷",
    "+": "+", "加上": "+", "加": "+", "-": "-", "—": "-", "减去": "-", "减": "-",
}  # fmt: skip
HUNDRED = Fraction(100)
PERCENT = constant(1, percent=True)
"""×100% at the end of a formula: it changes how the result is written, not its value."""
_MOST = 100
"""More numbers than this on one side are a list, not a formula that somebody printed."""
_WORDS = pattern(r"[^\d()\[\]×*÷/+=≈-]+")


@dataclass(frozen=True)
class Side:
    """A formula, its figures as printed, and whether it ends in ×100% (its result is then a percentage)."""

    formula: Expression
    operands: tuple[Figure, ...]
    percent: bool

    @property
    def single(self) -> Figure | None:
        """The figure that the side is, where it is a single one."""
        return self.formula.figure


def read_side(sentence: Sentence, start: int, end: int, *, first: bool, last: bool) -> Side | None:
    """The formula that a part of a sentence's text is; None where it holds none.

    The first side may begin with other words and the last side may go on with some.
    """
    return _Reader(sentence, start, end).side(first=first, last=last)


class _Reader:
    """Recursive descent over one side of an equation: sums of products of figures and brackets."""

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.end = end
        self.start = self.at = start
        self.tokens = {token.start - sentence.start: token for token in sentence.between(start, end)}
        self.operands: list[Figure] = []
        self.percent = False

    def side(self, *, first: bool, last: bool) -> Side | None:
        """What the side says; None where it holds no formula. Only the last side may go on with other words."""
        if len(self.tokens) > _MOST or not any(token.is_quantity for token in self.tokens.values()):
            return None
        if first:
            self._skip_years()
        found = self._sum()
        if found is None or (not last and self.at < self.end):
            return None
        return Side(found, tuple(self.operands), self.percent)

    def _skip_years(self) -> None:
        """Leave out what stands before the last year or document number of the first side: it belongs to the name."""
        for at, token in self.tokens.items():
            if not token.is_quantity:
                self.at = max(self.at, at + token.end - token.start)

    def _sum(self) -> Expression | None:
        found = self._product()
        while found is not None and (operator := self._operator("+-")):
            right = self._product()
            if right is None:
                return None
            found = added((found, right)) if operator == "+" else minus(found, right)
        return found

    def _product(self) -> Expression | None:
        found = self._atom()
        while found is not None and (operator := self._operator("×÷")):
            right = self._atom()
            if right is None:
                return None
            self.percent = False
            if operator == "×" and found.divides and right.figure is not None and right.figure.number.value == HUNDRED:
                self.operands.pop()
                self.percent = right.figure.kind == "percent"
                right = PERCENT if self.percent else constant(100)
            found = times(found, right) if operator == "×" else over(found, right)
        return found

    def _atom(self) -> Expression | None:
        while (token := self.tokens.get(self.at)) and token.figure.kind == "year":
            self.at = token.end - self.sentence.start
        words = _WORDS.match(self.text, self.at, self.end)
        if words and (words.end() in self.tokens or self.text[words.end() : words.end() + 1] in ("(", "[")):
            self.at = words.end()
        if token := self.tokens.get(self.at):
            if not token.is_quantity:
                return None
            self.at = token.end - self.sentence.start
            self._note()
            self.operands.append(token.figure)
            return leaf(token.figure, exact=token.figure.kind == "bare" and not token.figure.number.places)
        if self.text[self.at : self.at + 1] in ("(", "[") and self.at < self.end:
            closing = ")" if self.text[self.at] == "(" else "]"
            self.at += 1
            found = self._sum()
            if found is None or self.text[self.at : self.at + 1] != closing:
                return None
            self.at += 1
            return found
        return None

    def _note(self) -> None:
        """Skip a remark in brackets after an operand: 22.33(决算数)."""
        close = self.text.find(")", self.at, self.end)
        if self.text[self.at : self.at + 1] == "(" and close > 0 and not any(self.at < at < close for at in self.tokens):
            self.at = close + 1

    def _operator(self, wanted: str) -> str | None:
        """The operator that stands here, if it is one of those wanted; a number printed with its minus sign is itself a term."""
        token = self.tokens.get(self.at)
        if token is not None and token.figure.number.printed.startswith("-"):
            return "+" if "+" in wanted else None
        match = _OPERATOR.match(self.text, self.at, self.end)
        if match is None or _OPERATORS[match[0]] not in wanted:
            return None
        self.at = match.end()
        return _OPERATORS[match[0]]
