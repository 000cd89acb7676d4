"""Printed equations, read into formulas over the document's own figures: ``率=(2186.11-1254.8)÷1254.8×100%=74.22%``.

A chain a=b=c is several claims: each formula is bound to the nearest single figure after it (else before
it). A side may carry words (决算数22万元÷预算数20万元), which name its operands; a side whose operands are
words alone is a definition and gives no claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.expression import Expression, constant, leaf, times
from lint.facts.names import title_of
from lint.facts.phrases.formulas import HUNDRED, PERCENT, Side, read_side
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

_SIGNS = ("=", "≈", "等于")
_SIGN = pattern("|".join(_SIGNS))
_MOST = 20
"""More equals signs than this in a row are a rule of dashes or garbage."""
_BREAK = pattern(r"[，：]")


@dataclass(frozen=True, eq=False)
class Equation:
    """`claimed` is printed as the result of `formula`, whose figures are `operands` (as printed, in order).

    `name` is what the chain calls the result; `percent_missing` says that the formula gives a percentage
    and the result lacks its sign. `span` covers the chain, `at` is its sentence.
    """

    claimed: Figure
    formula: Expression
    operands: tuple[Figure, ...]
    name: str
    span: Span
    at: Sentence
    percent_missing: bool = False


def equations(sentences: tuple[Sentence, ...]) -> tuple[Equation, ...]:
    """Every printed equation of a document, in reading order."""
    return tuple(
        equation
        for sentence in sentences
        if len(sentence.tokens) > 1 and any(sign in sentence.text for sign in _SIGNS)
        for start, end in _pieces(sentence.text)
        for equation in _chain(sentence, start, end)
    )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between commas and colons that hold an equals sign."""
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        if _SIGN.search(text, start, end):
            yield start, end
        start = end + 1


def _chain(sentence: Sentence, start: int, end: int) -> Iterator[Equation]:
    text = sentence.text
    cuts = list(_SIGN.finditer(text, start, end))
    if len(cuts) > _MOST:
        return
    bounds = list(zip([start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end], strict=True))
    sides = [read_side(sentence, low, high, first=index == 0, last=index == len(bounds) - 1) for index, (low, high) in enumerate(bounds)]
    name = title_of(text[bounds[0][0] : bounds[0][1]]).lstrip("的") if sides[0] is None else ""
    span = sentence.span(start, end)
    for index, side in enumerate(sides):
        target = _target(sides, index) if side else None
        if target is None:
            continue
        claimed, source = target
        formula, missing = _bound(claimed, source)
        yield Equation(claimed, formula, source.operands, name, span, sentence, missing)


def _target(sides: list[Side | None], index: int) -> tuple[Figure, Side] | None:
    """The single figure that a side is printed equal to, and the formula for it."""
    side = sides[index]
    assert side is not None
    if side.single is not None:
        before = sides[index - 1] if index else None
        computed = any(other is not None and other.single is None for other in sides)
        return (side.single, before) if computed and before is not None and before.single is not None else None
    for other in [*sides[index + 1 :], *reversed(sides[:index])]:
        if other is not None and other.single is not None:
            return other.single, side
    return None


def _bound(claimed: Figure, side: Side) -> tuple[Expression, bool]:
    """The formula in the claimed figure's units, and whether the claimed figure lacks its % sign."""
    formula = _scaled(side.formula, claimed) if claimed.exact else side.formula
    if claimed.interval.meets(formula.interval()):
        return formula, False
    if claimed.kind == "percent" and _times_hundred(formula):
        return times(formula.arguments[0], PERCENT), False
    as_percent = times(formula.arguments[0] if side.percent else formula, constant(100))
    unsigned = claimed.kind == "bare" and formula.divides and all(figure.kind != "money" for figure in _loose(formula))
    if unsigned and (side.percent or claimed.interval.meets(as_percent.interval())):
        return as_percent, True
    return _in_units_of(claimed, formula), False


def _loose(formula: Expression) -> list[Figure]:
    """The figures of a formula that no division makes a pure number."""
    if formula.operator == "÷":
        return []
    return formula.figures() if not formula.arguments else [figure for argument in formula.arguments for figure in _loose(argument)]


def _times_hundred(formula: Expression) -> bool:
    """Whether the formula ends in ×100 without a percent sign."""
    return formula.operator == "×" and formula.arguments[-1].constant == HUNDRED


def _in_units_of(claimed: Figure, formula: Expression) -> Expression:
    """The formula with units that people leave out filled in: 100+50=150万元, 10万元+5万元=15."""
    figures = formula.figures()
    money = [figure for figure in figures if figure.kind == "money"]
    if claimed.kind == "money" and not money:
        return _scaled(formula, claimed)
    if (
        claimed.kind == "bare"
        and money
        and len(money) == len(figures)
        and len({figure.number.scale for figure in money}) == 1
        and _loose(formula)
    ):
        return _stripped(formula)
    return _filled(formula)


def _scaled(formula: Expression, like: Figure) -> Expression:
    """Bare operands read in the unit of the result: every term of a sum, the first factor of a product."""
    if formula.figure is not None:
        figure = formula.figure
        if figure.kind != "bare":
            return formula
        return leaf(replace(figure, number=replace(figure.number, scale=like.number.scale), kind=like.kind, unit=like.unit))
    if formula.operator in "+-":
        return Expression(formula.operator, tuple(_scaled(argument, like) for argument in formula.arguments))
    if formula.arguments:
        return Expression(formula.operator, (_scaled(formula.arguments[0], like), *formula.arguments[1:]))
    return formula


def _stripped(formula: Expression) -> Expression:
    if formula.figure is not None:
        return leaf(replace(formula.figure, number=replace(formula.figure.number, scale=0), kind="bare", unit=""))
    return Expression(formula.operator, tuple(map(_stripped, formula.arguments)), constant=formula.constant, percent=formula.percent)


def _filled(formula: Expression) -> Expression:
    """Bare terms of a sum take the unit of the money that they are added to: 2186.11-1254.8万元."""
    if not formula.arguments:
        return formula
    arguments = tuple(map(_filled, formula.arguments))
    if formula.operator in "+-":
        money = next((figure for argument in arguments for figure in argument.figures() if figure.kind == "money"), None)
        if money is not None:
            arguments = tuple(_scaled(argument, money) for argument in arguments)
    return Expression(formula.operator, arguments)
