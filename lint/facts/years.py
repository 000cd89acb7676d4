"""The year a report is about, with the evidence for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.place import Span
from lint.say import Say

_TITLE_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_TITLE_WORDS = re.compile(r"报告|自评|评价|决算|预算|说明|公开|情况")
_DATE_LINE = re.compile(r"(?:填报|报告|评价|填表|编制)?(?:日期|时间)[：]?.{0,4}?((?:19|20)\d\d)年")
_ANNUAL = re.compile(r"((?:19|20)\d\d)年度?")
_COVER = 40
"""How many passages from the beginning may be the title page."""


@dataclass(frozen=True, slots=True)
class ReportYear:
    """`value` is the year; `evidence` says where it was read; `span` is that place, None where the user gave it."""

    value: int
    evidence: Say
    span: Span | None = None


def report_year(passages: tuple[Passage, ...], tokens: tuple[Token, ...], given: int | None = None) -> ReportYear | None:
    """The report year: what the user says, else the title, else the date on the cover (reports follow their year), else the text."""
    if given is not None:
        return ReportYear(given, Say("由 --year 指定", "given by --year"))
    for passage in passages[:_COVER]:
        match = _TITLE_YEAR.search(passage.text) if len(passage.text) <= 60 and _TITLE_WORDS.search(passage.text) else None
        if match and not passage.text.endswith("。"):
            return ReportYear(int(match[1]), Say("标题“{quote}”", "the title “{quote}”", {"quote": match[0]}), passage.span(*match.span()))
    counts = Counter(int(match[1]) for passage in passages for match in _ANNUAL.finditer(passage.text))
    for passage in passages[:_COVER]:
        if match := _DATE_LINE.search(passage.text):
            year = int(match[1]) - 1
            if counts[year] or not counts[int(match[1])]:
                values = {"quote": match[0], "year": year}
                return ReportYear(year, Say("“{quote}”，报告上一年度 {year} 年", "“{quote}”: about the year before", values), passage.span(*match.span()))
    annual = Counter(token.figure.year for token in tokens if token.figure.kind == "year" and token.figure.year)
    if not annual:
        return None
    (value, times), *others = annual.most_common()
    if others and others[0][1] * 2 > times:
        return None
    where = next(token.figure.span for token in tokens if token.figure.year == value)
    return ReportYear(int(value or 0), Say("文中出现最多的年份（{times} 次）", "the year named most often ({times} times)", {"times": times}), where)
