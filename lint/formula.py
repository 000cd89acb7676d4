"""Formulas as people write them, read exactly: names, numbers, + - × ÷ and brackets, turned into an expression over figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from lint.expression import Expression, added, constant, minus, over, times
from lint.pattern import pattern

SIGNS = frozenset("+-×*÷/()")
_TOKEN = pattern(r"\s*([+\-×*÷/()]|\d+(?:\.\d+)?|[^\s+\-×*÷/()\d][^\s+\-×*÷/()]*)")


class Malformed(ValueError):
    """A text that is no formula; the message says at what it went wrong."""


def tokens_of(text: str) -> tuple[str, ...]:
    """The signs, numbers and names of a formula, in order. Raises Malformed where something else stands in it."""
    found: list[str] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Malformed(f"看不懂“{text[at:]}”")
        found.append(match[1])
        at = match.end()
    return tuple(found)


def names_in(tokens: Sequence[str]) -> tuple[str, ...]:
    """The names of a formula, each once, in order."""
    return tuple(dict.fromkeys(token for token in tokens if token not in SIGNS and not token[0].isdigit()))


def shown(tokens: Sequence[str]) -> str:
    """A formula as one would print it."""
    return "".join(tokens).translate(_PRINTED)


_PRINTED = str.maketrans({"*": "×", "/": "÷", "(": "（", ")": "）"})


def filled(tokens: Sequence[str], values: Mapping[str, Expression]) -> Expression:
    """The formula over what its names stand for. Raises Malformed for what is no formula, KeyError for a name without value."""
    reader = _Reader(tokens, values)
    found = reader.sum()
    if reader.next is not None:
        raise Malformed(f"“{reader.next}”多余")
    return found


class _Reader:
    """Recursive descent: sums of products of names, numbers and brackets."""

    def __init__(self, tokens: Sequence[str], values: Mapping[str, Expression]) -> None:
        self.rest: Iterator[str] = iter(tokens)
        self.next: str | None = next(self.rest, None)
        self.values = values

    def sum(self) -> Expression:
        found = self.product()
        while self.next in ("+", "-"):
            plus = self._take() == "+"
            term = self.product()
            found = added([found, term]) if plus else minus(found, term)
        return found

    def product(self) -> Expression:
        found = self._atom()
        while self.next is not None and self.next in "÷/×*":
            divides = self._take() in "÷/"
            factor = self._atom()
            found = over(found, factor) if divides else times(found, factor)
        return found

    def _atom(self) -> Expression:
        token = self._take()
        if token == "(":
            found = self.sum()
            if self._take() != ")":
                raise Malformed("括号不成对")
            return found
        if token in SIGNS:
            raise Malformed(f"“{token}”的位置不对")
        return constant(Fraction(token)) if token[0].isdigit() and token not in self.values else self.values[token]

    def _take(self) -> str:
        if self.next is None:
            raise Malformed("没有写完")
        token, self.next = self.next, next(self.rest, None)
        return token
