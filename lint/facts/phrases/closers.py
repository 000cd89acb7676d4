"""Counts that close a list of names: 甲村、乙村等2个村; 内设办公室、财务股、业务股3个股室."""

from __future__ import annotations

from fractions import Fraction

from lint.facts.figures import Token
from lint.facts.phrases.listing import Listing, joined, without_brackets
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_BEFORE = 160
"""How far before its count a list may begin."""
_BACK = pattern(r"[^\x00-'*-@\[-`{-\x7f、。，；：！？《》]+(?:、[^\x00-'*-@\[-`{-\x7f、。，；：！？《》]+)+$")
_KIND = pattern(
    r"[^\W\d_A-Za-z]{0,4}?(?P<head>乡镇|县区|县市|村|社区|镇|乡|县|区|市|街道|单位|部门|机构|科室|股室|处室|学校|医院|企业|公司|商超|超市|中心)"
    r"(?!民|直|级|组|干|委|集|庄|内|属|辖|域|长|管|职|党|工|片|屯|小|中|卫|办|站|所)"
)
_ESTABLISHED = pattern(r"(?:内设|下设|设有|设立|设置|下辖|所属|下属)[^、]*$")
_FEW = 3
"""Fewer names than this are too few to tell what they are."""
_NEARLY = Fraction(3, 4)
"""The share of the announced names from which on a list that 内设 opens is meant to be complete, 等 or not."""


def closed(sentence: Sentence, token: Token) -> list[Listing]:
    """The list that a count closes.

    Without 等 the count is of what is listed; with it, names may be left out, unless the list is the one of what an office
    is made of (内设…等8个股室) and names most of it. Only names that end like what is counted (股, 室 of 股室) are
    surely counted; words before the first of them may be no part of the list.
    """
    text = sentence.passage.text
    first = max((other.end for other in sentence.tokens if other.end <= token.start), default=sentence.start)
    first = max(first, token.start - _BEFORE)
    before = text[first : token.start].rstrip().removesuffix("计").removesuffix("共")
    etc = before.endswith("等")
    match = _BACK.search(before.removesuffix("等")) if "、" in before else None
    if match is None or first + match.start() == first > sentence.start:
        return []
    kind = _KIND.match(text, token.end)
    if not etc and not kind and token.figure.unit not in ("家", "所"):
        return []
    items = without_brackets(match[0]).split("、")
    added = joined(items)
    own = _own(items, kind["head"] if kind else "")
    alike = own == len(items) >= _FEW
    full = bool(_ESTABLISHED.search(items[0])) and own >= token.figure.value * _NEARLY
    complete = alike and not added and (full or not etc)
    span = sentence.passage.span(first + match.start(), token.end)
    return [Listing("closing", token.figure, own or len(items), len(items) + added, span, open=not complete, alike=alike)]


def _own(items: list[str], head: str) -> int:
    """How many of the last items end in a character of what is counted, without a gap."""
    count = 0
    while count < len(items) and items[-1 - count][-1:] and items[-1 - count][-1] in head:
        count += 1
    return count
