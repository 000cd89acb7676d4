"""Formulas over figures: evaluated on points and on intervals, written out as people write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from lint.figure import Figure
from lint.interval import EVERYTHING, Interval, total
from lint.number import plain


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula over figures: a leaf holds a figure or a constant, a node an operator and its arguments."""

    operator: Literal["figure", "constant", "+", "-", "×", "÷"]
    arguments: tuple[Expression, ...] = ()
    figure: Figure | None = None
    constant: Fraction = Fraction(0)
    percent: bool = False
    exact: bool = False

    def figures(self) -> list[Figure]:
        if self.figure is not None:
            return [self.figure]
        return [figure for argument in self.arguments for figure in argument.figures()]

    def point(self) -> Fraction | None:
        """The value from the printed digits; None where a divisor is zero."""
        if self.operator == "figure":
            assert self.figure is not None
            return self.figure.value
        if self.operator == "constant":
            return self.constant
        values = [argument.point() for argument in self.arguments]
        result = values[0]
        for value in values[1:]:
            if result is None or value is None or (self.operator == "÷" and not value):
                return None
            result = _apply(self.operator, result, value)
        return result

    def interval(self) -> Interval:
        """All values that the printed digits allow; everything where a divisor may be zero."""
        if self.operator == "figure":
            assert self.figure is not None
            return Interval.point(self.figure.value) if self.exact else self.figure.interval
        if self.operator == "constant":
            return Interval.point(self.constant)
        spread = self._prior_rate()
        if spread is not None:
            return spread
        values = [argument.interval() for argument in self.arguments]
        if self.operator == "+":
            return total(values)
        result = values[0]
        for value in values[1:]:
            result = result - value if self.operator == "-" else result * value if self.operator == "×" else result / value
        return result

    def _prior_rate(self) -> Interval | None:
        """d ÷ (c − d) and (c − p) ÷ p, where an operand occurs twice, from their corners: both are monotonic in each operand."""
        if self.operator != "÷" or len(self.arguments) != 2:
            return None
        over, under = self.arguments
        twice = {id(figure) for figure in over.figures()} & {id(figure) for figure in under.figures()}
        leaves = {id(figure): figure for figure in self.figures()}
        if not twice or len(leaves) > 3 or EVERYTHING in (under.interval(), over.interval()) or Fraction(0) in under.interval():
            return None
        corners: list[dict[int, Fraction]] = [{}]
        for key, figure in leaves.items():
            bounds = figure.interval
            if bounds.low is None or bounds.high is None:
                return None
            corners = [{**corner, key: end} for corner in corners for end in {bounds.low, bounds.high}]
        values = [value for corner in corners if (value := self._at(corner)) is not None]
        return Interval(min(values), max(values)) if len(values) == len(corners) else None

    def _at(self, values: dict[int, Fraction]) -> Fraction | None:
        if self.figure is not None:
            return values[id(self.figure)]
        if self.operator == "constant":
            return self.constant
        result = self.arguments[0]._at(values)
        for argument in self.arguments[1:]:
            value = argument._at(values)
            if result is None or value is None or (self.operator == "÷" and not value):
                return None
            result = _apply(self.operator, result, value)
        return result

    def replaced(self, others: Callable[[Figure], Figure]) -> Expression:
        """The same formula over other figures."""
        if self.figure is not None:
            return replace(self, figure=others(self.figure))
        return replace(self, arguments=tuple(argument.replaced(others) for argument in self.arguments))

    @property
    def divides(self) -> bool:
        """Whether a product or quotient takes part, so that its result is rounded by nature."""
        return self.operator in "×÷" or any(argument.divides for argument in self.arguments)

    def show(self, bare: bool) -> str:
        """The formula as one would write it; `bare` leaves out units (all figures share one)."""
        if self.figure is not None:
            negative = self.figure.number.printed.startswith("-")
            text = self.figure.number.printed if bare else str(self.figure)
            return f"（{text}）" if negative else text
        if self.operator == "constant":
            return plain(self.constant * 100) + "%" if self.percent else plain(self.constant)
        shown = [argument._nested(self.operator, bare, index) for index, argument in enumerate(self.arguments)]
        return {"+": "+", "-": "-", "×": "×", "÷": "÷"}[self.operator].join(shown)

    def _nested(self, outer: str, bare: bool, index: int) -> str:
        text = self.show(bare)
        if self.operator in "+-" and (outer in "×÷" or (outer == "-" and index)):
            return f"（{text}）"
        if self.operator in "×÷" and outer == "÷" and index:
            return f"（{text}）"
        return text


def _apply(operator: str, left: Fraction, right: Fraction) -> Fraction:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right if operator == "×" else left / right


def leaf(figure: Figure, *, exact: bool = False) -> Expression:
    """A figure; `exact` where its digits are the value though its kind does not say so (weights in a formula)."""
    return Expression("figure", figure=figure, exact=exact)


def constant(value: int | Fraction, *, percent: bool = False) -> Expression:
    return Expression("constant", constant=Fraction(value), percent=percent)


def as_expression(item: Figure | Expression) -> Expression:
    return leaf(item) if isinstance(item, Figure) else item


def added(items: Iterable[Figure | Expression]) -> Expression:
    return Expression("+", tuple(map(as_expression, items)))


def minus(left: Figure | Expression, *right: Figure | Expression) -> Expression:
    return Expression("-", tuple(map(as_expression, (left, *right))))


def times(*items: Figure | Expression) -> Expression:
    return Expression("×", tuple(map(as_expression, items)))


def over(left: Figure | Expression, right: Figure | Expression) -> Expression:
    return Expression("÷", (as_expression(left), as_expression(right)))
