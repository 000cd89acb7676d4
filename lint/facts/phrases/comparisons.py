"""Comparisons that a report asserts between two printed figures.

Three forms: both figures around the sign or word (实际3.2万元≤预算10万元; 实际3.2万元，未超过预算数10万元; 决算数3万元与
预算数3万元持平), and a word about two figures named just before (年初预算为80万元，支出决算为72万元。决算数小于预算数),
and such a word behind a rate of completion alone, which then stands against 100% (完成年初预算的85%，决算数小于预算数).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from lint.expression import Expression, constant, leaf
from lint.facts.figures import Token
from lint.facts.names import key
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span
from lint.relation import Operator

WORDS: dict[str, Operator] = {
    "≤": "≤", "≥": "≥", "<": "<", ">": ">", "小于等于": "≤", "大于等于": "≥", "小于": "<", "大于": ">", "等于": "=",
    "不超过": "≤", "未超过": "≤", "没有超过": "≤", "未超": "≤", "不高于": "≤", "未高于": "≤", "不大于": "≤", "不多于": "≤",
    "不低于": "≥", "不小于": "≥", "不少于": "≥", "未低于": "≥", "低于": "<", "少于": "<", "高于": ">", "多于": ">", "超过": ">",
}  # fmt: skip
SIGNS = "|".join(sorted(WORDS, key=len, reverse=True))
_LEVEL = frozenset("≤≥<>")
_BETWEEN = pattern(rf"，?(?:均|也|远|略|已|仍|并|但|且)?(?P<word>{SIGNS})(?P<name>[^\x00-'*-\x7f、。，；：！？《》]{{0,24}})$")
_MAY_BE_DIFFERENCE = frozenset({"低于", "少于", "高于", "多于", "超过"})
_NAMES_LEVEL = pattern(r"(?:数|额|值|标准|的|为|线|\))$")
_CHAINED = pattern(r"[^，。；\d]{0,4}[≥≤<>]")
_LEVELLING = pattern(r"，?(?:与|和)[^\x00-'*-\x7f、。，；：！？《》]{1,24}$")
_EQUAL_AFTER = pattern(r"(?P<about>基本|大致|大体)?(?:持平|相等|相同|一致)")
_SUPPOSED = pattern(r"计\d|扣|不得分|每[超减增降低高少多]|如果|若|不得|须|应当|(?<![相供对反适])应(?![付收用急对])|要求|力争|含\)")
_BUDGET = r"(?:年初|全年|调整后?|当年)?预算(?:数)?"
_DIRECTION = pattern(
    rf"决算(?:数)?(?:(?P<word>小于|大于|低于|高于|等于|少于|多于){_BUDGET}(?!\d)|(?:与|和|同){_BUDGET}(?P<about>基本|大致|大体)?(?P<level>持平|一致|相等|相同))"
    rf"|{_BUDGET}(?P<reverse>小于|大于|低于|高于)(?:支出)?决算(?:数)?(?!\d)"
)
_REVERSED: dict[Operator, Operator] = {"<": ">", ">": "<"}
_PLANNED = pattern(r"预算(?:数|安排|编制|批复|资金|金额|支出|收入)*(?:为|是|共|共计|合计)?$")
_DONE = pattern(r"完成(?:了)?(?:年初|全年|调整后?|当年)?预算(?:数|安排)?的?$")
_BESIDE = 8
"""Characters that may stand between a rate of completion and the word about it."""
_CAME_OUT = pattern(r"决算(?:数|金额|支出|收入)*(?:为|是|共|共计|合计)?$")


@dataclass(frozen=True, eq=False)
class Comparison:
    """`left` is said to stand in the order `operator` to `right`, to 100% where that is None; `word` is what the text says.

    `loose` marks words that may also mean a difference (低于预算数2万元) or that tolerate one (基本持平).
    """

    left: Figure
    operator: Operator
    right: Figure | None
    word: str
    loose: bool = False

    @property
    def limit(self) -> Expression:
        """The right figure without the bound that the word before it put on it: ≤10 is 10."""
        return constant(1, percent=True) if self.right is None else leaf(unbound(self.right))


@dataclass(frozen=True, slots=True)
class Dangling:
    """A word of comparison for which no two figures are printed before it."""

    span: Span


def unbound(figure: Figure) -> Figure:
    """The figure as a plain limit, without the bound that ≤ or 不超过 put on it."""
    return replace(figure, number=replace(figure.number, bound="exact"))


def comparisons(sentences: tuple[Sentence, ...]) -> tuple[Comparison | Dangling, ...]:
    """Every comparison of two printed figures, in reading order."""
    found: list[Comparison | Dangling] = []
    for index, sentence in enumerate(sentences):
        found.extend(_beside(sentence))
        if "决算" in (text := sentence.text) and "预算" in text:
            before = sentences[index - 1] if index and sentences[index - 1].passage is sentence.passage else None
            found.extend(_direction(sentence, before))
    return tuple(found)


def _beside(sentence: Sentence) -> Iterator[Comparison]:
    """Neighbouring figures of one unit with the word and at most a name between them."""
    text = sentence.passage.text
    quantities = [token for token in sentence.tokens if token.is_quantity]
    for left, right in pairwise(quantities):
        if right.start - left.end > 40 or (left.figure.kind, left.figure.unit) != (right.figure.kind, right.figure.unit):
            continue
        match = _BETWEEN.match(text, left.end, right.start)
        if match and match["word"] in _LEVEL and _CHAINED.match(text, right.end):
            continue  # 8≥15厘米≥15厘米: a score, a target and a result whose cells ran together
        if match and not _SUPPOSED.search(sentence.text):
            word, name = match["word"], match["name"]
            if (word in _MAY_BE_DIFFERENCE and not _NAMES_LEVEL.search(name)) or (not name and word not in _LEVEL):
                continue
            loose = word in ("低于", "少于") or (word in _MAY_BE_DIFFERENCE and left.figure.kind == "percent")
            yield Comparison(left.figure, WORDS[word], right.figure, word, loose)
        elif _LEVELLING.match(text, left.end, right.start) and (level := _EQUAL_AFTER.match(text, right.end)):
            yield Comparison(left.figure, "=", right.figure, level[0], bool(level["about"]))


def _direction(sentence: Sentence, before: Sentence | None) -> Iterator[Comparison | Dangling]:
    """决算数小于预算数, said of the 预算 and 决算 figures printed last before it."""
    for match in _DIRECTION.finditer(sentence.text):
        tokens = [*(before.tokens if before else ()), *sentence.between(0, match.start())]
        pair = _last_pair([token for token in tokens if token.figure.kind == "money"], _subject(sentence.text, match.start()))
        if pair is None:
            yield _against_rate(sentence, match) or Dangling(sentence.span(*match.span()))
            continue
        actual, planned = pair
        if match["reverse"]:
            yield Comparison(actual, _REVERSED[WORDS[match["reverse"]]], planned, match[0])
        elif match["word"]:
            yield Comparison(actual, WORDS[match["word"]], planned, match[0])
        else:
            yield Comparison(actual, "=", planned, match[0], bool(match["about"]))


def _against_rate(sentence: Sentence, match: re.Match[str]) -> Comparison | None:
    """The word against the rate of completion right before it; one that rounds to 100% leaves more and less open."""
    before = sentence.between(0, match.start())
    rate = before[-1] if before and before[-1].figure.kind == "percent" else None
    done = _DONE.search(rate.lead) if rate is not None else None
    if (
        rate is None
        or done is None
        or sentence.start + match.start() - rate.end > _BESIDE
        or _qualifier(match[0]) not in ("", _qualifier(done[0]))
    ):
        return None
    operator = _REVERSED[WORDS[match["reverse"]]] if match["reverse"] else WORDS[match["word"]] if match["word"] else "="
    open_end = operator != "=" and Fraction(1) in rate.figure.printed
    return Comparison(rate.figure, operator, None, match[0], bool(match["about"]) or open_end)


def _qualifier(words: str) -> str:
    return next((word for word in ("年初", "调整", "全年") if word in words), "")


def _subject(text: str, end: int) -> str:
    """What the word is said of, as a key; empty where it follows the figures directly."""
    start = max(text.rfind(mark, 0, end) for mark in "，：、)") + 1
    return key(text[start:end])


def _last_pair(money: list[Token], subject: str) -> tuple[Figure, Figure] | None:
    """The last two amounts as (决算, 预算), where their words say that one is each and name the subject."""
    if len(money) < 2:
        return None
    first, second = money[-2:]
    if subject not in key(first.lead) + key(second.lead):
        return None
    if _PLANNED.search(first.lead) and _CAME_OUT.search(second.lead):
        return second.figure, first.figure
    if _CAME_OUT.search(first.lead) and _PLANNED.search(second.lead):
        return first.figure, second.figure
    return None
