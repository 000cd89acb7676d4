"""Formulas that headers print: 执行率（B/A）, C=A+B, 栏次 3=2/1, each column known by its letter or number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint.expression import Expression, leaf
from lint.figure import Figure
from lint.formula import Malformed, filled
from lint.pattern import pattern

_LETTER = pattern(r"[(\[]([A-Z①-⑳])(?:=[^()]*)?[)\]]$|^([A-Z①-⑳])$|([①-⑳])(?:=.*)?$|^([A-Z])=")
_LETTERED = pattern(r"(?<![A-Z])(?:[A-Z①-⑳]=)?(\(*[A-Z①-⑳](?:[+\-/÷×*][(]*[A-Z①-⑳]\)*)+)(?:[×*]100%?)?(?![A-Z/÷×*+\-])")
_NUMBERED = pattern(r"\(?\d{1,2}\)?=(.*?)(?:[×*]100%?)?$")
_TOKEN = pattern(r"[A-Z①-⑳]|\d{1,2}|[()+\-/÷×*]")
_SUM = pattern(r"[^()/÷×*]*")


@dataclass(frozen=True, slots=True)
class Formula:
    """A printed formula: `text` without what it is equal to, `marks` the columns it names, in order."""

    text: str
    marks: tuple[str, ...]

    @property
    def is_sum(self) -> bool:
        """Whether it only adds and subtracts."""
        return bool(_SUM.fullmatch(self.text))

    def signs(self) -> list[tuple[str, int]]:
        """The columns of a sum with their signs."""
        found: list[tuple[str, int]] = []
        sign = 1
        for token in _TOKEN.findall(self.text):
            if token in "+-":
                sign = -1 if token == "-" else 1
            else:
                found.append((token, sign))
        return found

    def named(self, titles: Mapping[str, str]) -> str:
        """The formula with the titles of its columns."""
        return "".join(titles.get(token, token) for token in _TOKEN.findall(self.text)).replace("/", "÷").replace("*", "×")

    def over(self, values: Mapping[str, Figure]) -> Expression | None:
        """The formula with figures for its columns; None where one is missing or the text is no formula."""
        if any(mark not in values for mark in self.marks):
            return None
        try:
            return filled(_TOKEN.findall(self.text), {mark: leaf(figure) for mark, figure in values.items()})
        except Malformed:
            return None


def letter_of(name: str) -> str:
    """The letter by which formulas in other headers mean the column with this header: 全年预算数（A）; empty where there is none."""
    match = _LETTER.search(name)
    return match[match.lastindex or 0] if match else ""


def formula_of(header: str, numbered: str) -> Formula | None:
    """The formula in a header, or in its cell of the 栏次 row, `numbered`."""
    match = _NUMBERED.fullmatch(numbered) or _LETTERED.search(header)
    if match is None:
        return None
    marks = tuple(dict.fromkeys(token for token in _TOKEN.findall(match[1]) if token not in "()+-/÷×*"))
    return Formula(_bare(match[1]), marks) if len(marks) > 1 else None


def _bare(text: str) -> str:
    """A formula without brackets around it or without their other half."""
    text = text[text.count("(") - text.count(")") :] if text.count("(") > text.count(")") else text
    text = text[: len(text) - max(0, text.count(")") - text.count("("))]
    return text[1:-1] if text.startswith("(") and text.find(")") == len(text) - 1 else text
