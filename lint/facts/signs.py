"""Signs of the year a report is about: its title, its cover, the heads of its pages, the titles of its tables, its date, its name."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint.facts.passages import Passage
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span
from lint.say import Say

Kind = Literal["option", "title", "cover", "heading", "date", "text", "name", "again", "head", "captions", "early"]
COMPARED = ("比", "较", "与", "同", "于")
"""Characters before a year that make it the base of a comparison."""
_YEAR = r"((?:19|20)\d\d)"
_TITLE_YEAR = pattern(rf"{_YEAR}年度?(?!\d|[-~—至])")
_TITLE_SPAN = pattern(rf"(?:19|20)\d\d年?度?[-~—至]+{_YEAR}年")
_TITLE_WORDS = pattern(r"报告|自评|评价|决算|预算|说明|公开|情况")
_TITLE_BREAK = pattern(r"[，；。《]")
_TITLE_ENDS = ("报告", "自评表", "说明", "公开", "报告书", "评价表")
_AMOUNT = pattern(r"\d\.\d|\d[万亿元%人]")
_ONLY_YEAR = pattern(rf"\({_YEAR}年度?\)$")
_LABELLED = pattern(rf"^(?:报告|评价|自评|预算|考核|所属|会计|财政|决算|项目|填报)?年度：\s*{_YEAR}(?!\d|年?[-~—至])")
_LABEL = pattern(r"^(?:报告|评价|自评|预算|考核|所属|会计|财政|决算|项目|填报)?年度：?$")
_VALUE = pattern(rf"^{_YEAR}年?度?$")
_DATE_LINE = pattern(rf"(?:填报|报告|评价|填表|编制)?(?:日期|时间)[：]?.{{0,4}}?{_YEAR}年")
_FILED = pattern(rf"(?:填报|填表|填制|编制|上报|报告)(?:日期|时间)：?\s*{_YEAR}年")
_CAPTION = pattern(rf"^[^，。；：《》]{{0,30}}?{_YEAR}年度?(?![-~—至])[^，。；：《》\d]{{2,40}}表(?:\([^()]*\))?$")
_NAMED = pattern(rf"(?<!\d)(?<!\d[-~—至])(?<!\d年[-~—至]){_YEAR}(?!\d|[-./~—至]\d|年\d|年?[-~—至])")
_COVER = 40
"""How many passages from the beginning may be the title page."""
_TITLE_LENGTH = 60
_FEWEST = 2
"""One table with a year in its title may be of any year."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that says a year: `told` is what, `span` its place, None without one; `title` the whole title that says it."""

    kind: Kind
    year: int
    told: Say
    span: Span | None = None
    title: str = ""

    @property
    def is_binding(self) -> bool:
        """Whether it cannot be true beside another year that the report gives for itself."""
        return self.kind in ("cover", "again", "head", "captions", "early")


def titled(passages: Sequence[Passage]) -> Sign | None:
    """The first title that names a year, or a numbered heading, which says less."""
    for index, passage in enumerate(passages[:_COVER]):
        if not _is_aside(passage) and (match := _title(passage.text)):
            told = Say("标题“{quote}”", "the title “{quote}”", {"quote": match[0]})
            above = passages[index - 1].text if index and _ONLY_YEAR.match(passage.text) else ""
            kind: Kind = "heading" if mark_of(passage.text) else "title"
            return Sign(kind, int(match[1]), told, passage.span(*match.span()), (above + passage.text)[:_TITLE_LENGTH])
    return None


def _title(text: str) -> re.Match[str] | None:
    """The year of a line that is a title, or of a title that its paragraph begins with."""
    if match := _ONLY_YEAR.match(text):
        return match
    cut = _TITLE_BREAK.search(text)
    title = text[: cut.start()] if cut else text
    if len(title) > _TITLE_LENGTH or not _TITLE_WORDS.search(title) or (cut and not title.endswith(_TITLE_ENDS)):
        return None
    match = _TITLE_SPAN.search(title) or _TITLE_YEAR.search(title)
    if match is None or title[: match.start()].endswith(COMPARED) or _AMOUNT.search(title, match.end()):
        return None
    return match


