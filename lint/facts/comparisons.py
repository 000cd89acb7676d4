"""Comparisons that a report asserts between two printed figures, and thresholds that it says were met.

Three forms: both figures around the sign or word (实际3.2万元≤预算10万元, 实际3.2万元，未超过预算数10万元); a word about
two figures named just before (年初预算为80万元，支出决算为72万元。决算数小于预算数); and a threshold with the score it earned
(执行率≥95%，得5分), tested on the value printed before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lint.check import Operator
from lint.facts import names
from lint.facts.equations import Equation
from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure

Strength = Literal["than", "loose"]
"""*than*: the word can only mean an order · *loose*: it may also mean a difference (低于预算2万元), or tolerates one (基本持平)."""

_WORDS: dict[str, tuple[Operator, Strength]] = {
    "≤": ("≤", "than"), "≥": ("≥", "than"), "<": ("<", "than"), ">": (">", "than"), "=": ("=", "than"),
    "小于等于": ("≤", "than"), "大于等于": ("≥", "than"), "小于": ("<", "than"), "大于": (">", "than"), "等于": ("=", "than"),
    "不超过": ("≤", "than"), "未超过": ("≤", "than"), "没有超过": ("≤", "than"), "未超": ("≤", "than"), "不高于": ("≤", "than"),
    "不大于": ("≤", "than"), "不多于": ("≤", "than"), "不低于": ("≥", "than"), "不小于": ("≥", "than"), "不少于": ("≥", "than"),
    "未低于": ("≥", "than"), "低于": ("<", "loose"), "少于": ("<", "loose"), "高于": (">", "than"), "多于": (">", "than"),
    "超过": (">", "than"), "超出": (">", "loose"),
}  # fmt: skip
_SIGN = "|".join(sorted(_WORDS, key=len, reverse=True))
_BETWEEN = re.compile(rf"，?(?:均|也|远|略|已|仍|并)?(?P<word>{_SIGN})(?P<name>[一-鿿“”（）()]{{0,24}})$")
_HYPOTHESIS = re.compile(r"计\d|得\d|扣|不得分|每|如|若|应|须|不得|标准|要求|目标|力争|确保|限额|原则|规定|以上的|含\)")
_DIRECTION = re.compile(
    r"(?P<actual>(?:支出)?决算(?:数)?)(?:(?P<word>小于|大于|低于|高于|等于|少于|多于)|(?:与|和)(?P<with>(?:年初|全年)?预算(?:数)?)(?P<level>基本持平|持平|一致|相等|相同))"
    r"(?(word)(?:年初|全年|调整)?预算(?:数)?(?!\d))"
    r"|(?:年初|全年)?预算(?:数)?(?P<reverse>小于|大于|低于|高于)(?:支出)?决算(?:数)?(?!\d)"
)
_REVERSED: dict[Operator, Operator] = {"<": ">", ">": "<", "=": "=", "≤": "≥", "≥": "≤"}
_EARNED = re.compile(
    rf"(?P<name>[一-鿿“”]{{0,16}}?)(?P<word>{_SIGN}|达到)(?P<limit>\d[\d.]*%?)，?(?:因此|故|所以)?(?:本项|该项|本指标|该指标|此项)?(?:指标)?(?:自评)?(?:得分为|得分|得)(?P<score>\d+(?:\.\d+)?)分"
)
_CRITERIA = re.compile(r"计\d|每[超减增降低高少多]|扣完|\(含\)|以上的|不得分|否则|得0分")


@dataclass(frozen=True, eq=False)
class Comparison:
    """`left` is said to stand in the order `operator` to `right`. `word` is what the text says."""

    left: Figure
    operator: Operator
    right: Figure
    word: str
    strength: Strength = "than"

    @property
    def limit(self) -> Figure:
        """The right figure without the bound that the word before it put on it (≤10 is 10)."""
        return replace(self.right, number=replace(self.right.number, bound="exact"))


@dataclass(frozen=True, eq=False)
class Unplaced:
    """A word of comparison whose two figures are not printed where they are looked for."""

    sentence: Sentence
    start: int
    end: int


def comparisons(sentences: tuple[Sentence, ...]) -> tuple[Comparison, ...]:
    """Every comparison of two printed figures, in reading order."""
    found: list[Comparison] = []
    for index, sentence in enumerate(sentences):
        found.extend(_beside(sentence))
        if "决算" in sentence.text and "预算" in sentence.text:
            found.extend(_direction(sentences, index))
    return tuple(found)


def _beside(sentence: Sentence) -> Iterator[Comparison]:
    """3.2万元≤预算数10万元: neighbours of one kind with nothing but the word and a name between them."""
    quantities = [token for token in sentence.tokens if token.is_quantity]
    text = sentence.passage.text
    for left, right in zip(quantities, quantities[1:], strict=False):
        if left.figure.kind != right.figure.kind or left.figure.unit != right.figure.unit or right.start - left.end > 40:
            continue
        match = _BETWEEN.match(text, left.end, right.start)
        if match is None or names.side(match["name"]) == "" != match["name"] and "=" not in match["word"]:
            continue
        operator, strength = _WORDS[match["word"]]
        if match["word"] in "=≈" or not match["name"] and match["word"] not in "≤≥<>":
            continue
        if not _HYPOTHESIS.search(sentence.text):
            yield Comparison(left.figure, operator, right.figure, match["word"], strength)
