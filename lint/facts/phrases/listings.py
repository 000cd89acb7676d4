"""Counts and the lists of names that they announce: 设3个股室（办公室、财务股、业务股）; 内设机构3个，即甲、乙、丙."""

from __future__ import annotations

import re
from collections import Counter

from lint.facts.figures import Token
from lint.facts.phrases.closers import closed
from lint.facts.phrases.listing import Listing, joined, without_brackets
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_UNITS = frozenset({"个", "家", "项", "类", "种", "所", "处", "名", "人", "条", "件", "座"})
_MOST = 60
_OPENER = pattern(
    r"(?P<noun>[^\x00-\x7f、。，；：！？《》]{0,14}?)"
    r"(?:(?P<bracket>[\[(])|，?(?P<equal>即|分别是|分别为|分别有|具体为|具体是|依次为)：?|：)"
)
_PREFIX = pattern(r"(?:即|分别是|分别为|具体为|具体是|：|，)+")
_PARTIAL = pattern(r"(?:主要)?(?:包括|含|包含|有|如|例如|涉及)")
_ETC = pattern(r"等(?:等|[^\W\d_A-Za-z]{0,10})?$")
_REFUSED = pattern(r"[，；。：]|其中|以下简称|下同|详见|加挂|不含|除")
_LONGEST = 30


def listings(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every count that is followed or else preceded by the list of its names, in reading order."""
    return tuple(
        listing
        for sentence in sentences
        for token in sentence.tokens
        if token.figure.unit in _UNITS and token.figure.exact and not token.figure.approximate and 1 < token.figure.value <= _MOST
        for listing in _after(sentence, token) or closed(sentence, token)
    )


def _after(sentence: Sentence, token: Token) -> list[Listing]:
    """The list in brackets, or after 即, 分别是 or a colon, that follows a count."""
    text = sentence.passage.text
    opener = _OPENER.match(text, token.end)
    if opener is None:
        return []
    bracket = bool(opener["bracket"])
    end = _closing(text, opener.end() - 1) if bracket else sentence.end
    start = opener.end()
    if end < 0:
        return []
    if prefix := _PREFIX.match(text, start, end):
        start = prefix.end()
    partial = _PARTIAL.match(text, start, end)
    start = partial.end() if partial else start
    if not bracket and (comma := text.find("，", start, end)) >= 0:
        end = comma
    listing = _listing(sentence, token, start, end, opener, partial=bool(partial))
    return [listing] if listing else []


def _closing(text: str, at: int) -> int:
    """Where the bracket that opens at `at` closes; -1 where it does not."""
    depth = 0
    for index in range(at, min(len(text), at + 600)):
        depth += (text[index] in "[(") - (text[index] in "])")
        if not depth:
            return index
    return -1


def _listing(sentence: Sentence, token: Token, start: int, end: int, opener: re.Match[str], *, partial: bool) -> Listing | None:
    text = sentence.passage.text
    if any(start <= other.start < end and other.is_quantity for other in sentence.tokens):
        return None
    content = without_brackets(text[start:end])
    etc = _ETC.search(content)
    items = [item for item in (content[: etc.start()] if etc else content).split("、") if item]
    added = joined(items)
    if len(items) + added < 2 or max(map(len, items)) > _LONGEST or _REFUSED.search(content):
        return None
    ends = Counter(item[-1] for item in items)
    noun = opener["noun"]
    common = ends.most_common(1)[0][1] * 2 > len(items) or sum(times for char, times in ends.items() if char in noun) * 2 > len(items)
    equated = bool(opener["equal"]) and not added and len(items) > token.figure.value and min(map(len, items)) > 1
    few = len(items) < 3 or max(map(len, items)) < 3 or len(items) * 2 <= token.figure.value
    repeated = next((item for item, times in Counter(items).items() if times > 1 and len(item) > 2), "")
    return Listing(
        "named",
        token.figure,
        len(items),
        len(items) + added,
        sentence.passage.span(token.start, end),
        open=bool(etc) or partial,
        alike=common or equated,
        unsure=few and len(items) + added < token.figure.value and not common,
        repeated=repeated,
    )
