"""Words that say a time: 2021年, 二〇二一年, 21年底, 2021—2023年, “十四五”, 上年, 本年.

Document numbers (〔2021〕5号) and titles of papers (《…2021年…》) say none, nor does the year of an event that dates
nothing else: 2018年修订, 2020年立项, 2019年机构改革.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.number import chinese_decimal
from lint.pattern import pattern

WRITTEN = r"(?:(?:19|20)\d\d(?=年)|[一二][〇零一二三四五六七八九]{3}(?=年)|(?<![\d.])[012]\d(?=年[度底末]))"
"""A year as it is written before 年: 2021, 二〇二一, 21 (in 21年度, 21年底)."""
_MOMENT = pattern(
    r"""
      (?P<paper>《[^《》]{1,120}》)
    | (?P<since>(?:19|20)\d\d)年?度?(?:[-~—至到]+|[、和及](?=(?:19|20)\d\d年))(?P<until>(?:19|20)\d\d)(?:年|(?=[^\d.])|$)
    | (?P<year>(?:19|20)\d\d)(?:年|[-./](?=(?:0?[1-9]|1[0-2])[-./]\d))
    | (?P<han>[一二][〇零一二三四五六七八九]{3})年
    | (?<![\d.近历满约达共第])(?P<short>[012]\d)年(?=[度底末初]|\d{1,2}月)
    | [“"]?(?P<plan>十[一二三四五六])五[”"]?
    | (?P<last>上一?年|去年|前一年)(?!级)
    | (?P<next>明年|次年|来年|下一?年)
    | (?P<same>本年|今年|当年|年内|全年)
    """,
    re.VERBOSE,
)
_EVENT = pattern(
    r"^度?(?:\d{1,2}月(?:\d{1,2}日)?)?[，]?[^\d，。；：]{0,8}?"
    r"(?:修订|修正|修改|印发|颁布|发布|出台|施行|实施(?:的?《|以来)|成立|设立|组建|挂牌|立项|批复|批准|核准|备案|机构改革|改制|签订|签署|中标|评为|荣获|获评|授予)"
)
_COMPARED = pattern(r"(?:比|较|与|同|和|于|相比|对比)$")
_PLANS = 1951
"""Five years for every plan from here on: the fourth, of 1971, and all later ones begin five years after the one before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Words `start`..`end` of a text that say the years `since` to `until`.

    `shift` is set instead of years where the words count from another year: -1 上年, 0 本年, 1 明年. `compared` tells that it is
    what something is compared with, `event` that it only dates an event.
    """

    start: int
    end: int
    since: int = 0
    until: int = 0
    shift: int | None = None
    compared: bool = False
    event: bool = False


def year_of(written: str) -> int:
    """The year that was written as `WRITTEN` has it."""
    if not written.isascii():
        return int(chinese_decimal(written))
    return int(written) + (2000 if len(written) == len("21") else 0)


def moments(text: str, start: int = 0, end: int | None = None) -> Iterator[Moment]:
    """Every time said in a part of a folded text, in its order."""
    end = len(text) if end is None else end
    for match in _MOMENT.finditer(text, start, end):
        if match["paper"]:
            continue
        since, until, shift = _years(match)
        compared = bool(_COMPARED.search(text[max(start, match.start() - 2) : match.start()]))
        event = shift is None and bool(_EVENT.search(text[match.end() : match.end() + 20]))
        yield Moment(match.start(), match.end(), since, until, shift, compared, event)


def _years(match: re.Match[str]) -> tuple[int, int, int | None]:
    """First and last year, or how far from the year spoken of."""
    if match["since"]:
        return int(match["since"]), int(match["until"]), None
    if written := match["year"] or match["han"] or match["short"]:
        return year_of(written), year_of(written), None
    if match["plan"]:
        first = _PLANS + 5 * int(chinese_decimal(match["plan"]))
        return first, first + 4, None
    return 0, 0, -1 if match["last"] else 1 if match["next"] else 0
