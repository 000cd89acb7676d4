"""What was achieved, told for another year than the report's: “（二）重点工作完成情况。2021年，我局共完成…” in a report on 2022.

Such a section tells of the report year. So one that opens with an earlier year and names no other is a left-over of the report before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.headings import Heading
from lint.facts.moments import moments
from lint.facts.phrases.dated import BACK, OTHERWISE, Dated
from lint.facts.sentences import Sentence
from lint.facts.years import ReportYear
from lint.pattern import pattern

_SECTION = pattern(
    r"(?:工作|任务|履职|职责|目标|产出|绩效|指标|支出|使用|执行)(?:履行|履职)?(?:的?完成|实现|执行|开展|成效|使用)(?:情况|分析|成效)?$|成效$"
)
_OTHER = pattern(r"上年|往年|去年|以前|历史|沿革|背景|依据|概况|基本情况|问题|整改|计划|安排|打算|立项|下一步|审计|十[二三四五]五|累计")
_OPENS = pattern(r"(?P<year>(?:19|20)\d\d)年度?，?")
_DONE = pattern(r"完成|开展|实施|建成|建设|组织|举办|发放|使用|支出|执行|培训|新增|修[建复缮]|整治|改造|检查")


def achieved(sentences: Sequence[Sentence], above: Sequence[tuple[Heading, ...]], report: ReportYear) -> Iterator[Dated]:
    """Every section on results that opens with one to three years before the report year, and names no other year."""
    for heading, section in _sections(sentences, above):
        first = section[0]
        start = heading.start + len(heading.title) if first.passage is heading.passage else 0
        opening = next((sentence for sentence in section if sentence.passage is not heading.passage or sentence.start >= start), None)
        match = _OPENS.match(opening.text) if opening else None
        if opening is None or match is None or not any(token.is_quantity for token in opening.tokens) or not _DONE.search(opening.text):
            continue
        year = int(match["year"])
        if not report.value - BACK <= year < report.value or report.covers(year):
            continue
        text = "。".join(sentence.text for sentence in section)
        years = {moment.until for moment in moments(text) if moment.shift is None} | {
            moment.shift for moment in moments(text) if moment.shift
        }
        if years == {year} and not OTHERWISE.search(opening.text):
            yield Dated("result", year, opening.span(*match.span()))


def _sections(sentences: Sequence[Sentence], above: Sequence[tuple[Heading, ...]]) -> Iterator[tuple[Heading, list[Sentence]]]:
    """The headings on results that name no year, and neither do those above them, with the sentences below them."""
    found: dict[int, tuple[Heading, list[Sentence]]] = {}
    for sentence in sentences:
        stack = above[sentence.passage.index]
        if any(_OTHER.search(heading.title) or any(moments(heading.title)) for heading in stack):
            continue
        for heading in stack:
            if _SECTION.search(heading.title):
                found.setdefault(id(heading), (heading, []))[1].append(sentence)
    yield from found.values()
