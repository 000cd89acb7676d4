"""Where the amounts in printed equations come from: the same amount elsewhere, or else the amounts it should be compared with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from lint.facts.figures import Token
from lint.facts.phrases.equations import Equation
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_DIGITS = 3
_REACH = 2
"""A figure is comparable up to this factor."""
_TOPIC = pattern(r"收入|支出|采购|公用经费|三公|人员经费|项目经费|结转结余")
_SPENDING = pattern(r"^(?:(?:19|20)\d\d年度?)?(?:部门|单位|整体|本年|年度|财政|拨款)*(?:预算|资金|支出|预算支出)(?:执行|完成|支付|支出)率$")
_ONLY_TOTAL = pattern(r"(?:支出)?(?:决算|执行|预算|实际)数?(?:为|是)?$")
_TOTAL = pattern(r"总(?:收入|支出|额|计|量)|合计|收入决算|支出决算|决算数|执行数|预算数")


@dataclass(frozen=True, eq=False)
class Operand:
    """An amount of an equation. `elsewhere` is the same amount outside the equation, None where there is none.

    `comparable` are totals of what the equation's sentence speaks of, of the same size but another value, nearest first.
    `outdated` tells that its sentence names another year than the report's.
    """

    figure: Figure
    equation: Equation
    elsewhere: Figure | None
    comparable: tuple[Sight, ...] = ()
    outdated: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Sight:
    """A figure outside the equations and what it is called where it stands."""

    name: str
    figure: Figure


def operands(
    equations: tuple[Equation, ...], tokens: tuple[Token, ...], outdated: Collection[Sentence] = (), beyond: Sequence[Sight] = ()
) -> tuple[Operand, ...]:
    """The amounts in printed equations (three digits or more), each once, with what the rest of the document has for them.

    `outdated` are the sentences that name another year than the report's; `beyond` is what the other files of the submission show.
    """
    if not equations:
        return ()
    inside = {id(figure) for equation in equations for figure in (equation.claimed, *equation.operands)}
    within = [Sight(token.figure.name, token.figure) for token in tokens if id(token.figure) not in inside]
    sights = [sight for sight in (*within, *beyond) if sight.figure.kind in ("bare", "money")]
    by_value: dict[Decimal, Figure] = {}
    for sight in sights:
        by_value.setdefault(abs(sight.figure.number.value), sight.figure)
    added = _added(tokens)
    inherited = _inherited(tokens)
    topics_of = [(_topics(sight.name) or inherited.get(id(sight.figure)), sight) for sight in sights if sight.figure.kind == "money"]
    totals = [(topics, sight) for topics, sight in topics_of if topics]
    found: list[Operand] = []
    seen: set[tuple[int, Decimal]] = set()
    for equation in equations:
        for figure in equation.operands:
            value = figure.number.value
            key = (equation.span.start, value)
            if figure.kind not in ("bare", "money") or key in seen or len(str(value).replace(".", "").strip("-0")) < _DIGITS:
                continue
            seen.add(key)
            same = by_value.get(value) or added.get(value)
            comparable = () if same else _comparable(figure, equation, totals)
            found.append(Operand(figure, equation, same, comparable, equation.at in outdated))
    return tuple(found)


def _added(tokens: Sequence[Token]) -> dict[Decimal, Figure]:
    """The first of two or three neighbouring amounts of one paragraph, by what they add up to: 一般公共预算…、政府性基金…."""
    money = [token for token in tokens if token.figure.kind == "money"]
    found: dict[Decimal, Figure] = {}
    for index, first in enumerate(money):
        total = first.figure.number.value
        for other in money[index + 1 : index + 3]:
            if other.passage is not first.passage or other.figure.number.scale != first.figure.number.scale:
                break
            total += other.figure.number.value
            found.setdefault(total, first.figure)
    return found


def _topics(name: str) -> frozenset[str]:
    """What a total's name speaks of; empty for other names."""
    return frozenset(_TOPIC.findall(name)) if _TOTAL.search(name) else frozenset()


def _inherited(tokens: Sequence[Token]) -> dict[int, frozenset[str]]:
    """What a total that names nothing speaks of: in “三公经费预算数24.50万元，决算数18.60万元” the same as the one before it."""
    found: dict[int, frozenset[str]] = {}
    for before, token in pairwise(token for token in tokens if token.figure.kind == "money"):
        about = _topics(before.figure.name) or found.get(id(before.figure))
        if about and token.passage is before.passage and _ONLY_TOTAL.match(token.figure.name):
            found[id(token.figure)] = about
    return found


def _comparable(figure: Figure, equation: Equation, totals: list[tuple[frozenset[str], Sight]]) -> tuple[Sight, ...]:
    """Totals of the same topic whose printed number is at most twice or half this one, and which are no other operand of the equation."""
    topics = set(_TOPIC.findall(figure.name) or _TOPIC.findall(equation.at.text) or _implied(figure, equation))
    value = Fraction(figure.number.value)
    taken = {abs(Fraction(other.number.value)) for other in equation.operands}
    near: dict[Decimal, Sight] = {}
    for about, other in totals:
        size = Fraction(abs(other.figure.number.value))
        if topics & about and size not in taken and size * _REACH >= value and size <= value * _REACH:
            near.setdefault(other.figure.number.value, other)
    return tuple(sorted(near.values(), key=lambda other: abs(Fraction(other.figure.number.value) - value)))


def _implied(figure: Figure, equation: Equation) -> tuple[str, ...]:
    """What the name of a ratio says of an operand: 预算完成率 is expenditure over a budget."""
    return ("支出",) if _SPENDING.search(equation.name) and figure is equation.operands[0] else ()
