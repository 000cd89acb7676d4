"""Formulas as people write them, read exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lint.expression import constant
from lint.formula import Malformed, filled, names_in, shown, tokens_of

VALUES = {name: constant(value) for name, value in {"甲": 10, "乙": 4, "丙": 2}.items()}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲 / 乙", Fraction(5, 2)),
        ("(甲 - 乙) ÷ 乙", Fraction(3, 2)),
        ("甲 - 乙 - 丙", Fraction(4)),
        ("甲 / 乙 / 丙", Fraction(5, 4)),
        ("甲 + 乙 × 丙", Fraction(18)),
        ("甲/(乙+丙)", Fraction(5, 3)),
        ("甲 * 0.1", Fraction(1)),
        ("甲 / (乙 - 乙)", None),
    ],
)
def test_a_formula_is_evaluated_exactly(text: str, value: Fraction | None) -> None:
    assert filled(tokens_of(text), VALUES).point() == value


@pytest.mark.parametrize("text", ["", "甲 +", "甲 乙", "(甲 + 乙", "甲 + )", "÷ 甲", "甲 / 乙)", "甲 + -乙"])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        filled(tokens_of(text), VALUES)


def test_a_formula_tells_its_names_once_and_prints_as_in_a_report() -> None:
    tokens = tokens_of("(甲 - 乙) / 乙 * 2")
    assert names_in(tokens) == ("甲", "乙")
    assert shown(tokens) == "（甲-乙）÷乙×2"