def covers(passages: Sequence[Passage]) -> Iterator[Sign]:
    """What the head of the report gives as its year: 报告年度：2022, in one line or in two cells; （2022年度） right below the title."""
    head = passages[:_COVER]
    for passage in head:
        if match := _LABELLED.match(passage.text):
            yield _cover(passage, match)
    for passage, following in pairwise(head):
        words = _VALUE if passage.cell and _LABEL.match(passage.text) else _ONLY_YEAR if _is_title(passage.text) else None
        if words and (match := words.match(following.text)):
            yield _cover(following, match)


def _is_aside(passage: Passage) -> bool:
    """Whether it stands outside the flow: the head or foot of a page, the name of a sheet."""
    return passage.block is not None and passage.block.kind == "aside"


def _is_title(text: str) -> bool:
    return text.endswith(_TITLE_ENDS) and _title(text) is not None


def _cover(passage: Passage, match: re.Match[str]) -> Sign:
    told = Say("封面或表头“{quote}”", "“{quote}” on the cover", {"quote": match[0]})
    return Sign("cover", int(match[1]), told, passage.span(*match.span()))


def dated(passages: Sequence[Passage], counts: Counter[int]) -> Sign | None:
    """The date on the cover: reports follow their year; `counts` tells how often the text names each year."""
    for passage in passages[:_COVER]:
        if match := _DATE_LINE.search(passage.text):
            year = int(match[1]) - 1
            if counts[year] or not counts[int(match[1])]:
                told = Say("按“{quote}”推定，报告的是上一年度", "inferred from “{quote}”: about the year before", {"quote": match[0]})
                return Sign("date", year, told, passage.span(*match.span()))
    return None


def early(passages: Sequence[Passage], year: int) -> Iterator[Sign]:
    """A date of filing on the cover before the year has begun."""
    for passage in passages[:_COVER]:
        if (match := _FILED.search(passage.text)) and int(match[1]) < year:
            told = Say("“{quote}”", "“{quote}”", {"quote": match[0]})
            yield Sign("early", int(match[1]), told, passage.span(*match.span()))


def again(passages: Sequence[Passage], first: Sign) -> Iterator[Sign]:
    """The title `first`, but for the year, where it stands once more."""
    words = _TITLE_YEAR.sub("", first.title)
    for passage in passages:
        if (
            passage.cell is None
            and passage.text.endswith(_TITLE_ENDS)
            and mark_of(passage.text) is None
            and (match := _title(passage.text))
        ):
            span = passage.span(*match.span())
            if span != first.span and words and _TITLE_YEAR.sub("", passage.text) == words:
                yield Sign("again", int(match[1]), Say("又一处标题“{quote}”", "the title again, “{quote}”", {"quote": match[0]}), span)


def heads(passages: Sequence[Passage]) -> Sign | None:
    """The year in the heads and feet of the pages and the names of the sheets, if they name but one."""
    found = {int(match[1]): (passage, match) for passage in passages if _is_aside(passage) and (match := _title(passage.text))}
    if len(found) != 1:
        return None
    (year, (passage, match)) = found.popitem()
    told = Say("页眉页脚或工作表名“{quote}”", "“{quote}” in a page head or foot or the name of a sheet", {"quote": match[0]})
    return Sign("head", year, told, passage.span(*match.span()))


def caption(passage: Passage) -> re.Match[str] | None:
    """The year in the title of a table: 2022年度收入支出决算总表."""
    return _CAPTION.match(passage.text) if len(passage.text) <= _TITLE_LENGTH else None


def captions(passages: Sequence[Passage]) -> Sign | None:
    """The one year that the titles of all tables name, where there are several."""
    found = [(passage, match) for passage in passages if (match := caption(passage))]
    if len(found) < _FEWEST or len({match[1] for _, match in found}) != 1:
        return None
    passage, match = found[0]
    told = Say("{count}个表格标题“{quote}”", "the titles of {count} tables, “{quote}”", {"count": len(found), "quote": match[0]})
    return Sign("captions", int(match[1]), told, passage.span(*match.span()))


def named(path: str) -> Sign | None:
    """The one year in the name of a file: 2022年决算表.xlsx; dates are none."""
    name = os.path.basename(path)
    years = set(_NAMED.findall(name))
    return Sign("name", int(years.pop()), Say("文件名“{name}”", "the file name “{name}”", {"name": name})) if len(years) == 1 else None
