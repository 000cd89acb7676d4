"""The years that the comparisons of one paragraph are made with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lint.facts.prose.changes import Change
from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_YEAR = pattern(r"(?:19|20)\d\d")
_OTHER_SIDE = pattern(r"执行|计划|调整")
"""A comparison of the outcome of a year with what was foreseen or reported for the same year is none over years."""
_LAST = pattern(r"上年|去年|上一年")
_EVENT = pattern(r"清查|核实|普查|评估|峰值|高点|最高|最低|近[一二三四五两\d]+年|基期|基数")
"""A base that was taken once, or chosen for itself."""
_AGAIN = pattern(r"，?(?:且|并|也|又)?(?:比|较|与)[^，。；]*")


@dataclass(frozen=True, eq=False)
class BaseYear:
    """A change compared with `year`, among siblings compared with `expected`, the year before the report's."""

    change: Mention
    year: int
    expected: int


def base_years(changes: Sequence[Change], report_year: int | None) -> Iterator[BaseYear]:
    """The explicit base years of paragraphs in which other comparisons are made with the year before."""
    if report_year is None:
        return
    stated = [(change, change.delta or change.rate) for change in changes if change.base]
    for _, group in groupby(stated, key=lambda pair: pair[1].passage.index if pair[1] else -1):
        members = [(change, mention) for change, mention in group if mention is not None]
        usual = [change for change, _ in members if _LAST.search(change.base) or str(report_year - 1) in change.base]
        for change, mention in members:
            explicit = _YEAR.search(change.base)
            own = explicit is not None and int(explicit[0]) == report_year and bool(_OTHER_SIDE.search(change.base))
            usual_base = "预算" not in change.base and not _EVENT.search(change.base) and not _compared(mention, usual)
            if explicit and len(usual) * 2 > len(members) and usual_base and not own:
                yield BaseYear(mention, int(explicit[0]), report_year - 1)


def _compared(mention: Mention, usual: Sequence[Change]) -> bool:
    """Whether the same amount is compared with the year before right ahead: 比上年增长5%，比2019年增长3.2%."""
    ends = [stated.token.end for change in usual for stated in (change.rate, change.delta) if stated and stated.passage is mention.passage]
    return any(_AGAIN.fullmatch(mention.passage.text, end, mention.start) for end in ends if end < mention.start)
