"""The years that the files of a submission are of, by their titles."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lint.facts import Facts
from lint.figure import Figure
from lint.pattern import pattern

_OUTCOME = pattern(r"自评|评价|决算")
_ORDER = pattern(r"整改|反馈|结果[应运]用|通知|办法|方案|意见|批复|制度|细则|规程|^关于开展")
"""Titles of papers that tell what is to be done, or was done about it, often in the year after."""
_SCORED = pattern(r"自评|评价")


@dataclass(frozen=True, eq=False, slots=True)
class Vintage:
    """The year in the title of a file, and the one that most files of its office have in theirs, or the latest where as many have two.

    `path` is the file's.
    """

    title: str
    path: str
    year: Figure
    most: Figure

    @property
    def is_slip(self) -> bool:
        """Whether it is hardly meant: a self-evaluation is made anew for every year, and the file's name does not say which one it is of."""
        return bool(_SCORED.search(self.title)) and str(self.year.year) not in os.path.basename(self.path)


def vintages(files: Sequence[Facts]) -> Iterator[Vintage]:
    """Every file whose title says that it tells what came of a year, where the office has several of them."""
    titled = [(facts, figure) for facts in files if (figure := _titled_year(facts))]
    for facts, figure in titled:
        years = [other for theirs, other in titled if _of_same(facts, theirs)]
        times = Counter(other.year or 0 for other in years)
        value = max(times, key=lambda year: (times[year], year))
        if len(years) > 1 and facts.report_year:
            most = next(other for other in years if other.year == value)
            yield Vintage(facts.report_year.title, facts.source.path, figure, most)


def _titled_year(facts: Facts) -> Figure | None:
    """The year in the title of a self-evaluation or of final accounts."""
    told = facts.report_year
    if told is None or told.span is None or not _OUTCOME.search(told.title) or _ORDER.search(told.title):
        return None
    span = told.span
    return next(
        (token.figure for token in facts.tokens if token.figure.year == told.value and span.start <= token.figure.span.start < span.end),
        None,
    )


def _of_same(ours: Facts, theirs: Facts) -> bool:
    """Whether nothing speaks against two files being of one office, of whatever project."""
    return ours.subject.is_like(replace(theirs.subject, project=ours.subject.project, unit=ours.subject.unit))
