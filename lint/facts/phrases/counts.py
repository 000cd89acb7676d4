"""Counts that bind each other: groups or batches and the persons in them, and the money spent on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_GROUP = pattern(r"(?:团组|批次)(?:数|数量)?(?:共|共计|为|累计)?$")
_PERSON = pattern(r"(?:人次|人数)(?:数)?(?:共|共计|为|累计)?$")
_BATCH_UNITS = frozenset({"批次", "批", "团组"})
_PERSON_UNITS = frozenset({"人次", "人"})
_COUNTED = pattern(r"团组|批|购置")
_NEAR = 40
_SPENT = pattern(r"(?:出国|接待|购置)[^\x00-'*-\x7f、。，；：！？《》]{0,6}费?用?(?:支出)?(?:决算)?(?:为|是|共|共计)?$")
_PURCHASED = pattern(r"购置[^\W\d_A-Za-z]{0,6}$")


@dataclass(frozen=True, eq=False)
class Visit:
    """`groups` (groups or batches) with the `persons` in them; `spent` is the money for them, where the sentence gives it.

    For vehicles bought `persons` is None.
    """

    groups: Figure
    persons: Figure | None
    spent: Figure | None


def visits(sentences: tuple[Sentence, ...]) -> tuple[Visit, ...]:
    """Every count of groups, batches or vehicles bought that can be held against persons or money of its own sentence."""
    return tuple(visit for sentence in sentences if len(sentence.tokens) > 1 for visit in _visits(sentence))


def _visits(sentence: Sentence) -> Iterator[Visit]:
    if not _COUNTED.search(sentence.text):
        return
    quantities = [token for token in sentence.tokens if token.is_quantity]
    depths = [_depth(sentence, token) for token in quantities]
    text = sentence.passage.text
    for index, token in enumerate(quantities):
        if token.figure.kind != "count" or token.figure.approximate:
            continue
        named = token.figure.unit in ("个", "次") and (_GROUP.search(token.lead) or text.startswith("团组", token.end))
        if token.figure.unit in _BATCH_UNITS or named:
            level = (other for other, depth in zip(quantities[index + 1 :], depths[index + 1 :], strict=True) if depth == depths[index])
            after = next(level, None)
            near = after and (after.figure.unit in _PERSON_UNITS or _PERSON.search(after.lead)) and after.start - token.end <= _NEAR
            persons = after.figure if after and near else None
            spent = None if depths[index] else _spent(quantities[:index], token, "接待" if "接待" in sentence.text else "出国")
            if persons or spent:
                yield Visit(token.figure, persons, spent)
        elif token.figure.unit == "辆" and _PURCHASED.search(token.lead) and (spent := _spent(quantities[:index], token, "购置")):
            yield Visit(token.figure, None, spent)


def _depth(sentence: Sentence, token: Token) -> int:
    """How many brackets of its sentence a token stands in: 15批次（其中外事0批次），105人次 pairs what stands at one depth."""
    before = sentence.passage.text[sentence.start : token.start]
    return before.count("(") - before.count(")")


def _spent(before: list[Token], counted: Token, word: str) -> Figure | None:
    """The money printed last before, where its words say that it was spent on this; of a part (其中外事接待0批次) it says nothing."""
    money = next((token for token in reversed(before) if token.figure.kind == "money"), None)
    if money is None or "预算" in money.lead or "其中" in counted.passage.text[money.end : counted.start]:
        return None
    match = _SPENT.search(money.lead)
    return money.figure if match and word in match[0] else None
