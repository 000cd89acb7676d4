"""Amounts and scores whose unit was left out, where their neighbours have one: 满分50分，得50）; 支出合计1020，其中….万元."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_MONEY = pattern(r"(?:支出|收入|预算数?|决算数?|资金|经费|金额|合计|总计|总额)(?:共|共计|合计|为|是|达)*$")
_CHANGE = pattern(r"(?:增加|减少|结余|节约)了?$")
"""After these a number with decimals is money, where its sentence has money; a whole one may count people."""
_SCORE = pattern(r"(?:自评|综合|实际)?(?:得分?|评分)(?:共|为|是)*$")
_CLOSES = ("，", "。", "；", ")")
_FULL = pattern(r"满分|分值")


@dataclass(frozen=True, eq=False)
class Unitless:
    """A bare figure, what its neighbour of the same kind has after its digits, and that neighbour."""

    token: Token
    unit: str
    neighbour: Token


def unitless(sentences: tuple[Sentence, ...]) -> Iterator[Unitless]:
    """Every bare number that closes a clause of running text after words that ask for money or a score, with others of that kind in its sentence.

    Formulas leave units out, and so do tables that were flattened to lines, where one bare number follows the other.
    """
    for sentence in sentences:
        if len(sentence.tokens) < 2 or "=" in sentence.text or not sentence.passage.is_prose:
            continue
        text = sentence.passage.text
        for index, token in enumerate(sentence.tokens):
            if token.figure.kind != "bare" or not token.figure.value or text[token.end : token.end + 1] not in _CLOSES:
                continue
            before = sentence.tokens[index - 1] if index else None
            if before is not None and before.figure.kind == "bare":
                continue
            money = _MONEY.search(token.lead) or (token.figure.number.places and _CHANGE.search(token.lead))
            scored = _SCORE.search(token.lead) and (_FULL.search(sentence.text) or text.endswith("分)", 0, token.lead_start))
            kind = "score" if scored else "money" if money else ""
            neighbour = next((other for other in sentence.tokens if kind and other.figure.kind == kind), None)
            if neighbour is not None:
                yield Unitless(token, neighbour.figure.suffix, neighbour)
