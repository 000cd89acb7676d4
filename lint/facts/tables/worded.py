"""Operands of printed formulas whose definition stands beside them in words, with the cells of the tables that they are called after.

结转结余率＝年末财政拨款结转和结余÷（年初财政拨款结转和结余＋本年财政拨款收入）×100%＝9÷（5＋100）×100%
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.facts import names
from lint.facts.phrases.equations import Equation
from lint.facts.tables.items import Item
from lint.figure import Figure
from lint.pattern import pattern

_SIDES = pattern(r"[=≈]")
_TERMS = pattern(r"[÷/×*+\-()]")
_NUMBER = pattern(r"[\d.%]+|100%")
_FILLING = pattern(r"财政拨款|[和与及的数]|合计|总额|决算|年初|年末|上年|下年|本年度?|当年|全年|[“”\" ]")
_FUND = "财政拨款"


@dataclass(frozen=True, eq=False, slots=True)
class Worded:
    """An operand with the name that the definition gives it, in the unit of the cell that has this name."""

    operand: Figure
    name: str
    item: Item


def worded(equations: Sequence[Equation], items: Mapping[str, Sequence[Item]], year: int | None) -> Iterator[Worded]:
    """Every such operand for which the tables of the year have one value."""
    cells: dict[tuple[str, str], list[Item]] = {}
    if equations:
        for group in items.values():
            for item in group:
                cells.setdefault(_mark(item.line.label or item.name), []).append(item)
    for equation in equations:
        for figure, name in zip(equation.operands, _names(equation), strict=False):
            found = [item for item in cells.get(_mark(name), ()) if item.year == year and item.side != "plan" and _funded(name, item)]
            if name and len({item.figure.value for item in found}) == 1 and figure.kind == "bare":
                scale = found[0].figure.number.scale
                same = replace(figure, number=replace(figure.number, scale=scale), kind="money", unit=found[0].figure.unit)
                yield Worded(same, name, found[0])


def _names(equation: Equation) -> list[str]:
    """The terms of the definition, in the order of the operands; none where their numbers differ."""
    for side in _SIDES.split(equation.at.text)[1:]:
        terms = [term for part in _TERMS.split(side) if (term := part.strip("，。；： ")) and not _NUMBER.fullmatch(term)]
        if len(terms) == len(equation.operands) and not any(char.isdigit() for term in terms for char in term):
            return terms
    return []


def _mark(name: str) -> tuple[str, str]:
    """What a name is about, and of which end of the year where something is carried over."""
    return _FILLING.sub("", name), names.carried(name)


def _funded(name: str, item: Item) -> bool:
    """Whether both are of 财政拨款, or neither."""
    return (_FUND in name) == (_FUND in item.line.label or _FUND in item.sheet.caption)
