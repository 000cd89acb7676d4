"""What was achieved, told for another year than the report's: “（二）重点工作完成情况。2021年，我局共完成…” in a report on 2022.

Such a section tells of the report year. So one that opens with an earlier year and names no other is a left-over of the report before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.facts.headings import Heading
from lint.facts.moments import moments
from lint.facts.phrases.dated import BACK, OTHERWISE, Dated
from lint.facts.sentences import Sentence
from lint.facts.years import ReportYear
from lint.pattern import pattern

_SECTION = pattern(
    r"(?:工作|任务|履职|职责|目标|产出|绩效|指标|支出|资金|预算)(?:履行)?的?(?:完成|实现|执行|开展|使用)(?:情况|分析|成效)*$|成效$"
)
_OTHER = pattern(r"上年|往年|去年|以前|历史|沿革|背景|问题|整改|计划|打算|立项|下一步|审计|十[一二三四五]五|累计")
"""What no section on the results of the year stands under."""
_OPENS = pattern(r"(?P<year>(?:19|20)\d\d)年度?，?")
_DONE = pattern(r"完成|开展|实施|建成|建设|组织|举办|发放|使用|支出|执行|培训|新增|修[建复缮]|整治|改造|检查")


def achieved(sentences: Sequence[Sentence], above: Sequence[tuple[Heading, ...]], report: ReportYear) -> Iterator[Dated]:
    """Every section on results that opens with one to three years before the report year, and names no other year."""
    for section in _sections(sentences, above, report.value):
        opening = section[0]
        match = _OPENS.match(opening.text)
        year = int(match["year"]) if match else report.value
        if match is None or report.covers(year) or not report.value - BACK <= year < report.value or OTHERWISE.search(opening.text):
            continue
        counted = any(token.is_quantity for token in opening.tokens) and _DONE.search(opening.text)
        if counted and all(_years(sentence.text) <= {year} for sentence in section):
            yield Dated("result", year, opening.span(*match.span()))


def _sections(sentences: Sequence[Sentence], above: Sequence[tuple[Heading, ...]], report: int) -> Iterable[list[Sentence]]:
    """The sentences below every heading on results; none that stands under an earlier year, problems or plans."""
    found: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        stack = above[sentence.passage.index]
        if any(_OTHER.search(heading.title) or not _years(heading.title) <= {report} for heading in stack):
            continue
        for heading in stack:
            within = sentence.passage is heading.passage and sentence.start < heading.start + len(heading.title)
            if _SECTION.search(heading.title) and not within:
                found.setdefault(id(heading), []).append(sentence)
    return found.values()


def _years(text: str) -> set[int]:
    """The years that a text names; -1 and 1 for 上年 and 明年."""
    return {moment.until if moment.shift is None else moment.shift for moment in moments(text)} - {0}
