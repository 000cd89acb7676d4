"""What the words around a statement and the headings above it say of its year, its scope, its side and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint.facts.headings import Heading
from lint.facts.periods import Periods
from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_SCOPE = pattern(r"全[省市县区州镇]|[省市县区州]本?级|本级|全系统|下属|所属|局机关|上级|中央|全国")
_PLANNED = pattern(r"安排|预期|计划|预计|拟|目标|预算(?!执行|完成)")
_CAME_OUT = pattern(r"决算|执行|完成|实际")
_SEASON = pattern(
    r"(?P<year>全年|年度|年内|1[-~—至到]12月)|(?P<part>[当本单上次同]月|[当本单]季度?|\d{1,2}[-~—至到]\d{1,2}月"
    r"|[上下]半年|前[一二三]季度?|第?[一二三四]季度)|(?P<month>(?<![年\d/.-])\d{1,2}月份?(?![\d底末至到~—-]))"
)
_TO = str.maketrans("~—至到", "----", "份第")
_OBJECT = pattern(
    r"[^\W\d_A-Za-z]{2,}?(?:项目|工程|单位|部门|中心|公司|学校|中学|小学|医院|幼儿园|[局站院所队馆办镇乡村]|街道|支出|收入|预算|基金)"
)
_ABOUT = pattern(r"(?:绩效自评|综述|情况|说明|报告|结果|资金)*$")
_NAMED = pattern(r"[^\W\d_A-Za-z]{1,16}?(?:项目|工程|中心|公司|学校|医院|小学|中学|幼儿园|街道|[局镇乡村])")


class Surroundings:
    """The headings above every passage and what dates its figures."""

    def __init__(self, above: Sequence[tuple[Heading, ...]], periods: Periods) -> None:
        self._above = above
        self._periods = periods

    def year(self, mention: Mention) -> int | None:
        """The year that it is about, the report year where nothing nearer says one."""
        period = self._periods.of(mention.token)
        return period.year if period else None

    def opened(self, mention: Mention) -> int | None:
        """The year that opens a sentence before it in its paragraph: “2023年预算较2022年增加…” speaks of 2023."""
        period = self._periods.opened(mention.token)
        return period.year if period else None

    def period(self, mention: Mention) -> int | None:
        """The year that its own words, its sentence, its paragraph or the heading above it say; None where the report alone does."""
        if mention.year:
            return mention.year
        period = self._periods.of(mention.token)
        return period.year if period and period.source != "document" else None

    def same_year(self, one: Mention, other: Mention) -> bool:
        """Whether both are of one year; what names none is of the report year."""
        return self.dated(one) == self.dated(other)

    def dated(self, mention: Mention) -> int | None:
        """The year that its own words or its surroundings name, the report year where none does."""
        period = self._periods.of(mention.token)
        sure = period.year if period and period.sure and period.source != "document" else None
        return mention.year or sure or self.opened(mention) or self._periods.report

    def scope(self, mention: Mention) -> str:
        """Whose figure it is, by the last word in its paragraph or above it that says so: 全市, 市本级; empty where none does."""
        return self.said(mention, lambda text: str((_SCOPE.findall(text) or [""])[-1]))

    def said(self, mention: Mention, word: Callable[[str], str]) -> str:
        """The word that `word` finds in its paragraph before it, else in the nearest heading above it that has one."""
        texts = (mention.passage.text[: mention.start], *(heading.title for heading in reversed(self._headings(mention))))
        return next((found for text in texts if (found := word(text))), "")

    def season(self, mention: Mention) -> tuple[str, bool]:
        """Which part of the year it is for, by the last word in its paragraph or above it that says so: 1-9月, 当月; empty for the year.

        The second tells a flow of that part for sure; a bare 9月 may be the date of an event of the year.
        """
        for text in (mention.passage.text[: mention.start], *(heading.title for heading in reversed(self._headings(mention)))):
            if found := list(_SEASON.finditer(text)):
                last = found[-1]
                return ("", False) if last["year"] else (last[0].translate(_TO), last["part"] is not None)
        return "", False

    def planned(self, mention: Mention) -> bool:
        """Whether it is a plan, by its own words, its list, its clause or the heading above it."""
        if said := mention.said_side:
            return said == "plan"
        text = mention.passage.text
        clause = text[max(text.rfind(mark, 0, mention.start) for mark in "。；，") + 1 : mention.start]
        for words in (clause, *(heading.title for heading in reversed(self._headings(mention)))):
            if _CAME_OUT.search(words):
                return False
            if _PLANNED.search(words):
                return True
        return False

    def apart(self, one: Mention, other: Mention) -> bool:
        """Whether they speak of two objects: under sibling headings that each name one (甲项目, 乙中学), or in sentences that do."""
        for here, there in zip(self._headings(one), self._headings(other), strict=False):
            if here is not there:
                return here.depth == there.depth and _are_objects(_ABOUT.sub("", here.title), _ABOUT.sub("", there.title))
        return strangers(one, other)

    def _headings(self, mention: Mention) -> tuple[Heading, ...]:
        return self._above[mention.passage.index]


def strangers(one: Mention, other: Mention) -> bool:
    """Whether their sentences each name a project, office or place, and not the same."""
    names = _named(one), _named(other)
    return all(names) and names[0] != names[1]


def _are_objects(one: str, other: str) -> bool:
    """Whether two titles each name an object: by what such names end in, or by ending alike."""
    alike = one != other and len(one) > 2 and one[-2:] == other[-2:]
    return alike or bool(_OBJECT.fullmatch(one) and _OBJECT.fullmatch(other))


def _named(mention: Mention) -> str:
    """The last project, office or place that its sentence names before it."""
    text = mention.passage.text
    found = _NAMED.findall(text, text.rfind("。", 0, mention.start) + 1, mention.token.lead_start)
    return str(found[-1]) if found else ""
