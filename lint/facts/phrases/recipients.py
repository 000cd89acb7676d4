"""Counts of those who were given money, against the list that gives each of them an amount: 补助甲村2万元、乙村3万元、丙村1万元."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lint.facts.figures import Token
from lint.facts.phrases.listing import Listing
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_GIVEN = pattern(r"补助|补贴|奖励|资助|扶持|支持|拨付|下达|发放")
_NEXT = pattern(r"、[^\W\d_A-Za-z]{2,}$")
_RECIPIENT = pattern(r"[^\W\d_A-Za-z]{0,4}(?:村|社区|镇|乡|街道|县|区|市|组|户|单位|企业|公司|学校|医院|合作社|家庭|农场)")
_LEAST = 3
"""Fewer recipients than this make no list."""
_UNITS = ("个", "户", "家", "所")


def recipients(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every count of recipients in a sentence with the same verb and the same money as a list of recipients adds to."""
    lists = [found for sentence in sentences for found in _gifts(sentence)]
    return tuple(
        listing for run, verb in lists for sentence in sentences if verb in sentence.text for listing in _counted(sentence, run, verb)
    )


def _counted(sentence: Sentence, run: list[Token], verb: str) -> Iterator[Listing]:
    total = sum(token.figure.value for token in run)
    if any(token.figure.kind == "money" and token.figure.value == total for token in sentence.tokens):
        text = sentence.passage.text
        at = sentence.start + sentence.text.rindex(verb)
        for token in sentence.tokens:
            if token.start >= at and token.figure.unit in _UNITS and not token.figure.approximate:
                if token.figure.unit == "户" or _RECIPIENT.match(text, token.end):
                    yield Listing("recipients", token.figure, len(run), len(run), sentence.passage.span(at, token.end))
                return


def _gifts(sentence: Sentence) -> Iterator[tuple[list[Token], str]]:
    """Runs of three or more amounts, each behind the name of who gets it, joined by 、."""
    text = sentence.passage.text
    money = [token for token in sentence.tokens if token.figure.kind == "money"]
    if len(money) < _LEAST:
        return
    runs = [money[:1]]
    for token, following in pairwise(money):
        if following.figure.suffix == token.figure.suffix and _NEXT.match(text, token.end, following.start):
            runs[-1].append(following)
        else:
            runs.append([following])
    for run in runs:
        if len(run) >= _LEAST and (verb := _GIVEN.search(run[0].lead)):
            yield run, verb[0]
