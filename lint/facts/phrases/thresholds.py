"""Thresholds that a report says were met, with the score they earned: 结转结余率≤10%，得5分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.facts.phrases.comparisons import SIGNS, WORDS
from lint.facts.phrases.equations import Equation
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern
from lint.relation import Operator

_EARNED = pattern(
    rf"(?P<name>[^\x00-\x7f、。，；：！？《》]{{0,16}}?)(?P<word>{SIGNS})(?P<limit>\d[\d.]*%?)，?(?:因此|故|所以)?(?:本项|该项|本指标|该指标|此项)?(?:指标)?"
    r"(?:自评)?(?:得分为|得分|得)(?P<score>\d+(?:\.\d+)?)分"
)
_CRITERIA = pattern(r"计\d|每[超减增降低高少多]|扣完|\(含\)|以上的|不得分|否则|得0分")


@dataclass(frozen=True, eq=False)
class Threshold:
    """`value` is said to satisfy `operator` `limit`; None where no value of that name is printed before it."""

    value: Figure | None
    operator: Operator
    limit: Figure
    score: Figure
    name: str


def thresholds(sentences: tuple[Sentence, ...], equations: tuple[Equation, ...]) -> tuple[Threshold, ...]:
    """Every threshold that the text says was met; scoring criteria (计5分；每超过…扣…) are none."""
    return tuple(threshold for sentence in sentences if "得" in sentence.text for threshold in _met(sentence, equations))


def _met(sentence: Sentence, equations: tuple[Equation, ...]) -> Iterator[Threshold]:
    text = sentence.text
    for match in _EARNED.finditer(text):
        before = text[: match.start()]
        if match["word"] in "=等于" or _CRITERIA.search(text) or (not match["name"] and before[-1:].isdigit()) or before.endswith("%"):
            continue
        limit = next(iter(sentence.between(match.start("limit"), match.end("limit"))), None)
        score = next((token for token in sentence.tokens if token.start - sentence.start == match.start("score")), None)
        if limit and score:
            value = _value(sentence, match, equations)
            yield Threshold(value, WORDS[match["word"]], limit.figure, score.figure, match["name"])


def _value(sentence: Sentence, match: re.Match[str], equations: tuple[Equation, ...]) -> Figure | None:
    """The figure of that name: the result of the equation printed before, else the figure named so in the sentence."""
    name = match["name"].removeprefix("因").removeprefix("故")
    at = sentence.span(match.start(), match.end()).start
    for equation in reversed(equations):
        here = equation.at.passage is sentence.passage and equation.claimed.span.end <= at
        if here and (not name or equation.name.endswith(name) or (equation.name and name.endswith(equation.name))):
            return replace(equation.claimed, kind="percent", unit="%") if equation.percent_missing else equation.claimed
    for token in reversed(sentence.between(0, match.start())):
        if token.is_quantity and (not name or token.figure.name.endswith(name)):
            return token.figure
    return None
