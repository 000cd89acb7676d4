"""Titles of tables that carry another year than the report: 2021年度项目支出绩效自评表 in a report on 2022.

Reports show tables of earlier years beside their own, so the title of one counts only where no table of that
name is given for the report year, and nothing in it compares, plans or looks back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.facts.passages import Passage
from lint.facts.phrases.dated import BACK, Dated
from lint.facts.signs import caption
from lint.facts.years import ReportYear
from lint.pattern import pattern

_YEAR = pattern(r"(?:19|20)\d\d年度?")
_ONLY_YEAR = pattern(r"\((?P<year>(?:19|20)\d\d)年度?\)$")
_FORM = pattern(r"表$")
_ELSE = pattern(r"对比|比较|历年|上年|往年|预算(?!执行|绩效|单位|部门)|计划|目标申报|清单|台账|整改|结果应用|年初")
_FOLLOWING = 4
"""A table begins within so many passages below its title: the unit of amounts and who made it stand between."""


def captions(passages: Sequence[Passage], report: ReportYear) -> Iterator[Dated]:
    """Every title of a table that names a year; those of other years only where they look like left-overs."""
    found = [(passage, caption(passage)) for index, passage in enumerate(passages) if _heads_a_table(passages, index)]
    titles = [(passage, int(match[1]), match.span(1)) for passage, match in found if match]
    titles += [
        (passage, int(match["year"]), match.span("year"))
        for above, passage in pairwise(passages)
        if _FORM.search(above.text) and not caption(above) and (match := _ONLY_YEAR.match(passage.text))
    ]
    given = {_name(passage) for passage, year, _ in titles if year == report.value}
    for passage, year, (start, end) in sorted(titles, key=lambda title: title[0].index):
        name = _name(passage)
        if report.covers(year) or (report.value - BACK <= year < report.value and name not in given and not _ELSE.search(name)):
            yield Dated("caption", year, passage.span(start, end))


def _name(passage: Passage) -> str:
    """What a table is called, but for the year."""
    return _YEAR.sub("", passage.text).replace("()", "")


def _heads_a_table(passages: Sequence[Passage], index: int) -> bool:
    """Whether it is a line right above a table, or the first cell of one."""
    cell = passages[index].cell
    if cell is not None:
        return cell.row == 0
    return any(passage.cell is not None for passage in passages[index + 1 : index + 1 + _FOLLOWING])
