"""Which year a figure of running text is about, where tables by year are to be compared with it."""

from __future__ import annotations

from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_YEAR = pattern(r"((?:19|20)\d\d)年")
_PRIOR = pattern(r"上年|去年|上一年|同期|以前年度")
_COMPARED = pattern(r"(?:比|较|与|同|和)(?:(?:19|20)\d\d年|上年|去年|上一年)[^，。；]*")
"""A comparison with another year: the figures after it are not about that year."""
_SENTENCE = pattern(r"[。！？]")


def said_year(mention: Mention, year: int | None) -> tuple[int | None, bool]:
    """The year that a figure is about, and whether the text leaves no doubt of it; `year` is the report year."""
    if mention.year is not None:
        return mention.year, True
    text = mention.passage.text[: mention.start]
    sentence = _COMPARED.sub("", text[max((match.end() for match in _SENTENCE.finditer(text)), default=0) :])
    years = _YEAR.findall(sentence)
    if _PRIOR.search(sentence):
        return (int(years[-1]) if years else None), False
    if years:
        return int(years[-1]), len(set(years)) == 1
    return year, year is not None
