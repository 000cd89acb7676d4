"""The year a report is about, with the evidence for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span
from lint.say import Say

_TITLE_YEAR = pattern(r"((?:19|20)\d\d)年度?(?!\d|[-~—至])")
_TITLE_WORDS = pattern(r"报告|自评|评价|决算|预算|说明|公开|情况")
_TITLE_BREAK = pattern(r"[，；。《]")
_TITLE_ENDS = ("报告", "自评表", "说明", "公开", "报告书", "评价表")
_AMOUNT = pattern(r"\d\.\d|\d[万亿元%人]")
_ONLY_YEAR = pattern(r"\(((?:19|20)\d\d)年度?\)$")
_DATE_LINE = pattern(r"(?:填报|报告|评价|填表|编制)?(?:日期|时间)[：]?.{0,4}?((?:19|20)\d\d)年")
_ANNUAL = pattern(r"((?:19|20)\d\d)年度?")
COMPARED = ("比", "较", "与", "同", "于")
"""Characters before a year that make it the base of a comparison."""
_COVER = 40
"""How many passages from the beginning may be the title page."""
_TITLE_LENGTH = 60
_FIRM = 3
"""Votes that the text alone must give for a year to count as well evidenced."""


@dataclass(frozen=True, slots=True)
class ReportYear:
    """`value` is the year; `evidence` says where it was read; `span` is that place, None where the user gave it.

    `firm` is False where only one or two mentions in the text speak for the year. `title` is the title that says it,
    empty where none does.
    """

    value: int
    evidence: Say
    span: Span | None = None
    firm: bool = True
    title: str = ""


def report_year(passages: tuple[Passage, ...], tokens: tuple[Token, ...], given: int | None = None) -> ReportYear | None:
    """The report year: what the user says, else the title, else the date on the cover (reports follow their year), else the text."""
    if given is not None:
        return ReportYear(given, Say("由 --year 指定", "given by --year"))
    return _titled(passages) or _dated(passages) or _voted(tokens)


def _titled(passages: tuple[Passage, ...]) -> ReportYear | None:
    for index, passage in enumerate(passages[:_COVER]):
        if match := _title(passage.text):
            told = Say("标题“{quote}”", "the title “{quote}”", {"quote": match[0]})
            above = passages[index - 1].text if index and _ONLY_YEAR.match(passage.text) else ""
            return ReportYear(int(match[1]), told, passage.span(*match.span()), title=(above + passage.text)[:_TITLE_LENGTH])
    return None


def _title(text: str) -> re.Match[str] | None:
    """The year of a line that is a title, or of a title that its paragraph begins with."""
    if match := _ONLY_YEAR.match(text):
        return match
    cut = _TITLE_BREAK.search(text)
    title = text[: cut.start()] if cut else text
    if len(title) > _TITLE_LENGTH or not _TITLE_WORDS.search(title) or (cut and not title.endswith(_TITLE_ENDS)):
        return None
    match = _TITLE_YEAR.search(title)
    if match is None or title[: match.start()].endswith(COMPARED) or _AMOUNT.search(title, match.end()):
        return None
    return match


def _dated(passages: tuple[Passage, ...]) -> ReportYear | None:
    counts = Counter(int(match[1]) for passage in passages for match in _ANNUAL.finditer(passage.text))
    for passage in passages[:_COVER]:
        if match := _DATE_LINE.search(passage.text):
            year = int(match[1]) - 1
            if counts[year] or not counts[int(match[1])]:
                told = Say("按“{quote}”推定，报告的是上一年度", "inferred from “{quote}”: about the year before", {"quote": match[0]})
                return ReportYear(year, told, passage.span(*match.span()))
    return None


def _voted(tokens: tuple[Token, ...]) -> ReportYear | None:
    """The year that the text names most often. The base of a comparison speaks for the year after it, a budget as base for none."""
    votes: Counter[int] = Counter()
    for token in tokens:
        if token.figure.kind == "year" and token.figure.year:
            text = token.passage.text
            compared = text.endswith(COMPARED, 0, token.start)
            if not (compared and text.startswith("预算", token.end)):
                votes[token.figure.year + compared] += 1
    if not votes:
        return None
    top, most = max(votes.items(), key=lambda item: (item[1], item[0]))
    value = top + 1 if votes[top + 1] * 5 >= most * 4 else top
    if any(times * 2 > votes[value] for year, times in votes.items() if year not in (value, value - 1)):
        return None
    where = next((token.figure.span for token in tokens if token.figure.year == value), None)
    evidence = Say("文中出现最多的年份（{times} 次）", "the year named most often ({times} times)", {"times": votes[value]})
    return ReportYear(value, evidence, where, votes[value] >= _FIRM)
