"""The years that a figure is about, and what says so: its own words, its sentence, its paragraph, the headings above it, the report.

The cells of tables are dated by their columns and captions: `lint.facts.tables.dating`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.facts.figures import Token
from lint.facts.headings import Heading
from lint.facts.moments import Moment, moments
from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span

Source = Literal["words", "sentence", "paragraph", "heading", "column", "caption", "document"]
_STOP = pattern(r"[。！？]")
_CHANGED = pattern(r"增|减|升|降|多|少|超|高|低|相比|持平|变动|差")
"""Words behind the year of a comparison that make a figure the change and not what it is compared with."""
_BEHIND = pattern(r"\((?=(?:19|20)\d\d年)")
_VAGUE = pattern(r"同期|以前年度|往年|历年")
_OPENING = pattern(r"(?:^|[。；！？])[^，。；\d比较与同和跟]{0,8}$")
"""What may stand before a year that opens a sentence."""


@dataclass(frozen=True, slots=True)
class Period:
    """The years `since` to `year`, the same one for most figures; `told` are the words that say it, `span` their place, None without one.

    `sure` is False where the sentence names several years or speaks of an earlier one (上年).
    """

    year: int
    since: int
    source: Source
    told: str = ""
    span: Span | None = None
    sure: bool = True

    @classmethod
    def of_report(cls, year: int, *, sure: bool = True) -> Period:
        """That of the report, for what names none."""
        return cls(year, year, "document", sure=sure)


@dataclass(frozen=True)
class Periods:
    """What dates the figures of running text: `above` are the headings above every passage, `report` is the report year."""

    above: Sequence[tuple[Heading, ...]]
    report: int | None

    def of(self, token: Token) -> Period | None:
        """The years that a figure is about; None where nothing says them."""
        found = said(token, self.report)
        return found if found and found.source != "document" else self.opened(token) or self.headed(token.passage) or found

    def opened(self, token: Token) -> Period | None:
        """The year that opens its sentence or an earlier one of its paragraph: “2023年预算较2022年增加…” speaks of 2023."""
        text = token.passage.text
        opening = [moment for moment in _absolute(token.passage, 0, token.start) if _OPENING.search(text[: moment.start])]
        return _read(token.passage, opening[-1], "paragraph") if opening else None

    def headed(self, passage: Passage) -> Period | None:
        """The year of the nearest heading above it that names one and no other."""
        for heading in reversed(self.above[passage.index]):
            found = list(_absolute(heading.passage, heading.start, heading.start + len(heading.title)))
            if found:
                return _read(heading.passage, found[-1], "heading") if len({moment.until for moment in found}) == 1 else None
        return None


def said(token: Token, report: int | None) -> Period | None:
    """The years that a figure's own words or its sentence say, else those of the report."""
    passage, text = token.passage, token.passage.text
    start = max((match.end() for match in _STOP.finditer(text, 0, token.start)), default=0)
    before = [moment for moment in moments(text, start, token.start) if not moment.event]
    behind = next(_absolute(passage, token.end, token.end + 12), None) if _BEHIND.match(text, token.end) else None
    own = behind or next((moment for moment in reversed(before) if moment.start >= token.lead_start), None)
    if own is not None and not (own.compared and _CHANGED.search(text[own.end : token.start])):
        return _resolved(passage, own, before, report)
    named = [moment for moment in before if not moment.compared and moment.shift is None]
    vague = any(moment.shift and not moment.compared for moment in before) or bool(_VAGUE.search(text[start : token.start]))
    if named:
        return _read(passage, named[-1], "sentence", sure=not vague and len({moment.until for moment in named}) == 1)
    return Period.of_report(report, sure=not vague) if report is not None else None


def _absolute(passage: Passage, start: int, end: int) -> Iterator[Moment]:
    """The moments that name years, but for events and bases of comparison."""
    for moment in moments(passage.text, start, end):
        if moment.shift is None and not moment.compared and not moment.event:
            yield moment


def _resolved(passage: Passage, own: Moment, before: Sequence[Moment], report: int | None) -> Period | None:
    """Its own words, counted from the year named before them where they say 上年 or 本年, else from the report's."""
    if own.shift is None:
        return _read(passage, own, "words")
    earlier = [moment.until for moment in before if moment.shift is None and not moment.compared and moment.end <= own.start]
    anchor = earlier[-1] if earlier else report
    if anchor is None:
        return None
    year = anchor + own.shift
    return Period(year, year, "words", passage.text[own.start : own.end], passage.span(own.start, own.end))


def _read(passage: Passage, moment: Moment, source: Source, *, sure: bool = True) -> Period:
    told = passage.text[moment.start : moment.end]
    return Period(moment.until, moment.since, source, told, passage.span(moment.start, moment.end), sure)
