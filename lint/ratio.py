"""Ratios known by name: what they are called, what they are made of, and every formula that the sources admit for them.

Those that ship with the program stand in `rules/ratios.toml`; a user adds tables `[[named-ratio]]` of the same shape to `gouji.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from itertools import chain
from typing import Any, Literal, cast, get_args

from lint.entries import name_of, names_of, plain, table_of, tables_of
from lint.errors import UsageError
from lint.expression import Expression, constant
from lint.formula import SIGNS, Malformed, filled, names_in, shown, tokens_of
from lint.number import plain as written
from lint.number import read
from lint.shipped import text_of

Unit = Literal["percent", "points", "times"]
"""How the ratio is printed: 12.5%, 3个百分点 (the difference of two percentages), 1.5倍."""
Reach = Literal["clause", "passage", "report"]
"""Where its operands may stand: in its clause, near it in its paragraph, or anywhere in the report under names of their own."""
MARKERS = ("plan", "actual", "prior", "current")
"""Words of an input that mean no name but a side (预算, 决算) or a year (上年, 本年)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One admissible formula. `open` where it holds in some cases only (追加 without 追减, an absolute value): it confirms, and accuses nobody."""

    name: str
    tokens: tuple[str, ...]
    source: str
    verified: bool
    open: bool = False

    @property
    def inputs(self) -> tuple[str, ...]:
        return names_in(self.tokens)

    @property
    def turned(self) -> Variant | None:
        """The same change as a fall, (B - A) / B for (A - B) / B; None where the formula is no change against its divisor."""
        if len(self.tokens) != 7 or self.tokens[2] != "-" or self.tokens[3] != self.tokens[6]:
            return None
        opening, new, sign, old, *rest = self.tokens
        return replace(self, tokens=(opening, old, sign, new, *rest))

    @property
    def words(self) -> str:
        """The formula as one would print it."""
        return shown(self.tokens)

    def over(self, values: Mapping[str, Expression]) -> Expression:
        """The formula over figures, by the names of its inputs. Raises KeyError where one is missing."""
        return filled(self.tokens, values)


@dataclass(frozen=True, slots=True)
class RatioTerm:
    """A ratio known by its `names`; `inputs` gives every name that an input goes by, or a marker (`MARKERS`).

    `share` tells that it is a part of what it is divided by: figures that give more than 100% are not those meant.
    """

    names: tuple[str, ...]
    unit: Unit
    reach: Reach
    inputs: Mapping[str, tuple[str, ...]]
    variants: tuple[Variant, ...]
    share: bool = False

    @property
    def turned(self) -> tuple[Variant, ...]:
        """The formulas of a change, for a fall that is written without a sign."""
        return tuple(turned for variant in self.variants if (turned := variant.turned))

    @property
    def is_quotient(self) -> bool:
        """Whether every formula is one input over another."""
        return all(len(variant.tokens) == 3 and variant.tokens[1] in "÷/" for variant in self.variants)

    @property
    def part(self) -> tuple[str, ...]:
        """The names of what a quotient divides."""
        return self._at(0)

    @property
    def whole(self) -> tuple[str, ...]:
        """The names of what a quotient divides by."""
        return self._at(-1)

    def _at(self, index: int) -> tuple[str, ...]:
        inputs = dict.fromkeys(variant.tokens[index] for variant in self.variants)
        return tuple(dict.fromkeys(chain.from_iterable(self.inputs[name] for name in inputs)))


@dataclass(frozen=True, eq=False)
class Ratios:
    """Ratios to be found by what a report calls them: a user's `own` before those that ship with the program.

    The latter are read when the first name is looked up: many reports print none.
    """

    own: tuple[RatioTerm, ...] = ()

    @cached_property
    def terms(self) -> tuple[RatioTerm, ...]:
        """All of them; of two with the same name the first one counts."""
        return (*self.own, *shipped())

    @cached_property
    def _named(self) -> dict[str, RatioTerm]:
        return {name: term for term in reversed(self.terms) for name in term.names}

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(name) for name in self._named}, reverse=True)

    def of(self, name: str) -> RatioTerm | None:
        """The ratio whose name ends this one, the longest name first: 合格率 is no 不合格率."""
        alias = self.alias(name)
        return self._named[alias] if alias else None

    def about(self, name: str) -> str:
        """What a name says before that: 整改 of 整改完成率; the whole name where it knows none."""
        return plain(name).removesuffix(self.alias(name))

    def alias(self, name: str) -> str:
        """The name by which `of` knows it; empty where it does not."""
        text = plain(name)
        return next((text[-length:] for length in self._lengths if text[-length:] in self._named), "")


@cache
def shipped() -> tuple[RatioTerm, ...]:
    """The ratios that ship with the program."""
    return ratios_of(tomllib.loads(text_of("ratios.toml"), parse_float=Decimal), "ratio", "ratios.toml：")


def ratios_of(data: Mapping[str, Any], key: str, where: str = "") -> tuple[RatioTerm, ...]:
    """The ratios that tables `[[key]]` describe; `where` leads the path of a fault. Raises UsageError.

    ``names`` (aliases, at least one) · ``unit`` (percent unless said) · ``reach`` (passage unless said) · ``share`` (false unless said) · ``[inputs]`` (input = its names) ·
    ``[[formula]]`` with ``name``, ``expression`` over the inputs, ``source``, ``verified``, ``open`` and a worked ``example``.
    """
    terms = [_term(entry, f"{where}{key}[{index}]") for index, entry in enumerate(tables_of(data, key, where))]
    taken: dict[str, int] = {}
    for index, term in enumerate(terms):
        for alias in term.names:
            if alias in taken:
                raise UsageError(f"{where}{key}[{index}].names：“{alias}”已经是 {key}[{taken[alias]}] 的名称")
            taken[alias] = index
    return tuple(terms)


def _term(data: object, where: str) -> RatioTerm:
    table = table_of(data, where, ("names", "unit", "reach", "share", "inputs", "formula"))
    inputs = _inputs(table.get("inputs"), f"{where}.inputs")
    entries = tables_of(table, "formula", where)
    if not entries:
        raise UsageError(f"{where}.formula 至少要写一个公式")
    unit = cast(Unit, _one_of(table, "unit", get_args(Unit), "percent", where))
    variants = [_variant(entry, inputs, unit, f"{where}.formula[{index}]") for index, entry in enumerate(entries)]
    for index, variant in enumerate(variants):
        if any(variant.tokens == other.tokens for other in variants[:index]):
            raise UsageError(f"{where}.formula[{index}].expression 与前面的公式相同")
    used = {name for variant in variants for name in variant.inputs}
    if unused := [name for name in inputs if name not in used]:
        raise UsageError(f"{where}.inputs.{unused[0]} 没有公式用到")
    names = names_of(table.get("names"), f"{where}.names")
    return RatioTerm(
        names,
        unit,
        cast(Reach, _one_of(table, "reach", get_args(Reach), "passage", where)),
        inputs,
        tuple(variants),
        _flag(table, "share", where),
    )


def _one_of(table: Mapping[str, Any], key: str, known: Sequence[str], default: str, where: str) -> str:
    value = table.get(key, default)
    if value not in known:
        raise UsageError(f"{where}.{key} 只能是 {'、'.join(known)}，不能是 {value!r}")
    return str(value)


def _inputs(data: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, dict) or not data:
        raise UsageError(f'{where} 应写出每个代入项的各种名称，如 "年末结转结余" = ["年末结转结余", "年末结转和结余"]')
    for name in data:
        if not name.strip() or name[0].isdigit() or any(sign in SIGNS or sign.isspace() for sign in name):
            raise UsageError(f"{where}：“{name}”不能作代入项的名称：不能含运算符号和空格，不能以数字开头")
    return {name: names_of(words, f"{where}.{name}") for name, words in data.items()}


def _variant(data: object, inputs: Mapping[str, tuple[str, ...]], unit: Unit, where: str) -> Variant:
    table = table_of(data, where, ("name", "expression", "source", "verified", "open", "example"))
    try:
        tokens = tokens_of(name_of(table, "expression", where))
        names = names_in(tokens)
        if unknown := [name for name in names if name not in inputs]:
            raise UsageError(f"{where}.expression：“{unknown[0]}”没有列在 inputs 里")
        filled(tokens, dict.fromkeys(names, constant(1)))
        example = _example(table.get("example"), names, f"{where}.example")
        derived = filled(tokens, {name: constant(example[name]) for name in names}).point()
    except Malformed as error:
        raise UsageError(f"{where}.expression 不是公式：{error}") from None
    _agrees(derived, table["example"]["gives"], unit, f"{where}.example")
    verified, partial = (_flag(table, key, where) for key in ("verified", "open"))
    return Variant(name_of(table, "name", where), tokens, name_of(table, "source", where), verified, partial)


def _flag(table: Mapping[str, Any], key: str, where: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise UsageError(f"{where}.{key} 只能是 true 或 false")
    return value


def _example(data: object, names: Sequence[str], where: str) -> dict[str, Fraction]:
    """The numbers of a worked example: one for every input of the formula, and what it gives."""
    table = table_of(data, where, (*names, "gives"))
    for name in (*names, "gives"):
        value = table.get(name)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise UsageError(f"{where}.{name} 应为一个数")
    return {name: Fraction(table[name]) for name in names}


def _agrees(derived: Fraction | None, gives: int | Decimal, unit: Unit, where: str) -> None:
    """Raises UsageError where the worked example does not come to what it says, rounded to the places it prints."""
    if derived is None:
        raise UsageError(f"{where} 的分母为零")
    result = derived * 100 if unit == "percent" else derived
    said = read(str(abs(gives)), negative=gives < 0)
    if result not in said.rounded:
        raise UsageError(f"{where}.gives 写 {gives}，按公式计算为 {written(result)}")
