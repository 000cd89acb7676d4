"""What there is at a date: 截至2021年12月底，全县共有低保对象16428人, in a report on 2022.

The end of the year before is also the start of the year reported on, and a description of what a project found
there is in order. So such a date counts only behind results of the report year in its own paragraph, if the document
names that date nowhere else and gives no other number for the same thing. What the unit itself owns is none of this: see `lint.facts.phrases.dated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.facts.phrases.dated import OTHERWISE, OWN, Dated
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_STOCK = pattern(
    r"截[至止](?P<date>(?P<year>(?:19|20)\d\d)年度?(?:底|末|年底|年末|12月31日|12月[底末]?))止?，?[^\W\d_A-Za-z]{0,12}?"
    r"(?:共有|现有|实有|拥有|在册|建有|设有)(?P<what>[^\x00-'*-\x7f。，；：！？《》]{2,16}?)(?=\d)"
)
_RESULTS = pattern(r"全年|本年|当年|年内")
_NOUN = 4
"""How many of the last characters of a name are taken to be its noun."""


def stocks(sentences: tuple[Sentence, ...], report: int) -> Iterator[Dated]:
    """Every number of what there was at the end of the report year, or, by mistake, of the year before."""
    for index, sentence in enumerate(sentences):
        if "截" not in sentence.text or not (match := _STOCK.search(sentence.text)) or OWN.search(sentence.text):
            continue
        token = next((token for token in sentence.tokens if token.start - sentence.start == match.end()), None)
        if token is None or token.figure.kind != "count":
            continue
        year = int(match["year"])
        if year == report or (year == report - 1 and _stale(sentences, index, match, report)):
            yield Dated("state", year, sentence.span(match.start(), token.end - sentence.start), token.figure)


def _stale(sentences: tuple[Sentence, ...], index: int, match: re.Match[str], report: int) -> bool:
    """Whether results of the report year stand before it, and nothing elsewhere makes the date or the number one to compare with."""
    sentence = sentences[index]
    before = [other for other in sentences[:index] if other.passage is sentence.passage]
    results = any(other.tokens and (f"{report}年" in other.text or _RESULTS.search(other.text)) for other in before)
    if not results or OTHERWISE.search(sentence.text) or f"{report}年" in sentence.text:
        return False
    dates = tuple(f"{match['year']}年{mark}" for mark in ("底", "末", "年底", "年末", "12月", "度末"))
    noun = match["what"][-_NOUN:]
    rest = [other for other in sentences if other is not sentence]
    counted = any(noun in other.text and any(token.figure.kind == "count" for token in other.tokens) for other in rest)
    return not counted and not any(date in other.text for other in rest for date in dates)
